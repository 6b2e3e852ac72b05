/** The persons of a case: one person with many roles, what is kept of her, and where she stands. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import {
  blankInformant,
  blankRecord,
  personDraft,
  type PersonContact,
  type PersonRecord,
} from '../../../src/shared/people/index.ts';
import type { Participation, SectionAForm } from '../../../src/shared/intake/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const child: Participation = { role: 'child', bond: 'child', livesWithUser: true };

function aChild(givenNames: string | null, year: number) {
  const { nameState, firstSurname, secondSurname, documents } = blankRecord();
  return {
    kind: 'new' as const,
    person: {
      ...{ nameState: givenNames === null ? ('unknown' as const) : nameState, givenNames, firstSurname, secondSurname },
      ...{ birth: { year, month: null, day: null }, toldAge: null },
      document: { ...documents[0], kind: null, state: 'none' as const, number: null },
    },
  };
}

const contact = (overrides: Partial<PersonContact>): PersonContact => ({
  ...{ phone: '987000111', whose: null, mayCall: 'yes', hours: null, mayLeaveMessage: null, whatToSay: null },
  ...{ checkedOn: null, isShared: false },
  ...overrides,
});

type Member = Client<Contract>;

async function personsOf(member: Member, caseId: string) {
  const { main, participants, warnings } = await member.listCasePersons({ caseId });
  const idOf = (role: 'user' | 'aggressor') => main.find((one) => one.role === role)?.personId ?? '';
  return { participants, warnings, userId: idOf('user'), aggressorId: idOf('aggressor') };
}

async function change(member: Member, place: { caseId: string; personId: string }, part: Partial<PersonRecord>) {
  const { record, version } = await member.getCasePerson(place);
  return member.saveCasePerson({
    ...place,
    version,
    record: { ...record, ...part },
    reason: { code: 'typing', text: null },
  });
}

async function start(): Promise<{ centre: TestCentre; psychologist: Member; caseId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  return { centre, psychologist: await centre.as('psico'), caseId };
}

describe('persons of a case', () => {
  it('takes a mother with two children without a document, one without a name', async () => {
    const { centre, psychologist, caseId } = await start();
    await psychologist.addParticipant({ caseId, who: aChild('Luz Imaginaria', 2018), part: child });
    await psychologist.addParticipant({ caseId, who: aChild(null, 2026), part: { ...child, livesWithUser: null } });
    const { participants, warnings } = await personsOf(await centre.as('legal'), caseId);
    expect(participants.map(({ name, age, role, livesWithUser }) => [name, age, role, livesWithUser])).toEqual([
      ['Luz', 8, 'child', true],
      ['Persona sin nombre conocido', 0, 'child', null],
    ]);
    expect(warnings).toEqual([]);
    expect((await (await centre.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });

  it('takes forty children and finds each again', async () => {
    const { psychologist, caseId } = await start();
    for (let at = 0; at < 40; at += 1)
      await psychologist.addParticipant({ caseId, who: aChild(`Niña${at} Inventada`, 2015), part: child });
    const { participants } = await personsOf(psychologist, caseId);
    expect(participants).toHaveLength(40);
    expect(new Set(participants.map((one) => one.personId)).size).toBe(40);
  });

  it('lets one person be the child of one ficha and the user of another', async () => {
    const { centre, psychologist, caseId } = await start();
    const other = await centre.aCase({
      user: { givenNames: 'Hija Inventada', document: { kind: 'dni', state: 'known', number: '00112299' } },
    });
    const { userId } = await personsOf(psychologist, other.caseId);
    await psychologist.addParticipant({ caseId, who: { kind: 'known', personId: userId }, part: child });
    expect((await personsOf(psychologist, caseId)).participants).toMatchObject([
      { personId: userId, knownAs: ['user'] },
    ]);
    const found = await psychologist.findPersons({ query: 'Hija Inventada Quispe', arrivalId: null, role: 'any' });
    expect(
      found.candidates
        .find((one) => one.personId === userId)
        ?.cases.map((one) => one.role)
        .sort(),
    ).toEqual(['related', 'user']);
  });

  it('refuses the user as her own child, the same part twice, and a person out of reach', async () => {
    const { centre, psychologist, caseId } = await start();
    const { userId, aggressorId } = await personsOf(psychologist, caseId);
    const add = (member: Member, personId: string, part = child) =>
      refusal(() => member.addParticipant({ caseId, who: { kind: 'known', personId }, part }));
    expect(await add(psychologist, userId)).toBe('rule-broken/participant-is-user');
    expect(await add(psychologist, crypto.randomUUID())).toBe('not-found/');
    expect(await add(psychologist, aggressorId, { role: 'guardian', bond: 'father', livesWithUser: null })).toBe(
      'none',
    );
    expect(await add(psychologist, aggressorId, { role: 'guardian', bond: 'father', livesWithUser: null })).toBe(
      'duplicate/participant-known',
    );
    const desk = await centre.as('admision');
    const alone = await desk.openCase({
      ...{ arrivalId: null, userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } },
      ...(await formOf(psychologist, caseId)),
    });
    const hers = await personsOf(await centre.as('coordina'), alone.caseId);
    expect(await add(psychologist, hers.userId)).toBe('not-found/');
  });

  it('warns when a minor has nobody in charge, or only who is accused; he is left out', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      user: { birth: { year: 2012, month: 1, day: 1 } },
      a: { answers: { userAge: 14 } },
      isValidated: false,
    });
    const psychologist = await centre.as('psico');
    const before = await personsOf(psychologist, caseId);
    expect(before.warnings.map((one) => one.message)).toEqual([expect.stringMatching(/menor de edad/)]);
    const part: Participation = { role: 'guardian', bond: 'father', livesWithUser: true };
    await psychologist.addParticipant({ caseId, who: { kind: 'known', personId: before.aggressorId }, part });
    const after = await personsOf(psychologist, caseId);
    expect(after.participants).toMatchObject([{ role: 'guardian', isLeftOut: true }]);
    expect(after.warnings.map((one) => one.message)).toEqual([
      expect.stringMatching(/menor de edad/),
      expect.stringMatching(/queda fuera de avisos y documentos/),
    ]);
    await psychologist.addParticipant({
      caseId,
      who: aChild('Abuela Inventada', 1960),
      part: { ...part, bond: 'grandparent' },
    });
    expect((await personsOf(psychologist, caseId)).warnings).toHaveLength(1);
  });

  it('warns of a parent less than ten years older', async () => {
    const { psychologist, caseId } = await start();
    await psychologist.addParticipant({ caseId, who: aChild('Luz Imaginaria', 2001), part: child });
    const { warnings, participants } = await personsOf(psychologist, caseId);
    expect(warnings).toEqual([
      { participantId: participants[0]?.participantId, message: expect.stringMatching(/menos de diez años/) as string },
    ]);
  });

  it('changes and takes out a part, with its history; a stale change is refused', async () => {
    const { psychologist, caseId } = await start();
    await psychologist.addParticipant({ caseId, who: aChild('Luz Imaginaria', 2018), part: child });
    const [one] = (await personsOf(psychologist, caseId)).participants;
    if (one === undefined) throw new Error('nobody');
    const target = { caseId, participantId: one.participantId, version: one.version };
    await psychologist.changeParticipant({ ...target, part: { ...child, role: 'witness' } });
    expect(await refusal(() => psychologist.removeParticipant(target))).toBe('conflict/');
    const { draftId } = await psychologist.openDraft({ form: personDraft(one.personId), caseId });
    await psychologist.saveDraft({ draftId, body: '{"version":1,"values":{}}' });
    expect((await psychologist.listMyDrafts({})).drafts).toHaveLength(1);
    await psychologist.removeParticipant({ ...target, version: one.version + 1 });
    expect((await personsOf(psychologist, caseId)).participants).toEqual([]);
    expect((await psychologist.listMyDrafts({})).drafts).toEqual([]);
    const { sets } = await psychologist.listFormChanges({ caseId, section: 'a' });
    const fields = sets.filter((set) => set.part === 'participant').flatMap((set) => set.fields.map((f) => f.field));
    expect(fields).toEqual(['isRemoved', 'role']);
  });

  it('closes the case to who declared one of its children', async () => {
    const { centre, psychologist, caseId } = await start();
    const { personId } = await psychologist.addParticipant({
      caseId,
      who: aChild('Luz Imaginaria', 2018),
      part: child,
    });
    await change(
      psychologist,
      { caseId, personId },
      {
        documents: [
          { kind: null, state: 'none', number: null },
          { kind: 'dni', state: 'known', number: '00445566' },
        ],
      },
    );
    const lawyer = await centre.as('legal');
    expect(await refusal(() => lawyer.getCase({ caseId }))).toBe('none');
    await lawyer.declareConflict({
      person: {
        ...{ kinship: 'partner', documentKind: 'dni', documentNumber: '00445566' },
        ...{ givenNames: null, firstSurname: null, secondSurname: null },
      },
    });
    expect(await refusal(() => lawyer.getCase({ caseId }))).toBe('not-found/');
  });
});

async function formOf(member: Member, caseId: string) {
  const { form } = await member.getSectionA({ caseId });
  return { admission: { ...form.admission, fichaNumber: null }, user: form.user, aggressor: form.aggressor };
}

/** Whether a referral of this case may carry her telephone. */
async function isContactOffered(member: Member, caseId: string): Promise<boolean> {
  const { options } = await member.startReferral({ caseId, kind: 'health' });
  const asked = { ...options, includeSafeContact: true };
  const { missing } = await member.previewReferral({ caseId, kind: 'health', options: asked });
  return !missing.some((one) => one.fact === 'safe-contact');
}

describe('record of a person', () => {
  it('keeps aliases, documents, telephones and an age as told, with history and reason', async () => {
    const { psychologist, caseId } = await start();
    const { aggressorId: personId } = await personsOf(psychologist, caseId);
    const place = { caseId, personId };
    const { record, version, needsReason } = await psychologist.getCasePerson(place);
    expect(needsReason).toBe(true);
    const next: PersonRecord = {
      ...record,
      aliases: ['El Chato', 'Chatín', 'Tío Pedro'],
      documents: [
        { kind: 'dni', state: 'notCarriedForgotten', number: null },
        { kind: 'passport', state: 'known', number: 'XY123456' },
      ],
      contacts: [
        contact({}),
        contact({ phone: '986000222', mayLeaveMessage: 'no', checkedOn: '2026-06-01' as CivilDate }),
      ],
      toldAge: { years: 41, on: '2026-06-10' as CivilDate },
    };
    await psychologist.saveCasePerson({ ...place, version, record: next, reason: { code: 'document', text: null } });
    expect((await psychologist.getCasePerson(place)).record).toEqual(next);
    const again = { ...next, aliases: ['El Chato'], documents: next.documents.slice(0, 1) };
    const now = (await psychologist.getCasePerson(place)).version;
    const save = (reason: { code: 'typing'; text: null } | null) =>
      psychologist.saveCasePerson({ ...place, version: now, record: again, reason });
    expect(await refusal(() => save(null))).toBe('rule-broken/change-needs-reason');
    await save({ code: 'typing', text: null });
    expect(await refusal(() => save({ code: 'typing', text: null }))).toBe('conflict/');
    const { sets } = await psychologist.listPersonChanges(place);
    expect(sets[0]?.fields.map((one) => one.field)).toEqual([
      ...['aliases.2', 'aliases.3', 'documents.2.kind', 'documents.2.state', 'documents.2.number'],
    ]);
    expect(sets[0]?.reason).toEqual({ code: 'typing', text: null });
  });

  it('finds her by a further alias and a further document', async () => {
    const { psychologist, caseId } = await start();
    const { aggressorId: personId } = await personsOf(psychologist, caseId);
    await change(
      psychologist,
      { caseId, personId },
      {
        aliases: ['El Chato', 'Zambrano Ficticio'],
        documents: [
          { kind: 'dni', state: 'notAsked', number: null },
          { kind: 'passport', state: 'known', number: 'XY123456' },
        ],
      },
    );
    for (const query of ['Zambrano Ficticio', 'XY123456']) {
      const { candidates } = await psychologist.findPersons({ query, arrivalId: null, role: 'any' });
      expect(
        candidates.map((one) => one.personId),
        query,
      ).toEqual([personId]);
    }
  });

  it('keeps what stands beside the form when Section A is saved, and forgets it for another number', async () => {
    const { psychologist, caseId } = await start();
    const { userId: personId } = await personsOf(psychologist, caseId);
    const place = { caseId, personId };
    await change(psychologist, place, {
      contacts: [
        contact({ mayLeaveMessage: 'yes', checkedOn: '2026-06-01' as CivilDate }),
        contact({ phone: '986000222' }),
      ],
    });
    const saveA = async (phone: string) => {
      const { form, version } = await psychologist.getSectionA({ caseId });
      const user = { ...form.user, contact: { ...form.user.contact, phone } };
      await psychologist.saveSectionA({
        caseId,
        version,
        form: { ...form, user },
        reason: { code: 'typing', text: null },
      });
      return (await psychologist.getCasePerson(place)).record.contacts;
    };
    expect(await saveA('987000111')).toMatchObject([{ mayLeaveMessage: 'yes' }, { phone: '986000222' }]);
    expect(await saveA('985000333')).toMatchObject([
      { phone: '985000333', mayLeaveMessage: null, checkedOn: null },
      { phone: '986000222' },
    ]);
  });

  it('is written by Section A only where something of her is another now', async () => {
    const { centre, psychologist, caseId } = await start();
    const { userId, aggressorId } = await personsOf(psychologist, caseId);
    const versions = () =>
      insideFile(centre.folder, (db) =>
        [userId, aggressorId].map((id) => db.prepare('select version from person where id = ?').pluck().get(id)),
      );
    const saveA = async (changed: Partial<SectionAForm['user']>) => {
      const { form, version } = await psychologist.getSectionA({ caseId });
      const reason = { code: 'typing', text: null } as const;
      await psychologist.saveSectionA({
        caseId,
        version,
        form: { ...form, user: { ...form.user, ...changed } },
        reason,
      });
    };
    const [hers, his] = (await versions()) as [number, number];
    await saveA({});
    expect(await versions()).toEqual([hers, his]);
    await saveA({ preferredName: 'Rosita' });
    expect(await versions()).toEqual([hers + 1, his]);
    expect((await psychologist.getSectionA({ caseId })).form.user.preferredName).toBe('Rosita');
  });

  it('who informed is changed by Section A, and stays as she was when nothing of her is another', async () => {
    const { centre, psychologist, caseId } = await start();
    const neighbour = { ...blankInformant(), givenNames: 'Pilar Inventada', firstSurname: 'Vecina' };
    const saveA = async (informant: SectionAForm['informant']) => {
      const { form, version } = await psychologist.getSectionA({ caseId });
      const answers = { ...form.answers, informantIsUser: 0 as const, informantBond: 'Vecina inventada' };
      const reason = { code: 'typing', text: null } as const;
      await psychologist.saveSectionA({ caseId, version, form: { ...form, answers, informant }, reason });
      const saved = await psychologist.getSectionA({ caseId });
      const versionOf = "select version from person where first_surname = 'Vecina'";
      const personVersion = await insideFile(centre.folder, (db) => db.prepare(versionOf).pluck().get());
      return { name: saved.form.informant?.givenNames, personVersion };
    };
    expect(await saveA(neighbour)).toEqual({ name: 'Pilar Inventada', personVersion: 1 });
    expect(await saveA(neighbour)).toEqual({ name: 'Pilar Inventada', personVersion: 1 });
    const renamed = { ...neighbour, givenNames: 'Pilar Imaginaria' };
    expect(await saveA(renamed)).toEqual({ name: 'Pilar Imaginaria', personVersion: 2 });
  });

  it('marks a number that the aggressor has too, however it was typed, and gives it to no referral', async () => {
    const { psychologist, caseId } = await start();
    const { userId, aggressorId } = await personsOf(psychologist, caseId);
    await change(
      psychologist,
      { caseId, personId: aggressorId },
      { contacts: [contact({ phone: '+51 987 000 111' })] },
    );
    const saved = await change(psychologist, { caseId, personId: userId }, { contacts: [contact({})] });
    expect(saved.warnings.map((one) => one.message)).toEqual([expect.stringMatching(/no se llama y queda oculto/)]);
    const { record, sharedWithAggressor } = await psychologist.getCasePerson({ caseId, personId: userId });
    expect(record.contacts).toMatchObject([{ isShared: true }]);
    expect(sharedWithAggressor).toEqual([0]);
    expect(await isContactOffered(psychologist, caseId)).toBe(false);
  });

  it('gives no telephone of a person who died to a referral', async () => {
    const { psychologist, caseId } = await start();
    const { userId: personId } = await personsOf(psychologist, caseId);
    await change(psychologist, { caseId, personId }, { contacts: [contact({})] });
    expect(await isContactOffered(psychologist, caseId)).toBe(true);
    await change(psychologist, { caseId, personId }, { isDeceased: true });
    expect(await isContactOffered(psychologist, caseId)).toBe(false);
  });

  it('answers for nobody who has no part in the case, and refuses a day to come', async () => {
    const { psychologist, caseId } = await start();
    const place = { caseId, personId: crypto.randomUUID() };
    expect(await refusal(() => psychologist.getCasePerson(place))).toBe('not-found/');
    const { userId } = await personsOf(psychologist, caseId);
    const contacts = [contact({ checkedOn: '2026-12-31' as CivilDate })];
    expect(await refusal(() => change(psychologist, { caseId, personId: userId }, { contacts }))).toBe(
      'rule-broken/date-order',
    );
  });
});

describe('timeline of a person', () => {
  it('shows the cases that the reader may open, and says nothing of others', async () => {
    const centre = await startCentre();
    const first = await centre.aCase();
    const psychologist = await centre.as('psico');
    const { aggressorId } = await personsOf(psychologist, first.caseId);
    const desk = await centre.as('admision');
    const second = await desk.openCase({
      ...{ arrivalId: null, userLink: { kind: 'new' }, aggressorLink: { kind: 'known', personId: aggressorId } },
      ...(await formOf(psychologist, first.caseId)),
    });
    const place = { caseId: first.caseId, personId: aggressorId };
    expect((await psychologist.getPersonTimeline(place)).cases.map((one) => one.number)).toEqual([first.number]);
    const { cases } = await (await centre.as('coordina')).getPersonTimeline(place);
    expect(cases.map((one) => [one.number, one.roles]).toSorted()).toEqual(
      [
        [first.number, ['aggressor']],
        [second.number, ['aggressor']],
      ].toSorted(),
    );
    expect(cases.find((one) => one.number === first.number)?.events.map((one) => one.id)).toContain('validated');
  });
});
