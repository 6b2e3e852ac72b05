/**
 * What one file says of itself, read from its own comparisons (no label is read): how likely a match is before anything
 * is compared, how often each level of a field occurs among its matches and by chance, and from which chance on a pair
 * is worth showing.
 */
import { codesOf } from '../../platform/codes-of.ts';
import { chanceAt, namesOnlySteps, namesStep, priorBitsOf, type NamesOnly, type Weight } from './compare.ts';
import { sharesOf, tuned, tunedFields, tuningOf, type TunedField, type Tuning } from './tuning.ts';

export type FileComparisons = {
  /** Pairs that share a key, those worth weighing. */
  readonly near: readonly Weight[];
  /** How many comparisons those stand for. */
  readonly all: number;
  /** Pairs drawn by chance. */
  readonly chance: readonly Weight[];
  readonly records: number;
};

export type FileEstimate = {
  readonly population: number;
  readonly tuning: Tuning;
  readonly namesOnly: NamesOnly;
};

const mostRounds = 25;
const stillMoves = 0.001;
/** So many matches have to be seen before the file says as much as the model: small files keep to the model. */
const modelMatches = 30;
/** The same for chance, in agreements seen. */
const modelAgreements = 5;

type Counts = { readonly of: Map<string, number>; readonly all: Map<TunedField, number> };

function add(map: Map<string, number>, key: string, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}

/** Levels of each field, a pair counted as its share. */
function countLevels(pairs: readonly Weight[], shareOf: (at: number) => number): Counts {
  const counts: Counts = { of: new Map(), all: new Map() };
  for (const [at, { levels }] of pairs.entries()) {
    const share = shareOf(at);
    if (share < 1e-6) continue;
    for (const field of codesOf(tunedFields)) {
      const level = levels[field];
      if (level === null) continue;
      add(counts.of, `${field} ${level}`, share);
      add(counts.all, field, share);
    }
  }
  return counts;
}

/** Bits by which chance agrees more seldom in this file than in the model. */
function chanceBits(counts: Counts): (field: TunedField, level: string) => number {
  return (field, level) => {
    const { u } = sharesOf(field, level);
    const all = counts.all.get(field) ?? 0;
    if (u === null || all === 0) return 0;
    const own = ((counts.of.get(`${field} ${level}`) ?? 0) + modelAgreements) / (all + modelAgreements / u);
    return Math.log2(u / own);
  };
}

/** Bits by which matches agree oftener. */
function matchBits(counts: Counts): (field: TunedField, level: string) => number {
  return (field, level) => {
    const { m } = sharesOf(field, level);
    const known = tunedFields[field].reduce((sum, one) => sum + sharesOf(field, one).m, 0);
    const all = counts.all.get(field) ?? 0;
    const seen = counts.of.get(`${field} ${level}`) ?? 0;
    return Math.log2(((seen + (modelMatches * m) / known) / (all + modelMatches) / m) * known);
  };
}

/** Namesakes of the file: where names would do alone, document or birth confirm them or say no. */
function namesOnlyOf(near: readonly Weight[], population: number): NamesOnly {
  const counts = namesOnlySteps.map(() => ({ confirmed: 0, contradicted: 0 }));
  for (const { names, isCertain, namesAre } of near) {
    const count = counts[namesStep(names - priorBitsOf(population))];
    if (count === undefined) continue;
    if (isCertain) count.confirmed += 1;
    if (namesAre === 'contradicted') count.contradicted += 1;
  }
  return counts.map(({ confirmed, contradicted }) => (confirmed + 1) / (confirmed + contradicted + 1));
}

/**
 * Expectation and maximisation (Dempster, Laird and Rubin 1977) of the prior and of the shares among matches, those of
 * chance counted from pairs drawn by chance. Begins with the model and one match a record. At least one match is assumed
 * among all comparisons, so that a file without any still has an answer.
 */
export function estimateFile({ near, all, chance, records }: FileComparisons): FileEstimate {
  let population = Math.max(2, records);
  const byChance = chanceBits(countLevels(chance, (at) => 1 - chanceAt(chance[at] as Weight, population)));
  let tuning = tuningOf(byChance);
  for (let round = 0; round < mostRounds; round += 1) {
    const shares = near.map((weight) => chanceAt(tuned(weight, tuning), population));
    const expected = shares.reduce((sum, share) => sum + share, 0);
    const next = Math.max(2, all / Math.max(1, expected));
    const moved = Math.abs(next - population) / population;
    population = next;
    const byMatch = matchBits(countLevels(near, (at) => shares[at] ?? 0));
    tuning = tuningOf((field, level) => byChance(field, level) + byMatch(field, level));
    if (moved < stillMoves) break;
  }
  return { population, tuning, namesOnly: namesOnlyOf(near, population) };
}

/** Of a thousand pairs shown five may be expected to be wrong, half of what is promised: fields hang together a little. */
const mostWrong = 0.005;
/** Names alone are wrong together: who has one namesake in a village has several. They count for more than they are. */
const namesOnlyWeight = 2;
/** And no pair is shown that is less likely than not. */
const leastLikely = 0.5;

export type Chance = { readonly chance: number; readonly namesAre: Weight['namesAre'] };

/** From which chance on pairs are shown, so that few of them are expected to be wrong. `1` shows sure ones only. */
export function leastChance(pairs: readonly Chance[]): number {
  let wrong = 0;
  let least = 1;
  for (const [at, { chance, namesAre }] of pairs.toSorted((one, other) => other.chance - one.chance).entries()) {
    wrong += (1 - chance) * (namesAre === 'only' ? namesOnlyWeight : 1);
    if (wrong > mostWrong * (at + 1) || chance < leastLikely) break;
    least = chance;
  }
  return least;
}
