/** The Plan de Atención Integral: proposals put, one that does not apply, agreed with her, closed by the work; by keyboard. */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, search, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'urgent' });

test('a plan is made from what is proposed, agreed with her, and closed by the work', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Plan de atención');
  await expect(app.getByRole('heading', { level: 1, name: 'Plan de Atención Integral' })).toBeVisible();
  await show(app, 'plan-de-atencion-vacio');
  await pressOn(app, 'button', 'Poner: Elaborar el plan de seguridad');
  await expect(app.getByRole('button', { name: 'Cambiar: Elaborar el plan de seguridad' })).toBeVisible();
  await pressOn(app, 'button', 'No corresponde: Informar sobre el sistema de protección y de justicia');
  await typeInto(app, textbox(app, 'Por qué no corresponde'), 'Ya conoce el proceso.');
  await pressOn(app, 'button', 'No corresponde', app.getByRole('dialog'));
  await expect(app.getByRole('heading', { name: 'No corresponden · 1' })).toBeVisible();
  await pressOn(app, 'button', 'Agregar una acción');
  await pressOn(app, 'button', 'Poner en el plan', app.getByRole('dialog'));
  await expect(app.getByText('Elija la acción.').first()).toBeVisible();
  await show(app, 'plan-de-atencion-error');
  await search(app, textbox(app, 'Acción'), 'Otra acción');
  await typeInto(app, textbox(app, 'Qué acción'), 'Acompañarla a cambiar la chapa');
  await choose(app, group(app, 'Servicio'), 'Psicología');
  await typeInto(app, textbox(app, 'Hasta'), '12/06/2026');
  await show(app, 'plan-de-atencion-agregar');
  await pressOn(app, 'button', 'Poner en el plan', app.getByRole('dialog'));
  await expect(app.getByRole('heading', { name: 'En curso · 2' })).toBeVisible();
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await app.keyboard.press('Control+Enter');
  await typeInto(app, textbox(app, 'Qué no quiso'), 'Hogar de Refugio Temporal');
  await pressOn(app, 'button', 'Acordar', app.getByRole('dialog'));
  await expect(app.getByText('Hogar de Refugio Temporal')).toBeVisible();
  await pressOn(app, 'button', 'Cambiar: Acompañarla a cambiar la chapa');
  await choose(app, group(app, 'Cómo está'), 'Hecha');
  await pressOn(app, 'button', 'Guardar', app.getByRole('dialog'));
  await expect(app.getByRole('heading', { name: 'Hechas · 1' })).toBeVisible();
  await show(app, 'plan-de-atencion');
});
