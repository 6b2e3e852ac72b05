/** The health letter of an emergency, from the page of the case to the question of the printer. */
import { expect, type Page } from '@playwright/test';
import { pressOn } from './centre.ts';
import { choose, group, tabInto, textbox } from './keyboard.ts';

/** What it may cost at most. */
export const mostUrgentKeys = 40;

export async function refersUrgently(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await tabInto(page, textbox(page, 'Institución que recibe'));
  await page.keyboard.type('Hospital');
  await pressOn(page, 'button', 'Llamé ahora');
  await choose(page, group(page, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await pressOn(page, 'button', 'Emitir e imprimir');
  await expect(page.getByRole('dialog', { name: /^¿Imprimir / })).toBeVisible();
}
