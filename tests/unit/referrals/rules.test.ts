import { describe, expect, it } from 'vitest';
import type { Consent } from '../../../src/shared/care/index.ts';
import {
  consentAllows,
  consentTable,
  coversKind,
  followUpDays,
  followUpTable,
  guardianAge,
  hoursSince,
  hoursWords,
  kitQuestion,
  kitLimitsOn,
  kitUrgency,
  lacksConsenter,
  needsConsent,
  proposedUrgency,
  referralKinds,
  urgencies,
  urgencyTable,
  type ReferralKind,
  type ReferralOptions,
  type Urgency,
  type UrgencySigns,
} from '../../../src/shared/referrals/index.ts';

type Given = NonNullable<ReferralOptions['consent']>;
const on = '2026-09-05' as Given['on'];

describe('consent', () => {
  it('allows consent and its exceptions, never a refusal nor nothing', () => {
    for (const kind of ['spoken', 'written', 'danger-to-life', 'child-at-risk', 'order-of-authority'] as const)
      expect(consentAllows({ kind, on })).toBe(true);
    expect(consentAllows({ kind: 'refused', on })).toBe(false);
    expect(consentAllows(null)).toBe(false);
  });

  it('covers the kinds it names and no other', () => {
    const covered = (scope: Consent['scope'], purposes: string[]) =>
      referralKinds.filter((kind) => coversKind({ scope, purposes }, kind));
    expect(covered('healthReferral', [])).toEqual(['health', 'emergency-kit']);
    expect(covered('referral', ['shelter', 'demuna'])).toEqual(['shelter', 'demuna']);
    expect(covered('partnerRisk', ['health'])).toEqual([]);
    expect(referralKinds.filter((kind) => !needsConsent(kind))).toEqual(['aggressor-centre']);
  });

  const guardian = { guardianNames: 'Abuela Inventada' };
  type Given = Pick<Consent, 'form'> & Partial<Pick<Consent, 'guardianNames' | 'assent' | 'majority'>>;
  it.each<[string, Given, number | null, ReturnType<typeof lacksConsenter>]>([
    ['an adult', { form: 'spoken' }, 18, null],
    ['a child alone', { form: 'spoken' }, 17, 'guardian'],
    ['a child who called herself an adult', { form: 'spoken', majority: 'adult' }, 17, 'guardian'],
    ['a guardian without assent', { form: 'written', ...guardian }, 12, 'guardian'],
    ['a guardian against the child', { form: 'spoken', ...guardian, assent: 'refused' }, 12, 'guardian'],
    ['both', { form: 'spoken', ...guardian, assent: 'given' }, 12, null],
    ['too young to say', { form: 'spoken', ...guardian, assent: 'tooYoung' }, 2, null],
    ['an exception', { form: 'couldNotAsk' }, 12, null],
    ['age not known', { form: 'spoken' }, null, 'age'],
    ['age not known, of age as she said', { form: 'spoken', majority: 'adult' }, null, null],
    ['age not known, a minor alone', { form: 'spoken', majority: 'minor' }, null, 'guardian'],
    [
      'age not known, a minor with both',
      { form: 'spoken', majority: 'minor', ...guardian, assent: 'given' },
      null,
      null,
    ],
    ['an exception of unknown age', { form: 'couldNotAsk' }, null, null],
  ])('of %s', (_, given, age, lacks) => {
    const consent = { guardianNames: null, assent: null, majority: null, ...given } as Consent;
    expect(lacksConsenter(consent, { age, guardianBelow: 18 })).toBe(lacks);
  });
});

const limits = kitLimitsOn(urgencyTable.shipped, on);
const date = { year: 2026, month: 9, day: 1 };

describe('hours since the event', () => {
  it('are exact with the hour and an interval without it', () => {
    expect(hoursWords(hoursSince({ date, hour: '10:00' }, '2026-09-01T16:00:00.000Z'))).toBe('1 hora');
    expect(hoursWords(hoursSince({ date, hour: null }, '2026-09-02T17:00:00.000Z'))).toBe('entre 12 y 36 horas');
    expect(hoursWords(hoursSince({ date: null, hour: null }, '2026-09-02T17:00:00.000Z'))).toBeNull();
  });

  it('count 72 and 120 from the hour in Lima', () => {
    expect(kitUrgency({ date, hour: '10:00' }, '2026-09-04T15:00:00.000Z', limits)).toBe('emergency');
    expect(kitUrgency({ date, hour: '10:00' }, '2026-09-04T15:01:00.000Z', limits)).toBe('urgent');
    expect(kitUrgency({ date, hour: '10:00' }, '2026-09-06T15:01:00.000Z', limits)).toBe('later');
  });

  it('count the whole day or month as within while any moment of it is', () => {
    expect(kitUrgency({ date, hour: null }, '2026-09-05T04:00:00.000Z', limits)).toBe('emergency');
    expect(kitUrgency({ date: { ...date, day: null }, hour: null }, '2026-09-30T04:00:00.000Z', limits)).toBe(
      'emergency',
    );
    expect(kitUrgency({ date: null, hour: null }, '2026-09-30T04:00:00.000Z', limits)).toBe('emergency');
  });

  it('take the limits from the table', () => {
    const others = { emergencyHours: 10, urgentHours: 20 };
    expect(kitUrgency({ date, hour: '10:00' }, '2026-09-02T07:00:00.000Z', others)).toBe('urgent');
  });
});

describe('rows that can change', () => {
  it('say when a slip is asked for and who consents for a child', () => {
    const days = urgencies.map((urgency) => followUpDays(followUpTable.shipped, urgency, on));
    expect(days).toEqual([1, 2, 7, 15]);
    expect(followUpDays([], 'emergency', on)).toBeNull();
    expect([guardianAge(consentTable.shipped, on), guardianAge([], on)]).toEqual([18, 0]);
  });
});

describe('proposed urgency', () => {
  const calm: UrgencySigns = {
    isSexual: false,
    event: { date, hour: '10:00' },
    level: 1,
    hasAccess: false,
    suicide: null,
  };
  const hours = (count: number) => new Date(Date.UTC(2026, 8, 1, 15) + count * 3_600_000).toISOString();

  it.each<[string, ReferralKind, Partial<UrgencySigns> & { after: number }, Urgency]>([
    ['health without signs', 'health', { after: 1 }, 'preferential'],
    ['health after sexual violence', 'health', { isSexual: true, after: 72 }, 'emergency'],
    ['health on the fourth day', 'health', { isSexual: true, after: 73 }, 'urgent'],
    ['health after the fifth day', 'health', { isSexual: true, after: 121 }, 'preferential'],
    ['the kit, whatever was recorded', 'emergency-kit', { after: 10 }, 'emergency'],
    ['injuries', 'forensic-examination', { after: 10 }, 'urgent'],
    ['sexual integrity within 72 hours', 'forensic-examination', { isSexual: true, after: 71 }, 'emergency'],
    ['sexual integrity later', 'forensic-examination', { isSexual: true, after: 80 }, 'urgent'],
    ['mental health without risk', 'mental-health', { suicide: 1, after: 1 }, 'preferential'],
    ['suicidal ideas', 'mental-health', { suicide: 2, after: 1 }, 'urgent'],
    ['a suicide plan', 'mental-health', { suicide: 3, after: 1 }, 'emergency'],
    ['severe with access', 'shelter', { level: 3, hasAccess: true, after: 1 }, 'urgent'],
    ['severe, he is detained', 'shelter', { level: 3, after: 1 }, 'preferential'],
    ['a social programme', 'social-programme', { level: 3, isSexual: true, suicide: 4, after: 1 }, 'scheduled'],
  ])('of %s', (_, kind, { after, ...signs }, urgency) => {
    const given = { now: hours(after), isKitAsked: false, limits };
    expect(proposedUrgency(kind, { ...calm, ...signs }, given).urgency).toBe(urgency);
  });
});

describe('the question before the kit', () => {
  const now = '2026-09-10T15:00:00.000Z';
  const limits = { emergencyHours: 72, urgentHours: 120 };
  const at = (day: number, hour: string | null) => ({ date: { year: 2026, month: 9, day }, hour });
  const noViolence = /no dice que haya violencia sexual.*¿lo deriva igual\?$/;
  it.each<[string, boolean, Parameters<typeof kitQuestion>[0]['event'], RegExp | null]>([
    ['within its hours', true, at(10, '08:00'), null],
    ['in its last hour', true, at(5, '10:00'), null],
    ['a minute after', true, at(5, '09:59'), /^Pasaron 120 horas .*¿lo deriva igual\?$/],
    ['183 hours later', true, at(2, '19:00'), /^Pasaron 183 horas .*VIH hasta las 72.*¿lo deriva igual\?$/],
    ['on a day that may be within', true, at(5, null), null],
    ['on a day not known', true, { date: null, hour: null }, null],
    ['of another violence', false, at(10, '08:00'), noViolence],
    ['of another violence, on a day not known', false, { date: null, hour: null }, noViolence],
    ['of another violence, 183 hours later', false, at(2, '19:00'), /violencia sexual\. Pasaron 183 horas/],
  ])('%s', (_when, isSexual, event, asked) => {
    const question = kitQuestion({ isSexual, event }, now, limits);
    if (asked === null) expect(question).toBeNull();
    else expect(question).toMatch(asked);
  });
});
