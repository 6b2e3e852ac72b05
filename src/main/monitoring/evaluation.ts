/** The series of one year as exact counts, for the anonymised file of the year: another part rounds what leaves. */
import { figureOfYear, seriesIds, type SeriesId } from '../../shared/monitoring/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { readFacts } from './record.ts';
import type { Trx } from './tables.ts';

/** Null: the record does not hold it («no se registra»), or there was nothing to measure. */
export type EvaluationCounts = Readonly<Record<SeriesId, number | null>>;

/** Of every ficha that is not reserved, whoever asks: no figure of the file depends on who made it. */
export async function evaluationCounts(trx: Trx, year: number, today: CivilDate): Promise<EvaluationCounts> {
  const facts = await readFacts(trx, { today, staffId: null, since: null });
  return Object.fromEntries(seriesIds.map((id) => [id, figureOfYear(id, facts, year)])) as EvaluationCounts;
}
