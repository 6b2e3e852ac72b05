/**
 * One woman from the door to the closing of her case and back, by keyboard: severe risk, what cannot wait, the plan and
 * the safety plan, three services, a referral with her consent, a visit she missed, the valuation again, the closing by
 * two people after a third looked on, and a new event by the same man.
 */
import type { Page } from '@playwright/test';
import { sectionA, sectionB } from '../../src/shared/intake/index.ts';
import { sectionAForm, sectionBForm } from '../support/case-builder.ts';
import { partnerRisk2019 } from '../../src/shared/risk/index.ts';
import { isNew, isSame, says, waitsAndOpens } from './arrivals.ts';
import { pressInCase } from './case-ways.ts';
import { expect, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import {
  answerAll,
  choose,
  group,
  pressMain,
  saveSection,
  search,
  tabInto,
  textbox,
  tick,
  typeInto,
} from './keyboard.ts';

test.use({ mode: 'staffed' });

const ficha = '2026-0001';
const a = sectionAForm({ answers: { userForeignCountry: null, nextServiceB: 1, works: 0 } }).answers;
const b = sectionBForm({
  answers: { firstTime: 1, psychologicalActs: ['deathThreat'], valuationLevel: 3 },
}).answers;

async function openCase(page: Page, who: Parameters<typeof signIn>[1]): Promise<void> {
  await signIn(page, who);
  await pressOn(page, 'link', /^Mi día/);
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

async function interview(page: Page, of: typeof a, ofB: typeof b, happenedOn: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await typeInto(page, textbox(page, 'Teléfono'), '987654321');
  await typeInto(page, textbox(page, '¿De quién es el teléfono?'), 'ella');
  await choose(page, group(page, '¿Es seguro llamar?'), 'Sí');
  await answerAll(page, sectionA.questions, of);
  await saveSection(page);
  await pressOn(page, 'link', /^Sección B /);
  await typeInto(page, textbox(page, 'Fecha del último hecho'), happenedOn);
  await answerAll(page, sectionB.questions, ofB, { context: { userSex: 0, complaintFiled: 1 } });
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección B Completa' })).toBeVisible();
}

async function valueRisk(page: Page, signed: string, isAgain = false): Promise<void> {
  await pressOn(page, 'link', /^Riesgo /);
  if (isAgain) await pressOn(page, 'button', 'Aplicar otra ficha');
  await tabInto(page, group(page, '¿La persona usuaria acepta que se aplique esta ficha?'));
  await page.keyboard.press('s');
  for (const item of [...partnerRisk2019.items, { question: '¿Han vivido juntos durante el último año?' }]) {
    const words = item.question.slice(0, 40).replace(/[?()[\].]/g, '\\$&');
    await tabInto(page, page.getByRole('group', { name: new RegExp(words) }));
    await page.keyboard.press('Space');
  }
  await choose(page, group(page, 'A.8¿Está embarazada?'), 'No');
  await choose(page, group(page, 'Lo que quedó en blanco del anexo A'), 'Prefiere no responder');
  await choose(page, group(page, '¿Quiere responder el anexo B?'), 'No quiere responderlo');
  await choose(page, group(page, 'Nivel que confirma'), 'Severo 2 (severo extremo), nivel de la ficha');
  await pressOn(page, 'button', 'Firmar ficha');
  await expect(page.getByText(signed)).toBeVisible();
}

async function answerToday(page: Page, words: string, time: string): Promise<void> {
  await choose(page, group(page, '¿Qué se hizo?'), 'Se tomó una medida de seguridad');
  await typeInto(page, textbox(page, 'Qué se hizo'), words);
  await typeInto(page, textbox(page, 'Quién lo hizo o a quién se comunicó'), 'Ella y su hermana');
  await typeInto(page, textbox(page, 'Hora'), time);
  await pressOn(page, 'button', 'Guardar respuesta');
  await expect(page.getByText('Todo lo que pedía respuesta está atendido.')).toBeVisible();
}

async function plan(page: Page): Promise<void> {
  await pressInCase(page, 'Plan de seguridad');
  await tabInto(
    page,
    page.getByRole('button', { name: 'Llevar al plan: Esta noche duerme donde su hermana.' }).first(),
  );
  await page.keyboard.press('Enter');
  await choose(page, group(page, '¿Es seguro que lleve la tarjeta?'), 'No');
  await choose(page, group(page, 'Estuvo presente'), 'Solo ella');
  await show(page, 'recorrido-plan-de-seguridad');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Versión 1' })).toBeVisible();
  await pressInCase(page, 'Plan de atención');
  await expect(page.getByRole('heading', { name: /^Hechas · 1/ })).toBeVisible();
  for (const action of ['Informar sobre la situación de violencia', 'Informar sobre sus derechos']) {
    // What is pressed while the last one is on its way is not taken.
    const done = page.getByRole('button', { name: `Cambiar: ${action}` });
    await expect(async () => {
      if (await done.isVisible()) return;
      await pressOn(page, 'button', `Poner: ${action}`);
      await expect(done).toBeVisible({ timeout: 3000 });
    }).toPass();
  }
  await page.keyboard.press('Control+Enter');
  await pressOn(page, 'button', 'Acordar', page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await show(page, 'recorrido-plan');
}

async function validate(page: Page, condition: string): Promise<void> {
  await pressOn(page, 'link', /^Validar /);
  await expect(page.getByText(`Condición propuesta: ${condition}`)).toBeVisible();
  await choose(page, group(page, 'Condición del caso'), `${condition} (propuesta)`);
  await pressOn(page, 'button', 'Validar caso');
  await expect(page.getByText(/^Caso validado/).first()).toBeAttached();
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

async function book(page: Page): Promise<void> {
  await pressOn(page, 'link', /^Mi día/);
  await pressOn(page, 'link', 'Citas');
  await choose(page, group(page, 'Ficha'), `${ficha} · Rosa Quispe`);
  await typeInto(page, textbox(page, 'Fecha'), '11/06/2026');
  await typeInto(page, textbox(page, 'Hora'), '1000');
  await choose(page, group(page, 'Servicio'), 'Psicología');
  await pressOn(page, 'button', 'Registrar cita');
  await expect(page.getByText('Cita registrada.')).toBeAttached();
  await show(page, 'recorrido-cita');
}

/** She did not come: she is called, and answers. */
async function call(page: Page): Promise<void> {
  await signIn(page, 'psico');
  await expect(page.getByText('No consta que vino a su cita: llamar o dar otra').first()).toBeVisible();
  await pressOn(page, 'link', 'Llamadas');
  await expect(page.getByText(/^Se puede llamar ahora/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('987 654 321');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lock(page);
}

/** What the facts of the day asked for and she did not want in the end is said so, one by one. */
async function settlePlan(page: Page): Promise<void> {
  await pressInCase(page, 'Plan de atención');
  const open = page.getByRole('table', { name: 'En curso' }).getByRole('button', { name: /^Cambiar: / });
  await expect(open.first()).toBeVisible();
  for (let left = await open.count(); left > 0; left -= 1) {
    await tabInto(page, open.first());
    await page.keyboard.press('Enter');
    await choose(page, group(page, 'Cómo está'), 'No corresponde');
    await typeInto(page, textbox(page, 'Nota'), 'Lo decidió con el equipo.');
    await pressOn(page, 'button', 'Guardar', page.getByRole('dialog'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(open).toHaveCount(left - 1);
  }
}

async function supervise(page: Page): Promise<void> {
  await openCase(page, 'social');
  await pressInCase(page, 'Cierre de la ficha');
  await pressOn(page, 'button', 'Registrar seguimiento supervisado…');
  await typeInto(page, textbox(page, 'Qué se revisó con quien la atiende'), 'Se revisó el plan con Psicología.');
  await pressOn(page, 'button', 'Registrar', page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lock(page);
}

/** Each point of the list that asks for it has its reason. */
async function explain(page: Page): Promise<void> {
  const fields = page.getByRole('textbox', { name: /: por qué (se cierra así|aprueba el cierre)/ });
  for (let at = 0; at < (await fields.count()); at += 1)
    await typeInto(page, fields.nth(at), 'Se vio con ella y con el equipo.');
}

async function propose(page: Page): Promise<void> {
  await openCase(page, 'psico');
  await pressInCase(page, 'Cierre de la ficha');
  await show(page, 'recorrido-cierre');
  await pressMain(page, /^Proponer el cierre/);
  await choose(page, group(page, 'Motivo del cierre'), 'Plan cumplido');
  await typeInto(page, textbox(page, 'Resumen del caso'), 'Cumplió el plan y vive con su hermana.');
  await explain(page);
  await pressOn(page, 'button', 'Proponer', page.getByRole('dialog'));
  await expect(page.getByText(/La decide otra persona profesional/)).toBeVisible();
  await lock(page);
}

async function approve(page: Page): Promise<void> {
  await signIn(page, 'coordina');
  await pressOn(page, 'link', 'Aprobaciones');
  await pressOn(page, 'link', 'Ver la lista');
  await expect(page.getByRole('button', { name: 'Aprobar el cierre…' })).toBeVisible();
  await explain(page);
  await pressOn(page, 'button', 'Aprobar el cierre…');
  await typeInto(page, textbox(page, 'Su contraseña'), passphrase);
  await pressOn(page, 'button', 'Aprobar', page.getByRole('dialog'));
  await expect(page.getByText('Cierre: Aprobado')).toBeVisible();
  await lock(page);
}

/** The same man again, five weeks later. */
async function comesBack(page: Page): Promise<void> {
  await signIn(page, 'psico');
  await says(page, 'Rosa Inventada Quispe Ficticia');
  await isSame(page, 'Rosa');
  await waitsAndOpens(page);
  await typeInto(page, textbox(page, 'Busque a la presunta persona agresora'), 'Pedro Supuesto Rojas');
  await page.keyboard.press('Enter');
  await pressOn(page, 'button', /^Es la misma: Pedro/);
  await choose(page, group(page, 'Turno'), 'Mañana');
  await pressOn(page, 'button', 'Registrar ficha');
  await expect(page.getByText('Ficha 2026-0002').first()).toBeVisible();
  await interview(page, { ...a, knownAsUser: 1 }, { ...b, firstTime: 0 }, '15072026');
  await validate(page, 'Reincidente');
}

test('a severe case is cared for by three services, closed by two people, and comes back as Reincidente', async ({
  app,
  centre,
}) => {
  await admit(app);
  await interview(app, a, b, '08062026');
  await valueRisk(app, '1 ficha firmada');
  await answerToday(app, 'Esta noche duerme donde su hermana.', '0810');
  await plan(app);
  await validate(app, 'Nuevo');
  await handOver(app);
  await attend(app, '32');
  await book(app);
  await lock(app);
  await openCase(app, 'social');
  await attend(app, '36');
  await refer(app);
  await lock(app);
  await openCase(app, 'legal');
  await attend(app, 'Orientación legal');
  await lock(app);

  await centre.tell({ set: '2026-06-12T14:00:00.000Z' });
  await call(app);

  await centre.tell({ set: '2026-06-25T14:00:00.000Z' });
  await openCase(app, 'psico');
  await valueRisk(app, '2 fichas firmadas', true);
  await show(app, 'recorrido-evolucion');
  await answerToday(app, 'Sigue donde su hermana.', '0830');
  await pressInCase(app, 'Plan de seguridad');
  await pressOn(app, 'button', 'Releído con ella, sin cambios');
  await expect(app.getByText('Relectura anotada.').first()).toBeAttached();
  await settlePlan(app);
  await lock(app);
  await supervise(app);
  await propose(app);
  await approve(app);

  await centre.tell({ set: '2026-07-20T14:00:00.000Z' });
  await comesBack(app);
});
