/** Closed lists of conflicts of interest (security design §5.6). */

/** How the declared person stands to the declaring one. The degrees that count are to confirm. */
export const kinshipLabels = {
  self: 'Yo',
  partner: 'Cónyuge, conviviente o ex pareja',
  parentOrChild: 'Madre, padre, hija o hijo',
  siblingOrGrandparent: 'Hermana, hermano, abuela, abuelo, nieta o nieto',
  inLaw: 'Familia política',
  otherClose: 'Otro vínculo cercano',
} as const;
export type Kinship = keyof typeof kinshipLabels;

/** Why a conflict that the program found is none. */
export const dismissalReasonLabels = {
  namesake: 'Es otra persona con el mismo nombre',
  wrongDocument: 'El documento estaba mal escrito',
  declarationMistake: 'La declaración tenía un error',
} as const;
export type DismissalReason = keyof typeof dismissalReasonLabels;

/** What the person typing reads, whoever it is that may not see the case. */
export const reviewWords = 'Requiere revisión de Coordinación. Puede continuar.';

/** Words for the reasons this domain's failures carry. */
export const conflictReasons = {
  'nothing-to-compare': 'Escriba el documento, o los nombres y el primer apellido.',
  'own-conflict': 'No puede decidir sobre un vínculo propio. Lo decide otra persona de Coordinación.',
} as const;
