/** Addresses and words of presenting in the window. */
export const presentingPath = '/casos/$caseId/presentar';
export const presentPath = '/casos/$caseId/presentar/$filingId';
export const cargosPath = '/cargos';
