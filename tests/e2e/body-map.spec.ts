/** The body map: a mark chosen on the figure by arrows, another from the list, one annulled; nothing under discretion. */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, pressMain, search, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'urgent' });

test('marks are noted by keyboard alone, annulled with a reason, and hidden under discretion', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Mapa corporal');
  await expect(app.getByRole('heading', { level: 1, name: 'Mapa corporal' })).toBeVisible();
  await expect(app.getByText('no reemplaza al certificado médico legal')).toBeVisible();
  await show(app, 'mapa-corporal-vacio');
  await app.getByRole('button', { name: 'Frente', exact: true }).focus();
  await app.keyboard.press('ArrowLeft');
  await expect(app.getByRole('button', { name: 'Ojo y pómulo, lado derecho' })).toBeFocused();
  await show(app, 'mapa-corporal-flechas');
  await app.keyboard.press('Enter');
  const dialog = app.getByRole('dialog', { name: 'Anotar una lesión' });
  await expect(textbox(app, 'Dónde')).toHaveValue('Ojo y pómulo, lado derecho');
  await search(app, textbox(app, 'Qué es'), 'hema');
  await typeInto(app, textbox(app, 'Tamaño en cm'), '3 × 2');
  await choose(app, group(app, 'Cómo se sabe'), 'La vimos');
  await typeInto(
    app,
    textbox(app, 'Cómo es: color, forma, lo que se ve o lo que ella dice'),
    'Morado, con bordes amarillos',
  );
  await show(app, 'mapa-corporal-anotar');
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByRole('button', { name: 'Ojo y pómulo, lado derecho. Marca 1: hematoma' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await pressMain(app, /^Anotar/);
  await search(app, textbox(app, 'Dónde'), 'codo izq');
  await search(app, textbox(app, 'Qué es'), 'fractura');
  // What nobody sees here is not asked how it is known.
  await expect(dialog.getByRole('group', { name: /Cómo se sabe/ })).toHaveCount(0);
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByRole('cell', { name: /La refiere ella/ })).toBeVisible();
  await show(app, 'mapa-corporal');
  await pressOn(app, 'button', 'Anular la marca 2');
  await choose(app, group(app, 'Motivo'), 'Se anotó mal');
  await pressOn(app, 'button', 'Anular la marca');
  await expect(app.getByText('Anuladas (1)')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Codo, lado izquierdo', exact: true })).toHaveCount(1);
  await app.keyboard.press('Alt+m');
  await expect(app.getByText('No se muestra.')).toBeVisible();
  await expect(app.getByText('Hematoma', { exact: false })).toHaveCount(0);
});
