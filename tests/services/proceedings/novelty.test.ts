import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { anEvent, at, measure } from './a-proceeding.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

const words = 'Llamó anoche a la puerta y gritó amenazas inventadas';
const breach = {
  kind: 'breach' as const,
  at: at('2026-06-10 23:40'),
  words,
  source: 'La persona usuaria por teléfono',
};

/** 00:10 of the 11th in Lima, with a case that the team has. */
async function atNight() {
  const evening = await startCentre();
  const opened = await evening.aCase();
  evening.clock.set('2026-06-11T05:10:00.000Z');
  return { centre: await evening.restart(), ...opened };
}

describe('a breach at night', () => {
  it('told by the psychologist on duty alerts lawyer and Coordinación and starts the clock from its real time', async () => {
    const { centre, caseId } = await atNight();
    const psychologist = await centre.as('psico');
    const { started } = await psychologist.reportNovelty({ caseId, novelty: breach });
    expect(started.map(({ ruleId, on, time }) => [ruleId, on, time])).toEqual([
      ['D37', '2026-06-11', '23:40'],
      ['D38a', '2026-06-11', '23:40'],
    ]);
    for (const login of ['legal', 'coordina'] as const) {
      const { alerts } = await openAlertsOf(await centre.as(login));
      expect(alerts.find(({ kind }) => kind === 'measureBreached')).toMatchObject({ caseId, note: words });
    }
    const read = await (await centre.as('legal')).getProceedings({ caseId });
    expect(read.events).toMatchObject([
      { event: { kind: 'breach', at: at('2026-06-10 23:40'), words }, recordedBy: 'Paula Inventada Psicóloga' },
    ]);
  });

  it('is told by number by who is not of the team, who learns nothing of the case, and the legal service gets it', async () => {
    const centre = await startCentre();
    const opened = await openWithoutTeam(centre);
    centre.clock.set('2026-06-11T05:10:00.000Z');
    const social = await centre.as('social');
    expect(await refusal(() => social.getProceedings({ caseId: opened.caseId }))).toBe('not-found/');
    const answer = await social.reportNoveltyByNumber({ number: opened.number, novelty: breach });
    expect(Object.keys(answer).toSorted()).toEqual(['eventId', 'started']);
    expect(await refusal(() => social.getProceedings({ caseId: opened.caseId }))).toBe('not-found/');
    expect(await refusal(() => social.getCase({ caseId: opened.caseId }))).toBe('not-found/');
    const { alerts } = await openAlertsOf(await centre.as('legal'));
    expect(alerts.map(({ kind }) => kind).toSorted()).toEqual(['handedOver', 'measureBreached']);
  });

  it('is refused for a number that is not, for who attends nobody, and for the future', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const told = { ...breach, at: at('2026-06-10 08:00') };
    expect(await refusal(() => psychologist.reportNoveltyByNumber({ number: '2026-9999', novelty: told }))).toBe(
      'rule-broken/novelty-case',
    );
    expect(await refusal(() => psychologist.reportNovelty({ caseId, novelty: breach }))).toBe(
      'rule-broken/event-in-future',
    );
    for (const login of ['admision', 'promocion', 'soporte', 'visita'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.reportNoveltyByNumber({ number, novelty: told })), login).toBe('forbidden/');
    }
    expect((await (await centre.as('legal')).getProceedings({ caseId })).events).toEqual([]);
  });

  it('is refused in the words of a number that is not when the teller has a conflict', async () => {
    const centre = await startCentre();
    const { number } = await centre.aCase();
    const psychologist = await centre.as('psico');
    await psychologist.declareConflict({
      person: {
        ...{ kinship: 'siblingOrGrandparent', documentKind: 'dni', documentNumber: '00 112 233' },
        ...{ givenNames: null, firstSurname: null, secondSurname: null },
      },
    });
    const told = { ...breach, at: at('2026-06-10 08:00') };
    expect(await refusal(() => psychologist.reportNoveltyByNumber({ number, novelty: told }))).toBe(
      'rule-broken/novelty-case',
    );
  });

  it('alerts as well when it is written down in the legal file, also by a correction', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const alertsOf = async () =>
      (await openAlertsOf(await centre.as('coordina'))).alerts.filter(({ kind }) => kind === 'measureBreached');
    const event = anEvent('other', '2026-06-09', { words });
    const { eventId } = await lawyer.recordEvent({ caseId, event });
    expect(await alertsOf()).toEqual([]);
    const corrected = { ...event, kind: 'breach' as const };
    await lawyer.correctEvent({
      caseId,
      eventId,
      version: 1,
      event: corrected,
      reason: 'mistyped',
      words: null,
      isWithdrawn: false,
    });
    expect(await alertsOf()).toMatchObject([{ caseId, note: words }]);
    const other = await centre.aCase({ user: { document: { kind: 'dni', state: 'known', number: '00445577' } } });
    await lawyer.recordEvent({ caseId: other.caseId, event: anEvent('breach', '2026-06-09', { words }) });
    expect(await alertsOf()).toHaveLength(2);
  });

  it('a new fact alerts too, and asks for a new valuation', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    const novelty = { ...breach, kind: 'newFact' as const, at: at('2026-06-10') };
    const { started } = await social.reportNovelty({ caseId, novelty });
    expect(started).toMatchObject([{ ruleId: 'D38b', on: '2026-06-11', time: '00:00' }]);
    const { alerts } = await openAlertsOf(await centre.as('coordina'));
    expect(alerts.some(({ kind, note }) => kind === 'newEvent' && note === words)).toBe(true);
  });
});

/** A ficha the desk keeps: no service has it yet. */
async function openWithoutTeam(centre: TestCentre) {
  return (await centre.as('admision')).openCase({
    ...{ arrivalId: null, admission, user: aUser(), userLink: { kind: 'new' } },
    ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
}

describe('reminders', () => {
  it('are raised when they are due, and never twice', async () => {
    let centre = await startCentre();
    const { caseId } = await centre.aCase();
    const measures = [measure('no-contact', 'granted')];
    const notification = { form: 'paper' as const, entry: at('2026-06-10'), effectOn: null };
    const event = anEvent('measuresDecided', '2026-06-10', { measures, notification });
    await (await centre.as('legal')).recordEvent({ caseId, event });
    const raisedAt = async (instant: string, login: 'legal' | 'psico' = 'legal') => {
      centre.clock.set(instant);
      centre = await centre.restart();
      return (await (await centre.as(login)).remindDeadlines({})).raised;
    };
    // Three business days: until Monday 15 June, 23:59; reminded three days and one day before, and once it is late.
    expect(await raisedAt('2026-06-10T14:30:00.000Z')).toBe(0);
    expect(await raisedAt('2026-06-13T14:00:00.000Z')).toBe(1);
    expect(await raisedAt('2026-06-13T14:05:00.000Z', 'psico')).toBe(0);
    expect(await raisedAt('2026-06-15T14:00:00.000Z')).toBe(1);
    expect(await raisedAt('2026-06-16T14:00:00.000Z')).toBe(1);
    expect(await raisedAt('2026-06-16T14:05:00.000Z')).toBe(0);
    expect(await raisedAt('2026-06-20T14:00:00.000Z')).toBe(0);
    const { alerts } = await (await centre.as('legal')).listCaseAlerts({ caseId });
    const ofClock = alerts.filter(({ kind }) => kind.startsWith('deadline'));
    expect(ofClock.map(({ kind, raisedBy }) => [kind, raisedBy])).toEqual([
      ['deadlineOverdue', null],
      ['deadlineNear', null],
      ['deadlineNear', null],
    ]);
  });
});
