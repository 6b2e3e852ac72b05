/** Monitoring by keyboard: a figure, its table and its list, the ficha behind it, the page on paper, the series by year. */
import { expect, pressOn, show, signIn, test } from './centre.ts';

test.use({ mode: 'monitored' });

test('the coordinator reads a figure, opens its list and goes to a ficha', async ({ app }) => {
  await signIn(app, 'coordina');
  await expect(app.getByRole('region', { name: 'Monitoreo' })).toContainText('sin contacto hace 30 días');
  await show(app, 'mi-dia-monitoreo');
  await pressOn(app, 'link', 'Monitoreo');
  await expect(app.getByRole('heading', { level: 1, name: 'Monitoreo' })).toBeVisible();
  await expect(app.getByText('jun 2026 a may 2027 · uso interno')).toBeVisible();
  await expect(app.getByRole('figure')).toHaveCount(9);
  await show(app, 'monitoreo');
  await pressOn(app, 'button', 'Incluir junio');
  await expect(app.getByText('jul 2026 a jun 2027, en curso · uso interno')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Incluir junio', pressed: true })).toBeFocused();
  await pressOn(app, 'button', 'Incluir junio');
  await expect(app.getByText('jun 2026 a may 2027 · uso interno')).toBeVisible();

  const severe = app.getByRole('figure', { name: /severo/ });
  const figure = Number(await severe.locator('p > span').first().textContent());
  await pressOn(app, 'button', /^Lista: .*severo/);
  const pane = app.getByRole('complementary', { name: 'Lista de la cifra elegida' });
  await expect(pane.getByRole('heading', { name: 'Severos sin valorar de nuevo' })).toBeFocused();
  await expect(pane.getByRole('row')).toHaveCount(figure + 1);
  await expect(pane).toContainText('por confirmar');
  await pane
    .locator('tbody tr', { has: app.locator('[data-late]') })
    .first()
    .getByRole('link')
    .focus();
  await app.keyboard.press('p');
  await expect(pane.getByText(/^Pedido a .+: lo verá en «Mi día»\.$/)).toBeVisible();
  await app.keyboard.press('p');
  await expect(pane.getByText(/^Ya está pedido a /)).toBeVisible();
  await show(app, 'monitoreo-lista');
  await pressOn(app, 'button', /^12 meses · \d+$/, pane);
  const all = Number(/\d+$/.exec((await pane.getByRole('button', { name: /^12 meses/ }).textContent()) ?? '')?.[0]);
  await expect(pane.getByRole('row')).toHaveCount(all + 1);

  await app.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(app.getByRole('button', { name: /^Lista: .*severo/ })).toBeFocused();

  await pressOn(app, 'button', /^Por persona: /);
  const table = app.getByRole('complementary', { name: 'Tabla de la cifra elegida' });
  await expect(table.getByRole('row')).toHaveCount(13);
  await show(app, 'monitoreo-tabla');
  await pressOn(app, 'button', /^\d+: Fichas completas, mayo de 2027$/, table);
  await expect(pane.getByRole('heading', { name: 'Casos a cargo: fichas completas' })).toBeFocused();

  await pressOn(app, 'button', /^Por persona: /);
  await pressOn(app, 'button', 'Por pregunta', table);
  await pressOn(app, 'button', /^12 meses/, table);
  await show(app, 'monitoreo-preguntas');
  await pressOn(app, 'button', /^Por institución: /);
  await pressOn(app, 'button', /^12 meses/, table);
  await show(app, 'monitoreo-instituciones');
  await pressOn(app, 'button', /^\d+: Respondidas, CSMC Inventado$/, table);
  await expect(pane.getByRole('heading', { name: 'CSMC Inventado: respondidas' })).toBeFocused();
  await expect(pane.getByRole('row').nth(1)).toContainText('Ficha de otro equipo');
  await pressOn(app, 'button', /^Lista: .*cargo|^Lista: .*lleva/);

  await app.keyboard.press('Alt+m');
  await expect(app.getByText('Inventada A')).toHaveCount(0);
  await pressOn(app, 'link', /^\d{4}-\d{4}$/, pane);
  await expect(app).toHaveURL(/#\/casos\/[0-9a-f-]{36}/);
});

test('the page leaves through the print register', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Monitoreo');
  await expect(app.getByRole('figure')).toHaveCount(9);
  await app.keyboard.press('Control+p');
  const dialog = app.getByRole('dialog', { name: 'Monitoreo, una página' });
  await expect(dialog.getByText('Página 1 de 1')).toBeVisible();
  await show(app, 'monitoreo-pagina');
  await pressOn(app, 'button', /^Registrar e imprimir$/, dialog);
  await expect(dialog.getByText(/^Copia CEM-2027-\d{6} registrada y enviada a la impresora\.$/)).toBeVisible();
});

test('the series says what the record holds of each year, and what it does not', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Serie anual');
  await expect(app.getByRole('heading', { level: 1, name: 'Serie anual' })).toBeVisible();
  await expect(app.getByText('no se registra', { exact: false }).first()).toBeVisible();
  await show(app, 'serie-anual');
  await pressOn(app, 'button', /: Pedidas, 2026$/);
  const pane = app.getByRole('complementary', { name: 'Lista de la cifra elegida' });
  await expect(pane.getByRole('heading', { name: 'Pedidas, 2026' })).toBeFocused();
  const figure = Number(
    /^\d+/.exec((await app.getByRole('button', { name: /: Pedidas, 2026$/ }).textContent()) ?? '')?.[0],
  );
  await expect(pane.getByRole('row')).toHaveCount(figure + 1);
});
