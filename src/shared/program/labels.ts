/** Words of the program domain. */
export const programReasons = {
  'update-missing': 'No se pudo leer ese archivo. Escriba su ruta completa o conecte la memoria. No se cambió nada.',
  'update-unsigned':
    'Ese archivo no es una actualización firmada de Registro CEM. No lo instale: pida el archivo a quien publica el programa.',
  'update-other-key':
    'La actualización está firmada con una clave que no es la de quien publica el programa. No la instale y avise a Coordinación.',
  'update-test-key':
    'La actualización está firmada con la clave de pruebas. Sirve para desarrollar, no para un centro. No la instale.',
  'update-truncated':
    'El archivo está incompleto: la descarga o la copia se cortó. Cópielo otra vez. No se cambió nada.',
  'update-damaged':
    'El archivo está dañado o alguien lo cambió después de firmarlo. No lo instale y pida otro. No se cambió nada.',
  'update-same': 'Esta computadora ya tiene esa versión. No hace falta hacer nada.',
  'update-older': 'La actualización es más antigua que este programa. Solo se avanza a una versión más nueva.',
  'update-step-missing':
    'Esta actualización necesita una versión intermedia. Pida a quien publica el programa la que sigue a la suya e instálela primero.',
  'update-too-large':
    'El instalador que anuncia ese archivo es demasiado grande para ser de este programa. No se leyó.',
  'update-no-copy':
    'Antes de actualizar hace falta una copia verificada, y no se pudo hacer. Elija su carpeta en «Ajustes», «Copias», o conecte el disco. No se cambió nada.',
} as const;
