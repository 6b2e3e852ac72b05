import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import type { SheetLine } from '../../../src/shared/register/index.ts';
import { admission, aUser, sectionBForm } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const street = 'Los Jazmines Inventados 742';
const user = aUser({
  address: {
    ...aUser().address,
    streetKind: 'jiron',
    text: street,
    districtCode: '150132',
    isReserved: true,
    reservedReason: 'Pidió reserva',
  },
});

const number = (numeric: number, alphabetic: string | null = null) => ({ numeric, alphabetic, year: 2026 });

async function sheetOf(client: Client<Contract>, caseId: string) {
  const sheet = await client.getRegisterSheet({ caseId });
  const line = (id: string) => sheet.lines.find((one) => one.id === id) as SheetLine;
  return { ...sheet, line };
}

async function issuesOf(work: () => Promise<unknown>): Promise<{ path: string; message: string }[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof ExpectedFailure) return error.failure.issues;
    throw error;
  }
}

/** Changes one answer of Section B as the psychologist would. */
async function changeLevel(client: Client<Contract>, caseId: string, valuationLevel: 1 | 2 | 3) {
  const { version, form } = await client.getSectionB({ caseId });
  const reason = { code: 'typing', text: null } as const;
  await client.saveSectionB({
    caseId,
    version,
    form: { ...form, answers: { ...form.answers, valuationLevel } },
    reason,
  });
}

describe('getRegisterSheet', () => {
  it('lists the answers in the order of the form with code and words', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const sheet = await sheetOf(await centre.as('psico'), caseId);
    expect(sheet.line('SEXO_VICTIMA')).toMatchObject({ value: '0', words: 'Mujer', state: 'todo', item: 'A.4' });
    expect(sheet.line('PUNTAPIES_PATADAS')).toMatchObject({ value: '1', words: 'Sí', state: 'todo' });
    expect(sheet.line('user.firstSurname')).toMatchObject({ value: 'Quispe', variable: '' });
    expect(sheet.line('CEM_ATENC_LEGAL')).toMatchObject({ value: '0', words: 'No', state: null });
    expect(sheet.progress).toMatchObject({ state: 'pending', done: 0, changed: 0 });
    expect(sheet.progress.total).toBeGreaterThan(40);
  });

  it('holds back the account and the street under reserve from who may not read them', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const held = async (login: 'coordina' | 'psico' | 'social' | 'legal') => {
      const { lines } = await sheetOf(await centre.as(login), caseId);
      return lines
        .filter(({ isWithheld }) => isWithheld)
        .map(({ id, value, words, mark }) => ({ id, value, words, mark }));
    };
    const empty = { value: '', words: '', mark: '' };
    // The coordinator is not on the team of this case.
    expect(await held('coordina')).toEqual([
      { id: 'user.street', ...empty },
      { id: 'MOTIVO_CONSULTA', ...empty },
    ]);
    expect(await held('social')).toEqual([]);
    expect(await held('psico')).toEqual([{ id: 'user.street', ...empty }]);
    expect(await held('legal')).toEqual([{ id: 'user.street', ...empty }]);
  });

  it('is refused to the desk and, as if absent, to a professional outside the team', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.getRegisterSheet({ caseId }))).toBe('forbidden/');
    const opened = await desk.openCase({
      arrivalId: null,
      admission,
      user: aUser({ givenNames: 'Otra Inventada', document: { kind: 'dni', state: 'known', number: '00445566' } }),
      userLink: { kind: 'new' },
      aggressor: {
        ...aUser(),
        nameState: 'known',
        givenNames: 'Otro Imaginario',
        document: { kind: null, state: 'notAsked', number: null },
      },
      aggressorLink: { kind: 'new' },
    });
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.getRegisterSheet({ caseId: opened.caseId }))).toBe('not-found/');
  });
});

describe('an answer hidden by a later change of Section A', () => {
  it('is told at the change, leaves the sheet, and is back when the change is taken back', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      isValidated: false,
      b: { answers: { complaintOfficeKind: 1, hasProtectionMeasures: 1 } },
    });
    const psychologist = await centre.as('psico');
    const told = async (complaintFiled: 0 | 1) => {
      const { version, form } = await psychologist.getSectionA({ caseId });
      const answers = { ...form.answers, complaintFiled };
      const { warnings } = await psychologist.saveSectionA({ caseId, version, form: { ...form, answers } });
      return warnings.filter(({ path }) => path === 'form.answers.complaintFiled').map(({ message }) => message);
    };
    const office = async () => (await sheetOf(psychologist, caseId)).line('DONDE_INTERPUSO_DENUNCIA').value;
    expect(await told(0)).toEqual([
      'Por este cambio quedan fuera 2 respuestas guardadas de las secciones B a F: ya no corresponde preguntarlas. Revíselas.',
    ]);
    expect(await office()).toBe('');
    // Said once, at the change that hides them.
    expect(await told(0)).toEqual([]);
    expect(await told(1)).toEqual([]);
    expect(await office()).toBe('1');
  });
});

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
  it('gives the case its official number and date, with every line passed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const done = await psychologist.registerCase({
      caseId,
      form: { fichaNumber: number(123, 'b'), registeredOn: '2026-06-10', reason: null },
    });
    expect(done.progress.state).toBe('registered');
    expect(done.progress.done).toBe(done.progress.total);
    expect(done.registrations).toMatchObject([
      {
        fichaNumber: number(123, 'B'),
        registeredOn: '2026-06-10',
        reason: null,
        recordedBy: 'Paula Inventada Psicóloga',
      },
    ]);
    expect((await psychologist.getCase({ caseId })).fichaNumber).toEqual(number(123, 'B'));
  });

  it('goes back to «por actualizar» when an answer changes, and is registered again once it is passed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const form = { fichaNumber: number(7), registeredOn: '2026-06-10' as const, reason: null };
    await psychologist.registerCase({ caseId, form });
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

  it('refuses at its field a number that another ficha has, whatever the letter is written like', async () => {
    const centre = await startCentre();
    const one = await centre.aCase();
    const other = await centre.aCase({
      user: { givenNames: 'Otra Inventada', document: { kind: 'dni', state: 'known', number: '00445566' } },
    });
    const psychologist = await centre.as('psico');
    const register = (caseId: string, fichaNumber: ReturnType<typeof number>) => () =>
      psychologist.registerCase({ caseId, form: { fichaNumber, registeredOn: '2026-06-10', reason: null } });
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

  it('corrects number or date only with a reason, and keeps both', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const register = (numeric: number, reason: string | null) => () =>
      psychologist.registerCase({ caseId, form: { fichaNumber: number(numeric), registeredOn: '2026-06-10', reason } });
    await register(10, null)();
    expect(await refusal(register(10, 'Error al escribir'))).toBe('rule-broken/registration-same');
    expect(await issuesOf(register(11, null))).toMatchObject([{ path: 'form.reason' }]);
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
        psychologist.registerCase({ caseId, form: { fichaNumber: number(1), registeredOn, reason: null } });
      expect(await issuesOf(work)).toMatchObject([{ path: 'form.registeredOn' }]);
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
    expect(document).toMatchObject({ kind: 'register-sheet', number: 'Hoja · 2026-000001' });
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
