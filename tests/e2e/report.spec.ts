/** The report of the centre by keyboard: written by Psychology, issued with its letter, which Legal presents. */
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

const ficha = '2026-0024';
const finding = 'Hallazgo inventado de la evaluación.';

test('a psychological report goes out with a letter that does not say it', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', ficha);
  await pressOn(app, 'link', /^Documentos /);
  await expect(app.getByRole('button', { name: 'Todos los escritos' })).toHaveCount(0);
  await pressOn(app, 'button', 'Informe del centro');
  await expect(app.getByRole('heading', { level: 1, name: 'Informe del centro, con su oficio' })).toBeVisible();
  await show(app, 'informe-vacio');
  await pressOn(app, 'button', 'Emitir…');
  await pressOn(app, 'button', /^Emitir/, app.getByRole('dialog'));
  await expect(app.getByText('Elija la razón.')).toBeVisible();
  await app.keyboard.press('Escape');
  await choose(app, group(app, 'Tratamiento'), 'Señora Jueza');
  await typeInto(app, textbox(app, 'Despacho al que se dirige'), 'del Juzgado de Familia de Villa Inventada');
  await choose(app, group(app, 'Clase de informe'), 'Psicológico');
  await typeInto(app, textbox(app, 'Documento de la autoridad que lo pide'), 'el Oficio N.º 120-2026');
  await typeInto(app, textbox(app, 'Qué pidió la autoridad'), 'Estado emocional actual.');
  await typeInto(app, textbox(app, 'Métodos y técnicas, con sus fechas'), 'Entrevista del 3 de junio de 2026.');
  await typeInto(app, textbox(app, 'Hallazgos'), finding);
  await typeInto(app, textbox(app, 'Conclusión'), 'Conclusión inventada.');
  await expect(app.getByRole('region', { name: 'Texto del escrito' })).toContainText('Conclusión inventada.');
  await show(app, 'informe');
  await pressOn(app, 'button', 'Emitir…');
  const dialog = app.getByRole('dialog');
  await choose(app, dialog.getByRole('group').first(), 'No se pudo preguntar');
  await pressOn(app, 'button', /^Emitir/, dialog);
  await expect(app.getByText('Oficio N.º 001-2026')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Guardar el informe' })).toBeVisible();
  await show(app, 'informe-emitido');
  await pressOn(app, 'button', 'Ir a Documentos');
  await expect(app.getByText('Informe psicológico N.º 001-2026').first()).toBeVisible();
  await lock(app);

  await signIn(app, 'legal');
  await pressOn(app, 'link', /^Cargos de hoy/);
  await expect(app.getByText(/Oficio N\.º 001-2026/).first()).toBeVisible();
  await expect(app.getByText(finding)).toHaveCount(0);
});
