import { describe, expect, it } from 'vitest';
import { accountLock, quotedAccount, retellingWords } from '../../../src/shared/intake/index.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';

const at = (instant: string) => instant as Instant;
const firstWrittenAt = at('2026-11-25T15:32:00.000Z');

describe('accountLock', () => {
  it('is open for 24 hours from the first writing and tells when it ends', () => {
    const lock = accountLock({ firstWrittenAt, quotedBy: null }, at('2026-11-26T15:31:59.999Z'));
    expect(lock).toEqual({ kind: 'open', locksAt: '2026-11-26T15:32:00.000Z' });
  });

  it('locks at the 24th hour exactly', () => {
    const lock = accountLock({ firstWrittenAt, quotedBy: null }, at('2026-11-26T15:32:00.000Z'));
    expect(lock).toEqual({ kind: 'time', since: '2026-11-26T15:32:00.000Z' });
  });

  it('locks at once when a paper quotes it, and names the paper', () => {
    const quotedBy = { number: 'Escrito N.º 1', at: at('2026-11-25T16:00:00.000Z') };
    const lock = accountLock({ firstWrittenAt, quotedBy }, at('2026-11-25T16:00:00.000Z'));
    expect(lock).toEqual({ kind: 'quoted', since: quotedBy.at, by: quotedBy.number });
  });

  it('keeps the reason that came first: a paper after the 24 hours changes nothing', () => {
    const quotedBy = { number: 'Escrito N.º 1', at: at('2026-12-01T16:00:00.000Z') };
    expect(accountLock({ firstWrittenAt, quotedBy }, at('2026-12-02T00:00:00.000Z')).kind).toBe('time');
  });
});

describe('quotedAccount', () => {
  it('adds each supplement with its day in Peru', () => {
    const supplements = [{ body: 'Recordó otro hecho.', addedAt: '2026-11-27T03:30:00.000Z' }];
    expect(quotedAccount('Lo que contó.', supplements)).toBe(
      'Lo que contó.\n\nAmpliación del 26/11/2026: Recordó otro hecho.',
    );
    expect(quotedAccount('Lo que contó.', [])).toBe('Lo que contó.');
  });
});

describe('retellingWords', () => {
  it.each([
    [{ here: 0, before: null }, null],
    [{ here: 0, before: 0 }, null],
    [{ here: 1, before: null }, 'Ha contado su historia 1 vez'],
    [{ here: 1, before: 1 }, 'Ha contado su historia 2 veces'],
  ])('says %j', (times, words) => {
    expect(retellingWords(times)).toBe(words);
  });
});
