/** The directory, and the tables of law and criteria that the centre changes. */
import { expect, expectAccessible, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { choose, search, textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

async function openDirectory(app: Page): Promise<void> {
  await pressOn(app, 'link', 'Directorio');
  await expect(app.getByRole('heading', { level: 1, name: 'Directorio' })).toBeVisible();
}

test('keeps whom the centre writes to: refuses a shelter, tells how an entry changed, takes it out of use', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await openDirectory(app);
  await expect(app.getByText(/^Aún no hay ninguna/)).toBeVisible();
  await show(app, 'directorio-vacio');
  await pressOn(app, 'button', 'Agregar al directorio');

  await search(app, textbox(app, 'Tipo'), 'hogares de refugio');
  await typeInto(app, textbox(app, 'Nombre de la oficina'), 'Coordinación inventada');
  await typeInto(app, textbox(app, 'Dirección'), 'Jr. Inventado 1');
  await pressOn(app, 'button', 'Agregar al directorio');
  await expect(app.getByRole('group', { name: 'Revise 1 dato' })).toBeFocused();
  await expect(textbox(app, 'Dirección')).toHaveAccessibleDescription(/hogar de refugio no se escribe/);
  await show(app, 'directorio-hogar');

  await search(app, textbox(app, 'Tipo'), 'juzgado de familia');
  await typeInto(app, textbox(app, 'Nombre de la oficina'), 'Primer Juzgado de Familia de Villa Inventada');
  await typeInto(app, textbox(app, 'Tratamiento'), 'SEÑORA JUEZA DEL');
  await search(app, textbox(app, 'Distrito'), 'san juan de lurigancho');
  await typeInto(app, textbox(app, 'Horario de mesa de partes'), 'Lunes a viernes, 8:00 a 16:45');
  await typeInto(app, textbox(app, 'Tamaño máximo de un archivo'), '20');
  await pressOn(app, 'button', 'Agregar al directorio');
  await expect(app.getByRole('table', { name: '1 entrada' })).toBeVisible();
  await pressOn(app, 'button', 'Agregar al directorio');
  await search(app, textbox(app, 'Tipo'), 'comisaría');
  await typeInto(app, textbox(app, 'Nombre de la oficina'), 'Comisaría Inventada');
  await pressOn(app, 'button', 'Agregar al directorio');
  await expect(app.getByRole('table', { name: '2 entradas' })).toBeVisible();
  await show(app, 'directorio');

  await typeInto(app, textbox(app, 'Buscar'), 'lurigancho');
  await expect(app.getByRole('table', { name: '1 entrada' })).toBeVisible();
  await pressOn(app, 'button', 'Primer Juzgado de Familia de Villa Inventada');
  await pressOn(app, 'button', 'Corregir');
  await typeInto(app, textbox(app, 'Término de la distancia'), '2');
  await pressOn(app, 'button', 'Guardar cambios');
  await pressOn(app, 'button', 'Ver historial');
  await expect(app.getByText('Término de la distancia: — → 2 días')).toBeVisible();
  await show(app, 'directorio-entrada');
  await pressOn(app, 'button', 'Dejar de usar');
  await expect(app.getByText(/^Ya no se usa: no se ofrece/)).toBeVisible();
  await lock(app);

  // Somebody who only reads it.
  await signIn(app, 'psico');
  await openDirectory(app);
  await expect(app.getByRole('button', { name: 'Agregar al directorio' })).toHaveCount(0);
  await pressOn(app, 'button', 'Comisaría Inventada');
  await expect(app.getByText('Comisaría Inventada').first()).toBeVisible();
  await expect(app.getByRole('button', { name: 'Corregir' })).toHaveCount(0);
  await expectAccessible(app, 'directorio, lectura');
});

test('changes a row of law with source and date, and counts it as confirmed when a second person approves', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Tablas y reglas');
  await show(app, 'tablas');
  await pressOn(app, 'button', 'Artículos');
  await typeInto(app, textbox(app, 'Buscar en la tabla'), 'plazo para resolver');
  await expect(app.getByRole('table', { name: /^Artículos: 1 de \d+ filas$/ })).toBeVisible();
  await show(app, 'tablas-articulos');
  await pressOn(app, 'button', /^Art\. 16 de la Ley 30364/);
  await expect(app.getByText('Vino con el programa.')).toBeVisible();

  await pressOn(app, 'button', 'Confirmar');
  await typeInto(app, textbox(app, 'Se ofrece en los escritos'), '3, 5, 99');
  await pressOn(app, 'button', 'Confirmar');
  await expect(app.getByRole('group', { name: 'Revise 2 datos' })).toBeFocused();
  await show(app, 'tablas-error');
  await typeInto(app, textbox(app, 'Se ofrece en los escritos'), '3, 5');
  await typeInto(app, textbox(app, 'Fuente'), 'Diario oficial inventado, 23/03/2023');
  await pressOn(app, 'button', 'Confirmar');
  await expect(app.getByRole('paragraph').filter({ hasText: /^Guardado\. Sigue por confirmar/ })).toBeVisible();
  await expect(app.getByRole('heading', { name: /^Versión 2/ })).toContainText('vale hoy');
  await show(app, 'tablas-fila');
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Aprobaciones');
  await expect(app.getByText(/Se ofrece en los escritos: 3 → 3, 5/).first()).toBeVisible();
  await pressOn(app, 'button', /^Aprobar: Artículos/);
  await app.getByRole('dialog').getByLabel('Su contraseña', { exact: true }).fill(passphrase);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog')).toBeHidden();
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Tablas y reglas');
  await pressOn(app, 'button', 'Artículos');
  await pressOn(app, 'button', /^Art\. 16 de la Ley 30364, .* \(art\. 19 del TUO\)/);
  await expect(app.getByText(/La confirmó Carmen Inventada Coordina/)).toBeVisible();
  await expect(app.getByText('Confirmado con el texto oficial').first()).toBeVisible();
  await lock(app);

  // Whoever may not change it reads it.
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Tablas y reglas');
  await pressOn(app, 'button', 'Kit de emergencia');
  await pressOn(app, 'button', /^Emergencia: /);
  await expect(app.getByRole('heading', { name: /^Versión 1/ })).toBeVisible();
  await expect(app.getByRole('button', { name: 'Cambiar' })).toHaveCount(0);
});

test('mends the text of a writ: problems lead to their line, the text reads on an invented case, and waits for its approval', async ({
  app,
}) => {
  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Tablas y reglas');
  await pressOn(app, 'button', 'Modelos de escritos');
  await pressOn(app, 'button', /^3\. /);
  await pressOn(app, 'button', 'Cambiar');
  const text = textbox(app, 'Texto');
  const before = await text.inputValue();
  const preview = app.getByRole('region', { name: 'Así se lee en un caso inventado' });
  await expect(preview).toContainText('PETITORIO');
  await expect(preview).toContainText('Rosa Inventada Quispe Ficticia');
  await show(app, 'modelos');

  await typeInto(app, text, before.replace('# PETITORIO', '# PETITORIO\n\nLa vio {{ persona.inventada }}.'));
  await expect(preview).toContainText('Se muestra cuando el texto no tenga problemas.');
  await pressOn(app, 'button', /^Línea \d+: El dato «persona\.inventada» no existe/);
  await expect(text).toBeFocused();
  expect(await app.evaluate(() => document.getSelection()?.toString())).toContain('persona.inventada');
  await show(app, 'modelos-problema');

  await typeInto(app, text, before.replace('# PETITORIO', '# PETITORIO\n\nPrimero, lo que se pide.'));
  await expect(preview).toContainText('Primero, lo que se pide.');
  await typeInto(app, textbox(app, 'Vale desde'), '01/06/2026');
  await typeInto(app, textbox(app, 'Fuente'), 'Acuerdo del servicio legal, junio de 2026');
  await choose(app, app.getByRole('group', { name: 'De dónde se sabe' }), 'Por confirmar');
  await pressOn(app, 'button', 'Guardar');
  // Until somebody else approves it, the text of before works.
  await expect(app.getByRole('heading', { name: /^Versión 2/ })).toBeVisible();
  await expect(app.getByRole('heading', { name: /^Versión 2/ })).not.toContainText('vale hoy');
  await expect(app.getByRole('heading', { name: /^Versión 1/ })).toContainText('vale hoy');
});

test('mends the text of a letter of referral, which tells no more than its kind may', async ({ app }) => {
  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Tablas y reglas');
  await pressOn(app, 'button', 'Modelos de derivaciones');
  await pressOn(app, 'button', /salud mental/i);
  await pressOn(app, 'button', 'Cambiar');
  const text = textbox(app, 'Texto');
  const before = await text.inputValue();
  const preview = app.getByRole('region', { name: 'Así se lee en un caso inventado' });
  await expect(preview).toContainText('FICHA DE DERIVACIÓN A SALUD MENTAL');
  await show(app, 'modelos-derivacion');
  // Whoever receives this kind is not told who is accused.
  await typeInto(app, text, `${before}\n\n= Persona denunciada: {{ caso.denunciada }}`);
  await expect(app.getByRole('button', { name: /^Línea \d+: .*caso\.denunciada/ }).first()).toBeVisible();
  await show(app, 'modelos-derivacion-problema');
  await typeInto(app, text, before);
  await typeInto(app, textbox(app, 'Título'), 'FICHA DE REFERENCIA A SALUD MENTAL');
  await expect(preview).toContainText('FICHA DE REFERENCIA A SALUD MENTAL');
  await typeInto(app, textbox(app, 'Vale desde'), '01/06/2026');
  await typeInto(app, textbox(app, 'Fuente'), 'Acuerdo del equipo, junio de 2026');
  await choose(app, app.getByRole('group', { name: 'De dónde se sabe' }), 'Por confirmar');
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByRole('heading', { name: /^Versión 2/ })).toBeVisible();
  await expect(app.getByRole('heading', { name: /^Versión 1/ })).toContainText('vale hoy');
});

test('adds a nickname, finds it among the others and ends it', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Tablas y reglas');
  await pressOn(app, 'button', 'Apelativos y formas familiares');
  const filter = textbox(app, 'Buscar en la tabla');
  await show(app, 'tablas-apelativos');
  await typeInto(app, filter, 'jose');
  await expect(app.getByRole('button', { name: 'Pepe: José' })).toBeVisible();
  await pressOn(app, 'button', 'Agregar fila');
  await typeInto(app, textbox(app, 'Apelativo'), 'La Pini');
  await typeInto(app, textbox(app, 'Nombres que puede ser'), 'Agripina');
  // Nothing keeps what was typed here: a link away asks first.
  await pressOn(app, 'link', /^Mi día/);
  const leaving = app.getByRole('dialog', { name: '¿Salir sin guardar lo escrito?' });
  await expect(leaving.getByRole('button', { name: 'Seguir escribiendo' })).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(textbox(app, 'Nombres que puede ser')).toHaveValue('Agripina');
  await typeInto(app, textbox(app, 'Vale desde'), '01/06/2026');
  await typeInto(app, textbox(app, 'Fuente'), 'Acuerdo del equipo, junio de 2026');
  await choose(app, app.getByRole('group', { name: 'De dónde se sabe' }), 'Por confirmar');
  await pressOn(app, 'button', 'Guardar');
  await expect(textbox(app, 'Apelativo')).toHaveAccessibleDescription(/una sola palabra/);
  await show(app, 'tablas-apelativo-error');
  await typeInto(app, textbox(app, 'Apelativo'), 'Pini');
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByRole('heading', { name: /^Versión 1/ })).toContainText('vale hoy');
  await expect(app.getByRole('heading', { name: 'Pini: Agripina' })).toBeVisible();
  await show(app, 'tablas-apelativo');

  await pressOn(app, 'button', 'Cambiar');
  await typeInto(app, textbox(app, 'Vale desde'), '02/06/2026');
  await typeInto(app, textbox(app, 'Vale hasta'), '09/06/2026');
  await typeInto(app, textbox(app, 'Fuente'), 'Acuerdo del equipo, junio de 2026');
  await choose(app, app.getByRole('group', { name: 'De dónde se sabe' }), 'Por confirmar');
  await pressOn(app, 'button', 'Guardar');
  await expect(app.getByText('Ninguna versión vale hoy.')).toBeVisible();
  await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
  // Saved, it leads away at once.
  await pressOn(app, 'link', /^Mi día/);
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
});
