/** How much of those who are not let in is kept and written down, with a clock that a test moves. */
import { describe, expect, it } from 'vitest';
import { mostEntries, Refusals } from '../../../src/main/computers/refusals.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const one = (address: string, times = 1) =>
  ({ why: 'unknown', address, name: null, times, lastAt: 0 }) as const satisfies Parameters<Refusals['add']>[0];

describe('what no entry says yet', () => {
  it('is each kind once with how often; what came while it was written is written next', () => {
    const refusals = new Refusals(fixedClock());
    let heard = 0;
    refusals.onRefused(() => (heard += 1));
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.1']) refusals.add(one(address, 2));
    const first = refusals.unwritten;
    expect(first.map(({ address, times }) => [address, times])).toEqual([
      ['10.0.0.1', 4],
      ['10.0.0.2', 2],
    ]);
    refusals.add(one('10.0.0.2', 5));
    refusals.written(first);
    expect(refusals.unwritten).toEqual([{ why: 'unknown', address: '10.0.0.2', name: null, times: 5 }]);
    refusals.written(refusals.unwritten);
    expect([refusals.unwritten, heard]).toEqual([[], 4]);
    expect(refusals.shown.map(({ address, times }) => [address, times])).toEqual([
      ['10.0.0.2', 7],
      ['10.0.0.1', 4],
    ]);
  });
});

describe('a neighbour with many addresses', () => {
  const hourMs = 3_600_000;
  const address = (n: number) => `10.0.${n >> 8}.${n & 255}`;

  /** Entries as they are written at once, of as many addresses. */
  function writing(clock = fixedClock()) {
    const refusals = new Refusals(clock);
    const entries: { address: string | null; times: number }[] = [];
    refusals.onRefused(() => {
      const these = refusals.unwritten;
      entries.push(...these);
      refusals.written(these);
    });
    const come = (from: number, count: number) => {
      for (let n = from; n < from + count; n += 1) refusals.add(one(address(n)));
    };
    return { clock, refusals, entries, come };
  }

  it('gets so many entries in a day and one that says there were more; how many stands in that of the next', () => {
    const { clock, entries, come } = writing();
    come(0, mostEntries);
    expect(entries).toHaveLength(mostEntries);
    come(mostEntries, 50);
    expect(entries.slice(mostEntries)).toEqual([{ why: null, address: null, name: null, times: 1 }]);
    clock.advance(23 * hourMs);
    come(0, 3000);
    // A new date of the computer is no new day.
    clock.set('2026-06-20T14:00:00.000Z');
    come(0, 1);
    expect(entries).toHaveLength(mostEntries + 1);
    clock.advance(hourMs);
    come(0, 1);
    expect(entries.slice(mostEntries + 1)).toEqual([
      { why: 'unknown', address: '10.0.0.0', name: null, times: 1 },
      { why: null, address: null, name: null, times: 49 + 3001 },
    ]);
  });

  it('is counted to the last one while the record is closed', () => {
    const refusals = new Refusals(fixedClock());
    for (let n = 0; n < 1000; n += 1) refusals.add(one(address(n)));
    const { unwritten } = refusals;
    expect(unwritten).toHaveLength(51);
    expect(unwritten.at(-1)).toEqual({ why: null, address: null, name: null, times: 950 });
    refusals.written(unwritten);
    expect(refusals.unwritten).toEqual([]);
    expect(refusals.shown).toHaveLength(50);
  });
});
