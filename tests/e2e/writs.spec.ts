/** The writs of a case by keyboard: every kind to choose from, one written with its own questions, seen and issued. */
import { expect, expectAccessible, lock, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, tabInto, textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

const ficha = '2026-0024';
const breach = 'Comunicación de incumplimiento de medidas';

async function openWrits(page: Page): Promise<void> {
  await pressOn(page, 'button', ficha);
  await pressOn(page, 'link', /^Documentos /);
  await pressOn(page, 'button', 'Todos los escritos');
  await expect(page.getByRole('heading', { level: 1, name: 'Escritos' })).toBeVisible();
}

test('chooses a kind, is asked what that kind needs, keeps the draft over a lock, and issues it', async ({ app }) => {
  await signIn(app, 'legal');
  await openWrits(app);
  await expect(app.getByText('18 escritos')).toBeVisible();
  await show(app, 'escritos');
  await typeInto(app, textbox(app, 'Buscar un escrito'), 'incumplimiento');
  await expect(app.getByText('1 escrito', { exact: true })).toBeVisible();
  await show(app, 'escritos-buscar');
  await pressOn(app, 'link', breach);
  await expect(app.getByRole('heading', { level: 1, name: breach })).toBeVisible();
  await choose(app, group(app, 'Tratamiento'), 'Señora Jueza');
  await typeInto(app, textbox(app, 'Despacho al que se dirige'), 'del Juzgado de Familia de Villa Inventada');
  await typeInto(app, textbox(app, 'Expediente, carpeta fiscal o denuncia'), '00012-2026-0-0000');
  await choose(app, group(app, 'A quién se dirige esta versión'), 'Juzgado de familia');
  await typeInto(app, textbox(app, 'Número de la resolución que dictó las medidas'), 'Resolución N.º 2');
  await typeInto(app, textbox(app, 'Qué hizo y de qué modo'), 'La esperó en la esquina y le gritó.');
  await show(app, 'escrito');

  await lock(app);
  await signIn(app, 'legal');
  await pressOn(app, 'link', /^Mi día/);
  await openWrits(app);
  await expect(app.getByRole('table', { name: 'Escritos de este caso: 1' })).toContainText('Borrador');
  await show(app, 'escritos-borrador');
  await pressOn(app, 'link', `Continuar: ${breach}`);
  await expect(textbox(app, 'Qué hizo y de qué modo')).toHaveValue('La esperó en la esquina y le gritó.');
  await expect(app.getByRole('region', { name: 'Datos que faltan' })).toContainText(/fecha en que se notificó/i);
  await pressOn(app, 'button', /^Preguntar después los \d+ datos$/);
  // The button has gone, and what came of it has the focus.
  await expect(app.getByRole('link', { name: /^Se le preguntarán \d+ datos$/ })).toBeFocused();
  await show(app, 'escrito-preguntas');
  await pressOn(app, 'button', 'Ver borrador');
  await expect(app.locator('canvas').first()).toBeVisible();
  await show(app, 'escrito-borrador');

  await pressOn(app, 'button', 'Emitir…');
  const dialog = app.getByRole('dialog');
  await expect(dialog).toContainText(/fecha en que se notificó/i);
  await show(app, 'escrito-emitir');
  await tabInto(app, dialog.getByRole('group').first());
  await app.keyboard.press('Space');
  await pressOn(app, 'button', /^Emitir/, dialog);
  await expect(app.getByRole('button', { name: 'Guardar PDF' })).toBeVisible();
  await pressOn(app, 'button', 'Ir a Documentos');
  await tabTo(app, 'button', 'Todos los escritos');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('table', { name: 'Escritos de este caso: 1' })).toContainText('Emitido');
  await show(app, 'escritos-emitido');
});

test('asks in the interview for what the writ lacked, and says beside it what became of the question', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await openWrits(app);
  await pressOn(app, 'link', breach);
  await pressOn(app, 'button', /^Preguntar después los \d+ datos$/);
  await expect(app.getByRole('button', { name: /^Preguntar después/ })).toHaveCount(0);
  await pressOn(app, 'link', /^Se le preguntarán \d+ datos$/);
  await expect(app.getByRole('heading', { level: 1, name: 'Entrevistas' })).toBeVisible();
  await expect(app.getByText(`Para: ${breach}`)).toHaveCount(12);
  await typeInto(app, textbox(app, 'Otra pregunta'), '¿Tiene copia de la resolución?');
  await app.keyboard.press('Enter');
  await expect(app.getByText('¿Tiene copia de la resolución?')).toBeVisible();
  await show(app, 'entrevista-preguntas');
  await pressOn(app, 'button', 'Ya respondió: ¿Tiene copia de la resolución?');
  await pressOn(app, 'button', /^No quiso o no pudo responder: Fecha en que se notificó/);
  await expect(app.getByText('Preguntas ya hechas (2)')).toBeVisible();
  await pressOn(app, 'link', /^Mi día/);
  await openWrits(app);
  await pressOn(app, 'link', breach);
  await expect(app.getByText(/^Se le preguntó el .*: no quiso o no pudo responder\.$/)).toBeVisible();
  await expect(app.getByRole('button', { name: /^Preguntar otra vez, en la próxima entrevista: fecha/ })).toBeVisible();
  await expectAccessible(app, 'asked once');
});
