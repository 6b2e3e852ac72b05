/**
 * What can change without a programmer, as dated data: rows with their source and their mark, and which version of a
 * row counts on a day. Pure; the versions a centre adds are kept by `main/rulebook`.
 */
import { civilDateSchema, type CivilDate } from '../platform/dates.ts';
import type { Confirmation } from '../record/index.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import type { z } from '../platform/zod.ts';

/** A value is a flat record, so that one form serves every table. */
export type RuleValue = object;

/** One version of a row. Versions of a row share its `id`; a later one never alters an earlier one. */
export type DatedRow<Value extends RuleValue> = {
  readonly id: string;
  /** 1, 2, 3… within the row: what a paper names when it says what it rests on. */
  readonly version: number;
  readonly value: Value;
  readonly validFrom: CivilDate;
  /** Last day on which it counts; null while it does. */
  readonly validTo: CivilDate | null;
  readonly source: string;
  /** `toConfirm` as well while the second person of a table with two pairs of eyes has not approved. */
  readonly confirmation: Confirmation;
  readonly note: string | null;
};

/** How the one form of all tables asks for a part of a value. */
export type RuleField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'longText' | 'number' | 'yesNo' | 'choice' | 'date' | 'numbers';
  readonly hint?: string;
  /** An empty field is null. */
  readonly optional?: true;
  readonly unit?: string;
  readonly options?: readonly { readonly code: string; readonly label: string }[];
  /** Of a list of parts: what one of them is called. */
  readonly item?: string;
  /** How a part is read that is no text, number or list of numbers. */
  readonly words?: (part: unknown) => string;
  /** The program knows the row by it: shown, never changed. */
  readonly isFixed?: true;
};

export type RuleTable<Value extends RuleValue> = {
  readonly id: string;
  readonly title: string;
  /** One or two sentences above the rows: what the program does with them. */
  readonly about: string;
  /** Checked when a version is written and, where `kept` is absent, each time it is read. */
  readonly value: z.ZodType<Value>;
  /**
   * What a version must at least be to be shown and mended when a later program no longer takes it (`value`). Whoever
   * works with the row refuses it with `isSound`. Absent: one such version makes the whole table unreadable.
   */
  readonly kept?: z.ZodType<Value>;
  readonly fields: readonly RuleField[];
  /** Law and instruments: a value counts as confirmed only when a second person approved it. */
  readonly needsTwoEyes: boolean;
  /** A version works only when the second person approved it; until then the one before goes on. */
  readonly worksApproved?: true;
  /** The centre may add rows; else it only changes those the program knows. */
  readonly mayAdd?: true;
  readonly addWords?: string;
  /** Rows are added where they are used, not from the list. */
  readonly addsElsewhere?: true;
  /** The table whose new row its list offers instead. */
  readonly addsTo?: { readonly tableId: string; readonly words: string };
  /** What the form of a new row starts with; absent: every part empty. */
  readonly blank?: Value;
  readonly shipped: readonly DatedRow<Value>[];
  /** No two rows that count on one day say the same here. */
  readonly oneOf?: { readonly field: string; of(value: Value): string };
  /** What a row is called in a list. */
  label(value: Value): string;
};

type Shipped<Value extends RuleValue> = Pick<DatedRow<Value>, 'value' | 'source' | 'confirmation'> & {
  readonly validFrom: string;
  readonly validTo?: string | null;
  readonly note?: string | null;
};

/** By check, the values that passed: those that come with the program are the same at every list, some are long texts. */
const passed = new WeakMap<z.ZodType, WeakSet<RuleValue>>();

/** The value passes the check of its table as it is now. */
export function isSound<Value extends RuleValue>({ value }: RuleTable<Value>, row: { readonly value: Value }): boolean {
  const known = passed.get(value) ?? new WeakSet<RuleValue>();
  if (known.has(row.value)) return true;
  if (!value.safeParse(row.value).success) return false;
  passed.set(value, known.add(row.value));
  return true;
}

/** First version of a row that comes with the program. A change of it in a later program is a second version. */
export function shippedRow<Value extends RuleValue>(id: string, row: Shipped<Value>): DatedRow<Value> {
  return {
    id,
    version: 1,
    value: row.value,
    validFrom: row.validFrom as CivilDate,
    validTo: (row.validTo ?? null) as CivilDate | null,
    source: row.source,
    confirmation: row.confirmation,
    note: row.note ?? null,
  };
}

/**
 * The version of a row that counts on a day: the one that began last, and of two that begin on the same day the later
 * one, which corrects the earlier. Null before the first, and after the end of the one that began last.
 *
 * `on` is the day of what set the rule in motion (the notification, the hearing), never today by itself.
 */
export function rowOn<Value extends RuleValue>(
  rows: readonly DatedRow<Value>[],
  id: string,
  on: CivilDate,
): DatedRow<Value> | null {
  const begun = rows.filter((row) => row.id === id && row.validFrom <= on);
  const last = begun.toSorted(byBeginning).at(-1);
  if (last === undefined || (last.validTo !== null && last.validTo < on)) return null;
  return last;
}

/** Every row as it counts on a day, in the order of the table; rows that do not count that day are left out. */
export function rowsOn<Value extends RuleValue>(rows: readonly DatedRow<Value>[], on: CivilDate): DatedRow<Value>[] {
  const byId = Map.groupBy(rows, (row) => row.id);
  return [...byId].map(([id, own]) => rowOn(own, id, on)).filter((row) => row !== null);
}

function byBeginning<Value extends RuleValue>(one: DatedRow<Value>, other: DatedRow<Value>): number {
  if (one.validFrom !== other.validFrom) return one.validFrom < other.validFrom ? -1 : 1;
  return one.version - other.version;
}

/** What differs between two values in the words of the form: «Plazo: 24 → 48». */
export function changeWords(fields: readonly RuleField[], before: RuleValue | null, after: RuleValue): string[] {
  const partOf = (value: RuleValue | null, name: string): unknown =>
    value === null ? null : ((value as Readonly<Record<string, unknown>>)[name] ?? null);
  return fields.flatMap((field) => {
    const was = partWords(field, partOf(before, field.name));
    const is = partWords(field, partOf(after, field.name));
    if (was === is) return [];
    return [before === null ? `${field.label}: ${is}` : `${field.label}: ${was} → ${is}`];
  });
}

/** One part of a value as it is read; «—» where nothing stands. */
export function partWords(field: RuleField, part: unknown): string {
  const isThere = part !== null && part !== undefined;
  const text = field.words !== undefined && isThere ? field.words(part) : plainWords(part, field.kind);
  if (text === '') return '—';
  const chosen = field.options?.find(({ code }) => code === text)?.label ?? text;
  return field.unit === undefined ? chosen : `${chosen} ${field.unit}`;
}

function plainWords(part: unknown, kind: RuleField['kind']): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'boolean') return part ? 'Sí' : 'No';
  if (Array.isArray(part)) return part.map(String).join(', ');
  const day = kind === 'date' ? civilDateSchema.safeParse(part) : null;
  if (day?.success === true) return formatCivilDate(day.data);
  return typeof part === 'string' ? part : JSON.stringify(part);
}
