/** A file given to a case by keyboard, as the screen of files takes it. */
import { expect, type Page } from '@playwright/test';
import { jpgOf } from '../support/files.ts';
import { pressOn } from './centre.ts';
import { choose, group, search, textbox, typeInto } from './keyboard.ts';

/** From «Mi día» of who works in the case with that number. */
export async function addPicture(page: Page, ficha: RegExp): Promise<void> {
  await pressOn(page, 'link', ficha);
  await pressOn(page, 'link', 'Archivos');
  const picture = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await jpgOf() };
  await page.locator('input[type=file]').setInputFiles(picture);
  await search(page, textbox(page, 'Qué es'), 'Fotografía');
  await choose(page, group(page, 'De qué área'), 'Legal');
  await typeInto(page, textbox(page, 'Descripción'), 'Fotografía inventada');
  await pressOn(page, 'button', 'Guardar archivo');
  await expect(page.getByText('Archivo guardado.').first()).toBeVisible();
}
