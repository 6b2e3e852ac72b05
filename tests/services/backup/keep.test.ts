import { describe, expect, it } from 'vitest';
import { copiesToKeep } from '../../../src/main/backup/keep.ts';

const day = 24 * 60 * 60 * 1000;
const last = Date.parse('2026-12-31T20:00:00.000Z');
const copies = Array.from({ length: 400 * 2 }, (_, index) => ({
  name: `backup-${index}`,
  utc: new Date(last - index * (day / 2)).toISOString(),
  seq: 10_000 - index,
  ...whole(),
}));

function whole(lostFiles: readonly string[] = [], files: readonly string[] = []) {
  return { files: new Set(files), lostFiles };
}

describe('keep policy', () => {
  it('keeps the newest of seven days, four weeks and twelve months', () => {
    const kept = copies.filter((copy) => copiesToKeep(copies).has(copy.name)).map((copy) => copy.utc.slice(0, 10));
    expect(kept.slice(0, 7)).toEqual([
      '2026-12-31',
      '2026-12-30',
      '2026-12-29',
      '2026-12-28',
      '2026-12-27',
      '2026-12-26',
      '2026-12-25',
    ]);
    expect(kept.at(-1)).toBe('2026-01-31');
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
    expect(new Set(kept.map((date) => date.slice(0, 7))).size).toBe(12);
  });

  it('always keeps the newest, however old', () => {
    expect(copiesToKeep([copies[700] ?? { name: 'x', utc: '', seq: 1, ...whole() }])).toEqual(new Set(['backup-700']));
    expect(copiesToKeep(copies).has('backup-0')).toBe(true);
  });

  it('tells two copies of one instant apart by their audit entry', () => {
    const same = '2026-06-10T14:00:00.000Z';
    expect(
      copiesToKeep([
        { name: 'a', utc: same, seq: 1, ...whole() },
        { name: 'b', utc: same, seq: 2, ...whole() },
      ]),
    ).toEqual(new Set(['b']));
  });

  it('never lets a copy without a file push out the last copy that has it', () => {
    const file = 'a'.repeat(32);
    const old = copies.map((copy, index) =>
      index < 790 ? { ...copy, lostFiles: [file] } : { ...copy, files: new Set([file]) },
    );
    expect(copiesToKeep(old).has('backup-790')).toBe(true);
    expect(copiesToKeep(old).has('backup-791')).toBe(false);
    expect(copiesToKeep(copies).has('backup-790')).toBe(false);
  });
});
