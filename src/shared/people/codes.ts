/** Closed codes of identity documents and contact (identity part of the register form; FVR instructive). */
export const documentKinds = [
  'dni',
  'foreignerCard',
  'temporaryPermit',
  'passport',
  'foreignId',
  'birthCertificate',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStates = [
  'known',
  'notCarriedKnown',
  'notCarriedForgotten',
  'inProcess',
  'none',
  'notAsked',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** An unknown aggressor or a newborn is a state, never «NN» typed as a name. */
export const nameStates = ['known', 'partial', 'unknown'] as const;
export type NameState = (typeof nameStates)[number];

/** TIPO_VIA_DOMICILIO, in the order of the list. */
export const streetKinds = ['avenue', 'street', 'jiron', 'passage', 'road', 'other'] as const;
export type StreetKind = (typeof streetKinds)[number];
