/** The same woman again (D1a, D1b): stable facts come along to be confirmed, whether it is safe to call never does. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankUser } from '../../../src/shared/people/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client, OutputOf } from '../../../src/shared/platform/contract.ts';
import { blankConditionAnswers, blankSectionA } from '../../../src/shared/intake/index.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

type SectionA = OutputOf<Contract['getSectionA']>;

const safe = { ...blankUser().contact, phone: '987654320', mayCall: 'yes' as const, hours: 'mañanas' };
const may = { admittedOn: '2026-05-04' as typeof admission.admittedOn };

async function firstVisit() {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const user = { contact: safe };
  const first = await centre.aCase({
    user,
    a: { admission: { ...admission, ...may }, user: aUser(user), answers: { motherTongue: 1, educationLevel: 4 } },
    b: { incident: { occurredOn: { year: 2026, month: 5, day: 3 }, occurredTime: null, place: null } },
  });
  const psychologist = await centre.as('psico');
  const { arrivalId } = await psychologist.openArrival({});
  const { candidates } = await psychologist.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'any' });
  return { centre, first, psychologist, arrivalId, personId: candidates[0]?.personId ?? ('' as never) };
}

type First = Awaited<ReturnType<typeof firstVisit>>;

async function again(
  { psychologist, arrivalId, personId }: First,
  { isKnown = true, user = aUser() }: { isKnown?: boolean; user?: ReturnType<typeof aUser> } = {},
) {
  const { caseId } = await psychologist.openCase({
    ...{ arrivalId, admission, user },
    userLink: isKnown ? { kind: 'known', personId } : { kind: 'maybe', personId },
    ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
  return { caseId, section: await psychologist.getSectionA({ caseId }) };
}

async function save(client: Client<Contract>, caseId: string, { version, form }: SectionA, change: object = {}) {
  return client.saveSectionA({ caseId, version, form: { ...form, ...change } });
}

const contactOf = async (centre: TestCentre, caseId: string) =>
  (await (await centre.as('psico')).getSectionA({ caseId })).form.user.contact;

describe('a second visit', () => {
  it('shows the stable facts with their source and day, and answers none of them', async () => {
    const known = await firstVisit();
    const { caseId, section } = await again(known);
    expect(section.carried).toMatchObject({ number: known.first.number, on: '2026-05-04' });
    expect(section.carried?.answers).toMatchObject({ userSex: 0, motherTongue: 1, homeDistrict: '150132' });
    expect(section.form.answers).toEqual(blankSectionA());
    const { missing } = await save(known.psychologist, caseId, section);
    expect(missing).toContain('userSex');
  });

  it('offers none that was answered today', async () => {
    const known = await firstVisit();
    const { caseId, section } = await again(known);
    const answers = { ...section.form.answers, educationLevel: 9 as const, userSex: 0 as const };
    await save(known.psychologist, caseId, section, { answers });
    const { carried, form } = await known.psychologist.getSectionA({ caseId });
    expect(Object.keys(carried?.answers ?? {})).not.toContain('educationLevel');
    expect(form.answers.educationLevel).toBe(9);
  });

  it('comes along when a professional links her later, and leaves what was answered', async () => {
    const known = await firstVisit();
    const { caseId, section } = await again(known, { isKnown: false });
    expect(section).toMatchObject({ carried: null, formerContact: null });
    await save(known.psychologist, caseId, section, { answers: { ...section.form.answers, educationLevel: 9 } });
    const { version } = await known.psychologist.getCase({ caseId });
    await known.psychologist.settlePerson({ caseId, version, role: 'user', isSame: true });
    const linked = await known.psychologist.getSectionA({ caseId });
    expect(linked.form.answers.educationLevel).toBe(9);
    expect(linked.carried?.answers).toMatchObject({ userSex: 0 });
    expect(linked.carried?.answers).not.toHaveProperty('educationLevel');
    expect(linked.formerContact).toMatchObject({ phone: '987654320', on: '2026-05-04' });
    expect(linked.form.user.contact).toEqual(blankUser().contact);
  });

  it('brings nothing of a ficha that is closed to the reader, and asks for the contact all the same', async () => {
    const known = await firstVisit();
    const legal = await known.centre.as('legal');
    const { arrivalId } = await legal.openArrival({});
    const { caseId } = await again({ ...known, psychologist: legal, arrivalId });
    await seal(known.centre, known.first.caseId);
    const { carried, formerContact, form } = await legal.getSectionA({ caseId });
    expect([carried, formerContact, form.user.contact]).toEqual([null, null, blankUser().contact]);
  });
});

describe('contact safety', () => {
  it('is asked anew: the number stands with its day, and is no answer of today', async () => {
    const { section } = await again(await firstVisit());
    expect(section.form.user.contact).toEqual(blankUser().contact);
    expect(section.formerContact).toMatchObject({ phone: '987654320', on: '2026-05-04' });
  });

  it('is a sentence of the bar in the ficha it was told in, and a question in the next one', async () => {
    const known = await firstVisit();
    const { caseId } = await again(known);
    const contactIn = async (id: typeof caseId) => (await known.psychologist.getCase({ caseId: id })).contact;
    expect(await contactIn(known.first.caseId)).toBe('Llame solo mañanas, al 9·· ··· 320.');
    expect(await contactIn(caseId)).toBe('Falta preguntar si es seguro llamar');
  });

  it('is said to nobody who may not read Section A', async () => {
    const known = await firstVisit();
    // Opened by a professional: the desk sees of it what the day asks for.
    const { caseId } = await again(known);
    const desk = await known.centre.as('admision');
    expect((await desk.getCase({ caseId })).contact).toBe(null);
  });

  it('is required, and what was told before stays in the record until it is asked', async () => {
    const known = await firstVisit();
    const { caseId, section } = await again(known);
    expect((await save(known.psychologist, caseId, section)).missing).toContain('user.contact.mayCall');
    expect(await contactOf(known.centre, known.first.caseId)).toEqual(safe);
    const { missing } = await known.psychologist.proposeCondition({
      caseId,
      answers: blankConditionAnswers,
    });
    expect(missing.map(({ question }) => question)).toContain('user.contact.mayCall');
  });

  it('is done once answered, also with «No» and no number: that of before stays with it', async () => {
    const known = await firstVisit();
    const { caseId, section } = await again(known);
    const contact = { ...blankUser().contact, mayCall: 'no' as const };
    const user = { ...section.form.user, contact };
    const saved = await save(known.psychologist, caseId, section, { user });
    expect(saved.missing).not.toContain('user.contact.mayCall');
    const later = await known.psychologist.getSectionA({ caseId });
    expect([later.formerContact, later.form.user.contact]).toEqual([null, { ...safe, mayCall: 'no' }]);
  });

  it('of today stands before that of the record when she is linked later', async () => {
    const known = await firstVisit();
    const today = { ...blankUser().contact, phone: '987000111', mayCall: 'no' as const };
    const { caseId, section } = await again(known, { isKnown: false });
    await save(known.psychologist, caseId, section, { user: { ...section.form.user, contact: today } });
    const { version } = await known.psychologist.getCase({ caseId });
    await known.psychologist.settlePerson({ caseId, version, role: 'user', isSame: true });
    expect(await contactOf(known.centre, caseId)).toMatchObject({ phone: '987000111', mayCall: 'no' });
  });

  it('of a first visit is as it was written', async () => {
    const known = await firstVisit();
    expect(await contactOf(known.centre, known.first.caseId)).toEqual(safe);
  });
});
