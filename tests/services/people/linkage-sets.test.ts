/**
 * Recall and precision on public sets of invented people with truth, beside exact keys. The sets judge: no number of
 * the model is set by them. They are not part of the project; without their folder the figures are skipped.
 */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { matcherOf, matchPairs, readPeople } from '../../../scripts/match/pairs.ts';
import { MatchStore } from '../../../scripts/match/store.ts';
import { matchModel, type MatchMap } from '../../../src/shared/people/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = process.env['LINKAGE_SETS'] ?? '/work/shared/data/linkage';
const isHere = existsSync(join(folder, 'febrl_1.csv'));
type Row = Readonly<Record<string, string>>;
type Figures = { readonly recall: number; readonly precision: number };
type Scored = { readonly probability: number; readonly isTrue: boolean };

const sets = {
  febrl_1: {
    map: {
      ...{ id: 'rec_id', givenNames: 'given_name', firstSurname: 'surname' },
      ...{ documentNumber: 'soc_sec_id', birthDate: 'date_of_birth' },
    },
    truth: 'true_id',
    floors: { 'same document': ['soc_sec_id'], 'same name and birth': ['given_name', 'surname', 'date_of_birth'] },
  },
  fake_1000: {
    map: { id: 'unique_id', givenNames: 'first_name', firstSurname: 'surname', birthDate: 'dob' },
    truth: 'cluster',
    floors: { 'same birth': ['dob'], 'same name and birth': ['first_name', 'surname', 'dob'] },
  },
} as const satisfies Record<
  string,
  { map: MatchMap; truth: string; floors: Readonly<Record<string, readonly string[]>> }
>;

let home = '';
beforeAll(() => (home = mkdtempSync(join(tmpdir(), 'registro-sets-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Pairs of rows of one group; rows without the key are in none. */
function pairsOf(rows: readonly Row[], columns: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const key = columns.map((column) => row[column] ?? '');
    if (!key.includes('')) sizes.set(key.join('\n'), (sizes.get(key.join('\n')) ?? 0) + 1);
  }
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function floorOf(rows: readonly Row[], columns: readonly string[], truth: string): Figures {
  const right = pairsOf(rows, [...columns, truth]);
  return { recall: right / pairsOf(rows, [truth]), precision: right / pairsOf(rows, columns) };
}

function figuresAt(scored: readonly Scored[], truePairs: number, least: number): Figures {
  const found = scored.filter(({ probability }) => probability >= least);
  const right = found.filter(({ isTrue }) => isTrue).length;
  return { recall: right / truePairs, precision: right / Math.max(1, found.length) };
}

/** The threshold with the highest F1. */
function bestOf(scored: readonly Scored[], truePairs: number): Figures & { threshold: number } {
  const harmonic = ({ recall, precision }: Figures) => (2 * recall * precision) / Math.max(1e-9, recall + precision);
  const thresholds = [...new Set(scored.map(({ probability }) => probability))];
  return thresholds
    .map((threshold) => ({ threshold, ...figuresAt(scored, truePairs, threshold) }))
    .reduce((best, next) => (harmonic(next) > harmonic(best) ? next : best));
}

function rounded(figures: object): string {
  return JSON.stringify(figures, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(4)) : value,
  );
}

async function judge(name: keyof typeof sets) {
  const { map, truth, floors } = sets[name];
  const file = join(folder, `${name}.csv`);
  const rows = Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
  const groups = new Map(rows.map((row) => [row[map.id], row[truth]]));
  const store = new MatchStore(join(home, `${name}.work`));
  try {
    await readPeople(createReadStream(file) as AsyncIterable<Uint8Array>, map, store);
    const matcher = matcherOf(store);
    const judged = (pairs: Iterable<{ idA: string; idB: string; level: string }>) =>
      [...pairs].map(({ idA, idB, level }) => ({ isTrue: groups.get(idA) === groups.get(idB), level }));
    const told = judged(matchPairs(store, matcher, null));
    const scored = [...matchPairs(store, matcher, 0.001)].map(({ idA, idB, probability }) => ({
      probability,
      isTrue: groups.get(idA) === groups.get(idB),
    }));
    const truePairs = pairsOf(rows, [truth]);
    const keys = Object.entries<readonly string[]>(floors);
    const floor = keys.map(([key, columns]) => [key, floorOf(rows, columns, truth)] as const);
    const best = bestOf(scored, truePairs);
    const right = told.filter(({ isTrue }) => isTrue).length;
    // «Possible or better».
    const shipped: Figures = { recall: right / truePairs, precision: right / told.length };
    const probable = figuresAt(scored, truePairs, matchModel.probable);
    process.stdout.write(
      `${name}, best: ${rounded(best)}\n${name}, possible or better: ${rounded(shipped)}, probable: ${rounded(probable)}, from ${matcher.least}\n`,
    );
    for (const [key, figures] of floor) process.stdout.write(`${name}, ${key}: ${rounded(figures)}\n`);
    return { best, shipped, probable, floors: Object.fromEntries(floor) };
  } finally {
    store.close();
  }
}

describe.skipIf(!isHere)(`public sets with truth${isHere ? '' : ' (skipped: no folder with the sets)'}`, () => {
  it('febrl_1: 97 of 100 pairs at one wrong in a hundred at most, more than the exact document', async () => {
    const { best, shipped, probable, floors } = await judge('febrl_1');
    expect(probable.precision).toBe(1);
    for (const figures of [best, shipped]) {
      expect(figures.recall).toBeGreaterThanOrEqual(0.97);
      expect(figures.precision).toBeGreaterThanOrEqual(0.99);
      expect(figures.recall).toBeGreaterThan(floors['same document']?.recall ?? 1);
    }
  });

  it('fake_1000: more pairs than exact keys find, and no more wrong ones', async () => {
    const { shipped, floors } = await judge('fake_1000');
    expect(shipped.recall).toBeGreaterThan(floors['same birth']?.recall ?? 1);
    expect(shipped.precision).toBeGreaterThan(floors['same birth']?.precision ?? 1);
  });
});
