/** Addresses and words of presenting in the window. */
export const presentingPath = '/casos/$caseId/presentar';
export const presentPath = '/casos/$caseId/presentar/$filingId';
export const cargosPath = '/cargos';

/** What is said of the terms that stay open after presenting; null when none does. */
export function openTermsWords(terms: readonly string[]): string | null {
  if (terms.length === 0) return null;
  return `El escrito no dice cuál de estos plazos cumple, y siguen abiertos: ${terms.join('; ')}. Cierre el que corresponda en «Proceso».`;
}
