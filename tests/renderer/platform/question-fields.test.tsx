import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FieldValues } from 'react-hook-form';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import {
  FieldSuggestions,
  QuestionFields,
  summaryOf,
  useAutosave,
  useSectionForm,
} from '../../../src/renderer/platform/forms/index.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { ActionBar, ErrorSummary } from '../../../src/renderer/platform/ui/index.ts';
import { answersSchema, blankAnswers, type Section } from '../../../src/shared/record/index.ts';

const section: Section = {
  id: 'b',
  title: 'Sección',
  questions: {
    children: {
      kind: 'yesNo',
      item: 'A.1',
      label: '¿Tiene hijas o hijos?',
      variable: 'X1',
      required: true,
      confirmation: 'official',
    },
    howMany: {
      kind: 'number',
      item: 'A.2',
      label: '¿Cuántos?',
      variable: 'X2',
      min: 1,
      max: 20,
      required: true,
      confirmation: 'official',
      askedWhen: { question: 'children', is: [1] },
    },
    languages: {
      kind: 'ticks',
      item: 'A.3',
      label: 'Lenguas',
      required: false,
      confirmation: 'official',
      none: 'no',
      ticks: {
        es: { label: 'Castellano', variable: 'L1' },
        qu: { label: 'Quechua', variable: 'L2' },
        no: { label: 'Ninguna', variable: 'L3' },
      },
    },
    since: { kind: 'date', item: 'A.4', label: 'Desde', variable: 'X4', required: false, confirmation: 'official' },
    notes: {
      kind: 'text',
      item: 'A.5',
      label: 'Notas',
      variable: 'X5',
      max: 10,
      required: false,
      confirmation: 'official',
    },
  },
  blocks: [{ id: 'one', title: 'Bloque uno', questions: ['children', 'howMany', 'languages', 'since', 'notes'] }],
};

const saved: FieldValues[] = [];
const sent: FieldValues[] = [];

function Page() {
  const form = useSectionForm<FieldValues>({
    schema: answersSchema(section.questions),
    defaultValues: blankAnswers(section.questions),
    id: 'b',
  });
  const autosave = useAutosave({
    form,
    save: (values) => {
      saved.push(structuredClone(values));
      return Promise.resolve();
    },
  });
  const items = summaryOf(form, Object.keys(section.questions));
  return (
    <div onBlur={() => void autosave.saveNow()}>
      <ErrorSummary items={items} attempt={form.attempt} />
      <QuestionFields section={section} form={form} />
      <ActionBar
        main={{
          label: 'Registrar',
          onClick: () =>
            void form.send((values) => {
              sent.push(values);
              return Promise.resolve();
            }),
        }}
        saved={autosave.state}
      >
        <button onClick={autosave.forget}>Olvidar</button>
      </ActionBar>
    </div>
  );
}

function open() {
  render(
    <Look>
      <QueryClientProvider client={new QueryClient()}>
        <ClientProvider value={{} as never}>
          <Page />
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
  return userEvent.setup();
}

const yes = () => screen.getByRole<HTMLInputElement>('radio', { name: 'Sí' });

beforeAll(() => {
  const noPreference = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.defineProperty(window, 'matchMedia', { value: () => noPreference, configurable: true });
});

afterEach(() => {
  cleanup();
  saved.length = 0;
  sent.length = 0;
});

describe('QuestionFields', () => {
  it('offers texts at a field, and keeps what was typed before they came', async () => {
    const client = new QueryClient();
    const drawn = (texts: readonly string[]) => (
      <Look>
        <QueryClientProvider client={client}>
          <ClientProvider value={{} as never}>
            <FieldSuggestions value={new Map([['notes', texts]])}>
              <Page />
            </FieldSuggestions>
          </ClientProvider>
        </QueryClientProvider>
      </Look>
    );
    const { rerender } = render(drawn([]));
    const notes = screen.getByLabelText<HTMLInputElement>(/Notas/);
    await userEvent.setup().type(notes, 'Pad');
    rerender(drawn(['Padrino']));
    expect(screen.getByLabelText(/Notas/)).toBe(notes);
    expect(notes.value).toBe('Pad');
    const list = document.getElementById(notes.getAttribute('list') ?? '');
    expect([...(list?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual(['Padrino']);
  });

  it('starts with no answer chosen and the dependent question folded', () => {
    open();
    expect(yes().checked).toBe(false);
    expect(screen.queryByLabelText(/Cuántos/)).toBeNull();
    expect(screen.getByText('No se preguntó')).toBeTruthy();
  });

  it('answers with S and N and unanswers with Supr', async () => {
    const user = open();
    yes().focus();
    await user.keyboard('s');
    expect(yes().checked).toBe(true);
    await user.keyboard('{Delete}');
    expect(yes().checked).toBe(false);
  });

  it('asks before it drops an answer, and gives it back', async () => {
    const user = open();
    await user.click(yes());
    await user.type(screen.getByLabelText(/Cuántos/), '3');
    await user.click(screen.getByRole('radio', { name: 'No' }));
    expect(await screen.findByText('Se quitará 1 respuesta. ¿Continuar?')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Quitar y continuar' }));
    expect(screen.queryByLabelText(/Cuántos/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Deshacer' }));
    expect(screen.getByLabelText<HTMLInputElement>(/Cuántos/).value).toBe('3');
    expect(yes().checked).toBe(true);
  });

  it('lets the excluding tick clear the others and undoes it', async () => {
    const user = open();
    await user.click(screen.getByLabelText('Quechua'));
    await user.click(screen.getByLabelText('Ninguna'));
    expect(screen.getByLabelText<HTMLInputElement>('Quechua').checked).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Deshacer' }));
    expect(screen.getByLabelText<HTMLInputElement>('Quechua').checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Ninguna').checked).toBe(false);
  });

  it('keeps a wrong date as typed and saves it in the draft', async () => {
    const user = open();
    const since = screen.getByLabelText<HTMLInputElement>(/Desde/);
    await user.type(since, '31/02/2020');
    await user.tab();
    expect(since.value).toBe('31/02/2020');
    expect(since.getAttribute('aria-invalid')).toBe('true');
    expect(saved.at(-1)?.['since']).toBe('31/02/2020');
  });

  it('sums up the errors, takes the focus, and leads to the field', async () => {
    const user = open();
    await user.type(screen.getByLabelText(/Notas/), 'demasiado largo');
    await user.click(screen.getByRole('button', { name: 'Registrar' }));
    const heading = await screen.findByRole('heading', { name: 'Revise 1 dato' });
    expect(document.activeElement).toBe(heading.parentElement);
    await user.click(await screen.findByRole('link', { name: 'Notas: Máximo 10 caracteres.' }));
    expect(document.activeElement).toBe(screen.getByLabelText(/Notas/));
    expect(sent).toEqual([]);
  });
});

describe('ErrorSummary', () => {
  it('says the very words of the field, which knows what was typed', async () => {
    const user = open();
    await user.type(screen.getByLabelText(/Desde/), '05/2020');
    await user.click(screen.getByRole('button', { name: 'Registrar' }));
    const line = await screen.findByRole('link', { name: 'Desde: Complete el día y el mes. Use dd/mm/aaaa.' });
    await user.click(line);
    expect(document.activeElement).toBe(screen.getByLabelText(/Desde/));
  });
});

describe('useAutosave', () => {
  it('saves on leaving a field and says when', async () => {
    const user = open();
    await user.type(screen.getByLabelText(/Notas/), 'hola');
    await user.tab();
    expect(await screen.findByText(/Borrador guardado \d\d:\d\d/)).toBeTruthy();
    expect(saved.at(-1)?.['notes']).toBe('hola');
  });

  it('saves what was typed as the page goes, and nothing of what is kept in another way by then', async () => {
    const user = open();
    await user.type(screen.getByLabelText(/Notas/), 'hola');
    cleanup();
    expect(saved.map(({ notes }) => notes as unknown)).toEqual(['hola']);
    open();
    await user.type(screen.getByLabelText(/Notas/), 'otra');
    // Without leaving the field, which saves by itself.
    fireEvent.click(screen.getByRole('button', { name: 'Olvidar' }));
    cleanup();
    expect(saved.map(({ notes }) => notes as unknown)).toEqual(['hola']);
  });
});
