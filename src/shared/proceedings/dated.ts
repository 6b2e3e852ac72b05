/** Rows of the law with their dates: which of them held on a day. */
import type { CivilDate } from '../platform/dates.ts';
import type { Confirmation } from '../platform/questions.ts';

/** One version of a row. `validTo` null: still in force. Both days are included. */
export type DatedRow<Value> = {
  readonly id: string;
  readonly version: number;
  readonly value: Value;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
  readonly confirmation: Confirmation;
  readonly note: string | null;
};

/** Of each id the newest version that held on that day, in the order of the table. */
export function rowsOn<Value>(rows: readonly DatedRow<Value>[], on: CivilDate): DatedRow<Value>[] {
  const newest = new Map<string, DatedRow<Value>>();
  for (const row of rows) {
    if (row.validFrom > on || (row.validTo !== null && row.validTo < on)) continue;
    const known = newest.get(row.id);
    if (known === undefined || known.version < row.version) newest.set(row.id, row);
  }
  return [...newest.values()];
}

export function rowOn<Value>(rows: readonly DatedRow<Value>[], id: string, on: CivilDate): DatedRow<Value> | null {
  return rowsOn(rows, on).find((row) => row.id === id) ?? null;
}
