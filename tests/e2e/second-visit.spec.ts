/** The same woman comes again and is known at the desk: her open ficha is told, her facts wait for «Confirmar». */
import { isSame, says, waitsAndOpens } from './arrivals.ts';
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

test('a known woman is asked nothing twice, and the telephone anew', async ({ app }) => {
  await signIn(app, 'psico');
  await says(app, 'Luz Flores');
  await isSame(app, 'Luz');
  await expect(app.getByText('Ya tiene otra ficha abierta:')).toBeVisible();
  await waitsAndOpens(app);
  await expect(app.getByText('Ya tiene otra ficha abierta:')).toBeVisible();
  // The man of May, as he is said: he is found, so that nobody writes a second one.
  await typeInto(app, textbox(app, 'Busque a la presunta persona agresora'), 'Pedro De la Cruz');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: /^Es la misma: Pedro/ }).first()).toBeVisible();
  await pressOn(app, 'button', 'No se sabe quién es');
  await expect(app.getByRole('group', { name: 'Quién es' }).last()).toBeFocused();
  await choose(app, group(app, 'Turno'), 'Mañana');
  await show(app, 'segunda-visita-abrir');
  await pressOn(app, 'button', 'Registrar ficha');

  await expect(app.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await expect(app.getByText(/^Vienen con ella: \d+ datos de la ficha 2026-0004/)).toBeVisible();
  await expect(app.getByText(/Dicho antes: 900000111/)).toBeVisible();
  await expect(textbox(app, 'A.4Hijas vivas de 0 a 17 años')).toHaveValue('');
  await pressOn(app, 'button', 'Confirmar: Hijas e hijos');
  await expect(textbox(app, 'A.4Hijas vivas de 0 a 17 años')).toHaveValue('0');
  await expect(textbox(app, 'A.4Hijas vivas de 0 a 17 años')).toBeFocused();
  await expect(app.getByRole('button', { name: 'Confirmar: Hijas e hijos' })).toHaveCount(0);
  await app.getByRole('group', { name: 'Datos de su ficha anterior, por confirmar' }).scrollIntoViewIfNeeded();
  await show(app, 'segunda-visita-datos');

  await pressOn(app, 'link', /^Ficha 2026-0028/);
  await expect(app.getByText('Ya tiene otra ficha abierta:')).toBeVisible();
  await show(app, 'segunda-visita-caso');
});
