/** Every row of the corpus of bad inputs, 1 to 125, is held once: by a test, by the release check-list, or by a reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contractRows } from '../fixtures/bad-inputs/contract.ts';
import { elsewhere, onRelease, waiting } from '../fixtures/bad-inputs/coverage.ts';
import { dates } from '../fixtures/bad-inputs/dates.ts';
import { documents } from '../fixtures/bad-inputs/documents.ts';
import { files } from '../fixtures/bad-inputs/files.ts';
import { logic } from '../fixtures/bad-inputs/logic.ts';
import { names } from '../fixtures/bad-inputs/names.ts';
import { passwords } from '../fixtures/bad-inputs/passwords.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const groups = { A: [1, 24], B: [25, 37], C: [38, 47], D: [48, 57], E: [58, 69], F: [70, 82], H: [100, 110] } as const;
const all = Array.from({ length: 125 }, (_one, at) => at + 1);

const lines = [names, documents, dates, logic, contractRows, files, passwords].flat().map(({ id }) => {
  const [, group = '', number = ''] = /^([A-I])(\d+)/.exec(id) ?? [];
  return { id, group, number: Number(number) };
});
const asData = new Set(lines.map(({ number }) => number));
const asTest = Object.keys(elsewhere).map(Number);
const notYet = Object.keys(waiting).map(Number);

describe('bad inputs 1 to 125', () => {
  it('are held each in one way', () => {
    const ways = [asData, new Set(asTest), new Set<number>(onRelease), new Set(notYet)];
    const counted = all.map((row) => [row, ways.filter((way) => way.has(row)).length] as const);
    expect(counted.filter(([, count]) => count === 0).map(([row]) => row)).toEqual([]);
    // A row of data may have more tests beside; one that waits or is left to the release has none.
    const open = new Set<number>([...notYet, ...onRelease]);
    expect([...open].filter((row) => asData.has(row) || asTest.includes(row))).toEqual([]);
    expect(new Set([...notYet, ...onRelease]).size).toBe(notYet.length + onRelease.length);
    expect([...asTest, ...notYet].filter((row) => !all.includes(row))).toEqual([]);
  });

  it('stand in their group', () => {
    const strange = lines.filter(({ group, number }) => {
      const [first, last] = groups[group as keyof typeof groups];
      return number < first || number > last;
    });
    expect(strange).toEqual([]);
  });

  it('have the tests that are named', () => {
    const missing = Object.entries(elsewhere).flatMap(([row, places]) =>
      places.filter(([file, title]) => !read(file).includes(title)).map(([file, title]) => `${row}: ${file} ${title}`),
    );
    expect(missing).toEqual([]);
  });

  it('stand on the release check-list where only Windows or the package can show them', () => {
    const list = read('docs/release-checklist.md').split('\n');
    const named = (row: number) => list.filter((line) => new RegExp(`\\bbad inputs?\\b[^|]*\\b${row}\\b`).test(line));
    expect(onRelease.filter((row) => named(row).length !== 1)).toEqual([]);
  });

  it('wait in no greater number than today', () => {
    expect(notYet.length).toBeLessThanOrEqual(3);
  });
});
