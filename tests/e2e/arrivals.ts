/** Whoever comes to the door, by the arrival line of the board and by keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { noteTyped } from './keyboard.ts';

/** The field in which she is said. */
export function whoField(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Llega', exact: true });
}

/** Who she may be, as it drops below. */
export function possible(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Personas posibles' });
}

/** A row of the board. */
export function row(page: Page, label: string): Locator {
  return page.getByRole('row', { name: new RegExp(`^${label}`) });
}

/** Her name or document as she says it, and asked for. */
export async function says(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(whoField(page)).toBeFocused();
  await noteTyped(page, whoField(page), words);
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
  await expect(possible(page)).toBeVisible();
  await expect(page.getByText(/^(Se encontr|No se encontró)/).first()).toBeAttached();
}

/** The last of what dropped below: none of them. */
export async function isNew(page: Page): Promise<void> {
  await page.keyboard.press('ArrowUp');
  await expect(possible(page).getByRole('option', { selected: true })).toContainText(/persona nueva/);
  await page.keyboard.press('Enter');
  await expect(possible(page)).toBeHidden();
}

/** The first whose name begins so. */
export async function isSame(page: Page, name: string, how: 'Enter' | 'Shift+Enter' = 'Enter'): Promise<void> {
  const marked = possible(page).getByRole('option', { selected: true });
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('ArrowDown');
    if ((await marked.textContent())?.startsWith(name) === true) break;
  }
  await expect(marked).toContainText(name);
  await page.keyboard.press(how);
  await expect(possible(page)).toBeHidden();
}

/** «Poner en espera»: she has a number, and the line is empty again. */
export async function waits(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(whoField(page)).toBeFocused();
  await expect(whoField(page)).toHaveValue('');
  await expect(page.getByRole('group', { name: 'Quién es' })).toHaveCount(0);
}

/** To the row of whoever was registered last. */
export async function toList(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('tr:focus')).toHaveCount(1);
}

/** «Abrir ficha» of whoever was registered last. */
export async function waitsAndOpens(page: Page): Promise<void> {
  await waits(page);
  await toList(page);
  await page.keyboard.press('f');
  await expect(page.getByRole('heading', { level: 1, name: 'Abrir ficha' })).toBeVisible();
}
