/** Closed codes of hearings. */

export const hearingKinds = [
  'protectionMeasures',
  'appeal',
  'singleInterview',
  'flagrancy',
  'accusationControl',
  'trial',
  'conciliation',
  'alimony',
  'otherAct',
] as const;
export type HearingKind = (typeof hearingKinds)[number];

export const hearingKindLabels = {
  protectionMeasures: 'Audiencia de medidas de protección',
  appeal: 'Vista de la causa',
  singleInterview: 'Entrevista única en cámara Gesell',
  flagrancy: 'Incoación de proceso inmediato',
  accusationControl: 'Control de acusación',
  trial: 'Juicio oral',
  conciliation: 'Audiencia única',
  alimony: 'Audiencia de alimentos',
  otherAct: 'Otra diligencia',
} as const satisfies Record<HearingKind, string>;

export const hearingModes = ['room', 'video'] as const;
export const hearingModeLabels = { room: 'En sala', video: 'Por video' } as const;

export const hearingStates = ['scheduled', 'held', 'postponed', 'cancelled'] as const;
export type HearingState = (typeof hearingStates)[number];
export const hearingStateLabels = {
  scheduled: 'Programada',
  held: 'Realizada',
  postponed: 'Reprogramada',
  cancelled: 'Suspendida',
} as const satisfies Record<HearingState, string>;
