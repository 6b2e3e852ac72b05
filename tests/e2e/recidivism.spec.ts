/**
 * A woman of May comes back under another spelling, with the same man under another spelling, by keyboard: staff say who
 * is who, the condition is proposed as Reincidente, and the earlier ficha is one key away.
 */
import { isNew, isSame, possible, says, waitsAndOpens } from './arrivals.ts';
import { sectionA, sectionB } from '../../src/shared/intake/index.ts';
import { sectionAForm, sectionBForm } from '../support/case-builder.ts';
import { expect, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { answerAll, choose, group, saveSection, textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

const a = sectionAForm({ answers: { knownAsUser: 1, userForeignCountry: null, nextServiceB: 1, works: 0 } }).answers;
const b = sectionBForm({ answers: { firstTime: 0 } }).answers;

/** Nothing of a table is out of sight on the smallest screen. */
async function seesWholeTables(page: Page): Promise<void> {
  const cut = await page
    .getByRole('region')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel));
  expect(cut).toEqual([]);
}

/** The desk leaves her open («Quizá sea la misma») and writes him down as it heard him. */
async function openFicha(page: Page): Promise<void> {
  await says(page, 'Lus Florez Kondori');
  await isSame(page, 'Luz', 'Shift+Enter');
  await show(page, 'reincidencia-llegada');
  await waitsAndOpens(page);
  await expect(textbox(page, 'Apellido paterno')).toHaveValue('Florez');
  await expect(textbox(page, 'Apellido materno')).toHaveValue('Kondori');
  await expect(page.getByRole('group', { name: 'Otras fichas abiertas de la persona' })).toBeVisible();
  await typeInto(page, textbox(page, 'Busque a la presunta persona agresora'), 'Pedro Kispe');
  await page.keyboard.press('Enter');
  await pressOn(page, 'button', /^(Registrar como persona nueva|Ninguna es la misma)$/);
  const aggressor = page.getByRole('region', { name: /Presunta persona agresora/ });
  await expect(aggressor.getByRole('textbox', { name: /^Apellido paterno/ })).toHaveValue('Kispe');
  await expect(aggressor.getByRole('textbox', { name: /^Nombres/ })).toHaveValue('Pedro');
  await choose(page, group(page, 'Turno'), 'Mañana');
  await pressOn(page, 'button', 'Registrar ficha');
  await expect(page.getByText(/^Ficha 2026-0028$/).first()).toBeVisible();
}

async function fillSections(page: Page, answers = a): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await answerAll(page, sectionA.questions, answers);
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección A Completa' })).toBeVisible();
  await pressOn(page, 'link', /^Sección B /);
  await typeInto(page, textbox(page, 'Fecha del último hecho'), '08062026');
  await answerAll(page, sectionB.questions, b, { context: { userSex: 0, complaintFiled: 1 } });
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección B Completa' })).toBeVisible();
}

/** What she told of her telephone in May is no answer of today. */
async function askContactAgain(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Sección A /);
  await expect(page.getByText(/Pregunte otra vez si es seguro llamar/)).toBeVisible();
  await choose(page, group(page, '¿Es seguro llamar?'), 'No');
  await show(page, 'segunda-visita');
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección A Completa' })).toBeVisible();
  await pressOn(page, 'link', /^Validar /);
}

test('a second visit under another spelling ends as Reincidente, the earlier ficha one key away', async ({ app }) => {
  await signIn(app, 'psico');
  await openFicha(app);
  await fillSections(app);

  await pressOn(app, 'link', /^Validar /);
  await expect(app.getByText('Todavía no hay una condición propuesta')).toBeVisible();
  await show(app, 'reincidencia-quien');
  await pressOn(app, 'button', 'Sí, es la misma persona');
  const him = app.getByRole('region', { name: 'Él o ella: presunta persona agresora' });
  await expect(him).toContainText('2026-0004, presunta persona agresora');
  await expect(him).toContainText('Es de un caso anterior de ella.');
  await show(app, 'reincidencia-agresor');
  await pressOn(app, 'button', /^Es la misma persona: Pedro Quispe/);
  // Who was linked with whom stays in its place, with the way back, and the keyboard goes on from there.
  await expect(him).toContainText('En esta ficha se escribió: Pedro Kispe.');
  await expect(him.getByRole('heading', { level: 3 })).toBeFocused();
  await expect(him.getByRole('button', { name: /^Deshacer/ })).toBeVisible();
  await show(app, 'reincidencia-vinculado');
  await askContactAgain(app);
  await expect(app.getByText('Condición propuesta: Reincidente')).toBeVisible();
  await expect(app.getByText(/la misma de la ficha 2026-0004 del 04\/05\/2026/)).toBeVisible();
  await show(app, 'reincidencia-propuesta');
  await choose(app, group(app, 'Condición del caso'), 'Reincidente (propuesta)');
  await pressOn(app, 'button', 'Validar caso');
  await expect(app.getByText('Caso validado: ficha 2026-0028.')).toBeVisible();
  await show(app, 'reincidencia-validado');

  await app.keyboard.press('F8');
  await expect(app.getByRole('heading', { level: 1, name: 'Ficha 2026-0004' })).toBeVisible();
  await expect(app.getByRole('list', { name: /^Historia/ })).toContainText(
    'Hecho nuevo con la misma presunta persona agresora',
  );
  await show(app, 'reincidencia-anterior');

  await pressOn(app, 'link', /^Fichas y hechos anteriores/);
  await expect(app.getByRole('row', { name: /2026-0028/ })).toContainText('Reincidente');
  await expect(app.getByRole('row', { name: /2026-0028/ })).toContainText('después del anterior');
  await seesWholeTables(app);
  await show(app, 'antecedentes');
  await lock(app);

  await signIn(app, 'coordina');
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
  const lists = app.getByRole('navigation', { name: 'Hechos que se repiten' });
  await show(app, 'hechos-repetidos-inicio');
  await pressOn(app, 'link', 'Una misma mujer, varias personas denunciadas', lists);
  await expect(
    app.getByRole('heading', { level: 1, name: 'Una misma mujer, varias personas denunciadas' }),
  ).toBeVisible();
  await typeInto(app, textbox(app, 'Ingreso desde'), '01012027');
  await app.keyboard.press('Tab');
  await expect(app.getByText('Ninguna mujer denunció a dos o más personas en las fichas contadas.')).toBeVisible();
  // The days go along to the next list, and no further.
  await pressOn(app, 'link', 'Parejas con dos o más hechos');
  await expect(textbox(app, 'Ingreso desde')).toHaveValue('01/01/2027');
  await pressOn(app, 'link', /^Mi día/);
  await pressOn(app, 'button', '2026-0004');
  await pressOn(app, 'link', /^Fichas y hechos anteriores/);
  await pressOn(app, 'link', 'Fichas de la presunta persona agresora');
  await expect(app.getByRole('row', { name: /2026-0028/ })).toContainText('La de esta ficha');
  await seesWholeTables(app);
  await show(app, 'persona-agresora');

  await pressOn(app, 'link', 'Personas denunciadas por varias mujeres');
  await expect(app.getByRole('heading', { level: 1, name: 'Personas denunciadas por varias mujeres' })).toBeVisible();
  await show(app, 'hechos-repetidos');
  await pressOn(app, 'link', 'Parejas con dos o más hechos');
  const pair = app.getByRole('row', { name: /Luz .* · Pedro Quispe/ });
  await expect(pair).toContainText('2026-0028');
  await seesWholeTables(app);
  await show(app, 'hechos-repetidos-parejas');
  await pressOn(app, 'button', /^\d+ de 2026: ver la lista$/);
  await expect(app.getByRole('button', { name: /de 2026: ver la lista$/ })).toHaveAttribute('aria-pressed', 'true');
  await pressOn(app, 'link', '2026-0028');
  await expect(app.getByRole('heading', { level: 1, name: 'Ficha 2026-0028' })).toBeVisible();
});

const oldList = [
  'N° Ficha;Fecha de ingreso;Apellidos y nombres;Edad;Sexo;Denunciado',
  '12-A;23/04/2019;Condori Huamán Domitila;41;F;Castillo Ramírez Jorge Luis',
];

async function bringIn(page: Page): Promise<void> {
  const confirm = async () => {
    await page.keyboard.insertText(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await signIn(page, 'coordina');
  await pressOn(page, 'link', 'Importar lista');
  const chooser = page.waitForEvent('filechooser');
  await pressOn(page, 'button', 'Elegir archivo…');
  const buffer = Buffer.from(oldList.join('\r\n'), 'utf8');
  await (await chooser).setFiles({ name: 'lista 2019.csv', mimeType: 'text/csv', buffer });
  await pressOn(page, 'button', 'Revisar filas');
  await pressOn(page, 'button', 'Proponer importación');
  await expect(page.getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await confirm();
  await lock(page);
  await signIn(page, 'legal');
  await pressOn(page, 'link', 'Aprobaciones');
  await pressOn(page, 'button', /^Aprobar: Importar una lista antigua/);
  await expect(page.getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await confirm();
  await lock(page);
}

test.describe('a woman who is known from an old list alone', () => {
  test.use({ mode: 'staffed' });

  test('is proposed at the door, asked about before «Nuevo», and linked is Reincidente', async ({ app }) => {
    await bringIn(app);
    await signIn(app, 'psico');
    await says(app, 'Domitila Condori Huaman');
    await expect(possible(app).getByRole('option').first()).toContainText('Domitila Condori');
    await show(app, 'lista-antigua-llegada');
    await isNew(app);
    await waitsAndOpens(app);
    const written = app.getByRole('list', { name: 'Personas posibles según lo escrito' });
    await expect(written.getByRole('listitem').first()).toContainText('Domitila Condori');
    await show(app, 'lista-antigua-abrir');
    await typeInto(app, textbox(app, 'Busque a la presunta persona agresora'), 'Jorge Luis Castillo Ramires');
    await app.keyboard.press('Enter');
    await pressOn(app, 'button', 'Ninguna es la misma', app.getByRole('region', { name: /Presunta persona agresora/ }));
    await expect(app.getByRole('group', { name: 'Quién es' }).last()).toBeFocused();
    await choose(app, group(app, 'Turno'), 'Mañana');
    await pressOn(app, 'button', 'Registrar ficha');

    await fillSections(app, { ...a, knownAsUser: 0, userAge: 48 });
    await pressOn(app, 'link', /^Validar /);
    const her = app.getByRole('region', { name: 'Ella: persona usuaria' });
    await expect(her).toContainText('2019-0001, persona usuaria, de lista antigua');
    await expect(her).toContainText('La edad corresponde.');
    await expect(app.getByText('Todavía no hay una condición propuesta')).toBeVisible();
    await show(app, 'lista-antigua-quien');
    await choose(app, group(app, 'Condición del caso'), 'Nuevo');
    await pressOn(app, 'button', 'Validar caso');
    await expect(app.getByText('Elija el motivo por el que no es la condición propuesta.').first()).toBeVisible();
    await pressOn(app, 'button', 'Ninguna es ella');
    await expect(her.getByText('No es la misma')).toBeVisible();
    await expect(app.getByText('Condición propuesta: Nuevo')).toBeVisible();
    await show(app, 'lista-antigua-ninguna');
    await pressOn(app, 'button', 'Buscar a otra persona', her);
    await typeInto(app, textbox(app, 'Nombre o documento'), 'Domitila Condori');
    await app.keyboard.press('Enter');
    // Herself, of this ficha, is not offered to her.
    await expect(her.getByRole('button', { name: /^Es la misma persona/ })).toHaveCount(1);
    await pressOn(app, 'button', /^Es la misma persona: Domitila Condori/, her);
    await expect(app.getByText(/^Ya está registrada como usuaria en este CEM: la ficha 2019-0001/)).toBeVisible();
    await choose(app, group(app, '¿Es la misma presunta persona agresora de la ficha anterior?'), 'Sí');
    await expect(app.getByText('Condición propuesta: Reincidente')).toBeVisible();
    await show(app, 'lista-antigua-vinculada');
  });
});
