/** Duties of the centre with personal data: who may write, read and close them, and the terms they start. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Incident = InputGivenOf<Contract['recordDataIncident']>['incident'];
const lost: Incident = { on: '2026-06-09', time: '16:40', words: 'Se perdió una memoria con oficios.' };
const toldAt = { on: '2026-06-10', time: '09:15' };
const told = { state: 'told' as const, ...toldAt, entryNumber: 'APDP-77', reason: null };
const notTold = { state: 'notApplicable' as const, on: null, time: null, entryNumber: null };

async function issuesOf(work: () => Promise<unknown>): Promise<string[]> {
  const failure = await work().then(
    () => null,
    (error: unknown) => (error instanceof ExpectedFailure ? error.failure : null),
  );
  return (failure?.issues ?? []).map(({ path }) => path);
}

const start = () => startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });

async function termsOf(centre: TestCentre, login: Login) {
  const { deadlines } = await (await centre.as(login)).listDeadlines({ scope: 'mine' });
  return deadlines
    .filter(({ caseId }) => caseId === null)
    .map(({ ruleId, warnsAt, isOverdue }) => `${ruleId} ${warnsAt?.on} ${warnsAt?.time}${isOverdue ? ' late' : ''}`);
}

describe('an incident with personal data', () => {
  it('runs 48 hours from when it was known, until Coordinación says when the authority was told', async () => {
    const centre = await start();
    await (await centre.as('admision')).recordDataIncident({ incident: lost });
    const coordinator = await centre.as('coordina');
    expect(await termsOf(centre, 'coordina')).toContain('D24 2026-06-11 16:40');
    const [incident] = (await coordinator.listDataIncidents({})).incidents;
    if (incident === undefined) throw new Error('no incident');
    expect(incident).toMatchObject({ due: { on: '2026-06-11', time: '16:40' }, isOverdue: false, state: 'open' });
    await coordinator.closeDataIncident({ incidentId: incident.id, version: incident.version, end: told });
    const [closed] = (await coordinator.listDataIncidents({})).incidents;
    expect(closed).toMatchObject({ state: 'told', told: { at: toldAt, entryNumber: 'APDP-77' } });
    expect((await termsOf(centre, 'coordina')).some((term) => term.startsWith('D24'))).toBe(false);
    const again = { incidentId: incident.id, version: 2, end: told };
    expect(await refusal(() => coordinator.closeDataIncident(again))).toBe('rule-broken/incident-closed');
  });

  it('is counted as late when nobody told of it, for Coordinación alone', async () => {
    const centre = await start();
    await (await centre.as('psico')).recordDataIncident({ incident: lost });
    centre.clock.advance(2 * 86_400_000);
    const next = await centre.restart();
    expect(await termsOf(next, 'coordina')).toContain('D24 2026-06-11 16:40 late');
    expect(await (await next.as('coordina')).countDeadlines({})).toEqual({ overdue: 1, today: 0 });
    for (const login of ['psico', 'legal', 'admision'] as const) {
      expect(await termsOf(next, login), login).toEqual([]);
      expect(await (await next.as(login)).countDeadlines({}), login).toEqual({ overdue: 0, today: 0 });
    }
  });

  it('is read by who wrote it, Coordinación and the auditor; support learns only that there was one', async () => {
    const centre = await start();
    await (await centre.as('psico')).recordDataIncident({ incident: lost });
    const wordsFor = async (login: Login) =>
      (await (await centre.as(login)).listDataIncidents({})).incidents.map(({ words }) => words);
    for (const login of ['psico', 'coordina', 'visita'] as const)
      expect(await wordsFor(login), login).toEqual([lost.words]);
    for (const login of ['admision', 'social', 'legal', 'promocion'] as const)
      expect(await wordsFor(login), login).toEqual([]);
    expect(await wordsFor('soporte')).toEqual([null]);
    // What support wrote it reads again.
    await (await centre.as('soporte')).recordDataIncident({ incident: { ...lost, words: 'Se perdió un teclado.' } });
    expect((await wordsFor('soporte')).toSorted()).toEqual(['Se perdió un teclado.', null]);
  });

  it('is closed by Coordinación alone, once known, with a reason when nothing was due', async () => {
    const centre = await start();
    const desk = await centre.as('admision');
    const { incidentId } = await desk.recordDataIncident({ incident: lost });
    const close = (end: InputGivenOf<Contract['closeDataIncident']>['end']) => ({ incidentId, version: 1, end });
    for (const login of ['admision', 'visita', 'soporte'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.closeDataIncident(close(told))), login).toMatch(/^forbidden/);
    }
    const coordinator = await centre.as('coordina');
    const early = { ...told, on: '2026-06-09', time: '16:00' };
    expect(await refusal(() => coordinator.closeDataIncident(close(early)))).toBe('rule-broken/told-before-known');
    const future = { ...told, on: '2026-06-10', time: '18:00' };
    expect(await refusal(() => coordinator.closeDataIncident(close(future)))).toBe('rule-broken/incident-in-future');
    await coordinator.closeDataIncident(close({ ...notTold, reason: 'Apareció en el archivador.' }));
    const [closed] = (await coordinator.listDataIncidents({})).incidents;
    expect(closed).toMatchObject({ state: 'notApplicable', reason: 'Apareció en el archivador.', told: null });
  });

  it('is opened again with a reason, and its term runs from the same hour; how it was closed stays', async () => {
    const centre = await start();
    const { incidentId } = await (await centre.as('psico')).recordDataIncident({ incident: lost });
    const coordinator = await centre.as('coordina');
    const reason = { code: 'wrongNotice', words: null } as const;
    const reopen = (version: number) => coordinator.reopenDataIncident({ incidentId, version, reason });
    expect(await refusal(() => reopen(1))).toBe('rule-broken/incident-open');
    await coordinator.closeDataIncident({ incidentId, version: 1, end: told });
    expect(await refusal(() => reopen(1))).toBe('conflict/');
    await reopen(2);
    expect(await termsOf(centre, 'coordina')).toContain('D24 2026-06-11 16:40');
    const [open] = (await coordinator.listDataIncidents({})).incidents;
    expect(open).toMatchObject({ state: 'open', told: null, closedBy: null, version: 3 });
    const by = 'Carmen Inventada Coordina';
    const first = { told: { at: toldAt, entryNumber: 'APDP-77' }, reason: null, closedBy: by, reopenedBy: by };
    const at = '2026-06-10T15:00:00.000Z';
    const why = 'El aviso se anotó mal: fecha, hora o número';
    expect(open?.reopenings).toEqual([{ ...first, closedAt: at, reopenedAt: at, why }]);
    centre.clock.advance(60_000);
    await coordinator.closeDataIncident({
      incidentId,
      version: 3,
      end: { ...notTold, reason: 'Apareció.' },
    });
    const other = { code: 'other' as const, words: 'Volvió a perderse.' };
    await coordinator.reopenDataIncident({ incidentId, version: 4, reason: other });
    const second = (await (await centre.as('visita')).listDataIncidents({})).incidents[0]?.reopenings[1];
    expect(second).toMatchObject({ told: null, reason: 'Apareció.', why: 'Volvió a perderse.' });
    // Support learns that it was opened again, not why.
    const known = (await (await centre.as('soporte')).listDataIncidents({})).incidents[0]?.reopenings[1];
    expect(known).toMatchObject({ reason: null, why: null, reopenedBy: by });
    expect((await coordinator.verifyRecord({})).problems).toEqual([]);
    const actions = (await coordinator.listOwnAudit({ before: null })).lines.map(({ action }) => action);
    expect(actions.filter((action) => action === 'dataIncident.reopened')).toHaveLength(2);
  });

  it('is opened again by Coordinación alone, with words for «Otro» and for nothing else', async () => {
    const centre = await start();
    const desk = await centre.as('admision');
    const { incidentId } = await desk.recordDataIncident({ incident: lost });
    const coordinator = await centre.as('coordina');
    await coordinator.closeDataIncident({ incidentId, version: 1, end: told });
    const again = { incidentId, version: 2, reason: { code: 'newFacts' as const, words: null } };
    for (const login of ['admision', 'psico', 'visita', 'soporte'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.reopenDataIncident(again)), login).toMatch(/^forbidden/);
    }
    const wrong = [
      { code: 'other' as const, words: null },
      { code: 'newFacts' as const, words: 'Se supo.' },
      { code: 'other' as const, words: 'Era la ficha 2026-0001.' },
    ];
    for (const reason of wrong) {
      expect(await issuesOf(() => coordinator.reopenDataIncident({ ...again, reason }))).toEqual(['reason.words']);
    }
    expect((await coordinator.listDataIncidents({})).incidents).toMatchObject([{ state: 'told', reopenings: [] }]);
  });

  it.each([
    ['a document number', { ...lost, words: 'Se vio la ficha de 00112233.' }, 'incident.words'],
    [
      'a document number in groups',
      { ...lost, words: 'Se vio la ficha de 00.112.233 en el mostrador.' },
      'incident.words',
    ],
    ['a document number after its kind', { ...lost, words: 'Se vio la ficha del DNI00112233.' }, 'incident.words'],
    ['the number of a ficha with spaces', { ...lost, words: 'Se perdió la ficha 2026 - 0001.' }, 'incident.words'],
    ['the number of a ficha', { ...lost, words: 'Se perdió la ficha 2026-0001.' }, 'incident.words'],
    ['a day to come', { ...lost, on: '2026-06-11', time: '09:00' }, 'incident.on'],
    ['an hour to come', { ...lost, on: '2026-06-10', time: '18:00' }, 'incident.time'],
  ])('is refused with %s, at its field, and nothing is kept', async (_what, incident, path) => {
    const centre = await start();
    const client = await centre.as('psico');
    expect(await issuesOf(() => client.recordDataIncident({ incident }))).toEqual([path]);
    expect((await client.listDataIncidents({})).incidents).toEqual([]);
  });
});

describe('the review of permissions', () => {
  it('is due six months after the founding, and then after each review', async () => {
    const centre = await start();
    const coordinator = await centre.as('coordina');
    expect(await coordinator.getAccessReviews({})).toEqual({
      ...{ foundedOn: '2026-06-01', reviews: [], isOverdue: false },
      due: { on: '2026-12-01', time: '23:59' },
    });
    expect(await termsOf(centre, 'coordina')).toEqual(['D25 2026-12-01 23:59']);
    const review = { on: '2026-06-10', words: 'Se retiró una función.' };
    await coordinator.recordAccessReview({ review });
    expect(await termsOf(centre, 'coordina')).toEqual(['D25 2026-12-10 23:59']);
    const read = await (await centre.as('visita')).getAccessReviews({});
    expect(read.reviews).toMatchObject([{ ...review, by: 'Carmen Inventada Coordina' }]);
    const future = { review: { ...review, on: '2026-06-11' } };
    expect(await refusal(() => coordinator.recordAccessReview(future))).toBe('rule-broken/review-in-future');
    const named = { review: { ...review, words: 'Abrió la ficha 2026-0001 sin ser de su equipo.' } };
    expect(await issuesOf(() => coordinator.recordAccessReview(named))).toEqual(['review.words']);
  });

  it('is withdrawn with a reason, kept, and the term is that of the one before', async () => {
    const centre = await start();
    const coordinator = await centre.as('coordina');
    await coordinator.recordAccessReview({ review: { on: '2026-06-05', words: null } });
    const { reviewId } = await coordinator.recordAccessReview({ review: { on: '2026-06-10', words: 'Por error.' } });
    const target = { reviewId, version: 1, reason: { code: 'notDone' as const, words: null } };
    expect(await refusal(() => coordinator.withdrawAccessReview({ ...target, version: 2 }))).toBe('conflict/');
    await coordinator.withdrawAccessReview(target);
    expect(await termsOf(centre, 'coordina')).toEqual(['D25 2026-12-05 23:59']);
    const { reviews, due } = await (await centre.as('visita')).getAccessReviews({});
    expect(due).toEqual({ on: '2026-12-05', time: '23:59' });
    const withdrawn = { by: 'Carmen Inventada Coordina', at: '2026-06-10T15:00:00.000Z', why: 'No se hizo' };
    expect(reviews).toMatchObject([
      { on: '2026-06-10', words: 'Por error.', withdrawn },
      { on: '2026-06-05', withdrawn: null },
    ]);
    const again = { ...target, version: 2 };
    expect(await refusal(() => coordinator.withdrawAccessReview(again))).toBe('rule-broken/review-withdrawn');
    const other = { reviewId: reviews[1]?.id ?? '', version: 1, reason: { code: 'other' as const, words: null } };
    expect(await issuesOf(() => coordinator.withdrawAccessReview(other))).toEqual(['reason.words']);
    await coordinator.withdrawAccessReview({ ...other, reason: { ...other.reason, words: 'Fue otra cosa.' } });
    // None counts any more: the term runs from the founding again.
    expect(await termsOf(centre, 'coordina')).toEqual(['D25 2026-12-01 23:59']);
    expect((await coordinator.verifyRecord({})).problems).toEqual([]);
    const actions = (await coordinator.listOwnAudit({ before: null })).lines.map(({ action }) => action);
    expect(actions.filter((action) => action === 'accessReview.withdrawn')).toHaveLength(2);
  });

  it('is withdrawn by nobody else', async () => {
    const centre = await start();
    const { reviewId } = await (
      await centre.as('coordina')
    ).recordAccessReview({
      review: { on: '2026-06-10', words: null },
    });
    const target = { reviewId, version: 1, reason: { code: 'twice' as const, words: null } };
    for (const login of ['legal', 'visita', 'soporte'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.withdrawAccessReview(target)), login).toMatch(/^forbidden/);
    }
  });

  it('is for nobody else to record', async () => {
    const centre = await start();
    for (const login of ['legal', 'visita', 'soporte'] as const) {
      const client = await centre.as(login);
      const review = { on: '2026-06-10', words: null };
      expect(await refusal(() => client.recordAccessReview({ review })), login).toMatch(/^forbidden/);
    }
  });
});
