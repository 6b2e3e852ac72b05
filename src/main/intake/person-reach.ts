/** In which cases a person stands, and which of them the reader may open. */
import { decide, isClosedBy } from '../../shared/access/index.ts';
import type { CaseRole } from '../../shared/intake/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { relationTo } from './case-reach.ts';
import { findCase, getPair, listCasesOfPerson, type CaseRow } from './case-repository.ts';
import { listParticipantRows } from './participant-repository.ts';
import type { Trx, Use } from './tables.ts';

/** What a person is in a case, in the order of the paper; empty when she has no part in it. */
export async function rolesIn(trx: Trx, row: CaseRow, personId: string): Promise<CaseRole[]> {
  const pair = await getPair(trx, row.pair_id);
  const roles: CaseRole[] = [];
  if (pair.user_id === personId) roles.push('user');
  if (pair.aggressor_id === personId) roles.push('aggressor');
  if (row.informant_id === personId) roles.push('informant');
  const participants = await listParticipantRows(trx, row.id);
  if (participants.some((one) => one.person_id === personId)) roles.push('participant');
  return roles;
}

export type PersonCase = {
  readonly row: CaseRow;
  readonly roles: readonly CaseRole[];
  /** `hidden`: sealed, or closed to this reader by a conflict; nobody says that it exists. */
  readonly reach: 'open' | 'closed' | 'hidden';
};

/** Every case of a person, newest first, with how the reader stands to it. */
export async function casesAround(unit: Use, personId: string): Promise<PersonCase[]> {
  const ids = new Set((await listCasesOfPerson(unit.trx, personId)).map((one) => one.id));
  const cases: PersonCase[] = [];
  for (const id of ids) {
    const row = await findCase(unit.trx, id);
    if (row === undefined) continue;
    const relation = await relationTo(unit.trx, unit.session, id, { instant: unit.now, today: unit.today });
    const isHidden = relation === null || isClosedBy(relation);
    const decision = decide(unit.session.roles, 'person.readIdentity', relation);
    const isOpen = decision.allowed && decision.view === null;
    cases.push({
      row,
      roles: await rolesIn(unit.trx, row, personId),
      reach: isHidden ? 'hidden' : isOpen ? 'open' : 'closed',
    });
  }
  return cases;
}

/**
 * Whether the reader may name this person at all: of a case that is open to him, none of hers being hidden.
 *
 * @throws not-found, as for a person that does not exist
 */
export async function requireReachable(unit: Use, personId: string): Promise<void> {
  const cases = await casesAround(unit, personId);
  if (cases.some((one) => one.reach === 'hidden') || !cases.some((one) => one.reach === 'open'))
    throw fail('not-found');
}

/**
 * Whether the reader may say that somebody is this person: only who may open every ficha in which the person stands
 * under a reserve or a conflict. Others are told that it requires a review, and it is asked of those.
 */
export async function maySettle(unit: Use, personId: string): Promise<boolean> {
  return maySettleAmong(await casesAround(unit, personId));
}

/** The same, of the cases of that person. */
export function maySettleAmong(cases: readonly PersonCase[]): boolean {
  return cases.every((one) => one.reach !== 'hidden');
}
