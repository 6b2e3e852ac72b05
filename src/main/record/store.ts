/** Rows, versions and history of a kept thing, from its description. */
import { sql, type Transaction } from 'kysely';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { columnOf, isTwin, type FormOf, type Kept, type KeptChange, type RecordOf } from '../../shared/record/index.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { listOwnChanges, recordChanges } from '../history/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { fromStorage, toStorage, type AnswerColumns } from './columns.ts';

type Use = Unit<Trx>;
type Target = { readonly id: string; readonly version: number };

export type KeptStore<K extends Kept> = ReturnType<typeof keptStore<K>>;

/**
 * `changed` runs in the same transaction after each change, with the record as it was (null: it is new) and as it is.
 * Nothing is ever erased: a thing goes out of use.
 */
export function keptStore<K extends Kept>(
  thing: K,
  changed: (unit: Use, before: RecordOf<K> | null, after: RecordOf<K>) => Promise<void> = () => Promise.resolve(),
) {
  const { kind, fields, order, unique } = thing;
  /** The table has no type of its own: this file alone names it, and its columns are those of the description. */
  const rows = (trx: Trx) => trx as unknown as Transaction<Record<string, AnswerColumns>>;

  function toRecord(row: AnswerColumns): RecordOf<K> {
    const values = fromStorage(fields, { columns: row, ticks: [], asked: [] });
    const { id, is_active: isActive, changed_on: changedOn, version } = row;
    // The columns are those of the fields; the output schema of the gate reads it once more.
    return { ...values, id, isActive: isActive === 1, changedOn, version } as unknown as RecordOf<K>;
  }

  async function list(trx: Trx): Promise<RecordOf<K>[]> {
    let query = rows(trx).selectFrom(kind).selectAll();
    for (const name of [...order, 'id']) query = query.orderBy(columnOf(name));
    return (await query.execute()).map(toRecord);
  }

  /** Also one no longer used: a paper written to it must still be readable. Null when there is none. */
  async function find(trx: Trx, id: string): Promise<RecordOf<K> | null> {
    const row = await rows(trx).selectFrom(kind).selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toRecord(row);
  }

  async function get(trx: Trx, id: string): Promise<RecordOf<K>> {
    const found = await find(trx, id);
    if (found === null) throw fail('not-found');
    return found;
  }

  async function refuseTwin(trx: Trx, values: object, own: string | null): Promise<void> {
    const others = (await list(trx)).filter(({ id, isActive }) => isActive && id !== own);
    if (others.some((other) => isTwin(thing, { ...other }, { ...values }))) throw fail('duplicate', unique.reason);
  }

  /** @throws conflict when it changed since that version was read */
  async function update(unit: Use, { id, version }: Target, columns: AnswerColumns): Promise<void> {
    const result = await rows(unit.trx)
      .updateTable(kind)
      .set({ ...columns, changed_on: unit.today, version: sql`version + 1` })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) throw fail('conflict');
  }

  /** What its history tells: everything a person can read of it. */
  function told({ id: _id, changedOn: _on, version: _version, ...values }: RecordOf<K>) {
    return values;
  }

  async function settle(unit: Use, id: string, before: RecordOf<K> | null): Promise<RecordOf<K>> {
    const after = await get(unit.trx, id);
    await recordChanges(unit, {
      ...{ caseId: null, part: kind, record: { kind, id }, reason: null },
      before: before === null ? null : told(before),
      after: told(after),
    });
    unit.touch(kind, id);
    unit.about(kind, id);
    await changed(unit, before, after);
    return after;
  }

  async function keep(
    unit: Use,
    { id, version, form }: { id: string | null; version: number | null; form: FormOf<K> },
  ): Promise<RecordOf<K>> {
    await refuseTwin(unit.trx, form, id);
    const { columns } = toStorage(fields, { ...form });
    if (id !== null) {
      const before = await get(unit.trx, id);
      await update(unit, { id, version: version ?? 0 }, columns);
      return settle(unit, id, before);
    }
    const made = unit.newId();
    const own = { id: made, is_active: 1, changed_on: unit.today, version: 1 };
    await rows(unit.trx)
      .insertInto(kind)
      .values({ ...columns, ...own })
      .execute();
    return settle(unit, made, null);
  }

  async function retire(unit: Use, { isActive, ...target }: Target & { isActive: boolean }): Promise<RecordOf<K>> {
    const before = await get(unit.trx, target.id);
    if (isActive) await refuseTwin(unit.trx, before, target.id);
    await update(unit, target, { is_active: isActive ? 1 : 0 });
    return settle(unit, target.id, before);
  }

  async function changes(unit: Use, { id }: { id: string }): Promise<{ changes: KeptChange[] }> {
    await get(unit.trx, id);
    const names = await staffNames(unit.trx);
    const sets = await listOwnChanges(unit.trx, { kind, id }, 100);
    return {
      changes: sets.map(({ changedBy, changedAt, isFirst, fields: changed }) => ({
        ...{ changedBy: names.get(changedBy) ?? '', changedAt: changedAt as Instant, isFirst },
        fields: changed.map(({ field, before, after }) => ({ field, before, after })),
      })),
    };
  }

  return { list, find, keep, retire, changes };
}
