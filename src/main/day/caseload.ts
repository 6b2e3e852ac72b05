/** What a substitute takes along with the «casos a cargo» of somebody, counted before she does. */
import { caseloadKinds, caseloadLabels, type caseloadContract, type CaseloadKind } from '../../shared/day/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { callsAmong } from '../contact/index.ts';
import { casesInCharge, runningGrants } from '../intake/index.ts';
import type { Use } from '../platform/unit.ts';
import { openSteps } from '../plan/index.ts';
import { boardOf, hearingOf, listScheduled, type RecordParts } from '../proceedings/index.ts';
import { visitsBetween } from '../reception/index.ts';
import type { Reading } from './facts.ts';

type Contract = typeof caseloadContract;
type When = { readonly on: CivilDate; readonly time: string | null };

/** Nothing is agreed on for later. */
const daysAhead = 365;

/** Of the staff member, by kind; `held` are the cases she has by name, `ids` those that are open to the reader. */
async function foundOf(
  unit: Reading,
  parts: RecordParts,
  { staffId, ids, held }: { staffId: string; ids: readonly CaseId[]; held: ReadonlySet<CaseId> },
): Promise<Readonly<Record<CaseloadKind, readonly When[]>>> {
  const { trx, today } = unit;
  const until = addDays(today, daysAhead);
  const isOpen = new Set<CaseId | null>([null, ...ids]);
  const callsOf = await callsAmong(trx, ids);
  const { deadlines } = await boardOf(unit, 'all', parts);
  return {
    steps: (await openSteps(trx, ids))
      .filter((one) => one.staffId === staffId)
      .map(({ dueOn }) => ({ on: dueOn, time: null })),
    visits: (await visitsBetween(trx, today, until))
      .filter(({ state, case_id: id }) => state === 'expected' && isOpen.has(id))
      .filter((row) => [row.staff_id, row.with_staff_id].some((id) => id === staffId))
      .map(({ day, time }) => ({ on: day, time })),
    hearings: (await listScheduled(trx, today, until))
      .filter((row) => isOpen.has(row.case_id) && hearingOf(row).attendsId === staffId)
      .map((row) => ({ on: row.held_on, time: row.held_time })),
    terms: deadlines
      .filter(({ caseId }) => caseId !== null && held.has(caseId))
      .flatMap(({ warnsAt }) => warnsAt ?? []),
    calls: ids.flatMap((id) => {
      const { last } = callsOf(id);
      return last?.by === staffId && last.next !== null && last.next.on >= today ? [last.next] : [];
    }),
  };
}

export async function readCaseload(unit: Use, { staffId }: InputOf<Contract['readCaseload']>, parts: RecordParts) {
  if (!(await staffNames(unit.trx)).has(staffId)) throw fail('not-found');
  const ids = (await casesInCharge(unit)).map(({ id }) => id);
  const grants = await runningGrants(unit.trx, ids, unit.now);
  const held = new Set(grants.filter((one) => one.staffId === staffId).map(({ caseId }) => caseId));
  const found = await foundOf(unit, parts, { staffId, ids, held });
  unit.note({ cases: held.size });
  const key = ({ on, time }: When) => `${on} ${time ?? ''}`;
  return {
    cases: held.size,
    lines: caseloadKinds.map((kind) => {
      const [next = null] = found[kind].toSorted((one, other) => key(one).localeCompare(key(other)));
      return { kind, label: caseloadLabels[kind], count: found[kind].length, next };
    }),
  };
}
