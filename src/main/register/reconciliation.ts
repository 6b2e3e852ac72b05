/** A month here against the central register: each ficha that makes the two differ, and why (R14). */
import { oldListVersion } from '../../shared/intake/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { spanOf, type Month } from '../../shared/platform/dates.ts';
import type { registerContract } from '../../shared/register/index.ts';
import { closedTo, type CaseRow } from '../intake/index.ts';
import { newestRegistration } from './repository.ts';
import { progressOfCase } from './sheet.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Answer = OutputOf<(typeof registerContract)['readReconciliation']>;
type Difference = Answer['differences'][number];
type Row = CaseRow & { readonly registered_on: string | null };

/** Fichas of the month on either side: counted in it here, or admitted in it. */
async function rowsOf(trx: Trx, month: Month): Promise<Row[]> {
  const { first, last } = spanOf({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)), day: null });
  return tablesIn(trx)
    .selectFrom('case_file')
    .selectAll('case_file')
    .select(newestRegistration)
    .where((where) => where.or([where('reporting_month', '=', month), where.between('admitted_on', first, last)]))
    .where('form_version', '<>', oldListVersion)
    .orderBy('number')
    .execute();
}

/** The central register counts a ficha by its day of admission, whatever became of it here. */
const countsThere = (row: Row, month: Month) => row.registered_on !== null && monthOf(row.admitted_on) === month;
const countsHere = (row: Row, month: Month) =>
  row.reporting_month === month && row.state !== 'draft' && row.annulled_at === null && row.is_sealed === 0;

function whyOf(row: Row, month: Month): Pick<Difference, 'cause' | 'adds' | 'otherMonth'> | null {
  const [here, there] = [countsHere(row, month), countsThere(row, month)];
  if (here === there) return here ? { cause: 'changed', adds: 0, otherMonth: null } : null;
  if (here) {
    return row.registered_on === null
      ? { cause: 'notTyped', adds: -1, otherMonth: null }
      : { cause: 'otherMonth', adds: -1, otherMonth: monthOf(row.admitted_on) };
  }
  if (row.annulled_at !== null) return { cause: 'annulled', adds: 1, otherMonth: null };
  if (row.is_sealed === 1) return { cause: 'sealed', adds: 1, otherMonth: null };
  if (row.state === 'draft') return { cause: 'draft', adds: 1, otherMonth: null };
  return { cause: 'otherMonth', adds: 1, otherMonth: row.reporting_month };
}

export async function readReconciliation(unit: Use, month: Month, places: PlaceIndex): Promise<Answer> {
  const all = await rowsOf(unit.trx, month);
  const closed = await closedTo(unit.trx, all, unit.session.staffId);
  const rows = all.filter(({ id }) => !closed.has(id));
  const differences: Difference[] = [];
  for (const row of rows) {
    const why = whyOf(row, month);
    if (why === null) continue;
    const changed = why.cause === 'changed' ? (await progressOfCase(unit, row, places)).changed : 0;
    if (why.cause === 'changed' && changed === 0) continue;
    const caseId = row.annulled_at === null ? row.id : null;
    differences.push({ ...why, changed, caseId, number: row.number });
  }
  unit.note({ month, differences: differences.length });
  return {
    here: rows.filter((row) => countsHere(row, month)).length,
    there: rows.filter((row) => countsThere(row, month)).length,
    differences,
  };
}
