/**
 * From a case with facts to a presented writ with its clock, by keyboard and in few steps. A step is one press, one
 * choice or one Enter of the person; typing what only she knows is none.
 */
import { expect, expectAccessible, pressOn, show, signIn, test } from './centre.ts';
import { group, search, choose, tabInto, textbox, tick, typeInto } from './keyboard.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ mode: 'busy' });

const ficha = '2026-0024';
const mostSteps = 12;
const court = 'Segundo Juzgado de Familia Inventado';
const appeal = 'Apelación contra auto de medidas';

/** Does each act of the person and counts it. */
class Steps {
  readonly done: string[] = [];
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(role: 'button' | 'link', name: string | RegExp, within?: Locator): Promise<void> {
    await pressOn(this.page, role, name, within);
    this.done.push(`press ${String(name)}`);
  }

  async find(label: string, text: string): Promise<void> {
    await search(this.page, textbox(this.page, label), text);
    this.done.push(`choose ${label}`);
  }

  async enter(what: string): Promise<void> {
    await this.page.keyboard.press('Enter');
    this.done.push(`enter ${what}`);
  }
}

async function typeDate(page: Page, label: string, date: string): Promise<void> {
  await typeInto(page, textbox(page, label), date);
  await page.keyboard.press('Tab');
}

/** Not counted: the directory of the centre, and the decision that came in, each recorded once for every later writ. */
async function knownBefore(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Directorio');
  await pressOn(page, 'button', 'Agregar al directorio');
  await search(page, textbox(page, 'Tipo'), 'juzgado de familia');
  await typeInto(page, textbox(page, 'Nombre de la oficina'), court);
  await typeInto(page, textbox(page, 'Tratamiento'), 'SEÑORA JUEZA DEL');
  await search(page, textbox(page, 'Distrito'), 'san juan de lurigancho');
  await pressOn(page, 'button', 'Agregar al directorio');
  await pressOn(page, 'link', /^Mi día/);
  await pressOn(page, 'button', ficha);
  await pressOn(page, 'link', 'Proceso');
  await pressOn(page, 'button', 'Registrar acto');
  await search(page, textbox(page, 'Qué pasó'), 'decision sobre medidas');
  await typeDate(page, 'Fecha', '08062026');
  await typeInto(page, textbox(page, 'Órgano'), court);
  await typeInto(page, textbox(page, 'Expediente, carpeta o informe'), '00123-2026-0-FT');
  await typeInto(page, textbox(page, 'Documento que lo dice'), 'Resolución N.º 1');
  await pressOn(page, 'button', 'Ya fue notificado');
  await choose(page, group(page, 'Cómo se notificó'), 'Cédula');
  await typeDate(page, 'Fecha de ingreso', '09062026');
  await tick(page, group(page, 'Medidas'), 'Impedimento de acercamiento o proximidad');
  await tabInto(page, page.getByRole('radiogroup', { name: /^Qué se decidió: Impedimento/ }));
  await page.keyboard.press('Space');
  await pressOn(page, 'button', 'Registrar acto', page.getByRole('region', { name: 'Registrar un acto' }));
  await expect(page.getByRole('region', { name: 'Plazos', exact: true })).toContainText('Apelar la decisión');
  await pressOn(page, 'link', /^Mi día/);
}

test('from the ficha to the presented appeal and its terms in twelve steps', async ({ app }) => {
  await signIn(app, 'legal');
  await knownBefore(app);

  const steps = new Steps(app);
  await steps.press('button', ficha);
  await steps.press('link', /^Documentos /);
  await steps.press('button', 'Todos los escritos');
  await steps.press('link', appeal);
  await steps.find('Despacho del directorio', 'segundo juzgado');
  await expect(textbox(app, 'Despacho al que se dirige')).toHaveValue(`del ${court} de San Juan de Lurigancho`);
  await expect(textbox(app, 'Expediente, carpeta fiscal o denuncia')).toHaveValue('00123-2026-0-FT');
  await expect(app.getByText('Escrito N.º 1 · vence el 12/06/2026')).toBeVisible();
  await expect(textbox(app, 'Número de la resolución')).toHaveValue('Resolución N.º 1');
  await expect(app.getByText(/^Plazo D05: Apelar la decisión sobre medidas\. Vence el 12\/06\/2026/)).toBeVisible();
  await typeInto(app, textbox(app, 'Qué extremo se apela'), 'El que deniega la prohibición de comunicación.');
  await typeInto(app, textbox(app, 'Agravio'), 'La deja sin protección frente a los mensajes.');
  await typeInto(app, textbox(app, 'Qué se pide a la sala'), 'Que se conceda esa medida.');
  await steps.press('button', 'Añadir: error');
  await expect(textbox(app, 'Error 1: texto')).toBeFocused();
  await app.keyboard.insertText('No se valoró la ficha de riesgo.');
  // What is typed is read beside the form without asking for it.
  const live = app.getByRole('region', { name: 'Texto del escrito' });
  await expect(live).toContainText('No se valoró la ficha de riesgo.');
  await expect(live).toContainText('SEÑORA JUEZA DEL SEGUNDO JUZGADO');
  await show(app, 'escrito-reloj');
  await steps.press('button', 'Emitir…');
  await steps.press('button', /^Emitir/, app.getByRole('dialog'));
  await expect(app.getByRole('button', { name: 'Guardar PDF' })).toBeVisible();

  await steps.press('link', /^Escritos/, app.getByRole('navigation', { name: 'Secciones del programa' }));
  // The browser's own day is not that of the centre's clock here.
  await typeDate(app, 'Fecha', '10062026');
  await typeInto(app, textbox(app, 'Hora'), '0830');
  await typeInto(app, textbox(app, 'N.º de ingreso'), '4521-2026');
  await typeInto(app, textbox(app, 'Folios'), '8');
  await steps.enter('on the row of the cargo');
  await expect(app.getByText('Presentado').first()).toBeVisible();

  await steps.press('link', /^Agenda y plazos/, app.getByRole('navigation', { name: 'Secciones del programa' }));
  await steps.press('link', 'Plazos', app.getByRole('navigation', { name: 'Páginas de Agenda y plazos' }));
  await expect(app.getByText('El juzgado concede la apelación').first()).toBeVisible();
  await expect(app.getByText('Apelar la decisión sobre medidas')).toHaveCount(0);
  expect(steps.done.length, steps.done.join(', ')).toBeLessThanOrEqual(mostSteps);
});

const request = 'Solicitud de medidas de protección y cautelares';
const noContact = /^\d+\. ?Prohibición de comunicación/;

/** Not counted: the articles of the kind are confirmed once, for every later writ (D39). */
async function confirmArticles(page: Page): Promise<void> {
  await openRequest(new Steps(page));
  for (const article of [/^Art\. 8 de la Ley 30364/, /^Art\. 22 de la Ley 30364/, /^Art\. 22-A de la Ley 30364/]) {
    await tabInto(page, page.getByRole('checkbox', { name: article }));
    await page.keyboard.press('Space');
  }
  await pressOn(page, 'button', 'Confirmar los marcados para los próximos');
  await pressOn(page, 'button', 'Confirmar', page.getByRole('dialog'));
  await expect(page.getByRole('dialog').getByText('Escriba con qué los comparó.')).toBeVisible();
  await typeInto(page, textbox(page, 'Con qué los comparó'), 'Texto inventado del 01/06/2026');
  await show(page, 'escrito-articulos');
  await pressOn(page, 'button', 'Confirmar', page.getByRole('dialog'));
  await expect(page.getByText(/^Artículos de este escrito confirmados desde el 10\/06\/2026/)).toBeVisible();
  await pressOn(page, 'link', /^Mi día/);
}

async function openRequest(steps: Steps): Promise<void> {
  await steps.press('button', ficha);
  await steps.press('link', /^Documentos /);
  await steps.press('button', 'Todos los escritos');
  await steps.press('link', request);
}

test('from the ficha to presented measures with their articles in twelve steps', async ({ app }) => {
  await signIn(app, 'legal');
  await knownBefore(app);
  await confirmArticles(app);

  const steps = new Steps(app);
  await openRequest(steps);
  // Ticked beforehand: the block is folded and says how many, the page says which.
  await expect(app.getByRole('region', { name: 'Derecho' })).toContainText(/^.*3 de \d+ artículos marcados/);
  await expect(app.getByRole('region', { name: 'Texto del escrito' })).toContainText('Art. 22-A de la Ley 30364');
  await steps.find('Despacho del directorio', 'segundo juzgado');
  await tabInto(app, app.getByRole('checkbox', { name: noContact }));
  await app.keyboard.press('Space');
  steps.done.push('tick a measure');
  await typeInto(app, textbox(app, 'Razón de la medida 3'), 'La amenaza por mensajes.');
  // What the record does not answer, the law asks all the same.
  for (const criterion of [
    '2.Antecedentes policiales o judiciales de la parte denunciada',
    '4.Diferencia de edad y relación de dependencia',
    '5.Condición de discapacidad',
    '8.Otros factores de vulnerabilidad o peligro',
  ])
    await typeInto(app, textbox(app, criterion), 'Ella refiere que no.');
  await steps.press('button', 'Emitir…');
  await choose(app, group(app, 'Razón para emitirlo así'), 'Urgencia: se completará después');
  steps.done.push('choose why it is issued without her address');
  await steps.press('button', /^Emitir/, app.getByRole('dialog'));
  await expect(app.getByRole('button', { name: 'Guardar PDF' })).toBeVisible();
  await steps.press('link', /^Escritos/, app.getByRole('navigation', { name: 'Secciones del programa' }));
  await typeDate(app, 'Fecha', '10062026');
  await typeInto(app, textbox(app, 'Hora'), '0830');
  await typeInto(app, textbox(app, 'N.º de ingreso'), '4522-2026');
  await typeInto(app, textbox(app, 'Folios'), '6');
  await steps.enter('on the row of the cargo');
  await expect(app.getByText('Presentado').first()).toBeVisible();
  expect(steps.done.length, steps.done.join(', ')).toBeLessThanOrEqual(mostSteps);
});

test('each missing fact leads to its field: here, and on the page of the ficha', async ({ app }) => {
  await signIn(app, 'legal');
  await pressOn(app, 'button', ficha);
  await pressOn(app, 'link', /^Documentos /);
  await pressOn(app, 'button', 'Todos los escritos');
  await pressOn(app, 'link', 'Denuncia por violencia');
  const state = app.getByRole('region', { name: 'Datos que faltan' });
  await pressOn(app, 'link', 'Despacho al que se dirige', state);
  await expect(textbox(app, 'Despacho al que se dirige')).toBeFocused();
  // The mark on the page is the same way, and is framed while its field has the focus.
  const page = app.getByRole('region', { name: 'Texto del escrito' });
  const mark = page.getByRole('link', { name: 'FALTA: despacho al que se dirige' });
  await pressOn(app, 'link', 'FALTA: despacho al que se dirige', page);
  await expect(textbox(app, 'Despacho al que se dirige')).toBeFocused();
  await expect(mark).toHaveAttribute('data-current', 'true');
  await expect(mark).toBeInViewport();
  await expectAccessible(app, 'a writ with marks');
  await app.keyboard.press('Alt+m');
  await expect(page).toHaveText('Con discreción, el texto no se muestra.');
  await app.keyboard.press('Alt+m');
  await app.getByRole('heading', { level: 1 }).click();
  await pressOn(app, 'link', 'Hora del último hecho · Sección B', state);
  await expect(textbox(app, 'Hora del último hecho')).toBeFocused();
});
