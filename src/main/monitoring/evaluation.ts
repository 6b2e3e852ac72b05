/** The series of the evaluation for the yearly anonymised file: counts alone, of the whole centre. */
import { figureOfYear, seriesIds, seriesOf, type SeriesId } from '../../shared/monitoring/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { readFacts } from './record.ts';
import type { Trx } from './tables.ts';

export type EvaluationCount = { readonly key: SeriesId; readonly label: string; readonly count: number | null };

/** True counts of a year, null where the record does not hold them; times and shares are no counts and stay inside. */
export async function evaluationCounts(trx: Trx, year: number, today: CivilDate): Promise<EvaluationCount[]> {
  const facts = await readFacts(trx, { today, staffId: null, since: null });
  return seriesIds
    .filter((id) => seriesOf(id).measure.of === 'count')
    .map((key) => ({
      ...{ key, label: `${seriesOf(key).group}: ${seriesOf(key).label}` },
      count: figureOfYear(key, facts, year),
    }));
}
