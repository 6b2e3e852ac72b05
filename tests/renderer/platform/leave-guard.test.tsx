// @vitest-environment happy-dom
/** Leaving a form that keeps no draft: asked while it is not kept, and not held back by an act that is being stored. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import { LeaveGuard, LeaveQuestion, TextControl, useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../../src/renderer/platform/query.ts';
import { LineButton } from '../../../src/renderer/platform/ui/index.ts';
import { follow } from '../../../src/renderer/platform/routes.ts';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { z } from '../../../src/shared/platform/zod.ts';

const schema = z.strictObject({ name: z.string().min(1) });

beforeEach(() => {
  window.location.hash = '#/directorio';
});
afterEach(cleanup);

type Answer = { readonly keep: () => void; readonly refuse: () => void };

function Form({ answer, onKept }: { readonly answer: Promise<null>; readonly onKept: () => void }) {
  const form = useSectionForm({ schema, defaultValues: { name: '' }, id: 'one' });
  return (
    <>
      <TextControl form={form} name="name" label="Nombre" />
      <LeaveGuard form={form} />
      <button onClick={() => void form.send(() => answer, { done: onKept })}>Guardar</button>
      <button onClick={() => void form.send(() => answer, { done: () => form.reset({ name: '' }) })}>
        Guardar y otra
      </button>
    </>
  );
}

function Screen({ answer }: { readonly answer: Promise<null> }) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <>
      <a href="#/inicio">Inicio</a>
      {isOpen ? <Form answer={answer} onKept={() => setIsOpen(false)} /> : <p>Guardado</p>}
    </>
  );
}

/** Draws it and types; the answer of the act comes when it is told to. */
async function typed(): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<null>();
  const invoke = () => Promise.reject(new Error('not used'));
  const client = makeClient(contract, { invoke }, { token: () => null, newKey: () => crypto.randomUUID() });
  render(
    <Look>
      <QueryClientProvider client={createQueryClient()}>
        <ClientProvider value={client}>
          <Screen answer={promise} />
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
  await userEvent.type(screen.getByRole('textbox', { name: 'Nombre' }), 'Inventado');
  return { keep: () => resolve(null), refuse: () => reject(fail('unexpected')) };
}

const press = (role: string, name: string) => userEvent.click(screen.getByRole(role, { name, hidden: true }));
const question = () => screen.findByRole('dialog', { name: '¿Salir sin guardar lo escrito?', hidden: true });

describe('LeaveGuard', () => {
  it('asks before a link leads away from what was typed', async () => {
    await typed();
    await press('link', 'Inicio');
    await question();
    expect(window.location.hash).toBe('#/directorio');
    await press('button', 'Salir sin guardar');
    expect(window.location.hash).toBe('#/inicio');
  });

  it('asks before a key leads away from it, too', async () => {
    await typed();
    follow('/inicio');
    await question();
    expect(window.location.hash).toBe('#/directorio');
  });

  it('goes where it was asked to as soon as the act that runs has kept it', async () => {
    const { keep } = await typed();
    await press('button', 'Guardar');
    await press('link', 'Inicio');
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
    expect(window.location.hash).toBe('#/directorio');
    keep();
    await screen.findByText('Guardado');
    await waitFor(() => {
      expect(window.location.hash).toBe('#/inicio');
    });
  });

  it('goes there as well where the form stays, blank, for the next one', async () => {
    const { keep } = await typed();
    await press('button', 'Guardar y otra');
    await press('link', 'Inicio');
    expect(window.location.hash).toBe('#/directorio');
    keep();
    await waitFor(() => {
      expect(window.location.hash).toBe('#/inicio');
    });
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
    window.location.hash = '#/citas';
    cleanup();
    expect(window.location.hash).toBe('#/citas');
  });

  it('asks once the act that ran was refused', async () => {
    const { refuse } = await typed();
    await press('button', 'Guardar');
    await press('link', 'Inicio');
    refuse();
    await question();
    await press('button', 'Seguir escribiendo');
    expect(window.location.hash).toBe('#/directorio');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Nombre', hidden: true }).value).toBe('Inventado');
  });

  it('stays where a later act keeps what was asked about before', async () => {
    const { keep } = await typed();
    await press('link', 'Inicio');
    await question();
    await press('button', 'Seguir escribiendo');
    await press('button', 'Guardar');
    keep();
    await screen.findByText('Guardado');
    expect(window.location.hash).toBe('#/directorio');
  });
});

describe('a button that opens another form in the place of this one', () => {
  function Page({ isKept }: { readonly isKept: boolean }) {
    const [open, setOpen] = useState('una');
    return (
      <>
        <a href="#/inicio">Inicio</a>
        <LineButton label="Corregir" of="otra" replaces="una" onClick={() => setOpen('otra')} />
        <LineButton label="Historial" of="otra" onClick={() => undefined} />
        <LineButton label="Corregir" of="aparte" replaces="aparte" onClick={() => undefined} />
        <p>Abierta: {open}</p>
        <LeaveQuestion
          isDirty={open === 'una'}
          isKept={isKept}
          replacing={{ place: 'una', words: 'Se pierde al abrir la otra.' }}
        />
      </>
    );
  }
  const draw = (isKept: boolean) =>
    render(
      <Look>
        <Page isKept={isKept} />
      </Look>,
    );

  it.each([true, false])('asks first, and opens it once one says so (a draft is kept: %s)', async (isKept) => {
    draw(isKept);
    for (const name of ['Historial: otra', 'Corregir: aparte']) await press('button', name);
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
    await press('button', 'Corregir: otra');
    await screen.findByRole('dialog', { name: '¿Abrir otra sin guardar lo escrito?', hidden: true });
    expect(screen.getByText('Se pierde al abrir la otra.')).toBeTruthy();
    await press('button', 'Seguir escribiendo');
    expect(screen.getByText('Abierta: una')).toBeTruthy();
    await press('button', 'Corregir: otra');
    await press('button', 'Abrir la otra');
    expect(screen.getByText('Abierta: otra')).toBeTruthy();
  });

  it('is all that asks where what is typed is kept while one is elsewhere', async () => {
    draw(true);
    await press('link', 'Inicio');
    expect(window.location.hash).toBe('#/inicio');
  });
});

describe('two forms of one page', () => {
  it('ask once', async () => {
    render(
      <Look>
        <LeaveQuestion isDirty />
        <LeaveQuestion isDirty />
      </Look>,
    );
    follow('/inicio');
    await screen.findByRole('dialog');
    expect(screen.getAllByRole('dialog', { hidden: true })).toHaveLength(1);
    await press('button', 'Salir sin guardar');
    expect(window.location.hash).toBe('#/inicio');
  });

  it('once the first is kept, what is typed in the other is asked about', async () => {
    const page = (isFirstTyped: boolean) => (
      <Look>
        <LeaveQuestion isDirty={isFirstTyped} busy={isFirstTyped} />
        <LeaveQuestion isDirty />
      </Look>
    );
    const { rerender } = render(page(true));
    follow('/inicio');
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
    rerender(page(false));
    await screen.findByRole('dialog');
    expect(window.location.hash).toBe('#/directorio');
  });
});
