/** The lawyer prints in her room; the computer that keeps the record breaks, and hers takes its place. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { freePort } from '../support/free-port.ts';
import { expect, lock, openWarnings, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { goTo } from './every-screen.ts';
import { join, offer, openRoom } from './joined.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'keeping' });

/** A paper of her case comes out where she sits: printed there, and saved by her own browser. */
async function printHere(room: Page): Promise<void> {
  await signIn(room, 'legal');
  await pressOn(room, 'link', /2026-0001/);
  await pressOn(room, 'link', /^Documentos/);
  await pressOn(room, 'button', /^Imprimir: Escrito N\.º 1 /);
  const dialog = room.getByRole('dialog');
  await pressOn(room, 'button', 'Imprimir 1 juego', dialog);
  await expect(room.getByText('¿Se imprimió correctamente?')).toBeVisible();
  await pressOn(room, 'button', 'Sí');
  await pressOn(room, 'button', /^Guardar PDF: Escrito N\.º 1 /);
  const saved = room.waitForEvent('download');
  await pressOn(room, 'button', 'Registrar y guardar', dialog);
  expect((await readFile(await (await saved).path())).subarray(0, 5).toString()).toBe('%PDF-');
}

test('prints at a connected computer, which keeps the record when the other one breaks', async ({
  app,
  centre,
  browser,
}) => {
  const { room, close } = await openRoom(browser, await offer(app, await freePort()));
  await printHere(room);
  await lock(room);
  await openWarnings(app);
  await expect(
    app.getByText('La computadora conectada no tiene una copia del último día.', { exact: true }),
  ).toBeVisible();
  await pressOn(app, 'button', 'Ver las computadoras');
  await expect(
    app.getByText(/^La computadora conectada no tiene una copia del último día\. Si ADMISION-PC se daña/),
  ).toBeVisible();
  await show(app, 'computadoras-sin-copia');
  // Its copy of closing goes to the other computer.
  await lock(app);
  await signIn(app, 'coordina');
  await goTo(app, '#/ajustes/computadoras');
  await expect(app.getByText('La computadora conectada tiene una copia del último día.')).toBeVisible();
  await app.goto('about:blank');
  await centre.tell({ halt: true });

  const door = 'Guardar el registro en esta computadora';
  await expect(room.getByRole('link', { name: door })).toBeVisible();
  await show(room, 'guardar-aqui-puerta');
  await pressOn(room, 'link', door);
  await expect(room.getByRole('heading', { level: 1, name: 'Esta computadora guardará el registro' })).toBeFocused();
  await expect(room.getByText(/^Hágalo solo si ADMISION-PC se dañó/)).toBeVisible();
  await show(room, 'guardar-aqui');
  await typeInto(room, textbox(room, 'Usuario'), 'coordina');
  await typeInto(room, room.getByLabel('Contraseña', { exact: true }), passphrase);
  await room.keyboard.press('Enter');
  await expect(room.getByRole('heading', { name: 'Qué cambia' })).toBeFocused();
  await show(room, 'guardar-aqui-que-cambia');
  await typeInto(room, textbox(room, 'Usuario de la segunda persona'), 'legal');
  await typeInto(room, room.getByLabel('Contraseña de la segunda persona', { exact: true }), passphrase);
  await pressOn(room, 'button', 'Guardar el registro aquí');
  await expect(room.getByText('Esta computadora guarda ahora el registro. Siga así:')).toBeVisible();
  await show(room, 'guardar-aqui-hecho');
  await pressOn(room, 'button', 'Ir a entrar');

  // The papers of before are there, with her work of this morning.
  await signIn(room, 'legal');
  await pressOn(room, 'link', /2026-0001/);
  await pressOn(room, 'link', /^Documentos/);
  await expect(room.getByRole('button', { name: /^Imprimir: Escrito N\.º 1 / })).toBeVisible();
  await lock(room);

  // The other one comes back, hears of it by itself, and lets nobody in.
  await centre.restart();
  await app.goto(centre.address);
  await expect(
    app.getByText(/^Otra computadora guarda el registro desde el miércoles 10 de junio, \d\d:\d\d\.$/),
  ).toBeVisible();
  await expect(app.getByLabel('Usuario')).toHaveCount(0);
  await show(app, 'ya-no-guarda');
  // Repaired, it is connected to the one that took its place.
  const next = await offer(room, await freePort());
  await pressOn(app, 'button', 'Conectar esta computadora');
  await join(app, { ...next, name: 'ADMISION-PC' });
  await pressOn(app, 'button', 'Ir a entrar');
  await signIn(app, 'admision');
  await expect(room.getByText('ADMISION-PC se conectó. Ya se puede entrar en ella.')).toBeVisible();
  await close();
});
