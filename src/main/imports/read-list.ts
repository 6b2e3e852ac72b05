/** A whole list read once under its settings: its table, and what is kept of it. */
import type { ListFormat, ListSettings } from '../../shared/imports/index.ts';
import { readSource, sheetsOf, type SourceTable } from './list-file.ts';
import { leanWith, ownCounts } from './name-lists.ts';
import { profileOf } from './profile.ts';
import type { Reading } from './repository.ts';

export type ListBytes = { readonly bytes: Uint8Array; readonly format: ListFormat };

export async function readingOf(
  { bytes, format }: ListBytes,
  settings: ListSettings,
  table: SourceTable,
): Promise<Reading> {
  const own = ownCounts(table, settings);
  const view = { sheets: await sheetsOf(bytes, format), ...profileOf(settings, table, leanWith(own)) };
  return { headers: table.headers, own, view };
}

export async function readList(
  file: ListBytes,
  settings: ListSettings,
): Promise<{ table: SourceTable; reading: Reading }> {
  const table = await readSource(file.bytes, file.format, settings);
  return { table, reading: await readingOf(file, settings, table) };
}
