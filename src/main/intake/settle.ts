/** Who is who: a professional says whether the person of a case is one the record knows already. */
import type { intakeContract } from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Trx } from '../database.ts';
import { recordChanges } from '../history/index.ts';
import { settleAsSame } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { lookAtDoor } from './at-door.ts';
import { getCaseRow, getPair, listCasesOfPerson, updateCase, type CaseRow } from './case-repository.ts';
import { placePair } from './cases.ts';
import { gatherHistory, savedCase, type HistoryParts } from './condition-history.ts';
import { tellNewEvent } from './news.ts';
import { maySettle } from './person-reach.ts';

type Use = Unit<Trx>;
type Settle = InputOf<(typeof intakeContract)['settlePerson']>;

/** Left open at the desk, or one of those who are alike now. @throws rule-broken for anybody else */
async function meantPerson(unit: Use, row: CaseRow, input: Settle, parts: HistoryParts): Promise<string> {
  const open = input.role === 'user' ? row.maybe_user_id : row.maybe_aggressor_id;
  if (input.personId === undefined || input.personId === open) {
    if (open === null) throw fail('rule-broken', 'nothing-to-settle');
    return open;
  }
  const { alike } = await gatherHistory(unit, await savedCase(unit.trx, input.caseId), parts);
  const isAlike = alike.some((one) => one.role === input.role && one.personId === input.personId);
  if (!isAlike) throw fail('rule-broken', 'not-alike');
  return input.personId;
}

const identityWords = { open: 'Por confirmar', same: 'Es la misma', different: 'Son distintas' } as const;

/**
 * The case goes on with the known person. Who was typed for this case alone is joined to her, so that the record keeps
 * no second one; who stands in other cases too is left to Coordinación.
 */
async function becomeKnown(unit: Use, row: CaseRow, role: Settle['role'], knownId: string): Promise<void> {
  const pair = await getPair(unit.trx, row.pair_id);
  const typedId = pair[`${role}_id`];
  const userId = role === 'user' ? knownId : pair.user_id;
  const aggressorId = role === 'aggressor' ? knownId : pair.aggressor_id;
  const isAlone = (await listCasesOfPerson(unit.trx, typedId)).length === 1;
  if (isAlone && userId !== aggressorId && typedId !== knownId) {
    await settleAsSame(unit, { knownId, typedId, caseId: row.id });
    return;
  }
  const pairId = await placePair(unit, userId, aggressorId);
  await updateCase(unit.trx, row, { pair_id: pairId });
}

export function settlePerson(parts: HistoryParts) {
  return async (unit: Use, input: Settle): Promise<OutputOf<(typeof intakeContract)['settlePerson']>> => {
    const { role, isSame } = input;
    const row = await getCaseRow(unit.trx, input.caseId);
    const personId = await meantPerson(unit, row, input, parts);
    if (row.version !== input.version) throw fail('conflict');
    if (!(await maySettle(unit, personId))) throw fail('rule-broken', 'settle-needs-coordination');
    await recordChanges(unit, {
      ...{ caseId: row.id, part: role, record: { kind: 'case_file', id: row.id }, reason: null },
      before: { identity: identityWords.open },
      after: { identity: isSame ? identityWords.same : identityWords.different },
    });
    if (isSame) await becomeKnown(unit, row, role, personId);
    // Joining the two records may have settled the column already.
    const now = await getCaseRow(unit.trx, row.id);
    await updateCase(unit.trx, now, { [`maybe_${role}_id`]: null, updated_at: unit.now });
    unit.touch('case_file', row.id);
    unit.about('case_file', row.id);
    if (isSame) await lookAtDoor(unit, row.id);
    if (isSame) await tellNewEvent(unit, await getCaseRow(unit.trx, row.id), parts);
    unit.note({ role, isSame });
    return { version: (await getCaseRow(unit.trx, row.id)).version };
  };
}
