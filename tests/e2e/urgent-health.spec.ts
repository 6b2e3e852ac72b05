/** The health letter of an emergency on the first day of a centre: no directory, nothing set up; every key counted. */
import { expect, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, tabInto, textbox, typeInto } from './keyboard.ts';
import { mostUrgentKeys, refersUrgently } from './urgent-letter.ts';

test.use({ mode: 'fresh' });

test('refers an emergency of health in one flow of few keys', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await expect(app.getByRole('link', { name: 'Derivar con urgencia' })).toBeVisible();
  const keys = await app.evaluateHandle(() => {
    const seen: string[] = [];
    window.addEventListener('keydown', ({ key }) => seen.push(key), true);
    return seen;
  });
  await refersUrgently(app);
  expect(await keys.evaluate((all) => all.length)).toBeLessThanOrEqual(mostUrgentKeys);
});

test('says nothing of a draft that went away with its letter', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await expect(app.getByRole('link', { name: 'Derivar con urgencia' })).toBeVisible();
  const said = await app.evaluateHandle(() => {
    const texts: string[] = [];
    const status = document.querySelector('.visually-hidden [role="status"]');
    if (status !== null)
      new MutationObserver(() => texts.push(status.textContent)).observe(status, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    return texts;
  });
  await app.keyboard.press('F2');
  await pressOn(app, 'button', 'Llamé ahora');
  await choose(app, group(app, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await tabInto(app, textbox(app, 'Institución que recibe'));
  // Less than the pause after which a draft is saved.
  await app.keyboard.type('Hospital');
  await app.getByRole('button', { name: 'Emitir e imprimir' }).press('Enter');
  await expect(app.getByRole('dialog', { name: /^¿Imprimir / })).toBeVisible();
  await show(app, 'derivacion-urgente-imprimir');
  const texts = await said.jsonValue();
  expect(texts).toContain('Derivación emitida.');
  expect(texts.filter((text) => text.startsWith('No se pudo'))).toEqual([]);
});

test('leads from each error to its field, also in a drawer', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await expect(app.getByRole('link', { name: 'Derivar con urgencia' })).toBeVisible();
  await app.keyboard.press('F2');
  const drawer = app.locator('details', { has: app.locator('summary', { hasText: 'Más datos de esta derivación' }) });
  await expect(drawer).not.toHaveAttribute('open');
  await pressOn(app, 'button', 'Emitir e imprimir');
  const errors = app.getByRole('group', { name: /^Revise \d+ datos/ });
  await expect(errors).toBeFocused();
  await show(app, 'derivacion-urgente-salud');
  await app.keyboard.press('Tab');
  await app.keyboard.press('Enter');
  await expect(textbox(app, 'Institución que recibe')).toBeFocused();
  // Emptied there and folded away again, it is opened by its line.
  await tabTo(app, 'button', 'Llamé ahora');
  await drawer.evaluate((one) => one.setAttribute('open', ''));
  await typeInto(app, textbox(app, 'Profesión'), '');
  await app.keyboard.press('Delete');
  await drawer.evaluate((one) => one.removeAttribute('open'));
  await pressOn(app, 'button', 'Emitir e imprimir');
  await pressOn(app, 'link', /Profesión/, errors);
  await expect(textbox(app, 'Profesión')).toBeFocused();
});

test('asks whether the kit goes to a ficha that speaks against it, and tells whose name is not printed', async ({
  app,
}) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await expect(app.getByRole('link', { name: 'Derivar con urgencia' })).toBeVisible();
  await app.keyboard.press('F2');
  await choose(app, group(app, 'Qué se pide con urgencia'), 'Kit de emergencia (violencia sexual)');
  await typeInto(app, textbox(app, 'Institución que recibe'), 'Hospital Inventado');
  await pressOn(app, 'button', 'Llamé ahora');
  await typeInto(app, textbox(app, 'Motivo'), 'Vino con Zoila Testimonia Paredes.');
  await choose(app, group(app, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await pressOn(app, 'button', 'Emitir e imprimir');
  const errors = app.getByRole('group', { name: /^Revise 1 dato/ });
  await expect(errors).toContainText('Responda esta pregunta.');
  await show(app, 'derivacion-kit-pregunta');
  const question = app.getByRole('group', { name: /La ficha no dice que haya violencia sexual.*¿lo deriva igual\?$/ });
  await tabInto(app, question);
  await app.keyboard.press('n');
  await pressOn(app, 'button', 'Emitir e imprimir');
  await expect(errors).toContainText('Elija otra derivación, o responda «Sí».');
  await tabInto(app, question);
  await app.keyboard.press('s');
  await pressOn(app, 'button', 'Emitir e imprimir');
  const told = app.getByRole('dialog', { name: 'No se imprimirá' });
  await expect(told).toContainText('Testigo: por iniciales, «Z. T. P.» (1 vez)');
  await show(app, 'derivacion-no-se-imprimira');
  await pressOn(app, 'button', 'Emitir así', told);
  await expect(app.getByRole('dialog', { name: /^¿Imprimir / })).toBeVisible();
});
