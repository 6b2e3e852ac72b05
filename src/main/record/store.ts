/** Rows, versions and history of a kept thing, from its description. */
import { fail } from '../../shared/platform/failures.ts';
import {
  columnOfField,
  isTwin,
  type FormOf,
  type Kept,
  type KeptChange,
  type RecordOf,
} from '../../shared/record/index.ts';
import { staffNames } from '../access/index.ts';
import { listOwnChanges, recordChanges } from '../history/index.ts';
import { tablesOf, updateVersioned } from '../platform/storage/rows.ts';
import type { Trx, Use } from '../platform/unit.ts';
import { columnsOfValues, valuesOfRow, type AnswerColumns } from './columns.ts';

type Target = { readonly id: string; readonly version: number };

type Changed<K extends Kept> = (unit: Use, before: RecordOf<K> | null, after: RecordOf<K>) => Promise<void>;

/** The table has no type of its own: this file alone names it, and its columns are those of the description. */
const rows = tablesOf<Record<string, AnswerColumns>>();

/** Nothing is ever erased: a thing goes out of use. */
export class KeptStore<K extends Kept> {
  readonly #thing: K;
  readonly #changed: Changed<K>;

  /** `changed` runs in the same transaction after each change; before is null for a new record. */
  constructor(thing: K, changed: Changed<K> = () => Promise.resolve()) {
    this.#thing = thing;
    this.#changed = changed;
  }

  #record(row: AnswerColumns): RecordOf<K> {
    const values = valuesOfRow(this.#thing.fields, row);
    const { id, is_active: isActive, changed_on: changedOn, version } = row;
    // The columns are those of the fields; the output schema of the gate reads it once more.
    return { ...values, id, isActive: isActive === 1, changedOn, version } as unknown as RecordOf<K>;
  }

  async list(trx: Trx): Promise<RecordOf<K>[]> {
    let query = rows(trx).selectFrom(this.#thing.kind).selectAll();
    for (const name of [...this.#thing.order, 'id'])
      query = query.orderBy(columnOfField(name, this.#thing.fields[name]));
    return (await query.execute()).map((row) => this.#record(row));
  }

  /** Also one no longer used: a paper written to it must still be readable. Null when there is none. */
  async find(trx: Trx, id: string): Promise<RecordOf<K> | null> {
    const row = await rows(trx).selectFrom(this.#thing.kind).selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : this.#record(row);
  }

  async #get(trx: Trx, id: string): Promise<RecordOf<K>> {
    const found = await this.find(trx, id);
    if (found === null) throw fail('not-found');
    return found;
  }

  async #refuseTwin(trx: Trx, values: object, own: string | null): Promise<void> {
    const others = (await this.list(trx)).filter(({ id, isActive }) => isActive && id !== own);
    const hasTwin = others.some((other) => isTwin(this.#thing, { ...other }, { ...values }));
    if (hasTwin) throw fail('duplicate', this.#thing.unique.reason);
  }

  /** Seals, history and what the domain does with it. */
  async #settle(unit: Use, id: string, before: RecordOf<K> | null): Promise<RecordOf<K>> {
    const { kind } = this.#thing;
    const after = await this.#get(unit.trx, id);
    await recordChanges(unit, {
      ...{ caseId: null, part: kind, record: { kind, id }, reason: null },
      before: before === null ? null : told(before),
      after: told(after),
    });
    unit.touch(kind, id);
    unit.about(kind, id);
    await this.#changed(unit, before, after);
    return after;
  }

  async keep(
    unit: Use,
    { id, version, form }: { id: string | null; version: number | null; form: FormOf<K> },
  ): Promise<RecordOf<K>> {
    await this.#refuseTwin(unit.trx, form, id);
    const columns = columnsOfValues(this.#thing.fields, form);
    if (id !== null) {
      const before = await this.#get(unit.trx, id);
      await updateVersioned(
        rows(unit.trx),
        this.#thing.kind,
        { id, version: version ?? 0 },
        { ...columns, changed_on: unit.today },
      );
      return this.#settle(unit, id, before);
    }
    const own = { id: unit.newId(), is_active: 1, changed_on: unit.today, version: 1 };
    await rows(unit.trx)
      .insertInto(this.#thing.kind)
      .values({ ...columns, ...own })
      .execute();
    return this.#settle(unit, own.id, null);
  }

  async retire(unit: Use, { isActive, ...target }: Target & { isActive: boolean }): Promise<RecordOf<K>> {
    const before = await this.#get(unit.trx, target.id);
    if (isActive) await this.#refuseTwin(unit.trx, before, target.id);
    const change = { is_active: isActive ? 1 : 0, changed_on: unit.today };
    await updateVersioned(rows(unit.trx), this.#thing.kind, target, change);
    return this.#settle(unit, target.id, before);
  }

  async changes({ trx }: Use, { id }: { id: string }): Promise<{ changes: KeptChange[] }> {
    await this.#get(trx, id);
    return { changes: await changesOf(trx, this.#thing.kind, id) };
  }
}

/** What its history tells of a record that is of no ficha, newest first. */
export async function changesOf(trx: Trx, kind: string, id: string): Promise<KeptChange[]> {
  const names = await staffNames(trx);
  const sets = await listOwnChanges(trx, { kind, id }, 100);
  return sets.map(({ changedBy, changedAt, isFirst, fields }) => ({
    ...{ changedBy: names.get(changedBy) ?? '', changedAt, isFirst },
    fields: fields.map(({ field, before, after }) => ({ field, before, after })),
  }));
}

/** What its history tells: everything a person can read of it. */
function told<K extends Kept>({ id: _id, changedOn: _on, version: _version, ...values }: RecordOf<K>) {
  return values;
}
