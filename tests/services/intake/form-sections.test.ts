import { afterEach, describe, expect, it } from 'vitest';
import {
  blankSectionC,
  blankSectionD,
  blankSectionE,
  blankSectionF,
  type SectionCAnswers,
} from '../../../src/shared/intake/index.ts';
import { aUser, sectionAForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const formC = (answers: Partial<SectionCAnswers>) =>
  ({ section: 'c', answers: { ...blankSectionC(), ...answers } }) as const;

async function stateOf(centre: TestCentre, caseId: string, id: string): Promise<string> {
  const { sections } = await (await centre.as('coordina')).getCase({ caseId });
  const section = sections.find((one) => one.id === id);
  return `${section?.state ?? ''} ${section?.missing ?? ''}`;
}

describe('sections that are questions alone', () => {
  it('start blank, are saved half filled, say what is missing and come back as saved', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    expect(await social.getFormSection({ caseId, section: 'c' })).toMatchObject({ version: 0, form: formC({}) });
    expect(await stateOf(centre, caseId, 'c')).toBe('notStarted 1');
    const half = formC({ homeVisitMade: 0, noHomeVisitReason: 'Zona sin acceso.' });
    const saved = await social.saveFormSection({ caseId, version: 0, form: half });
    expect(saved).toMatchObject({ version: 1, missing: ['hasNetworks'] });
    expect(await stateOf(centre, caseId, 'c')).toBe('inProgress 1');
    const answers = { hasNetworks: 1, networkCount: 1, network1Who: 'Hermana', network1Support: 4 } as const;
    await social.saveFormSection({ caseId, version: 1, form: formC(answers), reason: { code: 'typing', text: null } });
    expect((await social.getFormSection({ caseId, section: 'c' })).form.answers).toEqual(formC(answers).answers);
    expect(await stateOf(centre, caseId, 'c')).toBe('complete 0');
  });

  it('tell «asked, none ticked» from «not asked» in the store', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const legal = await centre.as('legal');
    const save = (version: number, priorInstances: [] | null) =>
      legal.saveFormSection({
        caseId,
        version,
        form: { section: 'd', answers: { ...blankSectionD(), priorInstances } },
      });
    await save(0, []);
    const read = async () => (await legal.getFormSection({ caseId, section: 'd' })).form.answers;
    expect(await read()).toMatchObject({ priorInstances: [], ownMeasures: null });
    await save(1, null);
    expect(await read()).toMatchObject({ priorInstances: null, ownMeasures: null });
  });

  it('refuse the second of two first saves, and a stale one', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    const coordinator = await centre.as('coordina');
    const form = formC({ hasNetworks: 0 });
    await social.saveFormSection({ caseId, version: 0, form });
    expect(await refusal(() => coordinator.saveFormSection({ caseId, version: 0, form }))).toBe('conflict/');
    await coordinator.saveFormSection({ caseId, version: 1, form });
    expect(await refusal(() => social.saveFormSection({ caseId, version: 1, form }))).toBe('conflict/');
  });

  it('refuse what another section hides, and show what it knows', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ a: { answers: { complaintFiled: 0 } } });
    const legal = await centre.as('legal');
    const { facts, context } = await legal.getFormSection({ caseId, section: 'd' });
    expect(context).toEqual({ complaintFiled: 0 });
    expect(facts).toContainEqual({ block: 'D.1', from: 'a', question: 'complaintFiled', value: 0 });
    const answers = { ...blankSectionD(), priorInstances: ['police' as const] };
    await expect(legal.saveFormSection({ caseId, version: 0, form: { section: 'd', answers } })).rejects.toMatchObject({
      failure: { code: 'invalid', issues: [{ path: 'form.answers.priorInstances' }] },
    });
  });

  it('ask about the kit by what Section E records, never again', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    const form = (answers: object) =>
      ({ section: 'f', answers: { ...blankSectionF(), sexualViolenceCase: 1 as const, ...answers } }) as const;
    const save = (answers: object) =>
      refusal(() => social.saveFormSection({ caseId, version: 0, form: form(answers) }));
    expect(await save({ noKitReason: 3 })).toBe('invalid/');
    const plan = { ...blankSectionE(), planActions: ['emergencyKit' as const] };
    await social.saveFormSection({ caseId, version: 0, form: { section: 'e', answers: plan } });
    expect(await save({ noKitReason: 3 })).toBe('invalid/');
    expect(await save({ kitHealthCentre: 'Centro de Salud Inventado' })).toBe('none');
  });

  it('are written by the service of the table: Section D by legal alone', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const d = { section: 'd' as const, answers: { ...blankSectionD(), femicideAttempt: 0 as const } };
    const tries = ['psico', 'social', 'legal'] as const;
    const outcomes: string[] = [];
    for (const login of tries) {
      const { version } = await (await centre.as(login)).getFormSection({ caseId, section: 'd' });
      outcomes.push(await refusal(async () => (await centre.as(login)).saveFormSection({ caseId, version, form: d })));
    }
    expect(outcomes).toEqual(['not-found/', 'not-found/', 'none']);
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.getFormSection({ caseId, section: 'c' }))).toBe('forbidden/');
  });
});

describe('professional appraisals', () => {
  it('are read by their own service, by others once handed over, psychology never by Coordinación', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const write = async (isHandedOver: boolean) => {
      const { version, form } = await psychologist.getSectionB({ caseId });
      await psychologist.saveSectionB({
        caseId,
        version,
        form: { ...form, appraisal: { text: 'Apreciación inventada.', isHandedOver } },
      });
    };
    const seenBy = async (login: 'social' | 'coordina') => {
      const { form, handedOver } = await (await centre.as(login)).getSectionB({ caseId });
      return [form.appraisal, handedOver];
    };
    await write(false);
    expect(await seenBy('social')).toEqual([undefined, null]);
    await write(true);
    expect(await seenBy('social')).toEqual([undefined, 'Apreciación inventada.']);
    expect(await seenBy('coordina')).toEqual([undefined, null]);
    expect((await psychologist.getSectionB({ caseId })).form.appraisal).toEqual({
      text: 'Apreciación inventada.',
      isHandedOver: true,
    });
  });

  it('stay as they are when another service saves the section, and cannot be written by it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    const psychologist = await centre.as('psico');
    const appraisal = { text: 'Redes firmes.', isHandedOver: true };
    await social.saveFormSection({ caseId, version: 0, form: { ...formC({ hasNetworks: 1 }), appraisal } });
    await psychologist.saveFormSection({ caseId, version: 1, form: formC({ hasNetworks: 1, networkCount: 2 }) });
    expect((await social.getFormSection({ caseId, section: 'c' })).form).toMatchObject({ appraisal });
    const other = { ...formC({ hasNetworks: 1, networkCount: 2 }), appraisal: { text: 'Otra.', isHandedOver: true } };
    expect(await refusal(() => psychologist.saveFormSection({ caseId, version: 2, form: other }))).toBe('not-found/');
  });
});

describe('the changes of a ficha', () => {
  it('keep old value, new value, who, when and why; a validated case wants a reason', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionB({ caseId });
    const changed = { ...form, answers: { ...form.answers, valuationLevel: 3 as const } };
    expect(await refusal(() => psychologist.saveSectionB({ caseId, version, form: changed }))).toBe(
      'rule-broken/change-needs-reason',
    );
    expect((await psychologist.getSectionB({ caseId })).version).toBe(version);
    const reason = { code: 'other', text: 'Se revisó con el equipo.' } as const;
    const saved = await psychologist.saveSectionB({ caseId, version, form: changed, reason });
    expect(saved.changed).toEqual(['answers.valuationLevel']);
    const { sets } = await psychologist.listFormChanges({ caseId, section: 'b' });
    expect(sets.map((set) => [set.part, set.isFirst])).toEqual([
      ['b', false],
      ['b', true],
    ]);
    expect(sets[0]).toMatchObject({
      reason,
      changedBy: 'Paula Inventada Psicóloga',
      changedAt: expect.stringMatching(/^2026-/) as string,
      fields: [{ field: 'valuationLevel', before: 2, after: 3 }],
    });
  });

  it('need no reason for what was empty, and keep an answer cleared because it is hidden', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    await social.saveFormSection({ caseId, version: 0, form: formC({ homeVisitMade: 1 }) });
    const filled = formC({ homeVisitMade: 1, homeVisitResult: 2, homeVisitActions: 'Informe' });
    await social.saveFormSection({ caseId, version: 1, form: filled });
    const reason = { code: 'typing', text: null } as const;
    await social.saveFormSection({ caseId, version: 2, form: formC({ homeVisitMade: 0 }), reason });
    const { sets } = await social.listFormChanges({ caseId, section: 'c' });
    expect(sets[0]?.fields).toEqual([
      { field: 'homeVisitMade', before: 1, after: 0 },
      { field: 'homeVisitResult', before: 2, after: null },
      { field: 'homeVisitActions', before: 'Informe', after: null },
    ]);
  });

  it('hold persons and header in the same shape, the address in its compartment', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionA({ caseId });
    const save = async (from: number, address: string) =>
      psychologist.saveSectionA({
        caseId,
        version: from,
        form: {
          ...sectionAForm(),
          admission: { ...form.admission, shift: 'night' },
          user: aUser({ address: { ...aUser().address, text: address } }),
        },
      });
    await save(version, 'Calle Uno 123');
    await save(version + 1, 'Calle Dos 456');
    const { sets } = await psychologist.listFormChanges({ caseId, section: 'a' });
    const fields = sets.flatMap((set) => set.fields.map((field) => ({ part: set.part, ...field })));
    expect(fields).toContainEqual({ part: 'header', field: 'shift', before: 'morning', after: 'night' });
    expect(fields).toContainEqual({
      part: 'user',
      field: 'address.text',
      before: 'Calle Uno 123',
      after: 'Calle Dos 456',
    });
  });

  it('show an appraisal to its own service alone', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    const write = (version: number, text: string) =>
      social.saveFormSection({
        caseId,
        version,
        form: { ...formC({ hasNetworks: 1 }), appraisal: { text, isHandedOver: true } },
      });
    await write(0, 'Primera apreciación.');
    await write(1, 'Segunda apreciación.');
    const seen = async (login: 'social' | 'psico') => {
      const { sets } = await (await centre.as(login)).listFormChanges({ caseId, section: null });
      return sets.filter((set) => set.part === 'social').flatMap((set) => set.fields);
    };
    expect(await seen('social')).toEqual([
      { field: 'text', before: 'Primera apreciación.', after: 'Segunda apreciación.' },
    ]);
    expect(await seen('psico')).toEqual([]);
  });

  it('leave the record sound', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    const appraisal = { text: 'Redes firmes.', isHandedOver: false };
    await social.saveFormSection({ caseId, version: 0, form: { ...formC({ hasNetworks: 0 }), appraisal } });
    const { problems } = await (await centre.as('coordina')).verifyRecord({});
    expect(problems).toEqual([]);
  });
});
