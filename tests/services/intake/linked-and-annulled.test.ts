/** A ficha of somebody else of the same event; a ficha annulled; a correction asked for. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser, sectionAForm } from '../../support/case-builder.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

const child = aUser({
  givenNames: 'Nina Inventada',
  firstSurname: 'Condori',
  document: { kind: 'dni', state: 'notAsked', number: null },
  birth: { year: 2017, month: 2, day: 1 },
});

async function link(centre: TestCentre, caseId: string, login: 'psico' | 'admision' = 'psico') {
  const client = await centre.as(login);
  return client.openLinkedCase({ caseId, admission, user: child, userLink: { kind: 'new' } });
}

describe('a linked ficha', () => {
  it('takes event, aggressor, place and informant, and nothing that is hers alone', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase({ a: { answers: { aggressorAge: 41, educationLevel: 3 } } });
    const psychologist = await centre.as('psico');
    const linked = await link(centre, caseId);
    const a = await psychologist.getSectionA({ caseId: linked.caseId });
    expect(a.form.user.givenNames).toBe('Nina Inventada');
    expect(a.form.aggressor.firstSurname).toBe('Condori');
    expect(a.form.informant?.givenNames).toBe('Rosa Inventada');
    expect(a.form.answers).toMatchObject({ aggressorAge: 41, incidentDistrict: '150132', informantIsUser: 0 });
    expect(a.form.answers).toMatchObject({ userAge: null, bondGroup: null, educationLevel: null });
    const b = await psychologist.getSectionB({ caseId: linked.caseId });
    expect(b.form.account).toContain('discutieron por la noche');
    expect(b.form.incident.occurredOn).toEqual({ year: 2026, month: 6, day: 8 });
    expect(b.form.answers.valuationLevel).toBeNull();
    expect((await psychologist.getAccount({ caseId: linked.caseId })).quotedFrom).toEqual({ number });
    expect((await psychologist.getCase({ caseId: linked.caseId })).confirmedCondition).toBeNull();
  });

  it('keeps her own facts when the child’s Section A is saved with her as informant', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user: { preferredName: 'Rosita' } });
    const psychologist = await centre.as('psico');
    const linked = await link(centre, caseId);
    const { version, form } = await psychologist.getSectionA({ caseId: linked.caseId });
    const own = sectionAForm({ ...form, answers: { ...form.answers, userAge: 9 } });
    await psychologist.saveSectionA({ caseId: linked.caseId, version, form: own });
    const mother = (await psychologist.getSectionA({ caseId })).form.user;
    expect(mother).toMatchObject({ preferredName: 'Rosita', birth: { year: 1992, month: 4, day: 9 } });
  });

  it('is shown on both sides to who may open both, and its number to nobody else', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const linked = await link(centre, caseId);
    const psychologist = await centre.as('psico');
    expect((await psychologist.listLinkedCases({ caseId })).cases).toMatchObject([
      { number: linked.number, isFirst: false },
    ]);
    expect((await psychologist.listLinkedCases({ caseId: linked.caseId })).cases).toMatchObject([
      { number, isFirst: true },
    ]);
    // The lawyer has the mother's ficha alone.
    const lawyer = await centre.as('legal');
    expect((await lawyer.listLinkedCases({ caseId })).cases).toEqual([]);
    expect(await refusal(() => lawyer.listLinkedCases({ caseId: linked.caseId }))).toBe('not-found/');
  });

  it('refuses the same victim and the desk after its 24 hours', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const found = await psychologist.findPersons({ query: '00112233', arrivalId: null, role: 'any' });
    const personId = found.candidates[0]?.personId ?? '';
    expect(
      await refusal(() =>
        psychologist.openLinkedCase({ caseId, admission, user: aUser(), userLink: { kind: 'known', personId } }),
      ),
    ).toBe('rule-broken/same-victim');
    centre.clock.set('2026-06-11T15:00:00.000Z');
    const again = await centre.restart();
    expect(await refusal(() => link(again, caseId, 'admision'))).toBe('not-found/');
  });

  it('quotes the account for good: only the first ficha changes event and account', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const linked = await link(centre, caseId);
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionB({ caseId: linked.caseId });
    expect(
      await refusal(() =>
        psychologist.saveSectionB({ caseId: linked.caseId, version, form: { ...form, account: 'Otro relato.' } }),
      ),
    ).toBe('rule-broken/account-quoted-from');
  });
});

describe('an annulled ficha', () => {
  it('is gone from lists, search, counts and reading, and leaves its trace', async () => {
    const centre = await startCentre();
    const kept = await centre.aCase();
    const wrong = await centre.aCase({
      isValidated: false,
      user: { givenNames: 'Zoraida Inventada', document: { kind: 'dni', state: 'known', number: '00998877' } },
      a: { admission: { ...admission, fichaNumber: { numeric: 77, alphabetic: null, year: 2026 } } },
    });
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId: wrong.caseId });
    await (
      await centre.as('admision')
    ).askCorrection({ number: wrong.number, part: 'user', words: 'Texto inventado.' });
    const { draftId } = await psychologist.openDraft({ form: 'section-b', caseId: wrong.caseId });
    await psychologist.saveDraft({ draftId, body: '{"typed":"inventado"}' });
    await psychologist.annulCase({ caseId: wrong.caseId, version, reason: 'openedByMistake', words: null });
    for (const login of ['psico', 'coordina', 'admision'] as const) {
      const client = await centre.as(login);
      expect((await client.listMyCases({})).cases.map((one) => one.number)).toEqual([kept.number]);
      expect(await refusal(() => client.getCase({ caseId: wrong.caseId }))).toBe('not-found/');
    }
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    const found = (query: string) => desk.findPersons({ query, arrivalId, role: 'any' });
    expect((await found('00998877')).candidates).toEqual([]);
    expect((await found('00112233')).candidates).toHaveLength(1);
    const coordinator = await centre.as('coordina');
    expect(JSON.stringify(await coordinator.getMonth({ month: '2026-06' }))).not.toContain(wrong.number);
    expect(JSON.stringify(await coordinator.listToRegister({}))).not.toContain(wrong.number);
    // Its alerts, its drafts and what was asked of it go with it.
    for (const login of ['psico', 'coordina'] as const) {
      const client = await centre.as(login);
      const lists = [await openAlertsOf(client), await client.listCorrections({}), await client.listMyCases({})];
      expect(JSON.stringify(lists)).not.toContain(wrong.number);
    }
    const said = { number: wrong.number, part: 'user', words: 'Texto inventado.' } as const;
    expect(await refusal(() => desk.askCorrection(said))).toBe('rule-broken/ficha-not-own');
    expect((await coordinator.listAnnulledCases({})).cases).toEqual([
      {
        number: wrong.number,
        reason: 'openedByMistake',
        words: null,
        annulledBy: 'Paula Inventada Psicóloga',
        annulledAt: '2026-06-10T14:00:00.000Z',
      },
    ]);
    // Its official number is free for the right ficha, its own number is never given twice.
    const right = await centre.aCase({
      isValidated: false,
      user: { document: { kind: 'dni', state: 'known', number: '00556677' } },
      a: { admission: { ...admission, fichaNumber: { numeric: 77, alphabetic: null, year: 2026 } } },
    });
    expect(right.number > wrong.number).toBe(true);
  });

  it('of a validated case needs a second person, and leaves the counts of its month', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const coordinator = await centre.as('coordina');
    const { version } = await psychologist.getCase({ caseId });
    const why = { caseId, version, reason: 'duplicate' as const, words: null };
    expect(await refusal(() => psychologist.annulCase(why))).toBe('rule-broken/annul-needs-second');
    const { proposalId } = await psychologist.proposeCaseAnnulment(why);
    expect(await refusal(() => psychologist.proposeCaseAnnulment(why))).toBe('duplicate/annulment-proposed');
    expect(await refusal(() => psychologist.approveCaseAnnulment({ proposalId }, { password: passphrase }))).toBe(
      'rule-broken/own-proposal',
    );
    expect((await coordinator.getMonth({ month: '2026-06' })).validated).toBe(1);
    expect((await coordinator.listProposals({})).proposals).toMatchObject([
      { summary: `Anular la ficha ${number}: Ya hay otra ficha por el mismo hecho` },
    ]);
    expect(await coordinator.approveCaseAnnulment({ proposalId }, { password: passphrase })).toEqual({ number });
    expect((await coordinator.getMonth({ month: '2026-06' })).validated).toBe(0);
    expect(await refusal(() => psychologist.getCase({ caseId }))).toBe('not-found/');
  });

  it('of one that was handed over is for who attends it: Admission, who cannot read what was written, may not', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { caseId } = await centre.aCase({ isValidated: false });
    const why = {
      caseId,
      version: (await desk.getCase({ caseId })).version,
      reason: 'openedByMistake' as const,
      words: null,
    };
    expect(await refusal(() => desk.annulCase(why))).toBe('rule-broken/annul-handed-over');
    expect(await refusal(async () => (await centre.as('psico')).annulCase(why))).toBe('none');
    const persons = { user: aUser({ firstSurname: 'Nueva' }), aggressor: anAggressor({ firstSurname: 'Nuevo' }) };
    const links = { userLink: { kind: 'new' as const }, aggressorLink: { kind: 'new' as const } };
    const own = await desk.openCase({ arrivalId: null, admission, ...persons, ...links });
    const { version } = await desk.getCase({ caseId: own.caseId });
    expect(await refusal(() => desk.annulCase({ ...why, caseId: own.caseId, version }))).toBe('none');
  });

  it('that was never validated is annulled by one: no second person is asked for it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId });
    const why = { caseId, version, reason: 'duplicate' as const, words: null };
    expect(await refusal(() => psychologist.proposeCaseAnnulment(why))).toBe('rule-broken/annul-needs-one');
    expect((await (await centre.as('coordina')).listProposals({})).proposals).toEqual([]);
    expect(await refusal(() => psychologist.annulCase(why))).toBe('none');
  });

  it('passes event and account on to the linked ficha, but not what was told in it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    await psychologist.addAccountSupplement({ caseId, body: 'Ampliación de la ficha anulada.' });
    const linked = await link(centre, caseId);
    const { version } = await psychologist.getCase({ caseId });
    await psychologist.annulCase({ caseId, version, reason: 'other', words: 'Prueba inventada' });
    const read = await psychologist.getAccount({ caseId: linked.caseId });
    expect(read.quotedFrom).toBeNull();
    expect(read.account?.body).toContain('discutieron por la noche');
    expect(read.supplements).toEqual([]);
  });

  it('is for who may write it, never for the desk after its 24 hours', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const version = (await (await centre.as('psico')).getCase({ caseId })).version;
    centre.clock.set('2026-06-11T15:00:00.000Z');
    const again = await centre.restart();
    const desk = await again.as('admision');
    const why = { caseId, version, reason: 'openedByMistake' as const, words: null };
    expect(await refusal(() => desk.annulCase(why))).toBe('not-found/');
    expect(await refusal(async () => (await again.as('soporte')).annulCase(why))).toBe('forbidden/');
    expect(await refusal(() => desk.listAnnulledCases({}))).toBe('forbidden/');
  });

  it('keeps its seals and the audit sound', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId });
    await psychologist.annulCase({ caseId, version, reason: 'notForUs', words: null });
    const coordinator = await centre.as('coordina');
    expect(await coordinator.verifyRecord({})).toMatchObject({ isSound: true });
    await centre.close();
    const rows = await insideFile(centre.folder, (db) =>
      db.prepare('select annulled_by, annul_reason from case_file where id = ?').all(caseId),
    );
    expect(rows).toMatchObject([{ annul_reason: 'notForUs' }]);
  });
});

describe('a correction asked for', () => {
  async function laterCentre() {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    centre.clock.set('2026-06-20T15:00:00.000Z');
    return { centre: await centre.restart(), caseId, number };
  }
  const words = 'Dice Quispe, debe decir Quispé.';

  it('is possible at any time for who opened the ficha, and tells its team', async () => {
    const { centre, caseId, number } = await laterCentre();
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.getSectionA({ caseId }))).toBe('not-found/');
    await desk.askCorrection({ number, part: 'user', words });
    expect((await desk.listCorrections({})).corrections).toMatchObject([{ state: 'pending', canDecide: false, words }]);
    const psychologist = await centre.as('psico');
    expect((await openAlertsOf(psychologist)).alerts.map((one) => one.kind)).toContain('correctionAsked');
    const [asked] = (await psychologist.listCorrections({})).corrections;
    expect(asked).toMatchObject({ canDecide: true, askedBy: 'Ana Inventada Admisión' });
    const target = { caseId, correctionId: asked?.id ?? '', version: 1 };
    await psychologist.decideCorrection({ ...target, decision: { state: 'accepted' } });
    expect((await desk.listCorrections({})).corrections).toMatchObject([
      { state: 'accepted', decidedBy: 'Paula Inventada Psicóloga' },
    ]);
    expect(await refusal(() => psychologist.decideCorrection({ ...target, decision: { state: 'accepted' } }))).toBe(
      'rule-broken/correction-decided',
    );
  });

  it('is declined with a reason from the list, and decided by nobody at the desk', async () => {
    const { centre, caseId, number } = await laterCentre();
    const desk = await centre.as('admision');
    await desk.askCorrection({ number, part: 'user', words });
    const psychologist = await centre.as('psico');
    const [asked] = (await psychologist.listCorrections({})).corrections;
    const target = { caseId, correctionId: asked?.id ?? '', version: 1 };
    const declined = { state: 'declined', reason: 'other', words: null } as const;
    expect(await refusal(() => psychologist.decideCorrection({ ...target, decision: declined }))).toBe('invalid/');
    const reasoned = { ...declined, reason: 'asTheDocument' } as const;
    expect(await refusal(() => desk.decideCorrection({ ...target, decision: reasoned }))).toBe('forbidden/');
    await psychologist.decideCorrection({ ...target, decision: reasoned });
    expect((await desk.listCorrections({})).corrections).toMatchObject([
      { state: 'declined', declineReason: 'asTheDocument' },
    ]);
  });

  it('reads the same for a ficha of somebody else and for one that does not exist', async () => {
    const { centre, number } = await laterCentre();
    const coordinator = await centre.as('legal');
    const opened = await coordinator.openCase({
      arrivalId: null,
      admission,
      user: child,
      userLink: { kind: 'new' },
      aggressor: sectionAForm().aggressor,
      aggressorLink: { kind: 'new' },
    });
    const desk = await centre.as('admision');
    const ask = (one: string) => refusal(() => desk.askCorrection({ number: one, part: 'a', words }));
    expect(await ask(opened.number)).toBe('rule-broken/ficha-not-own');
    expect(await ask('2026-9999')).toBe('rule-broken/ficha-not-own');
    expect(await ask(number)).toBe('none');
    expect((await (await centre.as('social')).listCorrections({})).corrections).toHaveLength(1);
  });
});
