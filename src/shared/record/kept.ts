/**
 * A thing that the centre keeps, described once: its schema, its row, its form, its list and its history follow.
 *
 * What is law or a rule of its domain stays there; here stands what every kept thing has.
 */
import { changing, reading, readingAll } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, type CivilDate } from '../platform/dates.ts';
import type { FieldIssue } from '../platform/failures.ts';
import { idSchema, versionSchema } from '../platform/ids.ts';
import { fold } from '../platform/text.ts';
import { listOf, z } from '../platform/zod.ts';
import { missingQuestions, type Answers } from './questions.ts';
import { schemaOf, valueSchema, type Field, type Fields, type ValueOf } from './field.ts';

type Always =
  | { readonly required: true; readonly askedWhen?: never }
  | { readonly kind: 'tick'; readonly mayLack?: never };

export type ValuesOf<F extends Fields> = {
  -readonly [Name in keyof F]: F[Name] extends Always ? ValueOf<F[Name]> : ValueOf<F[Name]> | null;
};

/** What every kept thing has besides its fields. */
type Own<Brand extends string> = {
  readonly id: string & z.$brand<Brand>;
  /** False: no longer offered; what was written with it keeps its words. */
  readonly isActive: boolean;
  /** Day of the last change. */
  readonly changedOn: CivilDate;
  readonly version: number;
};

/**
 * What a kept thing may be asked: all of it stands in columns of its own row, and none of it depends on another answer.
 * Ticks of many and days known in part are of the sections of the form.
 */
type KeptField = Exclude<Field, { readonly kind: 'ticks' | 'partialDate' }> & { readonly askedWhen?: never };
type KeptFields = Readonly<Record<string, KeptField>>;

export type Kept<F extends KeptFields = KeptFields, Brand extends string = string> = {
  /** Its table, its kind under seal and in the history, and the first part of its audit actions. */
  readonly kind: string;
  readonly brand: Brand;
  readonly fields: F;
  /** The field that names it. */
  readonly name: string;
  readonly order: readonly string[];
  /** What a list shows beside the name. */
  readonly columns: readonly string[];
  /** Two in use of which all these are the same could not be told apart: words of the refusal. */
  readonly unique: { readonly fields: readonly string[]; readonly reason: string };
  /** What the fields must be together; empty when nothing is wrong. Absent: nothing. */
  rules?(values: ValuesOf<F>): readonly FieldIssue[];
};

export type FormOf<K extends Kept> = K extends Kept<infer F> ? ValuesOf<F> : never;
export type RecordOf<K extends Kept> = K extends Kept<infer F, infer Brand> ? ValuesOf<F> & Own<Brand> : never;

/** Keeps the exact fields in its type; only they may be named. */
export function kept<const F extends KeptFields, const Brand extends string>(
  description: Kept<F, Brand> & {
    name: keyof F;
    order: readonly (keyof F)[];
    columns: readonly (keyof F)[];
    unique: { fields: readonly (keyof F)[] };
  },
): Kept<F, Brand> {
  return description;
}

/** A tick that is always one or the other. */
const isMark = (field: Field) => field.kind === 'tick' && field.mayLack !== true;

function shapeOf(fields: Fields): Record<string, z.ZodType> {
  const isAlways = (field: Field) => isMark(field) || (field.required === true && field.askedWhen === undefined);
  const ofField = (field: Field) => (isAlways(field) ? valueSchema(field) : valueSchema(field).nullable());
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, ofField(field)]));
}

/** A day and an id are plain texts until they were read. */
type Given<Value> = Value extends CivilDate | z.$brand ? string : Value;
type ShapeOf<F extends Fields> = { [Name in keyof F]: z.ZodType<ValuesOf<F>[Name], Given<ValuesOf<F>[Name]>> };

/**
 * What is written of a thing that is no list of its own: one schema for form, wire and service. What is required only
 * when another answer asks for it may stay empty until then; `context` is what is known besides these answers.
 */
export function valuesSchema<const F extends Fields>(
  fields: F,
  context: Answers = {},
): z.ZodObject<ShapeOf<F>, z.core.$strict> {
  const schema = z.strictObject(shapeOf(fields)).superRefine((values, check) => {
    // What it was extended with may be asked for by a rule; an answer of its own that is not asked may not.
    const beside = Object.entries(values).filter(([name]) => !(name in fields));
    for (const name of missingQuestions(fields, values, { ...Object.fromEntries(beside), ...context }))
      check.addIssue({ code: 'custom', path: [name], message: fields[name]?.missing ?? 'Complete este dato.' });
  });
  // The shape was made from the very fields that the type is made from.
  return schema as unknown as z.ZodObject<ShapeOf<F>, z.core.$strict>;
}

/** One schema for form, wire and service. */
export function formSchema<K extends Kept>(thing: K): z.ZodType<FormOf<K>, FormOf<K>> {
  const schema = z.strictObject(shapeOf(thing.fields)).superRefine((values, context) => {
    // Read by the shape of the very fields that the type of its rules is made from.
    for (const { path, message } of thing.rules?.(values as never) ?? [])
      context.addIssue({ code: 'custom', path: [path], message });
  });
  return schemaOf<FormOf<K>>(schema);
}

const ownShape = (brand: string) => ({
  ...{ id: idSchema(brand), isActive: z.boolean(), changedOn: civilDateSchema, version: versionSchema },
});

function recordSchema<K extends Kept>(thing: K): z.ZodType<RecordOf<K>> {
  return schemaOf<RecordOf<K>, unknown>(z.strictObject({ ...shapeOf(thing.fields), ...ownShape(thing.brand) }));
}

/** Nothing filled in: ticks are off. */
export function blankValues(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, isMark(field) ? false : null]));
}

/** What a form begins with: what has to be answered is empty too, until its schema asks for it. */
export function blankForm<Values extends object>(fields: Fields, more: Partial<Values> = {}): Values {
  return { ...blankValues(fields), ...more } as Values;
}

/** Whether nobody could tell these two apart, accents and case aside. */
export function isTwin(
  { unique }: Kept,
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  const plain = (value: unknown) => (typeof value === 'string' ? fold(value) : value);
  return unique.fields.every((name) => plain(one[name]) === plain(other[name]));
}

const changeSchema = z.strictObject({
  changedBy: z.string(),
  changedAt: instantSchema,
  isFirst: z.boolean(),
  fields: listOf({ field: z.string(), before: z.unknown(), after: z.unknown() }),
});
export type KeptChange = z.infer<typeof changeSchema>;

/** The four procedures of a kept thing; its domain gives them their names. */
export function keptProcedures<K extends Kept, const Read extends string, const Write extends string>(
  thing: K,
  { read, write }: { readonly read: Read; readonly write: Write },
) {
  const id = idSchema(thing.brand);
  const record = recordSchema(thing);
  return {
    /** Those no longer used too, with their mark. */
    list: readingAll(read, `${thing.kind}.listed`, { records: z.array(record) }),
    /** A new one when `id` is null, else a change of that version. */
    keep: changing(write, `${thing.kind}.kept`, {
      input: z.strictObject({ id: id.nullable(), version: versionSchema.nullable(), form: formSchema(thing) }),
      output: record,
    }),
    /** Out of use and back. */
    retire: changing(write, `${thing.kind}.retired`, {
      input: z.strictObject({ id, version: versionSchema, isActive: z.boolean() }),
      output: record,
    }),
    changes: reading(read, `${thing.kind}.changesRead`, {
      input: z.strictObject({ id }),
      output: z.strictObject({ changes: z.array(changeSchema) }),
    }),
  };
}
