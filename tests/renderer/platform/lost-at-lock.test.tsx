/** What the neutral page says of what was typed: a draft where there is one, else that it is lost and where to look. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { LeaveGuard, TextControl, useAutosave, useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { LockedPage } from '../../../src/renderer/platform/locked-page.tsx';
import { useSessionAccess } from '../../../src/renderer/platform/session.tsx';
import { z } from '../../../src/shared/platform/zod.ts';
import { LockButton } from '../../support/lock-button.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const schema = z.strictObject({ name: z.string() });
const useOne = () => useSectionForm({ schema, defaultValues: { name: '' }, id: 'one' });

function Guarded() {
  const form = useOne();
  return (
    <>
      <LeaveGuard form={form} />
      <TextControl form={form} name="name" label="Nombre" />
    </>
  );
}

/** In a dialog or a panel: no draft, and nobody asks before it is left. */
function Plain() {
  const form = useOne();
  return (
    <>
      <TextControl form={form} name="name" label="Nombre" />
      <button onClick={() => void form.send(isKept)}>Guardar</button>
    </>
  );
}

function Drafted({ save }: { readonly save: () => Promise<void> }) {
  const form = useOne();
  useAutosave({ form, save });
  return <TextControl form={form} name="name" label="Nombre" />;
}

const isKept = () => Promise.resolve();
const isFull = () => Promise.reject(new Error('disk full'));

const forms = {
  guarded: <Guarded />,
  plain: <Plain />,
  drafted: <Drafted save={isKept} />,
  'drafted on a full disk': <Drafted save={isFull} />,
} as const;

function Window({ form }: { readonly form: keyof typeof forms }) {
  const { state } = useSessionAccess();
  if (state.kind === 'locked') return <LockedPage reason={state.reason} isLost={state.isLost} />;
  return (
    <>
      {forms[form]}
      <LockButton />
    </>
  );
}

async function draw(form: keyof typeof forms) {
  const centre = await startCentre();
  const session = await centre.sessionOf('admision');
  const told = drawTold(<Window form={form} />, { session, invoke: () => Promise.reject(new Error('not used')) });
  return { user: userEvent.setup(), session, ...told };
}

const kept = 'Si escribía algo, quedó como borrador.';
const lost = 'Algo que escribía no quedó guardado: al entrar, revise esa página y escríbalo otra vez.';

it.each([
  ['guarded', 'Ana', lost],
  ['guarded', '', kept],
  ['plain', 'Ana', lost],
  ['plain', 'A{Backspace}', kept],
  ['drafted', 'Ana', kept],
  ['drafted on a full disk', 'Ana', lost],
] as const)('a form that is %s, typed «%s»', async (form, typed, words) => {
  const { user } = await draw(form);
  if (typed !== '') await user.type(screen.getByRole('textbox', { name: 'Nombre' }), typed);
  await user.click(screen.getByRole('button', { name: 'Bloquear' }));
  expect((await screen.findByRole('status')).textContent).toBe(words);
});

it('loses nothing of what was sent', async () => {
  const { user } = await draw('plain');
  const field = screen.getByRole('textbox', { name: 'Nombre' });
  await user.type(field, 'Ana');
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await user.click(screen.getByRole('button', { name: 'Bloquear' }));
  expect((await screen.findByRole('status')).textContent).toBe(kept);
});

it('says it as well where the application locks, with why', async () => {
  const { user, session, tell } = await draw('guarded');
  await user.type(screen.getByRole('textbox', { name: 'Nombre' }), 'Ana');
  tell({ kind: 'locked', session: session.token, why: 'expired' });
  expect((await screen.findByRole('status')).textContent).toBe(`La jornada de 8 horas terminó. ${lost}`);
});
