/** A half typed attention on its page, over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AttentionsPage } from '../../../src/renderer/care/attentions-screen.tsx';
import { AttentionNote } from '../../../src/renderer/care/attention-note.tsx';
import { useSessionAccess } from '../../../src/renderer/platform/session.tsx';
import { follow } from '../../../src/renderer/platform/routes.ts';
import { LockButton } from '../../support/lock-button.tsx';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

beforeEach(() => {
  window.location.hash = '#/casos';
});
afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** As long as somebody is in, as in the window. */
function Desk({ caseId }: { readonly caseId: string }) {
  const { state } = useSessionAccess();
  if (state.kind !== 'open') return null;
  return (
    <>
      <AttentionsPage caseId={caseId} isClosed={false} />
      <LockButton />
    </>
  );
}

async function draw(centre: TestCentre, caseId: string) {
  await drawInWindow(centre, 'psico', <Desk caseId={caseId} />);
  return screen.findByRole('textbox', { name: 'Nota' });
}

const half = 'Llamó la tía; queda pendiente';
const recovered = 'Se recuperó la atención que estaba escribiendo.';

async function drafts(centre: TestCentre) {
  return (await (await centre.as('psico')).listMyDrafts({})).drafts.map(({ form }) => form);
}

async function firstAction(centre: TestCentre, caseId: string) {
  const { actions } = await (await centre.as('psico')).listAttentions({ caseId });
  const own = actions.find(({ service }) => service === 'psychology');
  if (own === undefined) throw new Error('no action of her service');
  return own;
}

it.each(['the page is left', 'the window locks'])('is there again after %s, also over the history', async (how) => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const user = userEvent.setup();
  const field = await draw(centre, caseId);
  expect(screen.queryByText(recovered)).toBeNull();
  await user.type(field, half);
  if (how === 'the window locks') await user.click(screen.getByRole('button', { name: 'Bloquear' }));
  else cleanup();
  await waitFor(async () => {
    expect(await drafts(centre)).toEqual(['attention']);
  });
  cleanup();
  expect(await draw(centre, caseId)).toHaveProperty('value', half);
  expect(screen.getByText(recovered)).toBeTruthy();
  cleanup();
  await drawInWindow(centre, 'psico', <AttentionNote caseId={caseId} onDone={() => undefined} />);
  expect(await screen.findByRole('textbox', { name: 'Nota' })).toHaveProperty('value', half);
});

it('leaves no draft once it is registered, and the form is blank for the next', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const user = userEvent.setup();
  const client = await centre.as('psico');
  const { draftId } = await client.openDraft({ form: 'attention', caseId });
  const { code } = await firstAction(centre, caseId);
  const values = { action: code, on: '2026-06-01', time: null, withWhom: 'user', outcome: 'done', note: half };
  await client.saveDraft({ draftId, body: JSON.stringify({ version: 0, values }) });
  expect(await draw(centre, caseId)).toHaveProperty('value', half);
  await user.click(screen.getByRole('button', { name: 'Registrar atención' }));
  await screen.findByText('1 atención');
  expect(screen.getByRole('textbox', { name: 'Nota' })).toHaveProperty('value', '');
  expect(screen.queryByText(recovered)).toBeNull();
  expect(await drafts(centre)).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Nota' }), 'Otra');
  cleanup();
  await waitFor(async () => {
    expect(await drafts(centre)).toEqual(['attention']);
  });
});

it('asks before a correction that is not kept is left', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const { code } = await firstAction(centre, caseId);
  await (
    await centre.as('psico')
  ).recordAttention({
    caseId,
    attention: {
      ...{ action: code, on: '2026-06-01', time: null, withWhom: 'user', outcome: 'done', note: 'Vino' },
    },
  });
  const user = userEvent.setup();
  await draw(centre, caseId);
  await user.click(await screen.findByRole('button', { name: /^Corregir/ }));
  await user.type(await screen.findByRole('textbox', { name: 'Nota' }), ' sola');
  follow('/directorio');
  await screen.findByText('¿Salir sin guardar lo escrito?');
  expect(window.location.hash).toBe('#/casos');
});
