/** Somebody is away, left or forgot: the work goes on, by keyboard alone, with two people or the recovery key. */
import type { Page } from '@playwright/test';
import { expect, lock, passphrase, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

const own = 'mimosa-lapicero-tundra-violeta';

async function goTo(page: Page, area: 'Personal' | 'Aprobaciones'): Promise<void> {
  await pressOn(page, 'link', area);
  await expect(page.getByRole('heading', { level: 1, name: area })).toBeFocused();
}

/** Types the own password in the open dialog, with the recovery key where it is asked. */
async function confirm(page: Page, recoveryKey: string | null = null): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (recoveryKey !== null) await typeInto(page, dialog.getByLabel('Clave de recuperación'), recoveryKey);
  await typeInto(page, dialog.getByLabel('Su contraseña', { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('puts a colleague in charge of Coordinación, and everybody reads it until «Entendido»', async ({ app }) => {
  await signIn(app, 'coordina');
  await goTo(app, 'Personal');
  await show(app, 'personal-reemplazos-vacio');
  await pressOn(app, 'button', 'Proponer una encargatura');
  await expect(app.getByRole('heading', { level: 1, name: /^Proponer una encargatura/ })).toBeVisible();
  await pressOn(app, 'button', 'Proponer');
  await expect(app.getByRole('group', { name: /^Revise \d datos$/ })).toBeFocused();
  await show(app, 'encargatura-errores');
  await choose(app, group(app, 'Quién queda a cargo'), 'Luz Inventada Legal (Servicio legal)');
  await typeInto(app, textbox(app, 'Último día'), '20/06/2026');
  await typeInto(app, textbox(app, 'Número de memorando'), '045-2026-CEM');
  await pressOn(app, 'button', 'Proponer');
  await expect(app.getByRole('heading', { level: 1, name: 'Encargatura propuesta' })).toBeVisible();
  await lock(app);

  await signIn(app, 'psico');
  await goTo(app, 'Aprobaciones');
  await show(app, 'aprobaciones-coordinacion-ausente');
  await pressOn(app, 'button', /^Aprobar: Encargatura/);
  await confirm(app);
  const told = app.getByText(/Luz Inventada Legal está a cargo de Coordinación/).first();
  await expect(told).toBeVisible();
  await lock(app);

  await signIn(app, 'legal');
  await expect(told).toBeVisible();
  await show(app, 'aviso-encargatura');
  await goTo(app, 'Personal');
  await expect(app.getByRole('cell', { name: '045-2026-CEM' })).toBeVisible();
  await show(app, 'personal-encargatura');
  await pressOn(app, 'button', 'Entendido');
  await expect(told).toBeHidden();
  await pressOn(app, 'button', 'Registrar un reemplazo');
  await choose(app, group(app, 'A quién reemplazan'), 'Paula Inventada Psicóloga (Psicología)');
  await expect(app.getByText(/No hay otra persona del mismo servicio/)).toBeVisible();
  await pressOn(app, 'button', 'Registrar');
  await expect(app.getByRole('group', { name: /^Revise \d datos$/ })).toBeFocused();
  await show(app, 'reemplazo-errores');
});

test('gives a code to who forgot the password, on one page, and takes a password of her own', async ({ app }) => {
  await signIn(app, 'coordina');
  await goTo(app, 'Personal');
  await pressOn(app, 'button', 'Contraseña olvidada de Luz Inventada Legal');
  await show(app, 'personal-contrasena-olvidada');
  await tabTo(app, 'button', 'Proponer');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog', { name: 'Propuesta enviada' })).toBeVisible();
  await app.keyboard.press('Escape');
  await lock(app);

  await signIn(app, 'psico');
  await goTo(app, 'Aprobaciones');
  await pressOn(app, 'button', /^Aprobar: Contraseña olvidada/);
  await confirm(app);
  const handed = app.getByRole('region', { name: 'Código para entrar una vez' });
  await expect(handed).toBeVisible();
  const code = (await handed.getByText(/^\p{L}+(-\p{L}+){6}$/u).innerText()).trim();
  const saved = app.waitForEvent('download');
  await pressOn(app, 'button', 'Guardar la hoja para imprimir');
  expect((await saved).suggestedFilename()).toBe('código-de-acceso.pdf');
  await show(app, 'aprobaciones-codigo');
  await pressOn(app, 'button', 'Ya la entregué');
  await expect(app.getByText(code)).toHaveCount(0);
  await lock(app);

  await app.keyboard.type('legal');
  await app.keyboard.press('Tab');
  await app.keyboard.type(code);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: 'Elija su contraseña' })).toBeFocused();
  await typeInto(app, app.getByLabel('Contraseña que le entregaron'), code);
  await typeInto(app, app.getByLabel('Contraseña nueva'), own);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
});

test('asks for the recovery key when too few professionals would stay, and lists its use', async ({ app, centre }) => {
  await signIn(app, 'coordina');
  await goTo(app, 'Personal');
  for (const name of ['Luz Inventada Legal', 'Sonia Inventada Social']) {
    await pressOn(app, 'button', `Deshabilitar a ${name}`);
    await tabTo(app, 'button', 'Retirar el acceso');
    await app.keyboard.press('Enter');
    await expect(app.getByRole('button', { name: `Devolver acceso a ${name}` })).toBeVisible();
  }
  await pressOn(app, 'button', 'Deshabilitar a Paula Inventada Psicóloga');
  await tabTo(app, 'button', 'Retirar el acceso');
  await app.keyboard.press('Enter');
  const key = app.getByRole('dialog').getByLabel('Clave de recuperación');
  await expect(key).toBeFocused();
  await typeInto(app, key, centre.recoveryKey.slice(0, -1));
  await typeInto(app, app.getByRole('dialog').getByLabel('Su contraseña', { exact: true }), passphrase);
  await app.keyboard.press('Enter');
  await expect(key).toHaveAccessibleDescription(/error de escritura/);
  await expect(key).toBeFocused();
  await show(app, 'personal-clave-de-recuperacion');
  await confirm(app, centre.recoveryKey);
  await expect(app.getByRole('region', { name: /muéstrelo en la próxima inspección/ })).toBeVisible();
  await show(app, 'personal-uso-de-la-clave');
  await pressOn(app, 'button', 'Devolver acceso a Luz Inventada Legal');
  await tabTo(app, 'button', 'Proponer');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog', { name: 'Propuesta enviada' })).toBeVisible();
  await app.keyboard.press('Escape');
  await goTo(app, 'Aprobaciones');
  await pressOn(app, 'button', /^Aprobar: Devolver el acceso/);
  await show(app, 'aprobaciones-con-clave');
  await confirm(app, centre.recoveryKey);
  await expect(app.getByRole('region', { name: 'Contraseña de un solo uso' })).toBeVisible();
});
