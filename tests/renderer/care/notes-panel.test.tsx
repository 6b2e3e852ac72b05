/** Session notes on the screen: who looks over the shoulder, and where the focus stands; over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { NotesPanel } from '../../../src/renderer/care/notes-panel.tsx';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function opened() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  await psychologist.writeNote({ caseId, note: { body: 'Evita nombrarlo', attentionId: null, replaces: null } });
  await drawInWindow(
    centre,
    'psico',
    <DiscretionProvider>
      <h1 tabIndex={-1}>Atenciones</h1>
      <NotesPanel caseId={caseId} isClosed={false} />
    </DiscretionProvider>,
  );
  const user = userEvent.setup();
  screen.getByRole('heading', { level: 1 }).focus();
  await user.keyboard('{Alt>}o{/Alt}');
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Nueva nota');
  const kept = async () => (await psychologist.listNotes({ caseId })).notes.map(({ body }) => body);
  const draft = async () => (await psychologist.listNotes({ caseId })).draft;
  return { user, field, kept, draft };
}

const newNote = () => screen.getByLabelText<HTMLTextAreaElement>('Nueva nota');

describe('under discretion', () => {
  it('no note is read, nor what is being typed, which is there again afterwards', async () => {
    const { user, field } = await opened();
    await user.type(field, 'Duelo');
    expect(document.body.textContent).toContain('Evita nombrarlo');
    await user.keyboard('{Alt>}m{/Alt}');
    expect(document.body.textContent).not.toMatch(/Evita nombrarlo|Duelo/);
    expect(document.querySelectorAll('textarea')).toHaveLength(0);
    expect(document.activeElement).toBe(screen.getByText('Discreción: siga con Alt M.'));
    await user.keyboard('{Alt>}m{/Alt}');
    expect(screen.getByText('Evita nombrarlo')).toBeTruthy();
    expect(newNote().value).toBe('Duelo');
    expect(document.activeElement).toBe(newNote());
  });
});

describe('the focus', () => {
  it('stands in the field as the notes open, and after a correction', async () => {
    const { user, field, kept } = await opened();
    expect(document.activeElement).toBe(field);
    await user.click(screen.getByRole('button', { name: /^Corregir: nota del/ }));
    const over = await screen.findByLabelText(/^Corregir la nota del/);
    expect(document.activeElement).toBe(over);
    await user.type(over, ' hoy');
    await user.click(screen.getByRole('button', { name: 'Guardar corrección' }));
    await waitFor(() => {
      expect(document.activeElement).toBe(newNote());
    });
    expect(await kept()).toEqual(['Evita nombrarlo hoy']);
  });
});

describe('a note that was kept', () => {
  it('leaves no «Borrador guardado» under its emptied field', async () => {
    const { user, field, kept } = await opened();
    await user.type(field, 'Duelo');
    await screen.findByText(/^Borrador guardado/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => {
      expect(field.value).toBe('');
    });
    expect(await kept()).toHaveLength(2);
    expect(screen.queryByText(/^Borrador guardado/)).toBeNull();
  });
});

describe('what is half typed', () => {
  it('is not written over by the correction of another note before one says so', async () => {
    const { user, field } = await opened();
    await user.type(field, 'Duelo');
    await screen.findByText(/^Borrador guardado/);
    await user.click(screen.getByRole('button', { name: /^Corregir: nota del/ }));
    await screen.findByRole('dialog', { name: '¿Abrir otra sin guardar lo escrito?' });
    await user.click(screen.getByRole('button', { name: 'Seguir escribiendo' }));
    expect(newNote().value).toBe('Duelo');
    await user.click(screen.getByRole('button', { name: /^Corregir: nota del/ }));
    await user.click(await screen.findByRole('button', { name: 'Abrir la otra' }));
    const over = await screen.findByLabelText<HTMLTextAreaElement>(/^Corregir la nota del/);
    expect(over.value).toBe('Evita nombrarlo');
    // Nothing was typed over it: the half typed one waits.
    await user.click(screen.getByRole('button', { name: 'No corregir' }));
    await waitFor(() => {
      expect(newNote().value).toBe('Duelo');
    });
  });

  it('is gone once another one was corrected in its place, and is not said to be there', async () => {
    const { user, field, draft } = await opened();
    await user.type(field, 'Duelo');
    await screen.findByText(/^Borrador guardado/);
    await user.click(screen.getByRole('button', { name: /^Corregir: nota del/ }));
    await user.click(await screen.findByRole('button', { name: 'Abrir la otra' }));
    await user.type(await screen.findByLabelText(/^Corregir la nota del/), ' hoy');
    await screen.findByText(/^Borrador guardado/);
    await user.click(screen.getByRole('button', { name: 'No corregir' }));
    await waitFor(() => {
      expect(newNote().value).toBe('');
    });
    expect(screen.queryByText('Se recuperó lo que estaba escribiendo.')).toBeNull();
    expect(await draft()).toBeNull();
  });
});
