/** The clock of a case by keyboard: a breach at night, the decision with its two dates, a hearing, the board. */
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, search, tabInto, textbox, tick, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

const number = '2026-0024';
const words = 'Llamó a la puerta y gritó amenazas inventadas.';

async function openCase(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Mi día/);
  await pressOn(page, 'button', number);
  await expect(page.getByRole('heading', { level: 1, name: `Ficha ${number}` })).toBeVisible();
}

async function openProceeding(page: Page): Promise<void> {
  await openCase(page);
  await pressOn(page, 'link', 'Proceso');
  await expect(page.getByRole('heading', { level: 1, name: 'Proceso' })).toBeVisible();
}

async function typeDate(page: Page, label: string, date: string): Promise<void> {
  await typeInto(page, textbox(page, label), date);
  await page.keyboard.press('Tab');
}

test('a breach at night, told by the psychologist on duty', async ({ app, centre }) => {
  // 00:10 of the 11th in Lima.
  await centre.tell({ set: '2026-06-11T05:10:00.000Z' });
  await signIn(app, 'psico');
  await openCase(app);
  await app.keyboard.press('Shift+F4');
  const dialog = app.getByRole('dialog', { name: 'Nuevo hecho o incumplimiento' });
  await expect(dialog).toBeVisible();
  await pressOn(app, 'button', 'Avisar', dialog);
  await expect(app.getByRole('group', { name: /^Revise 2 datos/ })).toBeFocused();
  await show(app, 'incumplimiento-error');
  await choose(app, group(app, 'Qué pasó'), 'Incumplimiento de medidas');
  await typeDate(app, 'Fecha del hecho', '10062026');
  await typeInto(app, textbox(app, 'Hora'), '2340');
  await typeInto(app, textbox(app, 'Lo que se sabe'), words);
  await typeInto(app, textbox(app, 'Quién lo contó'), 'La persona usuaria por teléfono');
  await show(app, 'incumplimiento');
  await pressOn(app, 'button', 'Avisar', dialog);
  const told = app.getByRole('dialog', { name: 'Avisado' });
  await expect(told).toContainText('11/06/2026 23:40');
  await expect(told.getByRole('link', { name: 'Volver a valorar el riesgo' })).toBeVisible();
  await show(app, 'incumplimiento-avisado');
  await app.keyboard.press('Escape');
  await lock(app);

  await signIn(app, 'legal');
  const next = app.getByRole('region', { name: 'Lo que sigue en mis casos' });
  await expect(next.getByRole('link', { name: /^Responder: incumplimiento de medidas/ })).toBeVisible();
  await expect(app.getByText(words).first()).toBeVisible();
  await openCase(app);
  const history = app.getByRole('list', { name: /^Historia/ });
  await expect(history.getByRole('listitem').first()).toContainText('Incumplimiento de medidas');
  await expect(history).toContainText(words);
  await pressOn(app, 'link', 'Proceso');
  await expect(app.getByRole('region', { name: 'Plazos', exact: true })).toContainText('Comunicar el incumplimiento');
  await show(app, 'proceso-incumplimiento');
});

test('from the decision to a closed term, with both dates and the days that do not count', async ({ app, centre }) => {
  await centre.tell({ set: '2026-06-26T15:00:00.000Z' });
  await signIn(app, 'legal');
  await openProceeding(app);
  await show(app, 'proceso-vacio');
  await pressOn(app, 'button', 'Registrar acto');
  await search(app, textbox(app, 'Qué pasó'), 'decision sobre medidas');
  await typeDate(app, 'Fecha', '24062026');
  await typeInto(app, textbox(app, 'Órgano'), 'Juzgado de Familia Inventado');
  await typeInto(app, textbox(app, 'Expediente, carpeta o informe'), '00123-2026');
  await typeInto(app, textbox(app, 'Documento que lo dice'), 'Resolución 1 del 24/06/2026');
  await pressOn(app, 'button', 'Ya fue notificado');
  await choose(app, group(app, 'Cómo se notificó'), 'Casilla electrónica');
  await typeDate(app, 'Fecha de ingreso', '25062026');
  await tick(app, group(app, 'Medidas'), 'Impedimento de acercamiento o proximidad');
  await pressOn(app, 'button', 'Registrar acto', app.getByRole('region', { name: 'Registrar un acto' }));
  await expect(app.getByRole('group', { name: /^Revise 1 dato/ })).toBeFocused();
  await show(app, 'proceso-acto-error');
  await tabInto(app, app.getByRole('radiogroup', { name: /^Qué se decidió: Impedimento/ }));
  await app.keyboard.press('Space');
  await show(app, 'proceso-acto');
  await pressOn(app, 'button', 'Registrar acto', app.getByRole('region', { name: 'Registrar un acto' }));
  const deadlines = app.getByRole('region', { name: 'Plazos', exact: true });
  await expect(deadlines).toContainText('Si el día del efecto es el primero: 02/07/2026 23:59');
  await expect(deadlines).toContainText('Si el primero es el siguiente: 03/07/2026 23:59');
  await expect(deadlines).toContainText('29/06 San Pedro y San Pablo');

  await pressOn(app, 'button', 'Programar audiencia');
  await search(app, textbox(app, 'Audiencia'), 'vista');
  await typeDate(app, 'Día', '26062026');
  await typeInto(app, textbox(app, 'Hora'), '1530');
  await typeInto(app, textbox(app, 'Órgano'), 'Sala de Familia Inventada');
  await typeInto(app, textbox(app, 'Sala y dirección'), 'Sala 2, Jr. Los Ejemplos 500');
  await typeInto(app, textbox(app, 'Qué llevar'), 'DNI y la resolución');
  await choose(app, group(app, 'Quién asiste por el centro'), 'Luz Inventada Legal');
  await pressOn(app, 'button', 'Guardar audiencia');
  await expect(app.getByRole('table', { name: '1 audiencia' })).toContainText('Luz Inventada Legal');
  await show(app, 'proceso');
  await pressOn(app, 'button', /^Hoja: 26/);
  await expect(app.getByRole('region', { name: 'Hoja de audiencia', exact: true })).toBeVisible();
  await show(app, 'hoja-de-audiencia');
  await app.keyboard.press('Escape');

  await pressOn(app, 'link', /^Plazos/);
  // Beside the term to appeal stand those that the ficha starts by itself.
  const appeal = app.getByRole('table', { name: 'Próximos 7 días' }).getByRole('row', { name: /Apelar/ });
  await expect(appeal).toBeVisible();
  await expect(app.getByRole('table', { name: 'Audiencias' })).toContainText('15:30');
  await show(app, 'plazos');
  await pressOn(app, 'button', 'Hoja del día');
  await expect(app.getByRole('region', { name: 'Hoja del día', exact: true })).toBeVisible();
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', number, appeal);
  await expect(app.getByRole('heading', { level: 1, name: 'Proceso' })).toBeVisible();
  await pressOn(app, 'button', /^Cerrar plazo: Apelar/);
  const dialog = app.getByRole('dialog');
  await pressOn(app, 'button', 'Cerrar plazo', dialog);
  await expect(app.getByRole('group', { name: /^Revise 1 dato/ })).toBeFocused();
  await typeInto(app, textbox(app, 'Con qué se comprueba'), 'Cargo 45 del 26/06/2026');
  await show(app, 'plazo-cerrar');
  await pressOn(app, 'button', 'Cerrar plazo', dialog);
  await expect(app.getByRole('region', { name: 'Plazos', exact: true })).toContainText('Cargo 45 del 26/06/2026');
});
