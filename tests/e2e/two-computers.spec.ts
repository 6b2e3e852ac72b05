/** Two programs of one centre in two processes, each with its browser: one keeps the record, the other is connected to it. */
import { freePort } from '../support/free-port.ts';
import { expect, expectAccessible, lock, pressOn, show, signIn, test } from './centre.ts';
import { isNew, row, says, toList } from './arrivals.ts';
import { goTo } from './every-screen.ts';
import { offer, openRoom } from './joined.ts';
import { choose, group, tabInto } from './keyboard.ts';

test.use({ mode: 'keeping' });

test('she arrives at the desk and stands on the board of the psychologist, who hands her on; the program restarts in between', async ({
  app,
  centre,
  browser,
}) => {
  const { room, close } = await openRoom(browser, await offer(app, await freePort()));
  await expectAccessible(room, 'connected');
  await expect(app.getByText('PSICOLOGIA-PC se conectó. Ya se puede entrar en ella.')).toBeVisible();
  await signIn(room, 'psico');
  await goTo(app, '#/ajustes/computadoras');
  await expect(app.getByRole('row', { name: /^PSICOLOGIA-PC/ })).toContainText('Paula Inventada Psicóloga');
  await show(app, 'dos-computadoras');
  await lock(app);
  // The screen of the other computer stays as it is.
  await expect(room.getByRole('button', { name: /Bloquear/ })).toBeVisible();

  await goTo(room, '#/llegadas');
  await signIn(app, 'admision');
  await says(app, 'Yeni Inventada');
  await isNew(app);
  await tabInto(app, group(app, 'Espera a'));
  await app.keyboard.press('1');
  await app.keyboard.press('Control+Enter');
  await expect(row(app, 'A-01')).toBeVisible();
  // It was pressed at the desk, and stands in the other room without a touch.
  await expect(row(room, 'A-01')).toContainText('Psicología');
  await toList(app);
  await app.keyboard.press('Enter');
  await expect(row(room, 'A-01')).toContainText('Llamada');
  await tabInto(room, row(room, 'A-01'));
  await room.keyboard.press('Enter');
  await expect(row(app, 'A-01')).toContainText('En atención');
  await tabInto(room, row(room, 'A-01'));
  await room.keyboard.press('e');
  await choose(room, group(room, 'Entregar a'), 'Servicio: Legal');
  const pane = room.getByRole('complementary', { name: 'Llegada A-01' });
  await pressOn(room, 'button', 'Entregar', pane);
  await expect(row(app, 'A-01')).toContainText('Legal');

  // The keeper closes and comes back: the other computer finds it by itself, and asks who works there.
  await app.goto('about:blank');
  await centre.restart();
  await app.goto(centre.address);
  await expect(
    room.getByText(/^Se cortó la conexión con la computadora que guarda el registro y la sesión terminó\./),
  ).toBeVisible();
  await expect(room.getByLabel('Usuario')).toBeVisible();
  await signIn(room, 'legal');
  await goTo(room, '#/llegadas');
  await expect(row(room, 'A-01')).toContainText('Legal');
  // And the desk takes the next one, which the lawyer's room sees.
  await signIn(app, 'admision');
  await says(app, 'Zzyx Inexistente');
  await isNew(app);
  await app.keyboard.press('Control+Enter');
  await expect(row(room, 'A-02')).toBeVisible();

  // Disconnected, it says so on its whole page, and can be connected anew.
  await lock(app);
  await signIn(app, 'coordina');
  await goTo(app, '#/ajustes/computadoras');
  await pressOn(app, 'button', 'Desconectar PSICOLOGIA-PC');
  const asked = app.getByRole('dialog', { name: '¿Desconectar PSICOLOGIA-PC?' });
  await expect(asked.getByRole('button', { name: 'Dejarla conectada' })).toBeFocused();
  await choose(app, group(app, 'Motivo'), 'Ya no se usa para el registro');
  await pressOn(app, 'button', 'Desconectar', asked);
  await expect(room.getByRole('heading', { name: 'Esta computadora fue desconectada del centro' })).toBeVisible();
  await pressOn(room, 'button', 'Conectarla de nuevo…');
  await expect(room.getByRole('button', { name: 'Conectar esta computadora' })).toBeVisible();
  await close();
});
