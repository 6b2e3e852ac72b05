/** F1 opens the page of this very screen beside it, on the locked page too; Esc gives the place back. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { ScreenHelp } from '../../../../src/renderer/help-pages.tsx';
import { Shell } from '../../../../src/renderer/platform/shell.tsx';
import { closeCentres, startCentre } from '../../../support/start-application.ts';
import { drawInWindow } from '../../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const Field = () => (
  <>
    <h1>Verificar código</h1>
    <input aria-label="Código" />
  </>
);

const screens = [
  { path: '/verificar', Screen: Field, writes: null },
  { path: '/ajustes/tablas/$tableId', Screen: Field, writes: null },
];
const parts = {
  ...{ modules: [{ areas: [], screens }], SignIn: () => <p>Entre</p>, roleOf: () => '', loopback: false },
  ...{ workplacesOf: () => [], account: [], report: () => undefined, Help: ScreenHelp },
};

async function open(hash: string) {
  window.location.hash = hash;
  await drawInWindow(await startCentre(), 'psico', <Shell parts={parts} />);
  await screen.findByLabelText('Código');
  return userEvent.setup();
}

const article = async (name: string) => {
  await screen.findByRole('dialog', { name: 'Ayuda' });
  return screen.findByRole('article', { name });
};

it('shows the page of the screen, and gives the field back', async () => {
  const user = await open('#/verificar');
  const field = screen.getByLabelText('Código');
  await user.click(field);
  await user.keyboard('{F1}');
  expect((await article('Verificar código')).textContent).toContain('código');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(field));
});

it('knows a screen whose address carries an id, goes to another page and back', async () => {
  const user = await open('#/ajustes/tablas/ubigeo');
  await user.keyboard('{F1}');
  const page = within(await article('Tablas y reglas'));
  await user.click(page.getByRole('button', { name: 'Modelos' }));
  await article('Modelos');
  await user.click(screen.getByRole('button', { name: 'Volver' }));
  await article('Tablas y reglas');
});

it('searches, and lists all pages', async () => {
  const user = await open('#/verificar');
  await user.keyboard('{F1}');
  await article('Verificar código');
  await user.type(screen.getByRole('searchbox', { name: 'Buscar en el manual' }), 'sala espera');
  await user.click(screen.getByRole('button', { name: 'Llegadas y sala de espera' }));
  await article('Llegadas y sala de espera');
  await user.click(screen.getByRole('button', { name: 'Contenido' }));
  expect(screen.getByRole('button', { name: 'Plazos: lo vencido, lo de hoy y lo de la semana' })).toBeDefined();
});

it('has the keys on its second tab', async () => {
  const user = await open('#/verificar');
  await user.keyboard('{F1}');
  await user.click(await screen.findByRole('tab', { name: 'Teclas' }));
  expect(screen.getByText('La ayuda de esta pantalla y estas teclas')).toBeDefined();
});

it('goes with the lock, and helps on the locked page', async () => {
  const user = await open('#/verificar');
  await user.keyboard('{F1}');
  await article('Verificar código');
  await user.keyboard('{F12}');
  await screen.findByText('Entre');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{F1}');
  await article('Entrar y bloquear');
});
