/**
 * The lists of a whole year beside the months and residuals of the same year (S3). They share cases: what a list of the
 * year says of a group of bonds, of the complaints or of an age is the sum of what its units say and of what they hide.
 * Rounded apart from them it gives cells away; added up from them, with their starts, it says of the groups what they said.
 */
import { createHmac } from 'node:crypto';
import {
  ageBandOf,
  cubeIndex,
  publishYear,
  roundControlled,
  schemaVersion,
  seedLabel,
  startOf,
  type PublishedYear,
  type UnitPart,
  type YearList,
} from '../../src/shared/reports/index.ts';
import type { Distribution } from '../many/distributions.ts';
import { randomFrom, type Random } from '../many/random.ts';
import { drawYear, inventCentre, publishYear as publishUnits, type YearCase, type YearUnit } from '../many/year.ts';
import { attackUnit, errorsOf, survivors, tally, type Hypothesis, type Range, type Tally } from './exact.ts';
import { publishedLists, trueLists } from './units.ts';

/** A list of the year whose rows detail the groups of a table of the months. */
type Details = {
  readonly key: string;
  /** How many of its rows make up each group. */
  readonly rows: readonly number[];
  readonly groupOf: (one: YearCase) => number;
  readonly rowOf: (one: YearCase, random: Random) => number;
  /** Groups as the unit rounds them, which may be finer. */
  readonly fine: number;
  readonly fineOf: (one: YearCase) => number;
};
/** The groups stand one after the other in a table of the unit. */
type Shared = Details & { readonly ofUnit: (unit: YearUnit['published']) => number[] };

const rowsOf = (unit: YearUnit['published'], id: string, part: string | null = null) =>
  unit.tables
    .filter((table) => table.id === id && table.part === part)
    .flatMap(({ rows }) => rows.filter(({ code }) => !/total/.test(code)).map(({ values }) => values[0] ?? 0));

/** The first answers of a list are the frequent ones. */
const rowIn = (rows: readonly number[], group: number, random: Random) =>
  sumOf(rows.slice(0, group)) + Math.floor((rows[group] ?? 1) * random() ** 3);

const bondRows = [10, 19, 10, 1];
const complaintRows = [5, 1];
const bondOf = ({ counted }: YearCase) => (counted.bondGroup ?? 4) - 1;
const complaintOf = ({ counted }: YearCase) => (counted.complaint === 1 ? 0 : 1);

/** Ten bonds of a couple, nineteen of a family, ten of others; where the complaint was filed, or none. */
const shared: readonly Shared[] = [
  {
    ...{ key: 'T7-vinculos', rows: bondRows, groupOf: bondOf, fine: 4, fineOf: bondOf },
    rowOf: (one, random) => rowIn(bondRows, bondOf(one), random),
    ofUnit: (unit) => rowsOf(unit, 'T7'),
  },
  {
    ...{ key: 'T12-donde', rows: complaintRows, groupOf: complaintOf, fine: 3 },
    fineOf: ({ counted: { complaint } }) => (complaint === null ? 2 : 1 - complaint),
    rowOf: (one, random) => rowIn(complaintRows, complaintOf(one), random),
    ofUnit: (unit) => {
      const [yes = 0, no = 0, missing = 0] = rowsOf(unit, 'T12', 'complaint');
      return [yes, no + missing];
    },
  },
];
const ageRows = [3, 4, 1];
const ageLimits = [6, 12, 18, 26, 36, 46, 60, 131];
/** No table of its own in the months: cells of every type, each off by itself. */
const groupsOfAge: Details = {
  ...{ key: 'T2-edad', rows: ageRows, fine: 24 },
  groupOf: ({ counted: { age } }) => ageBandOf(age),
  rowOf: ({ counted: { age } }) => ageLimits.findIndex((limit) => age < limit),
  fineOf: ({ counted: { violenceType, age, sex } }) => cubeIndex(violenceType, ageBandOf(age), sex),
};

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

const isShown = ({ published }: Pick<YearUnit, 'published'>) =>
  published.view === 'coarse' || published.view === 'full';

/** In the way of the program: of the cases that units show, each unit with the groups of its own table. */
function partsOf(units: readonly YearUnit[], rowOf: (one: YearCase) => number, rows: number, one: Details): UnitPart[] {
  return units.filter(isShown).map(({ published: { period }, cases }) => {
    const cells = Array.from({ length: one.fine * rows }, () => 0);
    for (const of of cases) {
      const at = one.fineOf(of) * rows + rowOf(of);
      cells[at] = (cells[at] ?? 0) + 1;
    }
    return { period, cells };
  });
}

/** Lists of the year as the program makes them, of details that the cases of the months do not say. */
function listsOf(cases: readonly YearCase[], units: readonly YearUnit[], random: Random, way: Way): YearList[] {
  const counted = way === 'units' ? units.filter(isShown).flatMap((unit) => unit.cases) : cases;
  const list = (of: readonly YearCase[], key: string, size: number, rowOf: (one: YearCase) => number): YearList => {
    const counts = Array.from({ length: size }, () => 0);
    for (const row of of.map(rowOf)) counts[row] = (counts[row] ?? 0) + 1;
    return { key, title: key, kind: 'one-way', rows: counts.map((count, at) => ({ label: String(at), count })) };
  };
  const own = [12, 7, 4].map((size, at) => list(cases, `T8-${at}`, size, () => Math.floor(size * random() ** 2)));
  return [
    ...[groupsOfAge, ...shared].map((one) => {
      const size = sumOf(one.rows);
      const drawn = new Map<string, number>();
      const rowOf = (of: YearCase) => {
        const row = drawn.get(of.id) ?? one.rowOf(of, random);
        drawn.set(of.id, row);
        return row;
      };
      return { ...list(counted, one.key, size, rowOf), parts: partsOf(units, rowOf, size, one) };
    }),
    ...own,
  ];
}

export type JoinedYear = {
  readonly units: readonly YearUnit[];
  readonly cases: readonly YearCase[];
  readonly lists: readonly YearList[];
  readonly way: Way;
  readonly file: PublishedYear;
  readonly startBytesOf: StartBytes;
};

/** How a year is published: the program's way; or its shared lists with a start of the year alone, or exact. */
export type Way = 'units' | 'apart' | 'exact';

type StartBytes = (group: string, period?: string) => Uint8Array;

function publishLists(cases: number, lists: readonly YearList[], startBytesOf: StartBytes, way: Way): PublishedYear {
  const kindOf = ({ kind, parts }: YearList) => (parts === undefined ? kind : way === 'units' ? 'units' : 'one-way');
  const asked = lists.map((list) => ({ ...list, kind: kindOf(list) }));
  const file = publishYear(cases, asked, { centre: 'C-0001', period: '2026', revision: 1, startBytesOf });
  if (way !== 'exact' || file.view === 'band') return file;
  return {
    ...file,
    total: cases,
    tables: file.tables.map((table, at) => ({ ...table, rows: [...(lists[at]?.rows ?? [])] })),
  };
}

/**
 * Years of centres of a size with the file of the year. `from`: the first month of the centre, so that a year may have one
 * unit alone.
 */
export function* joinedYears(
  distribution: Distribution,
  { centres, seed, mean, from = '2026-01' }: { centres: number; seed: number; mean: number; from?: string },
  way: Way = 'units',
): Generator<JoinedYear> {
  for (let number = 1; number <= centres; number += 1) {
    const of = inventCentre(seed, number, mean);
    const cases = drawYear(of, 2026, distribution).filter(({ month }) => month >= from);
    const units = [...publishUnits(of, 2026, cases)];
    const open = cases.filter(({ isSealed }) => !isSealed);
    const lists = listsOf(open, units, randomFrom(seed * 10_000 + number), way);
    const startBytesOf = (group: string, period = '2026') =>
      createHmac('sha256', of.sdcKey)
        .update(seedLabel({ centre: of.centre.code, period, group, schema: schemaVersion }))
        .digest();
    yield { units, cases: open, lists, way, startBytesOf, file: publishLists(open.length, lists, startBytesOf, way) };
  }
}

type Possible = { readonly one: Hypothesis; readonly size: number };
const listIn = ({ file }: JoinedYear, key: string) =>
  file.tables.find((table) => table.key === key)?.rows.map(({ count }) => count ?? 0) ?? [];

/** Cells of each group one after the other, walked: where the error may end that began with one. */
function walked(cells: readonly number[], from: number, errors: readonly number[]): readonly number[] {
  let here: readonly number[] = [from];
  for (const count of cells) here = errors.filter((error) => here.some((before) => count + error - before >= 0));
  return here;
}

const blocksOf = (cells: readonly number[], rows: readonly number[]) =>
  rows.map((length, at) => cells.slice(sumOf(rows.slice(0, at)), sumOf(rows.slice(0, at)) + length));

const tablesOf = ({ file }: JoinedYear) => file.tables.map(({ rows }) => rows.map(({ count }) => count ?? 0));

type Step = { readonly from: string; readonly to: string; readonly values: readonly number[] };

/**
 * One table of the only unit of a year walked together with the list of the year: the pair of errors at the end of each
 * group. What the unit may lack of the year (`hides`) is in no unit. Null where the two cannot be true at once.
 */
function walkTogether(
  unit: readonly number[],
  blocks: readonly (readonly number[])[],
  [ofUnit, ofYear]: readonly [Possible, Possible],
  { hides, way }: { readonly hides: boolean; readonly way: Way },
): { unit: Set<number>[]; year: Set<number>[]; hidden: Set<number>[] } | null {
  const [mine, its] = [errorsOf(ofUnit.one.start), way === 'exact' ? [0] : errorsOf(ofYear.one.start)];
  let here = new Set(['0,0']);
  const steps = unit.map((count, group) => {
    const found: Step[] = [];
    for (const from of here) {
      const [a = 0, b = 0] = from.split(',').map(Number);
      for (const end of walked(blocks[group] ?? [], b, its)) {
        const year = sumOf(blocks[group] ?? []) + end - b;
        for (const error of mine) {
          const own = count + error - a;
          if (own >= 0 && (hides ? own <= year : own === year))
            found.push({ from, to: `${error},${end}`, values: [own, year, year - own] });
        }
      }
    }
    here = new Set(found.map(({ to }) => to));
    return found;
  });
  let ends = new Set([`${ofUnit.one.last},${ofYear.one.last}`]);
  const kept = steps.map(() => [new Set<number>(), new Set<number>(), new Set<number>()] as const);
  for (let group = steps.length - 1; group >= 0; group -= 1) {
    const possible = (steps[group] ?? []).filter(({ to }) => ends.has(to));
    for (const { values } of possible) values.forEach((value, at) => kept[group]?.[at]?.add(value));
    ends = new Set(possible.map(({ from }) => from));
  }
  if (ends.size === 0) return null;
  return {
    unit: kept.map(([one]) => one),
    year: kept.map(([, two]) => two),
    hidden: kept.map(([, , three]) => three),
  };
}

const rangeOf = (values: Iterable<number>): Range => {
  const all = [...values];
  return { low: Math.min(...all), high: Math.max(...all) };
};
const plus = (ranges: readonly Range[]): Range => ({
  low: sumOf(ranges.map(({ low }) => low)),
  high: sumOf(ranges.map(({ high }) => high)),
});

const countIn = (cases: readonly YearCase[], group: number, { groupOf }: Pick<Details, 'groupOf'>) =>
  cases.filter((one) => groupOf(one) === group).length;

/** One of the tables that both hold, where the year has one unit: exact, over every pair that all other tables allow. */
function attackOnly(year: JoinedYear, unit: YearUnit, into: Tally): void {
  const ofUnit = survivors(publishedLists(unit.published), { least: 21 });
  const ofYear: readonly Possible[] =
    year.way === 'exact'
      ? [{ one: { start: 1, last: 0 }, size: year.file.total ?? 0 }]
      : survivors(tablesOf(year), { least: 21 });
  const hides = year.units.at(-1)?.published.collects.length !== 0;
  const tables = shared.map((one) => ({
    ...{ one, cells: one.ofUnit(unit.published), blocks: blocksOf(listIn(year, one.key), one.rows) },
    found: { unit: [] as Set<number>[], year: [] as Set<number>[], hidden: [] as Set<number>[] },
  }));
  for (const mine of ofUnit) {
    for (const its of ofYear) {
      const hidden = its.size - mine.size;
      if (hidden < 0 || hidden > (hides ? 20 : 0)) continue;
      const walks = tables.map(({ cells, blocks }) =>
        walkTogether(cells, blocks, [mine, its], { hides, way: year.way }),
      );
      if (walks.some((walk) => walk === null)) continue;
      walks.forEach((walk, at) => {
        for (const name of ['unit', 'year', 'hidden'] as const)
          walk?.[name].forEach((values, group) => {
            const known = tables[at]?.found[name];
            if (known !== undefined) known[group] = new Set([...(known[group] ?? []), ...values]);
          });
      });
    }
  }
  for (const { one, found } of tables) {
    const of = (cases: readonly YearCase[]) => one.rows.map((_, group) => countIn(cases, group, one));
    const [own, all] = [of(unit.cases), of(year.cases)];
    const hidden = all.map((count, at) => count - (own[at] ?? 0));
    for (const [truth, sets] of [
      [own, found.unit],
      [all, found.year],
      [hidden, found.hidden],
    ] as const)
      tally(into, truth, sets.map(rangeOf));
  }
}

/** What each unit tells of the groups of each table that it shares with the year. */
function rangesOfUnits(shown: readonly YearUnit[]) {
  const seen = shown.map(({ published }) => ({
    published,
    ranges: attackUnit([...publishedLists(published), ...shared.map((one) => one.ofUnit(published))], { least: 21 }),
  }));
  return [
    ...shared.map((one, at) => ({ one, ofUnits: seen.map(({ ranges }) => ranges.at(at - shared.length) ?? []) })),
    {
      one: groupsOfAge,
      // No run of neighbours: cells of every type, each off by itself.
      ofUnits: seen.map(({ published, ranges: [cells = []] }) =>
        ageRows.map((_, age) => plus(cells.filter((__, at) => published.cells[at]?.age === age))),
      ),
    },
  ];
}

/** Several units: what the year says of a group less what the others can hold, for each unit and for what none shows. */
function attackSeveral(year: JoinedYear, shown: readonly YearUnit[], into: Tally): void {
  const off = year.way === 'exact' ? 0 : 2;
  const counted = new Set(shown.flatMap(({ unit }) => unit.counted));
  const left = year.cases.filter(({ id }) => !counted.has(id));
  const most = left.length === 0 ? 0 : 20;
  for (const { one, ofUnits } of rangesOfUnits(shown)) {
    blocksOf(listIn(year, one.key), one.rows).forEach((cells, group) => {
      const sum = sumOf(cells);
      const parts = [...ofUnits.map((of) => of[group] ?? { low: 0, high: 0 }), { low: 0, high: most }];
      const truths = [...shown.map(({ cases }) => cases), left].map((cases) => countIn(cases, group, one));
      const ranges = parts.map((own, part): Range => {
        const others = plus(parts.filter((_, other) => other !== part));
        return { low: Math.max(own.low, sum - off - others.high), high: Math.min(own.high, sum + off - others.low) };
      });
      tally(into, truths, ranges);
    });
  }
}

/** Sums of the groups of the year's lists that differ from what its units published of them. */
function differing(year: JoinedYear, shown: readonly YearUnit[]): number {
  const groups = [
    ...shared.map((one) => ({ one, of: shown.map(({ published }) => one.ofUnit(published)) })),
    { one: groupsOfAge, of: shown.map(({ published }) => published.margins?.age ?? []) },
  ];
  return sumOf(
    groups.map(({ one, of }) => {
      const sums = blocksOf(listIn(year, one.key), one.rows).map(sumOf);
      return sums.filter((sum, group) => sum !== sumOf(of.map((unit) => unit[group] ?? 0))).length;
    }),
  );
}

/**
 * Lists that are added up from the units: attacked as if each unit had published its own part, of which the year shows the
 * sum alone. One that says another sum than the units did is attacked as one apart.
 */
function attackParts(year: JoinedYear, shown: readonly YearUnit[], into: Tally): void {
  for (const { published, counts } of shown) {
    const parts = year.lists.flatMap(({ parts: of = [] }) => of.filter(({ period }) => period === published.period));
    const start = startOf(year.startBytesOf('cases', published.period));
    const truth = [...trueLists(published, counts), ...parts.map(({ cells }) => cells)];
    const lists = [...publishedLists(published), ...parts.map(({ cells }) => roundControlled(cells, start))];
    attackUnit(lists, { least: 21 }).forEach((ranges, at) => {
      tally(into, truth[at] ?? [], ranges);
    });
  }
}

/** Lists of the year alone, by who knows how many cases it had: the most that its units can tell of them. */
function attackOwn({ file, lists, cases }: JoinedYear, into: Tally): void {
  const own = lists.flatMap((list, at) => (list.parts === undefined ? [at] : []));
  const tables = own.map((at) => file.tables[at]?.rows.map(({ count }) => count ?? 0) ?? []);
  attackUnit(tables, { total: cases.length }).forEach((ranges, at) => {
    tally(into, lists[own[at] ?? 0]?.rows.map(({ count }) => count ?? 0) ?? [], ranges);
  });
}

/** @returns how many sums of the year's lists say something else than its units; null where there is nothing to join */
export function attackYearFile(year: JoinedYear, into: Tally): number | null {
  const shown = year.units.filter(isShown);
  const [only] = shown;
  if (year.file.view === 'band' || only === undefined) return null;
  const other = differing(year, shown);
  if (year.way !== 'exact') attackOwn(year, into);
  if (other === 0) attackParts(year, shown, into);
  else if (shown.length === 1) attackOnly(year, only, into);
  else attackSeveral(year, shown, into);
  return other;
}
