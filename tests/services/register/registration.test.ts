import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser, sectionBForm } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { street, user, number, sheetOf, seenBy, issuesOf, answerD, changeLevel } from './a-sheet.ts';

afterEach(closeCentres);

describe('passRegisterLines', () => {
  it('keeps what was passed, by whom, and takes it back', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const { line, progress } = await sheetOf(psychologist, caseId);
    const sex = line('SEXO_VICTIMA');
    const pass = (isPassed: boolean) =>
      psychologist.passRegisterLines({ caseId, lines: [{ id: sex.id, mark: sex.mark, isPassed }] });
    expect(await pass(true)).toEqual({
      lines: [{ id: 'SEXO_VICTIMA', state: 'done', passedBy: 'Paula Inventada Psicóloga' }],
      progress: { ...progress, done: 1 },
    });
    const again = await centre.restart();
    const read = await sheetOf(await again.as('legal'), caseId);
    expect(read.line('SEXO_VICTIMA')).toMatchObject({ state: 'done', passedBy: 'Paula Inventada Psicóloga' });
    const { lines } = await (
      await again.as('psico')
    ).passRegisterLines({
      caseId,
      lines: [{ id: sex.id, mark: sex.mark, isPassed: false }],
    });
    expect(lines).toEqual([{ id: 'SEXO_VICTIMA', state: 'todo', passedBy: null }]);
  });

  it('names who filled a section first, also after another corrected it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const legal = await centre.as('legal');
    await changeLevel(legal, caseId, 3);
    const { line } = await sheetOf(legal, caseId);
    expect([line('NOMBRE_REGISTRA_SECCION_A').value, line('NOMBRE_REGISTRA_SECCION_B').value]).toEqual([
      'Ana Inventada Admisión',
      'Paula Inventada Psicóloga',
    ]);
  });

  it('shows as changed what was answered otherwise after it was passed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const level = (await sheetOf(psychologist, caseId)).line('NIVEL_DE_RIESGO_VICTIMA');
    await psychologist.passRegisterLines({ caseId, lines: [{ id: level.id, mark: level.mark, isPassed: true }] });
    await changeLevel(psychologist, caseId, 3);
    const after = await sheetOf(psychologist, caseId);
    expect(after.line('NIVEL_DE_RIESGO_VICTIMA')).toMatchObject({ state: 'changed', value: '3' });
    expect(after.progress).toMatchObject({ done: 0, changed: 1 });
  });

  it('refuses a line that does not exist, is not typed, or is held back', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const psychologist = await centre.as('psico');
    for (const id of ['NADA', 'CEM_ATENC_LEGAL', 'user.street']) {
      const lines = [{ id, mark: '0'.repeat(32), isPassed: true }];
      expect(await refusal(() => psychologist.passRegisterLines({ caseId, lines }))).toBe('invalid/line-unknown');
    }
  });
});

describe('registerCase', () => {
  it('gives the case its official number and date, with every line on the sheet passed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const done = await lawyer.registerCase({
      caseId,
      form: { fichaNumber: number(123, 'b'), registeredOn: '2026-06-10', reason: null },
      lines: await seenBy(lawyer, caseId),
    });
    expect(done.progress.state).toBe('registered');
    expect(done.progress.done).toBe(done.progress.total);
    expect(done.registrations).toMatchObject([
      {
        fichaNumber: number(123, 'B'),
        registeredOn: '2026-06-10',
        reason: null,
        recordedBy: 'Luz Inventada Legal',
      },
    ]);
    expect((await lawyer.getCase({ caseId })).fichaNumber).toEqual(number(123, 'B'));
  });

  it('keeps its number when the ficha is annulled: the central register has it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const form = { fichaNumber: number(123, 'b'), registeredOn: '2026-06-10', reason: null };
    await lawyer.registerCase({ caseId, form, lines: await seenBy(lawyer, caseId) });
    const { version } = await lawyer.getCase({ caseId });
    const why = { caseId, version, reason: 'duplicate' as const, words: null };
    const { proposalId } = await (await centre.as('psico')).proposeCaseAnnulment(why);
    await (await centre.as('coordina')).approveCaseAnnulment({ proposalId }, { password: passphrase });
    await centre.close();
    await insideFile(centre.folder, (db) => {
      expect(db.prepare('select annulled_at is not null as gone, ficha_numeric from case_file').get()).toEqual({
        ...{ gone: 1, ficha_numeric: 123 },
      });
    });
  });

  it('passes neither what changed since the sheet was read nor what its reader may not read', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const lawyer = await centre.as('legal');
    await answerD(lawyer, caseId);
    const psychologist = await centre.as('psico');
    const lines = await seenBy(psychologist, caseId);
    await changeLevel(psychologist, caseId, 3);
    // Marks of lines held back, made up or guessed, pass nothing either.
    const guessed = ['user.street', 'CASO_TENTATIVA_DE_FEMINICIDIO', 'section.D', 'NADA'].map((id) => ({
      id,
      mark: createHash('sha256')
        .update(id === 'user.street' ? street : '1')
        .digest('hex')
        .slice(0, 32),
    }));
    const form = { fichaNumber: number(321), registeredOn: '2026-06-10' as const, reason: null };
    const { progress } = await psychologist.registerCase({ caseId, form, lines: [...lines, ...guessed] });
    expect(progress).toMatchObject({ state: 'changed' });
    const social = await sheetOf(await centre.as('social'), caseId);
    const legal = await sheetOf(lawyer, caseId);
    expect(social.line('user.street')).toMatchObject({ state: 'todo', value: street });
    expect(legal.line('CASO_TENTATIVA_DE_FEMINICIDIO')).toMatchObject({ state: 'todo', value: '1' });
    expect(legal.line('NIVEL_DE_RIESGO_VICTIMA')).toMatchObject({ state: 'todo', value: '3' });
    expect(legal.line('SEXO_VICTIMA')).toMatchObject({ state: 'done', passedBy: 'Paula Inventada Psicóloga' });
  });

  it('goes back to «por actualizar» when an answer changes, and is registered again once it is passed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const form = { fichaNumber: number(7), registeredOn: '2026-06-10' as const, reason: null };
    await psychologist.registerCase({ caseId, form, lines: await seenBy(psychologist, caseId) });
    expect((await psychologist.listToRegister({})).cases).toEqual([]);
    await changeLevel(psychologist, caseId, 3);
    expect((await psychologist.listToRegister({})).cases).toMatchObject([
      { caseId, progress: { state: 'changed', changed: 1 }, registeredOn: '2026-06-10' },
    ]);
    const { id, mark } = (await sheetOf(psychologist, caseId)).line('NIVEL_DE_RIESGO_VICTIMA');
    const { progress } = await psychologist.passRegisterLines({ caseId, lines: [{ id, mark, isPassed: true }] });
    expect(progress.state).toBe('registered');
    expect((await psychologist.listToRegister({})).cases).toEqual([]);
  });

  it('goes back to «por actualizar» for what is added to the account, which leaves the case as it was', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const form = { fichaNumber: number(8), registeredOn: '2026-06-10' as const, reason: null };
    await lawyer.registerCase({ caseId, form, lines: await seenBy(lawyer, caseId) });
    expect((await lawyer.listToRegister({})).cases).toEqual([]);
    const { version } = await lawyer.getCase({ caseId });
    await lawyer.addAccountSupplement({ caseId, body: 'Ampliación inventada.' });
    expect((await lawyer.getCase({ caseId })).version).toBe(version);
    expect((await lawyer.listToRegister({})).cases).toMatchObject([{ caseId, progress: { changed: 1 } }]);
  });

  it('refuses at its field a number that another ficha has, whatever the letter is written like', async () => {
    const centre = await startCentre();
    const one = await centre.aCase();
    const other = await centre.aCase({
      user: { givenNames: 'Otra Inventada', document: { kind: 'dni', state: 'known', number: '00445566' } },
    });
    const psychologist = await centre.as('psico');
    const register = (caseId: string, fichaNumber: ReturnType<typeof number>) => () =>
      psychologist.registerCase({
        ...{ caseId, lines: [] },
        form: { fichaNumber, registeredOn: '2026-06-10', reason: null },
      });
    await register(one.caseId, number(50))();
    expect(await issuesOf(register(other.caseId, number(50)))).toEqual([
      { path: 'form.fichaNumber', message: `Ese número oficial ya es de la ficha ${one.number}. Revise el número.` },
    ]);
    await register(other.caseId, number(50, 'a'))();
    const third = await centre.aCase({
      user: { givenNames: 'Tercera Inventada', document: { kind: 'dni', state: 'known', number: '00778899' } },
    });
    expect(await refusal(register(third.caseId, number(50, 'A')))).toBe('rule-broken/ficha-number-taken');
  });

  it('does not name the ficha that has the number to who may not know of it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const desk = await centre.as('admision');
    await desk.openCase({
      ...{ arrivalId: null, admission: { ...admission, fichaNumber: number(60) } },
      user: aUser({ givenNames: 'Otra Inventada', document: { kind: 'dni', state: 'known', number: '00445566' } }),
      ...{ userLink: { kind: 'new' }, aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
    });
    const psychologist = await centre.as('psico');
    const form = { fichaNumber: number(60), registeredOn: '2026-06-10' as const, reason: null };
    expect(await issuesOf(() => psychologist.registerCase({ caseId, form, lines: [] }))).toEqual([
      { path: 'form.fichaNumber', message: 'Ese número oficial ya es de otra ficha. Revise el número.' },
    ]);
  });

  it('corrects number or date only with a reason, and keeps both', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const lines = await seenBy(psychologist, caseId);
    const register = (numeric: number, reason: string | null) => () =>
      psychologist.registerCase({
        ...{ caseId, lines },
        form: { fichaNumber: number(numeric), registeredOn: '2026-06-10', reason },
      });
    await register(10, null)();
    expect(await refusal(register(10, 'Error al escribir'))).toBe('rule-broken/registration-same');
    expect(await issuesOf(register(11, null))).toMatchObject([{ path: 'form.reason' }]);
    expect(await refusal(register(11, null))).toBe('rule-broken/registration-reason');
    const { registrations, progress } = await register(11, 'Error al escribir')();
    expect(registrations.map(({ fichaNumber, reason }) => [fichaNumber.numeric, reason])).toEqual([
      [11, 'Error al escribir'],
      [10, null],
    ]);
    expect(progress.state).toBe('registered');
  });

  it('refuses a date to come, and one before the admission', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    for (const registeredOn of ['2027-01-01', '2026-06-09'] as const) {
      const work = () =>
        psychologist.registerCase({
          ...{ caseId, lines: [] },
          form: { fichaNumber: number(1), registeredOn, reason: null },
        });
      expect(await issuesOf(work)).toMatchObject([{ path: 'form.registeredOn' }]);
      expect(await refusal(work)).toBe('rule-broken/registration-date');
    }
  });

  it('does not let Section A change in passing a number that stands', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const save = async (fichaNumber: ReturnType<typeof number> | null) => {
      const { version, form } = await psychologist.getSectionA({ caseId });
      return psychologist.saveSectionA({
        caseId,
        version,
        form: { ...form, admission: { ...form.admission, fichaNumber } },
      });
    };
    await save(number(90));
    await save(number(90));
    expect(await issuesOf(() => save(number(91)))).toMatchObject([{ path: 'form.admission.fichaNumber' }]);
    expect(await refusal(() => save(null))).toBe('rule-broken/ficha-number-set');
  });
});

describe('listToRegister', () => {
  it('shows each professional the cases of the team, coordination all, the desk none', async () => {
    const centre = await startCentre();
    const { caseId, number: ours } = await centre.aCase();
    expect((await (await centre.as('coordina')).listToRegister({})).cases).toMatchObject([
      { caseId, number: ours, fichaNumber: null, registeredOn: null, progress: { state: 'pending' } },
    ]);
    expect((await (await centre.as('legal')).listToRegister({})).cases).toHaveLength(1);
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.listToRegister({}))).toBe('forbidden/');
  });
});

describe('issueRegisterSheet', () => {
  it('prints the answers, and none that is under reserve for somebody', async () => {
    const centre = await startCentre();
    const contact = { ...user.contact, phone: '987654321', mayCall: 'yes' as const };
    const { caseId } = await centre.aCase({ user: { ...user, contact }, a: { user: { ...user, contact } } });
    const lawyer = await centre.as('legal');
    const { document } = await lawyer.issueRegisterSheet({ caseId }, { password: passphrase });
    expect(document).toMatchObject({ kind: 'register-sheet', number: 'Hoja · F-2026-000001' });
    const { file } = await lawyer.viewDocument({ caseId, documentId: document.id }, { password: passphrase });
    const text = textOf(await bytesOf(lawyer, file));
    expect(text).toContain('HOJA PARA EL REGISTRO CENTRAL');
    expect(text).toContain('Vínculo que tiene con la persona usuaria');
    expect(text).toContain('No se imprime: dato en reserva');
    for (const reserved of [street, '987654321', '00112233', sectionBForm().account ?? '']) {
      expect(text).not.toContain(reserved);
    }
    expect((await lawyer.getRegisterSheet({ caseId })).documents).toHaveLength(1);
  });

  it('asks for the password again, and for the permission to print a whole case', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    expect(await refusal(() => lawyer.issueRegisterSheet({ caseId }))).toBe('wrong-secret/password-again');
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.issueRegisterSheet({ caseId }, { password: passphrase }))).toBe(
      'forbidden/',
    );
  });
});
