import { afterEach, describe, expect, it } from 'vitest';
import { intakeReasons } from '../../../src/shared/intake/index.ts';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { anOpening, arrive, brother, declare, lineOf, sealed, words } from './at-the-door.ts';

afterEach(closeCentres);

const booking = { caseId: null, service: null, staffId: null, note: 'Viene con su hija', mustCall: false } as const;
const today = '2026-06-10';

/** Her ficha is closed to the clerk, who declared her brother; Coordinación and the others may know of it. */
async function withConflict(): Promise<TestCentre> {
  const centre = await startCentre();
  await centre.aCase();
  await declare(centre, 'admision', brother);
  return centre;
}

describe('a name told to somebody else, of a person whose ficha is closed to the reader', () => {
  it('is no name on the board, and nothing to read or mend', async () => {
    const centre = await withConflict();
    const told = { saidName: 'Rosa Quispe Ficticia', children: 1, childrenWith: 'su tía' };
    const { arrivalId } = await arrive(centre, told, 'coordina');
    expect(await lineOf(centre, arrivalId)).toMatchObject({
      name: 'Requiere revisión',
      mayRead: false,
      children: null,
    });
    const desk = await centre.as('admision');
    expect(words(await desk.openBoard({}))).not.toMatch(/Rosa|Quispe|tía/);
    expect(await refusal(() => desk.getArrival({ arrivalId }))).toBe('not-found/');
    const change = { arrivalId, version: 1, facts: blankArrivalFacts() };
    expect(await refusal(() => desk.changeArrival(change))).toBe('not-found/');
    expect(await lineOf(centre, arrivalId, 'coordina')).toMatchObject({ name: 'Rosa Quispe Ficticia', children: 1 });
  });

  it('is hidden by a document, and by the name of who comes along', async () => {
    const centre = await withConflict();
    const byDocument = await arrive(centre, { documentNumber: '00112233' }, 'coordina');
    const along = await arrive(centre, { saidName: 'Yeni Inventada', companion: 'su tía Rosa Quispe' }, 'coordina');
    // Her number is hers under any name.
    const mixed = { saidName: 'Zenobia Mentira', documentNumber: '00112233' };
    const both = await arrive(centre, mixed, 'coordina');
    const other = await arrive(centre, { saidName: 'Zenobia Mentira', companion: 'su tía Luisa' }, 'coordina');
    for (const { arrivalId } of [byDocument, along, both]) {
      expect(await lineOf(centre, arrivalId)).toMatchObject({ name: 'Requiere revisión', mayRead: false });
    }
    expect(await lineOf(centre, other.arrivalId)).toMatchObject({ name: 'Zenobia Mentira', companion: 'su tía Luisa' });
  });

  it('is no booked visit to take up; one that she booked herself stays hers', async () => {
    const centre = await withConflict();
    const visit = { ...booking, saidName: 'Rosa Quispe Ficticia', day: today, time: '11:00' };
    await (await centre.as('coordina')).bookVisit(visit);
    const desk = await centre.as('admision');
    const { visits } = await desk.listVisits({ day: today });
    expect(visits).toMatchObject([{ name: null, note: null, time: '11:00' }]);
    expect(words(await desk.openBoard({}))).not.toMatch(/Rosa|hija/);
    const { visitId, version } = visits[0] ?? { visitId: '', version: 0 };
    expect(await refusal(() => desk.checkInVisit({ visitId, version }))).toBe('not-found/');
    expect(await refusal(() => desk.cancelVisit({ visitId, version }))).toBe('not-found/');
    await desk.bookVisit({ ...visit, time: '12:00' });
    const own = (await desk.listVisits({ day: today })).visits[1];
    expect(own).toMatchObject({ name: 'Rosa Quispe Ficticia', note: 'Viene con su hija' });
    await desk.checkInVisit({ visitId: own?.visitId ?? '', version: 1 });
  });

  it('is not read in the questions for another person, whoever is asked for or asks', async () => {
    const centre = await startCentre();
    await centre.aCase();
    await declare(centre, 'coordina', brother);
    const desk = await centre.as('admision');
    const asked = { channel: 'inPerson', relation: 'exPartner', description: 'Casaca azul', message: null } as const;
    await desk.recordInquiry({ ...asked, askedName: 'Rosa Quispe Ficticia', askerName: null });
    await desk.recordInquiry({ ...asked, askedName: 'Yeni Falsa', askerName: 'Pedro Imaginario Condori' });
    await desk.recordInquiry({ ...asked, askedName: 'Zenobia Mentira', askerName: null });
    const among = { ...asked, askedName: 'Zenobia Mentira', askerName: null };
    await desk.recordInquiry({ ...among, description: 'con Pedro Imaginario Condori' });
    await desk.recordInquiry({ ...among, message: 'para la señora Rosa Quispe' });
    const { inquiries } = await (await centre.as('coordina')).listInquiries({});
    expect(inquiries.map(({ askedName, description }) => [askedName, description])).toEqual([
      ['Requiere revisión', null],
      ['Requiere revisión', null],
      ['Zenobia Mentira', 'Casaca azul'],
      ['Requiere revisión', null],
      ['Requiere revisión', null],
    ]);
    expect(words(inquiries)).not.toMatch(/Rosa|Pedro|Yeni/);
  });

  it('is hidden where it is named among other words: children, notes, calls', async () => {
    const centre = await withConflict();
    const lead = await centre.as('coordina');
    const left = { saidName: 'Zenobia Mentira', children: 1, childrenWith: 'su tía Rosa Quispe' };
    const { arrivalId } = await arrive(centre, left, 'coordina');
    const note = 'Viene con su hermana Rosa Quispe';
    const visit = { ...booking, saidName: 'Zenobia Mentira', note, day: today, time: '11:00' };
    await lead.bookVisit(visit);
    await lead.bookVisit({ ...visit, note: 'Viene con su hija', time: '12:00' });
    const call = { caller: 'Sargento Falso', office: 'Comisaría Inventada', officeId: null };
    const { callId } = await lead.recordInstitutionCall({ ...call, question: 'por la señora Rosa Quispe Ficticia' });
    const other = await lead.recordInstitutionCall({ ...call, question: 'por el horario' });
    const desk = await centre.as('admision');
    const { calls } = await desk.listInstitutionCalls({});
    expect(Object.fromEntries(calls.map((one) => [one.callId, one.question]))).toEqual({
      [callId]: null,
      [other.callId]: 'por el horario',
    });
    const answer = { version: 1, answer: 'notTold' as const };
    expect(await refusal(() => desk.answerInstitution({ callId, ...answer }))).toBe('not-found/');
    await desk.answerInstitution({ callId: other.callId, ...answer });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: 'Requiere revisión', childrenWith: null });
    const { visits } = await desk.listVisits({ day: today });
    expect(visits.map((one) => one.note)).toEqual([null, 'Viene con su hija']);
    expect(words([await desk.openBoard({}), calls, visits])).not.toMatch(/Rosa|Quispe/);
  });

  it('is hidden of a reserved ficha from everybody but who typed it', async () => {
    const open = await startCentre();
    await open.aCase();
    const centre = await sealed(open);
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
    const other = await arrive(centre, { saidName: 'Zenobia Mentira', companion: 'su tía Luisa' });
    const along = await arrive(centre, { saidName: 'Yeni Falsa', companion: 'con Pedro Imaginario Condori' });
    expect(await lineOf(centre, other.arrivalId, 'coordina')).toMatchObject({ name: 'Zenobia Mentira' });
    expect(await lineOf(centre, along.arrivalId, 'coordina')).toMatchObject({ name: 'Requiere revisión' });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: 'Rosa Quispe Ficticia', mayRead: true });
    expect(await lineOf(centre, arrivalId, 'coordina')).toMatchObject({ name: 'Requiere revisión', mayRead: false });
  });
});

describe('an arrival that the clerk registered, when a ficha closed to her is opened from it', () => {
  it('shows what she typed and nothing more: no ficha, and no refusal that tells of one', async () => {
    const centre = await startCentre();
    await declare(centre, 'admision', brother);
    const typed = { saidName: 'Rosita, de la bodega', companion: 'su vecina', service: 'psychology' as const };
    const { arrivalId } = await arrive(centre, typed);
    const before = await lineOf(centre, arrivalId);
    await (await centre.as('psico')).openCase(anOpening(arrivalId, brother));
    const line = await lineOf(centre, arrivalId);
    expect(line).toEqual(before);
    expect(await lineOf(centre, arrivalId, 'psico')).toMatchObject({ hasCase: true });
    const desk = await centre.as('admision');
    expect(await desk.getArrival({ arrivalId })).toMatchObject({
      facts: { saidName: typed.saidName },
      personName: null,
    });
    expect(words([await desk.openBoard({}), await desk.getArrival({ arrivalId })])).not.toMatch(/Quispe|Condori/);
    await desk.closeArrival({ arrivalId, version: line.version, outcome: 'left' });
    expect((await desk.openBoard({})).arrivals).toEqual([]);
    // She left the waiting room; how the arrival ended is still the ficha.
    const { outcomes } = await (await centre.as('coordina')).getWaiting({ from: today, to: today });
    expect(outcomes).toEqual([{ outcome: 'case', count: 1 }]);
  });

  it('is a door as open as before, to her alone; a ficha from it gets the answer of every closed door', async () => {
    const centre = await startCentre();
    await declare(centre, 'admision', brother);
    const { arrivalId } = await arrive(centre, { saidName: 'Rosita, de la bodega' });
    const desk = await centre.as('admision');
    const search = { query: 'Zenobia Mentira', arrivalId, role: 'user' as const };
    // How many searches are left is less after each, whatever it finds.
    const seen = async () => [
      await desk.getArrival({ arrivalId }),
      { ...(await desk.findPersons(search)), searchesLeft: null },
    ];
    const before = await seen();
    await (await centre.as('psico')).openCase(anOpening(arrivalId, brother));
    expect(await seen()).toEqual(before);
    const ended = await arrive(centre, { saidName: 'Yeni Inventada' });
    await desk.closeArrival({ arrivalId: ended.arrivalId, version: 1, outcome: 'left' });
    const answers = [
      await refusal(() => desk.openCase(anOpening(arrivalId))),
      await refusal(() => desk.openCase(anOpening(ended.arrivalId))),
    ];
    expect(answers).toEqual(['not-found/arrival-closed', 'not-found/arrival-closed']);
    expect(intakeReasons['arrival-closed']).not.toMatch(/cerró|ficha abierta|ya tiene/);
    expect(await (await centre.as('coordina')).getArrival({ arrivalId })).toMatchObject({ isOpen: false });
    const { version } = await lineOf(centre, arrivalId);
    await desk.closeArrival({ arrivalId, version, outcome: 'left' });
    expect(await desk.getArrival({ arrivalId })).toMatchObject({ isOpen: false });
    expect(await refusal(() => desk.findPersons(search))).toBe('rule-broken/no-open-arrival');
  });

  it('shows nothing of what a colleague types over it', async () => {
    const centre = await startCentre();
    await declare(centre, 'admision', brother);
    const typed = { saidName: 'Rosita, de la bodega', service: 'psychology' as const };
    const { arrivalId } = await arrive(centre, typed);
    await (await centre.as('psico')).openCase(anOpening(arrivalId, brother));
    const lead = await centre.as('coordina');
    const { facts, version } = await lead.getArrival({ arrivalId });
    const over = { saidName: 'Rosa Quispe Ficticia', documentNumber: '00112233', companion: 'su tía Yeni Falsa' };
    await lead.changeArrival({ arrivalId, version, facts: { ...facts, ...over } });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: null, mayRead: false, companion: null });
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.getArrival({ arrivalId }))).toBe('not-found/');
    expect(await refusal(() => desk.changeArrival({ arrivalId, version: version + 1, facts }))).toBe('not-found/');
    expect(words(await desk.openBoard({}))).not.toMatch(/Quispe|00112233|Yeni/);
  });

  it('is hidden by a name that a colleague types over it before there is any ficha of hers', async () => {
    const centre = await withConflict();
    const { arrivalId } = await arrive(centre, { saidName: 'Rosita, de la bodega' });
    const lead = await centre.as('coordina');
    const { facts } = await lead.getArrival({ arrivalId });
    await lead.changeArrival({ arrivalId, version: 1, facts: { ...facts, saidName: 'Rosa Quispe Ficticia' } });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: 'Requiere revisión', mayRead: false });
  });

  it('stays as she typed it when a colleague changes nothing of who it is', async () => {
    const centre = await startCentre();
    await declare(centre, 'admision', brother);
    const { arrivalId } = await arrive(centre, { saidName: 'Rosita, de la bodega' });
    await (await centre.as('psico')).openCase(anOpening(arrivalId, brother));
    const lead = await centre.as('coordina');
    const { facts, version } = await lead.getArrival({ arrivalId });
    await lead.changeArrival({ arrivalId, version, facts: { ...facts, service: 'legal', language: 'quechua' } });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: 'Rosita, de la bodega', mayRead: true });
  });

  it('says to nobody else that there is a ficha', async () => {
    const centre = await startCentre();
    await declare(centre, 'admision', brother);
    const { arrivalId } = await arrive(centre, { saidName: 'Rosita, de la bodega' }, 'coordina');
    await (await centre.as('coordina')).openCase(anOpening(arrivalId, brother));
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: null, mayRead: false, hasCase: false });
    expect(await lineOf(centre, arrivalId, 'coordina')).toMatchObject({ hasCase: true });
  });
});
