import { describe, expect, it } from 'vitest';
import type { CivilDate, Instant } from '../../../src/shared/platform/dates.ts';
import { rereadReason, safetyStanding } from '../../../src/shared/safety/index.ts';

const at = (text: string) => text as Instant;
const plan = { readAt: at('2026-06-10T15:00:00.000Z'), dueOn: '2026-06-25' as CivilDate };
const asks = (
  since: { readonly valuedAt?: string; readonly taken?: readonly string[]; readonly told?: readonly string[] },
  today = '2026-06-12',
) => {
  const answers = [
    ...(since.taken ?? []).map((one) => ({ kind: 'safetyStep' as const, at: at(one) })),
    ...(since.told ?? []).map((one) => ({ kind: 'notSo' as const, at: at(one) })),
  ];
  const standing = safetyStanding(plan, { valuedAt: since.valuedAt, answers });
  return rereadReason(standing, today as CivilDate);
};

describe('a safety plan is read again', () => {
  it('after a valuation that came later than it, first', () => {
    expect(asks({ valuedAt: '2026-06-10T15:00:00.001Z', taken: ['2026-06-11T15:00:00.000Z'] })).toBe('valued');
    expect(asks({ valuedAt: '2026-06-10T15:00:00.000Z' })).toBeNull();
  });

  it('after a measure of a later day, not of the day on which it was read', () => {
    expect(asks({ taken: ['2026-06-11T05:00:00.000Z'] })).toBe('answered');
    expect(asks({ taken: ['2026-06-11T04:59:00.000Z'] })).toBeNull();
    expect(asks({ told: ['2026-06-11T15:00:00.000Z'] })).toBeNull();
  });

  it('on its own day, and not before', () => {
    expect(asks({}, '2026-06-25')).toBe('dueDay');
    expect(asks({}, '2026-06-24')).toBeNull();
  });
});
