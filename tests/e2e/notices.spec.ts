/** From a notice to its term and its writ, by keyboard: pasted, dropped as a PDF, without a notice, with two values. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { printPaper } from '../../src/main/platform/paper/index.ts';
import { pdfOf } from '../support/files.ts';
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, tabInto, textbox, tick, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

const label = 'Pegue o suelte aquí la notificación';
const notice = `NOTIFICACION N° 12345-2026-JR-FT
EXPEDIENTE     : 01234-2026-0-1001-JR-FT-02
JUZGADO        : 2° JUZGADO DE FAMILIA - SEDE CENTRAL
JUEZ           : PERSONA INVENTADA UNO
ESPECIALISTA LEGAL : PERSONA INVENTADA DOS
DESTINATARIO   : LUZ INVENTADA LEGAL
DIRECCION ELECTRONICA : CASILLA 98765
Fecha de notificación: 25/06/2026 16:05:11

RESOLUCIÓN NÚMERO TRES
Cusco, veinticuatro de junio
de dos mil veintiséis.-
AUTOS Y VISTOS: lo expuesto. SE RESUELVE: DICTAR MEDIDAS DE PROTECCIÓN.`;

async function openForm(page: Page, number = '2026-0024'): Promise<Locator> {
  await pressOn(page, 'link', /^Mi día/);
  await pressOn(page, 'button', number);
  await pressOn(page, 'link', 'Proceso');
  await pressOn(page, 'button', 'Registrar acto');
  return page.getByRole('region', { name: 'Registrar un acto' });
}

async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const read = (page: Page) => page.getByRole('table', { name: 'Lo que dice la notificación' });

test('pasted: confirmed, its term in Plazos, the writ begins with its facts, and twice is told', async ({
  app,
  centre,
}) => {
  await centre.tell({ set: '2026-06-26T15:00:00.000Z' });
  await signIn(app, 'legal');
  const form = await openForm(app);
  await show(app, 'notificacion-vacia');
  const field = textbox(app, label);
  await tabInto(app, field);
  await paste(field, notice);
  await expect(read(app)).toContainText('01234-2026-0-1001-JR-FT-02');
  await expect(textbox(app, 'Fecha')).toHaveValue('24/06/2026');
  await expect(textbox(app, 'Fecha de ingreso')).toHaveValue('25/06/2026');
  await expect(textbox(app, 'Documento que lo dice')).toHaveValue('Resolución N.º 3 (auto) del 24/06/2026');
  await expect(group(app, 'Cómo se notificó').getByRole('radio', { name: 'Casilla electrónica' })).toBeChecked();
  const terms = app.getByRole('region', { name: 'Plazos que inicia' });
  await expect(terms).toContainText('surte efecto el 30/06/2026');
  await expect(terms).toContainText(
    'Si el día del efecto es el primero: 02/07/2026 23:59 · Si el primero es el siguiente: 03/07/2026 23:59',
  );
  await show(app, 'notificacion');
  await terms.scrollIntoViewIfNeeded();
  await show(app, 'notificacion-plazos');
  await expect(app.getByRole('region', { name: 'Plazos', exact: true })).not.toContainText('Apelar');

  await tick(app, group(app, 'Medidas'), 'Impedimento de acercamiento o proximidad');
  await tabInto(app, app.getByRole('radiogroup', { name: /^Qué se decidió: Impedimento/ }));
  await app.keyboard.press('Space');
  await pressOn(app, 'button', 'Registrar acto', form);
  await expect(app.getByRole('region', { name: 'Plazos', exact: true })).toContainText(
    'Si el primero es el siguiente: 03/07/2026',
  );
  const next = app.getByRole('region', { name: 'Lo que sigue' });
  await expect(next).toContainText('hasta el 02/07/2026');
  await show(app, 'notificacion-lo-que-sigue');

  await pressOn(app, 'link', /^Apelación contra auto de medidas \(escrito 7\)/);
  await expect(textbox(app, 'Número de la resolución')).toHaveValue('Resolución N.º 3 (auto)');
  await expect(textbox(app, 'Fecha de la resolución')).toHaveValue('24/06/2026');
  await expect(textbox(app, 'Fecha de la notificación')).toHaveValue('25/06/2026');
  await expect(app.getByRole('textbox', { name: /^Expediente/ })).toHaveValue('01234-2026-0-1001-JR-FT-02');
  await show(app, 'notificacion-escrito');

  const again = await openForm(app);
  await paste(textbox(app, label), notice);
  await expect(again).toContainText('Esta notificación ya está registrada en esta ficha: Resolución N.º 3');
  await expect(textbox(app, 'Expediente, carpeta o informe')).toHaveValue('');
  await show(app, 'notificacion-repetida');

  // The same file in the form of another ficha: nothing is filled in silence.
  const other = await openForm(app, '2026-0023');
  await paste(textbox(app, label), notice);
  await expect(other).toContainText('Ese expediente consta en la ficha 2026-0024, no en esta.');
  await expect(textbox(app, 'Expediente, carpeta o informe')).toHaveValue('');
  await show(app, 'notificacion-otra-ficha');
});

test('dropped as a PDF of our own printer, kept with the act; an image says so', async ({ app, centre }) => {
  await centre.tell({ set: '2026-06-26T15:00:00.000Z' });
  await signIn(app, 'legal');
  const form = await openForm(app);
  const blocks = notice.split('\n').map((text) => ({ kind: 'paragraph' as const, runs: [{ text: text || ' ' }] }));
  const paper = { title: 'Notificación', number: null, marks: [], letterhead: [], blocks };
  const fontFolder = join(import.meta.dirname, '../../resources/fonts');
  const printed = await printPaper(paper, { fontFolder });
  await drop(form.getByRole('group', { name: 'Elegir archivo…' }), 'resolucion-3.pdf', Buffer.from(printed.bytes));
  await expect(textbox(app, 'Documento que lo dice')).toHaveValue('Resolución N.º 3 (auto) del 24/06/2026');
  await expect(textbox(app, 'Expediente, carpeta o informe')).toHaveValue('01234-2026-0-1001-JR-FT-02');
  await expect(app.getByRole('checkbox', { name: 'Guardar también «resolucion-3.pdf» en la ficha' })).toBeChecked();
  await pressOn(app, 'link', 'Papeles');
  const asked = app.getByRole('dialog', { name: '¿Salir sin guardar el archivo?' });
  await expect(asked).toContainText('Lo escrito queda como borrador.');
  await pressOn(app, 'button', 'Seguir escribiendo', asked);
  // Another form of the page takes the place of this one, and the file with it.
  const other = app.getByRole('dialog', { name: '¿Abrir otra sin guardar el archivo?' });
  await pressOn(app, 'button', 'Programar audiencia');
  await show(app, 'notificacion-otra-forma');
  await pressOn(app, 'button', 'Seguir escribiendo', other);
  await expect(form.getByText('El archivo no queda en el borrador.')).toBeVisible();
  await expect(textbox(app, 'Documento que lo dice')).toHaveValue('Resolución N.º 3 (auto) del 24/06/2026');
  await tick(app, group(app, 'Medidas'), 'Impedimento de acercamiento o proximidad');
  await tabInto(app, app.getByRole('radiogroup', { name: /^Qué se decidió: Impedimento/ }));
  await app.keyboard.press('Space');
  await pressOn(app, 'button', 'Registrar acto', form);
  await expect(app.getByRole('region', { name: 'Lo que sigue' })).toBeVisible();
  await pressOn(app, 'link', 'Archivos');
  await expect(app.getByText('Resolución N.º 3 (auto) del 24/06/2026')).toBeVisible();

  // The very same once more: it is registered, so neither the form nor the ficha takes it.
  const again = await openForm(app);
  await drop(again.getByRole('group', { name: 'Elegir archivo…' }), 'resolucion-3.pdf', Buffer.from(printed.bytes));
  await expect(again).toContainText('Esta notificación ya está registrada');
  await expect(again.getByRole('checkbox', { name: /^Guardar también/ })).toHaveCount(0);
  await pressOn(app, 'button', 'Llenar de todos modos: es otro acto', again);
  await expect(textbox(app, 'Documento que lo dice')).toHaveValue('Resolución N.º 3 (auto) del 24/06/2026');
  await expect(again.getByRole('checkbox', { name: /^Guardar también/ })).toBeChecked();

  await pressOn(app, 'link', 'Papeles');
  await pressOn(app, 'button', 'Salir sin guardar', asked);
  const second = await openForm(app);
  await drop(second.getByRole('group', { name: 'Elegir archivo…' }), 'escaneo.pdf', await pdfOf(['', '']));
  await expect(second.getByRole('alert')).toContainText('Este PDF es una imagen');
  await expect(app.getByRole('checkbox', { name: 'Guardar también «escaneo.pdf» en la ficha' })).toBeChecked();
  await show(app, 'notificacion-imagen');
});

test('a text that is no notice, and one with two values', async ({ app, centre }) => {
  await centre.tell({ set: '2026-06-26T15:00:00.000Z' });
  await signIn(app, 'legal');
  const form = await openForm(app);
  await pressOn(app, 'button', 'Leer la notificación', form);
  await expect(form.getByRole('alert')).toContainText('Pegue primero');
  await typeInto(app, textbox(app, label), 'Buenas tardes: la reunión es el 28/06/2026 a las 9:00.');
  await pressOn(app, 'button', 'Leer la notificación', form);
  await expect(form).toContainText('no parece una notificación');
  await show(app, 'notificacion-nada');
  await typeInto(app, textbox(app, 'Quién informó, si no hay documento'), 'Luz Inventada');
  await typeInto(app, textbox(app, 'Documento que lo dice'), 'Lo escribí yo');
  await typeInto(app, textbox(app, label), `${notice}\nEXPEDIENTE : 09999-2026-0-1001-JR-FT-02`);
  await pressOn(app, 'button', 'Leer la notificación', form);
  await expect(read(app)).toContainText('01234-2026-0-1001-JR-FT-02 o 09999-2026-0-1001-JR-FT-02');
  await expect(textbox(app, 'Expediente, carpeta o informe')).toHaveValue('');
  // What she typed herself stays.
  await expect(textbox(app, 'Documento que lo dice')).toHaveValue('Lo escribí yo');
  await show(app, 'notificacion-dos-valores');
  await choose(app, group(app, 'Cómo se notificó'), 'Cédula');
});

test('the term the court words stands beside that of the table, and is kept where the page is left', async ({
  app,
  centre,
}) => {
  await centre.tell({ set: '2026-06-26T15:00:00.000Z' });
  await signIn(app, 'legal');
  await openForm(app);
  const granted = notice.replace(
    /SE RESUELVE:.*/,
    'SE RESUELVE: declarar INADMISIBLE; subsane en el plazo de DOS DÍAS.',
  );
  await paste(textbox(app, label), granted);
  const terms = app.getByRole('region', { name: 'Plazos que inicia' });
  await expect(terms).toContainText('La notificación nombra «plazo de DOS DÍAS»');
  await show(app, 'notificacion-plazo-del-juez');
  await typeInto(app, textbox(app, 'Plazo que fijó la autoridad: último día'), '01/07/2026');
  await app.keyboard.press('Tab');
  await expect(terms).toContainText('01/07/2026 23:59');
  await expect(terms).not.toContainText('La notificación nombra');
  await pressOn(app, 'link', 'Papeles');
  await pressOn(app, 'link', 'Proceso');
  await pressOn(app, 'button', 'Seguir escribiendo');
  await expect(textbox(app, 'Plazo que fijó la autoridad: último día')).toHaveValue('01/07/2026');
});

async function drop(zone: Locator, name: string, bytes: Buffer): Promise<void> {
  await zone.evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      const binary = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([binary], file.name, { type: 'application/pdf' }));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, base64: bytes.toString('base64') },
  );
}
