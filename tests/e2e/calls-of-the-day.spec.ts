/** The calls of the day: by keyboard from the list, each line only with what is safe at this hour. */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { countEffort } from './effort.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'calls' });

test('a call takes at most eight keys from the list, and shows a number only while it is safe', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Llamadas');
  const list = app.getByRole('region', { name: 'Llamadas de hoy' });
  await expect(list.getByText(/^Se puede llamar ahora · \d$/)).toBeVisible();
  await show(app, 'llamadas');
  const body = app.locator('body');
  // However it is written.
  const digits = (await body.innerText()).replaceAll(/\s/g, '');
  for (const number of ['987654321', '912345678', '923456789', '934567890', '945678901'])
    expect(digits).not.toContain(number);
  await expect(list.getByText('Ahora no: desde las 13:00')).toBeVisible();
  await expect(list.getByText('No llamar: cite en persona')).toBeVisible();
  await expect(list.getByRole('link', { name: /^Dar cita: / })).toBeVisible();
  await app.keyboard.press('Alt+m');
  await expect(list).not.toContainText('9··');
  await expect(list).not.toContainText('Rosa');
  await expect(list.getByRole('row', { name: /Dar cita/ })).toContainText('Contacto');
  await app.keyboard.press('Alt+m');
  const { keys } = await countEffort(app, 'Call from the list', '≤ 8 keys', async () => {
    await app.keyboard.press('Control+Enter');
    await expect(app.getByRole('dialog')).toContainText(/9\d\d \d{3} \d{3}/);
    await expect(app.getByRole('dialog')).toContainText('Para qué');
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
  await expect(dialog).toContainText('934 567 890');
  await app.keyboard.press('2');
  await show(app, 'llamadas-llamar');
  await pressOn(app, 'checkbox', /ya no es seguro/, dialog);
  await app.keyboard.press('Space');
  await app.keyboard.press('Control+Enter');
  await expect(yeni).toContainText('No llamar: cite en persona');
});

test('the week shows what is booked; a joint visit is one act, and what clashes is told before it is saved', async ({
  app,
}) => {
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Semana');
  await expect(app.getByRole('region', { name: 'jueves 11/06' })).toContainText('Irma');
  await show(app, 'semana');
  await pressOn(app, 'link', 'Citas');
  await typeInto(app, textbox(app, 'Nombre, si no tiene ficha'), 'Nora Inventada');
  await typeInto(app, textbox(app, 'Fecha'), '11/06/2026');
  await typeInto(app, textbox(app, 'Hora'), '10:30');
  await choose(app, group(app, 'Profesional'), 'Paula Inventada Psicóloga');
  await choose(app, group(app, 'Junto con'), 'Sonia Inventada Social');
  await expect(app.getByText('tiene una cita a las 10:00')).toHaveCount(0);
  await show(app, 'citas-conjunta');
  await pressOn(app, 'button', 'Registrar cita');
  await expect(app.getByText('Cita registrada.')).toBeAttached();
  await typeInto(app, textbox(app, 'Nombre, si no tiene ficha'), 'Julia Inventada');
  await typeInto(app, textbox(app, 'Fecha'), '11/06/2026');
  await typeInto(app, textbox(app, 'Hora'), '11:00');
  await choose(app, group(app, 'Profesional'), 'Sonia Inventada Social');
  await expect(app.getByText('Sonia Inventada Social tiene una cita a las 10:30: se cruzan.')).toBeVisible();
  await show(app, 'citas-cruce');
  await pressOn(app, 'link', 'Semana');
  await expect(app.getByRole('region', { name: 'jueves 11/06' })).toContainText('Cita conjunta');
});
