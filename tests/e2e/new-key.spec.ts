/** «Cambiar la llave del archivo» by keyboard alone: somebody leaves, two people and a new paper, what is to be destroyed. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, lock, passphrase, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

/** The four groups asked for, from what stands on the screen. */
async function typeGroups(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const shown = await dialog
    .getByRole('list', { name: /14 grupos/ })
    .getByRole('listitem')
    .allInnerTexts();
  const groups = shown.map((text) => text.replace(/^\d+\.\s*/, '').trim());
  for (const label of await dialog
    .locator('label')
    .filter({ hasText: /^Grupo \d+/ })
    .allInnerTexts()) {
    const position = Number(/\d+/.exec(label)?.[0]);
    await typeInto(page, textbox(page, `Grupo ${position}`), groups[position - 1] ?? '');
  }
}

test('changes the key after somebody left, and notes a copy of before as destroyed', async ({ app, centre }) => {
  const copies = mkdtempSync(join(tmpdir(), 'registro-copias-'));
  try {
    await signIn(app, 'coordina');
    await pressOn(app, 'link', 'Ajustes');
    await pressOn(app, 'link', 'Copias');
    await typeInto(app, textbox(app, 'Carpeta'), copies);
    await app.keyboard.press('Enter');
    await expect(app.getByText('Carpeta guardada.')).toBeVisible();
    await show(app, 'llave-ajustes');

    await pressOn(app, 'link', 'Personal');
    await pressOn(app, 'button', 'Deshabilitar a Luz Inventada Legal');
    await tabTo(app, 'button', 'Retirar el acceso');
    await app.keyboard.press('Enter');
    await expect(app.getByText(/Luz Inventada Legal ya no tiene acceso/)).toBeVisible();
    await show(app, 'llave-personal');
    await pressOn(app, 'button', 'Cambiar la llave del archivo');

    const dialog = app.getByRole('dialog');
    await expect(app.getByRole('dialog', { name: '¿Cambiar la llave del archivo?' })).toBeVisible();
    await pressOn(app, 'button', 'Continuar', dialog);
    await expect(dialog.getByText('Falta este dato.')).toHaveCount(4);
    await choose(app, group(app, 'Motivo'), 'Alguien dejó el centro');
    await typeInto(app, dialog.getByLabel('Su contraseña', { exact: true }), passphrase);
    await typeInto(app, textbox(app, 'Usuario de la segunda persona'), 'psico');
    await typeInto(app, dialog.getByLabel('Contraseña de la segunda persona'), 'no es la suya');
    await pressOn(app, 'button', 'Continuar', dialog);
    await expect(dialog.getByText(/contraseña de la segunda persona no es correcto/)).toBeVisible();
    await show(app, 'llave-empezar');
    await typeInto(app, dialog.getByLabel('Contraseña de la segunda persona'), passphrase);
    // The next try has to wait a second, by a clock no test can move; a try too early does not count.
    await expect(async () => {
      await pressOn(app, 'button', 'Continuar', dialog);
      await expect(app.getByRole('dialog', { name: 'Clave de recuperación nueva' })).toBeVisible({ timeout: 20_000 });
    }).toPass({ timeout: 90_000 });
    const saved = app.waitForEvent('download');
    await pressOn(app, 'button', 'Guardar hoja en PDF', dialog);
    expect((await saved).suggestedFilename()).toBe('clave-de-recuperación.pdf');
    await pressOn(app, 'button', 'Cambiar la llave', dialog);
    await expect(app.getByRole('group', { name: /^Revise 4 datos$/ })).toBeFocused();
    await show(app, 'llave-papel');
    await typeGroups(app);
    await pressOn(app, 'button', 'Cambiar la llave', dialog);

    await expect(app.getByRole('dialog', { name: 'El archivo tiene una llave nueva' })).toBeVisible({
      timeout: 120_000,
    });
    await expect(dialog.getByText(/Ya hay una copia verificada con la llave nueva/)).toBeVisible();
    await show(app, 'llave-cambiada');
    expect(readdirSync(centre.folder).filter((name) => name.endsWith('.db'))).toEqual(['registro.e2.db']);
    await pressOn(app, 'button', 'Entendido', dialog);
    const former = app.getByRole('region', { name: 'Copias que abre la llave de antes' });
    await expect(former.getByText('está ahí')).toBeVisible();
    const listSaved = app.waitForEvent('download');
    await pressOn(app, 'button', 'Guardar lista para imprimir', former);
    expect((await listSaved).suggestedFilename()).toBe('copias-por-destruir.pdf');
    await show(app, 'llave-copias');
    await pressOn(app, 'button', /^Ya la destruí/);
    await expect(former.getByText('Esa copia todavía está en su carpeta.', { exact: false })).toBeVisible();
    const [oldest = ''] = readdirSync(copies).sort();
    rmSync(join(copies, oldest), { recursive: true });
    await pressOn(app, 'button', /^Ya la destruí/);
    await expect(former.getByText(/destruida: .*Carmen Inventada Coordina/)).toBeVisible();
    await lock(app);
    await signIn(app, 'psico');
  } finally {
    // The copy of the session that ended may still be written.
    rmSync(copies, { recursive: true, force: true, maxRetries: 40, retryDelay: 250 });
  }
});

test('asks for the paper key where nobody else could stand beside, and for a yes without a copy', async ({
  app,
  centre,
}) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Personal');
  for (const name of ['Luz Inventada Legal', 'Sonia Inventada Social', 'Paula Inventada Psicóloga']) {
    await pressOn(app, 'button', `Deshabilitar a ${name}`);
    await tabTo(app, 'button', 'Retirar el acceso');
    await app.keyboard.press('Enter');
    if (!name.startsWith('Paula'))
      await expect(app.getByRole('button', { name: `Devolver acceso a ${name}` })).toBeVisible();
  }
  const dialog = app.getByRole('dialog');
  await typeInto(app, dialog.getByLabel('Clave de recuperación'), centre.recoveryKey);
  await typeInto(app, dialog.getByLabel('Su contraseña', { exact: true }), passphrase);
  await app.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await pressOn(app, 'button', 'Cambiar la llave del archivo');
  await choose(app, group(app, 'Motivo'), 'Otra persona pudo ver una contraseña');
  await choose(app, group(app, 'De quién es la contraseña'), 'Carmen Inventada Coordina');
  await typeInto(app, dialog.getByLabel('Su contraseña', { exact: true }), passphrase);
  await typeInto(app, dialog.getByLabel('Clave de recuperación'), centre.recoveryKey);
  await pressOn(app, 'button', 'Continuar', dialog);
  await expect(dialog.getByText(/no se cambió en las últimas 24 horas/)).toBeVisible();
  await show(app, 'llave-contrasena-vista');
  await choose(app, group(app, 'Motivo'), 'Cambio de cada año');
  await pressOn(app, 'button', 'Continuar', dialog);
  await expect(app.getByRole('dialog', { name: 'Clave de recuperación nueva' })).toBeVisible({ timeout: 60_000 });
  await pressOn(app, 'button', 'Cambiar la llave', dialog);
  await expect(dialog.getByText(/Marque que quiere seguir sin la copia/)).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Seguir sin esa copia' })).toBeFocused();
  await show(app, 'llave-sin-copia');
  await app.keyboard.press('Space');
  await typeGroups(app);
  await pressOn(app, 'button', 'Cambiar la llave', dialog);
  await expect(app.getByRole('dialog', { name: 'El archivo tiene una llave nueva' })).toBeVisible({ timeout: 120_000 });
  await show(app, 'llave-cambiada-sin-copias');
  await pressOn(app, 'button', 'Entendido', dialog);
});
