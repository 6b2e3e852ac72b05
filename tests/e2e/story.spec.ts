/** The main job through five people and one keyboard: arrival, both sections, risk, validation, referral, filing, month. */
import { isNew, says, waitsAndOpens } from './arrivals.ts';
import { readFileSync } from 'node:fs';
import { sectionA, sectionB } from '../../src/shared/intake/index.ts';
import { criterionLabels } from '../../src/shared/filings/index.ts';
import { partnerRisk2019 } from '../../src/shared/risk/index.ts';
import { sectionAForm, sectionBForm } from '../support/case-builder.ts';
import { expect, lock, passphrase, pressOn, show, showPages, signIn, test, type ServedCentre } from './centre.ts';
import {
  answerAll,
  choose,
  countTyped,
  group,
  noteTyped,
  saveSection,
  tabInto,
  textbox,
  tick,
  typeInto,
} from './keyboard.ts';
import type { Page } from '@playwright/test';

const account =
  'Refiere, en relato inventado, que por la noche él llegó a la vivienda y la empujó.\nSu hija estaba presente.';

const a = sectionAForm({ answers: { userForeignCountry: null, nextServiceB: 1, works: 0 } }).answers;
const b = sectionBForm({ answers: { firstTime: 1 } }).answers;

async function openCase(page: Page, name: string, section: string): Promise<void> {
  await pressOn(page, 'button', name);
  await pressOn(page, 'link', new RegExp(`^${section} `));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(section === 'Validar' ? 'Validar' : section);
}

async function registerArrival(page: Page): Promise<void> {
  await show(page, 'inicio-vacio');
  await says(page, 'Rosa Inventada Quispe Ficticia');
  await show(page, 'llegada-buscar');
  await isNew(page);
  await show(page, 'llegada');
  await waitsAndOpens(page);
  // What she said at the door stands in the fields.
  await expect(textbox(page, 'Nombres')).toHaveValue('Rosa Inventada');
  await expect(textbox(page, 'Apellido paterno')).toHaveValue('Quispe');
  await expect(textbox(page, 'Apellido materno')).toHaveValue('Ficticia');
  await typeInto(page, textbox(page, 'Busque a la presunta persona agresora'), 'Pedro Condori');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No se encontró a nadie con esos datos.').first()).toBeVisible();
  await pressOn(page, 'button', 'Registrar como persona nueva');
  const him = page.getByRole('region', { name: /Presunta persona agresora/ });
  await expect(him.getByRole('textbox', { name: /^Nombres/ })).toHaveValue('Pedro');
  await expect(him.getByRole('textbox', { name: /^Apellido paterno/ })).toHaveValue('Condori');
  await choose(page, group(page, 'Turno'), 'Mañana');
  await show(page, 'ficha-abrir');
  await pressOn(page, 'button', 'Registrar ficha');
  await expect(page.getByText('2026-0001').first()).toBeVisible();
}

async function fillSectionA(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Sección A /);
  await expect(page.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  const beforePeople = [
    'knownAsUser',
    'incidentDistrict',
    'comesAlone',
    'informantIsUser',
    'intakeChannel',
    'complaintFiled',
  ];
  await answerAll(page, sectionA.questions, a, { only: beforePeople });
  await typeInto(page, textbox(page, 'Fecha de nacimiento').first(), '09041992');
  await page.keyboard.press('Tab');
  // Her age follows from it.
  await expect(textbox(page, 'A.4Edad')).toHaveValue('34');
  const rest = Object.keys(sectionA.questions).filter((name) => ![...beforePeople, 'userAge'].includes(name));
  await answerAll(page, sectionA.questions, a, { only: rest });
  await show(page, 'seccion-a');
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección A Completa' })).toBeVisible();
}

async function fillSectionB(page: Page): Promise<void> {
  await openCase(page, '2026-0001', 'Sección B');
  await typeInto(page, textbox(page, 'Fecha del último hecho'), '08062026');
  await typeInto(page, textbox(page, 'Hora del último hecho'), '2130');
  await tabInto(page, textbox(page, 'Relato de la persona usuaria'));
  await noteTyped(page, textbox(page, 'Relato de la persona usuaria'), account);
  await page.keyboard.insertText(account);
  await answerAll(page, sectionB.questions, b, { context: { userSex: 0, complaintFiled: 1 } });
  await show(page, 'seccion-b');
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección B Completa' })).toBeVisible();
}

async function assessRisk(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Riesgo /);
  await tabInto(page, group(page, '¿La persona usuaria acepta que se aplique esta ficha?'));
  await page.keyboard.press('s');
  await show(page, 'riesgo');
  for (const item of [...partnerRisk2019.items, { question: '¿Han vivido juntos durante el último año?' }]) {
    const question = page.getByRole('group', {
      name: new RegExp(item.question.slice(0, 40).replace(/[?()[\].]/g, '\\$&')),
    });
    await tabInto(page, question);
    await page.keyboard.press('Space');
  }
  await choose(page, group(page, 'A.8¿Está embarazada?'), 'No');
  await choose(page, group(page, 'Lo que quedó en blanco del anexo A'), 'Prefiere no responder');
  await choose(page, group(page, '¿Quiere responder el anexo B?'), 'No quiere responderlo');
  await choose(page, group(page, 'Nivel que confirma'), 'Severo 2 (severo extremo), nivel de la ficha');
  await show(page, 'riesgo-completo');
  await pressOn(page, 'button', 'Firmar ficha');
  await expect(page.getByText('1 ficha firmada')).toBeVisible();
  await show(page, 'riesgo-firmado');
}

async function validate(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Validar /);
  await expect(page.getByText('Condición propuesta: Nuevo')).toBeVisible();
  await choose(page, group(page, 'Condición del caso'), 'Nuevo (propuesta)');
  await show(page, 'validar');
  await pressOn(page, 'button', 'Validar caso');
  await expect(page.getByText(/junio de 2026/).first()).toBeVisible();
  await show(page, 'validado');
}

async function referToHealth(page: Page): Promise<void> {
  await openCase(page, '2026-0001', 'Documentos');
  await show(page, 'documentos-vacio');
  await pressOn(page, 'button', 'Derivaciones');
  await pressOn(page, 'link', 'Establecimiento de salud');
  await typeInto(page, textbox(page, 'Institución que recibe'), 'Centro de Salud Villa Inventada');
  await typeInto(page, textbox(page, 'Cargo o área'), 'Jefatura');
  await choose(page, group(page, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await pressOn(page, 'button', 'Registrar consentimiento');
  await tick(page, group(page, 'Servicios'), 'Traumatología');
  await choose(page, group(page, 'Urgencia'), 'URGENTE (el mismo día)');
  await typeInto(page, textbox(page, 'Motivo'), 'Requiere evaluación de lesiones.');
  await show(page, 'derivacion');
  await pressOn(page, 'button', 'Ver borrador');
  await expect(page.locator('canvas').first()).toBeVisible();
  await show(page, 'derivacion-borrador');
  await issueAndSave(page, 'derivacion');
}

/** «Emitir», the reason where facts lack, and one registered copy that arrives as a PDF. */
async function issueAndSave(page: Page, name: string): Promise<void> {
  await pressOn(page, 'button', 'Emitir…');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await show(page, `${name}-emitir`);
  const reasons = dialog.getByRole('radio');
  if ((await reasons.count()) > 0) {
    await tabInto(page, dialog.getByRole('group').first());
    await page.keyboard.press('Space');
  }
  await pressOn(page, 'button', /^Emitir/, dialog);
  await expect(page.getByRole('button', { name: 'Guardar PDF' })).toBeVisible();
  await show(page, `${name}-emitida`);
  await pressOn(page, 'button', 'Guardar PDF');
  await expect(dialog).toBeVisible();
  const download = page.waitForEvent('download');
  await pressOn(page, 'button', 'Registrar y guardar', dialog);
  const saved = await (await download).path();
  expect(readFileSync(saved).subarray(0, 5).toString()).toBe('%PDF-');
  showPages(saved, name);
}

async function requestMeasures(page: Page): Promise<void> {
  await openCase(page, '2026-0001', 'Documentos');
  await pressOn(page, 'button', 'Solicitud de medidas de protección');
  await choose(page, group(page, 'Tratamiento'), 'Señora Jueza');
  await typeInto(page, textbox(page, 'Despacho al que se dirige'), 'del Juzgado de Familia de Villa Inventada');
  const measure = page.getByRole('checkbox', { name: /^3\. Prohibición de comunicación/ });
  await tabInto(page, measure);
  await page.keyboard.press('Space');
  await typeInto(page, textbox(page, 'Razón de la medida 3'), 'La llama con insistencia después de los hechos.');
  // Each of the eight criteria has an answer, or says that there is none.
  for (const label of Object.values(criterionLabels)) {
    if ((await page.getByRole('textbox', { name: new RegExp(`^\\d\\.${label}$`) }).inputValue()) !== '') continue;
    await tabInto(page, page.getByRole('checkbox', { name: `No se cuenta con información : ${label}` }));
    await page.keyboard.press('Space');
  }
  const article = page.getByRole('checkbox', { name: /^Art\. 22 de la Ley 30364/ });
  await tabInto(page, article);
  await page.keyboard.press('Space');
  await show(page, 'medidas');
  await pressOn(page, 'button', 'Ver borrador');
  await expect(page.locator('canvas').first()).toBeVisible();
  await show(page, 'medidas-borrador');
  await issueAndSave(page, 'medidas');
  await pressOn(page, 'button', 'Ir a Documentos');
  await expect(page.getByRole('heading', { level: 1, name: 'Documentos' })).toBeVisible();
  await show(page, 'documentos');
}

/** Types the password into the open dialog. */
async function confirm(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await page.keyboard.insertText(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function openJune(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Reporte mensual');
  await pressOn(page, 'button', 'Junio de 2026');
  await expect(page.getByRole('heading', { level: 1, name: 'Junio de 2026' })).toBeVisible();
}

/** The month is proposed by Coordinación and approved from the psychologist's own session. */
async function closeMonth(page: Page, centre: ServedCentre): Promise<void> {
  await centre.tell({ set: '2026-07-02T14:00:00.000Z' });
  await signIn(page, 'coordina');
  await openJune(page);
  await pressOn(page, 'button', /^Cierre/);
  await pressOn(page, 'button', 'Proponer cierre');
  await confirm(page);
  await lock(page);
  await signIn(page, 'psico');
  await pressOn(page, 'link', 'Aprobaciones');
  await pressOn(page, 'link', 'Ver las cifras');
  await pressOn(page, 'button', 'Aprobar cierre');
  await confirm(page);
  await lock(page);
  await signIn(page, 'coordina');
  await openJune(page);
  await pressOn(page, 'button', 'Elegir archivos');
  await expect(page.getByText(/^lista-firmada-\d{4}-\d\d\.json/)).toBeVisible();
}

test('carries one woman from the door to the anonymised month', async ({ app, centre }) => {
  const typed = countTyped(app);
  typed.know('who signs');
  await signIn(app, 'admision');
  await registerArrival(app);
  await fillSectionA(app);
  await pressOn(app, 'button', /^Entregar a Psicología/);
  await expect(app.getByText('Ficha 2026-0001 entregada a Psicología.').first()).toBeInViewport();
  await show(app, 'seccion-a-entregada');
  await lock(app);

  await signIn(app, 'psico');
  await show(app, 'inicio');
  await fillSectionB(app);
  // The account was the interview: no second form.
  await pressOn(app, 'link', /^Entrevistas/);
  await expect(app.getByText('Ha contado su historia 1 vez')).toBeVisible();
  await show(app, 'entrevistas-del-relato');
  await assessRisk(app);
  await validate(app);
  await pressOn(app, 'link', /^Ficha 2026-0001/);
  for (const service of ['Social', 'Legal']) {
    await pressOn(app, 'button', `Entregar a ${service}`);
    await expect(app.getByText(`Ficha 2026-0001 entregada a ${service}.`).first()).toBeVisible();
  }
  await show(app, 'caso');
  await lock(app);

  await signIn(app, 'social');
  await referToHealth(app);
  await lock(app);

  await signIn(app, 'legal');
  await requestMeasures(app);
  await lock(app);

  await closeMonth(app, centre);
  expect(typed.count, 'what was typed was counted').toBeGreaterThan(50);
  expect(typed.twice, 'facts typed twice').toEqual([]);
});
