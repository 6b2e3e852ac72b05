export const presentingPath = '/casos/$caseId/presentar';
export const presentPath = '/casos/$caseId/presentar/$filingId';
export const cargosPath = '/cargos';

/** What is said of the terms that stay open after presenting; null when none does. */
export function openTermsWords(terms: readonly string[]): string | null {
  if (terms.length === 0) return null;
  return (
    `Siguen abiertos: ${terms.join('; ')}. El escrito solo no los cierra: no dice cuál cumple, o falta presentarlo ` +
    'en el otro despacho. Cierre el que corresponda en «Proceso».'
  );
}
