/** How much of those who are not let in is kept and written down, with a clock that a test moves. */
import { describe, expect, it } from 'vitest';
import { Refusals } from '../../../src/main/computers/refusals.ts';

const one = (address: string, times = 1) =>
  ({ why: 'unknown', address, name: null, times, lastAt: 0 }) as const satisfies Parameters<Refusals['add']>[0];

describe('what no entry says yet', () => {
  it('is each kind once with how often; what came while it was written is written next', () => {
    const refusals = new Refusals();
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
