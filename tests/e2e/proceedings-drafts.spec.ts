/** What is half typed on «Proceso» when the telephone rings: locked with F12, and found again as it was. */
import type { Page } from '@playwright/test';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, search, textbox, typeInto } from './keyboard.ts';
import { goToCases } from './workplace.ts';

test.use({ mode: 'busy' });

const number = '2026-0024';

async function openProceeding(page: Page): Promise<void> {
  await pressOn(page, 'button', number);
  await pressOn(page, 'link', 'Proceso');
  await expect(page.getByRole('heading', { level: 1, name: 'Proceso' })).toBeVisible();
}

/** Whoever locked stands again where she was. */
async function lockAndComeBack(page: Page): Promise<void> {
  await lock(page);
  await signIn(page, 'legal');
  await expect(page.getByRole('heading', { level: 1, name: 'Proceso' })).toBeVisible();
}

test('an act and a hearing that were half typed go on after a lock, and are offered no more once they are kept', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await openProceeding(app);
  await pressOn(app, 'button', 'Registrar acto');
  await search(app, textbox(app, 'Qué pasó'), 'decision sobre medidas');
  await typeInto(app, textbox(app, 'Órgano'), 'Juzgado de Familia Inventado');
  await typeInto(app, textbox(app, 'Lo que debe saber el equipo'), 'Palabras a medio escribir');
  await lockAndComeBack(app);

  await expect(app.getByText(/^Dejó un acto a medio escribir, guardado /)).toBeVisible();
  await show(app, 'proceso-a-medias');
  await pressOn(app, 'button', 'Seguir escribiendo');
  const act = app.getByRole('region', { name: 'Registrar un acto' });
  await expect(act.getByText(/^Recuperamos su borrador de las .*póngala otra vez\.$/)).toBeVisible();
  await expect(textbox(app, 'Órgano')).toHaveValue('Juzgado de Familia Inventado');
  await expect(textbox(app, 'Lo que debe saber el equipo')).toHaveValue('Palabras a medio escribir');
  await show(app, 'proceso-acto-recuperado');
  await typeInto(app, textbox(app, 'Lo que debe saber el equipo'), 'Palabras enteras');
  await pressOn(app, 'button', 'Dejarlo para después', act);
  await expect(app.getByText(/^Dejó un acto a medio escribir/)).toBeVisible();
  await pressOn(app, 'button', 'Seguir escribiendo');
  await expect(textbox(app, 'Lo que debe saber el equipo')).toHaveValue('Palabras enteras');
  await search(app, textbox(app, 'Qué pasó'), 'denuncia');
  await pressOn(app, 'button', 'Registrar acto', act);
  await expect(app.getByText('Palabras enteras')).toBeVisible();
  await expect(act).toHaveCount(0);

  await pressOn(app, 'button', 'Programar audiencia');
  await typeInto(app, textbox(app, 'Sala y dirección'), 'Sala 2, Jr. Los Ejemplos 500');
  await lockAndComeBack(app);
  // That of the act went with it.
  await expect(app.getByText(/^Dejó .* a medio escribir/)).toHaveText([/^Dejó una audiencia a medio escribir/]);
  await pressOn(app, 'button', 'Seguir escribiendo');
  await expect(textbox(app, 'Sala y dirección')).toHaveValue('Sala 2, Jr. Los Ejemplos 500');
  await pressOn(app, 'button', 'Descartar');
  await pressOn(app, 'button', 'Descartar borrador', app.getByRole('dialog'));
  await expect(textbox(app, 'Sala y dirección')).toHaveValue('');
  await pressOn(app, 'button', 'Dejarlo para después');
  await expect(app.getByRole('button', { name: 'Programar audiencia' })).toBeVisible();
  await expect(app.getByText(/^Dejó .* a medio escribir/)).toHaveCount(0);
});

test('a new fact that was being told is in its dialog again, by number too', async ({ app }) => {
  await signIn(app, 'psico');
  await app.keyboard.press('Shift+F4');
  await typeInto(app, textbox(app, 'Lo que se sabe'), 'Se oyen gritos inventados');
  await lock(app);
  await signIn(app, 'psico');
  await goToCases(app);
  await expect(app.getByText(/^Ficha sin elegir · Nuevo hecho o incumplimiento \(Mayús F4\)/)).toBeVisible();
  await show(app, 'casos-hecho-a-medias');
  await app.keyboard.press('Shift+F4');
  const dialog = app.getByRole('dialog', { name: 'Nuevo hecho o incumplimiento' });
  await expect(dialog.getByText(/^Recuperamos su borrador/)).toBeVisible();
  await expect(textbox(app, 'Número de la ficha')).toBeFocused();
  await expect(textbox(app, 'Lo que se sabe')).toHaveValue('Se oyen gritos inventados');
  await show(app, 'hecho-recuperado');
  await typeInto(app, textbox(app, 'Número de la ficha'), number);
  await choose(app, group(app, 'Qué pasó'), 'Hecho nuevo');
  await typeInto(app, textbox(app, 'Hora'), '0730');
  await pressOn(app, 'button', 'Avisar', dialog);
  await expect(app.getByRole('dialog', { name: 'Avisado' })).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByText(/^Ficha sin elegir/)).toHaveCount(0);
  await app.keyboard.press('Shift+F4');
  await expect(textbox(app, 'Lo que se sabe')).toHaveValue('');
});
