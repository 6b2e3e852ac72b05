/** The referrals of a case by keyboard: chosen, consented, issued, handed over, answered by the code of their slip. */
import { pressInCase } from './case-ways.ts';
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, tabInto, textbox, tick, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

const ficha = '2026-0024';

test('refers to a health post, says how the letter was handed over, and keeps the slip that comes back', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await pressOn(app, 'button', ficha);
  await pressInCase(app, 'Derivaciones');
  await expect(app.getByRole('heading', { level: 1, name: 'Derivaciones' })).toBeVisible();
  await show(app, 'derivaciones');
  await pressOn(app, 'link', 'Establecimiento de salud');
  await pressOn(app, 'button', 'Emitir…');
  await show(app, 'derivacion-error');
  await typeInto(app, textbox(app, 'Institución que recibe'), 'Centro de Salud Inventado');
  await typeInto(app, textbox(app, 'Cargo o área'), 'Jefatura');
  await choose(app, group(app, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await pressOn(app, 'button', 'Registrar consentimiento');
  await tick(app, group(app, 'Servicios'), 'Traumatología');
  await choose(app, group(app, 'Urgencia'), 'URGENTE (el mismo día)');
  await typeInto(app, textbox(app, 'Motivo'), 'Requiere evaluación de lesiones.');
  await pressOn(app, 'button', 'Emitir…');
  await pressOn(app, 'button', /^Emitir/, app.getByRole('dialog'));
  await expect(app.getByRole('button', { name: 'Guardar PDF' })).toBeVisible();

  await pressOn(app, 'link', /^Casos/, app.getByRole('navigation', { name: 'Secciones del programa' }));
  await pressOn(app, 'link', /^Derivaciones/, app.getByRole('navigation', { name: 'Páginas de Casos' }));
  await expect(app.getByRole('heading', { level: 1, name: 'Derivaciones sin respuesta' })).toBeVisible();
  await show(app, 'derivaciones-sin-respuesta');
  await pressOn(app, 'link', /^Mi día/);
  await pressOn(app, 'button', ficha);
  await pressInCase(app, 'Derivaciones');
  await pressOn(app, 'button', /^Entregada/);
  await choose(app, app.getByRole('dialog').getByRole('group').first(), 'A ella, en la mano');
  await show(app, 'derivacion-entrega');
  await pressOn(app, 'button', 'Registrar entrega', app.getByRole('dialog'));
  await pressOn(app, 'button', /^Contrarreferencia/);
  await show(app, 'contrarreferencia');
  await choose(app, group(app, '¿Fue atendida?'), 'Sí fue atendida');
  await pressOn(app, 'button', 'Registrar contrarreferencia', app.getByRole('dialog'));
  await show(app, 'contrarreferencia-error');
  await typeInto(app, textbox(app, 'Fecha de la atención'), '10062026');
  await tick(app, group(app, 'Servicios brindados'), 'Traumatología');
  await pressOn(app, 'button', 'Registrar contrarreferencia', app.getByRole('dialog'));
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await expect(app.getByRole('main').getByText('Atendida', { exact: true })).toBeVisible();
  await show(app, 'derivaciones-atendida');
});

test('asks about a guardian called like the accused person, and refuses him', async ({ app }) => {
  await signIn(app, 'psico');
  // A girl of eight; the accused person of her ficha is called Pedro Rojas.
  await pressOn(app, 'button', '2026-0001');
  await pressInCase(app, 'Derivaciones');
  await pressOn(app, 'link', 'Establecimiento de salud');
  await choose(app, group(app, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await pressOn(app, 'button', 'Registrar consentimiento');
  await expect(app.getByRole('group', { name: /^Revise 3 datos/ })).toBeFocused();
  await show(app, 'consentimiento-persona-a-cargo-error');
  // Beside the letter there are four columns, and no field makes columns of its own.
  const asked = await group(app, '¿Acepta esta derivación?').boundingBox();
  expect(asked?.width).toBeGreaterThan(400);
  await typeInto(app, textbox(app, 'Vínculo'), 'abuelo');
  await choose(app, group(app, 'La niña, el niño o adolescente'), 'Está de acuerdo');
  await typeInto(app, textbox(app, 'Quién consiente'), 'PEDRO ROJAS');
  await pressOn(app, 'button', 'Registrar consentimiento');
  await expect(app.getByRole('alert').first()).toContainText('no puede consentir');
  await typeInto(app, textbox(app, 'Quién consiente'), 'Pedro Alberto Rojas Inventado');
  await pressOn(app, 'button', 'Registrar consentimiento');
  const checked = app.getByRole('checkbox', { name: 'Comprobé que es otra persona y no la presunta agresora' });
  await expect(checked).toBeVisible();
  await show(app, 'consentimiento-persona-a-cargo');
  await tabInto(app, checked);
  await app.keyboard.press('Space');
  await pressOn(app, 'button', 'Registrar consentimiento');
  await expect(app.getByText('Consiente Pedro Alberto Rojas Inventado (abuelo).')).toBeVisible();
});
