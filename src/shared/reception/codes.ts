/** How an arrival ends. A case ends it by itself. */
export const arrivalOutcomes = ['case', 'left', 'notForUs'] as const;
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];
