/** Session notes: written, corrected and closed by keyboard; Coordinación has no such part (D36). */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'urgent' });

test('notes are opened, written, corrected, and closed', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Atenciones');
  await expect(app.getByRole('heading', { level: 1, name: 'Atenciones' })).toBeVisible();
  const part = app.getByRole('region', { name: 'Notas de sesión' });
  await show(app, 'notas-cerradas');
  await app.keyboard.press('Alt+O');
  await expect(part.getByText('Todavía no hay notas de sesión en esta ficha.')).toBeVisible();
  await typeInto(
    app,
    textbox(app, 'Nueva nota'),
    'Evita nombrarlo; se toca el cuello al hablar. Duelo por la separación.',
  );
  await expect(part.getByText(/Borrador guardado|Guardado/)).toBeVisible();
  await app.keyboard.press('Control+Enter');
  await expect(part.getByRole('article')).toContainText('Evita nombrarlo');
  await typeInto(app, textbox(app, 'Nueva nota'), 'A medio escribir.');
  await pressOn(app, 'button', /^Corregir: nota del/);
  await expect(app.getByRole('dialog', { name: '¿Abrir otra sin guardar lo escrito?' })).toBeVisible();
  await show(app, 'notas-pregunta');
  await app.keyboard.press('Escape');
  await expect(textbox(app, 'Nueva nota')).toHaveValue('A medio escribir.');
  await pressOn(app, 'button', /^Corregir: nota del/);
  await pressOn(app, 'button', 'Abrir la otra');
  await typeInto(
    app,
    part.getByRole('textbox', { name: /^Corregir la nota del/ }),
    'Evita nombrarlo. Explorar ideas de muerte en la próxima.',
  );
  await app.keyboard.press('Control+Enter');
  await expect(part.getByRole('article')).toContainText('Explorar ideas de muerte');
  await expect(part.getByText('Lo que decía antes')).toBeVisible();
  await show(app, 'notas-abiertas');
  await app.keyboard.press('Alt+m');
  await expect(part.getByText(/Explorar ideas de muerte|Evita nombrarlo/)).toHaveCount(0);
  await show(app, 'notas-discrecion');
  await app.keyboard.press('Alt+m');
  await expect(part.getByRole('article')).toContainText('Explorar ideas de muerte');
  await app.keyboard.press('Alt+O');
  await expect(part.getByText('Explorar ideas de muerte')).toHaveCount(0);
});
