/**
 * What invented cases look like: as nationally published, and as the design of the protection assumed (disclosure §11).
 * Both are kept: an attack that fails on one may succeed on the other.
 */
import type { CaseForCount } from '../../src/shared/reports/index.ts';
import { pick, type Random } from './random.ts';

/** An exact age group, which a reader of the news may know and no file says. */
type AgeGroup = { readonly age: number; readonly band: 0 | 1 | 2 };

export type Distribution = {
  readonly name: 'published' | 'synthetic';
  readonly groups: readonly AgeGroup[];
  /** Share of all cases by sex, age group and main type. */
  readonly joint: readonly (readonly (readonly number[])[])[];
  /** By sex, in the order of the code lists. */
  readonly risk: readonly (readonly number[])[];
  readonly bond: readonly (readonly number[])[];
  /** Share of «yes», by sex. */
  readonly complaint: readonly number[];
  readonly protection: readonly number[];
  /** Weight of each month of a year. */
  readonly months: readonly number[];
};

const conditionWeights = [0.6, 0.1, 0.1, 0.12, 0.08];
/** Unanswered: risk, bond, complaint, protection. */
const missing = { risk: 0.03, bond: 0.01, complaint: 0.02, protection: 0.02 };

const sixGroups = {
  ages: [3, 8, 14, 25, 45, 70],
  bands: [0, 0, 0, 1, 1, 2] as const,
  weights: [0.05, 0.09, 0.17, 0.29, 0.33, 0.07],
  types: [
    [0.01, 0.3, 0.42, 0.27],
    [0.01, 0.3, 0.4, 0.29],
    [0, 0.24, 0.36, 0.4],
    [0.01, 0.42, 0.45, 0.12],
    [0.01, 0.44, 0.47, 0.08],
    [0.07, 0.36, 0.55, 0.02],
  ],
  men: 0.14,
};

const groupsOf = (ages: readonly number[], bands: readonly (0 | 1 | 2)[]): AgeGroup[] =>
  ages.map((age, at) => ({ age, band: bands[at] ?? 0 }));

export const synthetic: Distribution = {
  name: 'synthetic',
  groups: groupsOf(sixGroups.ages, sixGroups.bands),
  joint: [1 - sixGroups.men, sixGroups.men].map((share) =>
    sixGroups.types.map((types, group) => types.map((type) => share * (sixGroups.weights[group] ?? 0) * type)),
  ),
  risk: [
    [0.19, 0.51, 0.3],
    [0.19, 0.51, 0.3],
  ],
  bond: [
    [0.46, 0.43, 0.11],
    [0.46, 0.43, 0.11],
  ],
  complaint: [0.88, 0.88],
  protection: [0.14, 0.14],
  months: Array.from({ length: 12 }, () => 1),
};

/**
 * National tables of January to July 2026 (preliminary) by sex; ages within 0–17 and 18–59 and the months as in 2012, the
 * last year published so finely. Types in the order of the register: económica, psicológica, física, sexual.
 */
const national = {
  sex: [86_663, 17_701],
  ages: [
    [25_554, 55_934, 5175],
    [12_477, 2975, 2249],
  ],
  types: [
    [297, 36_228, 32_670, 17_468],
    [124, 10_066, 6306, 1205],
  ],
  risk: [
    [14_726, 44_399, 27_538],
    [4935, 8858, 3908],
  ],
  bond: [
    [45_884, 29_694, 11_085],
    [1717, 15_253, 731],
  ],
  complaint: [77_246, 14_214],
  protection: [12_699, 2303],
  fineAges: [1794, 4391, 5689, 6598, 10_208, 7870, 4214, 1773],
  months: [3775, 3243, 3867, 3292, 3593, 3272, 3503, 3531, 3568, 3971, 3701, 3221],
};
const eightAges = [3, 9, 15, 22, 31, 41, 53, 70];
const eightBands = [0, 0, 0, 1, 1, 1, 1, 2] as const;
/** Which of the six groups says how types depend on age in each of the eight. */
const likeSix = [0, 1, 2, 3, 3, 4, 4, 5];

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** Types by age with the published margins, as near as they allow to how types depend on age (proportional fitting). */
function fitted(ages: readonly number[], types: readonly number[]): number[][] {
  let cells = likeSix.map((group) => (sixGroups.types[group] ?? []).map((share) => Math.max(share, 0.001)));
  for (let round = 0; round < 60; round += 1) {
    cells = cells.map((row, at) => row.map((cell) => (cell * (ages[at] ?? 0)) / sumOf(row)));
    const columns = types.map((_, type) => sumOf(cells.map((row) => row[type] ?? 0)));
    cells = cells.map((row) => row.map((cell, type) => (cell * (types[type] ?? 0)) / (columns[type] ?? 1)));
  }
  return cells;
}

function fineAges(bands: readonly number[]): number[] {
  const sums = [0, 1, 2].map((band) => sumOf(national.fineAges.filter((_, at) => eightBands[at] === band)));
  return national.fineAges.map(
    (count, at) => (count * (bands[eightBands[at] ?? 0] ?? 0)) / (sums[eightBands[at] ?? 0] ?? 1),
  );
}

const everybody = sumOf(national.sex);
const perSex = (counts: readonly number[]) => counts.map((count, sex) => count / (national.sex[sex] ?? 1));

export const published: Distribution = {
  name: 'published',
  groups: groupsOf(eightAges, eightBands),
  joint: national.ages.map((bands, sex) =>
    fitted(fineAges(bands), national.types[sex] ?? []).map((row) => row.map((cell) => cell / everybody)),
  ),
  risk: national.risk,
  bond: national.bond,
  complaint: perSex(national.complaint),
  protection: perSex(national.protection),
  months: national.months,
};

export const distributions = { published, synthetic } as const;

export type InventedCase = { readonly counted: CaseForCount; readonly group: number };

/** Draws cases one after the other. */
export function casesFrom(distribution: Distribution, random: Random): () => InventedCase {
  const cells = distribution.joint.flatMap((groups, sex) =>
    groups.flatMap((types, group) => types.map((weight, type) => ({ sex, group, type, weight }))),
  );
  const weights = cells.map(({ weight }) => weight);
  const orNull = <Value>(value: Value, share: number) => (random() < share ? null : value);
  const ofSex = (lists: readonly (readonly number[])[], sex: number) => pick(lists[sex] ?? [], random);
  const yes = (shares: readonly number[], sex: number) => (random() < (shares[sex] ?? 0) ? 1 : 0);
  return () => {
    const { sex = 0, group = 0, type = 0 } = cells[pick(weights, random)] ?? {};
    return {
      group,
      counted: {
        violenceType: type as 0 | 1 | 2 | 3,
        age: distribution.groups[group]?.age ?? 0,
        sex: sex as 0 | 1,
        condition: (1 + pick(conditionWeights, random)) as 1 | 2 | 3 | 4 | 5,
        riskLevel: orNull((1 + ofSex(distribution.risk, sex)) as 1 | 2 | 3, missing.risk),
        bondGroup: orNull((1 + ofSex(distribution.bond, sex)) as 1 | 2 | 3, missing.bond),
        complaint: orNull(yes(distribution.complaint, sex), missing.complaint),
        protection: orNull(yes(distribution.protection, sex), missing.protection),
      },
    };
  };
}
