/** At a companion: two people at one ficha see each other, and what is said while the line is cut. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, pressOn, show, signIn, test } from './centre.ts';
import { goTo } from './every-screen.ts';
import { textbox, typeInto } from './keyboard.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Persona y caso' });
const heightOf = async (page: Page) => (await bar(page).boundingBox())?.height;

test.describe('two people at one ficha', () => {
  test.use({ mode: 'busy' });

  test('see each other without anything moving, and no more once one has left', async ({ app, centre, browser }) => {
    await signIn(app, 'psico');
    await pressOn(app, 'button', '2026-0024');
    await expect(bar(app)).toBeVisible();
    const alone = await heightOf(app);
    const hash = new URL(app.url()).hash;
    const other = await (await browser.newContext()).newPage();
    await other.goto(centre.address);
    await signIn(other, 'coordina');
    await goTo(other, hash);
    const seen = app.getByRole('button', { name: /^También la tiene abierta: Carmen Inventada Coordina · / });
    await expect(seen).toBeVisible();
    expect(await heightOf(app)).toBe(alone);
    await expect(other.getByRole('button', { name: /^También la tiene abierta: Paula Inventada/ })).toBeVisible();
    await show(app, 'ficha-dos-personas');
    await pressOn(app, 'button', /^También la tiene abierta/);
    await expectAccessible(app, 'who else is here');
    await app.keyboard.press('Escape');
    await app.keyboard.press('Alt+m');
    await expect(app.getByRole('button', { name: /^También la tiene abierta: C\. C\. · / })).toBeVisible();
    await expect(app.getByText('Carmen')).toHaveCount(0);
    await goTo(other, '#/casos');
    await expect(bar(app).getByText(/También la tiene abierta/)).toHaveCount(0);
    expect(await heightOf(app)).toBe(alone);
    await other.context().close();
  });
});

/** The program of a companion tells its window of the line, in place of what this one tells. */
async function tellLine(page: Page, line: object): Promise<void> {
  const whole = { kind: 'line', keeper: 'ADMISION-PC', since: null, nextTryAt: null, why: null, unsent: 0, ...line };
  await page.route('**/events', (route) => route.fulfill({ status: 200, body: `${JSON.stringify(whole)}\n` }));
}

test('the line is cut: a band above, what is not sent below, on the page of signing in too', async ({
  page,
  centre,
}) => {
  const since = Date.parse('2026-06-10T15:42:00.000Z');
  await tellLine(page, { state: 'down', since, nextTryAt: Date.now() + 600_000, unsent: 2 });
  await page.goto(centre.address);
  const band = page.getByText(/^Sin conexión con ADMISION-PC desde las 10:42\. Lo escrito sigue aquí; se intenta/);
  await expect(band).toBeVisible();
  await show(page, 'sin-conexion-entrar');
  await signIn(page, 'coordina');
  await expect(band).toBeVisible();
  await expect(page.getByText('Aún no está en el registro: 2 cambios por enviar')).toBeVisible();
  await show(page, 'sin-conexion');
  await goTo(page, '#/ajustes');
  await show(page, 'sin-conexion-ajustes');
});

test('a computer that is let in no more says so on the whole page', async ({ page, centre }) => {
  await tellLine(page, { state: 'refused', since: 0, why: 'revoked' });
  await page.goto(centre.address);
  const title = page.getByRole('heading', { level: 1, name: 'Esta computadora fue desconectada del centro' });
  await expect(title).toBeFocused();
  await show(page, 'desconectada');
});

test('a computer of an older version fetches the installer from where it is', async ({ page, centre }) => {
  await tellLine(page, { state: 'refused', since: 0, why: 'older' });
  await page.goto(centre.address);
  const title = page.getByRole('heading', { level: 1, name: 'Actualice Registro CEM en esta computadora' });
  await expect(title).toBeFocused();
  await pressOn(page, 'button', 'Traer el instalador');
  await expect(page.getByText('Escriba la carpeta donde dejarlo.')).toBeVisible();
  await typeInto(page, textbox(page, 'Carpeta para el instalador'), 'E:\\Instalador');
  await pressOn(page, 'button', 'Traer el instalador');
  // Behind this page stands the computer that keeps the record, which refuses; the words stand where it was pressed.
  await expect(page.getByText('Esa acción no corresponde a este momento de la instalación.')).toBeVisible();
  await show(page, 'actualizar-conectada');
});
