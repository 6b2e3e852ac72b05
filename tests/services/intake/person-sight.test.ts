/** What the record knows of a woman is read where it was told; a second ficha neither shows nor wipes it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import { blankUser } from '../../../src/shared/people/index.ts';
import type { Client, OutputOf } from '../../../src/shared/platform/contract.ts';
import { admission, anAggressor, aUser, sectionAForm } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Desk = Client<Contract>;
type SectionA = OutputOf<Contract['getSectionA']>;

const secret = { text: 'Los Inventados 450', reference: 'casa de su hermana', phone: '900111222', number: '00112233' };
const secrets = Object.values(secret);
const contact = { ...blankUser().contact, phone: secret.phone, mayCall: 'yes' as const };
const address = {
  ...{ streetKind: 'street' as const, text: secret.text, reference: secret.reference, districtCode: '150132' },
  ...{ settlement: null, isReserved: true, reservedReason: 'Él no sabe dónde vive.' },
};
const email = 'rosa@inventada.example';
const clock = () => fixedClock('2026-06-10T15:00:00.000Z');

/** A ficha that psychology opened and nobody else may read, Coordinación apart. */
async function ofPsychology(centre: TestCentre) {
  const psychologist = await centre.as('psico');
  const user = aUser({ contact, address });
  const { caseId } = await psychologist.openCase({
    ...{ arrivalId: null, admission, user, userLink: { kind: 'new' } },
    ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
  const { version } = await psychologist.getSectionA({ caseId });
  await psychologist.saveSectionA({ caseId, version, form: sectionAForm({ user }) });
  return caseId;
}

/** The false arrival: her name, the masked candidate, a new ficha. */
async function arrive(centre: TestCentre, login: Login = 'admision', kind: 'known' | 'maybe' = 'known') {
  const client = await centre.as(login);
  const { arrivalId } = await client.openArrival({});
  const { candidates } = await client.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'any' });
  const personId = candidates[0]?.personId ?? ('' as never);
  const typed = aUser({
    document: blankUser().document,
    birth: null,
    secondSurname: null,
    address: blankUser().address,
  });
  const { caseId } = await client.openCase({
    ...{ arrivalId, admission, user: typed, userLink: { kind, personId } },
    ...{ aggressor: anAggressor({ givenNames: 'Otro' }), aggressorLink: { kind: 'new' } },
  });
  return { client, caseId, personId, candidates };
}

async function save(
  client: Desk,
  caseId: string,
  change: (user: SectionA['form']['user']) => SectionA['form']['user'],
) {
  const { version, form } = await client.getSectionA({ caseId });
  return client.saveSectionA({ caseId, version, form: { ...form, user: change(form.user) } });
}

const userIn = async (centre: TestCentre, login: Login, caseId: string) =>
  (await (await centre.as(login)).getSectionA({ caseId })).form.user;

function expectNothingOf(answer: unknown): void {
  const text = JSON.stringify(answer);
  for (const one of secrets) expect(text).not.toContain(one);
}

async function told() {
  const centre = await startCentre({ clock: clock() });
  const first = await ofPsychology(centre);
  return { centre, first, ...(await arrive(centre)) };
}

describe('a reader of a new ficha who may not read the earlier one', () => {
  it('is shown nothing that was told there, at any door of the new one', async () => {
    const { client, first, caseId, personId } = await told();
    expect(await refusal(() => client.getSectionA({ caseId: first }))).toContain('not-found');
    const section = await client.getSectionA({ caseId });
    expectNothingOf(section);
    expect(section).toMatchObject({ carried: null, formerContact: null, isMoreKnown: true });
    expect(section.form.user.birth).toBeNull();
    expectNothingOf(await client.getCase({ caseId }));
    expectNothingOf(await client.getCasePerson({ caseId, personId }));
    expectNothingOf(await client.listMyCases({}));
  });

  it('is asked nothing about a number that she is not shown', async () => {
    const { centre, client, caseId } = await told();
    const question = 'user.contact.mayCall';
    expect((await save(client, caseId, (user) => user)).missing).not.toContain(question);
    expect((await save(await centre.as('coordina'), caseId, (user) => user)).missing).toContain(question);
  });

  it('neither wipes it nor reveals it by saving the form as it was shown', async () => {
    const { centre, client, first, caseId } = await told();
    const before = await userIn(centre, 'psico', first);
    const saved = await save(client, caseId, (user) => user);
    expectNothingOf([saved, await client.getSectionA({ caseId })]);
    expect(await userIn(centre, 'psico', first)).toEqual(before);
  });

  it('reads what her own ficha was told newly, and only that', async () => {
    const { centre, client, first, caseId, personId } = await told();
    await save(client, caseId, (user) => ({
      ...user,
      contact: { ...user.contact, phone: '955000111', mayCall: 'no' },
      address: { ...user.address, text: 'Jirón Nuevo 12' },
    }));
    const section = await client.getSectionA({ caseId });
    expectNothingOf([section, await client.getCasePerson({ caseId, personId })]);
    expect(section.form.user.contact).toMatchObject({ phone: '955000111', mayCall: 'no' });
    expect(section.form.user.address).toMatchObject({ text: 'Jirón Nuevo 12', isReserved: false });
    expect((await userIn(centre, 'coordina', first)).address).toMatchObject({
      text: 'Jirón Nuevo 12',
      isReserved: true,
    });
    // And the ficha of before goes on showing its own reader what was told in it, but no answer about calling.
    expect(await userIn(centre, 'psico', first)).toMatchObject({
      address,
      contact: { phone: secret.phone, mayCall: null },
    });
    await save(await centre.as('psico'), first, (user) => user);
    expect((await userIn(centre, 'coordina', first)).address.text).toBe('Jirón Nuevo 12');
  });

  it('does not show by a colleague who may read both and saves', async () => {
    const { centre, client, caseId } = await told();
    await save(await centre.as('coordina'), caseId, (user) => user);
    expectNothingOf(await client.getSectionA({ caseId }));
  });

  it('keeps what the page of the person was not shown, and shows what it adds', async () => {
    const { centre, client, first, caseId, personId } = await told();
    const { record, version } = await client.getCasePerson({ caseId, personId });
    const added = { ...contact, phone: '966000222', mayLeaveMessage: null, checkedOn: null, isShared: false };
    const { email: _email, emailIsSafe: _safe, ...one } = added;
    await client.saveCasePerson({ caseId, personId, version, record: { ...record, contacts: [one] }, reason: null });
    expectNothingOf(await client.getCasePerson({ caseId, personId }));
    const whole = await (await centre.as('coordina')).getCasePerson({ caseId: first, personId });
    expect(whole.record.contacts.map(({ phone }) => phone)).toEqual([secret.phone, '966000222']);
    expect(whole.record.documents[0]?.number).toBe(secret.number);
  });

  it('reads no history of it: neither what stood there before, nor what the lists hold', async () => {
    const { centre, client, caseId, personId } = await told();
    await client.handOverCase({ caseId, service: 'legal' });
    const lawyer = await centre.as('legal');
    await save(lawyer, caseId, (user) => ({
      ...user,
      contact: { ...user.contact, phone: '955000111', mayCall: 'no' },
    }));
    const { record, version } = await lawyer.getCasePerson({ caseId, personId });
    await lawyer.saveCasePerson({ caseId, personId, version, record: { ...record, contacts: [] }, reason: null });
    expectNothingOf(await lawyer.listFormChanges({ caseId, section: null }));
    expectNothingOf(await lawyer.listPersonChanges({ caseId, personId }));
    expect(JSON.stringify(await (await centre.as('coordina')).listFormChanges({ caseId, section: null }))).toContain(
      secret.phone,
    );
  });

  it('has no paper of it either', async () => {
    const { centre, client, caseId } = await told();
    await client.handOverCase({ caseId, service: 'legal' });
    const sheet = await (await centre.as('legal')).getRegisterSheet({ caseId });
    expectNothingOf(sheet);
    expect(JSON.stringify(await (await centre.as('coordina')).getRegisterSheet({ caseId }))).toContain(secret.number);
  });

  it('keeps a reserve that was told elsewhere over the street that was told here', async () => {
    const { centre, client, caseId } = await told();
    const { version, form } = await client.getSectionA({ caseId });
    const user = { ...form.user, address: { ...form.user.address, text: 'Jirón Nuevo 12' } };
    const answers = { ...form.answers, aggressorLivesWithUser: 1 as const };
    await client.saveSectionA({ caseId, version, form: { ...form, user, answers } });
    await client.handOverCase({ caseId, service: 'legal' });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const draft = await lawyer.composeDraft({ caseId, kind: 3, options });
    expect(draft.reserved).toContain('domicilio');
    expect(JSON.stringify(draft.blocks)).not.toContain('Jirón Nuevo 12');
  });

  it('holds of the man as well: named again as accused he brings no address', async () => {
    const centre = await startCentre({ clock: clock() });
    await ofPsychology(centre);
    const client = await centre.as('admision');
    const { arrivalId } = await client.openArrival({});
    const { candidates } = await client.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'aggressor' });
    const { caseId } = await client.openCase({
      ...{ arrivalId, admission, user: aUser({ givenNames: 'Elena', document: blankUser().document }) },
      ...{ userLink: { kind: 'new' }, aggressor: anAggressor() },
      aggressorLink: { kind: 'known', personId: candidates[0]?.personId ?? '' },
    });
    expectNothingOf((await client.getSectionA({ caseId })).form.aggressor);
  });
});

describe('a document typed by who may not read the one told elsewhere', () => {
  const numberIn = async (centre: TestCentre, login: Login, caseId: string) =>
    (await userIn(centre, login, caseId)).document.number;
  const typed = (number: string) => (user: SectionA['form']['user']) => ({
    ...user,
    document: { kind: 'dni', state: 'known', number } as const,
  });
  async function both(centre: TestCentre, caseId: string, personId: string) {
    const { record, warnings } = await (await centre.as('coordina')).getCasePerson({ caseId, personId });
    return { numbers: record.documents.map(({ number }) => number), warnings: warnings.map(({ message }) => message) };
  }

  it('stands beside it: each ficha shows its own, both find her, and who may read both is asked which is right', async () => {
    const { centre, client, first, caseId, personId } = await told();
    await save(client, caseId, typed('00998877'));
    expect(await numberIn(centre, 'admision', caseId)).toBe('00998877');
    expect(await numberIn(centre, 'coordina', caseId)).toBe('00998877');
    for (const login of ['psico', 'coordina'] as const)
      expect(await numberIn(centre, login, first)).toBe(secret.number);
    const { numbers, warnings } = await both(centre, caseId, personId);
    expect(numbers).toEqual([secret.number, '00998877']);
    expect(warnings).toContain('Tiene dos números distintos de DNI: pregunte cuál corresponde y quite el otro.');
    const coordinator = await centre.as('coordina');
    for (const query of numbers) {
      const found = await coordinator.findPersons({ query: query ?? '', arrivalId: null, role: 'any' });
      expect(found.candidates.map((one) => one.personId)).toEqual([personId]);
    }
    expectNothingOf(await client.getCasePerson({ caseId, personId }));
  });

  it('is corrected in its place, and saved again by who may read both changes nothing', async () => {
    const { centre, client, caseId, personId } = await told();
    for (const number of ['00998877', '00998876']) await save(client, caseId, typed(number));
    await save(await centre.as('coordina'), caseId, (user) => user);
    expect((await both(centre, caseId, personId)).numbers).toEqual([secret.number, '00998876']);
    await save(await centre.as('coordina'), caseId, typed('00998875'));
    expect((await both(centre, caseId, personId)).numbers).toEqual([secret.number, '00998875']);
  });

  it('takes nothing away when she says that she has none', async () => {
    const { centre, client, first, caseId, personId } = await told();
    const none = { kind: null, state: 'none', number: null } as const;
    await save(client, caseId, (user) => ({ ...user, document: none }));
    expect((await userIn(centre, 'admision', caseId)).document).toEqual(none);
    expect((await both(centre, first, personId)).numbers).toEqual([secret.number]);
  });
});

it('an alias typed by who may not read the one told elsewhere leaves that one among hers', async () => {
  const { centre, client, first, caseId, personId } = await told();
  await save(await centre.as('psico'), first, (user) => ({ ...user, aliases: 'La Flaca' }));
  await save(client, caseId, (user) => ({ ...user, aliases: 'Rosi' }));
  const aliases = async (login: Login, of: string) =>
    (await (await centre.as(login)).getCasePerson({ caseId: of, personId })).record.aliases;
  expect(await aliases('coordina', first)).toEqual(['Rosi', 'La Flaca']);
  expect(await aliases('admision', caseId)).toEqual(['Rosi']);
  expect((await userIn(centre, 'psico', first)).aliases).toBe('La Flaca');
});

describe('whoever may read the earlier ficha', () => {
  it('is shown all of it in the new one', async () => {
    const { centre, caseId } = await told();
    expect(await userIn(centre, 'coordina', caseId)).toMatchObject({ address, document: { number: secret.number } });
    expect(await (await centre.as('coordina')).getSectionA({ caseId })).not.toHaveProperty('isMoreKnown');
  });
});

describe('a second ficha of a known woman', () => {
  async function again() {
    const centre = await startCentre({ clock: clock() });
    const user = { contact: { ...contact, email } };
    const may = { ...admission, admittedOn: '2026-05-04' as typeof admission.admittedOn };
    const { caseId: first } = await centre.aCase({
      user,
      a: { admission: may, user: aUser(user) },
      b: { incident: { occurredOn: { year: 2026, month: 5, day: 3 }, occurredTime: null, place: null } },
    });
    return { centre, first, ...(await arrive(centre, 'psico')) };
  }
  const ofFirst = async (client: Desk, caseId: string, personId: string) =>
    (await client.getCasePerson({ caseId, personId: personId })).record.contacts;

  it('leaves her number where it was when none is told and calling is not safe', async () => {
    const { client, first, caseId, personId } = await again();
    await save(client, caseId, (user) => ({ ...user, contact: { ...blankUser().contact, mayCall: 'no' } }));
    expect((await client.getSectionA({ caseId: first })).form.user.contact).toMatchObject({
      ...{ phone: secret.phone, mayCall: 'no', email },
    });
    // The page of the browser still has a blank one: saving it again erases nothing.
    await save(client, caseId, (user) => ({ ...user, contact: { ...blankUser().contact, mayCall: 'no' } }));
    expect(await ofFirst(client, first, personId)).toMatchObject([{ phone: secret.phone, mayCall: 'no' }]);
    expect((await client.getCasePerson({ caseId: first, personId })).record.email).toBe(email);
  });

  it('puts another number first and keeps that of before with its own answer and day', async () => {
    const { client, first, caseId, personId } = await again();
    await save(client, caseId, (user) => ({
      ...user,
      contact: { ...blankUser().contact, phone: '955000111', mayCall: 'no' },
    }));
    expect(await ofFirst(client, first, personId)).toMatchObject([
      { phone: '955000111', mayCall: 'no' },
      { phone: secret.phone, mayCall: 'yes', checkedOn: '2026-06-10' },
    ]);
  });

  it('takes «Sí» of no number for no answer', async () => {
    const { client, caseId } = await again();
    const saved = await save(client, caseId, (user) => ({
      ...user,
      contact: { ...blankUser().contact, mayCall: 'yes' },
    }));
    expect(saved.missing).toContain('user.contact.mayCall');
  });

  it('corrects a number of its own without keeping the wrong one', async () => {
    const { client, first, caseId, personId } = await again();
    for (const phone of ['955000111', '955000112'])
      await save(client, caseId, (user) => ({ ...user, contact: { ...user.contact, phone, mayCall: 'yes' } }));
    expect((await ofFirst(client, first, personId)).map(({ phone }) => phone)).toEqual(['955000112', secret.phone]);
  });

  it('asks why a fact of a ficha that counts changes by it', async () => {
    const { client, caseId } = await again();
    const { version, form } = await client.getSectionA({ caseId });
    const changed = { caseId, version, form: { ...form, user: { ...form.user, secondSurname: 'Otra' } } };
    expect(await refusal(() => client.saveSectionA(changed))).toBe('rule-broken/change-needs-reason');
    const reason = { code: 'typing' as const, text: null };
    expect((await client.saveSectionA({ ...changed, reason })).version).toBe(version + 1);
  });
});
