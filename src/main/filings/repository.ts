/** Filings issued in a case: what was asked, beside the frozen document. */
import type { Trx } from '../database.ts';
import type { FilingsTables } from './tables.ts';

export async function insertFiling(trx: Trx, row: FilingsTables['filing'], measures: readonly string[]): Promise<void> {
  await trx.insertInto('filing').values(row).execute();
  if (measures.length === 0) return;
  await trx
    .insertInto('filing_measure')
    .values(measures.map((measure) => ({ filing_id: row.id, measure })))
    .execute();
}

/** The number the next writ of the case would carry, from 1. */
export async function nextWritNumber(trx: Trx, caseId: string): Promise<number> {
  const row = await trx
    .selectFrom('filing')
    .select((select) => select.fn.max('writ_number').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
