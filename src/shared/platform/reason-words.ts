/** Words for the reasons of technical failures: what happened, what is safe, what to do now (es-PE). */
export const platformReasons = {
  'keeper-gone':
    'Se cortó la conexión con la computadora que guarda el registro y la sesión terminó. Entre otra vez: lo que se estaba guardando se envía al entrar.',
  'message-limits': 'El mensaje es demasiado grande o no tiene el formato esperado. No se guardó nada.',
  'unknown-procedure': 'El programa no conoce esa acción.',
  'too-many-calls': 'Hay demasiadas acciones seguidas. Espere un momento.',
  'wrong-phase': 'Esa acción no corresponde a este momento de la instalación.',
  'idempotency-key': 'Falta la clave que evita guardar dos veces.',
  'confirm-browser': 'Este registro es real y se abrirá en un navegador. Confirme que quiere continuar.',
  'self-test': 'La prueba de cifrado falló en esta computadora. El registro no se abre; avise a soporte.',
  'path-network': 'La carpeta de datos está en la red. Elija una carpeta del disco de esta computadora.',
  'path-sync-folder':
    'La carpeta de datos está en OneDrive, Dropbox o un servicio parecido. Elija otra del disco local.',
  'path-read-only': 'No se puede escribir en la carpeta de datos. Revise los permisos; no se cambió nada.',
  'path-not-folder': 'Donde debe estar la carpeta de datos hay un archivo con ese nombre. Avise a soporte.',
  'path-link': 'La carpeta de datos es un enlace. Elija la carpeta verdadera.',
  'path-removable': 'La carpeta de datos está en una memoria o un disco que se puede retirar. No se abrió nada.',
  'path-missing':
    'La carpeta de datos no existe o no se pudo crear. Revise cómo está escrita o conecte el disco. No se cambió nada.',
  'path-setting': 'La carpeta que se fijó para esta computadora no está bien escrita. No se abrió ni se creó nada.',
  'path-open-to-others':
    'No se pudo limitar la carpeta de datos a las cuentas del personal: otras podrían borrar archivos. No se crea ahí un registro nuevo. Abra el programa una vez como administrador, o avise a soporte.',
  'path-base-loose':
    'La carpeta que guarda los datos pertenece a una cuenta de Windows, o está abierta a otras: podrían quitarla. No se crea ahí un registro nuevo. Abra el programa una vez como administrador, o avise a soporte.',
  'path-practice-here': 'En la carpeta del registro real hay uno de práctica. No se abrió: los dos nunca se mezclan.',
  'path-real-here': 'En la carpeta de práctica hay un registro real. No se abrió: los dos nunca se mezclan.',
  'already-open': 'El registro ya está abierto en otra ventana o por otra cuenta de esta computadora.',
  'keyring-missing': 'Falta el archivo de claves. No se creó nada; recupere desde una copia.',
  'keyring-damaged': 'El archivo de claves está dañado o fue cambiado. Recupere desde una copia.',
  'database-missing': 'Falta el archivo del registro. No se creó nada; recupere desde una copia.',
  'database-empty': 'El archivo del registro está vacío. No se creó nada; recupere desde una copia.',
  'database-plaintext': 'El archivo no está cifrado: no es de este registro. No se abrió.',
  'database-unreadable':
    'La clave es correcta, pero el archivo está dañado o es de otro registro. Recupere desde una copia.',
  'database-foreign': 'El archivo es de otro centro. No se abrió.',
  'rotation-differs':
    'La copia con la llave nueva no resultó igual al registro. No se cambió nada: el registro sigue con su llave de antes.',
  'epoch-mismatch':
    'El archivo de claves y el del registro no son de la misma época. Recupere la pareja desde una copia.',
  'database-newer': 'El archivo fue escrito por una versión más nueva. Actualice el programa; no se cambió nada.',
  'database-older':
    'El archivo es de una versión de prueba, anterior a la primera entrega: este programa ya no lo lee. No se cambió nada.',
  'database-rolled-back':
    'El archivo fue reemplazado por uno anterior. Se puede leer, no escribir, hasta que Coordinación lo revise.',
  'key-format': 'La clave interna no tiene el formato debido. El registro no se abre; avise a soporte.',
  'wrong-driver': 'Falta el componente que cifra el archivo. El registro no se abre; reinstale el programa.',
  'setting-refused': 'El archivo no aceptó los ajustes de seguridad. No se abrió; avise a soporte.',
  'disk-full': 'No hay espacio en el disco. Lo que escribió sigue en pantalla. Libere espacio y vuelva a guardar.',
  'disk-error':
    'El disco no respondió bien. Lo que escribió sigue en pantalla: presione otra vez. Si se repite, haga una copia y avise a soporte.',
  'file-held':
    'Otro programa, por ejemplo el antivirus, tiene tomado un archivo. Espere unos segundos y presione otra vez.',
  'keyring-uneven':
    'No se pudo entrar. El archivo de claves tiene una parte dañada: si su contraseña es la correcta, pida a otra persona que entre primero; el programa lo repara.',
  busy: 'El archivo está ocupado por otro programa. Espere unos segundos y vuelva a guardar.',
  'recovery-key-mistyped': 'La clave de recuperación tiene un error de escritura. Revise el papel: son 14 grupos de 4.',
  'recovery-key-other':
    'Esa clave de recuperación no es la de este registro: es de otro, o la hoja es de antes. Busque la hoja más nueva.',
  'cannot-write': 'No se pudo guardar el archivo en ese lugar. Elija otra carpeta; el documento sigue en el registro.',
  'save-exists': 'Ya hay un archivo con ese nombre en esa carpeta. No se tocó: guarde con otro nombre.',
  'save-no-rights': 'No tiene permiso para guardar en esa carpeta. Elija otra, por ejemplo «Documentos».',
  'save-folder-missing': 'Esa carpeta ya no está. Conecte la memoria o elija otra carpeta.',
  'save-path-long': 'El nombre con su carpeta pasa de 259 caracteres. Elija una carpeta con un camino más corto.',
  'save-inside-data': 'Esa es la carpeta de datos del registro. Elija otra carpeta.',
  'save-network': 'Esa carpeta está en la red: otras personas podrían leer el archivo. Elija una de esta computadora.',
  'save-sync-folder': 'Esa carpeta se copia a internet (OneDrive, Dropbox o parecido). Elija otra de esta computadora.',
  'save-disk-full': 'No hay espacio en ese disco. No se guardó nada allí; elija otra carpeta.',
  'file-piece': 'El archivo no llegó completo. Elíjalo otra vez.',
  'cannot-keep-file': 'No se pudo guardar el archivo en la carpeta de datos. No se guardó nada; revise el disco.',
  'cannot-open': 'No se pudo abrir el archivo. Revise los permisos de la carpeta; no se cambió nada.',
  'folder-not-empty': 'La carpeta de datos no está vacía. No se cambió nada; elija una carpeta vacía.',
  'database-damaged': 'El archivo del registro está dañado. Deje de escribir y recupere desde una copia.',
  'audit-chain': 'La bitácora no pasó la revisión: falta o cambió una entrada. Avise a Coordinación.',
  'audit-no-key': 'La bitácora de esta copia no puede continuar. Recupere la copia con el programa.',
  'sealed-field': 'Un dato reservado tiene una forma que esta versión no conoce. Actualice el programa.',
  'migration-refused': 'No se pudo actualizar el archivo. Quedó como estaba; avise a soporte.',
  'login-format': 'Use de 3 a 20 letras minúsculas, números o puntos, sin espacios.',
  'last-slot': 'El registro no puede quedarse sin nadie que lo abra.',
  'printer-unavailable': 'Aquí no hay impresora. Guarde el PDF e imprímalo desde otra ventana.',
  'printer-gone':
    'La impresora no está: apagada, desconectada o con otro nombre. No salió nada y quedó registrado así. Elija otra o revísela, y presione otra vez.',
  'print-cancelled':
    'La impresión se canceló. No salió esa copia y quedó registrado así. Si hace falta, presione otra vez: saldrá con un número nuevo.',
  'print-failed':
    'La impresora no recibió la copia. Quedó registrada como no entregada. Revise la impresora y presione otra vez, o guarde el PDF.',
  'printer-no-answer':
    'La impresora no contestó a tiempo. Mire si la hoja salió antes de presionar otra vez; quedó registrada como no entregada.',
  'key-used-otherwise': 'Ese envío ya se usó para otra acción. Vuelva a intentar.',
  'stored-before':
    'Lo que envió antes sí se guardó. Lo que cambió después, todavía no: revise lo guardado y, si hace falta, presione otra vez.',
  'pair-code-mistyped': 'El código tiene un error de escritura. Revíselo: son 7 grupos de 4.',
  'pair-code-refused':
    'La otra computadora no aceptó el código: venció, ya se usó o no es el suyo. Pida allí un código nuevo.',
  'pair-middle':
    'Contestó una computadora que no conoce el código: no es la que guarda el registro. No se conectó; avise a soporte.',
  'keeper-unreachable':
    'La otra computadora no contesta. Compare la dirección y el puerto con los de su pantalla, y revise que esté encendida, con Registro CEM abierto y en la misma red.',
  'identity-damaged':
    'Esta computadora ya no puede mostrar quién es: su archivo está dañado o es de otra cuenta. Conéctela otra vez con un código nuevo.',
  'join-not-finished':
    'Esta computadora no terminó de conectarse: otro programa tiene abierto un archivo. Nada se perdió: cierre los otros programas y abra de nuevo Registro CEM.',
  'date-order': 'Revise el orden de las fechas.',
} as const;
