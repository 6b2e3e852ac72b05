/**
 * The yearly anonymised file (disclosure §3.4): profiles, acts, districts and special facts, each list alone over the cases
 * of a year, and the series of the evaluation. It shares no list with the months and is frozen with December.
 */
import { z } from '../platform/zod.ts';
import { bandLimit, roundingBase, schemaVersion } from './codes.ts';
import type { DisplayTable, FigureLine } from './display.ts';
import { publishedPercent } from './figures.ts';
import { columnWords, missingWords, readingNote, totalWords } from './labels.ts';
import { roundControlled, startOf } from './rounding.ts';
import { centreCodeSchema, imprintSchema } from './schema.ts';
import { sumOf } from './views.ts';

/** Fewer cases of residence than this are put together (disclosure §3.4, T16). */
export const districtLimit = 10;
export const otherDistricts = 'Otros distritos';

/** `one-way`: each case in one row, «sin registro» last. `counts`: each row alone, never added (R7, R10). */
export type YearList = {
  /** `T8-educacion`; names the group of the rounding of a count. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'one-way' | 'counts';
  /** True counts; null is not recorded. */
  readonly rows: readonly { readonly label: string; readonly count: number | null }[];
};

const rounded = z.int().nonnegative().multipleOf(roundingBase).nullable();

export const publishedYearSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  centre: centreCodeSchema,
  /** `2026`. */
  period: z.string().regex(/^\d{4}$/),
  /** `band`: 20 cases or fewer in the whole year, no list. */
  view: z.enum(['year', 'band']),
  roundingBase: z.literal(roundingBase),
  revision: z.int().positive(),
  note: z.string(),
  coverage: z.string(),
  total: rounded,
  tables: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      kind: z.enum(['one-way', 'counts']),
      rows: z.array(z.strictObject({ label: z.string(), count: rounded })),
    }),
  ),
});
export type PublishedYear = z.infer<typeof publishedYearSchema>;
export const yearFileSchema = publishedYearSchema.extend({ imprint: imprintSchema });

export type YearUnit = {
  readonly centre: string;
  readonly period: string;
  readonly startBytesOf: (group: string) => Uint8Array;
  readonly revision: number;
};

/** Districts by their code; those of few cases together, «sin registro» last. */
export function joinDistricts(
  rows: readonly { readonly code: string; readonly label: string; readonly count: number }[],
): YearList['rows'] {
  const known = rows.filter(({ code }) => code !== '').toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const few = known.filter(({ count }) => count < districtLimit);
  const missing = sumOf(rows.filter(({ code }) => code === '').map(({ count }) => count));
  return [
    ...known.filter(({ count }) => count >= districtLimit).map(({ label, count }) => ({ label, count })),
    { label: otherDistricts, count: sumOf(few.map(({ count }) => count)) },
    { label: missingWords, count: missing },
  ];
}

/**
 * What leaves for a year. Every one-way list has the start of the cases of the year and so the same total; every count one
 * of its own.
 *
 * @throws RangeError when a one-way list lost or gained a case
 */
export function publishYear(cases: number, lists: readonly YearList[], unit: YearUnit): PublishedYear {
  const start = startOf(unit.startBytesOf('cases'));
  const isBand = cases <= bandLimit;
  const tables = lists.map(({ key, title, kind, rows }) => {
    const counts = rows.map(({ count }) => count ?? 0);
    if (kind === 'one-way' && sumOf(counts) !== cases) throw new RangeError(`${key} lost or gained a case`);
    const together = kind === 'one-way' ? roundControlled(counts, start) : null;
    const alone = (count: number, at: number) =>
      roundControlled([count], startOf(unit.startBytesOf(`${key}-${at + 1}`)))[0] ?? 0;
    return {
      ...{ key, title, kind },
      rows: rows.map(({ label, count }, at) => ({
        label,
        count: count === null ? null : (together?.[at] ?? alone(count, at)),
      })),
    };
  });
  return publishedYearSchema.parse({
    ...{ schemaVersion, centre: unit.centre, period: unit.period, view: isBand ? 'band' : 'year', roundingBase },
    ...{ revision: unit.revision, note: readingNote, coverage: coverage },
    total: isBand ? null : (roundControlled([cases], start)[0] ?? 0),
    tables: isBand ? [] : tables,
  });
}

const coverage =
  'Cada lista es del año entero y por separado: no cruce listas ni las reste de los meses. Los casos con reserva no están.';

export function yearTables({ tables, total }: PublishedYear): DisplayTable[] {
  const percent = (count: number | null) => (count === null || total === null ? null : publishedPercent(count, total));
  return tables.map(({ key, title, kind, rows }) => ({
    title: `${key.split('-')[0] ?? key}. ${title}`,
    head: ['', columnWords.cases, columnWords.percent],
    rows: [
      ...rows.map(({ label, count }) => ({
        ...{ label, total: false },
        cells: [
          { value: count, kind: 'count' as const, ...(count === null ? { words: notRecorded } : {}) },
          { value: percent(count), kind: 'count' as const },
        ],
      })),
      ...(kind === 'counts'
        ? []
        : [
            {
              ...{ label: totalWords, total: true },
              cells: [
                { value: total, kind: 'count' as const },
                { value: percent(total), kind: 'count' as const },
              ],
            },
          ]),
    ],
  }));
}

const notRecorded = 'no se registra';

export function yearLines(year: PublishedYear): FigureLine[] {
  const column = { columnCode: 'cases', columnWords: columnWords.cases };
  if (year.view === 'band')
    return [{ table: 'T1', rowCode: 'total', rowWords: totalWords, ...column, value: null, state: 'band' }];
  return [
    { table: 'T1', rowCode: 'total', rowWords: totalWords, ...column, value: year.total, state: 'published' },
    ...year.tables.flatMap(({ key, rows }) =>
      rows.map(({ label, count }, at): FigureLine => ({
        ...{ table: key, rowCode: String(at + 1), rowWords: label, ...column, value: count },
        state: count === null ? 'hidden' : 'published',
      })),
    ),
  ];
}
