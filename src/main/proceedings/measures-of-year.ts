/** In how many fichas measures were asked for, granted and carried out: counts alone, for who leads the centre. */
import { spanOf, type CivilDate } from '../../shared/platform/dates.ts';
import type { Id, StaffId } from '../../shared/platform/ids.ts';
import { closedCases } from '../intake/index.ts';
import type { RecordParts } from './record-terms.ts';
import { tablesIn, type Trx } from './tables.ts';
import { valuesIn } from '../platform/storage/rows.ts';

type Step = 'measuresRequested' | 'measuresDecided' | 'executionStarted';
type Span = { readonly from: CivilDate; readonly to: CivilDate };

/** A decision counts where it granted anything. */
async function casesWith(trx: Trx, kind: Step, { from, to }: Span): Promise<ReadonlySet<string>> {
  const steps = tablesIn(trx)
    .selectFrom('proceeding_event')
    .select('case_id')
    .distinct()
    .where('kind', '=', kind)
    .where('withdrawn', '=', 0)
    .where('happened_on', '>=', from)
    .where('happened_on', '<=', to);
  const granting = tablesIn(trx)
    .selectFrom('proceeding_event_measure')
    .select('event_id')
    .where('outcome', 'in', ['granted', 'partlyGranted'])
    .$castTo<{ event_id: Id<'ProceedingEventId'> }>();
  const rows = await (kind === 'measuresDecided' ? steps.where('id', 'in', granting) : steps).execute();
  return new Set(rows.map(({ case_id }) => case_id));
}

/** Without the fichas that are closed to the reader. `requested`: by an act that was told, or by a writ left at a desk. */
export async function measuresOfYear(
  trx: Trx,
  { year, staffId }: { readonly year: number; readonly staffId: StaffId },
  parts: Pick<RecordParts, 'measuresAskedOn'>,
): Promise<{ requested: number; granted: number; executed: number }> {
  const { first: from, last: to } = spanOf({ year, month: null, day: null });
  const all = await valuesIn(tablesIn(trx), 'case_file.id', { is_sealed: 0, annulled_at: null });
  const closed = await closedCases(trx, staffId, all);
  const cases = all.filter((id) => !closed.has(id));
  const byWrit = await parts.measuresAskedOn(trx, cases);
  const isInYear = (on: CivilDate | undefined) => on !== undefined && on >= from && on <= to;
  const [requested, granted, executed] = [
    await casesWith(trx, 'measuresRequested', { from, to }),
    await casesWith(trx, 'measuresDecided', { from, to }),
    await casesWith(trx, 'executionStarted', { from, to }),
  ];
  return {
    requested: cases.filter((id) => requested.has(id) || isInYear(byWrit.get(id))).length,
    granted: cases.filter((id) => granted.has(id)).length,
    executed: cases.filter((id) => executed.has(id)).length,
  };
}
