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
  await expect(app.getByRole('dialog', { name: 'Tarjeta' })).toBeVisible();
  await expect(app.getByRole('dialog').locator('canvas, img').first()).toBeVisible();
  await show(app, 'plan-de-seguridad-tarjeta');
});
