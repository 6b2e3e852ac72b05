/** The danger bar, by keyboard: over the work until it is received, and never where visitors look. */
import { holdShort } from '../../src/shared/reception/index.ts';
import { row } from './arrivals.ts';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { tabInto } from './keyboard.ts';

test.use({ mode: 'danger' });

test('the team is told with a number on every screen, receives it by F9, and visitors see nothing', async ({ app }) => {
  const bar = app.getByRole('region', { name: 'Aviso al equipo' });
  await signIn(app, 'psico');
  await expect(bar).toContainText('A-02 toca a la ficha 2026-0001.');
  await pressOn(app, 'link', 'Papeles y directorio');
  await expect(app.getByRole('heading', { level: 1, name: 'Directorio' })).toBeFocused();
  await expect(bar).toContainText('A-02');
  await show(app, 'peligro');
  await pressOn(app, 'link', 'Orden de llegada');
  await expect(bar).toContainText('A-02');
  const [visitors] = await Promise.all([app.waitForEvent('popup'), pressOn(app, 'button', 'Pantalla pública')]);
  await expect(visitors.getByText('A-02', { exact: true })).toBeVisible();
  await expect(visitors.locator('body')).not.toContainText(/toca a|ficha|Recibido/);
  await visitors.close();
  await app.keyboard.press('F9');
  await expect(bar).toContainText('A-02 recibido a las');
  await app.keyboard.press('F9');
  await expect(bar.getByRole('group', { name: 'Qué hacer' })).toBeVisible();
  await show(app, 'peligro-recibido');
  await app.keyboard.press('Escape');
  await lock(app);
  await expect(bar).toHaveCount(0);
  await signIn(app, 'coordina');
  await expect(bar).toContainText('Vaya a la recepción.');
  await app.keyboard.press('F9');
  await expect(bar).toContainText('Paula Inventada Psicóloga también lo recibió.');
});

test('Enter twice on a row that is held lets nobody pass', async ({ app }) => {
  await signIn(app, 'admision');
  const held = row(app, 'A-02');
  await expect(held).toContainText(holdShort);
  await tabInto(app, row(app, 'A-01'));
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  const asked = app.getByRole('dialog', { name: '¿Coordinación ya dijo que puede pasar A-02?' });
  await expect(asked.getByRole('button', { name: 'Todavía no' })).toBeFocused();
  await show(app, 'llegada-retenida');
  await app.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(held).toBeFocused();
  await expect(held).toContainText('En espera');
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', 'Sí, llamar', asked);
  await expect(held).toContainText('Llamada');
});
