/** A file of the case, from the disk to the screen with its chain of custody; and the pages where writs are presented. */
import type { Page } from '@playwright/test';
import { jpgOf } from '../support/files.ts';
import { expect, expectAccessible, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, search, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

async function openPage(page: Page, name: string): Promise<void> {
  await pressOn(page, 'link', name);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a photograph is added with what it is, and seen with its chain of custody', async ({ app: page }) => {
  await signIn(page, 'legal');
  await pressOn(page, 'button', '2026-0024');
  await openPage(page, 'Archivos');
  const picture = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await jpgOf({ hasPlace: true }) };
  await page.locator('input[type=file]').setInputFiles(picture);
  await pressOn(page, 'button', 'Guardar archivo');
  await expect(page.getByText('Elija qué es.')).toBeVisible();
  await expect(page.getByText('Elija de qué área es.')).toBeVisible();
  await search(page, textbox(page, 'Qué es'), 'Fotografía');
  // What was wrong is answered where it is changed, and nowhere else.
  await expect(page.getByText('Elija qué es.')).toHaveCount(0);
  await expect(page.getByText('Elija de qué área es.')).toBeVisible();
  await choose(page, group(page, 'De qué área'), 'Legal');
  await typeInto(page, textbox(page, 'Descripción'), 'Fotografía de la puerta');
  await show(page, 'archivos-agregar');
  await expectAccessible(page, 'adding a file');
  await pressOn(page, 'button', 'Guardar archivo');
  await expect(page.getByText('Archivo guardado.').first()).toBeVisible();
  await show(page, 'archivos');
  await expectAccessible(page, 'files of a case');
  await pressOn(page, 'button', /Fotografía de la puerta/);
  await expect(page.getByRole('img', { name: 'Fotografía de la puerta' })).toBeVisible();
  await expect(page.getByText('Entró al registro')).toBeVisible();
  await show(page, 'archivos-ver');
  await expectAccessible(page, 'one file');
  const dialog = page.getByRole('dialog');
  await pressOn(page, 'button', 'Anular…');
  await pressOn(page, 'button', 'Anular archivo', dialog);
  await show(page, 'archivos-anular-error');
  await choose(page, dialog.getByRole('group', { name: 'Motivo' }), 'Otro');
  await show(page, 'archivos-anular');
  await pressOn(page, 'button', 'No anular', dialog);
  await expect(dialog).toHaveCount(0);
  await openPage(page, 'Presentar escritos');
  await expectAccessible(page, 'writs of a case');
  await pressOn(page, 'link', 'Cargos de hoy');
  await expect(page.getByRole('heading', { level: 1, name: 'Cargos de hoy' })).toBeVisible();
  await expectAccessible(page, 'cargos');
});
