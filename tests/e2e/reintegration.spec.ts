/** Where she lives by her safety, by keyboard: noted once, read in the section, and nothing for axe on a full page. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, show, signIn, test } from './centre.ts';
import { filledButtons, goTo, openedCase } from './every-screen.ts';
import { pressMain } from './keyboard.ts';

test.use({ mode: 'busy' });

/** Opens a dialog, types into it and keeps it. */
async function noted(app: Page, button: string, type: () => Promise<void>): Promise<void> {
  await app.getByRole('button', { name: button, exact: true }).press('Enter');
  const dialog = app.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await type();
  await dialog.getByRole('button', { name: 'Guardar' }).press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('insertion, plan, Acompañamiento and visit are noted and answer the section', async ({ app }) => {
  await signIn(app, 'social');
  await app.setViewportSize({ width: 1366, height: 768 });
  const at = await openedCase(app);
  await goTo(app, `${at}/insercion`);
  await show(app, 'insercion-vacia');
  await pressMain(app, 'Anotar la inserción');
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('radio').first().press('1');
  await dialog.getByLabel('Parentesco o amistad').fill('Hermana');
  await dialog.getByLabel('Edad').fill('34');
  await expectAccessible(app, 'the dialog of a placement');
  await show(app, 'insercion-anotar');
  await dialog.getByRole('button', { name: 'Guardar' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(app.getByText('Con familiares o amistades: Hermana, 34 años')).toBeVisible();
  await noted(app, 'Anotar el plan', async () => {
    await dialog.getByRole('radio').first().press('2');
    await dialog.getByLabel('Se revisa el').fill('30/12/2026');
  });
  await noted(app, 'Agregar un objetivo', async () => {
    await dialog.getByLabel('Objetivo').fill('Terminar la secundaria');
    await dialog.getByLabel('Hasta el').fill('30/12/2026');
    await dialog.getByRole('radio').first().press('4');
  });
  await noted(app, 'Empezó sin derivación', () => dialog.getByRole('radio').first().press('1'));
  await noted(app, 'Anotar otra visita', async () => {
    await dialog.getByRole('radio').first().press('s');
    await dialog.getByRole('radio', { name: 'Sin incidente' }).press('1');
  });
  await expectAccessible(app, 'a full page of insertion and reintegration');
  expect(await filledButtons(app)).toHaveLength(1);
  await show(app, 'insercion');
  await goTo(app, `${at}/seccion-c`);
  await app.getByRole('button', { name: /^Poner las \d+ que faltan$/ }).press('Enter');
  await expect(app.getByLabel('Persona 1: parentesco o amistad')).toHaveValue('Hermana');
  await expect(app.getByRole('button', { name: /^Poner las/ })).toHaveCount(0);
  await goTo(app, at);
  await expect(app.getByText('Inserción en redes').first()).toBeVisible();
});
