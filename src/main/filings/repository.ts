/** Filings issued in a case: what was asked, beside the frozen document. */
import { sql } from 'kysely';
import type { FilingOptions } from '../../shared/filings/index.ts';
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

/** `00012-2026` and «00012 - 2026» are one file. */
const plain = (fileNumber: string | null) => fileNumber?.toLocaleLowerCase('es').replace(/[\s.]+/g, '') ?? null;

/**
 * Whether another issued writ of the proceeding carries the number: one of the same file in a ficha of the same event, and
 * one of the same case where either has no file number yet. Other fichas are not asked: the answer would tell whoever types
 * a file number that the centre works in that proceeding.
 */
export async function isWritNumberUsed(
  trx: Trx,
  of: { readonly caseId: string; readonly options: Pick<FilingOptions, 'writNumber' | 'courtFileNumber'> },
): Promise<boolean> {
  const rows = await trx
    .selectFrom('filing')
    .innerJoin('case_file as other', 'other.id', 'filing.case_id')
    .innerJoin('case_file as own', 'own.incident_id', 'other.incident_id')
    .select(['filing.case_id', sql<string | null>`filing.options ->> '$.courtFileNumber'`.as('file')])
    .where('own.id', '=', of.caseId)
    .where('filing.writ_number', '=', of.options.writNumber)
    .execute();
  const own = plain(of.options.courtFileNumber);
  return rows.some(({ case_id, file }) => {
    const other = plain(file);
    return own === null || other === null ? case_id === of.caseId : own === other;
  });
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
