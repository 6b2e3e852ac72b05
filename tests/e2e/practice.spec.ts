/** From the first screen to practice and back, by keyboard: two registers, never both. */
import type { Page } from '@playwright/test';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';

test.use({ mode: 'places' });

const mark = (page: Page) => page.getByText('PRÁCTICA').first();

test('chooses practice, works there, and comes back to the register of the centre', async ({ app }) => {
  const start = app.getByRole('heading', { level: 1, name: 'Aún no hay un registro en esta computadora' });
  await expect(start).toBeFocused();
  await expect(mark(app)).toBeHidden();
  await show(app, 'lugares-inicio');

  await pressOn(app, 'button', 'Practicar con datos inventados');
  await expect(app.getByLabel('Usuario')).toBeFocused();
  await expect(mark(app)).toBeVisible();
  await show(app, 'lugares-entrar-practica');
  await signIn(app, 'psico');
  await expect(mark(app)).toBeVisible();
  await lock(app);
  await expect(mark(app)).toBeVisible();

  await pressOn(app, 'button', 'Volver al registro del centro');
  await expect(start).toBeFocused();
  await expect(mark(app)).toBeHidden();

  // What is made here is real: nobody is asked, and no practice can come of it.
  await pressOn(app, 'button', 'Crear registro del centro');
  await expect(app.getByRole('heading', { level: 1, name: 'Datos del centro' })).toBeFocused();
  await expect(app.getByText('Qué registro va a crear')).toHaveCount(0);
  await show(app, 'lugares-centro');
});
