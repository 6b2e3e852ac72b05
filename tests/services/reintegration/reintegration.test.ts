/** Insertion, reintegration, Acompañamiento and home visits on a real record: who may, what is refused, what follows. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { blankSectionC } from '../../../src/shared/intake/index.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { shippedLetter } from '../../../src/shared/referrals/index.ts';
import { reintegrationFields, type ReintegrationKind } from '../../../src/shared/reintegration/index.ts';
import { anOffice } from '../../support/an-office.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { close } from '../closing/closing.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Note = InputGivenOf<Contract['noteReintegration']>;
type End = InputGivenOf<Contract['endReintegration']>['end'];
type Values = Readonly<Record<string, unknown>>;

async function withCase() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const social = await centre.as('social');
  const of = (kind: ReintegrationKind, values: Values, ownerId: string | null = null, id: string = caseId) =>
    ({
      ...{ caseId: id, ownerId },
      record: { kind, values: { ...blankValues(reintegrationFields[kind]), ...values } },
    }) as Note;
  const note = (...asked: Parameters<typeof of>) => social.noteReintegration(of(...asked));
  const refused = (...asked: Parameters<typeof of>) => refusal(() => note(...asked));
  const end = (id: string, kind: End['kind'], values: Values, version = 1) =>
    social.endReintegration({
      ...{ caseId, id, version },
      end: { kind, values: { endedOn: '2026-06-10', endReason: 'other', endWords: 'Inventado', ...values } } as End,
    });
  const list = async (login: Login = 'social') => (await centre.as(login)).listReintegration({ caseId });
  const records = async () => (await list()).records;
  const work = async (section: 'c') => (await social.getFormSection({ caseId, section })).work;
  return { centre, caseId, social, of, note, refused, end, list, records, work };
}

const kin = { way: 'kin', kinship: 'Hermana', age: 34, since: '2026-06-09' };
const shelter = { way: 'shelter', house: 'Casa Inventada', since: '2026-06-09' };
const refusedIt = { way: 'refused', refusal: 'work', saidOn: '2026-06-09' };
const plan = { implementer: 1, madeOn: '2026-06-09', reviewOn: '2026-06-15' };
const goal = { goal: 'Terminar la secundaria', who: 'social', dueOn: '2026-06-12' };
const review = { heldOn: '2026-06-10', words: 'Asiste al colegio', nextOn: '2026-07-10' };
const accompanied = { level: 1, since: '2026-06-09', person: 'Guía Inventada' };
const contact = { heldOn: '2026-06-10', how: 'session', result: 'held' };
const visit = { made: 1, visitedOn: '2026-06-10', result: 1 };

async function refer(centre: TestCentre, caseId: string, services: ('basic' | 'specialised')[]) {
  const psychologist = await centre.as('psico');
  const kind = 'accompaniment' as const;
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, receivers: [], reason: null };
  await psychologist.recordConsent({ caseId, consent: { ...consent, purposes: [kind] } });
  const { options } = await psychologist.startReferral({ caseId, kind });
  const receiver = { post: shippedLetter(kind).value.post, establishment: 'Servicio Inventado' };
  const more = { services, reason: 'Motivo inventado.', answers: someAnswers(kind) };
  await psychologist.issueReferral({ caseId, kind, options: { ...options, receiver, ...more } });
}

describe('insertion', () => {
  it('keeps with whom she lives, ended once with its reason, and leaves the other answers out', async () => {
    const { caseId, social, note, end, records } = await withCase();
    const { id } = await note('placement', { ...kin, house: 'Casa Ajena', refusal: 'work' });
    expect((await records()).placement).toMatchObject([
      { ...kin, house: null, refusal: null, by: 'Sonia Inventada Social', ended: null, version: 1 },
    ]);
    await end(id, 'placement', { endReason: 'independent', endWords: null });
    expect((await records()).placement).toMatchObject([
      { ended: { on: '2026-06-10', reason: 'independent', by: 'Sonia Inventada Social' }, version: 2 },
    ]);
    expect(await refusal(() => end(id, 'placement', {}, 2))).toBe('rule-broken/reintegration-ended');
    const annul = (version: number, words: string | null) =>
      social.annulReintegration({ ...{ caseId, kind: 'placement', id, version, words }, reason: 'other' });
    expect(await refusal(() => annul(2, null))).toMatch(/^invalid/);
    expect(await refusal(() => annul(1, 'Era otra'))).toMatch(/^conflict/);
    await annul(2, 'Era otra');
    expect(await refusal(() => annul(3, 'Era otra'))).toBe('rule-broken/reintegration-annulled');
  });

  it('refuses what is not complete, a day to come, an end before it began and an end without words', async () => {
    const { note, refused, end } = await withCase();
    expect(await refused('placement', { ...kin, kinship: null })).toMatch(/^invalid/);
    expect(await refused('placement', { ...refusedIt, refusal: 'other' })).toMatch(/^invalid/);
    expect(await refused('placement', { ...kin, since: '2026-06-11' })).toBe('rule-broken/reintegration-future');
    expect(await refused('placement', { ...refusedIt, saidOn: '2026-06-11' })).toBe('rule-broken/reintegration-future');
    const { id } = await note('placement', kin);
    const ends = (values: Values) => refusal(() => end(id, 'placement', values));
    expect(await ends({ endedOn: '2026-06-11' })).toBe('rule-broken/reintegration-future');
    expect(await ends({ endedOn: '2026-06-08' })).toBe('rule-broken/reintegration-before');
    expect(await ends({ endWords: null })).toMatch(/^invalid/);
    expect(await ends({ endReason: 'done' })).toMatch(/^invalid/);
  });

  it('refuses an address wherever one could be typed', async () => {
    const { note, refused, end } = await withCase();
    const places = ['Jr. Las Flores 123', 'casa de av Brasil cdra 4', 'Mz. C lote 4', 'CALLE Dos de Mayo N.º 5'];
    for (const text of places) {
      expect(await refused('placement', { ...shelter, house: text }), text).toMatch(/^invalid/);
      expect(await refused('placement', { ...kin, words: text }), text).toMatch(/^invalid/);
    }
    expect(await refused('placement', { ...shelter, house: 'Casa 123' })).toMatch(/^invalid/);
    const { id } = await note('placement', { ...shelter, house: 'Casa 8 de Marzo' });
    expect(await refusal(() => end(id, 'placement', { endWords: 'Se fue al jirón Puno 456' }))).toMatch(/^invalid/);
  });

  it('holds one shelter at a time, and as many relatives as there are', async () => {
    const { note, refused, end } = await withCase();
    await note('placement', kin);
    await note('placement', { ...kin, kinship: 'Tía' });
    const { id } = await note('placement', shelter);
    expect(await refused('placement', shelter)).toBe('rule-broken/reintegration-open');
    await end(id, 'placement', { endReason: 'moved' });
    expect(await refused('placement', shelter)).toBe('none');
  });

  it('takes a coordination of shelters in use, and no other office', async () => {
    const { social, note, refused, list } = await withCase();
    const keep = (known: Parameters<typeof anOffice>[0]) =>
      social.keepOffice({ id: null, version: null, form: anOffice(known) });
    const court = await keep({});
    const house = await keep({ kind: 'shelterCoordination', name: 'Coordinación Inventada', districtCode: null });
    const wrong = 'rule-broken/reintegration-office';
    expect(await refused('placement', { ...shelter, officeId: court.id })).toBe(wrong);
    expect(await refused('accompaniment', { ...accompanied, officeId: house.id })).toBe(wrong);
    expect(await refused('placement', { ...shelter, officeId: crypto.randomUUID() })).toBe(wrong);
    await note('placement', { ...shelter, officeId: house.id });
    expect((await list()).offices.map(({ name, isShelter }) => [name, isShelter])).toContainEqual([
      'Coordinación Inventada',
      true,
    ]);
    await social.retireOffice({ id: house.id, version: house.version, isActive: false });
    expect(await refused('placement', { ...kin, officeId: house.id })).toBe('none');
  });

  it('of which she refused one never stands in the way of another', async () => {
    const { note, refused, end } = await withCase();
    const { id } = await note('placement', refusedIt);
    expect(await refusal(() => end(id, 'placement', {}))).toBe('rule-broken/reintegration-ended');
    expect(await refused('placement', shelter)).toBe('none');
    expect(await refused('accompaniment', accompanied)).toBe('none');
  });
});

describe('the plan of reintegration', () => {
  it('holds goals and reviews as long as the centre leads it', async () => {
    const { note, refused, end, records } = await withCase();
    const { id } = await note('reintegration_plan', plan);
    expect(await refused('reintegration_plan', plan)).toBe('rule-broken/reintegration-open');
    const { id: goalId } = await note('reintegration_goal', goal, id);
    await note('reintegration_review', review, id);
    const early = { ...review, heldOn: '2026-06-08' };
    expect(await refused('reintegration_review', early, id)).toBe('rule-broken/reintegration-before');
    await end(goalId, 'reintegration_goal', { endReason: 'notDone' });
    expect((await records()).reintegration_goal).toMatchObject([
      { ...goal, ownerId: id, ended: { reason: 'notDone' } },
    ]);
    await end(id, 'reintegration_plan', { endReason: 'fulfilled' });
    expect(await refused('reintegration_goal', goal, id)).toBe('rule-broken/reintegration-ended');
    const { id: other } = await note('reintegration_plan', { implementer: 2, madeOn: '2026-06-10' });
    expect(await refused('reintegration_goal', goal, other)).toBe('rule-broken/reintegration-not-ours');
  });

  it('refuses a term that passed, and what hangs from nothing of this case', async () => {
    const { centre, note, refused } = await withCase();
    const past = 'rule-broken/reintegration-past';
    expect(await refused('reintegration_plan', { ...plan, reviewOn: '2026-06-09' })).toBe(past);
    const { id } = await note('reintegration_plan', plan);
    expect(await refused('reintegration_goal', { ...goal, dueOn: '2026-06-09' }, id)).toBe(past);
    expect(await refused('reintegration_review', { ...review, nextOn: '2026-06-09' }, id)).toBe(past);
    const owner = 'rule-broken/reintegration-owner';
    expect(await refused('reintegration_goal', goal)).toBe(owner);
    expect(await refused('accompaniment_contact', contact, id)).toBe(owner);
    const other = (await centre.aCase()).caseId;
    expect(await refused('reintegration_goal', goal, id, other)).toBe(owner);
  });

  it('is told to whoever leads it when a review or a goal comes, without its words', async () => {
    const { centre, caseId, note, end } = await withCase();
    const { id } = await note('reintegration_plan', plan);
    const { id: goalId } = await note('reintegration_goal', goal, id);
    const next = async (login: Login) =>
      (await (await centre.as(login)).readCaseNext({ caseId })).items.filter(({ page }) => page === 'reintegration');
    expect((await next('social')).map(({ task, due, isMine }) => [task, due?.on, isMine])).toEqual([
      ['Ver un objetivo de la reintegración', '2026-06-12', true],
      ['Revisar la reintegración con ella', '2026-06-15', true],
    ]);
    expect(JSON.stringify(await next('coordina'))).not.toContain('secundaria');
    await end(goalId, 'reintegration_goal', { endReason: 'done' });
    await note('reintegration_review', { ...review, nextOn: null }, id);
    expect(await next('social')).toEqual([]);
  });
});

describe('Acompañamiento', () => {
  it('begins from its referral, which says which it is and is asked for once', async () => {
    const { centre, caseId, note, refused, list, records } = await withCase();
    await refer(centre, caseId, ['specialised']);
    const [waiting] = (await list()).referrals;
    expect(waiting).toMatchObject({ level: 2, words: 'Servicio Inventado' });
    const begun = { ...accompanied, level: 2, referralId: waiting?.id };
    await note('accompaniment', begun);
    expect((await list()).referrals).toEqual([]);
    expect(await refused('accompaniment', { ...begun, level: 1 })).toBe('rule-broken/reintegration-referral');
    const stranger = { ...accompanied, referralId: crypto.randomUUID() };
    expect(await refused('accompaniment', stranger)).toBe('rule-broken/reintegration-referral');
    expect(await refused('accompaniment', { ...accompanied, level: 2 })).toBe('rule-broken/reintegration-open');
    const [one] = (await records()).accompaniment;
    await note('accompaniment_contact', contact, one?.id ?? null);
    expect((await records()).accompaniment_contact).toMatchObject([{ ...contact, ownerId: one?.id }]);
  });

  it('asked for in both levels leaves the level to be said', async () => {
    const { centre, caseId, list } = await withCase();
    await refer(centre, caseId, ['basic', 'specialised']);
    expect((await list()).referrals).toMatchObject([{ level: null }]);
  });
});

describe('home visits', () => {
  it('are those of attentions and agenda, each told once, with the day that stands there', async () => {
    const { centre, caseId, social, note, refused, list } = await withCase();
    const staffId = (await centre.sessionOf('social')).staff.id;
    const booking = { caseId, saidName: null, time: '15:00', service: null, staffId, note: null, mustCall: false };
    const told = async () => (await list()).visits.map(({ on, made, words }) => [on, made, words]);
    await social.bookVisit({ ...booking, place: 'home', travelMinutes: 20, day: '2026-06-10' });
    await social.bookVisit({ ...booking, place: 'home', travelMinutes: 20, day: '2026-06-11' });
    await social.bookVisit({ ...booking, place: 'centre', travelMinutes: null, day: '2026-06-10', time: '10:00' });
    expect(await told()).toEqual([['2026-06-10', null, 'Agenda']]);
    const attention = { action: 'social-home-visit', on: '2026-06-10', time: null, withWhom: 'user' as const };
    await social.recordAttention({ caseId, attention: { ...attention, outcome: 'done', note: null } });
    expect(await told()).toEqual([['2026-06-10', 1, 'Atención: se realizó']]);
    const [given] = (await list()).visits;
    const of = { ...visit, visitId: given?.id };
    const wrong = 'rule-broken/reintegration-visit';
    expect(await refused('home_visit', { ...of, visitedOn: '2026-06-09' })).toBe(wrong);
    expect(await refused('home_visit', { ...of, made: 0, why: 'Inventado', result: null })).toBe(wrong);
    expect(await refused('home_visit', { ...of, visitId: crypto.randomUUID() })).toBe(wrong);
    await note('home_visit', of);
    expect(await refused('home_visit', of)).toBe(wrong);
    expect(await told()).toEqual([]);
  });

  it('ask for what was done about an incident, and why one was not made', async () => {
    const { refused } = await withCase();
    expect(await refused('home_visit', { ...visit, result: 2 })).toMatch(/^invalid/);
    expect(await refused('home_visit', { ...visit, made: 0 })).toMatch(/^invalid/);
    expect(await refused('home_visit', { ...visit, result: null })).toMatch(/^invalid/);
    expect(await refused('home_visit', { ...visit, visitedOn: '2026-06-11' })).toBe('rule-broken/reintegration-future');
    expect(await refused('home_visit', { ...visit, result: 2, actions: 'Se avisó a la comisaría' })).toBe('none');
  });
});

describe('who and where', () => {
  it('is read and written by the team of the case, and by nobody else', async () => {
    const { centre, caseId, note, of } = await withCase();
    await note('placement', shelter);
    for (const login of ['psico', 'social', 'legal'] as const) {
      const { records } = await (await centre.as(login)).listReintegration({ caseId });
      expect(records.placement, login).toMatchObject([{ house: 'Casa Inventada' }]);
    }
    // A case of others is as one that is not there.
    const closed = /^(forbidden|not-found)\//;
    for (const login of ['admision', 'promocion', 'soporte', 'visita', 'coordina'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.listReintegration({ caseId })), login).toMatch(closed);
      expect(await refusal(() => other.noteReintegration(of('placement', kin))), login).toMatch(closed);
    }
  });

  it('is final in the file, and proven by the record', async () => {
    const { centre, caseId, social, note, end } = await withCase();
    const { id } = await note('placement', shelter);
    await end(id, 'placement', { endReason: 'moved' });
    await social.annulReintegration({ caseId, kind: 'placement', id, version: 2, reason: 'mistake', words: null });
    const { id: planId } = await note('reintegration_plan', plan);
    await note('reintegration_goal', goal, planId);
    await end(planId, 'reintegration_plan', { endReason: 'fulfilled' });
    await centre.close();
    await insideFile(centre.folder, (db) => {
      expect(() => db.exec("update reintegration_goal set goal = 'Otro'")).toThrow(/is final/);
      expect(() => db.exec("update reintegration_plan set ended_on = '2026-06-01'")).toThrow(/ends once/);
      expect(() => db.exec('update placement set annulled_at = null')).toThrow(/stays so/);
    });
    expect((await (await (await centre.restart()).as('visita')).verifyRecord({})).problems).toEqual([]);
  });

  it('annuls and ends nothing of another case', async () => {
    const { centre, social, note } = await withCase();
    const { id } = await note('placement', kin);
    const other = (await centre.aCase()).caseId;
    const target = { caseId: other, id, version: 1 };
    const annul = () => social.annulReintegration({ ...target, kind: 'placement', reason: 'mistake', words: null });
    expect(await refusal(annul)).toMatch(/^not-found/);
    const values = { endedOn: '2026-06-10', endReason: 'moved' as const, endWords: null };
    const end = () => social.endReintegration({ ...target, end: { kind: 'placement', values } });
    expect(await refusal(end)).toMatch(/^not-found/);
  });

  it('asks for a reason before the ficha is closed, names no place there, and is read-only after', async () => {
    const { centre, caseId, note, refused } = await withCase();
    await note('placement', shelter);
    await note('placement', refusedIt);
    await note('reintegration_plan', { implementer: 2, madeOn: '2026-06-09' });
    await note('accompaniment', accompanied);
    const { lines } = await (await centre.as('coordina')).getClosing({ caseId });
    expect(lines.find(({ line }) => line === 'reintegration')).toMatchObject({
      demand: 'reason',
      found: ['Inserción en redes, desde el 09/06/2026', 'Acompañamiento básico, desde el 09/06/2026'],
    });
    await close(centre, caseId);
    expect(await refused('placement', kin)).toMatch(/closed/);
  });

  it('stands in the history for who reads the page, without the name of the shelter or a note', async () => {
    const { centre, caseId, note, end } = await withCase();
    const { id } = await note('placement', { ...shelter, words: 'Nota inventada' });
    await end(id, 'placement', { endReason: 'term', endWords: 'Fin inventado' });
    await note('placement', { ...kin, since: '2026-06-08' });
    const told = async (login: Login) =>
      (await (await centre.as(login)).readTimeline({ caseId })).entries.filter(({ page }) => page === 'reintegration');
    const entries = await told('psico');
    expect(entries.map(({ act, rest, on, by }) => [act, rest, on, by])).toEqual([
      ['Inserción en redes: terminó', 'En un Hogar de Refugio Temporal', '2026-06-10', 'Sonia Inventada Social'],
      ['Inserción en redes', 'En un Hogar de Refugio Temporal', '2026-06-09', 'Sonia Inventada Social'],
      ['Inserción en redes', 'Con familiares o amistades: Hermana, 34 años', '2026-06-08', 'Sonia Inventada Social'],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Casa Inventada|Nota inventada|Fin inventado/);
    expect(await told('coordina')).toEqual([]);
  });

  it('closes the actions of the plan that it does', async () => {
    const { centre, caseId, note } = await withCase();
    // Before her admission it was done by others.
    await note('placement', kin);
    const social = await centre.as('social');
    const step = { words: null, service: 'social' as const, staffId: null, dueOn: null };
    for (const action of ['insertInFamily', 'otherServices'] as const)
      await social.putPlanStep({ caseId, step: { ...step, action } });
    const steps = async () =>
      (await social.getPlan({ caseId })).steps.map(({ action, state, evidence }) => [
        ...[action, state],
        ...[evidence?.words, evidence?.page],
      ]);
    expect((await steps()).map(([, state]) => state)).toEqual(['planned', 'planned']);
    await note('placement', { ...kin, since: '2026-06-10' });
    await note('accompaniment', { ...accompanied, since: '2026-06-10' });
    expect(await steps()).toEqual([
      ['insertInFamily', 'done', 'Inserción en redes', 'reintegration'],
      ['otherServices', 'done', 'Acompañamiento empezado', 'reintegration'],
    ]);
  });

  it('shows beside Sections B and C what the records say, and what was typed stays', async () => {
    const { centre, caseId, social, note, work } = await withCase();
    await note('placement', { ...shelter, house: 'Casa Inventada' });
    await note('accompaniment', accompanied);
    const form = { section: 'c', answers: { ...blankSectionC(), needsInsertion: 0 } } as const;
    await social.saveFormSection({ caseId, version: 0, form });
    const lines = Object.fromEntries((await work('c')).map(({ question, value }) => [question, value]));
    expect(lines).toEqual({
      ...{ needsInsertion: 1, acceptsInsertion: 1, insertedInShelter: 1 },
      ...{ insertionShelterCount: 1, insertionShelter1: 'Casa Inventada' },
    });
    expect((await social.getFormSection({ caseId, section: 'c' })).form.answers).toMatchObject({ needsInsertion: 0 });
    expect((await social.getSectionB({ caseId })).work).toMatchObject([
      { question: 'accompanimentReferral', value: 1, page: 'reintegration' },
    ]);
    const outside = await centre.as('coordina');
    expect(JSON.stringify(await outside.getFormSection({ caseId, section: 'c' }))).not.toContain('Casa Inventada');
    expect((await outside.getSectionB({ caseId })).work).toEqual([]);
  });
});
