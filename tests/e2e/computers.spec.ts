/** «Computadoras»: others may connect, one comes by its code, and is let go again. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { goTo } from './every-screen.ts';

async function open(page: Page): Promise<void> {
  await goTo(page, '#/ajustes/computadoras');
  await expect(page.getByRole('heading', { name: 'La que guarda el registro' })).toBeVisible();
}

/** Types the own password in the dialog that asks for it. */
async function confirm(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
}

test.describe('without the part that other computers reach', () => {
  test('says that nobody may connect, and where a companion is asked for', async ({ app }) => {
    await signIn(app, 'coordina');
    await open(app);
    await expect(app.getByText('No pueden conectarse')).toBeVisible();
    await expect(app.getByText('Aún no hay computadoras conectadas.')).toBeVisible();
    await expectAccessible(app, 'computers, off');
  });

  test('technical support has it as a tab of its own, without an act', async ({ app }) => {
    await signIn(app, 'soporte');
    await pressOn(app, 'link', 'Computadoras');
    await expect(app.getByRole('heading', { name: 'La que guarda el registro' })).toBeVisible();
    await expect(app.getByRole('button', { name: /Permitir que se conecten/ })).toHaveCount(0);
    await expectAccessible(app, 'computers of technical support');
  });
});

test.describe('with it', () => {
  test.use({ mode: 'computers' });

  test('a computer is connected by its code, seen, and disconnected, by keyboard alone', async ({ app, centre }) => {
    await signIn(app, 'coordina');
    await open(app);
    await show(app, 'computadoras-apagado');
    await pressOn(app, 'button', 'Permitir que se conecten otras computadoras…');
    await expect(app.getByRole('dialog')).toContainText('192.168.1.10 · Red del centro');
    await show(app, 'computadoras-permitir');
    await confirm(app);
    await expect(app.getByRole('dialog')).toHaveCount(0);
    await expect(app.getByText('Pueden conectarse en 192.168.1.10, puerto 47823')).toBeVisible();
    await show(app, 'computadoras-vacio');

    await pressOn(app, 'button', 'Conectar otra computadora…');
    await confirm(app);
    const code = app.getByRole('dialog', { name: 'Código para conectar otra computadora' });
    await expect(code.getByText('K7QM', { exact: true })).toBeVisible();
    await expect(code.getByText(/^Vale una vez, todavía \d:\d\d minutos\.$/)).toBeVisible();
    await show(app, 'computadoras-codigo');
    await centre.tell({ companion: { comes: 'PSICOLOGIA-PC' } });
    await expect(code).toHaveCount(0);
    await expect(app.getByText('PSICOLOGIA-PC se conectó. Ya se puede entrar en ella.')).toBeVisible();
    const row = app.getByRole('row', { name: /^PSICOLOGIA-PC/ });
    await expect(row).toContainText('En línea, nadie trabaja en ella');

    await pressOn(app, 'button', 'Conectar otra computadora…');
    await confirm(app);
    await expect(code.getByText('K7QM', { exact: true })).toBeVisible();
    await centre.tell({ companion: { comes: 'LEGAL-PC', refused: '192.168.1.77' } });
    await expect(app.getByText('LEGAL-PC se conectó. Ya se puede entrar en ella.')).toBeVisible();
    await centre.tell({ companion: { goes: 'LEGAL-PC' } });
    await goTo(app, '#/ajustes/copias');
    await open(app);
    await expect(app.getByText('Código equivocado · 192.168.1.77')).toBeVisible();
    await show(app, 'computadoras-lleno');

    await pressOn(app, 'button', 'Desconectar LEGAL-PC');
    await app.keyboard.press('Tab');
    await show(app, 'computadoras-desconectar');
    await pressOn(app, 'button', 'Desconectar', app.getByRole('dialog'));
    await expect(app.getByRole('dialog')).toContainText('Elija un motivo.');
    await app.keyboard.press('2');
    await pressOn(app, 'button', 'Desconectar', app.getByRole('dialog'));
    await expect(app.getByRole('dialog')).toHaveCount(0);
    await expect(app.getByText('Desconectadas: 1 computadora')).toBeVisible();
    await expect(app.getByRole('button', { name: 'Desconectar LEGAL-PC' })).toHaveCount(0);

    await pressOn(app, 'button', 'Dejar de aceptar…');
    await pressOn(app, 'button', 'Dejar de aceptar', app.getByRole('dialog'));
    await expect(app.getByText('No pueden conectarse')).toBeVisible();
  });
});

test.describe('at a computer without a record', () => {
  test.use({ mode: 'empty' });

  test('the third way leads to a form that says at its fields what is wrong', async ({ app }) => {
    await pressOn(app, 'button', 'Conectar esta computadora');
    await expect(app.getByRole('heading', { level: 1, name: 'Conectar esta computadora' })).toBeVisible();
    await show(app, 'conectar');
    await pressOn(app, 'button', 'Conectar esta computadora');
    await expect(app.getByRole('heading', { name: 'Revise 3 datos' })).toBeVisible();
    await show(app, 'conectar-error');
    await app.getByLabel('Dirección').fill('192.168.1.10');
    await app.getByLabel('Código').fill('k7qm 2xpd-h4rv 9tcb');
    await app.getByLabel('Nombre de esta computadora').fill('PSICOLOGIA-PC');
    await pressOn(app, 'button', 'Conectar esta computadora');
    await expect(app.getByText('Esta computadora no puede conectarse a otra: ya guarda un registro.')).toBeVisible();
    await pressOn(app, 'button', 'Volver');
    await expect(app.getByRole('button', { name: 'Crear registro del centro' })).toBeVisible();
  });
});
