/**
 * One woman from the door to the closing of her case and back, by keyboard: severe risk, what cannot wait, the plan and
 * the safety plan, three services, a referral with her consent.
 */
import type { Page } from '@playwright/test';
import { sectionA, sectionB } from '../../src/shared/intake/index.ts';
import { sectionAForm, sectionBForm } from '../support/case-builder.ts';
import { isNew, says, waitsAndOpens } from './arrivals.ts';
import { pressInCase } from './case-ways.ts';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { answerAll, choose, group, saveSection, search, tabInto, textbox, tick, typeInto } from './keyboard.ts';

test.use({ mode: 'staffed' });

const ficha = '2026-0001';
const a = sectionAForm({ answers: { userForeignCountry: null, nextServiceB: 1, works: 0 } }).answers;
const b = sectionBForm({
  answers: { firstTime: 1, psychologicalActs: ['deathThreat'], valuationLevel: 3 },
}).answers;

async function openCase(page: Page, who: Parameters<typeof signIn>[1]): Promise<void> {
  await signIn(page, who);
  await pressOn(page, 'button', ficha);
  await expect(page.getByRole('heading', { level: 1, name: `Ficha ${ficha}` })).toBeVisible();
}

async function admit(page: Page): Promise<void> {
  await signIn(page, 'psico');
  await says(page, 'Rosa Inventada Quispe Ficticia');
  await isNew(page);
  await waitsAndOpens(page);
  await typeInto(page, textbox(page, 'Busque a la presunta persona agresora'), 'Pedro Supuesto Rojas');
  await page.keyboard.press('Enter');
  await pressOn(page, 'button', /^(Registrar como persona nueva|Ninguna es la misma)$/);
  await choose(page, group(page, 'Turno'), 'Mañana');
  await pressOn(page, 'button', 'Registrar ficha');
  await expect(page.getByText(`Ficha ${ficha}`).first()).toBeVisible();
}

async function interview(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await answerAll(page, sectionA.questions, a);
  await saveSection(page);
  await pressOn(page, 'link', /^Sección B /);
  await typeInto(page, textbox(page, 'Fecha del último hecho'), '08062026');
  await answerAll(page, sectionB.questions, b, { context: { userSex: 0, complaintFiled: 1 } });
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección B Completa' })).toBeVisible();
}

async function answerToday(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Riesgo /);
  await choose(page, group(page, '¿Qué se hizo?'), 'Se tomó una medida de seguridad');
  await typeInto(page, textbox(page, 'Qué se hizo'), 'Esta noche duerme donde su hermana.');
  await typeInto(page, textbox(page, 'Quién lo hizo o a quién se comunicó'), 'Ella y su hermana');
  await typeInto(page, textbox(page, 'Hora'), '0830');
  await show(page, 'recorrido-hoy');
  await pressOn(page, 'button', 'Guardar respuesta');
  await expect(page.getByText('Todo lo que pedía respuesta está atendido.')).toBeVisible();
}

async function plan(page: Page): Promise<void> {
  await pressInCase(page, 'Plan de seguridad');
  await pressOn(page, 'button', 'Llevar al plan: Esta noche duerme donde su hermana.');
  await choose(page, group(page, '¿Es seguro que lleve la tarjeta?'), 'No');
  await choose(page, group(page, 'Estuvo presente'), 'Solo ella');
  await show(page, 'recorrido-plan-de-seguridad');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Versión 1' })).toBeVisible();
  await pressInCase(page, 'Plan de atención');
  await expect(page.getByRole('heading', { name: /^Hechas · 1/ })).toBeVisible();
  await pressOn(page, 'button', 'Poner todas');
  await expect(page.getByRole('heading', { name: /^Propuestas/ })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await pressOn(page, 'button', 'Acordar', page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await show(page, 'recorrido-plan');
}

async function handOver(page: Page): Promise<void> {
  await pressOn(page, 'link', `Ficha ${ficha}`);
  for (const service of ['Social', 'Legal']) {
    await pressOn(page, 'button', new RegExp(`^Entregar a ${service}`));
    await expect(page.getByText(`Ficha ${ficha} entregada a ${service}.`).first()).toBeVisible();
  }
}

async function attend(page: Page, action: string): Promise<void> {
  await pressInCase(page, 'Atenciones');
  await search(page, textbox(page, 'Acción'), action);
  await pressOn(page, 'button', 'Registrar atención');
  await expect(page.getByRole('table', { name: /atenci/ })).toContainText(action);
}

async function refer(page: Page): Promise<void> {
  await pressInCase(page, 'Derivaciones');
  await pressOn(page, 'link', 'Establecimiento de salud');
  await typeInto(page, textbox(page, 'Institución que recibe'), 'Centro de Salud Inventado');
  await typeInto(page, textbox(page, 'Cargo o área'), 'Jefatura');
  await choose(page, group(page, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await pressOn(page, 'button', 'Registrar consentimiento');
  await tick(page, group(page, 'Servicios'), 'Traumatología');
  await typeInto(page, textbox(page, 'Motivo'), 'Requiere evaluación de lesiones.');
  await pressOn(page, 'button', 'Emitir…');
  await pressOn(page, 'button', /^Emitir/, page.getByRole('dialog'));
  await expect(page.getByRole('button', { name: 'Guardar PDF' })).toBeVisible();
}

test('a severe case is cared for by three services', async ({ app }) => {
  await admit(app);
  await interview(app);
  await answerToday(app);
  await plan(app);
  await handOver(app);
  await attend(app, '32');
  await lock(app);
  await openCase(app, 'social');
  await attend(app, '36');
  await refer(app);
  await lock(app);
  await openCase(app, 'legal');
  await attend(app, 'Orientación legal');
  await tabInto(app, app.getByRole('link', { name: /^Mi día/ }));
});
