/** What the failures of the register domain say. */
export const registerReasons = {
  'registration-reason': 'Para corregir el número o la fecha, elija un motivo.',
  'registration-same': 'El número y la fecha ya son esos. No hay nada que corregir.',
  'registration-date': 'Revise la fecha de registro.',
  'line-unknown': 'Una línea de la hoja ya no existe o no es para usted. Vuelva a abrir la hoja.',
  'paper-settled': 'Ese formulario ya tiene un resultado. No se cambió nada.',
  'paper-case': 'No existe una ficha con ese número o no tiene acceso.',
  'paper-of-ficha': 'Una ficha en papel se registra al digitarla: elija «Registrada desde un formulario en papel».',
} as const;
