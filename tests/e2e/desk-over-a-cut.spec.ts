/** The desk at a connected computer: the other one goes away in the middle of an arrival, and comes back. */
import { freePort } from '../support/free-port.ts';
import { expect, expectAccessible, lock, passphrase, pressOn, signIn, test } from './centre.ts';
import { row, whoField } from './arrivals.ts';
import { goTo } from './every-screen.ts';
import { offer, openRoom } from './joined.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'keeping' });

test('nobody at the door is lost while the computer that keeps the record is away', async ({
  app,
  centre,
  browser,
}) => {
  const { room, close } = await openRoom(browser, await offer(app, await freePort()));
  // What would be refused here is not offered; it says where it is done.
  await expect(room.getByText(/se hace en ADMISION-PC\.$/)).toBeVisible();
  await expect(room.getByText('Olvidamos las contraseñas')).toHaveCount(0);
  await signIn(room, 'soporte');
  await goTo(room, '#/ajustes/copias');
  await expect(room.getByText(/^Las copias y carpetas de esta página son de ADMISION-PC/)).toBeVisible();
  await pressOn(room, 'link', 'Computadoras');
  await expect(room.getByText('PSICOLOGIA-PC, computadora conectada')).toBeVisible();
  await lock(room);
  await typeInto(room, textbox(room, 'Usuario'), 'coordina');
  await typeInto(room, room.getByLabel('Contraseña', { exact: true }), passphrase);
  await room.keyboard.press('Enter');
  await expect(room.getByText(/^Su sesión sigue abierta en otra computadora: ADMISION-PC\./)).toBeVisible();
  await textbox(room, 'Usuario').fill('');
  await signIn(room, 'admision');

  await app.goto('about:blank');
  await centre.tell({ halt: true });
  await expect(room.getByText(/^Sin conexión con ADMISION-PC desde/).first()).toBeAttached();
  await room.keyboard.press('Alt+n');
  await room.keyboard.insertText('Yeni Inventada');
  await expect(room.getByText(/no se puede buscar si ya está en el registro/).first()).toBeVisible();
  await expectAccessible(room, 'nobody can be looked for');
  await room.keyboard.press('ArrowDown');
  await room.keyboard.press('Enter');
  await room.keyboard.press('Control+Enter');
  await expect(room.getByText(/^Sin conexión con ADMISION-PC: se guarda solo cuando vuelva\./)).toBeVisible();
  await room.keyboard.press('Control+Enter');
  await centre.restart();
  await expect(room.getByLabel('Usuario')).toBeVisible();
  await signIn(room, 'admision');
  // She waited for whoever put her there, and is put once.
  await expect(row(room, 'A-01')).toBeVisible();
  await expect(row(room, 'A-02')).toHaveCount(0);
  await expect(whoField(room)).toHaveValue('');
  await expect(room.getByRole('region', { name: 'Abiertas sin registrar' })).toHaveCount(0);

  // Half a name, and the other program is started anew.
  await room.keyboard.press('Alt+n');
  await room.keyboard.insertText('Luz Inventada');
  await centre.restart();
  await expect(room.getByLabel('Usuario')).toBeVisible();
  await signIn(room, 'admision');
  await expect(whoField(room)).toHaveValue('Luz Inventada');
  await close();
});
