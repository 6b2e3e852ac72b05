import type { HostEvent } from '../shared/platform/contract.ts';
import { boardContract, deskContract, receptionContract } from '../shared/reception/index.ts';

type Topic = Extract<HostEvent, { kind: 'changed' }>['topic'];

/** Calls after which every «Orden de llegada» is read again; the event itself carries nothing. */
const boardChanges = new Set<unknown>([
  ...Object.entries({ ...receptionContract, ...boardContract, ...deskContract })
    .filter(([, spec]) => spec.changes)
    .map(([name]) => name),
  ...['openCase', 'handOverCase', 'saveSectionA', 'settlePerson', 'saveCasePerson'],
]);

/** What every window reads again after a call that passed; null for nothing. */
export function toldAfter(call: unknown): Topic | null {
  if (typeof call !== 'object' || call === null || !('procedure' in call)) return null;
  if (call.procedure === 'endReadOnly') return 'troubles';
  return boardChanges.has(call.procedure) ? 'reception' : null;
}
