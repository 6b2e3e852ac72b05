/** A whole list read once under its settings: its table, and what is kept of it. */
import type { ListFormat, ListSettings } from '../../shared/imports/index.ts';
import { readSource, sheetsOf, type SourceTable } from './list-file.ts';
import { leanWith, ownCounts } from './name-lists.ts';
import { profileOf } from './profile.ts';
import type { Reading } from './repository.ts';

export function readingOf(settings: ListSettings, table: SourceTable, sheets: Reading['view']['sheets']): Reading {
  const own = ownCounts(table, settings);
  return { headers: table.headers, own, view: { sheets, ...profileOf(settings, table, leanWith(own)) } };
}

export async function readList(
  bytes: Uint8Array,
  format: ListFormat,
  settings: ListSettings,
): Promise<{ table: SourceTable; reading: Reading }> {
  const table = await readSource(bytes, format, settings);
  return { table, reading: readingOf(settings, table, await sheetsOf(bytes, format)) };
}
