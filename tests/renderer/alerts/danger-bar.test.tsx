/** The bar over every screen: a number and plain words, F9 and nothing else. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { DangerBar } from '../../../src/renderer/alerts/index.ts';
import { Dialog } from '../../../src/renderer/platform/ui/index.ts';
import { Shell } from '../../../src/renderer/platform/shell.tsx';
import { arrive } from '../../services/reception/at-the-door.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const Field = () => <input aria-label="Relato" />;
const Asking = () => (
  <Dialog opened title="¿Emitir?" cancel={{ label: 'Volver', onClick: () => undefined }}>
    <input aria-label="Motivo" />
  </Dialog>
);

async function show(login: Login, hash = '#/relato', centre = undefined as TestCentre | undefined) {
  centre ??= await startCentre();
  const he = { givenNames: 'Pedro Imaginario', firstSurname: 'Condori', secondSurname: 'Fingido' };
  const { caseId } = await centre.aCase({ aggressor: he });
  await arrive(centre, { saidName: 'Rosa Quispe Ficticia' });
  await arrive(centre, { saidName: 'Pedro Condori Fingido' });
  window.location.hash = hash.replace('$caseId', caseId);
  const screens = [
    { path: '/relato', Screen: Field, writes: null },
    { path: '/dialogo', Screen: Asking, writes: null },
    { path: '/casos/$caseId', Screen: Field, writes: null },
  ];
  const parts = {
    ...{ modules: [{ areas: [], screens }], SignIn: () => null, roleOf: () => '', loopback: false },
    ...{ workplacesOf: () => [], account: [], report: () => undefined, Danger: DangerBar },
  };
  await drawInWindow(centre, login, <Shell parts={parts} />);
  return userEvent.setup();
}

const bar = () => screen.findByRole('button', { name: /^Recibido/ });
const said = () => screen.getByRole('region', { name: 'Aviso al equipo' }).textContent;

it('says the arrival and what to do, and names nobody', async () => {
  await show('psico');
  await bar();
  expect(said()).toContain('A-02 toca a la ficha 2026-0001. Recepción, 09:00. Siga donde está hasta que le avisen.');
  expect(said()).not.toMatch(/Rosa|Pedro|Condori|agresor|riesgo/i);
});

it('says «esta ficha» on the very ficha, and tells Coordinación what is hers to do', async () => {
  await show('coordina', '#/casos/$caseId');
  await bar();
  expect(said()).toContain('A-02 toca a esta ficha. Recepción, 09:00. Vaya a la recepción.');
});

it('takes no focus: F9 receives from inside a field, then shows what to do, and Esc closes it', async () => {
  const user = await show('psico');
  await bar();
  const field = screen.getByLabelText('Relato');
  await user.type(field, 'Contó que');
  expect(document.activeElement).toBe(field);
  await user.keyboard('{F9}');
  await waitFor(() => expect(said()).toMatch(/A-02 recibido a las 09:00\. Nadie más lo ha recibido aún\./));
  expect(document.activeElement).toBe(field);
  await user.keyboard('{F9}');
  const steps = screen.getByRole('group', { name: 'Qué hacer' });
  expect(steps.textContent).toContain('Siga con ella donde está');
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('group', { name: 'Qué hacer' })).toBeNull();
});

it('does not take a second press for the next one, which nobody has read', async () => {
  const centre = await startCentre();
  const user = await show('psico', '#/relato', centre);
  await arrive(centre, { saidName: 'Pedro Condori Fingido' });
  const client = await centre.as('psico');
  expect((await client.listDangers({})).dangers).toHaveLength(2);
  cleanup();
  await show('psico', '#/relato', centre);
  await waitFor(() => expect(said()).toContain('Y '));
  const before = said();
  await user.keyboard('{F9}');
  await waitFor(() => expect(said()).not.toBe(before));
  await user.keyboard('{F9}');
  const { dangers } = await client.listDangers({});
  expect(dangers.filter(({ seenAt }) => seenAt !== null)).toHaveLength(1);
});

it('is received over an open dialog, which stays', async () => {
  const user = await show('psico', '#/dialogo');
  await bar();
  await user.type(await screen.findByLabelText('Motivo'), 'Pedido');
  await user.keyboard('{F9}');
  await waitFor(() => expect(said()).toContain('recibido a las'));
  expect(screen.getByRole('dialog', { name: '¿Emitir?' })).toBeDefined();
});

it('is nothing at the desk', async () => {
  await show('admision');
  await screen.findByLabelText('Relato');
  expect(said()).toBe('');
});

it('shows what to do of each that was received, not of the first alone', async () => {
  const centre = await startCentre();
  const user = await show('psico', '#/relato', centre);
  await arrive(centre, { saidName: 'Pedro Condori Fingido' });
  const client = await centre.as('psico');
  await bar();
  await user.keyboard('{F9}');
  await waitFor(() => expect(said()).toContain('Y 1 más'));
  const isAllReceived = async () => (await client.listDangers({})).dangers.every(({ seenAt }) => seenAt !== null);
  // Each is received once there was time to read it.
  await waitFor(
    async () => {
      await user.keyboard('{F9}');
      expect(await isAllReceived()).toBe(true);
    },
    { interval: 300 },
  );
  await screen.findByRole('button', { name: /^Qué hacer/ });
  if (screen.queryByRole('group', { name: 'Qué hacer' }) === null) await user.keyboard('{F9}');
  const steps = within(screen.getByRole('group', { name: 'Qué hacer' }));
  expect(steps.getAllByRole('link', { name: 'Abrir la ficha 2026-0001' })).toHaveLength(2);
  expect(steps.getByText(/toca a la ficha 2026-0001\. Recepción/).textContent).toContain('A-0');
});
