/** The keys of a long form: an answer by its key, on by Enter, to what lacks by Ctrl ↓, and blocks that fold. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { afterEach, describe, expect, it } from 'vitest';
import { QuestionFields, SectionLayout, useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { answersSchema, blankAnswers, type Section } from '../../../src/shared/record/index.ts';
import { Alone } from '../../support/alone.tsx';

const official = { confirmation: 'official', variable: 'X' } as const;
const section: Section = {
  id: 'A',
  title: 'Sección A',
  questions: {
    sex: {
      ...official,
      kind: 'choice',
      item: 'A.1',
      label: 'Sexo',
      required: true,
      options: [
        { code: 0, label: 'Mujer' },
        { code: 1, label: 'Hombre' },
      ],
    },
    weeks: {
      ...official,
      kind: 'number',
      item: 'A.1',
      label: 'Semanas',
      required: false,
      min: 1,
      max: 42,
      askedWhen: { question: 'sex', is: [0] },
    },
    notes: { ...official, kind: 'text', item: 'A.1', label: 'Notas', required: false, max: 80 },
    works: {
      ...official,
      kind: 'yesNo',
      item: 'A.2',
      label: '¿Cuenta con un trabajo remunerado?',
      short: '¿Trabaja?',
      required: true,
    },
  },
  blocks: [
    { id: 'A.1', title: 'Persona', questions: ['sex', 'weeks', 'notes'] },
    { id: 'A.2', title: 'Trabajo', questions: ['works'] },
  ],
};

function Page({ answers }: { readonly answers: FieldValues }) {
  const root = useRef<HTMLFormElement>(null);
  const schema = answersSchema(section.questions);
  const form = useSectionForm<FieldValues>({
    schema,
    defaultValues: { ...blankAnswers(section.questions), ...answers },
    id: 'a',
  });
  return (
    <SectionLayout section={section} form={form} root={root} onLeave={() => undefined}>
      <QuestionFields section={section} form={form} isFolding />
    </SectionLayout>
  );
}

function open(answers: FieldValues = {}) {
  render(
    <Alone>
      <Page answers={answers} />
    </Alone>,
  );
  return userEvent.setup();
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const focused = () => document.activeElement?.id;

afterEach(cleanup);

describe('keys', () => {
  it('answers by the number beside an option, and keeps the official code', async () => {
    const user = open();
    radio('Mujer').focus();
    await user.keyboard('2');
    expect(radio('Hombre').checked).toBe(true);
    await user.keyboard('{Delete}');
    expect(radio('Hombre').checked).toBe(false);
  });

  it('goes on by Enter, past the other options of the same question', async () => {
    const user = open();
    radio('Mujer').focus();
    await user.keyboard('1{Enter}');
    expect(focused()).toBe('a-weeks');
    await user.keyboard('{Enter}');
    expect(focused()).toBe('a-notes');
  });

  it('goes to what must be answered by Ctrl ↓, round the form', () => {
    open();
    screen.getByRole('textbox', { name: /Notas/ }).focus();
    fireEvent.keyDown(window, { key: 'ArrowDown', ctrlKey: true });
    expect(focused()).toBe('a-works');
    fireEvent.keyDown(window, { key: 'ArrowDown', ctrlKey: true });
    expect(focused()).toBe('a-sex');
  });

  it('takes an answer back by mouse, without a stop of the keyboard for it', async () => {
    const user = open({ works: 1 });
    const clear = within(screen.getByRole('region', { name: 'Trabajo' })).getByRole('button', { hidden: true });
    expect(clear.tabIndex).toBe(-1);
    await user.click(clear);
    expect(radio('Sí').checked).toBe(false);
  });
});

describe('a question', () => {
  it('is named by the words of the paper, says that it is required, and shows fewer words', () => {
    open();
    const group = screen.getByRole('group', { name: /¿Cuenta con un trabajo remunerado\?$/ });
    expect(
      within(group)
        .getAllByRole<HTMLInputElement>('radio')
        .every(({ required }) => required),
    ).toBe(true);
    expect(group.textContent).toContain('¿Trabaja?');
    expect(screen.getByRole('textbox', { name: /Notas/ }).getAttribute('aria-required')).toBeNull();
  });
});

describe('a block', () => {
  const fold = (name: string) => screen.getByText(name).closest('details');

  it('begins folded into its answers where nothing that must be answered lacks', () => {
    open({ works: 0 });
    expect(fold('Trabajo')?.open).toBe(false);
    expect(fold('Persona')?.open).toBe(true);
    expect(fold('Trabajo')?.querySelector('summary')?.textContent).toContain('¿Trabaja? No');
  });

  it('does not fold under the hands of who fills it', async () => {
    const user = open();
    radio('Sí').focus();
    await user.keyboard('s');
    expect(fold('Trabajo')?.open).toBe(true);
  });

  it('names what is not asked, and the answer that decides it', () => {
    open({ sex: 1 });
    expect(screen.getByText('1 no se pregunta').closest('summary')?.textContent).toContain(
      'Semanas (porque a «Sexo» respondió Hombre)',
    );
  });
});
