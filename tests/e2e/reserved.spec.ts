/** By keyboard: the ministry's key from its paper, then the exact tables of a closed month, approved and opened outside. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readSpreadsheet } from '../../src/main/platform/spreadsheet.ts';
import { confirmWithPassword, expect, lock, passphrase, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

function onPaper(recipient: string): string {
  const hex = createHash('sha256').update(recipient).digest('hex').slice(0, 32).toUpperCase();
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

async function openMay(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Reporte mensual');
  await pressOn(page, 'button', 'Mayo de 2026');
  await expect(page.getByRole('heading', { level: 1, name: 'Mayo de 2026' })).toBeVisible();
}

async function closeMay(page: Page): Promise<void> {
  await openMay(page);
  await pressOn(page, 'button', /^Cierre/);
  await pressOn(page, 'button', 'Proponer cierre');
  await page.getByRole('dialog').getByLabel('Su contraseña', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Cierre propuesto por/)).toBeVisible();
}

async function typeKey(page: Page, recipient: string): Promise<void> {
  await pressOn(page, 'link', 'Ajustes');
  await pressOn(page, 'link', 'Tablas y reglas');
  await pressOn(page, 'button', 'Clave del ministerio');
  await pressOn(page, 'button', 'Nueva clave');
  await typeInto(page, textbox(page, 'Clave pública'), recipient);
  await typeInto(page, textbox(page, 'Huella, como está en el papel'), '0000 1111 2222 3333 4444 5555 6666 7777');
  await typeInto(page, textbox(page, 'Vale desde'), '01/05/2026');
  await typeInto(page, textbox(page, 'Fuente'), 'Oficio inventado D-0001-2026');
  await choose(page, group(page, 'De dónde se sabe'), 'Del texto oficial, que tengo a la vista');
  await pressOn(page, 'button', 'Guardar');
  const fingerprint = textbox(page, 'Huella, como está en el papel');
  await expect(fingerprint).toHaveAccessibleDescription(/no es la de esta clave/);
  await show(page, 'clave-ministerio-error');
  await typeInto(page, fingerprint, onPaper(recipient).toLowerCase());
  await pressOn(page, 'button', 'Guardar');
  await expect(page.getByRole('region', { name: 'Versiones' })).toContainText('por confirmar en Aprobaciones');
  await show(page, 'clave-ministerio');
}

async function propose(page: Page): Promise<void> {
  await pressOn(page, 'button', 'Exacto reservado…');
  const dialog = page.getByRole('dialog');
  await pressOn(page, 'button', 'Proponer', dialog);
  await expect(dialog.getByText('Elija para qué se entrega.')).toBeVisible();
  await show(page, 'exacto-reservado-error');
  await choose(page, group(page, 'Para qué'), 'Consolidado del programa');
  await typeInto(page, textbox(page, 'Quién lo recibe'), 'Rosa Inventada Ministerio');
  await typeInto(page, textbox(page, 'Oficina'), 'Unidad inventada de estadística');
  await typeInto(page, textbox(page, 'Número del oficio con que se entrega'), 'D-0002-2026');
  await tabTo(page, 'textbox', 'Su contraseña', dialog);
  await page.keyboard.insertText(passphrase);
  await show(page, 'exacto-reservado');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Falta que lo apruebe otra persona/)).toBeVisible();
}

test('leaves encrypted, by two people, and opens outside alone', async ({ app }) => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await signIn(app, 'coordina');
  await typeKey(app, recipient);
  await closeMay(app);
  await lock(app);

  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'button', /^Aprobar: Clave del ministerio/);
  await confirmWithPassword(app, 'aprobar-clave');
  await pressOn(app, 'link', 'Ver las cifras');
  await expect(app.getByRole('heading', { level: 1, name: 'Cierre de mayo de 2026' })).toBeVisible();
  await app.keyboard.press('Control+Enter');
  await confirmWithPassword(app, 'aprobar-mayo');
  await lock(app);

  await signIn(app, 'coordina');
  await openMay(app);
  await show(app, 'reporte-reservado');
  await propose(app);
  await lock(app);

  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'button', /^Aprobar: Exacto reservado de mayo de 2026.*Oficio D-0002-2026/);
  await confirmWithPassword(app, 'aprobar-reservado');
  await lock(app);

  await signIn(app, 'coordina');
  await openMay(app);
  const saving = app.waitForEvent('download');
  await pressOn(app, 'button', /^Guardar: reservado-.*D-0002-2026$/);
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^reservado-.*-2026-05\.xlsx\.age$/);
  await show(app, 'reporte-reservado-hecho');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sheets = await readSpreadsheet(await decrypter.decrypt(await readFile(await file.path())), 1000);
  expect(JSON.stringify(sheets[0]?.rows)).toContain('Rosa Inventada Ministerio');
  expect(sheets.find(({ name }) => name === 'T1')?.rows.find(([label]) => label === 'Total')?.[1]).toBe(24);
});
