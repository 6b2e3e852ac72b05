/** An old list by keyboard: its errors mended, who is who decided, approved by a second person, and taken out again. */
import { expect, lock, passphrase, confirmWithPassword, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { group, tabInto, textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });
test.describe.configure({ timeout: 240_000 });

const lines = [
  'N° Ficha;Fecha de ingreso;Apellido paterno;Apellido materno;Nombres;DNI;Edad;Sexo;Celu;Agresor;Vínculo;Tipo de violencia;Observaciones',
  '12-A;03/04/2019;Quispe;Flores;Rosa Inventada;00100000;27;F;987654321;Pedro;Conviviente;Física;Archivo 3',
  '13-A;31/02/2019;Ñaupari;Sulca;Domitila Fingida;40007919;41;F;;Anacleto;Esposo;Psicológica;',
  '14-A;07/05/2019;Huarcaya;Ticona;Teodora Fingida;1234567;33;F;;;Vecino;Sexual;Archivo 4',
  '15-A;08/06/2019;Ccopa;Yupanqui;Filomena Fingida;40015838;19;F;;Leoncio;;Económica;',
];

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
  await tabInto(app, group(app, 'DNI de siete dígitos: 1'));
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('radio', { name: 'Agregar el cero inicial' })).toBeChecked();

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
