/** What a referral says of a record, where a slip would put somebody in danger. */
import { describe, expect, it } from 'vitest';
import { referralFacts, signsOf } from '../../../src/main/referrals/facts.ts';
import { makePlaceIndex } from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { aUser, anAggressor } from '../../support/case-builder.ts';

type Record = Parameters<typeof referralFacts>[0];

function recordWith(parts: { contact?: object; a?: object; b?: object }): Record {
  const user = aUser();
  return {
    row: { number: '2026-0001' },
    a: { complaintFiled: null, userSex: null, healthInsurance: null, ...parts.a },
    b: { valuationLevel: null, violenceType: null, sexualActs: null, userRiskFactors: null, ...parts.b },
    incident: { date: { year: 2026, month: 6, day: 9 }, hour: null },
    user: { ...user, contact: { ...user.contact, ...parts.contact } },
    aggressor: anAggressor(),
    informant: null,
    isOutOfReach: false,
    centre: { name: 'Centro Inventado', isPractice: false },
  } as unknown as Record;
}

const severe = 3;
const detained = 1;

describe('the telephone of a referral', () => {
  const phone = '987654321';
  const contactOf = (mayCall: string | null, whose: string | null = null) => {
    const context = {
      today: '2026-06-10' as CivilDate,
      now: '2026-06-10T14:00:00.000Z',
      places: makePlaceIndex([]),
      kind: 'health' as const,
      children: [],
      childId: null,
    };
    return referralFacts(recordWith({ contact: { phone, whose, mayCall } }), context).safeContact;
  };

  it('is there when she said that calling is safe', () => {
    expect(contactOf('yes')).toContain(phone);
  });

  it.each([
    ['su mamá', 'de su mamá'],
    ['de su mamá', 'de su mamá'],
    ['Del vecino', 'Del vecino'],
  ])('says whose it is where «%s» was typed', (whose, words) => {
    expect(contactOf('yes', whose)).toBe(`${phone}; ${words}`);
  });

  it.each(['no', 'unknown', null])('is not there when the answer was %s', (mayCall) => {
    expect(contactOf(mayCall)).toBeNull();
  });
});

describe('access to her', () => {
  const accessOf = (livesWithUser: number | null, situation: number | null) =>
    signsOf(
      recordWith({
        a: { aggressorLivesWithUser: livesWithUser },
        b: { valuationLevel: severe, aggressorSituation: situation },
      }),
      null,
    ).hasAccess;

  it('has who lives with her, whatever was last heard of him', () => {
    expect(accessOf(1, detained)).toBe(true);
  });

  it('has who is free, or of whom it is not known', () => {
    expect(accessOf(0, null)).toBe(true);
    expect(accessOf(0, detained)).toBe(false);
  });
});
