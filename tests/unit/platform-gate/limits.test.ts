import { afterEach, describe, expect, it } from 'vitest';
import { isWithinLimits } from '../../../src/main/platform/gate/limits.ts';
import { Rate } from '../../../src/main/platform/rate.ts';

/** A value with `levels` levels, itself the first. */
function nested(levels: number, wrap: (inner: unknown) => unknown = (inner) => ({ a: inner })): unknown {
  let value: unknown = 1;
  for (let level = 1; level < levels; level += 1) value = wrap(value);
  return value;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
}

class Aged {
  readonly years: number;
  constructor(years: number) {
    this.years = years;
  }
}

const known = Object.getOwnPropertyNames(Object.prototype).sort();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(known);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('isWithinLimits', () => {
  it.each([
    ['objects', (inner: unknown) => ({ a: inner })],
    ['arrays', (inner: unknown) => [inner]],
  ])('takes 20 levels of %s and not 21', (_what, wrap) => {
    expect(isWithinLimits(nested(20, wrap))).toBe(true);
    expect(isWithinLimits(nested(21, wrap))).toBe(false);
  });

  it('refuses a million levels without walking them', () => {
    expect(isWithinLimits(nested(1_000_000))).toBe(false);
    expect(isWithinLimits(nested(1_000_000, (inner) => [inner]))).toBe(false);
    expect(isWithinLimits(cyclic())).toBe(false);
  });

  it('takes a million characters and not one more, wherever they stand', () => {
    expect(isWithinLimits('x'.repeat(1_000_000))).toBe(true);
    expect(isWithinLimits('x'.repeat(1_000_001))).toBe(false);
    expect(isWithinLimits({ ['k'.repeat(1_000_001)]: 1 })).toBe(false);
    expect(isWithinLimits({ a: 'x'.repeat(600_000), b: ['x'.repeat(600_000)] })).toBe(false);
    expect(isWithinLimits('x'.repeat(200_000_000))).toBe(false);
  });

  it('takes 100,000 values and not many more', () => {
    expect(isWithinLimits(Array.from({ length: 99_999 }, () => null))).toBe(true);
    expect(isWithinLimits(Array.from({ length: 100_000 }, () => null))).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    const hostile = JSON.parse(`{"${key}":{"polluted":true}}`) as unknown;
    expect(isWithinLimits(hostile)).toBe(false);
    expect(isWithinLimits({ a: [{ b: hostile }] })).toBe(false);
  });

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a key that is a symbol', { [Symbol('x')]: 1 }],
    ['a big integer', 1n],
    ['NaN', NaN],
    ['infinity', Infinity],
    ['minus infinity', -Infinity],
    ['minus zero', -0],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['bytes', new Uint8Array(2)],
    ['a pattern', /(a+)+$/],
    ['an object of a class', new Aged(40)],
    ['a boxed text', Object('x') as unknown],
  ])('refuses %s, alone and inside', (_what, value) => {
    expect(isWithinLimits(value)).toBe(false);
    expect(isWithinLimits({ a: [value] })).toBe(false);
  });

  it('takes plain values, with and without a prototype', () => {
    expect(isWithinLimits({ a: [1, -1.5, 'ñ', true, null, {}] })).toBe(true);
    expect(isWithinLimits(Object.assign(Object.create(null) as object, { a: 1 }))).toBe(true);
  });
});

describe('Rate', () => {
  const rateAt = () => {
    const clock = { now: 1000 };
    const rate = new Rate(() => clock.now, 200);
    const allows = (caller: string, now: number) => {
      clock.now = now;
      return rate.allows(caller);
    };
    return allows;
  };

  it('takes 200 calls of one caller within a second, then waits for the next second', () => {
    const allows = rateAt();
    const answers = Array.from({ length: 201 }, (_, index) => allows('one', 1000 + index));
    expect(answers.indexOf(false)).toBe(200);
    expect(allows('two', 1300)).toBe(true);
    expect(allows('one', 1999)).toBe(false);
    expect(allows('one', 2000)).toBe(true);
  });

  it('is not held up for ever by a clock that is put back', () => {
    const allows = rateAt();
    for (let index = 0; index < 300; index += 1) allows('one', 1_000_000);
    expect(allows('one', 500)).toBe(true);
  });
});
