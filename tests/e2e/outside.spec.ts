/** What leaves the record by keyboard: a reprint, files saved outside until they are deleted, the sheet of the day. */
import { confirmWithPassword, expect, lock, openWarnings, pressOn, show, signIn, test } from './centre.ts';
import { addPicture } from './files-of-case.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'papers' });

test('prints again what did not come out, and says when a saved file was deleted', async ({ app, centre }) => {
  await signIn(app, 'legal');
  await pressOn(app, 'link', /2026-0001/);
  await pressOn(app, 'link', /^Documentos/);
  await pressOn(app, 'button', 'Imprimir o guardar varios…');
  const dialog = app.getByRole('dialog');
  await pressOn(app, 'button', 'Imprimir 2 juegos', dialog);
  await pressOn(app, 'button', 'Sí');
  await pressOn(app, 'button', /^Guardar PDF: Escrito N\.º 1 /);
  const saved = app.waitForEvent('download');
  await pressOn(app, 'button', 'Registrar y guardar', dialog);
  await saved;

  await pressOn(app, 'link', 'Registro de impresiones');
  await expect(app.getByRole('button', { name: 'Reimprimir: CEM-2026-000003' })).toHaveCount(0);
  await pressOn(app, 'button', 'Reimprimir: CEM-2026-000001');
  await expect(dialog.getByText('en el registro queda que repite CEM-2026-000001.')).toBeVisible();
  await show(app, 'reimprimir');
  await pressOn(app, 'button', 'Registrar e imprimir', dialog);
  await expect(app.getByText('¿Se imprimió correctamente?')).toBeVisible();
  await pressOn(app, 'button', 'Sí');
  const register = app.getByRole('table', { name: 'Copias y archivos que usted sacó: 4' });
  const again = register.getByRole('row', { name: /CEM-2026-000004/ });
  await expect(again.getByText('repite CEM-2026-000001')).toBeVisible();
  await expect(again.getByText('Salió bien')).toBeVisible();
  await expect(app.getByRole('table', { name: /^Archivos que usted guardó.*: 1$/ })).toBeVisible();
  await lock(app);

  await centre.tell({ set: '2026-06-12T16:00:00.000Z' });
  await signIn(app, 'legal');
  await openWarnings(app);
  await expect(app.getByText('Guardó 1 archivo fuera del programa el 10/06/2026.')).toBeVisible();
  await show(app, 'archivos-fuera-aviso');
  await pressOn(app, 'button', 'Ver los archivos');
  await expect(app.getByText('hace 2 días')).toBeVisible();
  await show(app, 'archivos-fuera');
  await pressOn(app, 'button', 'Eliminado del disco: CEM-2026-000003');
  await expect(app.getByText('CEM-2026-000003: eliminado del disco.').first()).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Archivos guardados fuera' })).toHaveCount(0);
  await expect(app.getByText(/fuera del programa/)).toHaveCount(0);
});

test('lists the original of a file until it is said to be deleted, and keeps its line', async ({ app, centre }) => {
  await signIn(app, 'legal');
  await addPicture(app, /2026-0001/);
  await pressOn(app, 'button', /^Fotografía inventada/);
  await pressOn(app, 'button', 'Entregar el original…');
  await confirmWithPassword(app, 'archivos-entregar');
  await lock(app);
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'button', /^Aprobar: Entregar el original/);
  await confirmWithPassword(app, 'archivos-entregar-aprobar');
  await lock(app);

  await signIn(app, 'legal');
  await pressOn(app, 'link', /2026-0001/);
  await pressOn(app, 'link', 'Archivos');
  await pressOn(app, 'button', /^Fotografía inventada/);
  const saving = app.waitForEvent('download');
  await pressOn(app, 'button', 'Guardar el original');
  expect((await saving).suggestedFilename()).toMatch(/^archivo-[0-9a-f]{12}\.jpg$/);
  await expect(app.getByText(/^Original guardado: G-2026-000001\./).first()).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Original aprobado' })).toHaveCount(0);
  await show(app, 'archivos-original-guardado');
  await pressOn(app, 'link', 'Registro de impresiones');
  const register = app.getByRole('table', { name: 'Copias y archivos que usted sacó: 1' });
  const line = register.getByRole('row', { name: /G-2026-000001/ });
  await expect(line.getByText(/^Original de un archivo del caso: archivo-/)).toBeVisible();
  await expect(line.getByText('Guardado', { exact: true })).toBeVisible();
  await lock(app);

  await centre.tell({ set: '2026-06-12T16:00:00.000Z' });
  await signIn(app, 'legal');
  await openWarnings(app);
  await expect(app.getByText('Guardó 1 archivo fuera del programa el 10/06/2026.')).toBeVisible();
  await pressOn(app, 'button', 'Ver los archivos');
  const outside = app.getByRole('table', { name: /^Archivos que usted guardó.*: 1$/ });
  await expect(outside.getByText('hace 2 días')).toBeVisible();
  await show(app, 'archivos-fuera-original');
  await pressOn(app, 'button', 'Eliminado del disco: G-2026-000001', outside);
  await expect(app.getByText('G-2026-000001: eliminado del disco.').first()).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Archivos guardados fuera' })).toHaveCount(0);
  await expect(line.getByText('Eliminado del disco')).toBeVisible();
});

test('asks for the sheet of the day before closing, once, and keeps it in the register', async ({ app, centre }) => {
  await signIn(app, 'legal');
  await expect(app.getByText(/^Antes de cerrar/)).toHaveCount(0);
  await lock(app);
  await centre.tell({ set: '2026-06-10T20:45:00.000Z' });
  await signIn(app, 'legal');
  await openWarnings(app);
  await expect(app.getByText('Antes de cerrar: la hoja del día aún no se imprimió.')).toBeVisible();
  await pressOn(app, 'button', 'Hoja del día');
  const dialog = app.getByRole('dialog', { name: 'Hoja del día' });
  await expect(dialog.getByRole('region', { name: 'Hoja del día', exact: true })).toBeVisible();
  await show(app, 'hoja-del-dia-cierre');
  await pressOn(app, 'button', 'Registrar e imprimir', dialog);
  await expect(dialog.getByText('Copia CEM-2026-000001 registrada y enviada a la impresora.')).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByText(/^Antes de cerrar/)).toHaveCount(0);
  await pressOn(app, 'link', 'Registro de impresiones');
  await expect(app.getByRole('row', { name: /Hoja del día: H-2026-000001/ })).toBeVisible();
});

test('Coordinación lists the folders outside this computer', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Registro de impresiones');
  await typeInto(app, textbox(app, 'Carpeta'), 'escaneos');
  await app.keyboard.press('Enter');
  await expect(app.getByText(/Escriba la ruta completa de la carpeta/)).toBeVisible();
  await show(app, 'carpetas-permitidas-error');
  await typeInto(app, textbox(app, 'Carpeta'), '\\\\servidor\\cem\\escaneos');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: 'Ya no permitir: \\\\servidor\\cem\\escaneos' })).toBeVisible();
  await show(app, 'carpetas-permitidas');
});
