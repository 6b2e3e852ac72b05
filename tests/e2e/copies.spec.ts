/** Copies by keyboard: several papers in one go, how they came out, the register, and a paper that comes back. */
import { readFile } from 'node:fs/promises';
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, tabInto, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'papers' });

test('prints the papers of a case in one go, says how they came out, and verifies one that comes back', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await pressOn(app, 'link', /2026-0001/);
  await pressOn(app, 'link', /^Documentos/);
  await pressOn(app, 'button', /^Imprimir: Escrito N\.º 1 /);
  await expect(app.getByRole('dialog', { name: /^¿Imprimir Escrito N\.º 1 / })).toBeVisible();
  await expect(textbox(app, 'Para')).toHaveValue('Juzgado de Familia de turno');
  await expect(app.getByRole('img', { name: /^Página 1 de / })).toBeVisible();
  await pressOn(app, 'button', 'Una más: Cargo');
  await show(app, 'imprimir');
  await pressOn(app, 'button', 'Ver en grande');
  const large = app.getByRole('dialog', { name: /^Escrito N\.º 1 / });
  await expect(large.getByText(/SEÑORA JUEZA/)).toBeAttached();
  await show(app, 'imprimir-en-grande');
  await pressOn(app, 'button', 'Volver');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await pressOn(app, 'button', 'Imprimir o guardar varios…');
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /^Escrito N\.º / })).toHaveCount(2);
  await expect(dialog.getByRole('checkbox', { name: 'Por ambas caras de la hoja' })).not.toBeChecked();
  await expect(dialog.getByText('HP LaserJet (Admisión)')).toBeVisible();
  await expect(dialog.getByText('Microsoft Print to PDF')).toHaveCount(0);
  await typeInto(app, textbox(app, 'Copias: Archivo del centro'), '1');
  await show(app, 'copias-elegir');
  await pressOn(app, 'button', /^Imprimir \d+ juegos$/, dialog);
  await expect(app.getByText('¿Se imprimió correctamente?')).toBeVisible();
  await show(app, 'copias-enviadas');
  await pressOn(app, 'button', 'Alguna no salió');
  await tabInto(app, app.getByRole('checkbox', { name: /CEM-2026-000002/ }));
  await app.keyboard.press('Space');
  await pressOn(app, 'button', 'Registrar');
  await expect(app.getByText('Registrado: 3 salieron bien, 1 no salió.')).toBeVisible();
  await pressOn(app, 'button', 'Imprimir otra vez');
  await expect(app.getByText('Enviadas a «HP LaserJet (Admisión)»: 1 de 1.')).toBeVisible();
  await show(app, 'copias-otra-vez');
  await pressOn(app, 'button', 'Sí');
  await expect(app.getByText('Registrado: 1 salió bien.')).toBeVisible();

  await pressOn(app, 'button', /^Guardar PDF: Escrito N\.º 1 /);
  await choose(app, group(app, 'Formato'), 'Word');
  await expect(textbox(app, 'Para quién es')).toHaveValue('Juzgado de Familia de turno');
  await show(app, 'copias-word');
  const word = app.waitForEvent('download');
  await pressOn(app, 'button', 'Registrar y guardar', dialog);
  expect((await word).suggestedFilename()).toMatch(/^escrito-2026-\d{6}\.docx$/);

  await pressOn(app, 'link', 'Registro de impresiones');
  const register = app.getByRole('table', { name: 'Copias y archivos que usted sacó: 6' });
  await expect(register.getByText('No salió', { exact: true })).toBeVisible();
  await show(app, 'registro-impresiones');
  await pressOn(app, 'button', 'Destruida: CEM-2026-000001');
  await expect(app.getByRole('button', { name: 'Destruida: CEM-2026-000001' })).toHaveCount(0);
  await expect(
    register.getByRole('row', { name: /CEM-2026-000001/ }).getByText('Destruida', { exact: true }),
  ).toBeVisible();

  await pressOn(app, 'link', 'Verificar código');
  await typeInto(app, textbox(app, 'Número'), '2026-000001');
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^Este centro emitió ese número/).first()).toBeVisible();
  const file = await (await word).path();
  await app.getByLabel(/^Elegir archivo/).setInputFiles(file);
  await expect(app.getByText(/^Auténtico/).first()).toBeVisible();
  await show(app, 'verificar');
  const changed = Buffer.concat([await readFile(file), Buffer.from(' ')]);
  await app
    .getByLabel(/^Elegir archivo/)
    .setInputFiles({ name: 'a.docx', mimeType: 'application/zip', buffer: changed });
  await expect(app.getByText(/^Cambiado/).first()).toBeVisible();
  await app
    .getByLabel(/^Elegir archivo/)
    .setInputFiles({ name: 'b.docx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
  await expect(app.getByText(/^Desconocido/).first()).toBeVisible();
});
