/** What people and machines do wrong: nothing typed is lost, nothing is saved twice, nothing is taken for code. */
import { isNew, says, waitsAndOpens } from './arrivals.ts';
import { expect, lock, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, tabInto, textbox, typeInto } from './keyboard.ts';
import type { Browser, Locator, Page } from '@playwright/test';

test.use({ mode: 'busy' });

const ficha = '2026-0027';

/** The desk has its fichas on a page of their own, as everybody has the cases. */
async function openFichas(page: Page): Promise<void> {
  await pressOn(page, 'link', /^(Fichas|Casos)$/, page.getByRole('navigation', { name: 'Secciones del programa' }));
}

async function openSectionA(page: Page): Promise<void> {
  await openFichas(page);
  await pressOn(page, 'button', ficha);
  await pressOn(page, 'link', /^Sección A /);
  await expect(page.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
}

/** Address of the user: the first of the two that the section asks. */
function address(page: Page): Locator {
  return textbox(page, 'Dirección').first();
}

async function saveDraft(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('group', { name: 'Acciones' })).toContainText('Borrador guardado');
}

/** A second window of the same centre, in a browser of its own. */
async function secondWindow(browser: Browser, at: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-PE', timezoneId: 'America/Lima' });
  const page = await context.newPage();
  await page.goto(at);
  return page;
}

test('keeps an impossible date as it was typed, with its message, and saves nothing', async ({ app }) => {
  // «Today» is that of the window.
  await app.clock.setSystemTime(new Date('2026-06-10T14:00:00.000Z'));
  await signIn(app, 'admision');
  await openSectionA(app);
  const admitted = textbox(app, 'Fecha de ingreso');
  const birth = app.getByRole('textbox', { name: 'Fecha de nacimiento' }).first();
  await typeInto(app, admitted, '01/01/2030');
  await typeInto(app, birth, '31/02/2020');
  await app.keyboard.press('Tab');
  await expect(birth).toHaveValue('31/02/2020');
  await expect(app.getByText('Fecha no válida. Use dd/mm/aaaa.').first()).toBeVisible();
  await expect(admitted).toHaveValue('01/01/2030');
  await expect(admitted).toHaveAccessibleDescription(/La fecha debe estar entre el 01\/01\/2000 y el 10\/06\/2026\./);
  await pressOn(app, 'button', 'Guardar y continuar');
  const summary = app.getByRole('group', { name: /^Revise \d datos$/ });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Fecha de ingreso: La fecha debe estar entre el 01/01/2000 y el 10/06/2026.',
    'Fecha de nacimiento (persona usuaria): Fecha no válida. Use dd/mm/aaaa.',
  ]);
  await show(app, 'seccion-a-errores');
  await summary.getByRole('link').first().press('Enter');
  await expect(admitted).toBeFocused();
  await expect(birth).toHaveValue('31/02/2020');
});

test('shows hostile text as text, wherever it comes back', async ({ app }) => {
  const hostile = `<script>document.title='x'</script> {{7*7}} <img src=x onerror="document.title='x'"> ' OR 1=1 --`;
  await signIn(app, 'psico');
  await openSectionA(app);
  await typeInto(app, address(app), hostile);
  await pressOn(app, 'button', 'Guardar y continuar');
  await expect(app.getByText(/^Sección guardada/).first()).toBeAttached();
  await lock(app);
  await signIn(app, 'psico');
  await pressOn(app, 'link', /^Mi día/);
  await openSectionA(app);
  // Complete by now, and so folded.
  await tabInto(app, address(app));
  await expect(address(app)).toHaveValue(hostile);
  await app.keyboard.press('Control+b');
  await app.keyboard.insertText(hostile);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: /^Buscar/ })).toBeVisible();
  await expect(app.getByText(/^No hay personas con esos datos/)).toBeVisible();
  await expect(app.getByText('49')).toHaveCount(0);
  await expect(app).toHaveTitle('Registro CEM');
  expect(app.url()).not.toContain('script');
});

test('registers one ficha, however often the button is pressed', async ({ app }) => {
  await signIn(app, 'admision');
  await openFichas(app);
  await expect(app.getByRole('table', { name: /^27 casos/ })).toBeVisible();
  await says(app, 'Zenobia Inventada');
  await isNew(app);
  await waitsAndOpens(app);
  await typeInto(app, textbox(app, 'Apellido paterno'), 'Zúñiga');
  await typeInto(app, textbox(app, 'Apellido materno'), 'Ficticia');
  await typeInto(app, textbox(app, 'Nombres'), 'Zenobia Inventada');
  await pressOn(app, 'button', 'No se sabe quién es');
  await choose(app, group(app, 'Turno'), 'Mañana');
  await tabTo(app, 'button', 'Registrar ficha');
  // A key held down, then an impatient mouse.
  for (let repeats = 0; repeats < 6; repeats += 1) await app.keyboard.down('Enter');
  await app.keyboard.up('Enter');
  const button = app.getByRole('button', { name: 'Registrar ficha' });
  await button.dblclick({ timeout: 500 }).catch(() => undefined);
  await expect(app.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await pressOn(app, 'link', /^Mi día/);
  await openFichas(app);
  await expect(app.getByRole('table', { name: /^28 casos/ })).toBeVisible();
  await expect(app.getByRole('row', { name: /Zúñiga/ })).toHaveCount(1);
});

test('tells who saves late, and keeps what both wrote', async ({ app, browser, centre }) => {
  await signIn(app, 'admision');
  await openSectionA(app);
  const other = await secondWindow(browser, centre.address);
  await signIn(other, 'psico');
  await openSectionA(other);

  // She has begun to type before the other one saves: what nobody has touched would follow the other's save.
  await typeInto(app, address(app), 'Calle Segunda 2');
  await typeInto(other, address(other), 'Calle Primera 1');
  await other.getByRole('button', { name: 'Guardar y continuar' }).press('Enter');
  await expect(other.getByText(/^Sección guardada/).first()).toBeAttached();

  await app.getByRole('button', { name: 'Guardar y continuar' }).press('Enter');
  const panel = app.getByRole('region', { name: 'Otra persona cambió esta sección mientras usted escribía' });
  await expect(panel).toBeInViewport();
  await expect(address(app)).toHaveValue('Calle Segunda 2');
  const row = panel.getByRole('row', { name: /^Dirección \(persona usuaria\)/ });
  await expect(row).toContainText('Calle Primera 1');
  await expect(row).toContainText('Calle Segunda 2');
  await show(app, 'seccion-a-conflicto');
  // One's own is chosen until the other is.
  await expect(row.getByRole('radio', { name: /lo suyo: Calle Segunda 2$/ })).toBeChecked();
  await pressOn(app, 'button', 'Guardar con lo elegido');
  await expect(panel).toBeHidden();
  await expect(app.locator('body')).not.toBeFocused();
  await expect(app.getByText(/^Sección guardada/).first()).toBeAttached();
  await other.context().close();
});

test('brings the draft back after the window was closed without saving', async ({ app, centre, context }) => {
  await signIn(app, 'admision');
  await openSectionA(app);
  await typeInto(app, address(app), 'Pasaje Borrador 7');
  await saveDraft(app);
  await app.close();

  const again = await context.newPage();
  await again.goto(centre.address);
  await signIn(again, 'admision');
  await openSectionA(again);
  await expect(again.getByText(/^Recuperamos su borrador de las \d\d:\d\d/)).toBeVisible();
  await expect(address(again)).toHaveValue('Pasaje Borrador 7');
  await show(again, 'seccion-a-recuperada');
  await pressOn(again, 'button', 'Descartar');
  await expect(again.getByRole('button', { name: 'Seguir escribiendo' })).toBeFocused();
  await tabTo(again, 'button', 'Descartar borrador');
  await again.keyboard.press('Enter');
  await expect(again.getByRole('dialog')).toBeHidden();
  await expect(address(again)).not.toHaveValue('Pasaje Borrador 7');
});

test('brings the draft back after the page died while somebody typed', async ({ app, centre, context }) => {
  await signIn(app, 'admision');
  await openSectionA(app);
  await typeInto(app, address(app), 'Jirón Página Muerta 5');
  // Nothing is pressed: what was typed is kept by itself.
  await expect(app.getByRole('group', { name: 'Acciones' })).toContainText('Borrador guardado');
  const died = app.waitForEvent('crash');
  const devtools = await context.newCDPSession(app);
  // It has no answer: the page that would give it is gone.
  devtools.send('Page.crash').catch(() => undefined);
  await died;
  // What the shell does then (tests/shell/watch-page): every session ends, and the page is loaded anew.
  await centre.tell({ lock: true });
  await app.close();

  const again = await context.newPage();
  await again.goto(centre.address);
  await signIn(again, 'admision');
  await openSectionA(again);
  await expect(again.getByText(/^Recuperamos su borrador de las \d\d:\d\d/)).toBeVisible();
  await expect(address(again)).toHaveValue('Jirón Página Muerta 5');
});

// Its own page: a browser writes each failed request to its console, and here they must fail.
test('says that nothing can be saved while the application does not answer, and saves when it does', async ({
  page,
  centre,
}) => {
  await page.goto(centre.address);
  await signIn(page, 'admision');
  await openSectionA(page);
  await page.route('**/invoke', (route) => route.abort('connectionrefused'));
  await typeInto(page, address(page), 'Jirón Sin Respuesta 9');
  await page.keyboard.press('Control+s');
  const actions = page.getByRole('group', { name: 'Acciones' });
  await expect(actions).toContainText('No se pudo guardar. Su texto sigue en pantalla.');
  await expect(address(page)).toHaveValue('Jirón Sin Respuesta 9');
  await page.getByRole('button', { name: 'Guardar y continuar' }).press('Enter');
  await expect(page.getByRole('main').getByText(/^El programa no responde\./)).toBeInViewport();
  await show(page, 'seccion-a-sin-guardar');
  await page.unroute('**/invoke');
  await page.getByRole('button', { name: 'Guardar y continuar' }).press('Enter');
  await expect(page.getByText(/^Sección guardada/).first()).toBeAttached();
  await lock(page);
  await signIn(page, 'admision');
  await pressOn(page, 'link', /^Mi día/);
  await openSectionA(page);
  await tabInto(page, address(page));
  await expect(address(page)).toHaveValue('Jirón Sin Respuesta 9');
});

test('makes no draft of a section that was only looked through', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', ficha);
  await pressOn(app, 'link', /^Sección B /);
  await expect(app.getByRole('heading', { level: 1, name: /^Sección B/ })).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) await app.keyboard.press('Tab');
  await app.keyboard.press('Control+s');
  await app.getByRole('link', { name: 'Mi día' }).press('Enter');
  await openFichas(app);
  await expect(app.getByRole('table', { name: /^27 casos/ })).toBeVisible();
  await expect(app.getByRole('button', { name: /^Continuar: / })).toHaveCount(0);
});

// Its own page: the refused requests stand in the console.
test('says how to go on when the page was loaded again', async ({ page, centre }) => {
  await page.goto(centre.address);
  await expect(page.getByLabel('Usuario')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Esta página ya no está unida al programa\./)).toBeVisible();
});
