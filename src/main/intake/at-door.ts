/** A case as the door looks at it, and looking again when a ficha is opened or its persons change. */
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Trx } from '../database.ts';
import { findPerson } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { watchCase, type DoorCase } from '../reception/index.ts';
import { getCaseRow, getPair, type CaseRow, type PairRow } from './case-repository.ts';

type Use = Unit<Trx>;

export async function doorCaseOf(trx: Trx, row: CaseRow): Promise<DoorCase> {
  const pair = await getPair(trx, row.pair_id);
  return {
    caseId: row.id as CaseId,
    userId: pair.user_id,
    aggressorId: pair.aggressor_id,
    isClosed: row.state === 'closed',
    isSealed: row.is_sealed === 1,
  };
}

/** Looks at who is in the waiting room: who registered before this ficha said who he is was matched with nobody. */
export async function lookAtDoor(unit: Use, caseId: string): Promise<void> {
  const row = await getCaseRow(unit.trx, caseId);
  await watchCase(unit, { one: await doorCaseOf(unit.trx, row), isNew: row.admitted_on === unit.today });
}

/** By what somebody is recognised at the door, of both persons of a case; equal texts need no second look. */
export async function recognisedBy(trx: Trx, pair: Pick<PairRow, 'user_id' | 'aggressor_id'>): Promise<string> {
  const known = [];
  for (const id of [pair.user_id, pair.aggressor_id]) {
    const person = await findPerson(trx, id);
    if (person === null) continue;
    const { givenNames, firstSurname, secondSurname, preferredName, aliases, document } = person;
    known.push({ givenNames, firstSurname, secondSurname, preferredName, aliases, number: document.number });
  }
  return JSON.stringify(known);
}
