/** A day without power: papers printed beforehand, a ficha typed from paper, and its way into the central register. */
import { isNew, says } from './arrivals.ts';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sectionA } from '../../src/shared/intake/index.ts';
import { blankKindLabels, type BlankKind } from '../../src/shared/register/index.ts';
import { sectionAForm } from '../support/case-builder.ts';
import { confirmWithPassword, expect, lock, pressOn, show, showPages, signIn, test } from './centre.ts';
import { answerAll, choose, group, saveSection, tabInto, textbox, typeInto } from './keyboard.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const a = sectionAForm({ answers: { userForeignCountry: null, nextServiceB: 1, works: 0 } }).answers;
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function savePapers(page: Page, kind: BlankKind, copies: number): Promise<void> {
  await choose(page, group(page, 'Formulario'), blankKindLabels[kind]);
  await typeInto(page, textbox(page, 'Copias'), String(copies));
  const download = page.waitForEvent('download');
  await pressOn(page, 'button', 'Guardar PDF para imprimir');
  const saved = await (await download).path();
  expect(readFileSync(saved).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.getByText(/^Se guardó un archivo de/)).toBeVisible();
  showPages(saved, `en-blanco-${kind}`, 1);
}

async function printBlankPapers(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Papeles en blanco');
  await expect(page.getByRole('heading', { level: 1, name: 'Papeles en blanco' })).toBeVisible();
  await typeInto(page, textbox(page, 'Copias'), '90');
  await pressOn(page, 'button', 'Guardar PDF para imprimir');
  await expect(textbox(page, 'Copias')).toBeFocused();
  await show(page, 'papeles-en-blanco-error');
  for (const kind of ['partnerRisk', 'consent', 'referral', 'safetyCard'] as const) await savePapers(page, kind, 1);
  await savePapers(page, 'ficha', 2);
  await pressOn(page, 'button', 'Anular: C-2026-0006');
  await choose(page, page.getByRole('dialog').getByRole('group', { name: 'Motivo' }), 'Se manchó o se rompió');
  await show(page, 'papeles-en-blanco-anular');
  await pressOn(page, 'button', 'Anular', page.getByRole('dialog'));
  await expect(page.getByRole('row', { name: /C-2026-0006/ })).toContainText('Anulado');
  await show(page, 'papeles-en-blanco');
}

/** Filled by hand on 8 June at night; typed in two days later. */
async function typeFromPaper(page: Page): Promise<void> {
  await says(page, 'Rosa Quispe');
  await isNew(page);
  await pressOn(page, 'button', 'Más datos');
  await tabInto(page, group(page, '¿Se anotó antes en papel?'));
  await page.keyboard.press('s');
  await typeInto(page, textbox(page, 'Día en que llegó'), '08062026');
  await typeInto(page, textbox(page, 'Hora en que llegó'), '2215');
  await pressOn(page, 'button', 'Registrar y abrir ficha');
  await expect(page.getByRole('heading', { level: 1, name: 'Abrir ficha' })).toBeVisible();
  await typeInto(page, textbox(page, 'Apellido paterno'), 'Quispe');
  await typeInto(page, textbox(page, 'Nombres'), 'Rosa Inventada');
  await pressOn(page, 'button', 'No se sabe quién es');
  await expect(page.getByRole('radio', { name: 'Noche' })).toBeChecked();
  const paper = page.getByLabel(/^N\.º de contingencia del papel/);
  await typeInto(page, paper, 'c-2026-0006');
  await pressOn(page, 'button', 'Registrar ficha');
  await expect(paper).toHaveAccessibleDescription(/figura como anulado/);
  await show(page, 'ficha-desde-papel-error');
  await typeInto(page, paper, 'c-2026-0005');
  await show(page, 'ficha-desde-papel');
  await pressOn(page, 'button', 'Registrar ficha');
  await expect(page.getByText('2026-0001').first()).toBeVisible();
}

async function fillSectionA(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await expect(textbox(page, 'Fecha de ingreso')).toHaveValue('08/06/2026');
  await expect(textbox(page, 'Hora de ingreso')).toHaveValue('22:15');
  await expect(page.getByLabel(/^N\.º de contingencia del papel/)).toHaveValue('C-2026-0005');
  const first = ['knownAsUser', 'incidentDistrict', 'comesAlone', 'informantIsUser', 'intakeChannel', 'complaintFiled'];
  await answerAll(page, sectionA.questions, a, { only: first });
  const rest = Object.keys(sectionA.questions).filter((name) => !first.includes(name));
  await answerAll(page, sectionA.questions, a, { only: rest });
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección A Completa' })).toBeVisible();
}

/** Both services get the ficha from the desk. */
async function handOver(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Ficha 2026-0001');
  for (const service of ['Psicología', 'Legal']) {
    await pressOn(page, 'button', new RegExp(`^Entregar a ${service}`));
    await expect(page.getByText(`Ficha 2026-0001 entregada a ${service}.`).first()).toBeVisible();
  }
}

async function openSheet(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Registro central');
  await pressOn(page, 'button', '2026-0001');
  await expect(page.getByRole('heading', { level: 1, name: 'Hoja para el registro central' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copiar la siguiente (Alt+C)' })).toBeVisible();
}

async function copyTheSheet(page: Page): Promise<void> {
  await pressOn(page, 'link', 'Registro central');
  await expect(page.getByText('Por registrar', { exact: true })).toBeVisible();
  await show(page, 'registro-central');
  await openSheet(page);
  await page.keyboard.press('Alt+c');
  await expect(
    page.getByText(/^Copiada: Fecha de ingreso del caso: 08\/06\/2026\. Quedan \d+\.$/).last(),
  ).toBeVisible();
  await expect.poll(() => clipboard(page)).toBe('08/06/2026');
  await page.keyboard.press('Alt+c');
  await expect.poll(() => clipboard(page)).toBe('10:15 PM');
  await expect(page.getByRole('checkbox', { name: 'Pasada: Fecha de ingreso del caso' })).toBeChecked();
  await page.keyboard.press('Shift+Alt+c');
  await expect(page.getByRole('checkbox', { name: 'Pasada: Fecha de ingreso del caso' })).not.toBeChecked();
  await expect.poll(() => clipboard(page)).toBe('08/06/2026');
  await show(page, 'hoja-registro');
  const left = page.getByRole('checkbox', { name: /^Pasada: /, checked: false });
  const total = await left.count();
  expect(total).toBeGreaterThan(25);
  for (let presses = 0; presses < total; presses += 1) {
    const before = await left.count();
    await page.keyboard.press('Alt+c');
    await expect(left).toHaveCount(before - 1);
  }
  await expect(page.getByText('No queda ninguna respuesta por copiar.').last()).toBeVisible();
}

async function register(page: Page): Promise<void> {
  const number = page.getByRole('group', { name: /^N\.º de ficha oficial/ });
  await pressOn(page, 'button', 'Marcar como registrada');
  await expect(page.getByRole('link', { name: 'Escriba el número.' })).toBeVisible();
  await show(page, 'hoja-registro-error');
  await typeInto(page, number.getByLabel('Número'), '123');
  await typeInto(page, number.getByLabel('Letra'), 'b');
  await typeInto(page, number.getByLabel('Año'), '2026');
  await pressOn(page, 'button', 'Marcar como registrada');
  await expect(page.getByText('Registrada (N.º 123-B · 2026, 10/06/2026)')).toBeVisible();
  await show(page, 'hoja-registrada');
}

async function changeAnAnswer(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Sección A /);
  await answerAll(page, sectionA.questions, { ...a, userAge: 35 }, { only: ['userAge'] });
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección A Completa' })).toBeVisible();
  await openSheet(page);
  await expect(page.getByText('Por actualizar')).toBeVisible();
  await expect(page.getByRole('row', { name: /Cambió/ })).toHaveCount(1);
  await show(page, 'hoja-por-actualizar');
  await page.keyboard.press('Alt+c');
  await expect.poll(() => clipboard(page)).toBe('35');
  await page.keyboard.press('Alt+c');
  await expect(page.getByText('Registrada (N.º 123-B · 2026, 10/06/2026)')).toBeVisible();
}

async function issueTheSheet(page: Page): Promise<void> {
  await pressOn(page, 'button', '2026-0001');
  await pressOn(page, 'link', 'Hoja para el registro central');
  await pressOn(page, 'button', 'Emitir la hoja en PDF');
  await confirmWithPassword(page, 'hoja-registro-emitir');
  await expect(page.getByRole('heading', { level: 1, name: 'Documento emitido' })).toBeVisible();
}

test('a ficha filled by hand gets into the central register and stays as it is now', async ({ app: page }) => {
  await signIn(page, 'admision');
  await printBlankPapers(page);
  await typeFromPaper(page);
  await fillSectionA(page);
  await handOver(page);
  await lock(page);
  await signIn(page, 'psico');
  await copyTheSheet(page);
  await register(page);
  await changeAnAnswer(page);
  await lock(page);
  await signIn(page, 'legal');
  await issueTheSheet(page);
});
