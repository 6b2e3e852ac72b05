/** How many cases prevention brought in: as each closing counted them, whatever became of them later. */
import type { Month } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { inConflict } from '../intake/index.ts';
import { abovePrevention } from './above.ts';
import { activitiesOf } from './counting.ts';
import { insertedIn, monthsKept } from './repository.ts';
import { insertRow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** Case by case only what a conflict closes to the reader is left out: a reservation or a correction since is not told. */
export async function insertedCases({ trx, session }: Pick<Use, 'trx' | 'session'>, closed: readonly Month[]) {
  const through = closed.at(-1);
  if (through === undefined) return null;
  const year = Number(through.slice(0, 4));
  const ofYear = closed.filter((month) => month.startsWith(`${year}`));
  const cases = await casesOf(trx, ofYear);
  const hidden = await inConflict(trx, cases, session.staffId);
  return { year, through, cases: cases.length - hidden.size };
}

/** Months that were closed before any was kept count as their fichas are, until the next closing keeps them. */
async function casesOf(trx: Trx, closed: readonly Month[]) {
  const tables = tablesIn(trx);
  const kept = await monthsKept(trx);
  const live: CaseId[] = [];
  for (const month of closed) if (!kept.has(month)) live.push(...(await insertedIn(trx, month)));
  const rows = await tables
    .selectFrom('prevention_month_case')
    .innerJoin('prevention_month', 'prevention_month.id', 'prevention_month_case.month_id')
    .select('case_id')
    .where('month', 'in', [...closed])
    .execute();
  const ids = [...rows.map(({ case_id: id }) => id), ...live];
  return tables.selectFrom('case_file').selectAll().where('id', 'in', ids).execute();
}

/** Told by each closing: what its month counted stays. Months that were closed before any was kept are kept with it. */
export async function freezePrevention(unit: Use): Promise<void> {
  const kept = await monthsKept(unit.trx);
  for (const month of await abovePrevention.ask.closedMonths(unit.trx))
    if (!kept.has(month)) await keepMonth(unit, month);
}

async function keepMonth(unit: Use, month: Month): Promise<void> {
  const rows = tablesIn(unit.trx);
  const id = unit.newId<'PreventionMonthId'>();
  const cases = await insertedIn(unit.trx, month);
  const activities = await activitiesOf(unit.trx, month);
  await insertRow(rows, 'prevention_month', { id, month, frozen_at: unit.now, version: 1 });
  const ofCases = cases.map((case_id) => ({ month_id: id, case_id }));
  await insertRow(rows, 'prevention_month_case', ofCases);
  const ofActivities = activities.map((activity_id) => ({ month_id: id, activity_id }));
  await insertRow(rows, 'prevention_month_activity', ofActivities);
  unit.touch('prevention_month', id);
}
