/** By keyboard: a lawyer makes a kind of writ from blocks, somebody else approves it, and it is issued for a case. */
import { expect, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, search, tabInto, textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

const ficha = '2026-0024';
const name = 'Solicita oficio a empleador';

async function openModels(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Ajustes');
  await pressOn(page, 'link', 'Tablas y reglas');
}

async function openWrits(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Mi día/);
  await pressOn(page, 'button', ficha);
  await pressOn(page, 'link', /^Documentos /);
  await pressOn(page, 'button', 'Todos los escritos');
}

const block = (page: Page, number: number) =>
  page.getByRole('heading', { level: 4, name: new RegExp(`^${number}\\. `) });

async function source(page: Page): Promise<void> {
  await typeInto(page, textbox(page, 'Vale desde'), '01/06/2026');
  await typeInto(page, textbox(page, 'Fuente'), 'Acuerdo del servicio legal, junio de 2026');
  await choose(page, group(page, 'De dónde se sabe'), 'Por confirmar');
}

test('makes a kind from blocks, has it approved, and issues it', async ({ app }) => {
  await signIn(app, 'legal');
  await openModels(app);
  await pressOn(app, 'button', 'Modelos propios');
  await expect(app.getByText('Aún no hay ninguno.')).toBeVisible();
  await show(app, 'modelos-propios');
  await pressOn(app, 'link', 'Todas las tablas');
  await pressOn(app, 'button', 'Modelos de escritos');
  await pressOn(app, 'button', 'Nuevo modelo');
  const preview = app.getByRole('region', { name: 'Vista previa, no presentada, en un caso inventado' });
  await expect(preview).toContainText('PETITORIO');
  await show(app, 'modelo-nuevo');

  // What is missing is told at its block and leads there.
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByRole('group', { name: /^Revise \d+ datos$/ })).toBeFocused();
  await show(app, 'modelo-nuevo-error');

  await typeInto(app, textbox(app, 'Nombre'), name);
  await typeInto(app, textbox(app, 'Para qué sirve'), 'Pide que se oficie al centro de trabajo.');
  await search(app, textbox(app, 'A quién se dirige'), 'juzgado de familia');
  await typeInto(app, textbox(app, 'Sumilla'), 'Solicita que se oficie al empleador');
  await typeInto(app, textbox(app, 'Texto del bloque 3'), 'Solicito que se oficie para Nelly Huanca.');
  await expect(app.getByText(/«Nelly Huanca» parece un nombre/)).toBeVisible();
  await show(app, 'modelo-nuevo-nombre');
  // A clause goes where the cursor was.
  await tabInto(app, app.locator('summary', { hasText: 'Cláusulas del banco' }));
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', 'Poner cláusula: Pide copia simple de lo actuado');
  await expect(textbox(app, 'Texto del bloque 3')).toHaveValue(/Huanca\.Solicito copia simple de lo actuado/);
  await expect(textbox(app, 'Texto del bloque 3')).toBeFocused();
  await typeInto(
    app,
    textbox(app, 'Texto del bloque 3'),
    'En el proceso N.º {{ escrito.expediente }}, solicito que se oficie al empleador {{ denunciado.del }}.',
  );
  await typeInto(app, textbox(app, 'Qué se pregunta en el bloque 5'), 'Dónde trabaja');
  await search(app, textbox(app, 'Agregar bloque'), 'riesgo');
  await expect(block(app, 6)).toHaveText('6. Riesgo');
  await pressOn(app, 'button', 'Subir: 6. Riesgo');
  await expect(block(app, 5)).toHaveText('5. Riesgo');
  await expect(app.getByRole('button', { name: 'Subir: 5. Riesgo' })).toBeFocused();
  await pressOn(app, 'button', 'Bajar: 5. Riesgo');
  await expect(app.getByRole('button', { name: 'Bajar: 6. Riesgo' })).toBeFocused();
  await pressOn(app, 'button', 'Quitar: 6. Riesgo');
  await expect(app.getByRole('heading', { level: 4, name: /Riesgo/ })).toHaveCount(0);
  await pressOn(app, 'button', 'Añadir debajo: 5. Dato que se escribe al redactar');
  await expect(textbox(app, 'Agregar bloque')).toBeFocused();
  await search(app, textbox(app, 'Agregar bloque'), 'título de otra parte');
  await expect(block(app, 6)).toHaveText('6. Título de otra parte');
  await pressOn(app, 'button', 'Quitar: 6. Título de otra parte');
  await search(app, textbox(app, 'Agregar cláusula del banco'), 'copia simple');
  await expect(block(app, 10)).toHaveText('10. Otrosí que se propone');
  await expect(preview).toContainText('Solicito copia simple de lo actuado');
  await search(app, textbox(app, 'Agregar bloque'), 'otrosí que se propone');
  await typeInto(app, textbox(app, 'Texto del bloque 11'), 'Solicito que se notifique también a este Centro.');
  await source(app);
  await expect(app.getByRole('region', { name: 'Problemas del modelo' })).toContainText('no tiene problemas');
  await tabInto(app, textbox(app, 'Agregar bloque'));
  await show(app, 'modelo-nuevo-lleno');
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByRole('heading', { name: /^Versión 1/ })).toBeVisible();
  await expect(app.getByText('Ninguna versión vale hoy.')).toBeVisible();
  await show(app, 'modelo-espera');

  // Until somebody else approves it, it can be seen and not issued.
  await openWrits(app);
  await expect(app.getByText('Espera aprobación: solo vista previa')).toBeVisible();
  await show(app, 'escritos-propios');
  await pressOn(app, 'link', name);
  await expect(app.getByRole('region', { name: 'Texto del escrito' })).toContainText('VISTA PREVIA, NO PRESENTADA');
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Aprobaciones');
  await expect(app.getByText(/Solicita que se oficie al empleador/).first()).toBeVisible();
  await show(app, 'modelo-aprobar');
  await pressOn(app, 'button', /^Aprobar: Modelos propios/);
  await app.getByRole('dialog').getByLabel('Su contraseña', { exact: true }).fill(passphrase);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog')).toBeHidden();
  await lock(app);

  await signIn(app, 'legal');
  await openWrits(app);
  await typeInto(app, textbox(app, 'Buscar un escrito'), 'empleador');
  await pressOn(app, 'link', new RegExp(name));
  await expect(app.getByRole('heading', { level: 1, name })).toBeVisible();
  await choose(app, group(app, 'Tratamiento'), 'Señora Jueza');
  await typeInto(app, textbox(app, 'Despacho al que se dirige'), 'del Juzgado de Familia de Villa Inventada');
  await typeInto(app, textbox(app, 'Expediente, carpeta fiscal o denuncia'), '00012-2026-0-0000');
  await typeInto(app, textbox(app, 'Dónde trabaja'), 'En un taller de confecciones, según refiere ella.');
  await search(app, textbox(app, 'Poner una cláusula'), 'reserva');
  await expect(textbox(app, 'Dónde trabaja')).toHaveValue(/según refiere ella\. Solicito que se mantengan en reserva/);
  await tabInto(app, textbox(app, 'Otrosí 2'));
  await expect(textbox(app, 'Otrosí 2')).toHaveValue(/^Solicito que se notifique también a/);
  await search(app, textbox(app, 'Añadir una cláusula del banco'), 'virtual');
  await expect(textbox(app, 'Otrosí 3')).toHaveValue(/de modo virtual/);
  await expect(textbox(app, 'Otrosí 3')).toBeFocused();
  await show(app, 'escrito-propio');
  await pressOn(app, 'button', 'Emitir…');
  const dialog = app.getByRole('dialog');
  await pressOn(app, 'button', /^Emitir/, dialog);
  await expect(app.getByRole('button', { name: 'Guardar PDF' })).toBeVisible();
  await pressOn(app, 'button', 'Ir a Documentos');
  await pressOn(app, 'button', 'Todos los escritos');
  await pressOn(app, 'link', name, app.getByRole('table', { name: 'Escritos de este caso: 1' }));
  await expect(app.locator('canvas').first()).toBeVisible();
  await show(app, 'escrito-propio-emitido');
});

test('makes a letter to a school, which starts with its own blocks and says nothing that no letter may', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await openModels(app);
  await pressOn(app, 'button', 'Modelos propios');
  await pressOn(app, 'button', 'Nuevo modelo');
  await choose(app, group(app, 'Qué es'), 'Oficio');
  await expect(block(app, 1)).toHaveText('1. Número del oficio');
  await expect(block(app, 5)).toHaveText('5. Firma de Coordinación');
  await expect(group(app, 'Encabezado')).toHaveCount(0);
  await typeInto(app, textbox(app, 'Nombre'), 'Pide constancia a institución educativa');
  await typeInto(app, textbox(app, 'Para qué sirve'), 'Pide una constancia.');
  await search(app, textbox(app, 'A quién se dirige'), 'institución educativa');
  await typeInto(app, textbox(app, 'Sumilla'), 'Solicita constancia');
  await typeInto(app, textbox(app, 'Texto del bloque 3'), 'La estudiante vive {{ agraviada.domicilio }}.');
  await expect(app.getByText('Un oficio no dice dónde vive la persona usuaria: quítelo.')).toBeVisible();
  await show(app, 'modelo-oficio-error');
  await typeInto(app, textbox(app, 'Texto del bloque 3'), 'Me dirijo a usted para solicitarle lo siguiente:');
  await search(app, textbox(app, 'Agregar bloque'), 'dato que se escribe');
  await typeInto(app, textbox(app, 'Qué se pregunta en el bloque 4'), 'Qué se pide');
  await source(app);
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByRole('heading', { name: 'Pide constancia a institución educativa (oficio)' })).toBeVisible();
  await openWrits(app);
  await pressOn(app, 'link', 'Pide constancia a institución educativa');
  await expect(app.getByRole('heading', { level: 1, name: 'Pide constancia a institución educativa' })).toBeVisible();
  await typeInto(app, textbox(app, 'Despacho al que se dirige'), 'de la Institución Educativa Inventada');
  await choose(app, group(app, 'Tratamiento'), 'Señora Directora');
  await typeInto(app, textbox(app, 'Qué se pide'), 'Una constancia de matrícula del año en curso.');
  await expect(app.getByRole('region', { name: 'Texto del escrito' })).toContainText('constancia de matrícula');
  await show(app, 'oficio-propio');
  await pressOn(app, 'button', 'Emitir…');
  await expect(app.getByText(/espera la aprobación de otra persona: solo se puede ver/).first()).toBeVisible();
});
