import type { Page } from '@playwright/test';
import { isNew, says, waits, whoField } from './arrivals.ts';
import { expect, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { typeInto } from './keyboard.ts';

test.describe('lock', () => {
  test('blanks the window with F12, Ctrl+L and the system lock, and opens again for its person', async ({
    app,
    centre,
  }) => {
    await show(app, 'entrar');
    await signIn(app, 'psico');
    await lock(app);
    await show(app, 'bloqueado');
    await expect(app.getByText('Paula Inventada')).toBeHidden();
    await signIn(app, 'psico');
    await app.keyboard.press('Control+l');
    await expect(app.getByLabel('Usuario')).toBeVisible();
    await signIn(app, 'psico');
    await centre.tell({ lock: true });
    await expect(app.getByLabel('Usuario')).toBeVisible();
  });

  test('says the same for a wrong password and an unknown person, and keeps what was typed', async ({ app }) => {
    await app.getByLabel('Usuario').fill('nadie.aqui');
    await app.getByLabel('Contraseña', { exact: true }).fill('no es esta frase');
    await app.keyboard.press('Enter');
    await expect(app.getByText('No se pudo entrar. Revise el usuario y la contraseña.')).toBeVisible();
    await expect(app.getByLabel('Usuario')).toHaveValue('nadie.aqui');
    await show(app, 'entrar-error');
  });
});

const pin = '482915';

/** Sets the own PIN by keyboard, where it is set. */
async function setPin(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/ajustes/contrasena`);
  await expect(page.getByRole('heading', { name: 'Pausa con PIN' })).toBeVisible();
  await typeInto(page, page.getByLabel('Su contraseña', { exact: true }), passphrase);
  await typeInto(page, page.getByLabel('PIN nuevo', { exact: true }), pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Pausa (F12)' })).toBeVisible();
}

async function pause(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Registro CEM · En pausa');
  await expect(page.getByLabel('PIN de AI', { exact: true })).toBeFocused();
}

/** Everything a passer-by or a tool on the page could read. */
const wholeDocument = (page: Page) =>
  page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value);
    return [document.title, document.documentElement.outerHTML, ...typed].join(' ');
  });

test.describe('«Pausa»', () => {
  test('hides everything and comes back to the same field, the same text, the same place in it', async ({ app }) => {
    await signIn(app, 'admision');
    await setPin(app);
    await show(app, 'ajustes-pausa');
    await app.keyboard.press('Alt+n');
    const field = whoField(app);
    await expect(field).toBeFocused();
    await app.keyboard.type('Yeni Invntada');
    // Into the middle of the word.
    for (let at = 0; at < 5; at += 1) await app.keyboard.press('ArrowLeft');
    await pause(app);
    expect(await wholeDocument(app)).not.toMatch(/Yeni|Ana Inventada|Villa Inventada|llega/);
    await show(app, 'pausa');
    // Keys of the screens behind it do nothing: no arrival, no search, no dialog of keys.
    for (const key of ['Alt+n', 'Control+b', 'F1', 'F4', 'Shift+F4', 'Escape']) await app.keyboard.press(key);
    expect(await wholeDocument(app)).not.toMatch(/Yeni|Ana Inventada|Teclas/);
    await app.keyboard.type('135790');
    await app.keyboard.press('Enter');
    await expect(app.getByText('El PIN no es correcto. Le quedan 2 intentos.')).toBeVisible();
    await show(app, 'pausa-error');
    await app.keyboard.type(pin);
    await app.keyboard.press('Enter');
    await expect(field).toBeFocused();
    await expect(app.getByRole('dialog')).toHaveCount(0);
    await app.keyboard.type('e');
    await expect(field).toHaveValue('Yeni Inventada');
    await expect(app).toHaveTitle('Registro CEM');
  });

  test('brings an open dialog back, and the place on a long page', async ({ app }) => {
    await signIn(app, 'admision');
    await setPin(app);
    await app.setViewportSize({ width: 1366, height: 400 });
    await app.goto(`${new URL(app.url()).origin}/#/ajustes/datos`);
    await pressOn(app, 'button', 'Registrar un incidente');
    const dialog = app.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const words = dialog.getByRole('textbox').last();
    await typeInto(app, words, 'Una hoja quedó en la impresora.');
    await app.keyboard.press('Home');
    const before = await app.evaluate(() => [window.scrollY, document.getElementById('work')?.scrollTop]);
    await pause(app);
    expect(await wholeDocument(app)).not.toContain('impresora');
    // Escape would close the dialog if it heard it.
    await app.keyboard.press('Escape');
    await app.keyboard.type(pin);
    await app.keyboard.press('Enter');
    await expect(words).toBeFocused();
    await app.keyboard.type('Ayer: ');
    await expect(words).toHaveValue('Ayer: Una hoja quedó en la impresora.');
    expect(await app.evaluate(() => [window.scrollY, document.getElementById('work')?.scrollTop])).toEqual(before);
    await app.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('leaves the screen of the waiting room as it is', async ({ app }) => {
    await signIn(app, 'admision');
    await setPin(app);
    await says(app, 'Yeni Inventada');
    await isNew(app);
    await waits(app);
    const [visitors] = await Promise.all([app.waitForEvent('popup'), pressOn(app, 'button', 'Pantalla pública')]);
    await expect(visitors.getByText('A-01', { exact: true })).toBeVisible();
    await pause(app);
    // Longer than it waits for a word of the desk; one that came just then is heard anew, and waited for again.
    await expect(async () => {
      await visitors.evaluate(() => {
        const ahead = Date.now() + 120_000;
        Date.now = () => ahead;
      });
      await expect(visitors.getByText('A-01', { exact: true })).toBeHidden({ timeout: 8000 });
    }).toPass();
    await expect(visitors.getByText('A-01', { exact: true })).toBeVisible();
    await visitors.close();
  });

  test('goes on with the password, gives way to another person, and ends at the third wrong PIN', async ({ app }) => {
    await signIn(app, 'admision');
    await setPin(app);
    await app.keyboard.press('Control+l');
    await expect(app.getByLabel('PIN de AI', { exact: true })).toBeFocused();
    await pressOn(app, 'button', 'Con contraseña');
    await expect(app.getByLabel('Contraseña de AI', { exact: true })).toBeFocused();
    await app.keyboard.type(passphrase);
    await app.keyboard.press('Enter');
    await expect(app.getByRole('heading', { name: 'Pausa con PIN' })).toBeVisible();
    await pause(app);
    for (const wrong of ['135791', '135792', '135793']) {
      await expect(app.getByRole('button', { name: 'Continuar' })).toBeVisible();
      await app.keyboard.type(wrong);
      await app.keyboard.press('Enter');
      if (wrong !== '135793') await expect(app.getByLabel('PIN de AI', { exact: true })).toHaveValue('');
    }
    await expect(app.getByText('El PIN no fue correcto tres veces.')).toBeVisible();
    await signInWithPin(app, 'admision');
    await pause(app);
    await pressOn(app, 'button', 'Otra persona');
    await expect(app.getByLabel('Usuario')).toBeFocused();
    expect(await wholeDocument(app)).not.toContain('Ana Inventada');
  });

  test('«Cerrar sesión» closes it even where F12 would pause', async ({ app }) => {
    await signIn(app, 'admision');
    await setPin(app);
    await pressOn(app, 'button', /Admisión$/);
    await pressOn(app, 'button', 'Cerrar sesión');
    await expect(app.getByLabel('Usuario')).toBeFocused();
  });
});

/** Signs in somebody who has a PIN: the button has another word. */
async function signInWithPin(page: Page, login: string): Promise<void> {
  await expect(page.getByLabel('Usuario')).toBeFocused();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Pausa (F12)' })).toBeVisible();
}

test('«Seguir aquí» takes over the own session of another tab, whose window says why', async ({
  app,
  centre,
  context,
}) => {
  await signIn(app, 'psico');
  const other = await context.newPage();
  await other.goto(centre.address);
  await expect(other.getByLabel('Usuario')).toBeFocused();
  await other.keyboard.type('psico');
  await other.keyboard.press('Tab');
  await other.keyboard.type(passphrase);
  await other.keyboard.press('Enter');
  await expect(other.getByText(/Su sesión sigue abierta en otra ventana/)).toBeVisible();
  const again = other.getByLabel('Contraseña', { exact: true });
  await expect(again).toBeFocused();
  await expect(again).toHaveValue('');
  await show(other, 'entrar-seguir-aqui');
  await other.keyboard.type(passphrase);
  await pressOn(other, 'button', 'Seguir aquí');
  await expect(other.getByRole('button', { name: /Bloquear/ })).toBeVisible();
  await expect(app.getByText(/Su sesión se abrió en otra ventana/)).toBeVisible();
  await show(app, 'bloqueado-otra-ventana');
});
