/** Lists, their files and rows, and what came in by them. */
import { rowVerdicts, type ListSettings, type RowVerdict, type VerdictCounts } from '../../shared/imports/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { eachOf } from '../../shared/platform/codes-of.ts';
import {
  above,
  changeRows,
  dropRows,
  firstRows,
  insertRow,
  parsed,
  putRow,
  rowOf,
  rowsOf,
  updateVersioned,
  valueIn,
  type Versioned,
} from '../platform/storage/rows.ts';
import { fromRow, toRow, type RowState } from './row-state.ts';
import { tablesIn, type Trx, type ImportsTables, type Reading, type Use } from './tables.ts';

export type ImportRow = ImportsTables['list_import'];
export type ImportedCase = ImportsTables['list_import_case'];

export async function insertImport(
  trx: Trx,
  row: ImportRow,
  { bytes, reading }: { readonly bytes: Uint8Array; readonly reading: Reading },
): Promise<void> {
  await insertRow(tablesIn(trx), 'list_import', row);
  await insertRow(tablesIn(trx), 'list_import_file', { import_id: row.id, bytes, reading: JSON.stringify(reading) });
}

export async function keepReading(trx: Trx, importId: string, reading: Reading): Promise<void> {
  const change = { reading: JSON.stringify(reading) };
  await changeRows(tablesIn(trx), 'list_import_file', { import_id: importId }, change);
}

/** Null once the file is gone, and for a list that was open before readings were kept. */
export async function findReading(trx: Trx, importId: string): Promise<Reading | null> {
  const reading = await valueIn(tablesIn(trx), 'list_import_file.reading', { import_id: importId });
  return reading === null || reading === undefined ? null : parsed(reading);
}

/** @throws not-found */
export async function getImportRow(trx: Trx, importId: string): Promise<ImportRow> {
  return rowOf(tablesIn(trx), 'list_import', { id: importId });
}

export async function listImportRows(trx: Trx): Promise<ImportRow[]> {
  return firstRows(tablesIn(trx), 'list_import', {}, { most: 100, order: ['started_at desc'] });
}

/** @throws conflict when the list changed since that version was read */
export async function updateImport(
  unit: Use,
  target: Versioned,
  change: Partial<Omit<ImportRow, 'id' | 'version'>>,
): Promise<void> {
  await updateVersioned(tablesIn(unit.trx), 'list_import', target, change);
  unit.touch('list_import', target.id);
}

export function settingsOf(row: ImportRow): ListSettings {
  const later = { userNameOrder: null, aggressorNameOrder: null };
  return { ...later, ...parsed(row.settings) };
}

/** Null once the list is in the record or dropped. */
export async function findBytes(trx: Trx, importId: string): Promise<Uint8Array | null> {
  return (await valueIn(tablesIn(trx), 'list_import_file.bytes', { import_id: importId })) ?? null;
}

export async function allStates(trx: Trx, importId: string): Promise<RowState[]> {
  const rows = await rowsOf(tablesIn(trx), 'list_import_row', { import_id: importId }, 'line');
  return rows.map(fromRow);
}

/** @throws not-found */
export async function getState(trx: Trx, importId: string, line: number): Promise<RowState> {
  const row = await rowOf(tablesIn(trx), 'list_import_row', { import_id: importId, line });
  return fromRow(row);
}

export async function pageOfStates(
  trx: Trx,
  importId: string,
  page: { verdict: RowVerdict | null; after: number; size: number },
): Promise<RowState[]> {
  const ofVerdict = page.verdict === null ? {} : { verdict: page.verdict };
  const asked = { import_id: importId, line: above(page.after), ...ofVerdict };
  const rows = await firstRows(tablesIn(trx), 'list_import_row', asked, { most: page.size, order: ['line'] });
  return rows.map(fromRow);
}

/** Leaves out every row with an error, at once. */
export async function leaveOutErrors(trx: Trx, importId: string, at: Instant): Promise<number> {
  const result = await tablesIn(trx)
    .updateTable('list_import_row')
    .set({ is_excluded: 1, verdict: 'excluded', left_out_at: at })
    .where('import_id', '=', importId)
    .where('verdict', '=', 'error')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The instant of the last act that left rows out together, and how many of them are still out. */
export async function lastLeftOut(trx: Trx, importId: string): Promise<{ at: Instant; rows: number } | null> {
  const row = await tablesIn(trx)
    .selectFrom('list_import_row')
    .select((select) => ['left_out_at as at', select.fn.countAll<number>().as('rows')])
    .where('import_id', '=', importId)
    .where('left_out_at', 'is not', null)
    .groupBy('left_out_at')
    .orderBy('left_out_at', 'desc')
    .executeTakeFirst();
  return row === undefined || row.at === null ? null : { at: row.at, rows: row.rows };
}

export async function putState(trx: Trx, importId: string, state: RowState): Promise<void> {
  await putRow(tablesIn(trx), 'list_import_row', toRow(importId, state), { over: ['import_id', 'line'] });
}

export async function replaceStates(trx: Trx, importId: string, states: readonly RowState[]): Promise<void> {
  await dropRows(tablesIn(trx), 'list_import_row', { import_id: importId });
  for (let start = 0; start < states.length; start += 200) {
    const rows = states.slice(start, start + 200).map((state) => toRow(importId, state));
    await insertRow(tablesIn(trx), 'list_import_row', rows);
  }
}

export async function countVerdicts(trx: Trx, importId: string): Promise<VerdictCounts> {
  const rows = await tablesIn(trx)
    .selectFrom('list_import_row')
    .select((select) => ['verdict', select.fn.countAll<number>().as('count')])
    .where('import_id', '=', importId)
    .groupBy('verdict')
    .execute();
  const counts: VerdictCounts = eachOf(rowVerdicts, () => 0);
  for (const row of rows) counts[row.verdict] = row.count;
  return counts;
}

/** Erases the file and its rows: what came in is in the record, and the rest is nobody's business any more. */
export async function eraseWork(trx: Trx, importId: string): Promise<void> {
  await dropRows(tablesIn(trx), 'list_import_row', { import_id: importId });
  await dropRows(tablesIn(trx), 'list_import_file', { import_id: importId });
}

export async function insertImportedCases(trx: Trx, cases: readonly ImportedCase[]): Promise<void> {
  for (let start = 0; start < cases.length; start += 200) {
    await insertRow(tablesIn(trx), 'list_import_case', cases.slice(start, start + 200));
  }
}

export async function importedCases(trx: Trx, importId: string): Promise<ImportedCase[]> {
  return rowsOf(tablesIn(trx), 'list_import_case', { import_id: importId }, 'line');
}

/** Women who stood in the record before these fichas came in. */
export function usersOfBefore(cases: readonly ImportedCase[]): string[] {
  return [...new Set(cases.flatMap((one) => (one.user_is_new === 1 ? [] : [one.user_id])))];
}
