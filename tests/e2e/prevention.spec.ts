/** Promoción: an activity planned, its attendance typed by keyboard, a programme, and what Coordinación reads of it. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, lock, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { pdfOf, pngOf } from '../support/files.ts';
import { countEffort, effortTable } from './effort.ts';
import { walkTo } from './tab-walk.ts';

test.afterAll(() => {
  process.stdout.write(`\n${effortTable()}\n`);
});

async function choose(page: Page, name: string, text: string): Promise<void> {
  await walkTo(
    page,
    page
      .getByRole('dialog')
      .getByLabel(new RegExp(`^${name}`))
      .first(),
  );
  await page.keyboard.type(text);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await walkTo(
    page,
    page
      .getByRole('dialog')
      .getByLabel(new RegExp(`^${name}`))
      .first(),
  );
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

type Plan = { readonly on: string; readonly kind: string; readonly topic: string };

async function plan(page: Page, { on, kind, topic }: Plan): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type(page, 'Fecha', on);
  await type(page, 'Hora', '0900');
  await type(page, 'Duración', '120');
  await choose(page, 'Tipo', kind);
  await choose(page, 'Grupo', 'escolares');
  await type(page, 'Tema', topic);
  await choose(page, 'Público', 'Estudiantes');
  await type(page, 'Lugar', 'Colegio Los Ejemplos');
  await choose(page, 'Distrito', 'San Juan de Lurigancho');
  await pressOn(page, 'button', 'Guardar', page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('an activity is planned and its attendance typed in less than a minute, by keyboard', async ({ app }) => {
  await signIn(app, 'promocion');
  await expect(app.getByText('Toda actividad hecha tiene su asistencia.')).toBeVisible();
  await pressOn(app, 'link', 'Prevención');
  await expect(app.getByRole('heading', { level: 1, name: 'Prevención' })).toBeFocused();
  await expectAccessible(app, 'an empty month');

  await app.keyboard.press('Alt+n');
  await pressOn(app, 'button', 'Guardar', app.getByRole('dialog'));
  await expect(app.getByRole('dialog').getByText('Complete este dato.').first()).toBeVisible();
  await app.keyboard.press('Escape');
  await plan(app, { on: '09062026', kind: 'Taller', topic: 'Señales de control' });
  await plan(app, { on: '11062026', kind: 'Feria', topic: 'Feria de servicios' });
  await pressOn(app, 'button', /Señales de control/);
  await expect(app.getByRole('heading', { level: 2, name: 'Taller «Señales de control», martes 9' })).toBeVisible();

  const began = Date.now();
  const first = app.getByRole('textbox', { name: 'Mujeres, 0–5' });
  await tabTo(app, 'textbox', 'Mujeres, 0–5');
  // Tab goes right, a number and Enter goes down, from the last row to the top of the next column.
  await app.keyboard.press('Tab');
  await app.keyboard.press('Tab');
  await app.keyboard.type('19');
  await app.keyboard.press('Enter');
  await app.keyboard.type('16');
  await app.keyboard.press('Enter');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('textbox', { name: 'Mujeres, 18–29' })).toBeFocused();
  await app.keyboard.press('Tab');
  await app.keyboard.type('2');
  await expect(app.locator('[data-sum]')).toHaveText('37');
  await tabTo(app, 'textbox', /^En la lista firmada/);
  await app.keyboard.type('38');
  await expect(app.getByText('La lista dice 38 y la tabla suma 37.')).toBeVisible();
  await show(app, 'prevencion-asistencia');
  await pressOn(app, 'button', 'Poner 1 en «sin dato»');
  await expect(app.locator('[data-sum]')).toHaveText('38');
  expect(Date.now() - began, 'typed in less than a minute').toBeLessThan(60_000);

  // What is no number stays where it is, with its message, and nothing is saved.
  await tabTo(app, 'textbox', 'Hombres, 6–11');
  await app.keyboard.type('dos');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByText('Escriba números enteros; en blanco es 0.').first()).toBeVisible();
  await expectAccessible(app, 'a cell that is no number');
  await app.getByRole('textbox', { name: 'Hombres, 6–11' }).press('Control+A');
  await app.keyboard.press('Delete');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByText('junio · 1 hecha, 1 por venir · 38 participaciones')).toBeVisible();
  await expect(app.getByRole('button', { name: /^Guardar cambios/ })).toBeVisible();
  await expect(first).toHaveValue('');

  // A photograph of children without the permission of their guardians is not kept.
  await app.locator('summary', { hasText: 'En papel o fuera del programa' }).press('Enter');
  for (const [name, value] of [
    ['Fotos fuera del programa', '2'],
    ['Personas adultas que se reconocen', '0'],
    ['Permisos firmados por ellas', '0'],
    ['Menores que se reconocen', '3'],
    ['Permisos de su madre, padre o tutor', '1'],
  ] as const) {
    await tabTo(app, 'textbox', new RegExp(`^${name}`));
    await app.keyboard.type(value);
  }
  await app.keyboard.press('Control+Enter');
  await expect(app.getByText(/Falta el permiso de alguien/).first()).toBeVisible();
  await expectAccessible(app, 'a photograph without permission');

  // One that is kept in the program asks the same, and a signed list is seen by who leads the activity.
  const dialog = app.getByRole('dialog');
  await pressOn(app, 'button', 'Guardar una foto');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: await pngOf(640, 400) });
  for (const [name, value] of [
    ['Personas adultas que se reconocen', '0'],
    ['Permisos firmados por ellas', '0'],
    ['Menores que se reconocen', '3'],
    ['Permisos de su madre, padre o tutor', '2'],
  ] as const)
    await type(app, name, value);
  await pressOn(app, 'button', 'Guardar', dialog);
  await expect(dialog.getByText(/Falta el permiso de alguien/).first()).toBeVisible();
  await show(app, 'prevencion-foto');
  await type(app, 'Permisos de su madre, padre o tutor', '3');
  await pressOn(app, 'button', 'Guardar', dialog);
  await expect(dialog).toBeHidden();
  await pressOn(app, 'button', 'Guardar la lista firmada');
  const list = await pdfOf(['Lista firmada inventada']);
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'lista.pdf', mimeType: 'application/pdf', buffer: Buffer.from(list) });
  await pressOn(app, 'button', 'Guardar', dialog);
  await expect(dialog).toBeHidden();
  await pressOn(app, 'button', /^Ver Lista firmada/);
  await expect(dialog.locator('canvas, img').first()).toBeVisible();
  await show(app, 'prevencion-lista');
  await app.keyboard.press('Alt+m');
  await expect(dialog.getByText('Con discreción no se muestra.')).toBeVisible();
  await app.keyboard.press('Alt+m');
  await app.keyboard.press('Escape');
  await expectAccessible(app, 'a photograph and a list');
  await pressOn(app, 'button', /^Borrar Fotografía/);
  await pressOn(app, 'button', 'Borrar', dialog);
  await expect(app.getByRole('button', { name: /^Ver Fotografía/ })).toBeHidden();
});

test('a programme counts its factors before and after, and Coordinación reads all of it', async ({ app }) => {
  await signIn(app, 'promocion');
  await pressOn(app, 'link', 'Prevención');
  await pressOn(app, 'button', 'Agregar');
  await type(app, 'Nombre del programa', 'Varones por el buen trato');
  await type(app, 'Con qué grupo', 'Local comunal La Loma');
  await type(app, 'Participantes', '18');
  await type(app, 'Sesiones previstas', '8');
  await pressOn(app, 'button', 'Guardar', app.getByRole('dialog'));
  await expect(app.getByText('18 participantes, por código (P01 a P18) · sesión 1 de 8')).toBeVisible();

  await pressOn(app, 'button', 'Solo totales de Varones por el buen trato');
  await type(app, 'Antes: día', '05052026');
  await type(app, 'Después: día', '09062026');
  await type(app, 'Cuántas personas respondieron después', '16');
  await type(app, 'Justifica controlar el dinero: antes', '12');
  await walkTo(app, app.getByRole('dialog').getByLabel('Justifica controlar el dinero: se trabajó'));
  await app.keyboard.press('Space');
  await type(app, 'Justifica controlar el dinero: después', '5');
  await type(app, 'Consume alcohol cada semana: antes', '19');
  await type(app, 'Consume alcohol cada semana: después', '7');
  await pressOn(app, 'button', 'Guardar', app.getByRole('dialog'));
  await expect(app.getByText('Son más que las 18 que respondieron.').first()).toBeVisible();
  await expectAccessible(app, 'more than answered');
  await type(app, 'Consume alcohol cada semana: antes', '7');
  await pressOn(app, 'button', 'Guardar', app.getByRole('dialog'));
  await expect(app.getByRole('heading', { name: 'De 2 factores, 1 bajó' })).toBeVisible();
  await pressOn(app, 'button', 'Tabla: De 2 factores, 1 bajó');
  await expect(app.getByRole('row', { name: /Justifica controlar el dinero 12 · 67 % 5 · 31 % Sí/ })).toBeVisible();
  await show(app, 'prevencion-programa');

  await pressOn(app, 'button', 'Planificar sesión 1 de Varones por el buen trato');
  const session = app.getByRole('dialog');
  await expect(session.getByLabel(/^Tema/)).toHaveValue('Varones por el buen trato');
  await expect(session.getByLabel(/^Número de sesión/)).toHaveValue('1');
  await expect(session.getByRole('textbox', { name: /^Responsable/ })).toHaveValue('Paz Inventada Promotora');
  await expectAccessible(app, 'the plan of a session');
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', 'Ver historial del programa Varones por el buen trato');
  await expect(
    app
      .getByRole('dialog')
      .getByText(/Paz Inventada Promotora: lo escribió/)
      .first(),
  ).toBeVisible();
  await app.keyboard.press('Escape');

  await lock(app);
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Prevención');
  await expect(app.getByRole('heading', { name: 'De 2 factores, 1 bajó' })).toBeVisible();
  await expect(app.getByRole('button', { name: /^Actividad/ })).toBeHidden();
  await expect(app.getByText('Se cuenta cuando se cierra un mes.')).toBeVisible();
  await expectAccessible(app, 'Coordinación reads');
});

test('a whole matrix, and the answers of a group of twelve, cost few keys', async ({ app }) => {
  await signIn(app, 'promocion');
  await pressOn(app, 'link', 'Prevención');
  await plan(app, { on: '09062026', kind: 'Taller', topic: 'Señales de control' });
  // A lock takes nothing of what is typed, however soon it comes.
  await tabTo(app, 'textbox', 'Mujeres, 0–5');
  await app.keyboard.type('7');
  await lock(app);
  await signIn(app, 'promocion');
  await expect(app.getByRole('textbox', { name: 'Mujeres, 0–5' })).toHaveValue('7');
  await expect(app.getByText(/Aquí está lo que escribió y no guardó/)).toBeVisible();
  await expectAccessible(app, 'an attendance that was left');
  await app.getByRole('button', { name: /^ayer Taller/ }).focus();
  const matrix = await countEffort(app, 'Whole matrix, 21 cells', '≤ 75 presses', async () => {
    await app.keyboard.press('Enter');
    await tabTo(app, 'textbox', 'Mujeres, 0–5');
    // Down the women, the men and «sin dato» of each age.
    for (let cell = 0; cell < 21; cell += 1) {
      await app.keyboard.type(String(10 + cell));
      await app.keyboard.press('Enter');
    }
    await expect(app.locator('[data-sum]')).toHaveText('420');
    await app.keyboard.press('Control+Enter');
    await expect(app.getByText('junio · 1 hecha, 0 por venir · 420 participaciones')).toBeVisible();
  });
  const usual = await countEffort(app, 'Usual matrix, 4 cells', '≤ 35 presses', async () => {
    await tabTo(app, 'textbox', 'Mujeres, 0–5');
    for (const people of ['', '', '', '', '', '', '19', '16', '', '2', '1']) {
      if (people !== '') await app.keyboard.type(people);
      await app.keyboard.press('Enter');
    }
    await app.keyboard.press('Control+Enter');
    await expect(app.getByText(/· 397 participaciones|participaciones/).first()).toBeVisible();
  });
  expect(matrix.presses).toBeLessThanOrEqual(75);
  expect(matrix.seconds).toBeLessThan(60);
  expect(usual.presses).toBeLessThanOrEqual(35);
  expect([matrix.clicks, usual.clicks]).toEqual([0, 0]);

  await pressOn(app, 'button', 'Agregar');
  await type(app, 'Nombre del programa', 'Varones por el buen trato');
  await type(app, 'Con qué grupo', 'Local comunal La Loma');
  await type(app, 'Participantes', '12');
  await type(app, 'Sesiones previstas', '8');
  await pressOn(app, 'button', 'Guardar', app.getByRole('dialog'));
  await pressOn(app, 'button', 'Participantes y factores de Varones por el buen trato');
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByRole('columnheader', { name: 'Justifica los celos' })).toBeVisible();
  await walkTo(app, dialog.getByRole('button', { name: /^P01, Sexo/ }));
  const group = await countEffort(app, 'Group of 12, six factors', '≤ 100 presses', async () => {
    for (let code = 0; code < 12; code += 1) await app.keyboard.type(`h5${code % 3 === 0 ? '110100' : '101001'}`);
  });
  expect(group.presses).toBeLessThanOrEqual(100);
  await show(app, 'prevencion-participantes');
  await pressOn(app, 'button', 'Después', dialog);
  await walkTo(app, dialog.getByRole('button', { name: /^P01, Justifica controlar/ }));
  for (let code = 0; code < 10; code += 1) await app.keyboard.type(code % 3 === 0 ? '100100' : '001000');
  await app.keyboard.press('Delete');
  await expectAccessible(app, 'answers of later');
  await show(app, 'prevencion-participantes-despues');
  // A crash is a page that is gone: what was typed stands in the draft.
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', 'Participantes y factores de Varones por el buen trato');
  await expect(dialog.getByText(/Aquí está lo que escribió y no guardó/)).toBeVisible();
  await app.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(app.getByRole('heading', { name: /^De \d factores, \d bajaron?$/ })).toBeVisible();
  await pressOn(app, 'button', /^Tabla: De/);
  await show(app, 'prevencion-por-codigo');
});
