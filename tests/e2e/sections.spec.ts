/** Sections C to F by keyboard: three services, their appraisals, what one section knows the next shows, and a change. */
import type { Page } from '@playwright/test';
import {
  blankSectionC,
  blankSectionD,
  blankSectionE,
  blankSectionF,
  contextOf,
  sectionOf,
  type AnswersBySection,
  type PlainSectionId,
} from '../../src/shared/intake/index.ts';
import type { Answers } from '../../src/shared/record/index.ts';
import { sectionAForm, sectionBForm } from '../support/case-builder.ts';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { answerAll, choose, group, saveSection, tabInto, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

const c = {
  ...blankSectionC(),
  hasNetworks: 1,
  networkCount: 2,
  network1Who: 'Hermana',
  network1Name: 'Teresa Inventada',
  network1Support: 1,
  network2Who: 'Comedor popular',
  network2Support: 4,
  needsInsertion: 1,
  acceptsInsertion: 0,
  noInsertionReason: 'Prefiere seguir en su vivienda.',
  reintegrationPlan: 2,
  homeVisitMade: 1,
  homeVisitResult: 2,
  homeVisitActions: 'Comunicar a la comisaría y repetir la visita.',
} as const;

const d = {
  ...blankSectionD(),
  priorInstances: ['police'],
  policeOffice: 'Comisaría de Villa Inventada',
  policeSince: '2026-05-02',
  ownMeasures: ['separated', 'other'],
  otherOwnMeasure: 'Cambió la chapa de su puerta.',
  femicideAttempt: 1,
  femicideMotive: 4,
  femicideModality: 2,
} as const;

const e = {
  ...blankSectionE(),
  planActions: ['informRights', 'safetyPlan', 'emergencyKit', 'other'],
  otherPlanAction: 'Acompañar a recoger sus cosas.',
  planObservations: 'Revisar el plan en quince días.',
} as const;

const f = {
  ...blankSectionF(),
  sexualViolenceCase: 1,
  kitHealthCentre: 'Centro de Salud Villa Inventada',
  kitProfessional: 'Obstetra de turno',
  legalViolenceKind: 1,
  legalProcessKind: 3,
  processInstance: 1,
} as const;

const answers: AnswersBySection = { a: sectionAForm().answers, b: sectionBForm().answers, c, d, e, f };
const names: Readonly<Record<PlainSectionId, string>> = {
  c: 'Sección C',
  d: 'Sección D',
  e: 'Sección E',
  f: 'Secciones F–H',
};

async function openSection(page: Page, section: PlainSectionId): Promise<void> {
  await pressOn(page, 'link', new RegExp(`^${names[section]} `));
  await expect(page.getByRole('heading', { level: 1, name: sectionOf(section).title })).toBeVisible();
}

async function fill(page: Page, section: PlainSectionId, given: Answers): Promise<void> {
  await answerAll(page, sectionOf(section).questions, given, { context: contextOf(section, answers) });
}

async function appraise(page: Page, label: string, text: string): Promise<void> {
  await typeInto(page, textbox(page, label), text);
  await tabInto(page, page.getByRole('checkbox', { name: 'Entregar al equipo del caso' }));
  await page.keyboard.press('Space');
}

async function save(page: Page): Promise<void> {
  await pressOn(page, 'button', 'Guardar y continuar');
}

/** What earlier sections know stands over a block, and is not asked again. */
function known(page: Page, block: string) {
  return page.getByRole('group', { name: `Ya registrado: ${block}` });
}

/** Pictures of a section from its first block on, wherever the keyboard stands. */
async function showFrom(page: Page, block: string, name: string): Promise<void> {
  await known(page, block).evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  await show(page, name);
}

async function fillSocial(page: Page): Promise<void> {
  await openSection(page, 'c');
  await expect(known(page, 'Inserción en redes')).toContainText('Riesgo');
  await saveSection(page);
  // The required answer is asked for; an empty section is kept all the same.
  await expect(page.getByText(/cuenta con redes familiares/).first()).toBeVisible();
  await fill(page, 'c', c);
  await appraise(
    page,
    'Apreciación profesional del servicio social y acciones inmediatas',
    'Apreciación social inventada: la hermana la apoya.',
  );
  await show(page, 'seccion-c');
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección C Completa' })).toBeVisible();
}

/** An answer that folds another, in a case that counts: asked, with a reason, and shown as a change. */
async function changeSocial(page: Page): Promise<void> {
  await openSection(page, 'c');
  await tabInto(page, group(page, 'C.4Resultado de la visita: estimación del riesgo'));
  await page.keyboard.press('ArrowUp');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Se quitará 1 respuesta');
  await show(page, 'seccion-c-quitar');
  await pressOn(page, 'button', 'Quitar y continuar', dialog);
  await save(page);
  await expect(dialog).toContainText('¿Por qué cambia una respuesta de un caso validado?');
  await choose(
    page,
    dialog.getByRole('group', { name: 'Motivo del cambio' }),
    'La persona usuaria dio otra información',
  );
  await show(page, 'seccion-c-motivo');
  await pressOn(page, 'button', 'Guardar el cambio', dialog);
  await expect(dialog).toBeHidden();
  // What was saved goes on to the next section by itself.
  await expect(page.getByRole('heading', { level: 1, name: sectionOf('c').title })).toBeHidden();
  await openSection(page, 'c');
  await pressOn(page, 'button', /^Ver cambios: C\.4 Resultado de la visita/);
  await expect(dialog.getByRole('row', { name: /Con incidente Sin incidente/ })).toContainText('dio otra información');
  await show(page, 'seccion-c-cambios');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function fillLegal(page: Page): Promise<void> {
  await openSection(page, 'c');
  await expect(page.getByText('Apreciación social inventada: la hermana la apoya.')).toBeVisible();
  await openSection(page, 'd');
  await expect(known(page, 'Proceso antes del CEM')).toContainText('¿Se ha interpuesto denuncia');
  await expect(known(page, 'Medidas que tomó la persona usuaria')).toContainText('redes familiares');
  await fill(page, 'd', d);
  await appraise(
    page,
    'Apreciación profesional del servicio legal y acciones inmediatas',
    'Apreciación legal inventada: corresponde patrocinio.',
  );
  await showFrom(page, 'Proceso antes del CEM', 'seccion-d');
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Sección D Completa' })).toBeVisible();
}

/** Whoever goes elsewhere while a section is being kept stays there, and is not taken to the next one. */
async function saveAndLeave(page: Page): Promise<void> {
  await page.route('**/invoke', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Guardar y continuar' }).press('Enter');
  await page.getByRole('link', { name: 'Mi día' }).press('Enter');
  await expect(page.getByText(/^Sección guardada/).first()).toBeAttached();
  await page.unrouteAll({ behavior: 'wait' });
  // To be taken away would need a moment too.
  await page.waitForTimeout(1000);
  await expect(page.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
  await pressOn(page, 'button', '2026-0024');
}

async function fillPlan(page: Page): Promise<void> {
  await openSection(page, 'e');
  await expect(known(page, 'Acciones')).toContainText('Riesgo');
  await fill(page, 'e', e);
  await showFrom(page, 'Acciones', 'seccion-e');
  await saveAndLeave(page);
  await expect(page.getByRole('link', { name: 'Sección E Completa' })).toBeVisible();
  await openSection(page, 'f');
  await expect(known(page, 'Violencia sexual y Kit de Emergencia')).toContainText('Kit de Emergencia (acción 13)');
  await fill(page, 'f', f);
  await showFrom(page, 'Violencia sexual y Kit de Emergencia', 'seccion-f');
  await saveSection(page);
  await expect(page.getByRole('link', { name: 'Secciones F–H Completa' })).toBeVisible();
}

test('three services fill Sections C to F, and a changed answer says what it was and why', async ({ app: page }) => {
  await signIn(page, 'social');
  await pressOn(page, 'button', '2026-0024');
  await fillSocial(page);
  await changeSocial(page);
  await lock(page);
  await signIn(page, 'legal');
  await pressOn(page, 'button', '2026-0024');
  await fillLegal(page);
  await lock(page);
  await signIn(page, 'psico');
  await pressOn(page, 'button', '2026-0024');
  await fillPlan(page);
});
