/** The exact tables by keyboard: a table is found, a figure opens its list, a ficha of it opens; the file is saved. */
import { readFile } from 'node:fs/promises';
import { readSpreadsheet } from '../../src/main/platform/spreadsheet.ts';
import { textbox, typeInto } from './keyboard.ts';
import { expect, pressOn, show, signIn, tabTo, test } from './centre.ts';

test.use({ mode: 'busy' });

test('every figure of a table opens the list of what it counts', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Tablas');
  await expect(app.getByRole('heading', { level: 1, name: /^Tablas: junio de 2026/ })).toBeFocused();
  await pressOn(app, 'link', 'Anterior: mayo de 2026');
  await expect(app.getByRole('heading', { level: 1, name: 'Tablas: mayo de 2026' })).toBeFocused();
  await expect(app.getByRole('table', { name: /^T1\. / })).toBeVisible();
  await show(app, 'tablas-internas');

  await typeInto(app, textbox(app, 'Tabla'), 'Nivel de riesgo por sexo');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  const table = app.getByRole('table', { name: /^T6\. / });
  await expect(table).toBeVisible();
  const total = table.getByRole('button', { name: /: Total, Total$/ });
  const count = Number(await total.textContent());
  expect(count).toBeGreaterThan(0);

  await tabTo(app, 'button', /, Total$/, table);
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('ArrowUp');
  for (let step = 0; step < 4; step += 1) await app.keyboard.press('ArrowDown');
  await expect(total).toBeFocused();
  await app.keyboard.press('Enter');
  const list = app.getByRole('region', { name: 'Lista: Total' });
  await expect(list.getByRole('link')).toHaveCount(count);
  await show(app, 'tablas-internas-lista');

  const saving = app.waitForEvent('download');
  await pressOn(app, 'button', 'Guardar todas en hoja de cálculo');
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^interno-.*-2026-05\.xlsx$/);
  const sheets = await readSpreadsheet(await readFile(await file.path()), 300);
  for (const { rows } of sheets) expect(String(rows[0]?.[0])).toMatch(/^Uso interno/);

  await pressOn(app, 'button', 'Imprimir esta tabla');
  await expect(app.getByRole('dialog').getByRole('button', { name: /^Registrar [ye] / })).toBeVisible();
  await show(app, 'tablas-internas-papel');
  await app.keyboard.press('Escape');

  await pressOn(app, 'link', 'Año 2026');
  await expect(app.getByRole('heading', { level: 1, name: 'Tablas: año 2026' })).toBeFocused();
  // The table that was chosen stays, and what was opened of the month does not.
  await expect(table).toBeVisible();
  await expect(list).toHaveCount(0);
  await expect(app.getByRole('region', { name: 'Frente al registro central' })).toHaveCount(0);
  await show(app, 'tablas-internas-ano');
});
