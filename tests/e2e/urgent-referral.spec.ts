/** From the open case to the letter ready to print in under a minute, by keyboard; then several letters in one act. */
import { pressInCase } from './case-ways.ts';
import { expect, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, search, tabInto, textbox, tick, typeInto } from './keyboard.ts';

test.use({ mode: 'urgent' });

const spoken = 'Verbal, registrado por la persona profesional';
/** Of a whole act, what the page asks for no more than. */
const mostSteps = 8;

test('refers with urgency in under a minute: call, receiver, consent, letter', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await expect(app.getByRole('link', { name: 'Derivar con urgencia' })).toBeVisible();

  const start = Date.now();
  let steps = 0;
  const step = async (act: Promise<void>) => {
    steps += 1;
    await act;
  };
  await step(pressOn(app, 'link', 'Derivar con urgencia'));
  await expect(app.getByText(/^Desde el hecho: \d+ horas/)).toBeVisible();
  await step(search(app, textbox(app, 'Del directorio'), 'hospital'));
  await expect(app.getByText('Teléfono: 01 000 1111')).toBeVisible();
  await step(pressOn(app, 'button', 'Llamé ahora'));
  await step(choose(app, group(app, '¿Acepta esta derivación?'), spoken));
  await step(pressOn(app, 'button', 'Emitir e imprimir'));
  await expect(app.getByRole('dialog', { name: /^¿Imprimir / })).toBeVisible();
  const elapsed = Date.now() - start;
  expect(elapsed).toBeLessThan(60_000);
  expect(steps).toBeLessThanOrEqual(mostSteps);

  await show(app, 'derivacion-urgente-emitida');
  await app.keyboard.press('Escape');
  await expect(
    app.getByText('Guarde la ropa en una bolsa de papel, sin lavarla. No use bolsa de plástico.'),
  ).toBeVisible();
  await pressOn(app, 'button', 'Ir a Derivaciones');
  await expect(app.getByText('Derivación · D-2026-000001: Kit de emergencia (violencia sexual)')).toBeVisible();
});

test('says what is missing before anything is kept, and takes an emergency in which she cannot be asked', async ({
  app,
}) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Derivar con urgencia');
  await show(app, 'derivacion-urgente');
  await pressOn(app, 'button', 'Emitir e imprimir');
  await expect(app.getByRole('group', { name: /^Revise \d+ datos/ })).toBeFocused();
  await expect(app.getByRole('main')).toContainText('si no contestan, márquelo');
  await show(app, 'derivacion-urgente-error');
  await typeInto(app, textbox(app, 'Institución que recibe'), 'Hospital que no está en el directorio');
  const unanswered = app.getByRole('checkbox', { name: 'Llamé y no contestaron' });
  await tabInto(app, unanswered);
  await app.keyboard.press('Space');
  await choose(app, group(app, '¿Acepta esta derivación?'), 'No se pudo pedir (emergencia)');
  await pressOn(app, 'button', 'Emitir e imprimir');
  await expect(app.getByRole('group', { name: /^Revise 1 dato/ })).toBeFocused();
  await choose(app, group(app, 'Por qué no se pudo pedir'), 'Peligro inmediato para la vida');
  await pressOn(app, 'button', 'Emitir e imprimir');
  await expect(app.getByRole('dialog', { name: /^¿Imprimir / })).toBeVisible();
  await app.keyboard.press('Escape');
  await pressOn(app, 'link', /^Casos/, app.getByRole('navigation', { name: 'Secciones del programa' }));
  await pressOn(app, 'link', /^Derivaciones/, app.getByRole('navigation', { name: 'Páginas de Casos' }));
  await expect(app.getByRole('region', { name: 'Consentimientos por revisar' })).toContainText('2026-0001');
});

test('asks for an emergency of health as one, keeps what was typed of the consent, and keeps a refusal', async ({
  app,
}) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', 'Derivar con urgencia');
  await choose(app, group(app, '¿Acepta esta derivación?'), 'No acepta');
  await choose(app, group(app, 'Qué se pide con urgencia'), 'Emergencia de salud');
  const letter = app.getByRole('region', { name: 'Establecimiento de salud', exact: true });
  await expect(letter.getByRole('radio', { name: 'Emergencia', exact: false }).first()).toBeChecked();
  await expect(group(app, '¿Acepta esta derivación?').getByRole('radio', { name: 'No acepta' })).toBeChecked();
  await typeInto(app, letter.getByRole('textbox', { name: 'Institución que recibe' }), 'Hospital Inventado');
  await pressOn(app, 'button', 'Emitir e imprimir');
  await expect(letter).toContainText('Llame antes que el papel');
  await pressOn(app, 'button', 'Registrar que no acepta');
  await expect(app.getByText('Quedó registrado que no acepta. No se emite ninguna carta de este acto.')).toBeVisible();
});

test('issues three letters in one act on one consent', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressInCase(app, 'Derivaciones');
  await pressOn(app, 'link', 'Varias derivaciones en un acto');
  await show(app, 'derivaciones-en-un-acto');
  const kinds = group(app, 'Derivaciones de este acto');
  for (const label of ['Establecimiento de salud', 'Salud mental (CSMC u otro)', 'Defensa Pública (MINJUSDH)'])
    await tick(app, kinds, label);
  const letter = (label: string) => app.getByRole('region', { name: label, exact: true });
  const [health, mental, defence] = [
    letter('Establecimiento de salud'),
    letter('Salud mental (CSMC u otro)'),
    letter('Defensa Pública (MINJUSDH)'),
  ];
  await expect(defence).toBeVisible();
  await tabTo(app, 'button', 'Emitir 3 e imprimir');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('group', { name: /^Revise \d+ datos/ })).toBeFocused();
  await show(app, 'derivaciones-en-un-acto-error');
  const receiver = (one: typeof health) => one.getByRole('textbox', { name: 'Del directorio' });
  await search(app, receiver(health), 'centro de salud inventado');
  await typeInto(app, health.getByRole('textbox', { name: 'Motivo' }), 'Requiere evaluación.');
  await search(app, receiver(mental), 'csmc');
  await tick(app, mental.getByRole('group', { name: 'Servicios' }), 'Evaluación');
  await typeInto(app, mental.getByRole('textbox', { name: 'Motivo' }), 'Requiere acompañamiento.');
  await choose(app, mental.getByRole('group', { name: 'Riesgo de suicidio' }), 'No');
  await search(app, receiver(defence), 'defensa');
  await tick(app, defence.getByRole('group', { name: 'Servicios' }), 'Orientación legal');
  await typeInto(app, defence.getByRole('textbox', { name: 'Motivo' }), 'Requiere orientación.');
  await typeInto(app, defence.getByRole('textbox', { name: 'Materia' }), 'Alimentos');
  await choose(app, group(app, '¿Acepta todas estas derivaciones?'), spoken);
  await pressOn(app, 'button', 'Emitir 3 e imprimir');
  await expect(app.getByRole('dialog', { name: /^¿Imprimir / })).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('region', { name: 'Documentos de este acto' }).getByRole('listitem')).toHaveCount(3);
  await show(app, 'derivaciones-en-un-acto-emitidas');
});

test('receives a thing with its acta and hands it on against signature', async ({ app }) => {
  await signIn(app, 'social');
  await pressOn(app, 'button', '2026-0001');
  await pressInCase(app, 'Actas de recepción');
  await show(app, 'actas-vacias');
  await pressOn(app, 'button', 'Acta nueva');
  await pressOn(app, 'button', 'Emitir el acta');
  await expect(app.getByRole('group', { name: /^Revise \d+ datos/ })).toBeFocused();
  await show(app, 'acta-error');
  await typeInto(app, textbox(app, 'Quién entrega'), 'Rosa Inventada Quispe');
  await typeInto(app, textbox(app, 'En calidad de'), 'persona usuaria');
  await typeInto(app, textbox(app, 'Fecha'), '10062026');
  await typeInto(app, textbox(app, 'Hora'), '0830');
  await typeInto(app, textbox(app, 'Dónde se guarda'), 'Armario con llave de Coordinación');
  await choose(app, group(app, 'Qué es'), 'Prenda de vestir');
  await typeInto(app, textbox(app, 'Descripción'), 'Blusa celeste');
  await typeInto(app, textbox(app, 'Embalaje'), 'Bolsa de papel');
  await typeInto(app, textbox(app, 'Precinto'), 'P-001');
  await pressOn(app, 'button', 'Emitir el acta');
  await expect(app.getByRole('heading', { level: 1, name: 'Documento emitido' })).toBeVisible();
  await pressOn(app, 'link', /^Mi día/);
  await pressOn(app, 'button', '2026-0001');
  await pressInCase(app, 'Actas de recepción');
  await pressOn(app, 'button', /^Registrar entrega/);
  const dialog = app.getByRole('dialog');
  await pressOn(app, 'button', 'Registrar entrega', dialog);
  await show(app, 'acta-entrega-error');
  await typeInto(app, textbox(app, 'A qué dependencia'), 'Comisaría Inventada');
  await typeInto(app, dialog.getByRole('textbox', { name: 'Fecha' }), '10062026');
  await typeInto(app, dialog.getByRole('textbox', { name: 'Hora' }), '0845');
  await typeInto(app, textbox(app, 'Quién firmó'), 'S2 PNP Inventado');
  await typeInto(app, textbox(app, 'Con qué se comprueba'), 'Cargo 12-2026');
  await pressOn(app, 'button', 'Registrar entrega', dialog);
  await expect(app.getByRole('main')).toContainText('Firmó S2 PNP Inventado');
  await show(app, 'actas');
});

test('shows on «Proceso» the clock after the assault and the steps of the centre', async ({ app }) => {
  await signIn(app, 'legal');
  await pressOn(app, 'button', '2026-0001');
  await pressInCase(app, 'Proceso');
  const terms = app.getByRole('region', { name: 'Plazos de la atención', exact: true });
  await expect(terms).toContainText('Profilaxis de VIH');
  await expect(terms).toContainText('Violencia sexual: 08/06/2026');
  await terms.scrollIntoViewIfNeeded();
  await show(app, 'plazos-de-la-atencion');
});
