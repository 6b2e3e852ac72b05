/** Mending a wrong ficha: why it is annulled, why a record is moved out of it, what of the form can be moved. */

export const annulReasonLabels = {
  duplicate: 'Ya hay otra ficha por el mismo hecho',
  otherPerson: 'Se abrió a nombre de otra persona',
  notForUs: 'No corresponde al CEM',
  openedByMistake: 'Se abrió por error',
  other: 'Otro',
} as const;
export type AnnulReason = keyof typeof annulReasonLabels;

/**
 * Sections whose answers can be moved. Section A is who she is: typed in the wrong ficha, it overwrote a person, which
 * the history mends; a whole ficha of somebody else is annulled.
 */
export const movableSections = ['b', 'c', 'd', 'e', 'f'] as const;
export type MovableSection = (typeof movableSections)[number];

/** Reasons chosen from a list; words only for «Otro» (D6). */
export function wordsFit(reason: { readonly reason: string; readonly words: string | null }): boolean {
  return (reason.reason === 'other') === (reason.words !== null);
}
