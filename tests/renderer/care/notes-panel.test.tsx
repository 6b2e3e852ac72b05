/** Session notes on the screen: who looks over the shoulder, and where the focus stands; over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { NotesPanel } from '../../../src/renderer/care/notes-panel.tsx';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

type Psychologist = Client<Contract>;

/** The notes of a ficha that has one, with the procedures of the window that a test stands in for. */
async function opened(instead: (client: Psychologist) => Partial<Psychologist> = () => ({})) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  await psychologist.writeNote({ caseId, note: { body: 'Evita nombrarlo', attentionId: null, replaces: null } });
  const client: Psychologist = { ...psychologist, ...instead(psychologist) };
  await drawInWindow(
    { ...centre, as: () => Promise.resolve(client) },
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

describe('a press', () => {
  it('that waits for the draft of before is seen to be on its way, and stores once', async () => {
    const saved = Promise.withResolvers<Record<string, never>>();
    const { user, field, kept } = await opened(() => ({ keepNoteDraft: () => saved.promise }));
    await user.type(field, 'Duelo');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const button = screen.getByRole('button', { name: /^Guardar nota/ });
    await waitFor(() => {
      expect(button.getAttribute('aria-disabled')).toBe('true');
    });
    await user.click(button);
    saved.resolve({});
    await waitFor(async () => {
      expect(await kept()).toHaveLength(2);
    });
    await waitFor(() => {
      expect(field.value).toBe('');
    });
    expect(await kept()).toHaveLength(2);
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

  it('stays, with the words of the refusal, where its draft could not be given up', async () => {
    const full = { isSo: true };
    const { user, draft } = await opened(({ keepNoteDraft }) => ({
      keepNoteDraft: (asked, more) =>
        full.isSo && asked.draft === null ? Promise.reject(fail('storage', 'disk-full')) : keepNoteDraft(asked, more),
    }));
    await user.click(screen.getByRole('button', { name: /^Corregir: nota del/ }));
    const over = await screen.findByLabelText<HTMLTextAreaElement>(/^Corregir la nota del/);
    await user.type(over, ' hoy');
    await screen.findByText(/^Borrador guardado/);
    await user.type(over, ' también');
    await user.click(screen.getByRole('button', { name: 'No corregir' }));
    await screen.findByText(/disco/);
    expect(over.value).toBe('Evita nombrarlo hoy también');
    // What waited to be kept is kept after all.
    await waitFor(async () => {
      expect((await draft())?.body).toBe('Evita nombrarlo hoy también');
    });
    full.isSo = false;
    await user.click(screen.getByRole('button', { name: 'No corregir' }));
    await waitFor(() => {
      expect(newNote().value).toBe('');
    });
    expect(await draft()).toBeNull();
  });

  it('of another note is not erased by a correction whose draft was never kept', async () => {
    const { user, field, draft } = await opened(({ keepNoteDraft }) => ({
      keepNoteDraft: (asked, more) =>
        asked.draft?.replaces === null ? keepNoteDraft(asked, more) : Promise.reject(fail('storage', 'disk-full')),
    }));
    await user.type(field, 'Duelo');
    await screen.findByText(/^Borrador guardado/);
    await user.click(screen.getByRole('button', { name: /^Corregir: nota del/ }));
    await user.click(await screen.findByRole('button', { name: 'Abrir la otra' }));
    await user.type(await screen.findByLabelText(/^Corregir la nota del/), ' hoy');
    await screen.findByText(/disco/);
    await user.click(screen.getByRole('button', { name: 'No corregir' }));
    await waitFor(() => {
      expect(newNote().value).toBe('Duelo');
    });
    expect((await draft())?.body).toBe('Duelo');
  });
});
