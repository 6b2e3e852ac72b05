import { boardContract, deskContract, receptionContract } from '../shared/reception/index.ts';

/** Calls after which every «Orden de llegada» is read again; the event itself carries nothing. */
const boardChanges = new Set<unknown>([
  ...Object.entries({ ...receptionContract, ...boardContract, ...deskContract })
    .filter(([, spec]) => spec.changes)
    .map(([name]) => name),
  ...['openCase', 'handOverCase', 'saveSectionA', 'settlePerson', 'saveCasePerson'],
]);

export function changesBoard(call: unknown): boolean {
  return typeof call === 'object' && call !== null && 'procedure' in call && boardChanges.has(call.procedure);
}
