/** Six cargos in one pass by keyboard, as they come back from the desks at the end of the day. */
import { expect, expectAccessible, pressOn, show, signIn, test } from './centre.ts';
import { typeInto } from './keyboard.ts';

test.use({ mode: 'cargos' });

/** Milliseconds from the opened list to the last saved row. */
const most = 120_000;
const cargos = Array.from({ length: 6 }, (_one, at) => ({ entry: `${4521 + at}-2026`, folios: String(8 + at) }));

test('six writs are presented in two minutes, each with its entry number and folios', async ({ app }) => {
  await signIn(app, 'legal');
  // The same sheet stands on her day.
  await expect(app.getByRole('table', { name: 'Por presentar y cargos de hoy' }).getByRole('row')).toHaveCount(7);
  await expectAccessible(app, 'cargos on the day of Legal');
  await pressOn(app, 'link', 'Cargos de hoy');
  await expect(app.getByText('Por presentar: 6. Enter guarda la fila y pasa a la siguiente.')).toBeVisible();
  const rows = app.getByRole('row', { name: /Ficha \S+ · Escrito/ });
  await expect(rows).toHaveCount(6);
  await show(app, 'cargos-seis');
  const began = Date.now();
  // Date and hour once: the rows below take them over.
  await typeInto(app, rows.first().getByRole('textbox', { name: 'Fecha' }), '10062026');
  await typeInto(app, rows.first().getByRole('textbox', { name: 'Hora' }), '0820');
  const [first] = await rows.all();
  if (first === undefined) throw new Error('no row');
  // What is wrong stands in its cell, and the first of it has the focus.
  await app.keyboard.press('Enter');
  await expect(first.getByRole('textbox', { name: 'N.º de ingreso' })).toBeFocused();
  await expect(first.getByRole('cell').filter({ hasText: 'Complete este dato.' })).toHaveCount(2);
  await expectAccessible(app, 'a row that lacks something');
  for (const [at, { entry, folios }] of cargos.entries()) {
    // Enter of the row before put the cursor here.
    await expect(rows.nth(at).getByRole('textbox', { name: 'N.º de ingreso' })).toBeFocused();
    await app.keyboard.type(entry);
    await app.keyboard.press('Tab');
    await expect(rows.nth(at).getByRole('textbox', { name: 'Folios' })).toBeFocused();
    await app.keyboard.type(folios);
    await app.keyboard.press('Enter');
    const saved = rows.nth(at);
    await expect(saved.getByText('Presentado', { exact: true })).toBeVisible();
    await expect(saved.getByRole('cell', { name: entry, exact: true })).toBeVisible();
    await expect(saved.getByRole('cell', { name: folios, exact: true })).toBeVisible();
  }
  await expect(app.getByText('Todos los escritos de la lista están presentados.')).toBeVisible();
  expect(Date.now() - began).toBeLessThanOrEqual(most);
  await show(app, 'cargos-seis-guardados');

  const told: string[] = [];
  for (const ficha of ['2026-0001', '2026-0002', '2026-0003']) {
    await pressOn(app, 'link', /^Mi día/);
    await pressOn(app, 'button', ficha);
    await pressOn(app, 'link', 'Presentar escritos');
    await expect(app.getByText(/N\.º de ingreso|folios/i).first()).toBeVisible();
    told.push(await app.getByRole('main').innerText());
  }
  for (const { entry, folios } of cargos) {
    const pattern = new RegExp(`${entry}[\\s\\S]{0,80}\\b${folios} folios`);
    expect(told.filter((text) => pattern.test(text.replace(/\s+/g, ' ')))).toHaveLength(1);
  }
  await pressOn(app, 'link', 'Cargos de hoy');
  await expect(app.getByText('Todos los escritos de la lista están presentados.')).toBeVisible();
  await expect(rows.getByText('Presentado', { exact: true })).toHaveCount(6);
});
