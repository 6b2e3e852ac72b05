/** An old list by keyboard: its errors mended, who is who decided, approved by a second person, and taken out again. */
import { expect, lock, passphrase, confirmWithPassword, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, tabInto, textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

const lines = [
  'N° Ficha;Fecha de ingreso;Apellido paterno;Apellido materno;Nombres;DNI;Edad;Sexo;Celu;Agresor;Vínculo;Tipo de violencia;Observaciones',
  '12-A;03/04/2019;Quispe;Flores;Rosa Inventada;00100000;27;F;987654321;Pedro;Conviviente;Física;Archivo 3',
  '13-A;31/02/2019;Ñaupari;Sulca;Domitila Fingida;40007919;41;F;;Anacleto;Esposo;Psicológica;',
  '14-A;07/05/2019;Huarcaya;Ticona;Teodora Fingida;1234567;33;F;;;Vecino;Sexual;Archivo 4',
  '15-A;08/06/2019;Ccopa;Yupanqui;Filomena Fingida;40015838;19;F;;Leoncio;;Económica;',
];

/** Names in one column, and one defect in nearly every row. */
const badLines = [
  'N° Ficha;Fecha de ingreso;Apellidos y nombres;DNI;Edad;Sexo;Denunciado;Observaciones',
  '12-A;23/04/2019;Quispe Flores Rosa Elena;4000 7919;27;F;Mamani Torres Juan Carlos;Archivo 3',
  '13-A;24/05/2019;De la Cruz Huamán María;40015838;41;F;Rojas Díaz Pedro;',
  '14-A;25/05/2019;Ramos Vargas Ana María;4OO15854;33;F;García Sánchez Luis;',
  '15-A;26/06/2019;Sánchez López, Carmen;40015861;19;M;Castillo Ramírez Jorge Luis;',
  '16-A;31/02/2019;Flores Rojas Luz Marina;40015879;22;F;López García Carlos;',
  '17-A;28/06/2019;Rosa Elena Torres Chávez;40015887;30;F;Torres Vega Miguel Ángel;',
  '18-A;28/07/2019;Díaz Rojas Patricia y Juan Mamani;40015895;30;F;Ruiz Castro Raúl;',
  '19-A;29/07/2019;MU¥OZ Vega Carmen;40015903;30;F;Vega Ruiz César;',
  '20-A;29/08/2019;=Rojas Medina Isabel;40015911;30;F;Medina Cruz Víctor;',
  '21-A;29/08/2019;Torres Gregorio Sandra;40015929;30;F;Torres Gregorio Sandra;',
  'TOTAL;;;;34;;;',
];

test('a bad list is read by meaning: names parted, doubts asked, wrong rows left out at once', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Importar lista');
  await chooseFile(app, 'lista mala.csv', Buffer.from(badLines.join('\r\n'), 'utf8'));
  await expect(app.getByRole('table', { name: 'Columnas del archivo: 8' })).toContainText(
    'Fila 9: «MU¥OZ Vega Carmen»',
  );
  await expect(app.getByText('Diga qué significa la letra M en la columna del sexo.').first()).toBeVisible();
  const order = app.getByRole('group', { name: /^Orden en que están escritos/ }).first();
  await expect(order.getByRole('radio', { name: 'Apellidos primero' })).toBeChecked();
  await choose(app, group(app, 'La letra M en la columna del sexo'), 'M es mujer');
  await expect(app.getByText('Antes falta')).toHaveCount(0);
  await tabTo(app, 'combobox', 'Qué es la columna H, Observaciones');
  await app.keyboard.type('Tel');
  // A choice counts when it is made, not when the focus goes on.
  await expect(app.getByRole('combobox', { name: 'Qué es la columna H, Observaciones' })).toBeFocused();
  await expect(app.getByRole('combobox', { name: 'Qué es la columna H, Observaciones' })).toHaveValue('userPhone');
  await show(app, 'importar-separar');

  await choose(app, order, 'Nombres primero');
  const split = app.getByRole('table', { name: /^Ejemplos de cómo se separan/ }).first();
  await expect(split).toContainText('Parece escrito en el otro orden');
  await choose(app, order, 'Apellidos primero');
  await pressOn(app, 'button', 'Revisar filas');
  await expect(app.getByRole('table', { name: 'Con error: 4' })).toBeVisible();
  await show(app, 'importar-mala-errores');
  await pressOn(app, 'button', 'Dejar fuera las 4 filas con error');
  await show(app, 'importar-dejar-fuera');
  await pressOn(app, 'button', 'Sí, dejarlas fuera', app.getByRole('dialog'));
  await pressOn(app, 'button', 'Devolver 4 filas dejadas fuera');
  await expect(app.getByRole('button', { name: 'Con error (4)' })).toBeVisible();
  await pressOn(app, 'button', 'Dejar fuera las 4 filas con error');
  await pressOn(app, 'button', 'Sí, dejarlas fuera', app.getByRole('dialog'));
  await expect(app.getByRole('table', { name: /^Por decidir: / })).toContainText(
    'Parece haber dos personas en la celda',
  );
  await show(app, 'importar-mala-dudas');

  const dialog = app.getByRole('dialog');
  const isRight = dialog.getByRole('checkbox', { name: /^Revisé lo que se pregunta/ });
  await pressOn(app, 'button', 'Decidir la fila 7');
  // In the other order than its column, and shown as it is likely meant: it has only to be confirmed.
  await expect(textbox(app, 'Apellido paterno de la persona usuaria')).toHaveValue('Torres');
  await tabInto(app, isRight);
  await app.keyboard.press('Space');
  await expect(isRight).toBeChecked();
  await pressOn(app, 'button', 'Guardar fila', dialog);
  await expect(dialog).toBeHidden();
  await pressOn(app, 'button', 'Decidir la fila 8');
  await typeInto(app, textbox(app, 'Nombres de la persona usuaria'), 'Patricia');
  await show(app, 'importar-mala-fila');
  await app.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await pressOn(app, 'button', /^Con aviso/);
  await expect(app.getByRole('table', { name: /^Con aviso: / })).toContainText('Se juntaron sus cifras: 40007919.');
  await show(app, 'importar-mala-avisos');
});

/** Chooses a file as a person does: the button opens the dialog of the browser. */
async function chooseFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await pressOn(page, 'button', 'Elegir archivo…');
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: bytes });
}

async function confirmOnce(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('goes from a file with errors into the record and out again', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Importar lista');
  await expect(app.getByRole('heading', { level: 1, name: 'Importar lista' })).toBeVisible();
  await show(app, 'importar');

  await chooseFile(app, 'lista.csv', Buffer.from('Nombres;Fecha\n"Rosa;03/04/2019\n'));
  await expect(app.getByText(/^Hay comillas sin cerrar/)).toBeVisible();
  await show(app, 'importar-archivo-error');

  await chooseFile(app, 'lista antigua 2019.csv', Buffer.from(lines.join('\r\n'), 'latin1'));
  await expect(app.getByRole('table', { name: 'Columnas del archivo: 13' })).toBeVisible();
  await expect(app.getByText('Diga en qué orden están escritas las fechas.').first()).toBeVisible();
  await show(app, 'importar-columnas');
  await tabTo(app, 'combobox', 'Qué es la columna I, Celu');
  await app.keyboard.type('Tel');
  await app.keyboard.press('Tab');
  await expect(app.getByRole('combobox', { name: 'Qué es la columna I, Celu' })).toHaveValue('userPhone');
  await tabInto(app, group(app, 'Orden de las fechas'));
  await app.keyboard.press('Space');
  await expect(
    app.getByRole('radio', { name: /^Día, mes, año: «03\/04\/2019» es el 3 de abril de 2019/ }),
  ).toBeChecked();
  await tabInto(app, group(app, 'DNI de seis o siete dígitos: 1'));
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('radio', { name: 'Agregar los ceros iniciales' })).toBeChecked();

  await pressOn(app, 'button', 'Revisar filas');
  await expect(app.getByRole('table', { name: 'Con error: 1' })).toBeVisible();
  await show(app, 'importar-filas');
  await pressOn(app, 'button', 'Corregir la fila 3');
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByText('Esa fecha no existe.')).toBeVisible();
  await show(app, 'importar-fila');
  await typeInto(app, textbox(app, 'Fecha de ingreso'), '28/02/2019');
  await app.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await pressOn(app, 'button', 'Revisar otra vez');
  await pressOn(app, 'button', /^Por decidir \(1\)$/);
  await pressOn(app, 'button', 'Decidir la fila 2');
  await tabInto(
    app,
    dialog.getByRole('group', { name: /^Persona usuaria: ¿quién es Rosa Inventada Quispe Flores\?$/ }),
  );
  await app.keyboard.press('Space');
  await expect(dialog.getByRole('radio', { name: /^Es la misma: .*Mismo DNI\./ })).toBeChecked();
  await show(app, 'importar-decidir');
  await pressOn(app, 'button', 'Guardar fila', dialog);
  await expect(dialog).toBeHidden();
  await expect(app.getByText('Entrarán 4 fichas', { exact: false })).toBeVisible();
  await pressOn(app, 'button', 'Proponer importación');
  await confirmWithPassword(app, 'importar-proponer');
  await expect(
    app.getByText('Importar una lista antigua: 4 fichas, ingresos de 02/2019 a 06/2019', { exact: false }),
  ).toBeVisible();
  await show(app, 'importar-propuesta');
  await lock(app);

  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'button', /^Aprobar: Importar una lista antigua/);
  await confirmOnce(app);
  await expect(app.getByText(/^Propuesta aprobada\. Importar una lista antigua/).first()).toBeVisible();
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Importar lista');
  await pressOn(app, 'button', 'lista antigua 2019.csv');
  await expect(app.getByText('4 fichas de esta lista en el registro', { exact: false })).toBeVisible();
  await expect(app.getByRole('table', { name: 'Fichas en el registro: 4' })).toContainText('Observaciones: Archivo 3');
  await show(app, 'importar-hecha');
  await pressOn(app, 'button', 'Deshacer importación…');
  await tabInto(app, group(app, 'Motivo'));
  await app.keyboard.press('Space');
  await show(app, 'importar-deshacer');
  await pressOn(app, 'button', 'Proponer deshacer');
  await confirmOnce(app);
  await expect(app.getByText(/se retiran 4 fichas/)).toBeVisible();
  await lock(app);

  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'button', /^Aprobar: Deshacer la importación/);
  await confirmOnce(app);
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Importar lista');
  await expect(app.getByText('Deshecha')).toBeVisible();
  await show(app, 'importar-deshecha');
});
