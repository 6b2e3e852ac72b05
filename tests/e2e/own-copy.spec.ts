/** A request about her data and the copy of it: registered, decided sentence by sentence, approved, let out; by keyboard. */
import { confirmWithPassword, expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'papers' });

test('her own copy leaves by two people, and whoever else asks is told nothing', async ({ app }) => {
  await signIn(app, 'legal');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Sus datos: pedidos y copia');
  await expect(app.getByRole('heading', { level: 1, name: 'Sus datos: pedidos y copia' })).toBeVisible();
  await show(app, 'sus-datos-vacio');
  await pressOn(app, 'button', 'Registrar un pedido');
  await typeInto(app, textbox(app, 'Qué pide, en sus palabras'), 'Quiere saber qué se guarda de ella.');
  await show(app, 'sus-datos-pedido');
  await pressOn(app, 'button', 'Registrar', app.getByRole('dialog'));
  await pressOn(app, 'button', 'Preparar la copia');
  await expect(app.getByRole('heading', { name: 'Copia de sus datos' })).toBeVisible();
  await show(app, 'sus-datos-copia');
  await pressOn(app, 'button', 'Ver el borrador');
  await expect(app.getByRole('dialog').getByRole('img').first()).toBeVisible();
  await show(app, 'sus-datos-borrador');
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', 'Pedir la aprobación');
  await confirmWithPassword(app, 'sus-datos-aprobacion');
  await expect(app.getByText('Espera que otra persona la apruebe')).toBeVisible();
  await lock(app);
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Aprobaciones');
  await expect(app.getByText(/copia de los datos de la persona usuaria de la ficha 2026-0001/).first()).toBeVisible();
  await show(app, 'sus-datos-aprobar');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Datos personales', app.getByRole('navigation', { name: 'Páginas de ajustes' }));
  await expect(app.getByRole('heading', { name: 'Pedidos sobre datos personales' })).toBeVisible();
  await pressOn(app, 'button', 'Pide datos otra persona');
  await show(app, 'sus-datos-otra-persona');
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', 'Ver');
  await expect(app.getByRole('dialog').getByRole('img').first()).toBeVisible();
  await show(app, 'paquete-auditoria');
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', 'Sacar con una segunda persona');
  await show(app, 'paquete-auditoria-segunda');
});

test('whoever attends her sees who opened the case', async ({ app }) => {
  await signIn(app, 'legal');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Quién abrió este caso');
  await expect(app.getByRole('heading', { level: 1, name: 'Quién abrió este caso' })).toBeVisible();
  await expect(app.getByText('Luz Inventada Legal').first()).toBeVisible();
  await show(app, 'quien-abrio');
});
