/** The page a case opens on: its history, written over by F4, looked through, and what stands beside it. */
import type { Page } from '@playwright/test';
import { filledButtons } from './every-screen.ts';
import { textbox, typeInto } from './keyboard.ts';
import { expect, expectAccessible, lock, pressOn, show, signIn, tabTo, test } from './centre.ts';

test.use({ mode: 'busy' });

const number = '2026-0024';

async function openCase(page: Page): Promise<void> {
  await pressOn(page, 'button', number);
  await expect(page.getByRole('heading', { level: 1, name: `Ficha ${number}` })).toBeAttached();
  await expect(page.getByRole('list', { name: /^Historia/ })).toBeVisible();
}

const actionField = (page: Page) => page.getByRole('textbox', { name: 'Acción', exact: true });

/** Presses keys one by one and answers how many. */
async function keys(page: Page, ...strokes: readonly string[]): Promise<number> {
  for (const stroke of strokes) await page.keyboard.press(stroke);
  return strokes.length;
}

test('an attention is written over the history in few keys, and kept when it is folded', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app);
  const history = app.getByRole('list', { name: /^Historia/ });
  await show(app, 'ficha-historia');
  await app.keyboard.press('F4');
  const action = actionField(app);
  await expect(action).toBeFocused();
  await show(app, 'ficha-anotar');
  await tabTo(app, 'textbox', /^Nota/);
  await app.keyboard.type('Acordó una llamada el viernes');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: /^Seguir con su nota/ })).toBeFocused();
  let pressed = await keys(app, 'F4');
  await expect(action).toBeFocused();
  await expect(app.getByRole('textbox', { name: /^Nota/ })).toHaveValue('Acordó una llamada el viernes');
  pressed += await keys(app, '3', '2');
  await expect(app.getByRole('option').first()).toBeVisible();
  pressed += await keys(app, 'Enter', 'Control+Enter');
  expect(pressed).toBeLessThanOrEqual(11);
  await expect(history.getByRole('listitem').first()).toContainText('32 Acompañamiento psicojurídico');
  await expect(history.getByRole('listitem').first()).toContainText('Acordó una llamada el viernes');
  await expect(app.getByRole('button', { name: /^Anotar/ })).toBeFocused();
  // What was recorded is no draft any more.
  await app.keyboard.press('F4');
  await expect(app.getByRole('textbox', { name: /^Nota/ })).toHaveValue('');
});

test('a note that could not be kept stays in sight, with why', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app);
  await app.keyboard.press('F4');
  await typeInto(app, app.getByRole('textbox', { name: /^Nota/ }), 'Acordó una llamada el viernes');
  await app.route('**/invoke', (route) =>
    (route.request().postDataJSON() as { procedure: string }).procedure === 'saveDraft'
      ? route.fulfill({ json: { ok: false, failure: { code: 'storage', reason: 'full', issues: [], incident: null } } })
      : route.continue(),
  );
  await app.keyboard.type('.');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('region', { name: 'Anotar' })).toContainText('No se pudo guardar.');
  await expect(app.getByRole('textbox', { name: /^Nota/ })).toHaveValue('Acordó una llamada el viernes.');
  await app.unroute('**/invoke');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: /^Seguir con su nota/ })).toBeFocused();
});

test('F4 leads to the history from any page of the case, and Mayús F4 tells of a new event', async ({ app }) => {
  await signIn(app, 'legal');
  await openCase(app);
  await pressOn(app, 'link', 'Proceso');
  await expect(app.getByRole('heading', { level: 1, name: 'Proceso' })).toBeVisible();
  for (const [key, title] of [
    ['Alt+p', 'Documentos'],
    ['Alt+r', /riesgo/i],
    ['Alt+1', /^Sección A/],
  ] as const) {
    await app.keyboard.press(key);
    await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await app.keyboard.press('F4');
  await expect(app.getByRole('region', { name: 'Anotar' })).toBeVisible();
  await app.keyboard.press('Escape');
  await app.keyboard.press('Shift+F4');
  await expect(app.getByRole('dialog', { name: 'Nuevo hecho o incumplimiento' })).toBeVisible();
  // Closed without telling it, what was typed stands there again.
  await typeInto(app, textbox(app, 'Lo que se sabe'), 'Volvió a la vivienda.');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await app.keyboard.press('Shift+F4');
  await expect(textbox(app, 'Lo que se sabe')).toHaveValue('Volvió a la vivienda.');
  await app.keyboard.press('Escape');
});

test('the history is filtered and searched, and says what came since the last visit', async ({ app, centre }) => {
  await signIn(app, 'social');
  await openCase(app);
  await lock(app);
  await centre.tell({ set: '2026-06-11T14:00:00.000Z' });
  await signIn(app, 'psico');
  await openCase(app);
  await app.keyboard.press('F4');
  await expect(actionField(app)).toBeFocused();
  await app.keyboard.type('32');
  await expect(app.getByRole('option').first()).toBeVisible();
  await keys(app, 'Enter', 'Control+Enter');
  const history = app.getByRole('list', { name: /^Historia/ });
  await expect(history).toContainText('32 Acompañamiento psicojurídico');
  await lock(app);
  await signIn(app, 'social');
  await openCase(app);
  await pressOn(app, 'button', /^Desde su última visita 1$/);
  await expect(history.getByRole('listitem')).toHaveCount(1);
  await expect(history).toContainText('nuevo');
  await expectAccessible(app, 'history of a case, since the last visit');
  await pressOn(app, 'button', 'Todo');
  await app.keyboard.press('Control+f');
  await expect(app.getByRole('searchbox', { name: 'Buscar en esta historia' })).toBeFocused();
  await app.keyboard.type('psicojuridico');
  await expect(history.getByRole('listitem')).toHaveCount(1);
  await app.keyboard.type(' xyz');
  await pressOn(app, 'button', 'Quitar filtros');
  await expect(history).toContainText('Ingreso');
});

test('the work of a case begins at the rail, its bar stays, and one button is filled', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app);
  const left = await app.getByRole('button', { name: /^Anotar/ }).evaluate((one) => one.getBoundingClientRect().left);
  expect(left).toBeLessThanOrEqual(80);
  expect((await filledButtons(app)).length).toBeLessThanOrEqual(1);
  await pressOn(app, 'link', /^Sección A /);
  await expect(app.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await app.mouse.wheel(0, 3000);
  const bar = app.getByRole('region', { name: 'Persona y caso' });
  await expect(
    bar
      .getByText('Marisol')
      .or(bar.getByRole('link', { name: `Ficha ${number}` }))
      .first(),
  ).toBeInViewport();
  await expect(bar.getByRole('link', { name: /^Sección A / })).toHaveAttribute('aria-current', 'page');
});
