import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { at } from '../proceedings/a-proceeding.ts';
import { arrive, lineOf } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const breach = {
  kind: 'breach' as const,
  at: at('2026-06-10 07:40'),
  words: 'Gritó amenazas inventadas',
  source: 'Ella, por teléfono',
};

async function openWithoutTeam(centre: TestCentre, arrivalId: string | null = null) {
  return (await centre.as('admision')).openCase({
    ...{ arrivalId, admission, user: aUser(), userLink: { kind: 'new' } },
    ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
}

async function historyOf(centre: TestCentre, login: Login, caseId: CaseId) {
  return (await centre.as(login)).readTimeline({ caseId });
}

describe('the history of a case', () => {
  it('tells in one order what every domain keeps, newest first', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    await psychologist.recordAttention({
      caseId,
      attention: {
        ...{ action: 'action-32', on: '2026-06-10', time: '08:30' },
        ...{ withWhom: 'user', outcome: 'done', note: 'Sigue donde su hermana' },
      },
    });
    await psychologist.reportNovelty({ caseId, novelty: breach });
    const { entries } = await historyOf(centre, 'psico', caseId);
    const kinds = entries.map(({ kind }) => kind);
    expect(kinds).toContain('opened');
    expect(kinds).toContain('validated');
    expect(kinds).toContain('handedOver');
    expect(entries.find(({ kind }) => kind === 'attention')).toMatchObject({
      rest: 'Sigue donde su hermana',
      isGrave: false,
    });
    expect(entries.filter(({ kind }) => kind === 'breach')).toMatchObject([
      { act: 'Incumplimiento de medidas', rest: breach.words, isGrave: true, page: 'proceeding' },
    ]);
    const order = entries.map(({ on }) => on);
    expect(order).toEqual(order.toSorted().toReversed());
    expect(kinds.indexOf('attention')).toBeLessThan(kinds.indexOf('breach'));
  });

  it('tells nobody what she may not read in its own place', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).reportNovelty({ caseId, novelty: breach });
    const kindsFor = async (login: Login) =>
      new Set((await historyOf(centre, login, caseId)).entries.map(({ kind }) => kind));
    expect((await kindsFor('psico')).has('told')).toBe(true);
    // The desk opens the ficha of the day and reads neither what she told nor what the services do.
    const desk = await kindsFor('admision');
    for (const kind of ['told', 'breach', 'attention', 'interview', 'risk', 'notice', 'section'] as const)
      expect(desk.has(kind), kind).toBe(false);
  });

  it('names in the team whoever has the case now, and nobody whose grant has ended', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const { caseId } = await openWithoutTeam(centre, arrivalId);
    const desk = await centre.as('admision');
    await desk.handOverCase({ caseId, service: 'psychology' });
    const { version } = await lineOf(centre, arrivalId);
    const { staff } = await centre.sessionOf('legal');
    await desk.handOverArrival({ arrivalId, version, service: null, staffId: staff.id });
    const teamIn = async (at: TestCentre) =>
      (await historyOf(at, 'coordina', caseId)).team.map(({ service }) => service);
    expect(await teamIn(centre)).toEqual(['psychology', 'legal']);
    centre.clock.set('2026-06-18T14:00:00.000Z');
    expect(await teamIn(await centre.restart())).toEqual(['psychology']);
  });

  it('is closed like the case itself', async () => {
    const centre = await startCentre();
    const { caseId } = await openWithoutTeam(centre);
    expect(await refusal(() => historyOf(centre, 'social', caseId))).toBe('not-found/');
    expect(await refusal(() => historyOf(centre, 'soporte', caseId))).toBe('forbidden/');
  });

  it('marks what came in since the own visit before this one', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const first = await historyOf(centre, 'social', caseId);
    expect(first.lastVisitAt).toBe(null);
    expect(first.entries.some(({ isNew }) => isNew)).toBe(false);
    // Still the same visit.
    expect((await historyOf(centre, 'social', caseId)).lastVisitAt).toBe(null);
    centre.clock.set('2026-06-11T14:00:00.000Z');
    const nextDay = await centre.restart();
    await (await nextDay.as('psico')).reportNovelty({ caseId, novelty: breach });
    const { entries, lastVisitAt } = await historyOf(nextDay, 'social', caseId);
    expect(lastVisitAt).toMatch(/^2026-06-10T14:/);
    expect(entries.filter(({ isNew }) => isNew).map(({ kind }) => kind)).toEqual(['breach']);
    // What others read is no visit of one's own.
    expect((await historyOf(nextDay, 'legal', caseId)).lastVisitAt).toBe(null);
  });
});
