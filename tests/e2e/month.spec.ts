/** A month from its list to its files: looked at, proposed, approved by a second person, handed out twice the same. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  confirmWithPassword,
  expect,
  lock,
  passphrase,
  pressOn,
  show,
  showPages,
  signIn,
  tabTo,
  test,
} from './centre.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

async function openMay(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Reporte mensual');
  await expect(page.getByRole('heading', { level: 1, name: 'Reporte mensual' })).toBeFocused();
  await expect(page.getByRole('row', { name: /^Mayo de 2026/ })).toBeVisible();
}

async function lookAt(page: Page): Promise<void> {
  const step = (name: RegExp) => page.getByRole('navigation', { name: 'Pasos del mes' }).getByRole('button', { name });
  await expect(step(/^Calidad de los datos/)).toHaveAttribute('aria-current', 'step');
  await expect(step(/^Borrador 24 casos validados/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Así saldrá' }).getByText('casos del mes')).toBeVisible();
  await show(page, 'reporte-mes');
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 760 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  if (before !== null) await page.setViewportSize(before);
  await groupsAndTables(page);
  // The one filled button leads on; every step can be gone back to.
  await page.keyboard.press('Control+Enter');
  await expect(step(/^Borrador/)).toHaveAttribute('aria-current', 'step');
  await expect(step(/^Borrador/)).toBeFocused();
  await expect(page.getByText('Borrador.', { exact: true })).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
  await show(page, 'reporte-borrador');
  await expect(page.getByRole('link', { name: /^Exactas/ })).toHaveAttribute('href', '#/tablas/2026-05');
  await pressOn(page, 'button', /^Calidad de los datos/);
  await expect(page.getByRole('region', { name: 'Qué conviene completar' })).toBeVisible();
  await pressOn(page, 'button', /^Cierre/);
}

/** What is missing by fact, by ficha and by who is in charge; the figures of a chart in a table. */
async function groupsAndTables(page: Page): Promise<void> {
  const missing = page.getByRole('region', { name: 'Qué conviene completar' });
  await expect(missing.getByRole('row', { name: /^Frecuencia B\.3 / })).toBeVisible();
  await tabTo(page, 'link', /^Abrir la 1\.ª: /, missing);
  const marked = missing.locator('a:focus');
  const first = await marked.getAttribute('aria-label');
  await page.keyboard.press('ArrowDown');
  await expect(marked).not.toHaveAttribute('aria-label', first ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(marked).toHaveAttribute('aria-label', first ?? '');
  await pressOn(page, 'button', 'Por ficha');
  await expect(missing.getByRole('row', { name: /^2026-\d{4} .*Frecuencia B\.3/ }).first()).toBeVisible();
  await pressOn(page, 'button', 'Por profesional');
  await expect(missing.getByRole('row', { name: /^Psicología / }).first()).toBeVisible();
  await show(page, 'reporte-mes-profesional');
  await pressOn(page, 'button', 'Por dato');
  await pressOn(page, 'button', /^Tabla: La violencia/);
  await expect(page.getByRole('table', { name: /^La violencia/ }).getByRole('row')).toHaveCount(5);
}

/** Saves every file of the month; answers the digest of each by its name. */
async function exportAll(page: Page, picture: string | null): Promise<Record<string, string>> {
  await pressOn(page, 'button', 'Elegir archivos');
  const files = page.getByRole('region', { name: 'Exportar' }).getByRole('listitem');
  await expect(files.first()).toBeVisible();
  const count = await files.count();
  expect(count).toBeGreaterThanOrEqual(5);
  if (picture !== null) await show(page, picture);
  const digests: Record<string, string> = {};
  for (let index = 0; index < count; index += 1) {
    const saving = page.waitForEvent('download');
    await tabTo(page, 'button', (await files.nth(index).getByRole('button').getAttribute('aria-label')) ?? '');
    await page.keyboard.press('Enter');
    const file = await saving;
    const bytes = await readFile(await file.path());
    expect(bytes.length).toBeGreaterThan(0);
    if (picture !== null && file.suggestedFilename().endsWith('.pdf')) showPages(await file.path(), 'reporte');
    digests[file.suggestedFilename()] = createHash('sha256').update(bytes).digest('hex');
    await expect(page.getByText('Archivo guardado.')).toHaveCount(1);
  }
  return digests;
}

/** A refusal says why, and who proposed reads it; then it is proposed anew. */
async function refuseOnce(page: Page): Promise<void> {
  await signIn(page, 'legal');
  await pressOn(page, 'link', 'Aprobaciones');
  await pressOn(page, 'link', 'Ver las cifras');
  await pressOn(page, 'button', 'Rechazar…');
  const dialog = page.getByRole('dialog');
  const why = dialog.getByRole('textbox', { name: 'Motivo' });
  await expect(why).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(passphrase);
  await page.keyboard.press('Enter');
  await expect(why).toHaveAccessibleDescription(/Escriba por qué la rechaza/);
  await expect(why).toBeFocused();
  await show(page, 'rechazar-cierre');
  await page.keyboard.insertText('Faltan dos fichas de la última semana.');
  await pressOn(page, 'button', 'Rechazar', dialog);
  await expect(page.getByText(/^Propuesta rechazada\./).first()).toBeAttached();
  await expect(page.getByText('«Faltan dos fichas de la última semana.»')).toBeVisible();
  await lock(page);
  await signIn(page, 'coordina');
  await openMay(page);
  await pressOn(page, 'button', 'Mayo de 2026');
  await pressOn(page, 'button', /^Cierre/);
  await pressOn(page, 'button', 'Proponer cierre');
  const again = page.getByRole('dialog');
  await again.getByLabel('Su contraseña', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Cierre propuesto por Carmen Inventada Coordina/)).toBeVisible();
  await lock(page);
}

test('closes May with two people and hands out the same files twice', async ({ app }) => {
  await signIn(app, 'coordina');
  await openMay(app);
  await show(app, 'reporte');
  await pressOn(app, 'button', 'Mayo de 2026');
  await expect(app.getByRole('heading', { level: 1, name: 'Mayo de 2026' })).toBeVisible();
  await lookAt(app);
  await pressOn(app, 'button', 'Proponer cierre');
  await confirmWithPassword(app, 'reporte-proponer');
  await expect(app.getByText(/^Cierre propuesto por Carmen Inventada Coordina/)).toBeVisible();
  await expect(app.getByRole('button', { name: 'Aprobar cierre' })).toHaveCount(0);
  await show(app, 'reporte-propuesto');
  await lock(app);

  await refuseOnce(app);
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'link', 'Ver las cifras');
  await expect(app.getByRole('heading', { level: 1, name: 'Cierre de mayo de 2026' })).toBeVisible();
  await expect(app.getByRole('region', { name: 'Qué cuenta y qué no' })).toContainText('Casos que cuentan24');
  await expect(app.getByRole('table', { name: 'T1. Casos del periodo' })).toBeVisible();
  await show(app, 'aprobar-cierre');
  await app.keyboard.press('Control+Enter');
  await confirmWithPassword(app, 'reporte-aprobar');
  await expect(app.getByText(/^Propuesta aprobada\./).first()).toBeAttached();
  await expect(app.getByRole('heading', { level: 1, name: 'Aprobaciones' })).toBeVisible();
  await lock(app);

  await signIn(app, 'coordina');
  await openMay(app);
  await expect(app.getByRole('row', { name: /^Mayo de 2026 Cerrado/ })).toBeVisible();
  await pressOn(app, 'button', 'Mayo de 2026');
  await expect(app.getByRole('button', { name: 'Proponer cierre' })).toHaveCount(0);
  const first = await exportAll(app, 'reporte-cerrado');
  await lock(app);

  await signIn(app, 'coordina');
  await openMay(app);
  await pressOn(app, 'button', 'Mayo de 2026');
  expect(await exportAll(app, null)).toEqual(first);
  // One press for all of them: each arrives.
  const arrived: string[] = [];
  // What is handed to the browser: of ten downloads in a second it may leave some unannounced.
  await app.exposeFunction('handedOver', (name: string) => arrived.push(name));
  await app.evaluate(() => {
    HTMLAnchorElement.prototype.click = function handOver() {
      (window as unknown as { handedOver: (name: string) => void }).handedOver(this.download);
      this.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    };
  });
  // The last one may still be being kept.
  await expect(app.getByRole('button', { name: 'Guardar todo' })).toHaveAttribute('aria-disabled', 'false');
  await pressOn(app, 'button', 'Guardar todo');
  await expect.poll(() => arrived.toSorted()).toEqual(Object.keys(first).toSorted());
});
