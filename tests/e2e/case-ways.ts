/** The way to a page of a case by its bar: the tab, then its name beside the tabs, or behind «···». */
import { expect, type Page } from '@playwright/test';
import { casePages, caseTabs, type CaseTab } from '../../src/renderer/intake/words.ts';
import { walkTo } from './tab-walk.ts';

type Way = { readonly title: string; readonly tab: CaseTab; readonly isRare?: boolean };

const ways: readonly Way[] = [
  { title: 'Documentos', tab: 'papers' },
  { title: 'Validar', tab: 'form' },
  ...Object.values(casePages),
];

async function pressWalking(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.press('Enter');
}

/**
 * Goes to a page of the open case by keyboard.
 *
 * @returns false where no case is open, or the name is none of its pages
 */
export async function goByCase(page: Page, name: string | RegExp): Promise<boolean> {
  const bar = page.getByRole('region', { name: 'Persona y caso' });
  const matches = (title: string) =>
    typeof name === 'string' ? title === name : name.test(title) || name.test(`${title} `);
  const way = ways.find(({ title }) => matches(title));
  if (way === undefined) return false;
  const named = page.getByRole('link', { name, exact: true });
  // The program has a page of that name as well: then a case counts only once it is open.
  if (way.title !== 'Derivaciones') await expect(bar.or(named).first()).toBeVisible();
  if (!(await bar.isVisible())) return false;
  const link = bar.getByRole('link', { name: way.title, exact: true });
  const tab = bar.getByRole('link', { name: caseTabs[way.tab], exact: true });
  if (way.isRare === true) await pressWalking(page, bar.getByRole('button', { name: 'Más de esta ficha' }));
  else if (!(await link.isVisible())) await pressWalking(page, tab);
  // The tab itself leads to the first of its pages.
  const isThere = page.getByRole('heading', { level: 1, name: way.title, exact: true });
  await link.or(isThere).first().waitFor();
  if (await link.isVisible()) await pressWalking(page, link);
  return true;
}

/** The same where the program has a page of that name as well. */
export async function pressInCase(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('region', { name: 'Persona y caso' })).toBeVisible();
  expect(await goByCase(page, name)).toBe(true);
}
