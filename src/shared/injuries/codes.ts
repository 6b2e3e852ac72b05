/** Closed lists and words of the body map. Project words: no official form of it is known (U38). */

export const injuryKindLabels = {
  bruise: 'Hematoma',
  wound: 'Herida',
  burn: 'Quemadura',
  swelling: 'Edema',
  scrape: 'Excoriación',
  bite: 'Mordedura',
  fractureTold: 'Fractura referida',
  painTold: 'Dolor referido',
  other: 'Otra',
} as const;
export type InjuryKind = keyof typeof injuryKindLabels;

/** Nobody sees these here: they are what she tells. */
export const toldKinds = ['fractureTold', 'painTold'] as const satisfies readonly InjuryKind[];

export const injurySourceLabels = { seen: 'La vimos', told: 'La refiere ella' } as const;
export type InjurySource = keyof typeof injurySourceLabels;

export const injuryEventLabels = {
  ficha: 'El hecho de esta ficha',
  earlier: 'Un hecho anterior',
  later: 'Un hecho posterior',
  unknown: 'No se sabe',
} as const;

export const injuryAnnulReasonLabels = {
  mistake: 'Se anotó mal',
  otherCase: 'Es de otra ficha',
  twice: 'Se anotó dos veces',
  other: 'Otro',
} as const;
export type InjuryAnnulReason = keyof typeof injuryAnnulReasonLabels;

/** Said wherever the map is read. */
export const noForensicReport =
  'Lo que anota el centro al atender. No es un informe forense y no reemplaza al certificado médico legal.';

export const injuryReasons = {
  'injury-future': 'El día en que se vio la lesión no puede ser uno que todavía no llega.',
  'injury-before': 'Ese día es de antes del hecho o de antes de que ella naciera: revise la fecha.',
  'injury-annulled': 'Esa lesión ya está anulada.',
} as const;
