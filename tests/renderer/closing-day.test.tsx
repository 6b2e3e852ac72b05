import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { closingRoutes, leftWords } from '../../src/renderer/closing-day.tsx';
import { useSessionAccess } from '../../src/renderer/platform/session.tsx';
import { arrive } from '../services/reception/at-the-door.ts';
import { closeCentres, startCentre } from '../support/start-application.ts';
import { drawInWindow } from '../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const Screen = closingRoutes.screens[0]?.Screen ?? (() => null);

/** The frame around a screen goes with the session. */
function WhileOpen() {
  const { state } = useSessionAccess();
  return state.kind === 'open' ? <Screen params={{}} /> : <p>Sesión cerrada</p>;
}

async function centreWithCopies() {
  const folder = mkdtempSync(join(tmpdir(), 'copies-'));
  const centre = await startCentre();
  await (await centre.as('coordina')).chooseCopyFolder({ folder });
  return { centre, folder };
}

it('makes the copy before the session ends', async () => {
  const { centre, folder } = await centreWithCopies();
  await drawInWindow(centre, 'coordina', <WhileOpen />);
  const before = (await (await centre.as('coordina')).listCopies({})).copies.length;
  await userEvent.click(await screen.findByRole('button', { name: /^Hacer la copia y cerrar sesión/ }));
  expect(await screen.findByText('Sesión cerrada')).toBeTruthy();
  expect((await (await centre.as('coordina')).listCopies({})).copies.length).toBeGreaterThan(before);
  rmSync(folder, { recursive: true });
});

it('stays, and says why, when the copy could not be made', async () => {
  const { centre, folder } = await centreWithCopies();
  await drawInWindow(centre, 'coordina', <WhileOpen />);
  const button = await screen.findByRole('button', { name: /^Hacer la copia y cerrar sesión/ });
  rmSync(folder, { recursive: true });
  await userEvent.click(button);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: 'Cerrar el día' })).toBeTruthy();
  expect(await screen.findByRole('button', { name: /^Cerrar sesión sin copia/ })).toBeTruthy();
});

it('does not end the day while nobody knows whether there is a folder', async () => {
  const { centre, folder } = await centreWithCopies();
  const client = { ...(await centre.as('coordina')), getCopyState: () => new Promise<never>(() => undefined) };
  await drawInWindow({ ...centre, as: () => Promise.resolve(client) }, 'coordina', <WhileOpen />);
  await userEvent.click(await screen.findByRole('button', { name: /^Hacer la copia y cerrar sesión/ }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.queryByText('Sesión cerrada')).toBeNull();
  rmSync(folder, { recursive: true });
});

it('asks before the session ends without a copy', async () => {
  const centre = await startCentre();
  await drawInWindow(centre, 'admision', <WhileOpen />);
  await screen.findByRole('button', { name: /^Cerrar sesión sin copia/ });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('dialog', { name: '¿Cerrar sesión sin copia?' })).toBeTruthy();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.queryByText('Sesión cerrada')).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Cerrar sin copia' }));
  expect(await screen.findByText('Sesión cerrada')).toBeTruthy();
});

it('offers no end of an attention of somebody else', async () => {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre, { service: 'psychology' });
  await (await centre.as('psico')).attendArrival({ arrivalId, version: 1, staffId: null });
  await arrive(centre);
  await drawInWindow(centre, 'admision', <WhileOpen />);
  expect(await screen.findByRole('group', { name: 'Cómo termina A-02' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Cómo termina A-01' })).toBeNull();
  expect(screen.getByText(/^En atención con Psicología · .+, desde \d\d:\d\d$/)).toBeTruthy();
  expect(screen.getByText('La cierra quien la atiende.')).toBeTruthy();
});

it('leaves the end of an attention to whoever attends', async () => {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre, { service: 'psychology' });
  await (await centre.as('psico')).attendArrival({ arrivalId, version: 1, staffId: null });
  await drawInWindow(centre, 'psico', <WhileOpen />);
  expect(await screen.findByRole('group', { name: 'Cómo termina A-01' })).toBeTruthy();
});

it('names what stays open', () => {
  expect(leftWords(0, 0)).toBeNull();
  expect(leftWords(1, 0)).toBe('Queda 1 llegada: lo que no marque sigue abierto mañana.');
  expect(leftWords(2, 1)).toBe('Quedan 2 llegadas y 1 cita: lo que no marque sigue abierto mañana.');
});
