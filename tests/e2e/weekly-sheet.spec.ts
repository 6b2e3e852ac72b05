/** The papers of the audit by keyboard: the weekly sheet, the start key, and what is compared with them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../support/paper-text.ts';
import { expect, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';

test.describe.configure({ timeout: 600_000 });

test('a late weekly sheet is told, printed, signed, and its code is found again', async ({ app }) => {
  await signIn(app, 'coordina');
  const late = app.getByText(/^Hace 9 días que no se firma una hoja semanal de la bitácora\./);
  await expect(late).toBeVisible();
  await show(app, 'hoja-semanal-aviso');
  await pressOn(app, 'link', 'Hacer la hoja');
  await expect(app.getByText(/^Aún no se firmó ninguna hoja semanal/)).toBeVisible();
  await show(app, 'hoja-semanal-vacia');
  const saved = app.waitForEvent('download');
  await pressOn(app, 'button', 'Guardar hoja semanal para imprimir');
  const download = await saved;
  expect(download.suggestedFilename()).toBe('hoja-semanal-hs-2026-0001.pdf');
  const text = textOf(readFileSync(await download.path()));
  const [, entry = '', code = ''] = /verificada (\d+) ([0-9A-HJKMNP-TV-Z]{10})\b/.exec(text) ?? [];
  expect(code).not.toBe('');
  const field = textbox(app, 'Código de la hoja HS-2026-0001');
  await typeInto(app, field, '0000000000');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('alert').filter({ hasText: 'Ese no es el código de la hoja.' }).first()).toBeVisible();
  await show(app, 'hoja-semanal-error');
  await typeInto(app, field, code.toLowerCase());
  await app.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(late).toHaveCount(0);
  await show(app, 'hoja-semanal');

  await pressOn(app, 'link', 'Verificar código');
  await pressOn(app, 'button', 'Comparar código');
  await expect(textbox(app, 'Entrada')).toBeFocused();
  await typeInto(app, textbox(app, 'Entrada'), entry);
  await typeInto(app, textbox(app, 'Código'), code);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('paragraph').filter({ hasText: /^Coincide: .* HS-2026-0001\.$/ })).toBeVisible();
  await show(app, 'verificar-entrada');
  await typeInto(app, textbox(app, 'Código'), '0000000000');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('paragraph').filter({ hasText: /^No coincide/ })).toBeVisible();
  await show(app, 'verificar-entrada-otra');
});

test('a new segment gives its start key once, and the key is compared', async ({ app }) => {
  const empty = mkdtempSync(join(tmpdir(), 'registro-vacia-'));
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Auditoría');
  await pressOn(app, 'button', 'Comparar');
  await expect(app.getByText('Escriba la clave inicial, la carpeta o las dos.').first()).toBeVisible();
  await show(app, 'comparar-vacio');
  await typeInto(app, textbox(app, 'Carpeta con copias o reportes publicados'), join(empty, 'no-está'));
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^No se pudo leer esa carpeta/).first()).toBeVisible();
  await typeInto(app, textbox(app, 'Carpeta con copias o reportes publicados'), empty);
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^En esa carpeta no hay copias ni reportes/)).toBeVisible();
  await show(app, 'comparar-error');
  rmSync(empty, { recursive: true });

  await pressOn(app, 'button', 'Empezar un tramo nuevo');
  const dialog = app.getByRole('dialog');
  await typeInto(app, dialog.getByLabel('Su contraseña', { exact: true }), passphrase);
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^Tramo 2, .* aún no está en papel/)).toBeVisible();
  await show(app, 'clave-inicial-por-guardar');
  const saved = app.waitForEvent('download');
  await pressOn(app, 'button', 'Guardar hoja de la clave inicial');
  const text = textOf(readFileSync(await (await saved).path()));
  const [key = ''] = /(?:[0-9A-F]{8} ?){8}/.exec(text) ?? [];
  await expect(app.getByText(/^Tramo 2, .* ya salió en papel/)).toBeVisible();
  await typeInto(app, textbox(app, 'Carpeta con copias o reportes publicados'), '');
  await app.keyboard.press('Backspace');
  await typeInto(app, textbox(app, 'Clave inicial de la bitácora'), 'no es una clave');
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^La clave inicial de la bitácora tiene 64/).first()).toBeVisible();
  await typeInto(app, textbox(app, 'Clave inicial de la bitácora'), key);
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^Empezó el tramo 3\./)).toBeVisible();
  await expect(app.getByText(/^Tramo 2, entradas .*: escrito con la clave de su sobre\.$/)).toBeVisible();
  await show(app, 'comparar');
});
