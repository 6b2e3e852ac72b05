/**
 * The reader of a news story (S7): knows month, sex and exact age group of a victim and wants the type. Bayes over the
 * errors of the exact attacker, with national rates; all tables of the unit speak for or against a start and a size.
 */
import { roundControlled, type Start } from '../../src/shared/reports/index.ts';
import type { Distribution } from '../many/distributions.ts';
import { errorsOf, starts } from './exact.ts';
import { publishedLists, type Unit } from './units.ts';

type Table = { readonly y: readonly number[]; readonly rates: readonly number[] };

function poisson(count: number, rate: number): number {
  let weight = Math.exp(-rate);
  for (let step = 1; step <= count; step += 1) weight *= rate / step;
  return weight;
}

/** Weight and posterior means of a table under one start and one last error. */
function under(
  { y, rates }: Table,
  start: Start,
  last: number,
): { readonly evidence: number; readonly means: number[] } {
  const errors = errorsOf(start);
  const steps = y.map((count, at) =>
    errors.map((from) =>
      errors.map((to) => (count + to - from < 0 ? 0 : poisson(count + to - from, Math.max(rates[at] ?? 0, 1e-9)))),
    ),
  );
  // The first error is 0, which need not be one of the three that stand behind a cell.
  const first = errors.map((to) => {
    const count = (y[0] ?? 0) + to;
    return count < 0 ? 0 : poisson(count, Math.max(rates[0] ?? 0, 1e-9));
  });
  const forward = [first];
  for (let at = 1; at < y.length; at += 1) {
    const before = forward[at - 1] ?? [];
    forward.push(
      errors.map((_, to) =>
        errors.reduce((sum, __, from) => sum + (before[from] ?? 0) * (steps[at]?.[from]?.[to] ?? 0), 0),
      ),
    );
  }
  const evidence = forward.at(-1)?.[errors.indexOf(last)] ?? 0;
  if (evidence === 0) return { evidence, means: [] };
  const means: number[] = [];
  let backward: number[] = errors.map((error) => (error === last ? 1 : 0));
  for (let at = y.length - 1; at >= 0; at -= 1) {
    const count = y[at] ?? 0;
    let mean = 0;
    errors.forEach((to, t) => {
      if (at === 0) mean += (first[t] ?? 0) * (backward[t] ?? 0) * (count + to);
      else
        errors.forEach((from, f) => {
          const weight = (forward[at - 1]?.[f] ?? 0) * (steps[at]?.[f]?.[t] ?? 0) * (backward[t] ?? 0);
          mean += weight * Math.max(0, count + to - from);
        });
    });
    means[at] = mean / evidence;
    const after = backward;
    backward = errors.map((_, f) =>
      errors.reduce((sum, __, t) => sum + (steps[at]?.[f]?.[t] ?? 0) * (after[t] ?? 0), 0),
    );
  }
  return { evidence, means };
}

/** Posterior mean of each cell of the first table; the others only tell which starts and sizes are likely. */
export function posteriorMeans(cells: Table, others: readonly Table[]): number[] {
  const total = cells.y.reduce((sum, count) => sum + count, 0);
  const sums = cells.y.map(() => 0);
  let whole = 0;
  for (const start of starts) {
    for (const last of errorsOf(start)) {
      const own = under(cells, start, last);
      if (own.evidence === 0) continue;
      const weight = others.reduce((product, table) => {
        const rate = table.rates.reduce((sum, one) => sum + one, 0);
        return (product * under(table, start, last).evidence) / poisson(total + last, rate);
      }, own.evidence);
      whole += weight;
      own.means.forEach((mean, at) => (sums[at] = (sums[at] ?? 0) + weight * mean));
    }
  }
  return sums.map((sum) => sum / whole);
}

/** Shares of each code over all units: the national rates that anybody may know. */
function ratesOf(lists: readonly (readonly number[])[]): number[] {
  const sums = (lists[0] ?? []).map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));
  const whole = sums.reduce((sum, one) => sum + one, 0);
  return sums.map((sum) => sum / whole);
}

/** Share of type in a cell of the view that the victim's sex and exact age group make. */
function nationalRates({ joint, groups }: Distribution) {
  const rate = (type: number, sexes: readonly number[], isGroup: (group: number) => boolean) =>
    sexes.reduce(
      (sum, sex) =>
        sum + groups.reduce((all, _, group) => all + (isGroup(group) ? (joint[sex]?.[group]?.[type] ?? 0) : 0), 0),
      0,
    );
  return {
    cell: (type: number, band: number, sexes: readonly number[]) =>
      rate(type, sexes, (at) => groups[at]?.band === band),
    victim: (type: number, group: number, sex: number) => rate(type, [sex], (at) => at === group),
  };
}

const types = [0, 1, 2, 3];
const bands = [0, 1, 2];
const bothSexes = [0, 1];

/** What the reader makes of the cells that a unit shows; null where it shows none. */
type Look = { readonly isCoarse: boolean; readonly means: readonly number[] | null };

/** @param alwaysFull the 24 cells shown whatever the size */
function lookAt(units: readonly Unit[], rates: ReturnType<typeof nationalRates>, alwaysFull: boolean) {
  const ofSex = (sex: number) =>
    types.reduce((sum, type) => sum + bands.reduce((all, band) => all + rates.cell(type, band, [sex]), 0), 0);
  const others = (['condition', 'risk', 'bond', 'complaint', 'protection'] as const).map((list) =>
    ratesOf(units.map(({ counts }) => counts[list])),
  );
  return ({ month, counts, start }: Unit): Look => {
    const isCoarse = !alwaysFull && month.view === 'coarse';
    if (!alwaysFull && month.view === 'band') return { isCoarse, means: null };
    const [cells = [], ...lists] = alwaysFull ? [roundControlled(counts.cube, start)] : publishedLists(month);
    const total = cells.reduce((sum, count) => sum + count, 0);
    const sexes = isCoarse ? [bothSexes] : bothSexes.map((sex) => [sex]);
    const cellRates = types.flatMap((type) =>
      bands.flatMap((band) => sexes.map((of) => total * rates.cell(type, band, of))),
    );
    const listRates = isCoarse ? [bothSexes.map(ofSex), ...others] : others;
    const means = posteriorMeans(
      { y: cells, rates: cellRates },
      lists.map((y, at) => ({ y, rates: (listRates[at] ?? []).map((share) => share * total) })),
    );
    return { isCoarse, means };
  };
}

export type Linkage = { readonly victims: number; readonly confident: number; readonly gain: number };

/**
 * Share of all victims whose type the reader names with 0.9 confidence and rightly; `gain`, how many more he guesses right
 * than by national rates alone, in points.
 */
export function readNews(units: readonly Unit[], distribution: Distribution, alwaysFull = false): Linkage {
  const rates = nationalRates(distribution);
  const look = lookAt(units, rates, alwaysFull);
  let [victims, confident, guessed, byRates] = [0, 0, 0, 0];
  for (const unit of units) {
    const { isCoarse, means } = look(unit);
    for (const { group, counted } of unit.cases) {
      const { sex, violenceType } = counted;
      const band = distribution.groups[group]?.band ?? 0;
      const plain = types.map((type) => rates.victim(type, group, sex));
      const weights = types.map((type) => {
        const whole = rates.cell(type, band, isCoarse ? bothSexes : [sex]);
        const mean = means?.[isCoarse ? type * 3 + band : type * 6 + band * 2 + sex] ?? whole;
        return whole === 0 ? 0 : (mean * (plain[type] ?? 0)) / whole;
      });
      victims += 1;
      guessed += best(weights) === violenceType ? 1 : 0;
      byRates += best(plain) === violenceType ? 1 : 0;
      confident += (weights[violenceType] ?? 0) / weights.reduce((a, b) => a + b, 0) >= 0.9 ? 1 : 0;
    }
  }
  return { victims, confident: confident / victims, gain: ((guessed - byRates) / victims) * 100 };
}

const best = (weights: readonly number[]) => weights.indexOf(Math.max(...weights));

/** Control: who reads exact tables of district by type finds every district where one type stands alone. */
export function readDistricts(units: readonly Unit[], districtOf: () => number): number {
  let [victims, right] = [0, 0];
  for (const { cases } of units) {
    const cells = new Map<number, number[]>();
    for (const { counted } of cases) {
      const district = districtOf();
      const list = cells.get(district) ?? [0, 0, 0, 0];
      list[counted.violenceType] = (list[counted.violenceType] ?? 0) + 1;
      cells.set(district, list);
    }
    for (const list of cells.values()) {
      const whole = list.reduce((sum, count) => sum + count, 0);
      victims += whole;
      right += Math.max(...list) / whole >= 0.9 ? Math.max(...list) : 0;
    }
  }
  return right / victims;
}
