/** Who may enter the record: two people for a new member, one for a way out, nobody without the function. */
import { confirmWithPassword, expect, lock, passphrase, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, textbox, tick, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

const newcomer = { name: 'Nora Inventada Nueva', login: 'nora' };
const ownPassphrase = 'mimosa-lapicero-tundra-violeta';

async function propose(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Personal');
  await expect(page.getByRole('heading', { level: 1, name: 'Personal' })).toBeFocused();
  await show(page, 'personal');
  await pressOn(page, 'button', 'Proponer personal nuevo');
  await pressOn(page, 'button', 'Proponer');
  await expect(page.getByRole('group', { name: /^Revise \d datos$/ })).toBeFocused();
  await show(page, 'personal-nuevo-errores');
  await typeInto(page, textbox(page, 'Nombres y apellidos'), newcomer.name);
  await typeInto(page, textbox(page, 'Usuario'), newcomer.login);
  await tick(page, group(page, 'Funciones'), 'Trabajo social');
  await typeInto(page, textbox(page, 'Profesión'), 'Trabajadora social');
  await show(page, 'personal-nuevo');
  await pressOn(page, 'button', 'Proponer');
  await expect(page.getByRole('heading', { level: 1, name: 'Personal propuesto' })).toBeVisible();
}

/** Approves as the lawyer; answers the one-time passphrase. */
async function approve(page: Page): Promise<string> {
  await pressOn(page, 'link', 'Aprobaciones');
  await expect(page.getByRole('heading', { level: 1, name: 'Aprobaciones' })).toBeFocused();
  await show(page, 'aprobaciones');
  await pressOn(page, 'button', new RegExp(`^Aprobar: .*${newcomer.login}`));
  await confirmWithPassword(page, 'aprobaciones-contrasena');
  const handed = page.getByRole('region', { name: 'Contraseña de un solo uso' });
  await expect(handed).toBeVisible();
  await show(page, 'aprobaciones-entrega');
  const phrase = (await handed.getByText(/^\p{L}+(-\p{L}+){3,}$/u).innerText()).trim();
  await pressOn(page, 'button', 'Ya la entregué');
  await expect(page.getByText(phrase)).toHaveCount(0);
  await pressOn(page, 'link', /^Mi día/);
  await pressOn(page, 'link', 'Aprobaciones');
  await expect(page.getByRole('cell', { name: 'Aprobada' })).toBeVisible();
  await expect(page.getByText(phrase)).toHaveCount(0);
  return phrase;
}

test('lets a new member in after a second person approved, with a password of her own', async ({ app }) => {
  await signIn(app, 'coordina');
  await propose(app);
  await pressOn(app, 'link', 'Aprobaciones');
  await expect(app.getByText('Debe decidirla otra persona profesional.')).toBeVisible();
  await lock(app);

  await signIn(app, 'legal');
  const phrase = await approve(app);
  await lock(app);

  await app.keyboard.type(newcomer.login);
  await app.keyboard.press('Tab');
  await app.keyboard.type(phrase);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: 'Elija su contraseña' })).toBeFocused();
  await show(app, 'cambiar-contrasena');
  await expect(app.getByRole('navigation')).toHaveCount(0);
  await typeInto(app, app.getByLabel('Contraseña que le entregaron'), phrase);
  await typeInto(app, app.getByLabel('Contraseña nueva'), phrase);
  await app.keyboard.press('Enter');
  await expect(app.getByLabel('Contraseña nueva')).toHaveAccessibleDescription(/distinta de la actual/);
  await typeInto(app, app.getByLabel('Contraseña nueva'), ownPassphrase);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
  await lock(app);

  await signIn(app, newcomer.login, ownPassphrase);
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Personal');
  await pressOn(app, 'button', 'Registrar un reemplazo');
  await choose(app, group(app, 'A quién reemplazan'), 'Sonia Inventada Social (Trabajo social)');
  await expect(app.getByRole('region', { name: 'Lo que pasa a quien reemplaza' })).toContainText(
    'Hoy no tiene nada a su nombre.',
  );
  await show(app, 'reemplazo-lo-que-pasa');
});

test('asks before somebody is put out, with the focus on the button that changes nothing', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Personal');
  await pressOn(app, 'button', 'Deshabilitar a Paz Inventada Promotora');
  const dialog = app.getByRole('dialog', { name: '¿Retirar el acceso de Paz Inventada Promotora?' });
  await expect(dialog.getByRole('button', { name: 'Dejar como está' })).toBeFocused();
  await show(app, 'personal-retirar');
  await app.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(app.getByRole('button', { name: 'Deshabilitar a Paz Inventada Promotora' })).toBeFocused();
  await app.keyboard.press('Enter');
  await tabTo(app, 'button', 'Retirar el acceso');
  await app.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const row = app.getByRole('row', { name: /Paz Inventada Promotora/ });
  await expect(row.getByRole('button')).toHaveText(['Devolver acceso']);
  await expect(app.getByText('7 con acceso, 1 sin acceso').first()).toBeVisible();
  await lock(app);

  await app.keyboard.type('promocion');
  await app.keyboard.press('Tab');
  await app.keyboard.type(passphrase);
  await app.keyboard.press('Enter');
  await expect(app.getByText('No se pudo entrar. Revise el usuario y la contraseña.')).toBeVisible();
});

test('shows admission neither the staff nor its address', async ({ app }) => {
  await signIn(app, 'admision');
  await expect(app.getByRole('link', { name: 'Mi día' })).toBeVisible();
  await expect(app.getByRole('link', { name: 'Personal' })).toHaveCount(0);
  await app.evaluate(() => {
    window.location.hash = '#/personal';
  });
  await expect(app.getByText(/no le corresponde|no corresponde a su función|No tiene permiso/i).first()).toBeVisible();
  await expect(app.getByText('Carmen Inventada Coordina')).toHaveCount(0);
});
