/** The calls of the day: by keyboard from the list, each line only with what is safe at this hour. */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { countEffort } from './effort.ts';
import { textbox } from './keyboard.ts';

test.use({ mode: 'calls' });

test('a call takes at most eight keys from the list, and shows a number only while it is safe', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Llamadas');
  const list = app.getByRole('region', { name: 'Llamadas de hoy' });
  await expect(list.getByText(/^Se puede llamar ahora · \d$/)).toBeVisible();
  await show(app, 'llamadas');
  const body = app.locator('body');
  for (const number of ['987654321', '912345678', '923456789', '934567890', '945678901'])
    await expect(body).not.toContainText(number);
  await expect(list.getByText('Ahora no: desde las 13:00')).toBeVisible();
  await expect(list.getByText('No llamar: cite en persona')).toBeVisible();
  await app.keyboard.press('Alt+m');
  await expect(list).not.toContainText('9··');
  await expect(list).not.toContainText('Rosa');
  await app.keyboard.press('Alt+m');
  const { keys } = await countEffort(app, 'Call from the list', '≤ 8 keys', async () => {
    await app.keyboard.press('Control+Enter');
    await expect(app.getByRole('dialog')).toContainText(/9\d{8}/);
    await app.keyboard.press('3');
    await expect(textbox(app, 'Próximo intento')).toHaveValue(/2026/);
    await app.keyboard.press('Control+Enter');
    await expect(app.getByRole('dialog')).toHaveCount(0);
  });
  expect(keys).toBeLessThanOrEqual(8);
  await expect(list.getByText(/^Más tarde · /)).toBeVisible();
  await show(app, 'llamadas-despues');
});

test('hours that are words are read first; a number that is no longer safe goes with one answer', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Llamadas');
  const list = app.getByRole('region', { name: 'Llamadas de hoy' });
  const yeni = list.getByRole('row', { name: /Yeni/ });
  await pressOn(app, 'button', /^Llamar: /, yeni);
  const question = app.getByRole('dialog', { name: '¿Es ahora una de sus horas?' });
  await expect(question).toContainText('cuando él sale a trabajar');
  await show(app, 'llamadas-horas');
  await pressOn(app, 'button', 'Sí, es ahora', question);
  const dialog = app.getByRole('dialog', { name: /^Llamar a Yeni/ });
  await expect(dialog).toContainText('934567890');
  await app.keyboard.press('2');
  await show(app, 'llamadas-llamar');
  await pressOn(app, 'checkbox', /ya no es seguro/, dialog);
  await app.keyboard.press('Space');
  await app.keyboard.press('Control+Enter');
  await expect(yeni).toContainText('No llamar: cite en persona');
});
