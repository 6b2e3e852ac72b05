/** One writ with its annex in one PDF, its signed version compared, and its cargo: by keyboard. */
import { jpgOf, pdfOf } from '../support/files.ts';
import { expect, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, search, tabInto, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'papers' });

test('presents a writ with its annex, after the desk took no file of that size', async ({ app: page }) => {
  await signIn(page, 'legal');
  await pressOn(page, 'button', '2026-0001');
  await pressOn(page, 'link', 'Archivos');
  const picture = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await jpgOf({ width: 2400, height: 1800 }) };
  await page.locator('input[type=file]').setInputFiles(picture);
  await search(page, textbox(page, 'Qué es'), 'Fotografía');
  await choose(page, group(page, 'De qué área'), 'Legal');
  await typeInto(page, textbox(page, 'Descripción'), 'Fotografía de la puerta');
  await pressOn(page, 'button', 'Guardar archivo');
  await expect(page.getByText('Archivo guardado.').first()).toBeVisible();

  await pressOn(page, 'link', 'Presentar escritos');
  await expect(page.getByRole('table', { name: 'Escritos emitidos: 2' })).toBeVisible();
  await show(page, 'presentar-escritos');
  await pressOn(page, 'button', /^Presentar: /);
  const annex = page.getByRole('checkbox', { name: /Fotografía de la puerta/ });
  await tabInto(page, annex);
  await page.keyboard.press('Space');
  await expect(annex).toBeChecked();
  const limit = textbox(page, 'Tamaño máximo por archivo');
  // What cannot be read as a size is no «without limit».
  await typeInto(page, limit, 'dos megas');
  await pressOn(page, 'button', 'Armar el PDF');
  await expect(limit).toBeFocused();
  await expect(limit).toHaveAccessibleDescription(/Escriba un número entero\./);
  await expect(page.getByText(/páginas en/)).toHaveCount(0);
  await typeInto(page, limit, '1');
  await pressOn(page, 'button', 'Armar el PDF');
  await expect(page.locator('p[role=alert]')).toContainText('pasa del tamaño que admite la mesa de partes');
  await show(page, 'presentar-error');
  await tabTo(page, 'checkbox', 'Reducir las fotografías');
  await page.keyboard.press('Space');
  await pressOn(page, 'button', 'Armar el PDF');
  await expect(page.getByText(/páginas en un archivo/)).toBeVisible();
  const download = page.waitForEvent('download');
  await pressOn(page, 'button', 'Guardar el PDF armado');
  await download;

  const scan = { name: 'firmado.pdf', mimeType: 'application/pdf', buffer: await pdfOf(['Otro texto firmado']) };
  await page.locator('input[type=file]').first().setInputFiles(scan);
  await pressOn(page, 'button', 'Guardar archivo');
  await expect(page.getByText(/^Es una imagen sin texto/)).toBeVisible();
  await show(page, 'presentar');

  await tabTo(page, 'button', 'Registrar presentación');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Revise los datos del cargo.')).toBeVisible();
  await tabTo(page, 'checkbox', 'Lo leí: esta es la versión que se presentó');
  await page.keyboard.press('Space');
  // The browser's own day is not that of the centre's clock here.
  await typeInto(page, textbox(page, 'Fecha'), '10062026');
  await typeInto(page, textbox(page, 'Hora'), '0830');
  await typeInto(page, textbox(page, 'N.º de ingreso'), '4521-2026');
  await typeInto(page, textbox(page, 'Folios'), '4');
  await pressOn(page, 'button', 'Registrar presentación');
  const writs = page.getByRole('table', { name: 'Escritos emitidos: 2' });
  await expect(writs).toContainText('N.º 4521-2026 · 4 folios');

  const dialog = page.getByRole('dialog');
  await pressOn(page, 'button', /^Registrar respuesta: /);
  // Nothing is lost by an answer: it begins where one types; what annuls begins at the safe button.
  await expect(dialog.getByRole('textbox', { name: 'Fecha de la respuesta' })).toBeFocused();
  await pressOn(page, 'button', 'Registrar respuesta', dialog);
  await expect(dialog.getByRole('textbox', { name: 'Fecha de la respuesta' })).toBeFocused();
  await show(page, 'presentar-respuesta-error');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await pressOn(page, 'button', /^Anular la presentación: /);
  await expect(dialog.getByRole('button', { name: 'No anular' })).toBeFocused();
  await pressOn(page, 'button', 'Anular presentación', dialog);
  await expect(dialog.getByText('Elija el motivo.')).toBeVisible();
  await show(page, 'presentar-anular-error');
  await choose(page, dialog.getByRole('group', { name: 'Motivo' }), 'Se registró dos veces');
  await show(page, 'presentar-anular');
  await pressOn(page, 'button', 'Anular presentación', dialog);
  await expect(writs).not.toContainText('N.º 4521-2026');
});
