/** Addresses and words of presenting in the window. */
export const presentingPath = '/casos/$caseId/presentar';
export const presentPath = '/casos/$caseId/presentar/$filingId';
export const cargosPath = '/cargos';

/** Code and words of every option of a list. */
export function optionsOf<Code extends string>(
  labels: Readonly<Record<Code, string>>,
): { code: Code; label: string }[] {
  return (Object.entries(labels) as [Code, string][]).map(([code, label]) => ({ code, label }));
}
