import { expect, it } from 'vitest';
import { coverageWords } from '../../../src/shared/reports/labels.ts';

const months = [
  { month: '2026-05', isBand: null },
  { month: '2026-04', isBand: false },
  { month: '2026-03', isBand: true },
  { month: '2026-02', isBand: true },
  { month: '2025-12', isBand: true },
  { month: '2024-12', isBand: false },
];

it('says how many closed months of a year are not in its figures', () => {
  expect(coverageWords('2026', months)).toMatch(/^2026: de 3 meses cerrados, 2 salieron como «menos de 21»\./);
  expect(coverageWords('2025', months)).toMatch(/^2025: de 1 mes cerrado, 1 salió como «menos de 21»\./);
});

it('says nothing of a year whose closed months all have figures', () => {
  expect(coverageWords('2024', months)).toBeNull();
  expect(coverageWords('2023', months)).toBeNull();
});
