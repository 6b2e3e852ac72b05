/** How the closing of each of many cases stands, for «Lo que sigue». */
import { closingLineTable, type ClosingStanding } from '../../shared/closing/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { addDays } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { rowsOn } from '../../shared/rulebook/index.ts';
import { findProposals, staffNames } from '../access/index.ts';
import { plansFulfilled } from '../plan/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { readRules } from '../rulebook/index.ts';
import { listClosings, listReopenings, listSupervisions } from './repository.ts';
import type { Trx } from './tables.ts';

type Reading = CallFrame & { readonly trx: Trx };

/** A declined one is told of as long as its proposer may not have come by. */
const declinedDays = 14;

/** Cases whose plan is fulfilled and which nobody has gone through since they were opened, or opened again. */
async function toSupervise({ trx, today }: Reading, caseIds: readonly CaseId[]): Promise<ReadonlySet<CaseId>> {
  const rule = rowsOn(await readRules(trx, closingLineTable), today).find(({ value }) => value.line === 'supervision');
  if (rule === undefined || rule.value.demand === 'off') return new Set();
  const reopenings = (await listReopenings(trx, caseIds)).toReversed();
  const reopened = new Map(reopenings.map((one) => [one.case_id, one.reopened_at]));
  const gone = await listSupervisions(trx, caseIds);
  const counted = gone.filter(({ case_id: id, recorded_at: at }) => at >= (reopened.get(id) ?? ''));
  const done = new Set(counted.map(({ case_id: id }) => id));
  const left = caseIds.filter((id) => !done.has(id));
  return plansFulfilled(trx, left);
}

export async function closingsAmong(
  unit: Reading,
  caseIds: readonly CaseId[],
): Promise<(caseId: CaseId) => ClosingStanding | null> {
  const { trx, session, today } = unit;
  const closings = Map.groupBy(await listClosings(trx, caseIds), ({ case_id: id }) => id);
  const newest = [...closings.values()].flatMap(([one]) => (one?.closed_at === null ? [one] : []));
  const ids = newest.map(({ proposal_id: id }) => id);
  const states = new Map((await findProposals(trx, ids)).map((one) => [one.id, one]));
  const names = await staffNames(trx);
  const left = await toSupervise(unit, caseIds);
  return (caseId) => {
    const row = newest.find(({ case_id: id }) => id === caseId);
    const proposal = row === undefined ? undefined : states.get(row.proposal_id);
    if (row === undefined || proposal === undefined) return left.has(caseId) ? { state: 'toSupervise' } : null;
    const on = civilDateOf(Date.parse(proposal.decidedAt ?? row.proposed_at));
    const of = { by: names.get(row.proposed_by) ?? '', isOwn: row.proposed_by === session.staffId, on };
    if (proposal.state === 'pending') return { state: 'pending', ...of };
    const isTold = proposal.state === 'declined' && on > addDays(today, -declinedDays);
    return isTold ? { state: 'declined', ...of } : null;
  };
}
