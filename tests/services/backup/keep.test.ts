import { describe, expect, it } from 'vitest';
import { copiesToRemove, type KnownCopy } from '../../../src/main/backup/keep.ts';

const day = 24 * 60 * 60 * 1000;
const line = 'one';
const last = Date.parse('2026-12-31T20:00:00.000Z');

/** Copies every twelve hours, newest first; each contains all before it. */
const copies: KnownCopy[] = Array.from({ length: 400 * 2 }, (_, index) =>
  copy({
    name: `backup-${index}`,
    utc: new Date(last - index * (day / 2)).toISOString(),
    seq: 10_000 - index,
    head: `head-${index}`,
    contains: new Set(Array.from({ length: 799 - index }, (_one, more) => `head-${index + more + 1}`)),
  }),
);

function copy(about: Partial<KnownCopy>): KnownCopy {
  const none = { contains: new Set<string>(), files: new Set<string>(), lostFiles: [] };
  return { name: 'x', utc: '2026-06-10T14:00:00.000Z', seq: 1, head: 'h', line, ...none, ...about };
}

function kept(all: readonly KnownCopy[]): KnownCopy[] {
  const gone = new Set(copiesToRemove(all, line));
  return all.filter(({ name }) => !gone.has(name));
}

describe('keep policy', () => {
  it('keeps the newest of seven days, four weeks and twelve months', () => {
    const dates = kept(copies).map(({ utc }) => utc.slice(0, 10));
    expect(dates.slice(0, 7)).toEqual([
      '2026-12-31',
      '2026-12-30',
      '2026-12-29',
      '2026-12-28',
      '2026-12-27',
      '2026-12-26',
      '2026-12-25',
    ]);
    expect(dates.at(-1)).toBe('2026-01-31');
    expect(dates.length).toBeLessThanOrEqual(7 + 4 + 12);
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(12);
  });

  it('counts the days of Lima', () => {
    // 21:00 of the 10th, 00:30 and 09:00 of the 11th; in UTC all three are of the 11th.
    const [evening, night, morning] = [
      copy({ name: 'evening', utc: '2026-06-11T02:00:00.000Z', seq: 1, head: 'a' }),
      copy({ name: 'night', utc: '2026-06-11T05:30:00.000Z', seq: 2, head: 'b', contains: new Set(['a']) }),
      copy({ name: 'morning', utc: '2026-06-11T14:00:00.000Z', seq: 3, head: 'c', contains: new Set(['a', 'b']) }),
    ];
    expect(copiesToRemove([evening, night, morning], line)).toEqual(['night']);
  });

  it('always keeps the newest, however old', () => {
    expect(copiesToRemove([copy({ name: 'alone', utc: '1999-01-01T00:00:00.000Z' })], line)).toEqual([]);
    expect(kept(copies)[0]?.name).toBe('backup-0');
  });
});

describe('a copy goes only when one that stays holds what it holds', () => {
  const older = copy({ name: 'older', seq: 5, head: 'a' });
  const newer = copy({ name: 'newer', utc: '2026-06-10T15:00:00.000Z', seq: 9, head: 'b', contains: new Set(['a']) });

  it('goes when its history is inside', () => {
    expect(copiesToRemove([older, newer], line)).toEqual(['older']);
  });

  it('stays when its head is not inside, whatever the clock says', () => {
    expect(copiesToRemove([older, { ...newer, contains: new Set() }], line)).toEqual([]);
    expect(copiesToRemove([older, { ...newer, contains: new Set(['other']) }], line)).toEqual([]);
  });

  it('stays when it is of another line, and judges nobody else', () => {
    expect(copiesToRemove([{ ...older, line: 'before' }, newer], line)).toEqual([]);
    expect(copiesToRemove([older, newer], 'before')).toEqual([]);
    expect(copiesToRemove([older, { ...newer, line: 'before' }], line)).toEqual([]);
  });

  it('stays when it has a file that the newer one had to be made without', () => {
    const file = 'a'.repeat(32);
    const had = { ...older, files: new Set([file]) };
    expect(copiesToRemove([had, { ...newer, lostFiles: [file] }], line)).toEqual([]);
    expect(copiesToRemove([had, { ...newer, lostFiles: ['b'.repeat(32)] }], line)).toEqual(['older']);
  });

  it('keeps the last that has a lost file, and lets go what that one contains', () => {
    const file = 'a'.repeat(32);
    const since = copies.map((one, index) =>
      index < 790 ? { ...one, lostFiles: [file] } : { ...one, files: new Set([file]) },
    );
    const gone = copiesToRemove(since, line);
    expect(gone).not.toContain('backup-790');
    expect(gone).toContain('backup-791');
    expect(copiesToRemove(copies, line)).toContain('backup-790');
  });

  it('lets a clock put back delete nothing newer', () => {
    const future = copy({
      name: 'future',
      utc: '2027-01-01T14:00:00.000Z',
      seq: 20,
      head: 'c',
      contains: new Set(['a', 'b']),
    });
    const back = copy({
      name: 'back',
      utc: '2026-06-10T16:00:00.000Z',
      seq: 30,
      head: 'd',
      contains: new Set(['a', 'b', 'c']),
    });
    expect(copiesToRemove([future, newer, back], line)).toEqual(['newer']);
  });
});
