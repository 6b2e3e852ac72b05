/** «Lo que muestra el trabajo»: puts an answer where there is none, and only says that another one differs. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { FieldValues } from 'react-hook-form';
import { WorkPanel } from '../../../src/renderer/intake/forms/work-panel.tsx';
import { QuestionFields, useSectionForm, type SectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { blankSectionC, sectionOf, type SectionCAnswers, type WorkLine } from '../../../src/shared/intake/index.ts';
import { answersSchema } from '../../../src/shared/record/index.ts';
import { z } from '../../../src/shared/platform/zod.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const shelter = { words: 'Derivación atendida', on: '2026-06-11', page: 'referrals', value: 1 } as const;
const lines = [
  { question: 'needsInsertion', ...shelter },
  { question: 'acceptsInsertion', ...shelter },
  { question: 'homeVisitMade', value: 1, words: 'Visita domiciliaria', on: '2026-06-12', page: 'attentions' },
] as WorkLine[];

const caseId = '0a1b2c3d-0000-4000-8000-000000000001';
const section = sectionOf('c');

async function draw(answers: Partial<SectionCAnswers>): Promise<SectionForm<FieldValues>> {
  const held: { form: SectionForm<FieldValues> | null } = { form: null };
  function Page() {
    const schema = z.strictObject({ answers: answersSchema(section.questions) });
    const defaultValues = { answers: { ...blankSectionC(), ...answers } };
    const form = useSectionForm<FieldValues>({ schema, defaultValues, id: 'c' });
    useEffect(() => {
      held.form = form;
    });
    return (
      <>
        <WorkPanel caseId={caseId} section="c" lines={lines} form={form} context={{}} />
        <QuestionFields section={section} form={form} at="answers" />
      </>
    );
  }
  await drawInWindow(await startCentre(), 'social', <Page />);
  if (held.form === null) throw new Error('the page was not drawn');
  return held.form;
}

const panel = () => within(screen.getByRole('region', { name: 'Lo que muestra el trabajo' }));

it('puts what the work shows where nothing was answered, and goes to the question', async () => {
  const form = await draw({});
  const link = panel().getByRole('link', { name: 'Visita domiciliaria' });
  expect(link.getAttribute('href')).toBe(`#/casos/${caseId}/atenciones`);
  panel().getByText(/12\/06\/2026/);
  // Not asked while nobody said that she needs it.
  expect(panel().queryByRole('button', { name: /Acepta/ })).toBeNull();
  const put = panel().getByRole('button', { name: 'Poner: ¿Requiere ser insertada?' });
  put.focus();
  await userEvent.keyboard('{Enter}');
  expect(form.getValues('answers')).toEqual({ ...blankSectionC(), needsInsertion: 1 });
  expect(document.activeElement?.id).toBe(form.fieldId('answers.needsInsertion'));
  panel().getByRole('button', { name: /^Poner: .*Acepta/ });
  expect(panel().queryByText(/Difiere/)).toBeNull();
});

it('puts at once all that is blank, with what only comes up by it', async () => {
  const form = await draw({});
  await userEvent.click(panel().getByRole('button', { name: 'Poner las 3 que faltan' }));
  const put = { needsInsertion: 1, acceptsInsertion: 1, homeVisitMade: 1 };
  expect(form.getValues('answers')).toEqual({ ...blankSectionC(), ...put });
  expect(document.activeElement?.id).toBe(form.fieldId('answers.needsInsertion'));
  expect(panel().queryByRole('button')).toBeNull();
});

it('says of what was typed otherwise that it differs, offers nothing there, and nothing where it is the same', async () => {
  const form = await draw({ homeVisitMade: 0, needsInsertion: 1, acceptsInsertion: 1 });
  expect(panel().getByText('Difiere:').parentElement?.textContent).toBe('Difiere: escrito «No»');
  expect(panel().queryByRole('button')).toBeNull();
  expect(panel().getAllByText('Difiere:')).toHaveLength(1);
  expect(form.getValues('answers.homeVisitMade')).toBe(0);
});
