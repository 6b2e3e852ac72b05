/** What a referral says of a record, where a slip would put somebody in danger. */
import { describe, expect, it } from 'vitest';
import { referralFacts, signsOf } from '../../../src/main/referrals/facts.ts';
import { answerText } from '../../../src/shared/referrals/letter.ts';
import { referralRules } from '../../../src/shared/referrals/index.ts';
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
      marks: [],
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

describe('what the form ticks', () => {
  const factsOf = (parts: { a?: object; b?: object }, ages: readonly number[] = []) => {
    const children = ages.map((age, at) => ({
      id: String(at),
      personId: String(at),
      age,
      livesWithUser: true,
      person: {},
    }));
    const context = {
      ...{ today: '2026-06-10' as CivilDate, now: '2026-06-10T14:00:00.000Z', places: makePlaceIndex([]) },
      ...{ kind: 'other-cem' as const, children: children as never, marks: [], childId: null },
    };
    return referralFacts(recordWith(parts), context);
  };

  it('is said once, and an office with its article', () => {
    expect(factsOf({ b: { violenceType: 2 } }).violenceType).toBe('Física');
    const filed = { complaintFiled: 1 };
    const named = factsOf({ a: filed, b: { complaintOfficeName: 'Comisaría de Zárate', complaintOfficeKind: 1 } });
    expect(named.complaint).toBe('Con denuncia en la Comisaría de Zárate');
    expect(factsOf({ a: filed, b: { complaintOfficeName: null, complaintOfficeKind: 3 } }).complaint).toBe(
      'Con denuncia en el juzgado',
    );
  });

  it('counts a newborn as less than a year', () => {
    expect(factsOf({}, [9, 0]).children).toBe('2: de menos de 1 y 9 años');
    expect(factsOf({}, [0]).children).toBe('1: de menos de 1 año');
  });

  it('several things are one sentence', () => {
    const others = referralRules['urgent-care'].asked['others']?.question;
    if (others === undefined) throw new Error('no question');
    expect(answerText(others, ['children', 'elderly'])).toBe('Niñas, niños o adolescentes y personas adultas mayores');
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
