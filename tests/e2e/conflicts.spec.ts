/** Who is close to somebody of a case does not see it: declared by oneself, reviewed by Coordinación. */
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { goToCases } from './workplace.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

test('closes the case of a declared person, and opens it again when it was a namesake', async ({ app }) => {
  await signIn(app, 'psico');
  await goToCases(app);
  const cases = app.getByRole('table', { name: /el más reciente primero$/ });
  const number = await cases
    .getByText(/^2026-\d{4}$/)
    .first()
    .innerText();
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Mis vínculos');
  await expect(app.getByRole('heading', { level: 1, name: 'Ajustes: mis vínculos' })).toBeVisible();
  await show(app, 'vinculos');
  await pressOn(app, 'button', 'Declarar');
  await expect(app.getByRole('group', { name: /^Revise \d datos?$/ })).toBeFocused();
  await show(app, 'vinculos-error');
  await choose(app, group(app, 'Quién es'), 'Otro vínculo cercano');
  await choose(app, group(app, 'Tipo de documento'), 'DNI');
  await typeInto(app, textbox(app, 'Número de documento'), documentOf(number));
  await pressOn(app, 'button', 'Declarar');
  await expect(app.getByRole('table', { name: 'Declaraciones: 1' })).toBeVisible();
  await show(app, 'vinculos-declarado');
  await goToCases(app);
  await expect(app.getByRole('button', { name: /^2026-/ }).first()).toBeVisible();
  await expect(app.getByText(number, { exact: true })).toHaveCount(0);
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Conflictos');
  await expect(app.getByRole('heading', { level: 1, name: 'Conflictos de interés' })).toBeFocused();
  await expect(app.getByText(number, { exact: true })).toBeVisible();
  await show(app, 'conflictos');
  await pressOn(app, 'button', new RegExp(`^Descartar: ficha ${number}`));
  // It opens a ficha to somebody who was barred from it.
  await expect(app.getByRole('button', { name: 'Cancelar' })).toBeFocused();
  await choose(app, group(app, 'Motivo'), 'Es otra persona con el mismo nombre');
  await show(app, 'conflictos-descartar');
  await pressOn(app, 'button', 'Descartar', app.getByRole('dialog'));
  await expect(app.getByText('Descartado: Es otra persona con el mismo nombre').first()).toBeVisible();
  await lock(app);

  await signIn(app, 'psico');
  await goToCases(app);
  await expect(app.getByText(number, { exact: true })).toBeVisible();
});

/** The busy centre numbers documents as it numbers cases. */
function documentOf(number: string): string {
  return `00${100_000 + Number(number.slice(-4)) - 1}`;
}
