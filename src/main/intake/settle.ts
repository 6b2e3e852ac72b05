/** Who is who: a professional says whether the person of a case is one the record knows already. */
import type { intakeContract } from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { lookAtDoor } from './at-door.ts';
import { getCaseRow, getPair, updateCase, type CaseRow } from './case-repository.ts';
import { placePair } from './cases.ts';
import { gatherHistory, type HistoryParts } from './condition-history.ts';
import { tellNewEvent } from './news.ts';

type Use = Unit<Trx>;
type Settle = InputOf<(typeof intakeContract)['settlePerson']>;

/** Left open at the desk, or one of those who are alike now. @throws rule-broken for anybody else */
async function meantPerson(unit: Use, row: CaseRow, input: Settle, parts: HistoryParts): Promise<string> {
  const open = input.role === 'user' ? row.maybe_user_id : row.maybe_aggressor_id;
  if (input.personId === undefined || input.personId === open) {
    if (open === null) throw fail('rule-broken', 'nothing-to-settle');
    return open;
  }
  const { alike } = await gatherHistory(unit, row, parts);
  const isAlike = alike.some((one) => one.role === input.role && one.personId === input.personId);
  if (!isAlike) throw fail('rule-broken', 'not-alike');
  return input.personId;
}

export function settlePerson(parts: HistoryParts) {
  return async (unit: Use, input: Settle): Promise<OutputOf<(typeof intakeContract)['settlePerson']>> => {
    const row = await getCaseRow(unit.trx, input.caseId);
    const personId = await meantPerson(unit, row, input, parts);
    const column = input.role === 'user' ? 'maybe_user_id' : 'maybe_aggressor_id';
    const pair = await getPair(unit.trx, row.pair_id);
    const change: Partial<CaseRow> = { [column]: null, updated_at: unit.now };
    if (input.isSame) {
      const userId = input.role === 'user' ? personId : pair.user_id;
      const aggressorId = input.role === 'aggressor' ? personId : pair.aggressor_id;
      // The person typed at the desk stays in the record: the pair moves, nothing is erased.
      change.pair_id = await placePair(unit, userId, aggressorId);
    }
    await updateCase(unit.trx, { id: row.id, version: input.version }, change);
    unit.touch('case_file', row.id);
    if (input.isSame) await lookAtDoor(unit, row.id);
    if (input.isSame) await tellNewEvent(unit, await getCaseRow(unit.trx, row.id), { parts });
    unit.note({ role: input.role, isSame: input.isSame });
    return { version: input.version + 1 };
  };
}
