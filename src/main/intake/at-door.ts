/** A case as the door looks at it, and looking again when a ficha is opened or its persons change. */
import type { PersonRecord } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { watchCase, type DoorCase } from '../reception/index.ts';
import { getCaseRow, getPair, type CaseRow } from './case-repository.ts';
import type { Trx, Use } from './tables.ts';

export async function doorCaseOf(trx: Trx, row: CaseRow): Promise<DoorCase> {
  const pair = await getPair(trx, row.pair_id);
  return {
    caseId: row.id,
    userId: pair.user_id,
    aggressorId: pair.aggressor_id,
    isClosed: row.state === 'closed',
    isSealed: row.is_sealed === 1,
  };
}

/** Looks at who is in the waiting room: who registered before this ficha said who he is was matched with nobody. */
export async function lookAtDoor(unit: Use, caseId: CaseId): Promise<void> {
  const row = await getCaseRow(unit.trx, caseId);
  await watchCase(unit, { one: await doorCaseOf(unit.trx, row), isNew: row.admitted_on === unit.today });
}

/** By what somebody is recognised at the door; equal texts need no second look. */
export function recognisedAs(record: PersonRecord): string {
  const { givenNames, firstSurname, secondSurname, preferredName, aliases, documents } = record;
  return JSON.stringify([givenNames, firstSurname, secondSurname, preferredName, aliases, documents]);
}
