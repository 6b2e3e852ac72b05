/** Recall and precision of `match` on invented people with truth: those of a Peruvian centre, and names of no list. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { matcherOf, matchPairs, readPeople } from '../../../scripts/match/pairs.ts';
import { MatchStore } from '../../../scripts/match/store.ts';
import type { MatchMap } from '../../../src/shared/people/index.ts';
import {
  foreignMap,
  foreignPeopleCsv,
  mixedMap,
  mixedPeopleCsv,
  peopleCsv,
  peopleMap,
  type PeopleFile,
} from '../../support/people-csv.ts';

vi.setConfig({ testTimeout: 300_000 });

let home = '';
beforeAll(() => (home = mkdtempSync(join(tmpdir(), 'registro-own-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

async function figuresOf({ csv, pairs }: PeopleFile, map: MatchMap) {
  const store = new MatchStore(join(home, `${Math.random()}.work`));
  try {
    await readPeople(bytesOf(csv), map, store);
    const matcher = matcherOf(store);
    const found = [...matchPairs(store, matcher, null)];
    const isTrue = ({ idA, idB }: (typeof found)[number]) => pairs.has(`${idA} ${idB}`) || pairs.has(`${idB} ${idA}`);
    const right = found.filter(isTrue).length;
    const probable = found.filter(({ level }) => level === 'probable');
    return {
      ...{ rows: store.count, pairs: pairs.size, least: matcher.least },
      ...{ recall: right / pairs.size, precision: right / found.length },
      probablePrecision: probable.filter(isTrue).length / probable.length,
    };
  } finally {
    store.close();
  }
}

describe('match on invented people', () => {
  it.each<[string, PeopleFile, MatchMap, number]>([
    ['mixed list, seed 31', mixedPeopleCsv(700, 31), mixedMap, 0.97],
    ['second visits, seed 32', peopleCsv(1200, 32), peopleMap, 0.97],
    // One name, one surname and a birth date, and a slip in every second visit: less can be told.
    ['names of no list, seed 33', foreignPeopleCsv(1500, 33), foreignMap, 0.93],
  ])('%s: most pairs, one wrong in a hundred at most', async (what, file, map, least) => {
    const figures = await figuresOf(file, map);
    process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
    expect(figures.recall).toBeGreaterThanOrEqual(least);
    // One wrong pair of 146 is seven in a thousand.
    expect(figures.precision).toBeGreaterThanOrEqual(map === foreignMap ? 0.98 : 0.99);
    expect(figures.probablePrecision).toBeGreaterThanOrEqual(0.99);
  });
});
