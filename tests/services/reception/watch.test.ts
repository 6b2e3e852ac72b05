import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankArrivalFacts, companionNames } from '../../../src/shared/reception/index.ts';
import { sectionAForm, aUser, anAggressor } from '../../support/case-builder.ts';
import { databases } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { alertsOf, anOpening, arrive, declare, found, lineOf } from './at-the-door.ts';

afterEach(closeCentres);

const his = { givenNames: 'Pedro Imaginario', firstSurname: 'Condori', secondSurname: 'Fingido' };

/** The desk passes to another person: nobody stays signed in over the night. */
async function onNextDay(centre: TestCentre): Promise<TestCentre> {
  centre.clock.advance(24 * 60 * 60_000);
  return centre.restart();
}

describe('he sits in the waiting room when her first ficha is opened', () => {
  it('tells her team once the ficha says who he is, and marks her line, not his', async () => {
    const centre = await startCentre();
    const man = await arrive(centre, { saidName: 'Pedro Condori Fingido' });
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
    const desk = await centre.as('admision');
    const { caseId } = await desk.openCase(anOpening(arrivalId, his));
    expect(await alertsOf(centre, 'coordina')).toMatchObject([{ kind: 'aggressorAtDoor', caseId }]);
    expect((await lineOf(centre, arrivalId)).mustCall).toBe(true);
    expect((await lineOf(centre, man.arrivalId)).mustCall).toBe(false);
    const [last] = (await desk.listOwnAudit({ before: null })).lines.filter((line) => line.action === 'case.opened');
    expect(last?.objectKind).toBe('case_file');
  });

  it('finds him when Section A names him, and not again while nobody in it changes', async () => {
    const centre = await startCentre();
    await arrive(centre, { saidName: 'Pedro Condori Fingido' });
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
    const desk = await centre.as('admision');
    const unknown = { nameState: 'unknown' as const, givenNames: null, firstSurname: null };
    const { caseId } = await desk.openCase(anOpening(arrivalId, unknown));
    expect(await alertsOf(centre, 'coordina')).toEqual([]);
    const form = sectionAForm({ user: aUser(), aggressor: anAggressor(his) });
    await desk.saveSectionA({ caseId, version: 1, form });
    expect(await alertsOf(centre, 'coordina')).toHaveLength(1);
    const line = await lineOf(centre, arrivalId);
    expect(line.mustCall).toBe(true);
    await (await centre.as('coordina')).setArrivalHold({ arrivalId, version: line.version, mustCall: false });
    await desk.saveSectionA({ caseId, version: 2, form });
    expect((await lineOf(centre, arrivalId)).mustCall).toBe(false);
  });

  it('finds him when his page gets the document he showed, and not for anything else of it', async () => {
    const centre = await startCentre();
    await arrive(centre, { documentNumber: '44556677' });
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
    const coordinator = await centre.as('coordina');
    const { caseId } = await coordinator.openCase(anOpening(arrivalId, his));
    const { aggressorId } = await aggressorOf(centre, caseId);
    const save = async (change: object) => {
      const { record, version } = await coordinator.getCasePerson({ caseId, personId: aggressorId });
      const saved = { ...record, ...change };
      await coordinator.saveCasePerson({ caseId, personId: aggressorId, version, record: saved, reason: null });
    };
    await save({ birth: { year: 1980, month: null, day: null } });
    expect(await alertsOf(centre, 'coordina')).toEqual([]);
    await save({ documents: [{ kind: 'dni', state: 'known', number: '44556677' }] });
    expect(await alertsOf(centre, 'coordina')).toMatchObject([{ caseId }]);
  });

  it('finds him when a professional settles who the aggressor of the ficha is', async () => {
    const centre = await startCentre();
    await centre.aCase({ user: { document: { kind: 'dni', state: 'known', number: '44556677' } }, aggressor: his });
    const { personId: known } = await found(centre, 'Pedro Condori Fingido', 'coordina');
    await arrive(centre, { saidName: 'Pedro Condori Fingido' }, 'coordina');
    const { arrivalId } = await arrive(centre, { saidName: 'Zoraida Apaza Ficcional' });
    const coordinator = await centre.as('coordina');
    const maybe = { kind: 'maybe' as const, personId: known };
    const opening = anOpening(arrivalId, { nameState: 'partial', givenNames: 'Pedrito', firstSurname: null });
    const other = aUser({ givenNames: 'Zoraida', firstSurname: 'Apaza', secondSurname: 'Ficcional' });
    const { caseId } = await coordinator.openCase({ ...opening, user: other, aggressorLink: maybe });
    expect(await alertsOf(centre, 'coordina')).toEqual([]);
    const { version } = await coordinator.getCase({ caseId });
    await coordinator.settlePerson({ caseId, version, role: 'aggressor', isSame: true, isSure: true });
    const note = 'Por el nombre o el documento dicho en la llegada A-01, de las 09:00.';
    expect(await alertsOf(centre, 'coordina')).toMatchObject([{ caseId, note }]);
    // He is somebody else after all: what was told of the other is over.
    const linked = await coordinator.getCase({ caseId });
    await coordinator.unlinkPerson({ caseId, version: linked.version, role: 'aggressor' });
    expect(await alertsOf(centre, 'coordina')).toEqual([]);
  });

  it('says nothing of a ficha of another day whose woman is not here', async () => {
    const first = await startCentre();
    const { caseId } = await first.aCase({ isValidated: false, aggressor: his });
    const centre = await onNextDay(first);
    const psychologist = await centre.as('psico');
    await arrive(centre, { saidName: 'Pedro Condori Fingido' });
    const { version } = await psychologist.getSectionA({ caseId });
    const aggressor = anAggressor({ ...his, aliases: 'Pedrito' });
    await psychologist.saveSectionA({ caseId, version, form: sectionAForm({ user: aUser(), aggressor }) });
    expect(await alertsOf(centre, 'psico')).toEqual([]);
  });
});

describe('he comes along with her', () => {
  it('reads the names among the words for who comes along', () => {
    expect(companionNames('su esposo Pedro Condori, y la Sra. Luisa de la Cruz')).toEqual([
      'Pedro Condori',
      'la Luisa de la Cruz',
    ]);
    expect(companionNames('su hermana')).toEqual([]);
    expect(companionNames(null)).toEqual([]);
  });

  it('tells her team when he is written as her companion, at registering and later', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ aggressor: his });
    const { arrivalId, personId } = await found(centre, 'Rosa Quispe Ficticia');
    const desk = await centre.as('admision');
    const facts = { ...blankArrivalFacts(), personId, companion: 'su hermana' };
    expect((await desk.registerArrival({ arrivalId, facts })).mustCall).toBe(false);
    const mended = { ...facts, companion: 'su esposo Pedro Condori' };
    expect((await desk.changeArrival({ arrivalId, version: 1, facts: mended })).mustCall).toBe(true);
    expect(await alertsOf(centre, 'psico')).toMatchObject([{ caseId }]);
  });

  it('finds him as the companion of somebody when her ficha is opened', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Quispe', companion: 'Pedro Condori Fingido' });
    await (await centre.as('admision')).openCase(anOpening(arrivalId, his));
    expect(await alertsOf(centre, 'coordina')).toHaveLength(1);
  });
});

describe('she is expected, or came for a ficha that is closed', () => {
  const booking = { caseId: null, service: null, staffId: null, note: null, mustCall: false } as const;

  it('counts a booking by name, when he comes and when he is here already', async () => {
    const centre = await startCentre();
    await centre.aCase({ aggressor: his });
    const desk = await centre.as('admision');
    const visit = { ...booking, saidName: 'Rosa Quispe Ficticia', day: '2026-06-10', time: '15:00' };
    const { visitId } = await desk.bookVisit(visit);
    expect((await arrive(centre, { saidName: 'Pedro Condori Fingido' })).mustCall).toBe(true);
    expect(await alertsOf(centre, 'psico')).toHaveLength(1);
    await desk.cancelVisit({ visitId, version: 1 });
    const [alert] = await alertsOf(centre, 'psico');
    const { alertId, caseId } = alert ?? { alertId: '', caseId: '' };
    await (await centre.as('psico')).acknowledgeAlert({ caseId, alertId, act: 'closed' });
    await desk.bookVisit({ ...visit, day: '2026-06-11' });
    expect(await alertsOf(centre, 'psico')).toEqual([]);
    await desk.bookVisit(visit);
    expect(await alertsOf(centre, 'psico')).toHaveLength(1);
  });

  it('warns though her last ficha is closed', async () => {
    const { caseId, ...centre } = await withClosedCase();
    await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
    expect((await arrive(centre, { saidName: 'Pedro Condori Fingido' })).mustCall).toBe(true);
    expect(await alertsOf(centre, 'psico')).toMatchObject([{ caseId }]);
  });

  it('does not take an arrival that nobody closed for somebody who is here', async () => {
    const first = await startCentre();
    await first.aCase({ aggressor: his });
    const { arrivalId } = await arrive(first, { saidName: 'Rosa Quispe Ficticia' });
    const centre = await onNextDay(first);
    expect((await arrive(centre, { saidName: 'Pedro Condori Fingido' })).mustCall).toBe(false);
    expect(await alertsOf(centre, 'psico')).toEqual([]);
    const { earlier } = await (await centre.as('admision')).openBoard({});
    expect(earlier.map((one) => one.arrivalId)).toEqual([arrivalId]);
  });
});

describe.each(databases)('the mark of Coordinación, on $name', ({ use }) => {
  beforeEach(use);

  it('is not set again by an edit that changes nobody', async () => {
    const centre = await startCentre();
    await centre.aCase({ aggressor: his });
    await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
    const facts = { ...blankArrivalFacts(), saidName: 'Pedro Condori Fingido' };
    const { arrivalId, mustCall } = await arrive(centre, facts);
    expect(mustCall).toBe(true);
    await (await centre.as('coordina')).setArrivalHold({ arrivalId, version: 1, mustCall: false });
    const desk = await centre.as('admision');
    const edit = { arrivalId, version: 2, facts: { ...facts, language: 'quechua' as const } };
    expect((await desk.changeArrival(edit)).mustCall).toBe(false);
    const other = { arrivalId, version: 3, facts: { ...facts, signs: ['aggressorNear' as const] } };
    expect((await desk.changeArrival(other)).mustCall).toBe(true);
  });

  it('stands as well for somebody close to one of the staff, by document or by name', async () => {
    const centre = await startCentre();
    await declare(centre, 'legal', { documentKind: 'dni', documentNumber: '44556677' });
    await declare(centre, 'social', { givenNames: 'Ulises', firstSurname: 'Apaza', secondSurname: 'Inventado' });
    expect((await arrive(centre, { documentNumber: '44556678' })).mustCall).toBe(false);
    expect((await arrive(centre, { documentNumber: '44556677' })).mustCall).toBe(true);
    expect((await arrive(centre, { saidName: 'Ulises Apaza Distinto' })).mustCall).toBe(false);
    // A second surname left out may be any.
    expect((await arrive(centre, { saidName: 'Ulises Apaza' })).mustCall).toBe(true);
    expect((await arrive(centre, { saidName: 'Ulises Apaza Inventado' })).mustCall).toBe(true);
    expect(await alertsOf(centre, 'coordina')).toEqual([]);
  });

  it('is on everybody once the searches of an hour are spent, for whoever spent them', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    const search = (one: number) => desk.findPersons({ query: `nadie ${String(one)}`, arrivalId, role: 'any' });
    for (let one = 0; one < 60; one += 1) expect((await search(one)).candidates).toEqual([]);
    await expect(search(60)).rejects.toMatchObject({ failure: { reason: 'too-many-searches' } });
    expect((await arrive(centre, { documentNumber: '41000000' })).mustCall).toBe(true);
    expect((await arrive(centre, { documentNumber: '41000001' }, 'coordina')).mustCall).toBe(false);
  });
});

// Everybody who waits is looked at again for each who comes: a minute of single statements on PostgreSQL.
describe('sixty at the door in an hour', () => {
  it('spend its searches at the door: the mark tells nothing more, and nobody is refused a number', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    for (let one = 0; one < 60; one += 1) {
      expect((await arrive(centre, { documentNumber: String(40_000_000 + one) })).mustCall).toBe(false);
    }
    expect((await arrive(centre, { companion: 'su hermana' })).mustCall).toBe(false);
    expect((await arrive(centre, { companion: 'su hermana Luisa' })).mustCall).toBe(true);
    const { arrivalId, mustCall } = await arrive(centre, { documentNumber: '41000000' });
    expect(mustCall).toBe(true);
    const search = desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'any' });
    await expect(search).rejects.toMatchObject({ failure: { reason: 'too-many-searches' } });
    expect((await arrive(centre, { documentNumber: '41000000' }, 'coordina')).mustCall).toBe(false);
  });
});

async function aggressorOf(centre: TestCentre, caseId: string) {
  const { main } = await (await centre.as('coordina')).listCasePersons({ caseId });
  const man = main.find(({ role }) => role === 'aggressor');
  if (man === undefined) throw new Error('no aggressor');
  return { aggressorId: man.personId };
}

/** A case of psychology whose only ficha was closed. */
async function withClosedCase(): Promise<TestCentre & { caseId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ aggressor: his });
  await centre.application.close();
  await insideFile(centre.folder, (db) =>
    changeSealed(db, { kind: 'case_file', id: caseId }, () => db.exec("update case_file set state = 'closed'")),
  );
  return { ...(await centre.restart()), caseId };
}
