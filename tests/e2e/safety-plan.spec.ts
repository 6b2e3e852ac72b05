/** The safety plan, made with her and carried as a card: by keyboard, from «Lo que sigue». */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'urgent' });

test('a plan is made, told where its card tells, kept, read again and carried', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Plan de seguridad');
  await expect(app.getByRole('heading', { level: 1, name: 'Plan de seguridad' })).toBeVisible();
  await pressOn(app, 'button', 'Guardar la versión 1');
  await expect(app.getByText('Escriba al menos una parte del plan.').first()).toBeVisible();
  await expect(app.getByText('Responda si es seguro que la lleve.').first()).toBeVisible();
  await expect(app.getByText('Diga quién estuvo presente.').first()).toBeVisible();
  await show(app, 'plan-de-seguridad-error');
  await typeInto(app, textbox(app, 'Si llega a la casa'), 'Salir por el patio a la casa de doña Elena.');
  await typeInto(app, textbox(app, 'En la tarjeta se lee: si llega a la casa'), 'Costurera: atiende por el patio');
  await typeInto(app, textbox(app, 'Bolsa lista'), 'Donde Elena: ropa, 60 soles, llaves.');
  await typeInto(app, textbox(app, 'En la tarjeta se lee: bolsa lista'), 'Contra la violencia');
  await pressOn(app, 'button', 'Agregar un número');
  await typeInto(app, textbox(app, 'Cómo se lee en la tarjeta'), 'Rita');
  await typeInto(app, textbox(app, 'Número'), '986 111 222');
  await choose(app, group(app, '¿Es seguro que lleve la tarjeta?'), 'Sí');
  await choose(app, group(app, 'Estuvo presente'), 'Solo ella');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByText(/dice de quién es o de qué se trata/).first()).toBeVisible();
  await show(app, 'plan-de-seguridad-dice');
  await typeInto(app, textbox(app, 'En la tarjeta se lee: bolsa lista'), 'Encargo donde Elena');
  const card = app.getByRole('region', { name: 'Lo que se lee en la tarjeta' });
  await expect(card.getByText('Encargo donde Elena')).toBeVisible();
  await show(app, 'plan-de-seguridad-escribir');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByRole('heading', { name: 'Versión 1' })).toBeVisible();
  await show(app, 'plan-de-seguridad');
  await pressOn(app, 'button', 'Releído con ella, sin cambios');
  await expect(app.getByText('Paula Inventada Psicóloga').first()).toBeVisible();
  await pressOn(app, 'button', 'Ver la tarjeta');
  const dialog = app.getByRole('dialog', { name: 'Tarjeta' });
  await expect(dialog.locator('canvas').nth(1)).toBeVisible();
  await expect(dialog.getByText('Ni su nombre ni el de él')).toBeVisible();
  await show(app, 'plan-de-seguridad-tarjeta');
  await choose(app, group(app, 'Parece'), 'Calendario');
  await choose(app, group(app, 'La línea 100'), 'Como «Consultas»');
  await choose(app, group(app, 'Papel'), 'A4, con marcas de corte');
  await expect(dialog.locator('canvas')).toHaveCount(1);
  await show(app, 'plan-de-seguridad-tarjeta-a4');
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', 'Cambiar el plan');
  await typeInto(app, textbox(app, 'Bolsa lista'), 'Donde Rita: ropa, 80 soles, llaves.');
  await choose(app, group(app, '¿Es seguro que lleve la tarjeta?'), 'Sí');
  await choose(app, group(app, 'Estuvo presente'), 'Ella y alguien de su confianza');
  await app.keyboard.press('Alt+m');
  await expect(app.getByText('Discreción: siga con Alt M.')).toBeVisible();
  await show(app, 'plan-de-seguridad-discrecion');
  await app.keyboard.press('Alt+m');
  await pressOn(app, 'button', 'Comparar con la versión 1');
  await expect(app.getByRole('region', { name: 'Lo escrito, comparado con la versión 1' })).toBeVisible();
  await show(app, 'plan-de-seguridad-comparar-escribiendo');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByRole('heading', { name: 'Versión 2', exact: true })).toBeVisible();
  await pressOn(app, 'button', 'Comparar con la versión 1');
  await expect(
    app
      .locator('del', { hasText: 'Elena: ropa, 60' })
      .or(app.locator('del', { hasText: '60' }))
      .first(),
  ).toBeVisible();
  await expect(app.locator('ins', { hasText: '80' }).first()).toBeVisible();
  await show(app, 'plan-de-seguridad-comparar');
  await app.keyboard.press('Alt+m');
  await expect(app.locator('ins, del')).toHaveCount(0);
});
