/** Closed lists of the centre domain. */

/** CATEGORIA of the register's administrative columns. */
export const categoryLabels = {
  regular: 'Regular',
  sevenByTwentyFour: '7 x 24',
  policeStation: 'Comisaría',
  healthCentre: 'Centro de Salud',
} as const;
export type CentreCategory = keyof typeof categoryLabels;

/** What stops a centre's files from being opened, shown before any sign-in; null reasons never stop. */
export const hosts = ['electron', 'loopback', 'direct'] as const;

export const centreReasons = {
  'recovery-mismatch': 'Los grupos no coinciden con la clave de recuperación. Revise el papel.',
  'recovery-needs-coordinator':
    'La clave de recuperación da una contraseña nueva a una persona activa de Coordinación.',
  'recovery-not-begun':
    'La recuperación no está empezada o pasaron más de 30 minutos. No se cambió nada: escriba otra vez la clave de recuperación.',
  'recovery-gone': 'La clave ya no está en memoria. Comience de nuevo la instalación en una carpeta vacía.',
  'not-founded': 'Aún no hay un registro en esta carpeta.',
  'date-unconfirmed':
    'La fecha de esta computadora está en duda. Coordinación debe confirmarla antes de cerrar o ver cifras del mes.',
  'needs-coordinator': 'La primera persona debe tener la función de Coordinación.',
  'place-in-use': 'Alguien tiene una sesión abierta en este registro. Debe cerrarla antes de pasar al otro.',
  'place-fixed': 'El programa se abrió con una carpeta fija. Ciérrelo y ábralo sin ella para pasar al otro registro.',
} as const;

/** Names as shipped; each is a setting with valid-from date (service.md §2; U93). */
export const shippedNames = {
  ministry: 'Ministerio de la Mujer y Poblaciones Vulnerables',
  programme:
    'Programa Nacional para la Prevención y Erradicación de la Violencia contra las Mujeres e Integrantes del Grupo Familiar – Warmi Ñan',
} as const;
