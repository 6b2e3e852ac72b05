import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  arrivalEndSchema,
  arrivalFactsSchema,
  arrivalOutcomes,
  blankArrivalFacts,
  byTurn,
  minutesBetween,
  orderLabel,
  percentile,
  waitWords,
  waitingByDay,
  waitingByService,
  type Wait,
} from '../../../src/shared/reception/index.ts';

const arrivalId = '00000000-0000-4000-8000-000000000001';

function refused(end: object): string[] {
  const parsed = arrivalEndSchema.safeParse({ arrivalId, ...end });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}

describe('the end of an arrival', () => {
  it.each(arrivalOutcomes.filter((one) => one !== 'orientation' && one !== 'referral'))('takes %s alone', (outcome) => {
    expect(refused({ outcome })).toEqual([]);
    expect(refused({ outcome, matter: 'alimony' })).toEqual(['matter']);
    expect(refused({ outcome, referredTo: 'DEMUNA' })).toEqual(['referredTo']);
  });

  it('takes an orientation only with its matter, a referral only with its place', () => {
    expect(refused({ outcome: 'orientation' })).toEqual(['matter']);
    expect(refused({ outcome: 'orientation', matter: 'alimony' })).toEqual([]);
    expect(refused({ outcome: 'referral' })).toEqual(['referredTo']);
    expect(refused({ outcome: 'referral', referredTo: 'Defensa Pública' })).toEqual([]);
    expect(refused({ outcome: 'referral', referredTo: '   ' })).not.toEqual([]);
  });

  it('is one of the list', () => {
    expect(refused({ outcome: 'attended' })).toEqual(['outcome']);
  });
});

describe('what is written of an arrival', () => {
  it('may be nothing but that somebody came', () => {
    expect(arrivalFactsSchema.safeParse(blankArrivalFacts()).success).toBe(true);
  });

  it('has day and hour when it was first on paper', () => {
    const facts = { ...blankArrivalFacts(), isFromPaper: true };
    const parsed = arrivalFactsSchema.safeParse(facts);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['arrivedOn', 'arrivedTime']);
  });

  it('names who watches children only when there are any', () => {
    const facts = { ...blankArrivalFacts(), childrenWith: 'la tía' };
    expect(arrivalFactsSchema.safeParse(facts).success).toBe(false);
    expect(arrivalFactsSchema.safeParse({ ...facts, children: 2 }).success).toBe(true);
  });
});

describe('the order of arrival', () => {
  it('puts observed signs first, then who came first', () => {
    const arrivals = [
      { number: 1, arrivedAt: '2026-06-10T13:00:00.000Z', isUrgent: false },
      { number: 2, arrivedAt: '2026-06-10T13:05:00.000Z', isUrgent: true },
      { number: 3, arrivedAt: '2026-06-10T12:50:00.000Z', isUrgent: false },
      { number: 4, arrivedAt: '2026-06-10T13:01:00.000Z', isUrgent: true },
      { number: 5, arrivedAt: '2026-06-10T13:00:00.000Z', isUrgent: false },
    ];
    expect(arrivals.toSorted(byTurn).map(({ number }) => number)).toEqual([4, 2, 3, 1, 5]);
  });

  it('is called out with a letter of the door and a number of the day', () => {
    expect(orderLabel('inPerson', 7)).toBe('A-07');
    expect(orderLabel('call', 112)).toBe('L-112');
  });

  it('counts whole minutes and never less than none', () => {
    expect(minutesBetween('2026-06-10T13:00:00.000Z', '2026-06-10T13:59:59.999Z')).toBe(59);
    expect(minutesBetween('2026-06-10T13:00:00.000Z', '2026-06-10T12:00:00.000Z')).toBe(0);
    expect(waitWords(59)).toBe('59 min');
    expect(waitWords(65)).toBe('1 h 05 min');
  });
});

/** The same figure another way: the broken line through (i/(n−1), value i), walked piece by piece. */
function oracle(values: readonly number[], p: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  if (sorted.length === 1) return sorted[0] ?? NaN;
  const step = 1 / (sorted.length - 1);
  for (let index = 0; index < sorted.length - 1; index += 1) {
    const [left, right] = [index * step, (index + 1) * step];
    if (p > right + 1e-12) continue;
    const share = (p - left) / (right - left);
    return (sorted[index] ?? NaN) * (1 - share) + (sorted[index + 1] ?? NaN) * share;
  }
  return sorted.at(-1) ?? NaN;
}

describe('waiting as indicators', () => {
  it('interpolates as a spreadsheet does', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([10, 20], 0.5)).toBe(15);
    // PERCENTIL.INC({1..10}; 0,9) = 9,1
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBeCloseTo(9.1, 10);
  });

  it('agrees with a slow and obvious reckoning', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
        (values, p) => {
          expect(percentile(values, p)).toBeCloseTo(oracle(values, p), 6);
        },
      ),
    );
  });

  const at = (minutes: number, day = '10') =>
    new Date(Date.parse(`2026-06-${day}T13:00:00.000Z`) + minutes * 60_000).toISOString();
  const wait = (service: Wait['service'], since: number, called: number | null, attended: number | null): Wait => ({
    service,
    sinceAt: at(since),
    calledAt: called === null ? null : at(called),
    attendedAt: attended === null ? null : at(attended),
  });

  it('counts by service, and leaves out of the minutes whoever still waits', () => {
    const waits = [
      wait('psychology', 0, 10, 12),
      wait('psychology', 0, 20, null),
      wait('psychology', 5, null, null),
      wait(null, 0, null, 4),
    ];
    expect(waitingByService(waits)).toEqual([
      // Attended without a call: the attention is the call.
      { service: null, waits: 1, toCall: { count: 1, p50: 4, p90: 4 }, toAttention: { count: 1, p50: 4, p90: 4 } },
      {
        service: 'psychology',
        waits: 3,
        toCall: { count: 2, p50: 15, p90: 19 },
        toAttention: { count: 1, p50: 12, p90: 12 },
      },
    ]);
  });

  it('belongs to the day of Lima on which the wait began', () => {
    const late: Wait = { service: 'legal', sinceAt: '2026-06-11T03:30:00.000Z', calledAt: null, attendedAt: null };
    const next: Wait = { service: 'legal', sinceAt: '2026-06-11T14:00:00.000Z', calledAt: null, attendedAt: null };
    expect(waitingByDay([next, late]).map(({ day }) => day)).toEqual(['2026-06-10', '2026-06-11']);
  });
});
