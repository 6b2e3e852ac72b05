/** What closing a month costs two people, from «Mes» to its files on the disk; `npm run e2e -- effort` prints the table. */
import type { Page } from '@playwright/test';
import { expect, lock, passphrase, pressOn, signIn, test } from './centre.ts';
import { countEffort, effortTable } from './effort.ts';

test.use({ mode: 'busy' });

test.afterAll(() => {
  process.stdout.write(`\n${effortTable()}\n`);
});

/** A button, a link or a password given: signing in and out is no step of the month. */
function counting() {
  let steps = 0;
  return {
    count: () => steps,
    press: async (page: Page, role: 'button' | 'link', name: string | RegExp) => {
      steps += 1;
      await pressOn(page, role, name);
    },
    confirm: async (page: Page) => {
      steps += 1;
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByLabel('Su contraseña', { exact: true })).toBeFocused();
      await page.keyboard.insertText(passphrase);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    },
  };
}

test('May is closed by two people and saved in 10 steps from «Mes» on', async ({ app }) => {
  const { press, confirm, count } = counting();
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Reporte mensual');
  await expect(app.getByRole('row', { name: /^Mayo de 2026/ })).toBeVisible();
  await countEffort(app, 'Month proposed', '≤ 4 steps', async () => {
    await press(app, 'button', 'Mayo de 2026');
    await press(app, 'button', /^Cierre/);
    await press(app, 'button', 'Proponer cierre');
    await confirm(app);
    await expect(app.getByText(/^Cierre propuesto por/)).toBeVisible();
  });
  await lock(app);
  await signIn(app, 'psico');
  await countEffort(app, 'Month looked at and approved', '≤ 3 steps', async () => {
    await press(app, 'link', /^Revisar: Cierre de mayo/);
    await expect(app.getByRole('table', { name: 'T1. Casos del periodo' })).toBeVisible();
    await press(app, 'button', 'Aprobar cierre');
    await confirm(app);
    await expect(app.getByText(/^Propuesta aprobada\./).first()).toBeAttached();
  });
  await lock(app);
  await signIn(app, 'coordina');
  await countEffort(app, 'Month saved', '≤ 4 steps, 10 in all', async () => {
    await press(app, 'link', 'Reporte mensual');
    await press(app, 'button', 'Mayo de 2026');
    const saving = app.waitForEvent('download');
    await press(app, 'button', 'Guardar todo');
    expect((await saving).suggestedFilename()).toMatch(/^reporte-/);
    await expect(app.getByText(/^\d+ archivos guardados\.$/)).toHaveCount(1);
  });
  expect(count()).toBeLessThanOrEqual(10);
});
