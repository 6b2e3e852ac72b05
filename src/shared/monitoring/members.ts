/**
 * What a figure counts, one by one. Figure, table, chart and list are all made of the same members: none can say what
 * another does not.
 */
import {
  addDays,
  addMonths,
  civilDateSchema,
  monthSchema,
  spanOf,
  type CivilDate,
  type Month,
} from '../platform/dates.ts';
import { caseIdSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { percentile } from '../reception/index.ts';

export const memberSchema = z.strictObject({
  /** One of its kind in its month has it once; the same of another month is the same. */
  id: z.string(),
  month: monthSchema,
  /** Code of its column in the table. */
  kind: z.string(),
  /** What «Abrir» opens; null where there is no ficha. */
  caseId: caseIdSchema.nullable(),
  /** Number of the ficha, or of the turn: never a name. */
  number: z.string(),
  on: civilDateSchema.nullable(),
  /** Days or minutes; null where nothing is measured. */
  value: z.number().nullable(),
  /** Beside the date: «17 días», «ya el 02/06». */
  facts: z.string(),
  isLate: z.boolean(),
  who: z.string(),
});
export type Member = Readonly<z.infer<typeof memberSchema>>;

const cellSchema = z.strictObject({
  kind: z.string(),
  count: z.int(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});
export type Cell = Readonly<z.infer<typeof cellSchema>>;

/** One month of an indicator, in figures. */
export const tallySchema = z.strictObject({
  month: monthSchema,
  /** Null: nothing to measure. */
  figure: z.number().nullable(),
  /** Of all that the figure is made of. */
  p90: z.number().nullable(),
  count: z.int(),
  cells: z.array(cellSchema),
});
export type Tally = Readonly<z.infer<typeof tallySchema>>;

/** How the figure of an indicator is made of its members. */
export type Measure = {
  readonly of: 'count' | 'median';
  /** Kinds that the figure counts; null for all. */
  readonly kinds: readonly string[] | null;
};

/** Rows by which the same members are put together once more; a member may be in none or in several. */
export type PartsOf = (member: Member) => readonly string[];

/** Which of the members: of these months, of one kind, or (null) those that the figure counts. */
export type Choice = { readonly months: readonly Month[]; readonly kind: string | null };

/** What stands in several months, as a ficha that is held, is one: it is told as the newest of them has it. */
function once(members: readonly Member[]): Member[] {
  const kept = new Map<string, Member>();
  for (const member of members) {
    const key = `${member.kind} ${member.id}`;
    const known = kept.get(key);
    if (known === undefined || known.month < member.month) kept.set(key, member);
  }
  return [...kept.values()];
}

/** The one rule by which a member is in a figure, and in its list. */
export function chosen(members: readonly Member[], measure: Measure, { months, kind }: Choice): Member[] {
  const isWanted = (one: Member) =>
    kind === null ? measure.kinds === null || measure.kinds.includes(one.kind) : one.kind === kind;
  return once(members.filter((one) => months.includes(one.month) && isWanted(one)));
}

const rounded = (values: readonly number[], p: number): number | null => {
  const value = percentile(values, p);
  return value === null ? null : Math.round(value);
};

const valuesOf = (members: readonly Member[]) => members.flatMap(({ value }) => value ?? []);

export function tallyOf(members: readonly Member[], measure: Measure, months: readonly Month[]): Tally {
  const own = chosen(members, measure, { months, kind: null });
  const inMonths = once(members.filter(({ month }) => months.includes(month)));
  const cells = [...Map.groupBy(inMonths, ({ kind }) => kind)].map(([kind, some]): Cell => {
    const values = valuesOf(some);
    return { kind, count: some.length, p50: rounded(values, 0.5), p90: rounded(values, 0.9) };
  });
  const values = valuesOf(own);
  return {
    month: months.at(-1) ?? ('' as Month),
    figure: measure.of === 'count' ? own.length : rounded(values, 0.5),
    p90: rounded(values, 0.9),
    count: own.length,
    cells,
  };
}

export const countOf = ({ cells }: Tally, ...kinds: readonly string[]): number =>
  cells.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);

export function twelveMonths(last: Month): Month[] {
  return Array.from({ length: 12 }, (_, at) => addMonths(last, at - 11));
}

export function monthsOf(year: number): Month[] {
  return twelveMonths(`${year}-12` as Month);
}

/** Its last day, or today while the month runs. */
export function endOf(month: Month, today: CivilDate): CivilDate {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  const { last } = spanOf({ year, month: ofYear, day: null });
  return last < today ? last : today;
}

const dayMs = 24 * 60 * 60 * 1000;

export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

export const daysBefore = (on: CivilDate, days: number): CivilDate => addDays(on, -days);
