import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { anOffice } from '../../support/an-office.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import type { PersonId } from '../../../src/shared/platform/ids.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { databases } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { arrive, lineOf, words } from './at-the-door.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

/** A case whose team can be warned, its user in the record as «Rosa Inventada Quispe Ficticia». */
async function aWatchedCase(centre: TestCentre, aggressor: Parameters<typeof anAggressor>[0] = {}) {
  return centre.aCase({ aggressor });
}

async function alertsOf(centre: TestCentre, login: Login) {
  return (await openAlertsOf(await centre.as(login))).alerts.filter((one) => one.kind !== 'handedOver');
}

describe('whoever asks for another person', () => {
  const question = {
    channel: 'inPerson',
    relation: 'exPartner',
    askerName: 'Un señor inventado',
    description: 'Casaca azul, moto roja.',
    message: 'Que lo llame.',
  } as const;

  it('gets the same bytes whether or not she exists, and the desk the same audit', async () => {
    const centre = await startCentre();
    const { caseId } = await aWatchedCase(centre);
    const { token } = await centre.sessionOf('admision');
    const ask = (askedName: string) =>
      centre.application.invoke({
        procedure: 'recordInquiry',
        input: { ...question, askedName },
        session: token,
        key: crypto.randomUUID(),
        password: null,
      });
    const desk = await centre.as('admision');
    const known = await ask('Rosa Quispe Ficticia');
    const knownAudit = (await desk.listOwnAudit({ before: null })).lines.slice(0, 1);
    const absent = await ask('Ninguna Persona Parecida');
    const absentAudit = (await desk.listOwnAudit({ before: null })).lines.slice(0, 1);
    expect(words(known)).toBe(words(absent));
    const without = (lines: typeof knownAudit) => lines.map(({ seq: _seq, ...line }) => line);
    expect(without(knownAudit)).toEqual(without(absentAudit));
    expect(absentAudit[0]?.seq).toBe((knownAudit[0]?.seq ?? 0) + 2);
    expect(await alertsOf(centre, 'psico')).toMatchObject([
      { kind: 'askedAbout', caseId, note: expect.stringContaining('Casaca azul, moto roja') as string, raisedBy: null },
    ]);
    expect(await alertsOf(centre, 'coordina')).toHaveLength(1);
    expect(await refusal(() => openAlertsOf(desk))).toBe('forbidden/');
    expect(await refusal(() => desk.listInquiries({}))).toBe('forbidden/');
  });

  it('is counted as an arrival that does not correspond, and kept for Coordinación', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    await desk.recordInquiry({ ...question, channel: 'call', askedName: 'Ninguna Persona' });
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listInquiries({})).inquiries).toMatchObject([
      { askedName: 'Ninguna Persona', relation: 'exPartner', channel: 'call' },
    ]);
    expect(await coordinator.getWaiting({ from: '2026-06-10', to: '2026-06-10' })).toMatchObject({
      calls: 1,
      outcomes: [{ outcome: 'notForUs', count: 1 }],
    });
  });
});

describe('an arrival that matches the alleged aggressor of somebody here', () => {
  const he = { givenNames: 'Pedro Imaginario', firstSurname: 'Condori', secondSurname: 'Fingido' };

  async function comes(centre: TestCentre, saidName: string, documentNumber: string | null = null) {
    return arrive(centre, { saidName, documentNumber });
  }

  it('warns her team while she is present, and tells the desk one sentence', async () => {
    const centre = await startCentre();
    const { caseId } = await aWatchedCase(centre, he);
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    const { candidates } = await desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'user' });
    const personId = candidates[0]?.personId as PersonId;
    await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), personId } });
    const his = await comes(centre, 'Pedro Condori');
    expect(his.mustCall).toBe(true);
    expect(await alertsOf(centre, 'psico')).toMatchObject([
      { kind: 'aggressorAtDoor', caseId, note: expect.stringContaining('la llegada A-02, de las 09:00.') as string },
    ]);
    const { arrivals } = await desk.openBoard({});
    // Hers is not marked: two marks at once would say who belongs to whom.
    expect(arrivals.map(({ mustCall }) => mustCall)).toEqual([false, true]);
    expect(words(arrivals)).not.toMatch(/aggressor|caseId/);
    expect((await desk.listOwnAudit({ before: null })).lines.map(({ objectKind }) => objectKind)).not.toContain(
      'alert',
    );
  });

  it('warns when she is booked today, and when she comes after him', async () => {
    const centre = await startCentre();
    const { caseId } = await aWatchedCase(centre, he);
    const psychologist = await centre.as('psico');
    const booking = { saidName: null, service: 'psychology', staffId: null, note: null, mustCall: false } as const;
    await psychologist.bookVisit({ ...booking, caseId, day: '2026-06-10', time: '11:00' });
    expect((await comes(centre, 'Pedro Condori Fingido')).mustCall).toBe(true);
    expect(await alertsOf(centre, 'psico')).toMatchObject([{ kind: 'aggressorAtDoor' }]);
    const { visits } = await (await centre.as('admision')).openBoard({});
    const [visit] = visits;
    if (visit === undefined) throw new Error('no visit');
    const { visitId, version } = visit;
    const arrived = await (await centre.as('admision')).checkInVisit({ visitId, version });
    expect(arrived.mustCall).toBe(true);
  });

  it('says nothing when she is not here, nor for somebody with one common name', async () => {
    const centre = await startCentre();
    await aWatchedCase(centre, he);
    expect((await comes(centre, 'Pedro Condori Fingido')).mustCall).toBe(false);
    await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
    expect((await comes(centre, 'Pedro')).mustCall).toBe(false);
    expect(await alertsOf(centre, 'psico')).toMatchObject([{ kind: 'aggressorAtDoor' }]);
  });

  it('shows the same sentence for reasons that have nothing to do with him', async () => {
    const centre = await startCentre();
    const near = await arrive(centre, { signs: ['aggressorNear'] });
    const wished = await arrive(centre);
    const coordinator = await centre.as('coordina');
    await coordinator.setArrivalHold({ arrivalId: wished.arrivalId, version: 1, mustCall: true });
    expect(near.mustCall).toBe(true);
    expect((await lineOf(centre, wished.arrivalId)).mustCall).toBe(true);
    await coordinator.setArrivalHold({ arrivalId: wished.arrivalId, version: 2, mustCall: false });
    expect((await lineOf(centre, wished.arrivalId)).mustCall).toBe(false);
    expect(
      await refusal(async () =>
        (await centre.as('psico')).setArrivalHold({ arrivalId: near.arrivalId, version: 1, mustCall: false }),
      ),
    ).toBe('forbidden/');
    expect(await alertsOf(centre, 'coordina')).toEqual([]);
  });
});

describe.each(databases)('booked visits, on $name', ({ use }) => {
  beforeEach(use);

  const booking = { service: 'legal', staffId: null, note: 'Trae documentos', mustCall: false } as const;

  it('are booked by a professional for her cases only, and by the desk for anybody', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const links = { userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } } as const;
    const opened = { arrivalId: null, admission, user: aUser(), aggressor: anAggressor(), ...links };
    const { caseId } = await (await centre.as('coordina')).openCase(opened);
    const visit = { ...booking, caseId, saidName: null, day: '2026-06-12', time: '09:30' };
    expect(await refusal(async () => (await centre.as('legal')).bookVisit(visit))).toBe('not-found/');
    await desk.bookVisit(visit);
    await desk.bookVisit({ ...visit, caseId: null, saidName: 'Yeni Inventada' });
    expect((await desk.listVisits({ day: '2026-06-12' })).visits.map(({ name }) => name)).toEqual([
      'Rosa Quispe',
      'Yeni Inventada',
    ]);
    const social = (await (await centre.as('social')).listVisits({ day: '2026-06-12' })).visits;
    expect(social.map(({ name, note }) => [name, note])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await refusal(() => desk.bookVisit({ ...visit, day: '2026-06-09' }))).toBe('rule-broken/visit-in-past');
    const { staff } = await centre.sessionOf('admision');
    expect(await refusal(() => desk.bookVisit({ ...visit, staffId: staff.id }))).toBe('rule-broken/not-a-professional');
  });

  it('become an arrival once', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const saidName = 'Yeni Inventada';
    await desk.bookVisit({ ...booking, caseId: null, saidName, day: '2026-06-10', time: '09:30', mustCall: true });
    const [visit] = (await desk.openBoard({})).visits;
    if (visit === undefined) throw new Error('no visit');
    const target = { visitId: visit.visitId, version: visit.version };
    expect(await desk.checkInVisit(target)).toMatchObject({ label: 'A-01', mustCall: true });
    expect(await refusal(() => desk.checkInVisit(target))).toBe('rule-broken/visit-decided');
    expect(await desk.openBoard({})).toMatchObject({ visits: [], arrivals: [{ name: saidName, service: 'legal' }] });
  });
});

const said = { caller: 'Suboficial Inventado', office: 'Comisaría', question: '¿Está la señora?' };

describe.each(databases)('calls of institutions, on $name', ({ use }) => {
  beforeEach(use);

  const station = anOffice({
    ...{ kind: 'policeStation', name: 'Comisaría Inventada', treatment: null, phone: '014440000' },
    ...{ phoneSource: 'Página oficial', phoneVerifiedOn: '2026-06-01' as CivilDate },
  });
  const isNew = { id: null, version: null };
  it('are answered only after the number of the directory was called back', async () => {
    const centre = await startCentre();
    const social = await centre.as('social');
    const { id: officeId } = await social.keepOffice({ ...isNew, form: { ...station, phoneVerifiedOn: null } });
    const desk = await centre.as('admision');
    const { callId } = await desk.recordInstitutionCall({ ...said, officeId: null });
    const told = (version: number) => refusal(() => desk.answerInstitution({ callId, version, answer: 'told' }));
    expect(await told(1)).toBe('rule-broken/call-back-first');
    expect(await refusal(() => desk.recordCallBack({ callId, version: 1 }))).toBe('rule-broken/directory-first');
    await desk.identifyInstitution({ callId, version: 1, officeId });
    expect(await told(2)).toBe('rule-broken/call-back-first');
    // Nobody checked its number: it may be the very one that called.
    expect(await refusal(() => desk.recordCallBack({ callId, version: 2 }))).toBe('rule-broken/number-unverified');
    await social.keepOffice({ id: officeId, version: 1, form: station });
    await desk.recordCallBack({ callId, version: 2 });
    await desk.answerInstitution({ callId, version: 3, answer: 'told' });
    expect((await desk.listInstitutionCalls({})).calls).toMatchObject([{ answer: 'told', phone: '014440000' }]);
    expect(await told(4)).toBe('rule-broken/call-answered');
    // The office closed: nobody is called back there any more.
    await social.retireOffice({ id: officeId, version: 2, isActive: false });
    expect(await refusal(() => desk.recordInstitutionCall({ ...said, officeId }))).toBe('not-found/');
  });

  it('tell what is asked to the desk and to whoever took the call, who answer it', async () => {
    const centre = await startCentre();
    const { callId } = await (await centre.as('social')).recordInstitutionCall({ ...said, officeId: null });
    const asked = async (login: Login) => (await (await centre.as(login)).listInstitutionCalls({})).calls[0]?.question;
    expect([await asked('social'), await asked('admision')]).toEqual([said.question, said.question]);
    expect(await asked('legal')).toBeNull();
    const answer = { callId, version: 1, answer: 'notTold' } as const;
    expect(await refusal(async () => (await centre.as('legal')).answerInstitution(answer))).toBe('not-found/');
    await (await centre.as('admision')).answerInstitution(answer);
  });

  it('may end without an answer at once', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { callId } = await desk.recordInstitutionCall({ ...said, officeId: null });
    await desk.answerInstitution({ callId, version: 1, answer: 'notTold' });
    expect((await desk.openBoard({})).ended).toEqual([{ outcome: 'institution', count: 1 }]);
  });
});

describe('the file itself', () => {
  it('cannot hold an institution told without the call back', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    await desk.recordInstitutionCall({ ...said, officeId: null });
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      expect(() => db.exec("update institution_call set answer = 'told'")).toThrow(/CHECK/);
    });
  });
});
