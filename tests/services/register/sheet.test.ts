import { afterEach, describe, expect, it } from 'vitest';
import { admission, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { user, sheetOf, answerD } from './a-sheet.ts';

afterEach(closeCentres);

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
    const sectionD = { id: 'section.D', ...empty };
    // The coordinator is not on the team of this case.
    expect(await held('coordina')).toEqual([
      { id: 'user.street', ...empty },
      { id: 'MOTIVO_CONSULTA', ...empty },
      sectionD,
    ]);
    expect(await held('social')).toEqual([sectionD]);
    expect(await held('psico')).toEqual([{ id: 'user.street', ...empty }, sectionD]);
    expect(await held('legal')).toEqual([{ id: 'user.street', ...empty }]);
  });

  it('shows Section D to who may read the legal file, to others only whether it is passed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.getFormSection({ caseId, section: 'd' }))).toBe('not-found/');
    const lawyer = await centre.as('legal');
    const stateFor = async () => (await sheetOf(coordinator, caseId)).line('section.D').state;
    expect(await stateFor()).toBe('done');
    await answerD(lawyer, caseId);
    const before = await sheetOf(lawyer, caseId);
    const mine = before.lines.filter(({ id }) => ['MEDIDA_SEPARACION', 'CASO_TENTATIVA_DE_FEMINICIDIO'].includes(id));
    expect(mine.map(({ value }) => value)).toEqual(['1', '1']);
    expect(await stateFor()).toBe('todo');
    const read = JSON.stringify((await sheetOf(coordinator, caseId)).lines);
    for (const secret of [
      'MEDIDA_SEPARACION',
      'CASO_TENTATIVA_DE_FEMINICIDIO',
      'REGISTRA_SECCION_D',
      'Luz Inventada',
    ]) {
      expect([secret, read.includes(secret)]).toEqual([secret, false]);
    }
    const pass = { caseId, lines: mine.map(({ id, mark }) => ({ id, mark, isPassed: true })) };
    expect(await refusal(() => coordinator.passRegisterLines(pass))).toBe('invalid/line-unknown');
    const author = before.line('NOMBRE_REGISTRA_SECCION_D');
    const own = { ...pass, lines: [...pass.lines, { id: author.id, mark: author.mark, isPassed: true }] };
    await lawyer.passRegisterLines(own);
    expect(await stateFor()).toBe('done');
  });

  it('holds back an appraisal until its author hands it over, the psychological one always from Coordinación', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const appraise = async (isHandedOver: boolean) => {
      const { version, form } = await psychologist.getSectionB({ caseId });
      const appraisal = { text: 'Apreciación inventada.', isHandedOver };
      await psychologist.saveSectionB({ caseId, version, form: { ...form, appraisal } });
    };
    const seen = async (login: 'psico' | 'social' | 'coordina') =>
      (await sheetOf(await centre.as(login), caseId)).line('APRECIACION_PROF_PSICOLOGIA').value;
    await appraise(false);
    expect([await seen('psico'), await seen('social'), await seen('coordina')]).toEqual([
      'Apreciación inventada.',
      '',
      '',
    ]);
    await appraise(true);
    expect([await seen('social'), await seen('coordina')]).toEqual(['Apreciación inventada.', '']);
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
