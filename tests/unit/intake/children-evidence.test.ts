import { describe, expect, it } from 'vitest';
import { childrenEvidence } from '../../../src/shared/intake/index.ts';

const same = 'El mismo número de hijos e hijas.';
const other = 'El número de hijos e hijas es otro.';

const at = (count: number, year: number) => ({ count, year });

describe('childrenEvidence', () => {
  it.each([
    [at(3, 2026), at(3, 2024), { bits: 1.8, reason: { text: 'También 3 hijos o hijas.', plain: same, speaks: 'for' } }],
    [at(1, 2026), at(1, 2024), { bits: 1.8, reason: { text: 'También un hijo o hija.', plain: same, speaks: 'for' } }],
    [at(0, 2026), at(0, 2024), { bits: 0.5, reason: { text: 'Tampoco tenía hijos.', plain: same, speaks: 'for' } }],
    [at(4, 2026), at(3, 2024), null],
    [at(6, 2026), at(3, 2024), null],
    [
      at(7, 2026),
      at(3, 2024),
      { bits: -2.6, reason: { text: 'Entonces dijo 3 hijos o hijas; ahora, 7.', plain: other, speaks: 'against' } },
    ],
    [
      at(2, 2026),
      at(3, 2024),
      { bits: -2.6, reason: { text: 'Entonces dijo 3 hijos o hijas; ahora, 2.', plain: other, speaks: 'against' } },
    ],
    [null, at(3, 2024), null],
    [at(3, 2026), null, null],
  ])('of %o now and %o then says %o', (now, before, expected) => {
    expect(childrenEvidence(now, before)).toEqual(expected);
  });
});
