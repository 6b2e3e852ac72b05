/** Invented units of a size class, with what is true, what is published and what an attacker reads side by side. */
import { createHmac } from 'node:crypto';
import {
  countMonth,
  publishMonth,
  schemaVersion,
  seedLabel,
  startOf,
  type CaseForCount,
  type ExactCounts,
  type PublishedMonth,
  type Start,
} from '../../src/shared/reports/index.ts';
import { casesFrom, type Distribution, type InventedCase } from '../many/distributions.ts';
import { randomFrom, sizeFrom } from '../many/random.ts';

export type Unit = {
  readonly cases: readonly InventedCase[];
  readonly counts: ExactCounts;
  readonly month: PublishedMonth;
  readonly start: Start;
};

const centre = 'C-0001';
const key = Uint8Array.from({ length: 32 }, (_, index) => index);

export function unitFrom(cases: readonly InventedCase[], period: string): Unit {
  const startBytesOf = (group: string) =>
    createHmac('sha256', key)
      .update(seedLabel({ centre, period, group, schema: schemaVersion }))
      .digest();
  const counts = countMonth(cases.map(({ counted }): CaseForCount => counted));
  const month = publishMonth(counts, { centre, period, startBytesOf });
  return { cases, counts, month, start: startOf(startBytesOf('cases')) };
}

export type SizeClass = { readonly median: number; readonly sigma: number };
/** Large centres and the size near the national load (disclosure §11). */
export const sizeClasses: readonly SizeClass[] = [
  { median: 55, sigma: 0.95 },
  { median: 26, sigma: 0.65 },
];

export function unitsOf(distribution: Distribution, { median, sigma }: SizeClass, count: number, seed: number): Unit[] {
  const random = randomFrom(seed);
  const draw = casesFrom(distribution, random);
  return Array.from({ length: count }, (_, index) => {
    const period = `${1900 + (Math.floor(index / 12) % 300)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return unitFrom(Array.from({ length: sizeFrom(median, sigma, random) }, draw), period);
  });
}

const pairSums = (cube: readonly number[]) =>
  Array.from({ length: cube.length / 2 }, (_, pair) => (cube[2 * pair] ?? 0) + (cube[2 * pair + 1] ?? 0));

export const sexSums = (cube: readonly number[]) =>
  [0, 1].map((sex) => cube.reduce((sum, count, index) => sum + (index % 2 === sex ? count : 0), 0));

type Shown = Pick<PublishedMonth, 'view' | 'cells' | 'tables'>;

/** The cells as a view folds them. */
export const cellsOf = ({ view }: Shown, { cube }: ExactCounts) => (view === 'full' ? cube : pairSums(cube));

/** Published lists of all tables over the cases of a unit, cells first, and sexes where they are a list of their own. */
export function publishedLists({ view, cells, tables }: Shown): number[][] {
  const listOf = (ids: readonly string[]) =>
    tables
      .filter(({ id }) => ids.includes(id))
      .map(({ rows }) => rows.filter(({ code }) => !/total/.test(code)).map(({ values }) => values[0] ?? 0));
  return [
    cells.map(({ count }) => count),
    ...(view === 'coarse' ? listOf(['T1']) : []),
    ...listOf(['T3', 'T6', 'T7', 'T12']),
  ];
}

/** The same lists as they are. */
export function trueLists(month: Shown, counts: ExactCounts): number[][] {
  const { condition, risk, bond, complaint, protection } = counts;
  return [
    cellsOf(month, counts),
    ...(month.view === 'coarse' ? [sexSums(counts.cube)] : []),
    ...[condition, risk, bond, complaint, protection],
  ];
}
