/** Opening a list, saying how it is read, and the dry run. */
import { createHash } from 'node:crypto';
import type { importsContract, ListSettings, ReadContext, ListFormat } from '../../shared/imports/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import { findProposal } from '../access/index.ts';
import { nicknamesOf } from '../people/index.ts';
import type { Preparation } from '../platform/gate/handler.ts';
import { judge, readAlone, Seen } from './judge.ts';
import { formatOf, proposeFileSettings, readSource, sheetsOf, type SourceTable } from './list-file.ts';
import { ListPeople } from './list-people.ts';
import { leanWith, ownCounts } from './name-lists.ts';
import { changeSettings, pendingOf, proposeSettings, profileOf } from './profile.ts';
import {
  allStates,
  findBytes,
  getImportRow,
  insertImport,
  keepReading,
  replaceStates,
  settingsOf,
  updateImport,
  type ImportRow,
} from './repository.ts';
import type { RowState } from './row-state.ts';
import type { ListWork } from './work.ts';
import { type Reading, type Trx, type Use, tablesIn } from './tables.ts';
import { findRow, byNow } from '../platform/storage/rows.ts';

type Contract = typeof importsContract;

export type OpenedFile = {
  readonly bytes: Uint8Array;
  readonly format: ImportRow['format'];
  readonly sha256: string;
  readonly settings: ListSettings;
  readonly reading: Reading;
  readonly rows: number;
};

/** Reads the sent file; what is wrong with it is told before anything is kept. */
export async function readSent(bytes: Uint8Array, fileName: string): Promise<OpenedFile> {
  const format = formatOf(bytes, fileName);
  const file = await proposeFileSettings(bytes, format);
  const table = await readSource(bytes, format, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const settings = proposeSettings(file, table);
  const reading = await readingOf({ bytes, format }, settings, table);
  return { bytes, format, sha256, settings, reading, rows: table.rows.length };
}

export async function keepOpened(unit: Use, fileName: string, opened: OpenedFile) {
  const same = await findRow(tablesIn(unit.trx), 'list_import', {
    sha256: opened.sha256,
    state: ['draft', 'checked', 'proposed', 'done'],
  });
  if (same !== undefined) throw fail('duplicate', same.state === 'done' ? 'list-imported' : 'list-known');
  const id = unit.newId<'ImportId'>();
  const blank = { checked_at: null, content_hash: null, proposal_id: null, undo_proposal_id: null, undo_reason: null };
  const notYet = { undo_keeps: null, done_by: null, done_at: null, undone_by: null, undone_at: null };
  const row: ImportRow = {
    id,
    file_name: fileName,
    format: opened.format,
    sha256: opened.sha256,
    state: 'draft',
    settings: JSON.stringify(opened.settings),
    rows: opened.rows,
    cases: 0,
    ...blank,
    ...notYet,
    ...byNow(unit, 'started'),
    version: 1,
  };
  await insertImport(unit.trx, row, opened);
  unit.touch('list_import', id);
  unit.note({ rows: opened.rows, format: opened.format });
  return { importId: id };
}

/** Whether the list waits for a second person; a declined proposal gives it back. */
export async function isProposed(trx: Trx, row: ImportRow): Promise<boolean> {
  if (row.state !== 'proposed' || row.proposal_id === null) return false;
  return (await findProposal(trx, row.proposal_id))?.state === 'pending';
}

/** @throws rule-broken `list-locked` */
export async function refuseLocked(trx: Trx, row: ImportRow): Promise<void> {
  const isOpen = row.state === 'draft' || row.state === 'checked' || row.state === 'proposed';
  if (!isOpen || (await isProposed(trx, row))) throw fail('rule-broken', 'list-locked');
}

export type OpenList = { readonly row: ImportRow; readonly bytes: Uint8Array };

/** The list and its file, while it may still be changed. */
export async function openList(trx: Trx, importId: string): Promise<OpenList> {
  const row = await getImportRow(trx, importId);
  await refuseLocked(trx, row);
  const bytes = await findBytes(trx, importId);
  if (bytes === null) throw fail('rule-broken', 'list-locked');
  return { row, bytes };
}

/** @throws rule-broken `list-column-twice`, at the second field of the column */
function refuseColumnTwice(settings: ListSettings): void {
  const used = new Set<number>();
  for (const [field, at] of Object.entries(settings.columns)) {
    if (used.has(at))
      throw failAt(`settings.columns.${field}`, 'Esta columna ya está elegida para otro dato.', 'list-column-twice');
    used.add(at);
  }
}

export type NewSettings = { readonly settings: ListSettings; readonly reading: Reading; readonly rows: number };

export async function prepareSettings(
  call: Preparation<Trx>,
  input: InputOf<Contract['setImportSettings']>,
): Promise<NewSettings> {
  const { row, bytes } = await call.read((trx) => openList(trx, input.importId));
  const table = await readSource(bytes, row.format, input.settings);
  const settings = changeSettings(settingsOf(row), input.settings, table);
  refuseColumnTwice(settings);
  const reading = await readingOf({ bytes, format: row.format }, settings, table);
  return { settings, reading, rows: table.rows.length };
}

export async function keepSettings(
  unit: Use,
  input: InputOf<Contract['setImportSettings']>,
  { settings, reading, rows }: NewSettings,
): Promise<OutputOf<Contract['setImportSettings']>> {
  await refuseLocked(unit.trx, await getImportRow(unit.trx, input.importId));
  const change = { settings: JSON.stringify(settings), rows, state: 'draft', checked_at: null } as const;
  await updateImport(unit, { id: input.importId, version: input.version }, change);
  // Rows judged under other columns say nothing any more; what a person mended in them goes with them.
  await replaceStates(unit.trx, input.importId, []);
  await keepReading(unit.trx, input.importId, reading);
  unit.note({ columns: Object.keys(settings.columns).length });
  return { version: input.version + 1 };
}

export function contextFor(settings: ListSettings, rest: Omit<ReadContext, 'settings'>): ReadContext {
  // Without a written date no order is needed, and none was asked.
  return { settings: { ...settings, dateOrder: settings.dateOrder ?? 'dmy' }, ...rest };
}

const untouched = {
  ...{ edits: {}, isExcluded: false, leftOutAt: null, isConfirmed: false },
  choices: { user: null, aggressor: null },
} as const;

export type Checked = { readonly states: readonly RowState[]; readonly reading: Reading };

/** Judges every row, some at a time. Nothing is kept when it is stopped. */
export async function prepareCheck(
  call: Preparation<Trx>,
  importId: string,
  { places, work }: { readonly places: PlaceIndex; readonly work: ListWork },
): Promise<Checked> {
  const { list, before, nicknames } = await call.read(async (trx) => ({
    list: await openList(trx, importId),
    before: new Map((await allStates(trx, importId)).map((state) => [state.line, state])),
    nicknames: await nicknamesOf(trx),
  }));
  const settings = settingsOf(list.row);
  const { table, reading } = await readList({ bytes: list.bytes, format: list.row.format }, settings);
  if (pendingOf(settings, table).length > 0) throw fail('rule-broken', 'list-pending');
  const context = contextFor(settings, { places, lean: leanWith(reading.own), today: call.today });
  const seen = new Seen(new ListPeople(nicknames));
  const states: RowState[] = [];
  await work.run(importId, 'checking', table.rows, async (rows) => {
    await call.read(async (trx) => {
      for (const row of rows) {
        const kept = before.get(row.line) ?? untouched;
        const { edits, isExcluded, leftOutAt, isConfirmed, choices } = kept;
        const { line, cells } = row;
        const result = readAlone(row, edits, context, table.headers);
        const state = { line, cells, edits, isExcluded, leftOutAt, isConfirmed, choices, result };
        states.push(await judge(trx, call.session.staffId, state, seen));
      }
    });
  });
  return { states, reading };
}

export async function keepCheck(
  unit: Use,
  { importId, version }: InputOf<Contract['checkImport']>,
  { states, reading }: Checked,
): Promise<OutputOf<Contract['checkImport']>> {
  await refuseLocked(unit.trx, await getImportRow(unit.trx, importId));
  await updateImport(unit, { id: importId, version }, { state: 'checked', checked_at: unit.now });
  await replaceStates(unit.trx, importId, states);
  await keepReading(unit.trx, importId, reading);
  unit.note({ rows: states.length });
  return { version: version + 1 };
}

type ListBytes = { readonly bytes: Uint8Array; readonly format: ListFormat };

async function readingOf({ bytes, format }: ListBytes, settings: ListSettings, table: SourceTable): Promise<Reading> {
  const own = ownCounts(table, settings);
  const view = { sheets: await sheetsOf(bytes, format), ...profileOf(settings, table, leanWith(own)) };
  return { headers: table.headers, own, view };
}

export async function readList(file: ListBytes, settings: ListSettings) {
  const table = await readSource(file.bytes, file.format, settings);
  return { table, reading: await readingOf(file, settings, table) };
}
