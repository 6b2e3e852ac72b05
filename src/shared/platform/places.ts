/** The two places of this computer, and what is told of one before anybody signs in. */

/** The register of the centre, and the one with invented people. */
export const placeKinds = ['real', 'practice'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/**
 * `open-to-others`: the folder could not be limited to the accounts of the staff. `base-loose`: the folder that holds it
 * belongs to an ordinary account, or is open to others. `single-account`: the register still stands in the folder of one
 * Windows account. `other-register`: this account has an older register besides. The words say what is so, what is safe,
 * who mends it.
 */
export const placeNoticeWords = {
  'open-to-others':
    'La carpeta de datos no está limitada a las cuentas del personal: otra cuenta de Windows podría borrarla. Lo escrito está cifrado. Avise a soporte.',
  'base-loose':
    'La carpeta que guarda los datos pertenece a una cuenta de Windows, o está abierta a otras: podrían quitarla. Lo escrito está cifrado. Avise a soporte.',
  'single-account':
    'El registro sigue en la carpeta de una sola cuenta de Windows: desde otras cuentas no se ve. Avise a soporte para pasarlo.',
  'other-register':
    'En esta cuenta de Windows hay además un registro de antes, que aquí no se ve. Nada se perdió. Avise a soporte antes de registrar casos.',
} as const;
export type PlaceNotice = keyof typeof placeNoticeWords;
