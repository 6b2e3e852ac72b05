/** From an empty data folder to the start page, by keyboard; and the other door, a copy that is not one. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, lock, passphrase, pressOn, show, showPages, signIn, tabTo, test } from './centre.ts';
import { choose, group, search, textbox, tick, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'empty' });

async function title(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeFocused();
}

/** `asks`: on a named folder, where no place says which register it is. */
async function fillCentre(page: Page, asks = true): Promise<void> {
  if (asks) await choose(page, group(page, 'Qué registro va a crear'), 'Centro de práctica, con datos inventados');
  await typeInto(page, page.getByLabel('Nombre del centro'), 'Villa Inventada');
  await typeInto(page, textbox(page, 'Código del centro'), 'C-0001');
  await search(page, textbox(page, 'Distrito'), 'san juan lurigancho');
  await choose(page, group(page, 'Categoría'), 'Regular');
  await typeInto(page, textbox(page, 'Domicilio procesal'), 'Jr. Los Ejemplos 123, San Juan de Lurigancho');
}

async function fillPerson(page: Page, person: { name: string; login: string; role: string | null }): Promise<void> {
  await typeInto(page, textbox(page, 'Nombres y apellidos'), person.name);
  await typeInto(page, textbox(page, 'Usuario'), person.login);
  if (person.role !== null) await tick(page, group(page, 'Funciones'), person.role);
  await typeInto(page, page.getByLabel('Contraseña', { exact: true }), passphrase);
}

/** The 14 groups as they stand on the screen. */
async function recoveryKey(page: Page): Promise<string[]> {
  const lines = page.getByRole('list', { name: /14 grupos/ }).getByRole('listitem');
  await expect(lines).toHaveCount(14);
  return (await lines.allInnerTexts()).map((text) => text.replace(/^\d+\.\s*/, '').trim());
}

async function saveSheet(page: Page): Promise<void> {
  const saving = page.waitForEvent('download');
  await pressOn(page, 'button', 'Guardar hoja en PDF');
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await file.path())).subarray(0, 4).toString('latin1')).toBe('%PDF');
  showPages(await file.path(), 'hoja-de-recuperacion');
  await expect(page.getByText(/^Hoja guardada\./).first()).toBeVisible();
}

async function typeKeyBack(page: Page, key: readonly string[]): Promise<void> {
  const fields = page.getByRole('textbox', { name: /^Grupo \d+/ });
  await expect(fields).toHaveCount(4);
  const asked: { field: ReturnType<Page['getByLabel']>; text: string; position: number }[] = [];
  for (const label of await page.locator('label', { hasText: /^Grupo \d+/ }).allInnerTexts()) {
    const position = Number(/\d+/.exec(label)?.[0]);
    asked.push({ field: textbox(page, `Grupo ${position}`), text: key[position - 1] ?? '', position });
  }
  for (const [index, { field, text }] of asked.entries()) await typeInto(page, field, index === 0 ? 'ZZZZ' : text);
  await pressOn(page, 'button', 'Comprobar y terminar');
  const [first] = asked;
  await expect(first?.field ?? page.locator('nothing')).toHaveAccessibleDescription(/no coincide con la clave/);
  await expect(page.getByRole('group', { name: 'Revise 1 dato' })).toBeFocused();
  await show(page, 'primera-vez-comprobar');
  // Typed as a person copies from paper: small letters are read as capitals.
  await pressOn(page, 'link', /no coincide con la clave/);
  await expect(first?.field ?? page.locator('nothing')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type((first?.text ?? '').toLowerCase());
  await page.keyboard.press('Enter');
}

test('founds a centre step by step and arrives at what it still lacks', async ({ app }) => {
  await title(app, 'Aún no hay un registro en esta computadora');
  await show(app, 'primera-vez');
  await pressOn(app, 'button', 'Crear registro del centro');

  await title(app, 'Datos del centro');
  await pressOn(app, 'button', 'Continuar');
  await expect(app.getByRole('group', { name: /^Revise \d datos$/ })).toBeFocused();
  await show(app, 'primera-vez-centro');
  await fillCentre(app);
  await pressOn(app, 'button', 'Continuar');

  await title(app, 'Primera persona de Coordinación');
  await fillPerson(app, { name: 'Carmen Inventada Coordina', login: 'coordina', role: null });
  await show(app, 'primera-vez-coordinacion');
  await pressOn(app, 'button', 'Crear el registro');

  await title(app, 'Clave de recuperación');
  const key = await recoveryKey(app);
  await show(app, 'primera-vez-clave');
  await saveSheet(app);
  await pressOn(app, 'button', 'Ya la tengo en papel');

  await title(app, 'Primer personal');
  await pressOn(app, 'button', 'Agregar persona');
  await fillPerson(app, { name: 'Paula Inventada Psicóloga', login: 'psico', role: 'Psicología' });
  await show(app, 'primera-vez-personal');
  await pressOn(app, 'button', 'Agregar al personal');
  await expect(app.getByRole('rowheader', { name: 'Paula Inventada Psicóloga' })).toBeVisible();
  await pressOn(app, 'button', 'Continuar');

  await title(app, 'Compruebe la clave con su papel');
  await expect(app.getByText(key[0] ?? 'nothing', { exact: true })).toBeHidden();
  await typeKeyBack(app, key);

  await title(app, 'Puesta en marcha');
  await expect(app.getByRole('status').filter({ hasText: 'Se puede atender mientras tanto.' })).toContainText('de 7');
  await expect(app.getByText('falta la de 2 de 2: sale en cada papel')).toBeVisible();
  await show(app, 'puesta-en-marcha');
  await app.keyboard.press('Control+Enter');
  await title(app, 'Personal');
  await expect(app.getByRole('banner').or(app.locator('header'))).toContainText('Villa Inventada');
  await expect(app.getByText('PRÁCTICA').first()).toBeVisible();

  // The sheet is one more file that nobody may forget on a disk; where it lies is not written down.
  await pressOn(app, 'link', 'Registro de impresiones');
  const outside = app.getByRole('table', { name: /^Archivos de todo el centro.*: 1$/ });
  await expect(outside.getByText('Hoja de la clave de recuperación')).toBeVisible();
  await expect(outside.getByText('No se anota dónde: abre todo el registro')).toBeVisible();
  await show(app, 'archivos-fuera-clave');
  await pressOn(app, 'button', 'Eliminado del disco: G-2026-000001', outside);
  await expect(app.getByRole('heading', { name: 'Archivos guardados fuera' })).toHaveCount(0);
});

test('refuses a folder that holds no copy, and keeps what was typed', async ({ app, centre }) => {
  await pressOn(app, 'button', 'Recuperar desde una copia');
  await title(app, 'Recuperar desde una copia');
  await typeInto(app, textbox(app, 'Carpeta de la copia'), `${centre.folder}-nada`);
  await typeInto(app, textbox(app, 'Usuario'), 'coordina');
  await typeInto(app, app.getByLabel('Contraseña', { exact: true }), passphrase);
  await pressOn(app, 'button', 'Revisar la copia');
  const folder = textbox(app, 'Carpeta de la copia');
  await expect(folder).toHaveAccessibleDescription(/Esa carpeta no existe/);
  await expect(folder).toHaveValue(`${centre.folder}-nada`);
  await expect(textbox(app, 'Usuario')).toHaveValue('coordina');
  await expect(app.getByLabel('Contraseña', { exact: true })).toHaveValue(passphrase);
  // A folder that is there and holds no copy.
  await typeInto(app, folder, centre.folder);
  await pressOn(app, 'button', 'Revisar la copia');
  await expect(folder).toHaveAccessibleDescription(/Ahí no hay una copia completa/);
  await show(app, 'recuperar');
  await tabTo(app, 'button', 'Volver');
  await app.keyboard.press('Enter');
  await title(app, 'Aún no hay un registro en esta computadora');
});

test.describe('a computer with two places and no register', () => {
  test.use({ mode: 'no-places' });

  test('makes practice from its own door, marked on every page, and nothing of it in the place of the centre', async ({
    app,
    centre,
  }) => {
    const mark = app.getByText('PRÁCTICA', { exact: true }).first();
    await title(app, 'Aún no hay un registro en esta computadora');
    await expect(mark).toBeHidden();
    await pressOn(app, 'button', 'Practicar con datos inventados');
    await title(app, 'Aún no hay un registro de práctica en esta computadora');
    await expect(mark).toBeVisible();
    await show(app, 'practica-vacia');
    await pressOn(app, 'button', 'Crear registro de práctica');
    await title(app, 'Datos del centro');
    // The place says it: nobody is asked, and no real register can come of it.
    await expect(group(app, 'Qué registro va a crear')).toHaveCount(0);
    await fillCentre(app, false);
    await pressOn(app, 'button', 'Continuar');
    await title(app, 'Primera persona de Coordinación');
    await expect(mark).toBeVisible();
    await fillPerson(app, { name: 'Carmen Inventada Coordina', login: 'coordina', role: null });
    await pressOn(app, 'button', 'Crear el registro');
    await title(app, 'Clave de recuperación');
    const key = await recoveryKey(app);
    await saveSheet(app);
    await pressOn(app, 'button', 'Ya la tengo en papel');
    await title(app, 'Primer personal');
    await expect(mark).toBeVisible();
    await pressOn(app, 'button', 'Continuar');
    await title(app, 'Compruebe la clave con su papel');
    await typeKeyBack(app, key);
    await title(app, 'Puesta en marcha');
    await expect(mark).toBeVisible();
    await lock(app);
    await expect(mark).toBeVisible();

    // Two folders: the keys of the one, and nothing to open in the other.
    expect(existsSync(join(centre.folder, 'practica', 'keyring.json'))).toBe(true);
    expect(readdirSync(join(centre.folder, 'centro')).filter((name) => /keyring|registro|\.db/.test(name))).toEqual([]);
    await pressOn(app, 'button', 'Volver al registro del centro');
    await title(app, 'Aún no hay un registro en esta computadora');
    await expect(mark).toBeHidden();
    await pressOn(app, 'button', 'Practicar con datos inventados');
    await signIn(app, 'coordina');
    await expect(mark).toBeVisible();
  });
});
