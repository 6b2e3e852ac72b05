/** Words of the centre domain. */
import type { PlaceNotice } from '../platform/places.ts';
import type { CentreCategory } from './codes.ts';

export const categoryLabels = {
  regular: 'Regular',
  sevenByTwentyFour: '7 x 24',
  policeStation: 'Comisaría',
  healthCentre: 'Centro de Salud',
} as const satisfies Record<CentreCategory, string>;

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

/** What is told of a place before anybody signs in: what is so, what is safe, who mends it. */
export const placeNoticeWords = {
  'open-to-others':
    'La carpeta de datos no está limitada a las cuentas del personal: otra cuenta de Windows podría borrarla. Lo escrito está cifrado. Avise a soporte.',
  'base-loose':
    'La carpeta que guarda los datos pertenece a una cuenta de Windows, o está abierta a otras: podrían quitarla. Lo escrito está cifrado. Avise a soporte.',
  'single-account':
    'El registro sigue en la carpeta de una sola cuenta de Windows: desde otras cuentas no se ve. Avise a soporte para pasarlo.',
  'other-register':
    'En esta cuenta de Windows hay además un registro de antes, que aquí no se ve. Nada se perdió. Avise a soporte antes de registrar casos.',
} as const satisfies Record<PlaceNotice, string>;

/** Names as shipped; each is a setting with valid-from date (service.md §2; U93). */
export const shippedNames = {
  ministry: 'Ministerio de la Mujer y Poblaciones Vulnerables',
  programme:
    'Programa Nacional para la Prevención y Erradicación de la Violencia contra las Mujeres e Integrantes del Grupo Familiar – Warmi Ñan',
} as const;
