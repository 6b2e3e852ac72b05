import { afterEach, describe, expect, it } from 'vitest';
import type { DeclaredPerson } from '../../../src/shared/conflicts/index.ts';
import { blankInformant } from '../../../src/shared/people/index.ts';
import { admission, anAggressor, aUser, sectionAForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const byDocument: DeclaredPerson = {
  kinship: 'siblingOrGrandparent',
  documentKind: 'dni',
  documentNumber: '00 112 233',
  givenNames: null,
  firstSurname: null,
  secondSurname: null,
};
const byNames: DeclaredPerson = {
  kinship: 'partner',
  documentKind: null,
  documentNumber: null,
  givenNames: 'PEDRO imaginario',
  firstSurname: 'Cóndori',
  secondSurname: null,
};

async function declare(centre: TestCentre, login: Login, person: DeclaredPerson) {
  return (await centre.as(login)).declareConflict({ person });
}

describe('conflicts of interest', () => {
  it('closes a case to who declared one of its persons, as if there were none', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.getCase({ caseId }))).toBe('none');
    await declare(centre, 'psico', byDocument);
    const absent = '00000000-0000-4000-8000-000000000000';
    const closed = await psychologist.getCase({ caseId }).catch((error: unknown) => error);
    const none = await psychologist.getCase({ caseId: absent }).catch((error: unknown) => error);
    expect(closed).toEqual(none);
    expect(await refusal(() => psychologist.getSectionB({ caseId }))).toBe('not-found/');
    expect((await psychologist.listMyCases({})).cases).toEqual([]);
    expect(await refusal(async () => (await centre.as('legal')).getCase({ caseId }))).not.toBe('forbidden/');
  });

  it('holds for a case opened before and for one opened after, also against Coordinación', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await declare(centre, 'coordina', byNames);
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.getCase({ caseId }))).toBe('not-found/');
    const desk = await centre.as('admision');
    const opened = await desk.openCase({
      ...{ arrivalId: null, admission, user: aUser({ document: { kind: null, state: 'notAsked', number: null } }) },
      ...{ userLink: { kind: 'new' }, aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
    });
    expect(await refusal(() => coordinator.getCase({ caseId: opened.caseId }))).toBe('not-found/');
    expect((await coordinator.listConflicts({})).conflicts).toEqual([]);
    expect(
      await refusal(async () => {
        const { staff } = await centre.sessionOf('coordina');
        await coordinator.dismissConflict({ caseId, staffId: staff.id, by: 'names', reason: 'namesake' });
      }),
    ).toBe('not-found/');
  });

  it('tells the person typing only that somebody must look', async () => {
    const centre = await startCentre();
    await declare(centre, 'legal', byDocument);
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getSectionA({ caseId });
    const saved = await psychologist.saveSectionA({ caseId, version, form: sectionAForm() });
    const warning = saved.warnings.find((one) => one.path === 'form.user.document.number');
    expect(warning?.message).toBe('Requiere revisión de Coordinación. Puede continuar.');
    expect(JSON.stringify(saved)).not.toContain('Luz Inventada');
  });

  it('hides the person from a search of the closed-out and of nobody else', async () => {
    const centre = await startCentre();
    await centre.aCase();
    await declare(centre, 'admision', byDocument);
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    const { candidates } = await desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'user' });
    expect(candidates).toMatchObject([{ name: 'Requiere revisión', needsReview: true, reasons: [], birthYear: null }]);
    const psychologist = await centre.as('psico');
    const found = await psychologist.findPersons({ query: 'Rosa Quispe', arrivalId: null, role: 'user' });
    expect(found.candidates).toMatchObject([{ needsReview: false }]);
  });

  it('lets Coordinación dismiss a namesake, and only Coordinación', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    await declare(centre, 'psico', byNames);
    const coordinator = await centre.as('coordina');
    const { conflicts } = await coordinator.listConflicts({});
    expect(conflicts).toMatchObject([{ number, staffName: 'Paula Inventada Psicóloga', by: 'names', dismissed: null }]);
    const { staffId } = conflicts[0] ?? { staffId: '' };
    const dismissal = { caseId, staffId, by: 'names' as const, reason: 'namesake' as const };
    expect(await refusal(async () => (await centre.as('visita')).dismissConflict(dismissal))).toBe('forbidden/');
    await coordinator.dismissConflict(dismissal);
    await coordinator.dismissConflict(dismissal);
    expect(await refusal(async () => (await centre.as('psico')).getCase({ caseId }))).toBe('none');
    expect((await coordinator.listConflicts({})).conflicts).toMatchObject([{ dismissed: 'namesake' }]);
    expect((await (await centre.as('visita')).listConflicts({})).conflicts).toHaveLength(1);
  });

  it('is never decided by whom it is about, coordinator or not: for a case that is open to her too', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const coordinator = await centre.as('coordina');
    const { staff } = await centre.sessionOf('coordina');
    const dismissal = { caseId, by: 'names' as const, reason: 'namesake' as const };
    const own = () => coordinator.dismissConflict({ ...dismissal, staffId: staff.id });
    expect(await refusal(own)).toBe('rule-broken/own-conflict');
    await declare(centre, 'psico', byNames);
    const { staff: other } = await centre.sessionOf('psico');
    expect(await refusal(() => coordinator.dismissConflict({ ...dismissal, staffId: other.id }))).toBe('none');
  });

  it('does not take a namesake with another document for the declared person', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      aggressor: { document: { kind: 'dni', state: 'known', number: '44556678' } },
    });
    await declare(centre, 'psico', { ...byNames, documentKind: 'dni', documentNumber: '44556677' });
    expect(await refusal(async () => (await centre.as('psico')).getCase({ caseId }))).toBe('none');
  });

  it('judges with a dismissal one declaration and one person: what comes later closes the case again', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await declare(centre, 'psico', byNames);
    const coordinator = await centre.as('coordina');
    const { staff } = await centre.sessionOf('psico');
    const dismiss = (by: 'document' | 'names') =>
      coordinator.dismissConflict({ caseId, staffId: staff.id, by, reason: 'namesake' });
    const opens = async () => refusal(async () => (await centre.as('psico')).getCase({ caseId }));
    await dismiss('names');
    expect(await opens()).toBe('none');
    // Another declaration, about the user of the same case.
    await declare(centre, 'psico', byDocument);
    expect(await opens()).toBe('not-found/');
    const { conflicts } = await coordinator.listConflicts({});
    expect(conflicts).toMatchObject([{ by: 'document', dismissed: null }]);
    // The list showed a name when the document was found: another decision.
    expect(await refusal(() => dismiss('names'))).toBe('conflict/');
    await dismiss('document');
    expect(await opens()).toBe('none');
    // Another person of the case turns out to be the declared one.
    const social = await centre.as('social');
    const { version, form } = await social.getSectionA({ caseId });
    await social.saveSectionA({
      ...{ caseId, version, reason: { code: 'typing', text: null } },
      form: {
        ...form,
        informant: { ...blankInformant(), givenNames: 'Pedro Imaginario', firstSurname: 'Condori' },
        answers: { ...form.answers, informantIsUser: 0, informantBond: 'Vecina inventada' },
      },
    });
    expect(await opens()).toBe('not-found/');
    await dismiss('names');
    expect(await opens()).toBe('none');
    expect((await coordinator.verifyRecord({})).problems).toEqual([]);
  });

  it('compares documents of one kind alone: a DNI says nothing of a passport', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      aggressor: { document: { kind: 'passport', state: 'known', number: 'X1234567' } },
    });
    await declare(centre, 'psico', { ...byNames, documentKind: 'dni', documentNumber: '44556677' });
    expect(await refusal(async () => (await centre.as('psico')).getCase({ caseId }))).toBe('not-found/');
  });

  it.each([
    ['declared without it', 'Figurado', null],
    ['recorded without it', null, 'Figurado'],
  ])('takes a second surname %s for the same person, two different ones for two', async (_, recorded, declared) => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ aggressor: { secondSurname: recorded } });
    const opens = async (login: Login) => refusal(async () => (await centre.as(login)).getCase({ caseId }));
    await declare(centre, 'psico', { ...byNames, secondSurname: declared });
    expect(await opens('psico')).toBe('not-found/');
    await declare(centre, 'legal', { ...byNames, secondSurname: 'Distinto' });
    expect(await opens('legal')).toBe(recorded === null ? 'not-found/' : 'none');
  });

  it('names to nobody a case that is closed to the reader too', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await declare(centre, 'psico', byNames);
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listConflicts({})).conflicts).toHaveLength(1);
    await declare(centre, 'coordina', byDocument);
    expect((await coordinator.listConflicts({})).conflicts).toEqual([]);
    const { staff } = await centre.sessionOf('psico');
    const dismissal = { caseId, staffId: staff.id, by: 'names' as const, reason: 'namesake' as const };
    expect(await refusal(() => coordinator.dismissConflict(dismissal))).toBe('not-found/');
    // Who has no declaration of the own still reviews it.
    expect((await (await centre.as('visita')).listConflicts({})).conflicts).toHaveLength(2);
  });

  it('keeps the number of a paper of a closed case out of the audit that its reader sees', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const addressee = { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' };
    const measures = [{ code: 'removal-from-home' as const, reason: 'Él volvió a la vivienda.', detail: null }];
    const asked = { caseId, kind: 3 as const, options: { ...options, addressee, measures } };
    const { document } = await lawyer.issueFiling({ ...asked, missingReason: 'urgency' });
    await lawyer.viewDocument({ caseId, documentId: document.id });
    const numberOf = async () => {
      const { lines } = await (await centre.as('coordina')).listAudit({ before: null });
      return lines.find(({ objectKind }) => objectKind === 'issued_document')?.objectNumber;
    };
    expect(await numberOf()).toContain('E-2026-000001');
    await declare(centre, 'coordina', byDocument);
    expect(await numberOf()).toBeNull();
  });

  it('keeps no declared number or name readable, and needs something to compare', async () => {
    const centre = await startCentre();
    await declare(centre, 'psico', byDocument);
    await declare(centre, 'psico', byNames);
    const kept = await insideFile(centre.folder, (db) =>
      JSON.stringify(db.prepare('select * from conflict_declaration').all()),
    );
    for (const secret of ['00112233', 'PEDRO', 'pedro', 'ndori']) expect(kept).not.toContain(secret);
    const own = await (await centre.as('psico')).listOwnDeclarations({});
    expect(own.declarations).toMatchObject([
      { hasDocument: true, hasNames: false },
      { hasDocument: false, hasNames: true },
    ]);
    const useless = { ...byDocument, documentNumber: '123' };
    expect(await refusal(() => declare(centre, 'psico', useless))).toBe('rule-broken/nothing-to-compare');
    const nothing = { ...byNames, firstSurname: null };
    expect(await refusal(() => declare(centre, 'psico', nothing))).toBe('invalid/');
    expect((await (await centre.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });
});
