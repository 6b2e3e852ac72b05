/** What comes back: pairs, men accused by several women, women who accuse several; and what may be one, apart. */
import { describe, expect, it } from 'vitest';
import { perhapsOf, repeatsOf, yearsOf, type Counted, type RepeatKind } from '../../../src/shared/pairs/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';

let next = 0;
/** «ana×pedro» of an event of its own. */
function ficha(pair: string, over: Partial<Counted> = {}): Counted {
  next += 1;
  const [userId = '', aggressorId = ''] = pair.split('×');
  const number = String(next).padStart(4, '0');
  return {
    ...{ caseId: `case-${number}` as CaseId, number, userId, aggressorId, incidentId: `event-${number}` },
    ...{ admittedOn: '2026-01-01' as CivilDate, isUserMale: false, isAggressorUnknown: false },
    ...over,
  };
}

const day = (text: string) => ({ admittedOn: text as CivilDate });
const none = { user: [], aggressor: [] };
const countsOf = (kind: RepeatKind, fichas: readonly Counted[]) => repeatsOf(kind, fichas).map(({ count }) => count);

describe('pairs with two or more events', () => {
  it('counts events of the pair, in the year of the second, the most first', () => {
    const fichas = [
      ficha('ana×pedro', day('2024-05-01')),
      ficha('ana×pedro', day('2025-05-01')),
      ficha('ana×juan'),
      ficha('eva×luis', day('2023-01-01')),
      ficha('eva×luis', day('2023-02-01')),
      ficha('eva×luis', day('2026-02-01')),
    ];
    const groups = repeatsOf('pairs', fichas);
    expect(groups.map(({ userId, aggressorId, count, year }) => [userId, aggressorId, count, year])).toEqual([
      ['eva', 'luis', 3, 2023],
      ['ana', 'pedro', 2, 2025],
    ]);
    expect(yearsOf(groups)).toEqual([
      { year: 2025, groups: 1 },
      { year: 2023, groups: 1 },
    ]);
  });

  it('takes two fichas of one event for one', () => {
    expect(
      countsOf('pairs', [ficha('ana×pedro', { incidentId: 'e' }), ficha('ana×pedro', { incidentId: 'e' })]),
    ).toEqual([]);
  });
});

describe('persons accused by several women', () => {
  it('names him and none of them', () => {
    const [group] = repeatsOf('accused', [ficha('ana×pedro'), ficha('eva×pedro'), ficha('ana×juan')]);
    expect(group).toMatchObject({ userId: null, aggressorId: 'pedro', count: 2 });
  });

  it('takes mother and child of one event for one, also when one of them comes back alone', () => {
    const night = [ficha('ana×pedro', { incidentId: 'night' }), ficha('nina×pedro', { incidentId: 'night' })];
    expect(countsOf('accused', night)).toEqual([]);
    expect(countsOf('accused', [...night, ficha('ana×pedro')])).toEqual([]);
    expect(countsOf('accused', [...night, ficha('eva×pedro')])).toEqual([2]);
  });

  it('joins women whom a later event shows to have come together', () => {
    const apart = [ficha('ana×pedro'), ficha('nina×pedro')];
    const together = [ficha('ana×pedro', { incidentId: 'n' }), ficha('nina×pedro', { incidentId: 'n' })];
    expect(countsOf('accused', [...apart, ...together])).toEqual([]);
  });

  it('counts no man who was his victim, and nobody of whom nothing is known', () => {
    expect(countsOf('accused', [ficha('ana×pedro'), ficha('raul×pedro', { isUserMale: true })])).toEqual([]);
    const unknown = { isAggressorUnknown: true };
    expect(countsOf('accused', [ficha('ana×nadie', unknown), ficha('eva×nadie', unknown)])).toEqual([]);
  });
});

describe('women who accuse several persons', () => {
  it('counts identified persons, whoever shares the event', () => {
    const fichas = [ficha('ana×pedro', { incidentId: 'e' }), ficha('ana×juan', { incidentId: 'e' }), ficha('eva×juan')];
    expect(repeatsOf('users', fichas)).toMatchObject([{ userId: 'ana', aggressorId: null, count: 2 }]);
    expect(countsOf('users', [ficha('ana×pedro'), ficha('ana×x', { isAggressorUnknown: true })])).toEqual([]);
  });
});

describe('records that may be of one person', () => {
  const aggressor = { ...none, aggressor: [['pedro', 'pedrito'] as const] };

  it('are not counted as one, and stand apart with what they would be', () => {
    const fichas = [ficha('ana×pedro'), ficha('ana×pedrito'), ficha('eva×pedro')];
    expect(repeatsOf('pairs', fichas)).toEqual([]);
    expect(perhapsOf('pairs', fichas, aggressor)).toMatchObject([
      { one: { userId: 'ana', aggressorId: 'pedro' }, other: { aggressorId: 'pedrito' }, count: 2 },
    ]);
  });

  it('of a woman make a pair of two as well', () => {
    const fichas = [ficha('ana×pedro'), ficha('anita×pedro')];
    const found = perhapsOf('pairs', fichas, { ...none, user: [['ana', 'anita']] });
    expect(found).toMatchObject([{ one: { userId: 'ana' }, other: { userId: 'anita' }, count: 2 }]);
  });

  it('say nothing where nobody would come to more', () => {
    expect(perhapsOf('accused', [ficha('ana×pedro'), ficha('ana×pedrito')], aggressor)).toEqual([]);
    expect(perhapsOf('accused', [ficha('ana×pedro'), ficha('eva×pedrito')], aggressor)).toMatchObject([{ count: 2 }]);
    expect(perhapsOf('accused', [ficha('ana×pedro')], aggressor)).toEqual([]);
  });
});
