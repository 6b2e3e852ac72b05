/** The life of a case by keyboard: a wrong ficha mended, a child’s linked ficha, two professionals, a correction. */
import { expect, lock, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { choose, group, search, tabInto, textbox, tick, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

/** Validated in May; drafts of June are 2026-0025 to 2026-0027. */
const counted = '2026-0024';
const wrong = '2026-0025';
const right = '2026-0026';

async function openCase(page: Page, number: string): Promise<void> {
  await pressOn(page, 'link', /^Mi día/);
  await pressOn(page, 'button', number);
  await expect(page.getByRole('heading', { level: 1, name: `Ficha ${number}` })).toBeVisible();
}

async function openPage(page: Page, name: string): Promise<void> {
  await pressOn(page, 'link', name);
}

async function nameTheChild(page: Page): Promise<void> {
  await typeInto(page, textbox(page, 'Busque primero a la otra víctima'), 'Nina Inventada Rojas');
  await page.keyboard.press('Enter');
  await pressOn(page, 'button', /^(Registrar como persona nueva|Ninguna es la misma)$/);
  await typeInto(page, textbox(page, 'Nombres'), 'Nina Inventada');
  await typeInto(page, textbox(page, 'Apellido paterno'), 'Rojas');
}

async function openLinked(page: Page): Promise<void> {
  await openPage(page, 'Familia y otras personas');
  await pressOn(page, 'button', 'También es víctima…');
  await nameTheChild(page);
  await pressOn(page, 'button', 'Registrar ficha enlazada');
  await expect(page.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
}

const note = 'Acordaron una llamada el viernes por la tarde.';

test('moves what was typed in the wrong ficha, and annuls a ficha that should not be', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app, wrong);
  await openPage(app, 'Atenciones');
  await expect(app.getByText('Todavía no hay atenciones registradas.')).toBeVisible();
  await show(app, 'atenciones-vacio');
  await pressOn(app, 'button', 'Registrar atención');
  await expect(app.getByRole('group', { name: /^Revise 1 dato/ })).toBeFocused();
  await show(app, 'atenciones-error');
  await search(app, textbox(app, 'Acción'), '32');
  await typeInto(app, textbox(app, 'Nota'), note);
  await pressOn(app, 'button', 'Registrar atención');
  await expect(app.getByRole('table', { name: '1 atención' })).toContainText(note);
  await pressOn(app, 'button', /^Corregir: 32/);
  await choose(app, group(app, 'Cómo terminó'), 'No se ubicó');
  await choose(app, group(app, 'Motivo de la corrección'), 'Se registró mal');
  await show(app, 'atenciones-corregir');
  await pressOn(app, 'button', 'Guardar corrección');
  await expect(app.getByRole('table', { name: '1 atención' })).toContainText('No se ubicó');
  await pressOn(app, 'button', /^Historial: 32/);
  await expect(app.getByRole('dialog')).toContainText('Antes:');
  await show(app, 'atenciones-historial');
  await app.keyboard.press('Escape');
  await show(app, 'atenciones');

  await openPage(app, 'Corregir esta ficha');
  await pressOn(app, 'button', 'Mover…');
  await expect(app.getByRole('group', { name: /^Revise 3 datos/ })).toBeFocused();
  await choose(app, group(app, 'Qué se mueve'), 'Atención del 10/06/2026: 32 Acompañamiento psicojurídico');
  await typeInto(app, textbox(app, 'Número de la ficha correcta'), '2026-0999');
  await choose(app, group(app, 'Motivo'), 'Estaba abierta otra ficha');
  await pressOn(app, 'button', 'Mover…');
  await expect(app.getByText('No existe una ficha con ese número o no tiene acceso.').first()).toBeVisible();
  await show(app, 'mover-error');
  await typeInto(app, textbox(app, 'Número de la ficha correcta'), right);
  await pressOn(app, 'button', 'Mover…');
  const dialog = app.getByRole('dialog');
  await expect(dialog).toContainText(`¿Mover a la ficha ${right}`);
  await show(app, 'mover');
  await pressOn(app, 'button', `Mover a la ficha ${right}`, dialog);
  await expect(app.getByText('Una atención se movió el 10/06/2026 a otra ficha.')).toBeVisible();
  await expect(app.getByRole('main')).not.toContainText(right);
  await openPage(app, 'Atenciones');
  await expect(app.getByText('Una atención se movió el 10/06/2026 a otra ficha.')).toBeVisible();
  await expect(app.getByRole('main')).not.toContainText(note);
  await openCase(app, right);
  await openPage(app, 'Atenciones');
  await expect(app.getByRole('table', { name: '1 atención' })).toContainText(note);

  await openCase(app, wrong);
  await openPage(app, 'Corregir esta ficha');
  await choose(app, group(app, 'Motivo de la anulación'), 'Se abrió por error');
  await pressOn(app, 'button', 'Anular ficha…');
  await show(app, 'anular');
  await pressOn(app, 'button', 'Anular ficha', dialog);
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
  await expect(app.getByRole('table')).not.toContainText(wrong);
  await lock(app);
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Correcciones pedidas');
  await expect(app.getByRole('table', { name: 'Fichas anuladas' })).toContainText('Se abrió por error');
});

test('opens the ficha of a child who is also a victim, with the account quoted', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app, counted);
  await openPage(app, 'Familia y otras personas');
  await pressOn(app, 'button', 'También es víctima…');
  await pressOn(app, 'button', 'Registrar ficha enlazada');
  await expect(app.getByRole('group', { name: /^Revise 1 dato/ })).toBeFocused();
  await nameTheChild(app);
  await show(app, 'tambien-es-victima');
  await pressOn(app, 'button', 'Registrar ficha enlazada');
  await expect(app.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await expect(app.getByRole('region', { name: 'Persona y caso' })).toContainText('Ficha 2026-0028');
  await openPage(app, 'Relato y ampliaciones');
  await expect(app.getByText(`Es el relato de la ficha ${counted}, del mismo hecho`)).toBeVisible();
  await expect(app.getByText('discutieron por la noche')).toBeVisible();
  await show(app, 'relato-citado');
  await openCase(app, counted);
  await openPage(app, 'Familia y otras personas');
  await expect(app.getByRole('link', { name: /^Ficha 2026-0028/ })).toBeVisible();
  await lock(app);
  // The lawyer has the mother’s ficha alone: nothing says that there is another.
  await signIn(app, 'legal');
  await openCase(app, counted);
  await expect(app.getByRole('main')).not.toContainText('2026-0028');
  await openPage(app, 'Familia y otras personas');
  await expect(app.getByText('tiene su propia ficha, enlazada a esta')).toBeVisible();
  await expect(app.getByRole('main')).not.toContainText('2026-0028');
});

test('opens the ficha against a second aggressor of the same event, her facts kept and his asked', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app, counted);
  await openPage(app, 'Familia y otras personas');
  await pressOn(app, 'button', 'Otra persona agresora…');
  await expect(app.getByRole('heading', { level: 1, name: 'Otra persona agresora' })).toBeVisible();
  await pressOn(app, 'button', 'Registrar ficha enlazada');
  await expect(app.getByRole('group', { name: /^Revise 1 dato/ })).toBeFocused();
  await typeInto(app, textbox(app, 'Busque a la otra presunta persona agresora'), 'Wilber Supuesto Ccorahua');
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', /^(Registrar como persona nueva|Ninguna es la misma)$/);
  await typeInto(app, textbox(app, 'Nombres'), 'Wilber Supuesto');
  await typeInto(app, textbox(app, 'Apellido paterno'), 'Ccorahua');
  await show(app, 'otra-persona-agresora');
  await pressOn(app, 'button', 'Registrar ficha enlazada');
  await expect(app.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await expect(app.getByRole('region', { name: 'Persona y caso' })).toContainText('Ficha 2026-0028');
  // What she told stands, folded into words; of him only the name does.
  await tabInto(app, group(app, 'A.4Estado civil'));
  await expect(group(app, 'A.4Estado civil').getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(
    group(app, 'A.5Vínculo que tiene con la persona usuaria').getByRole('radio', { checked: true }),
  ).toHaveCount(0);
  await show(app, 'otra-persona-agresora-seccion-a');
  await openCase(app, counted);
  await openPage(app, 'Familia y otras personas');
  await expect(app.getByRole('link', { name: /^Ficha 2026-0028 · .* · contra: Wilber Ccorahua$/ })).toBeVisible();
  await show(app, 'fichas-del-mismo-hecho');
});

test('records one interview of two professionals, each signing the own part', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app, counted);
  await openPage(app, 'Relato y ampliaciones');
  await typeInto(app, textbox(app, 'Nueva ampliación'), 'Recordó que una vecina escuchó los gritos.');
  await lock(app);
  await signIn(app, 'psico');
  await openCase(app, counted);
  await openPage(app, 'Relato y ampliaciones');
  await expect(app.getByText('Se recuperó la ampliación que estaba escribiendo.')).toBeVisible();
  await expect(textbox(app, 'Nueva ampliación')).toHaveValue('Recordó que una vecina escuchó los gritos.');
  await pressOn(app, 'button', 'Agregar ampliación');
  await expect(app.getByText('Recordó que una vecina escuchó los gritos.')).toBeVisible();
  await typeInto(app, textbox(app, 'Antes de venir al CEM'), '2');
  await pressOn(app, 'button', 'Guardar número');
  // Twice before, and the account of Section B.
  await expect(app.getByText('Ha contado su historia 3 veces')).toBeVisible();
  await show(app, 'relato');

  await openPage(app, 'Entrevistas');
  await pressOn(app, 'button', 'Registrar entrevista');
  await expect(app.getByRole('group', { name: /^Revise 2 datos/ })).toBeFocused();
  await show(app, 'entrevista-error');
  await typeInto(app, textbox(app, 'Hora de inicio'), '0810');
  await tick(app, group(app, 'Quiénes estuvieron'), 'Sonia Inventada Social (Social)');
  await tabInto(app, group(app, '¿Contó lo que le pasó?'));
  await app.keyboard.press('s');
  await show(app, 'entrevista-registrar');
  await pressOn(app, 'button', 'Registrar entrevista');
  await expect(app.getByText('Ha contado su historia 3 veces')).toBeVisible();
  await typeInto(app, textbox(app, 'Mi parte (Psicología)'), 'Se mostró tranquila y aceptó el acompañamiento.');
  await pressOn(app, 'button', /^Firmar mi parte/);
  await show(app, 'entrevista-firmar');
  await pressOn(app, 'button', 'Firmar', app.getByRole('dialog'));
  await expect(app.getByText(/^Firmada el/)).toHaveCount(1);
  await lock(app);

  await signIn(app, 'social');
  await openCase(app, counted);
  await openPage(app, 'Entrevistas');
  // One telling, whoever reads it; the other’s part stays with its service.
  await expect(app.getByText('Ha contado su historia 3 veces')).toBeVisible();
  await expect(app.getByRole('main')).not.toContainText('aceptó el acompañamiento');
  await typeInto(app, textbox(app, 'Mi parte (Social)'), 'Cuenta con su hermana como red de apoyo.');
  await pressOn(app, 'button', /^Guardar mi parte/);
  await expect(app.getByText('Parte guardada.').first()).toBeAttached();
  await pressOn(app, 'button', /^Firmar mi parte/);
  await pressOn(app, 'button', 'Firmar', app.getByRole('dialog'));
  await expect(app.getByText(/^Firmada el/)).toHaveCount(2);
  await show(app, 'entrevistas');
});

test('takes a correction from the desk to the ficha', async ({ app }) => {
  await signIn(app, 'admision');
  await pressOn(app, 'link', 'Correcciones pedidas');
  await pressOn(app, 'button', 'Pedir corrección');
  await expect(app.getByRole('group', { name: /^Revise 3 datos/ })).toBeFocused();
  await show(app, 'correcciones-error');
  await typeInto(app, textbox(app, 'Número de la ficha'), counted);
  await choose(app, group(app, 'Parte de la ficha'), 'Persona usuaria');
  await typeInto(app, textbox(app, 'Qué debe corregirse'), 'El apellido materno dice Rojas y debe decir Flores.');
  await show(app, 'correcciones-pedir');
  await pressOn(app, 'button', 'Pedir corrección');
  await expect(app.getByRole('table', { name: 'Por decidir: 1' })).toContainText('debe decir Flores');
  await lock(app);

  await signIn(app, 'psico');
  await expect(
    app.getByRole('region', { name: 'Necesita su decisión' }).getByText(/^Corrección de la ficha/),
  ).toBeVisible();
  await pressOn(app, 'link', 'Correcciones pedidas');
  await expect(app.getByRole('table', { name: 'Por decidir: 1' })).toBeVisible();
  await show(app, 'correcciones-decidir');
  await pressOn(app, 'button', `Aceptar y corregir: ficha ${counted}`);
  await expect(app.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  await typeInto(app, textbox(app, 'Apellido materno').first(), 'Flores');
  await pressOn(app, 'button', 'Guardar y continuar');
  const dialog = app.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await choose(app, group(app, 'Motivo del cambio'), 'Se registró mal');
  await pressOn(app, 'button', 'Guardar el cambio', dialog);
  await expect(dialog).toBeHidden();
  await lock(app);

  await signIn(app, 'admision');
  await pressOn(app, 'link', 'Correcciones pedidas');
  await expect(app.getByRole('table', { name: 'Decididas: 1' })).toContainText('Aceptada');
  await show(app, 'correcciones');
});

test('loses nothing when two people correct the same attention, and stores a held Enter once', async ({
  app,
  centre,
}) => {
  // A ficha of both: Coordinación opens it and hands it over.
  await signIn(app, 'coordina');
  await openCase(app, counted);
  await openLinked(app);
  await openCase(app, '2026-0028');
  await pressOn(app, 'button', 'Entregar a Psicología');
  await expect(app.getByText('Ficha 2026-0028 entregada a Psicología.').first()).toBeVisible();
  await lock(app);

  await signIn(app, 'psico');
  await openCase(app, '2026-0028');
  await openPage(app, 'Atenciones');
  await search(app, textbox(app, 'Acción'), '34');
  await typeInto(app, textbox(app, 'Nota'), note);
  await tabTo(app, 'button', 'Registrar atención');
  // Enter held: one record.
  for (let presses = 0; presses < 3; presses += 1) await app.keyboard.press('Enter');
  await expect(app.getByRole('table', { name: '1 atención' })).toContainText(note);
  await pressOn(app, 'button', /^Corregir: 34/);
  await typeInto(app, textbox(app, 'Nota'), 'Texto de Psicología.');

  const other = await app.context().newPage();
  await other.goto(centre.address);
  await signIn(other, 'coordina');
  await openCase(other, '2026-0028');
  await openPage(other, 'Atenciones');
  await pressOn(other, 'button', /^Corregir: 34/);
  await typeInto(other, textbox(other, 'Nota'), 'Texto de Coordinación.');
  await choose(other, group(other, 'Motivo de la corrección'), 'Se agregó un detalle');
  await pressOn(other, 'button', 'Guardar corrección');
  await expect(other.getByRole('table', { name: '1 atención' })).toContainText('Texto de Coordinación.');
  await other.close();

  await choose(app, group(app, 'Motivo de la corrección'), 'Se agregó un detalle');
  await pressOn(app, 'button', 'Guardar corrección');
  const differences = app.getByRole('table', { name: 'Datos distintos' });
  await expect(differences).toContainText('Texto de Coordinación.');
  await expect(differences).toContainText('Texto de Psicología.');
  await expect(differences.getByRole('radio', { name: /^Nota, lo suyo: / })).toBeChecked();
  await show(app, 'atenciones-dos-personas');
  await expect(app.getByRole('button', { name: 'Guardar corrección' })).toBeEnabled();
  await pressOn(app, 'button', 'Guardar corrección');
  await expect(app.getByRole('table', { name: '1 atención' })).toContainText('Texto de Psicología.');
  await pressOn(app, 'button', /^Historial: 34/);
  await expect(app.getByRole('dialog')).toContainText('Texto de Coordinación.');
});
