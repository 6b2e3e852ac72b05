/**
 * The drill of recovery (D35): a new computer, nothing but the paper key and a stick with the newest copy. A step is one
 * thing decided, typed or pressed; the four groups that are typed back from the new paper are one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, lock, openWarnings, pressOn, serve, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'empty' });

const mostSteps = 12;
const newPhrase = 'cuatro-tazas-junto-al-mar';

/** A centre that worked, copied itself to the stick, and is gone with its computer. */
async function copyOnStick(page: Page, stick: string): Promise<string> {
  const lost = await serve('staffed');
  await page.goto(lost.address);
  await signIn(page, 'coordina');
  await pressOn(page, 'link', 'Ajustes');
  await pressOn(page, 'link', 'Copias');
  await typeInto(page, textbox(page, 'Carpeta'), stick);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Carpeta guardada.')).toBeVisible();
  await lock(page);
  await lost.tell({ lock: true });
  await lost.stop();
  return lost.recoveryKey;
}

async function typeGroupsBack(page: Page): Promise<void> {
  const lines = page.getByRole('list', { name: /14 grupos/ }).getByRole('listitem');
  await expect(lines).toHaveCount(14);
  const key = (await lines.allInnerTexts()).map((text) => text.replace(/^\d+\.\s*/, '').trim());
  for (const label of await page.locator('label', { hasText: /^Grupo \d+/ }).allInnerTexts()) {
    const position = Number(/\d+/.exec(label)?.[0]);
    await typeInto(page, textbox(page, `Grupo ${position}`), key[position - 1] ?? '');
  }
}

test('comes back on a new computer with the paper key and a stick, in twelve steps', async ({ app, context }) => {
  const stick = await mkdtemp(join(tmpdir(), 'registro-memoria-'));
  const before = await context.newPage();
  const recoveryKey = await copyOnStick(before, stick);
  await before.close();

  const steps: string[] = [];
  const press = async (name: string) => {
    steps.push(name);
    await pressOn(app, 'button', name);
  };
  const type = async (label: string, text: string) => {
    steps.push(label);
    await typeInto(app, app.getByLabel(label, { exact: true }), text);
  };
  await press('Olvidamos las contraseñas');
  await type('Carpeta de la copia', stick);
  await type('Clave de recuperación', recoveryKey);
  await press('Revisar la copia');
  await expect(app.getByRole('heading', { name: 'Qué cambia' })).toBeFocused();
  await expect(
    app.getByText(/^En esa carpeta está la copia «backup-\d{8}t\d{6}z-\d+»\. La copia es del /),
  ).toBeVisible();
  await show(app, 'simulacro-que-cambia');
  await press('Recuperar');
  await expect(app.getByText(/^Registro recuperado y revisado\./)).toBeVisible({ timeout: 60_000 });
  await show(app, 'simulacro-recuperado');
  await press('Poner una contraseña nueva');
  // The paper that opened the copy is not typed a second time.
  await expect(app.getByLabel('Clave de recuperación', { exact: true })).toHaveValue(recoveryKey);
  await type('Usuario', 'coordina');
  await type('Contraseña nueva', newPhrase);
  await press('Continuar');
  await expect(app.getByRole('heading', { level: 1, name: 'Nueva clave de recuperación' })).toBeVisible();
  const saving = app.waitForEvent('download');
  await press('Guardar hoja en PDF');
  await saving;
  steps.push('four groups');
  await typeGroupsBack(app);
  await show(app, 'simulacro-papel');
  await press('Terminar y entrar');
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible({ timeout: 60_000 });
  await show(app, 'simulacro-inicio');
  expect(steps.length, steps.join(', ')).toBeLessThanOrEqual(mostSteps);
  await openWarnings(app);
  await expect(app.getByText('Aún no hay una copia verificada en otro disco.')).toBeVisible();

  // The new password opens, and the paper of before opens nothing more.
  await lock(app);
  await signIn(app, 'coordina', newPhrase);
  await lock(app);
  await pressOn(app, 'link', 'Olvidamos las contraseñas');
  await type('Clave de recuperación', recoveryKey);
  await type('Usuario', 'coordina');
  await type('Contraseña nueva', newPhrase);
  await pressOn(app, 'button', 'Continuar');
  await expect(app.getByLabel('Clave de recuperación', { exact: true })).toHaveAccessibleDescription(
    /no es la de este registro: es de otro, o la hoja es de antes/,
  );
  await rm(stick, { recursive: true });
});
