/** «Mi día»: who sees which cases, what ends an item, and that nobody at the desk gets a name by it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { NextLine } from '../../../src/shared/day/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  closeCentres,
  passphrase,
  startCentre,
  type CaseOptions,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { blankConsent } from '../../../src/shared/care/index.ts';
import { someOptions } from '../../support/referral-facts.ts';
import { anOpening, arrive, brother, declare, pass } from '../reception/at-the-door.ts';
import { anEvent, measure } from '../proceedings/a-proceeding.ts';
import { seal } from '../reserve/sealing.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';

afterEach(closeCentres);

const start = () => startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });

const linesOf = async (centre: TestCentre, login: Login) => (await (await centre.as(login)).readMyDay({})).lines;
const tasks = (lines: readonly NextLine[]) => lines.flatMap(({ items }) => items.map(({ task }) => task));

/** A case that the desk opened and handed to one service. */
async function handedTo(centre: TestCentre, service: 'psychology' | 'social' | 'legal') {
  const desk = await centre.as('admision');
  const link = { kind: 'new' } as const;
  const persons = { user: aUser(), userLink: link, aggressor: anAggressor(), aggressorLink: link };
  const made = await desk.openCase({ arrivalId: null, admission, ...persons });
  await desk.handOverCase({ caseId: made.caseId, service });
  return made;
}

const severe: CaseOptions['b'] = { answers: { valuationLevel: 3 } };

describe('what is next', () => {
  it('is of whoever opened the ficha too, whomever it was handed to', async () => {
    const centre = await start();
    const psychologist = await centre.as('psico');
    const link = { kind: 'new' } as const;
    const persons = { user: aUser(), userLink: link, aggressor: anAggressor(), aggressorLink: link };
    const { caseId } = await psychologist.openCase({ arrivalId: null, admission, ...persons });
    await psychologist.handOverCase({ caseId, service: 'legal' });
    const [line] = await linesOf(centre, 'psico');
    expect(line).toMatchObject({ caseId, items: [{ isMine: true, turn: ['psychology'] }, { isMine: true }] });
  });

  it('is read by the service it is for, and by no other', async () => {
    const centre = await start();
    const { caseId, number } = await handedTo(centre, 'psychology');
    const [line] = await linesOf(centre, 'psico');
    expect(line).toMatchObject({ caseId, number, items: [{ isMine: true }, { isMine: true }] });
    expect(await linesOf(centre, 'social')).toEqual([]);
    expect(await linesOf(centre, 'legal')).toEqual([]);
    const refused = { failure: { code: 'not-found' } };
    await expect((await centre.as('social')).readCaseNext({ caseId })).rejects.toMatchObject(refused);
  });

  it('tells the desk nothing', async () => {
    const centre = await start();
    const { caseId } = await handedTo(centre, 'psychology');
    const desk = await centre.as('admision');
    const refused = { failure: { code: 'forbidden' } };
    await expect(desk.readMyDay({})).rejects.toMatchObject(refused);
    await expect(desk.countMyDay({})).rejects.toMatchObject(refused);
    await expect(desk.readCaseNext({ caseId })).rejects.toMatchObject(refused);
    expect(JSON.stringify(await desk.listMyDrafts({}))).toBe('{"drafts":[]}');
  });

  it('ends a hand-over by the work of the service it was for', async () => {
    const centre = await start();
    const { caseId } = await handedTo(centre, 'psychology');
    await (await centre.as('psico')).handOverCase({ caseId, service: 'legal' });
    const lawyer = await centre.as('legal');
    expect(tasks(await linesOf(centre, 'legal'))).toEqual(['Empezar la atención']);
    expect(tasks(await linesOf(centre, 'psico'))).not.toContain('Empezar la atención');
    await lawyer.recordEvent({ caseId, event: anEvent('complaintFiled', '2026-06-10') });
    expect(tasks(await linesOf(centre, 'legal'))).not.toContain('Empezar la atención');
  });

  it('is never nothing after a severe risk, until measures are asked for', async () => {
    const centre = await start();
    const { caseId } = await centre.aCase({ b: severe, isValidated: false });
    const next = async () => (await (await centre.as('psico')).readCaseNext({ caseId })).items;
    expect((await next())[0]).toMatchObject({ kind: 'protect', group: 'today', who: 'Legal', isMine: false });
    const event = anEvent('measuresRequested', '2026-06-10', { measures: [measure('no-approach')] });
    await (await centre.as('legal')).recordEvent({ caseId, event });
    expect((await next()).map(({ kind }) => kind)).not.toContain('protect');
  });

  it('does not ask for the first interview where Section B is whole', async () => {
    const centre = await start();
    await centre.aCase({ b: { account: null } });
    for (const login of ['psico', 'social', 'legal'] as const) {
      expect(tasks(await linesOf(centre, login))).not.toContain('Primera entrevista');
    }
  });

  it('says nothing of a case that a conflict closes', async () => {
    const centre = await start();
    const { caseId } = await centre.aCase({ b: severe });
    expect(await linesOf(centre, 'coordina')).not.toEqual([]);
    await declare(centre, 'psico', brother);
    expect(await linesOf(centre, 'psico')).toEqual([]);
    await expect((await centre.as('psico')).readCaseNext({ caseId })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('keeps the referrals from whoever came in by an acceso excepcional', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId, number } = await psychologist.openCase(anOpening(null));
    const spoken = { ...blankConsent, scope: 'referral', form: 'spoken', purposes: ['public-defence'] } as const;
    await psychologist.recordConsent({ caseId, consent: { ...spoken, purposes: [...spoken.purposes], receivers: [] } });
    await psychologist.issueReferral({ caseId, kind: 'public-defence', options: someOptions('public-defence') });
    centre.clock.set('2026-07-20T15:00:00.000Z');
    const later = await centre.restart();
    const next = async (login: Login) => (await (await later.as(login)).readCaseNext({ caseId })).items;
    const kinds = async (login: Login) => (await next(login)).map(({ kind }) => kind);
    expect(await kinds('psico')).toContain('referral');
    const asked = { number, reason: 'isHere', words: null } as const;
    await (await later.as('legal')).openExceptionalAccess(asked, { password: passphrase });
    expect(await kinds('legal')).not.toEqual([]);
    expect(await kinds('legal')).not.toContain('referral');
  });

  it('counts for Coordinación, and lists what cannot wait alone', async () => {
    const centre = await start();
    await handedTo(centre, 'psychology');
    await centre.aCase({ b: severe, isValidated: false });
    const { lines, centre: numbers } = await (await centre.as('coordina')).readMyDay({});
    expect(lines.every(({ items }) => items.every(({ group }) => group === 'today'))).toBe(true);
    expect(numbers).toMatchObject({ unvalidated: 2, unanswered: 0 });
    expect((await (await centre.as('psico')).readMyDay({})).centre).toBeNull();
  });

  it('is counted as it is listed', async () => {
    const centre = await start();
    await centre.aCase({ b: severe });
    for (const login of ['psico', 'social', 'legal', 'coordina'] as const) {
      const client = await centre.as(login);
      const { lines } = await client.readMyDay({});
      const { today, overdue } = await client.countMyDay({});
      expect(today).toBe(lines.filter(({ items: [first] }) => first?.group === 'today').length);
      expect(overdue).toBe(lines.filter(({ items: [first] }) => first?.group === 'overdue').length);
    }
  });
});

describe('the figures of the centre', () => {
  it('are for who leads it: the median to the first attention, and fichas by step of the measures', async () => {
    const centre = await start();
    const { caseId } = await centre.aCase({});
    const other = await centre.aCase({});
    const record = async (of: { readonly caseId: typeof caseId }, ...given: Parameters<typeof anEvent>) =>
      (await centre.as('legal')).recordEvent({ caseId: of.caseId, event: anEvent(...given) });
    await record({ caseId }, 'measuresRequested', '2026-06-02', { measures: [measure('no-approach')] });
    await record({ caseId }, 'measuresRequested', '2026-06-03', { measures: [measure('no-contact')] });
    await record(other, 'measuresRequested', '2025-12-30', { measures: [measure('no-approach')] });
    await record({ caseId }, 'measuresDecided', '2026-06-05', { measures: [measure('no-approach', 'granted')] });
    await record(other, 'measuresDecided', '2026-06-05', { measures: [measure('no-approach', 'denied')] });
    for (const login of ['psico', 'legal', 'admision'] as const) {
      const refused = { failure: { code: 'forbidden' } };
      await expect((await centre.as(login)).readCentreYear({})).rejects.toMatchObject(refused);
    }
    const { arrivalId } = await arrive(centre, { service: 'psychology', saidName: 'Rosa Inventada' });
    await pass(centre, 12, ['psico', 'legal']);
    await (await centre.as('psico')).attendArrival({ arrivalId, version: 1, staffId: null });
    await (await centre.as('psico')).handOverArrival({ arrivalId, version: 2, service: 'legal', staffId: null });
    await pass(centre, 30, ['legal']);
    // A second wait of hers is not her first attention.
    await (await centre.as('legal')).attendArrival({ arrivalId, version: 3, staffId: null });
    expect(await (await centre.as('coordina')).readCentreYear({})).toEqual({
      attention: [{ month: '2026-06', count: 1, p50: 12, p90: 12 }],
      measures: { year: 2026, requested: 1, granted: 1, executed: 0 },
    });
  });

  it('leave out what was withdrawn, and a ficha that was reserved', async () => {
    const centre = await start();
    const { caseId } = await centre.aCase({});
    const reserved = await centre.aCase({});
    const lawyer = await centre.as('legal');
    const event = anEvent('measuresRequested', '2026-06-02', { measures: [measure('no-approach')] });
    const { eventId } = await lawyer.recordEvent({ caseId, event });
    await lawyer.recordEvent({ caseId: reserved.caseId, event });
    const requested = async () => (await (await centre.as('coordina')).readCentreYear({})).measures.requested;
    expect(await requested()).toBe(2);
    await lawyer.correctEvent({
      caseId,
      eventId,
      version: 1,
      event,
      isWithdrawn: true,
      reason: 'notHappened',
      words: null,
    });
    expect(await requested()).toBe(1);
    await seal(centre, reserved.caseId);
    expect(await requested()).toBe(0);
  });
});

describe('the days that no term counts', () => {
  it('are the weekend and the holidays of the country, told to who answers for terms', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-07-24T15:00:00.000Z') });
    const { daysOff } = await (await centre.as('legal')).readMyDay({});
    expect(daysOff).toEqual(['2026-07-25', '2026-07-26', '2026-07-28', '2026-07-29']);
    expect(await (await centre.as('psico')).readMyDay({})).toMatchObject({ terms: null, daysOff: [] });
  });
});
