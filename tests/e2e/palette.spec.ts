/** «Buscar o hacer» by keyboard: asked after a pause, marked by arrows, never of another text; acts and help of one's role. */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ mode: 'search' });

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Buscar o hacer' });
const list = (page: Page): Locator => page.getByRole('listbox').getByRole('group', { name: 'Personas y fichas' });
const says = (page: Page): Locator => page.getByRole('dialog', { name: 'Buscar o hacer' }).getByRole('status');

async function types(page: Page, text: string): Promise<void> {
  if (!(await field(page).isVisible())) await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

test('who may be meant is listed after a pause, marked by arrows and opened by Enter', async ({ app }) => {
  await signIn(app, 'psico');
  await types(app, 'sulca');
  await expect(list(app).getByRole('option')).toHaveCount(5);
  await expect(field(app)).toHaveAttribute('aria-expanded', 'true');
  await expect(app.getByText('Se muestran las 5 más parecidas.', { exact: false })).toBeVisible();
  // Nobody is marked by itself: Enter after typing opens no ficha.
  await expect(field(app)).not.toHaveAttribute('aria-activedescendant');
  await show(app, 'buscador-varias');

  await app.keyboard.insertText(' alicia');
  // Five answered to another text.
  await expect(list(app)).toBeHidden();
  await expect(list(app).getByRole('option').first()).toHaveAccessibleName(/^Alicia/);
  await app.keyboard.press('ArrowDown');
  const marked = list(app).getByRole('option', { selected: true });
  await expect(marked).toHaveAccessibleName(
    /^Alicia Inventada Sulca Ficha 2026-0002, persona usuaria.*(Probable|Posible)/,
  );
  await expect(field(app)).toHaveAttribute('aria-activedescendant', (await marked.getAttribute('id')) ?? 'none');
  await expect(field(app)).toBeFocused();
  await show(app, 'buscador-marcada');
  await app.keyboard.press('ArrowUp');
  await expect(marked).toHaveCount(0);
  await app.keyboard.press('ArrowUp');
  await expect(app.getByRole('option').last()).toBeInViewport();
  await expect(app.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await app.keyboard.press('ArrowDown');
  await expect(marked).toHaveCount(0);
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: 'Ficha 2026-0002' })).toBeVisible();
  await expect(field(app)).toBeHidden();
  await app.keyboard.press('Control+k');
  await expect(field(app)).toHaveValue('');
});

test('Escape closes it and forgets what was typed; Enter without a mark asks the search screen', async ({ app }) => {
  await signIn(app, 'psico');
  await types(app, 'sulca');
  await expect(list(app)).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(field(app)).toBeHidden();
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeFocused();
  await app.keyboard.press('F3');
  await expect(field(app)).toHaveValue('');

  await types(app, 'zzyx inexistente');
  await expect(says(app)).toHaveText('No se encontró a nadie con esos datos.');
  await expect(field(app)).toHaveAttribute('aria-expanded', 'false');
  await show(app, 'buscador-nadie');
  await types(app, 'su');
  await expect(says(app)).toBeEmpty();
  // A number of a paper is nobody's name.
  await types(app, 'e-2026-1');
  await expect(says(app)).toHaveText('No hay un papel con ese número entre los que usted puede ver.');

  await types(app, 'sulca');
  await expect(list(app)).toBeVisible();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: 'Buscar personas y casos' })).toBeVisible();
  await expect(app.getByRole('list', { name: 'Personas encontradas' }).getByRole('listitem')).toHaveCount(5);
  await expect(list(app)).toBeHidden();
  // The results take the focus: the next Tab is the first of them.
  await expect(app.getByRole('heading', { level: 2, name: '5 personas encontradas' })).toBeFocused();
  await app.keyboard.press('Tab');
  await expect(app.getByRole('link', { name: /^Ficha 2026-/ }).first()).toBeFocused();
});

test('of whom the reader may open one ficha alone that one is said; by what a reserved one was told only «Requiere revisión», and nothing opens', async ({
  app,
}) => {
  await signIn(app, 'psico');
  await types(app, 'yenny huaman');
  await expect(list(app).getByRole('option')).toHaveAccessibleName(/^Yenny .* Ficha 2026-0008, persona usuaria/);
  await types(app, '00778899');
  const only = list(app).getByRole('option');
  await expect(only).toHaveAccessibleName(/^Requiere revisión Hay una coincidencia que solo Coordinación/);
  await expect(list(app)).not.toContainText(/Yenny|Huamán|2026-/);
  await app.keyboard.press('ArrowDown');
  await expect(only).toHaveAttribute('aria-disabled', 'true');
  await show(app, 'buscador-revision');
  await app.keyboard.press('Enter');
  await expect(list(app)).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
});

test('the desk is shown no list: it searches inside an arrival', async ({ app }) => {
  await signIn(app, 'admision');
  await types(app, 'sulca');
  await expect(field(app)).toHaveValue('sulca');
  await app.waitForTimeout(600);
  await expect(list(app)).toBeHidden();
  await app.keyboard.press('Enter');
  await expect(app.getByText(/En Admisión se busca a una persona al registrar su llegada/)).toBeVisible();
  await pressOn(app, 'button', 'Registrar llegada (Alt+N)');
});

test("acts and pages of one's role, the ficha in sight and help stand beside persons", async ({ app }) => {
  await signIn(app, 'psico');
  await app.keyboard.press('Control+k');
  const option = (name: string | RegExp) => app.getByRole('option', { name });
  await expect(option(/^Proponer/)).toHaveCount(0);
  await expect(option(/^Personal/)).toHaveCount(0);
  await show(app, 'buscar');
  await types(app, 'plaz venc');
  await expect(option(/^Plazos: lo vencido/)).toBeVisible();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog', { name: 'Ayuda' }).getByRole('article')).toBeVisible();
  await app.keyboard.press('Escape');
  await types(app, 'verific');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: 'Verificar código' })).toBeFocused();
  await types(app, 'sulca');
  await expect(option(/Sulca Ficha/).first()).toBeVisible();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: /^Ficha 2026-/ })).toBeVisible();
  await types(app, 'relato');
  await expect(app.getByRole('group', { name: 'En esta ficha' }).getByRole('option')).toHaveCount(1);
});

test('Tab goes from kind to kind; of a marked ficha the keys are said, and lead to its risk or its papers', async ({
  app,
}) => {
  await signIn(app, 'psico');
  await types(app, 'sulca');
  await expect(list(app)).toBeVisible();
  const chip = (name: string) => app.getByRole('group', { name: 'Qué se busca' }).getByRole('button', { name });
  await expect(chip('Todo')).toHaveAttribute('aria-pressed', 'true');
  await app.keyboard.press('Tab');
  await app.keyboard.press('Tab');
  await expect(chip('Fichas')).toHaveAttribute('aria-pressed', 'true');
  await expect(field(app)).toBeFocused();
  await expect(list(app)).toBeHidden();
  const fichas = app.getByRole('listbox').getByRole('group', { name: 'Fichas' });
  await expect(fichas.getByRole('option')).toHaveCount(5);
  await app.keyboard.press('ArrowDown');
  await expect(app.getByText('Valorar el riesgo')).toBeVisible();
  await expect(app.getByText(/^Solo aparecen fichas que usted puede abrir/)).toBeVisible();
  await show(app, 'buscar-ficha');
  await app.keyboard.press('Alt+r');
  await expect(app.getByRole('heading', { level: 1, name: /riesgo/i })).toBeVisible();
  await types(app, 'sulca');
  await expect(list(app)).toBeVisible();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Control+Enter');
  await expect(field(app)).toBeHidden();
  await types(app, 'E-2026-999999');
  await app.keyboard.press('Shift+Tab');
  await app.keyboard.press('Shift+Tab');
  await expect(chip('Papeles')).toHaveAttribute('aria-pressed', 'true');
  await expect(says(app)).toHaveText('No hay un papel con ese número entre los que usted puede ver.');
});
