/** What cannot wait, the form with its annexes, and the sheet that goes apart: by keyboard, from the first screen. */
import type { Page } from '@playwright/test';
import { partnerRisk2019 } from '../../src/shared/risk/index.ts';
import { expect, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, tabInto, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'urgent' });

const today = 'Pide respuesta hoy';

async function answerByStep(page: Page): Promise<void> {
  await choose(page, group(page, '¿Qué se hizo?'), 'Se comunicó a la comisaría o a la fiscalía');
  await typeInto(page, textbox(page, 'Qué se hizo'), 'Se llamó y viene un patrullero.');
  await typeInto(page, textbox(page, 'Quién lo hizo o a quién se comunicó'), 'S2 PNP Inventado');
  await typeInto(page, textbox(page, 'Hora'), '0830');
  await show(page, 'riesgo-responder');
  await pressOn(page, 'button', 'Guardar respuesta');
}

async function askEverything(page: Page): Promise<void> {
  await tabInto(page, group(page, '¿La persona usuaria acepta que se aplique esta ficha?'));
  await page.keyboard.press('s');
  for (const item of [...partnerRisk2019.items, { question: '¿Han vivido juntos durante el último año?' }]) {
    const words = item.question.slice(0, 40).replace(/[?()[\].]/g, '\\$&');
    await tabInto(page, page.getByRole('group', { name: new RegExp(words) }));
    await page.keyboard.press('Space');
  }
}

test('no fact of the day ends silently, and the form closes with its parts', async ({ app }) => {
  await signIn(app, 'psico');
  const next = app.getByRole('region', { name: 'Lo que sigue en mis casos' });
  await expect(next.getByRole('columnheader', { name: 'Pide respuesta hoy · 1' })).toBeVisible();
  await expect(
    next.getByRole('link', { name: 'Responder: violación dentro del plazo del kit de emergencia' }),
  ).toBeVisible();
  await show(app, 'inicio-pide-respuesta');
  await pressOn(app, 'button', '2026-0001');
  const ofCase = app.getByRole('region', { name: 'Lo que sigue', exact: true });
  const answer = 'Responder: violación dentro del plazo del kit de emergencia';
  await expect(ofCase.getByRole('link', { name: answer })).toBeVisible();
  await expect(app.getByText(/No hay nada pendiente/)).toHaveCount(0);
  await show(app, 'caso-pide-respuesta');

  await pressOn(app, 'link', answer, ofCase);
  await expect(app.getByRole('heading', { name: today })).toBeVisible();
  await pressOn(app, 'button', 'Guardar respuesta');
  await expect(app.getByText('Elija qué se hizo, o por qué no se pudo.').first()).toBeVisible();
  await show(app, 'riesgo-responder-error');
  await choose(app, group(app, '¿Qué se hizo?'), 'No se pudo preguntar');
  await typeInto(app, textbox(app, 'Motivo'), 'Su hijo estaba presente.');
  await pressOn(app, 'button', 'Guardar respuesta');
  await expect(app.getByText('Sigue pendiente', { exact: true })).toBeVisible();

  await askEverything(app);
  await pressOn(app, 'button', 'Firmar ficha');
  await expect(app.getByText('Pregunte de viva voz si está embarazada y marque la respuesta.').first()).toBeVisible();
  await show(app, 'riesgo-falta-embarazo');
  await choose(app, group(app, 'A.8¿Está embarazada?'), 'No');
  await choose(app, group(app, 'Lo que quedó en blanco del anexo A'), 'Prefiere no responder');
  await choose(app, group(app, '¿Quiere responder el anexo B?'), 'Sí, lo responde');
  await choose(app, group(app, 'Nivel que confirma'), 'Severo 2 (severo extremo), nivel de la ficha');
  await show(app, 'riesgo-completo');
  await pressOn(app, 'button', 'Firmar ficha');
  await expect(app.getByRole('button', { name: 'Guardar anexo B' })).toBeVisible();
  await expect(app.getByText('Sin responder').first()).toBeVisible();
  await show(app, 'riesgo-firmado-anexo-b');
  await typeInto(
    app,
    textbox(app, 'B.2¿Sabe dónde vive él? Dirección, características de la vivienda y referencias'),
    'Jr. Ficticio 12',
  );
  await choose(app, group(app, 'Lo que queda en blanco'), 'No sabe');
  await pressOn(app, 'button', 'Guardar anexo B');
  await expect(app.getByText('Jr. Ficticio 12')).toBeVisible();
  await answerByStep(app);
  await expect(app.getByText('Todo lo que pedía respuesta está atendido.')).toBeVisible();
  await show(app, 'riesgo-atendido');
  await pressOn(app, 'link', /^Ficha 2026-0001/);
  await expect(app.getByRole('link', { name: /^Responder: / })).toHaveCount(0);
  await lock(app);

  await signIn(app, 'legal');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', /^Riesgo /);
  await choose(app, group(app, 'A quién va'), 'Policía Nacional');
  await typeInto(app, textbox(app, 'Dependencia que la recibe'), 'Comisaría Inventada');
  await pressOn(app, 'button', 'Emitir la hoja reservada');
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await app.keyboard.insertText(passphrase);
  await app.keyboard.press('Enter');
  await expect(app.getByText(/Anexo B reservado · B-2026-000001/).first()).toBeVisible();
});
