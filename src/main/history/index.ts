/**
 * The history: any domain records the changes of its records here, with the save itself, and reads them back newest first.
 * Nothing is ever updated or erased.
 */
import { sql } from 'kysely';
import { changesBetween, type ChangeReason, type FieldChange, type Fields } from '../../shared/history/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import type { SealedFieldName } from '../platform/storage/sealed-field-names.ts';
import { tablesIn, type Trx, type HistoryTables, type Use } from './tables.ts';
import { cellsOf, firstRows, insertRow, rowsOf, changeRecord, columnsIn, byNow } from '../platform/storage/rows.ts';

export type { HistoryOpened } from './tables.ts';

type ChangeField = Extract<SealedFieldName, `change.${string}`>;

/** Which fields of a record belong to a compartment, and to which. */
export type Reserve = { readonly name: ChangeField; readonly isReserved: (field: string) => boolean };

export type Change = {
  readonly caseId: CaseId | null;
  readonly part: string;
  readonly record: { readonly kind: string; readonly id: string };
  /** Null at the first save: then only who and when are kept, the answers stand in the record. */
  readonly before: Fields | null;
  readonly after: Fields;
  readonly reason: ChangeReason | null;
  readonly reserve?: Reserve;
};

/** Keeps what a save changes; a save that changes nothing leaves no set. */
export async function recordChanges(unit: Use, change: Change): Promise<void> {
  const fields = change.before === null ? [] : changesBetween(change.before, change.after);
  if (change.before !== null && fields.length === 0) return;
  const id = unit.newId();
  await insertRow(tablesIn(unit.trx), 'change_set', {
    id,
    case_id: change.caseId,
    part: change.part,
    record_kind: change.record.kind,
    record_id: change.record.id,
    is_first: change.before === null ? 1 : 0,
    reason_code: change.reason?.code ?? null,
    reason_text: change.reason?.text ?? null,
    ...byNow(unit, 'changed'),
    version: 1,
  });
  await insertFields(unit.trx, id, fields, change.reserve);
  unit.touch('change_set', id);
}

const read = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));

async function insertFields(
  trx: Trx,
  setId: string,
  fields: readonly FieldChange[],
  reserve: Reserve | undefined,
): Promise<void> {
  if (fields.length === 0) return;
  const isReserved = (field: string) => reserve?.isReserved(field) ?? false;
  const rows = fields.map(({ field, before, after }, position) => ({
    set_id: setId,
    position,
    field,
    before_value: isReserved(field) ? null : json(before),
    after_value: isReserved(field) ? null : json(after),
    is_reserved: isReserved(field) ? (1 as const) : (0 as const),
  }));
  await insertRow(tablesIn(trx), 'field_change', rows);
  const kept = fields.filter(({ field }) => isReserved(field));
  if (reserve !== undefined && kept.length > 0)
    await SealedFields.put(trx, { name: reserve.name, ownerId: setId }, JSON.stringify(kept));
}

export type ChangeSet = {
  readonly id: string;
  readonly part: string;
  readonly isFirst: boolean;
  readonly reason: ChangeReason | null;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly fields: readonly FieldChange[];
};

const newestFirst = ['changed_at desc', 'rowid desc'] as const;

/** Sets of these parts of a case, newest first. `reserves` names where reserved values of a part stand. */
export async function listChanges(
  trx: Trx,
  query: { caseId: CaseId; parts: readonly string[]; limit: number },
  reserves: Readonly<Record<string, ChangeField>>,
): Promise<ChangeSet[]> {
  if (query.parts.length === 0) return [];
  const { caseId, parts, limit } = query;
  const ofParts = { case_id: caseId, part: parts };
  const sets = await firstRows(tablesIn(trx), 'change_set', ofParts, { most: limit, order: newestFirst });
  return withFields(trx, sets, reserves);
}

/** Changes of fields of these names in these cases after a moment, newest first; a first save changes nothing. */
export async function changesAfter(
  trx: Trx,
  caseIds: readonly CaseId[],
  { fields, after }: { readonly fields: readonly string[]; readonly after: Instant },
): Promise<{ caseId: CaseId | null; at: Instant; field: string; before: unknown }[]> {
  const rows = await tablesIn(trx)
    .selectFrom('change_set')
    .innerJoin('field_change', 'field_change.set_id', 'change_set.id')
    .select(['change_set.case_id as caseId', 'change_set.changed_at as at'])
    .select(['field_change.field', 'field_change.before_value as before'])
    .where('change_set.case_id', 'in', among(caseIds))
    .where('change_set.changed_at', '>', after)
    .where('field_change.field', 'in', fields)
    .orderBy('change_set.changed_at', 'desc')
    .orderBy(sql`change_set.rowid`, 'desc')
    .execute();
  return rows.map((row) => ({ ...row, before: read(row.before) }));
}

type RecordRef = { readonly kind: string; readonly id: string };

async function changesOf(trx: Trx, { kind, id }: RecordRef, cases: readonly CaseId[] | null, most: number) {
  const ofRecord = { record_kind: kind, record_id: id, case_id: cases };
  return withFields(trx, await firstRows(tablesIn(trx), 'change_set', ofRecord, { most, order: newestFirst }), {});
}

/** Sets of one record kept in these cases, newest first; values under reserve are left out. */
export async function listRecordChanges(
  trx: Trx,
  record: RecordRef,
  { cases, limit }: { cases: readonly CaseId[]; limit: number },
): Promise<ChangeSet[]> {
  return cases.length === 0 ? [] : changesOf(trx, record, cases, limit);
}

/** Sets of a record that belongs to no case, newest first. */
export function listOwnChanges(trx: Trx, record: RecordRef, limit: number): Promise<ChangeSet[]> {
  return changesOf(trx, record, null, limit);
}

async function withFields(
  trx: Trx,
  sets: readonly HistoryTables['change_set'][],
  reserves: Readonly<Record<string, ChangeField>>,
): Promise<ChangeSet[]> {
  if (sets.length === 0) return [];
  const ids = sets.map((set) => set.id);
  const rows = await rowsOf(tablesIn(trx), 'field_change', { set_id: ids }, 'position');
  const bySet = Map.groupBy(rows, (row) => row.set_id);
  const found: ChangeSet[] = [];
  for (const set of sets) {
    const own = bySet.get(set.id) ?? [];
    const name = reserves[set.part];
    const hidden = name !== undefined && own.some((row) => row.is_reserved === 1);
    const kept = hidden ? await reservedOf(trx, set.id, name) : [];
    found.push({
      ...cellsOf(set, 'id', 'part', 'changed_by', 'changed_at'),
      isFirst: set.is_first === 1,
      reason: set.reason_code === null ? null : { code: set.reason_code, text: set.reason_text },
      fields: own.map((row) => kept.find(({ field }) => field === row.field) ?? plainChange(row)),
    });
  }
  return found;
}

async function reservedOf(trx: Trx, ownerId: string, name: ChangeField): Promise<FieldChange[]> {
  const body = await SealedFields.get(trx, { name, ownerId });
  return body === null ? [] : (JSON.parse(body) as FieldChange[]);
}

function plainChange(row: { field: string; before_value: string | null; after_value: string | null }): FieldChange {
  return { field: row.field, before: read(row.before_value), after: read(row.after_value) };
}

/** Part and name of every field of a case that was changed since it was first saved, each once. */
export async function changedFields(trx: Trx, query: { caseId: CaseId; parts: readonly string[] }) {
  return tablesIn(trx)
    .selectFrom('change_set')
    .innerJoin('field_change', 'field_change.set_id', 'change_set.id')
    .select(['change_set.part', 'field_change.field'])
    .distinct()
    .where('change_set.case_id', '=', query.caseId)
    .where('change_set.part', 'in', query.parts)
    .execute();
}

/** What one field of a part was set to last; null when it never was, or was emptied. */
export async function newestValue(
  trx: Trx,
  { caseId, part, field }: { caseId: CaseId; part: string; field: string },
): Promise<unknown> {
  const row = await tablesIn(trx)
    .selectFrom('change_set')
    .innerJoin('field_change', 'field_change.set_id', 'change_set.id')
    .select('field_change.after_value')
    .where('change_set.case_id', '=', caseId)
    .where('change_set.part', '=', part)
    .where('field_change.field', '=', field)
    .orderBy('change_set.changed_at', 'desc')
    .orderBy(sql`change_set.rowid`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return read(row?.after_value ?? null);
}

/** Who first saved each part of a case; a part never saved has nobody. */
export async function firstAuthors(trx: Trx, caseId: CaseId): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(tablesIn(trx), 'change_set', { case_id: caseId, is_first: 1 }, 'changed_at');
  return new Map(rows.toReversed().map(({ part, changed_by }) => [part, changed_by]));
}

/** The history of these parts goes with what it tells of into another case. `records`: by the old id, the new one. */
export async function moveChanges(
  unit: Use,
  { from, to }: { readonly from: CaseId; readonly to: CaseId },
  parts: readonly string[],
  records: ReadonlyMap<string, string>,
): Promise<void> {
  const sets = await columnsIn(tablesIn(unit.trx), 'change_set', ['id', 'record_id', 'version'], {
    case_id: from,
    part: parts,
  });
  for (const { record_id, ...set } of sets) {
    const change = { case_id: to, record_id: records.get(record_id) ?? record_id };
    await changeRecord(unit, tablesIn, 'change_set', { ...set, ...change });
  }
}
