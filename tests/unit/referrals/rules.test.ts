import { describe, expect, it } from 'vitest';
import {
  consentAllows,
  kitLimitsOn,
  kitUrgency,
  urgencyTable,
  type ReferralOptions,
} from '../../../src/shared/referrals/index.ts';

type Consent = NonNullable<ReferralOptions['consent']>;
const on = '2026-09-05' as Consent['on'];

describe('consentAllows', () => {
  it('allows consent and its exceptions, never a refusal nor nothing', () => {
    expect(consentAllows({ kind: 'spoken', on })).toBe(true);
    expect(consentAllows({ kind: 'danger-to-life', on })).toBe(true);
    expect(consentAllows({ kind: 'refused', on })).toBe(false);
    expect(consentAllows(null)).toBe(false);
  });
});

describe('kitUrgency', () => {
  const limits = kitLimitsOn(urgencyTable.shipped, '2026-09-01' as Consent['on']);
  const date = { year: 2026, month: 9, day: 1 };

  it('counts 72 and 120 hours from the hour in Lima', () => {
    expect(kitUrgency({ date, hour: '10:00' }, '2026-09-04T15:00:00.000Z', limits)).toBe('emergency');
    expect(kitUrgency({ date, hour: '10:00' }, '2026-09-04T15:01:00.000Z', limits)).toBe('urgent');
    expect(kitUrgency({ date, hour: '10:00' }, '2026-09-06T15:01:00.000Z', limits)).toBe('later');
  });

  it('counts the whole day or month as within while any moment of it is', () => {
    expect(kitUrgency({ date, hour: null }, '2026-09-05T04:00:00.000Z', limits)).toBe('emergency');
    expect(kitUrgency({ date: { ...date, day: null }, hour: null }, '2026-09-30T04:00:00.000Z', limits)).toBe(
      'emergency',
    );
    expect(kitUrgency({ date: null, hour: null }, '2026-09-30T04:00:00.000Z', limits)).toBe('emergency');
  });
});
