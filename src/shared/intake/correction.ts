/** A correction asked for by who may no longer write the ficha: the parts, the states, why it is declined. */

/** Parts of Section A that the desk fills. */
export const correctionParts = ['header', 'user', 'aggressor', 'informant', 'a'] as const;
export type CorrectionPart = (typeof correctionParts)[number];

export const correctionStateLabels = {
  pending: 'Pendiente',
  accepted: 'Aceptada',
  declined: 'No aceptada',
} as const;
export type CorrectionState = keyof typeof correctionStateLabels;

export const declineReasonLabels = {
  asSheSaid: 'Así lo dijo la persona usuaria',
  asTheDocument: 'Así figura en su documento',
  alreadyRight: 'Ya estaba corregido',
  other: 'Otro',
} as const;
export type DeclineReason = keyof typeof declineReasonLabels;
