/** One person, many roles: children of a case, two records joined and taken apart again, and the fichas of one person. */
import { confirmWithPassword, expect, lock, pressOn, show, signIn, tabTo, test } from './centre.ts';
import { goToCases } from './workplace.ts';
import { choose, group, tabInto, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });

type App = Parameters<typeof signIn>[0];

/** Opens the newest case of the list and answers its number. */
async function openCase(app: App, at: number): Promise<string> {
  await goToCases(app);
  const cases = app.getByRole('table', { name: /el más reciente primero$/ });
  const button = cases.getByRole('button', { name: /^2026-\d{4}/ }).nth(at);
  const number = (await button.innerText()).trim();
  await pressOn(app, 'button', new RegExp(`^${number}`), cases);
  await expect(app.getByRole('heading', { level: 1, name: `Ficha ${number}` })).toBeVisible();
  return number;
}

async function addChild(app: App, words: { surname: string; given: string; age: string }): Promise<void> {
  const panel = app.getByRole('region', { name: 'Agregar una persona' });
  await typeInto(app, textbox(app, 'Busque primero si ya figura en el registro'), `${words.given} ${words.surname}`);
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', /^(Registrar como persona nueva|Ninguna es la misma)$/, panel);
  await typeInto(app, textbox(app, 'Apellido paterno'), words.surname);
  await typeInto(app, textbox(app, 'Nombres'), words.given);
  await typeInto(app, textbox(app, 'Edad'), words.age);
  await choose(app, group(app, 'Estado del documento'), 'No tiene');
  await choose(app, group(app, 'Participación en la ficha'), 'Hija o hijo');
  await tabInto(app, group(app, '¿Vive con ella?'));
  await app.keyboard.press('s');
}

test('a mother with two children without a document', async ({ app }) => {
  await signIn(app, 'psico');
  await openCase(app, 0);
  await pressOn(app, 'link', 'Familia y otras personas');
  await expect(app.getByRole('heading', { level: 1, name: 'Familia y otras personas' })).toBeVisible();
  await addChild(app, { surname: 'Imaginaria', given: 'Luz Inventada', age: '9' });
  await show(app, 'personas-agregar');
  await pressOn(app, 'button', 'Agregar a la ficha');
  await expect(app.getByRole('table', { name: 'Familia y otras personas: 1' })).toBeVisible();
  await addChild(app, { surname: 'Imaginaria', given: 'Sol Inventada', age: '4' });
  await pressOn(app, 'button', 'Agregar a la ficha');
  const family = app.getByRole('table', { name: 'Familia y otras personas: 2' });
  await expect(family).toBeVisible();
  await expect(family.getByText('4 años')).toBeVisible();
  await show(app, 'personas-familia');
  await pressOn(app, 'button', /^Cambiar participación: Sol /);
  const dialog = app.getByRole('dialog');
  await choose(app, dialog.getByRole('group', { name: 'Participación en la ficha' }), 'Testigo');
  await show(app, 'personas-cambiar');
  await pressOn(app, 'button', 'Guardar el cambio', dialog);
  await expect(family.getByText('Testigo')).toBeVisible();

  await pressOn(app, 'link', /^Sol /, family);
  await expect(app.getByRole('heading', { level: 1, name: 'Sol Imaginaria' })).toBeVisible();
  await pressOn(app, 'button', 'Agregar alias');
  await typeInto(app, textbox(app, 'Alias o apodo'), 'Solcito');
  await pressOn(app, 'button', 'Agregar teléfono');
  await typeInto(app, textbox(app, 'Número de teléfono'), '987000111');
  await tabTo(app, 'checkbox', 'Lo usa o lo contesta también la presunta persona agresora');
  await app.keyboard.press('Space');
  await pressOn(app, 'button', 'Guardar datos');
  await expect(app.getByText('Guardado.')).toBeVisible();
  await expect(app.getByText('No llamar: número compartido')).toBeVisible();
  await show(app, 'personas-datos');
});

/** From the search to the page of the user of a ficha. */
async function openUserOf(app: App, found: { document: string; number: string }): Promise<void> {
  await pressOn(app, 'link', 'Buscar');
  await typeInto(app, textbox(app, 'Nombre o documento'), found.document);
  await app.keyboard.press('Enter');
  await pressOn(app, 'link', `Ficha ${found.number}, persona usuaria`);
  await expect(app.getByRole('heading', { level: 1, name: `Ficha ${found.number}` })).toBeVisible();
  await pressOn(app, 'link', 'Familia y otras personas');
  await pressOn(app, 'link', 'Rosa Quispe');
  await expect(app.getByRole('heading', { level: 1, name: 'Rosa Quispe' })).toBeVisible();
}

const first = { document: '00100000', number: '2026-0001' };
const second = { document: '00100024', number: '2026-0025' };

async function approve(app: App, name: RegExp, picture: string): Promise<void> {
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'button', name);
  await confirmWithPassword(app, picture);
  await expect(app.getByText(/^Propuesta aprobada/).first()).toBeVisible();
}

test('two records of one person: joined with the approval of a second person, read as one, and taken apart', async ({
  app,
}) => {
  await signIn(app, 'coordina');
  await openUserOf(app, first);
  await pressOn(app, 'link', 'Unir con otra persona');
  await typeInto(app, textbox(app, 'Nombre o documento'), second.document);
  await app.keyboard.press('Enter');
  await pressOn(app, 'link', /^Comparar lado a lado/);
  await expect(app.getByRole('heading', { level: 1, name: '¿Son la misma persona?' })).toBeVisible();
  const fields = app.getByRole('table', { name: 'Los dos registros, dato por dato' });
  const documents = fields.getByRole('row', { name: /^Documentos/ });
  await expect(documents.getByRole('cell').last()).toHaveText('DNI 00100000; DNI 00100024');
  await tabTo(app, 'radio', 'Documentos: DNI 00100000');
  await app.keyboard.press('ArrowRight');
  await expect(app.getByRole('radio', { name: 'Documentos: DNI 00100024' })).toBeChecked();
  await expect(documents.getByRole('cell').last()).toHaveText('DNI 00100024; DNI 00100000');
  // What was chosen outlives a lock.
  await lock(app);
  await signIn(app, 'coordina');
  await expect(app.getByRole('radio', { name: 'Documentos: DNI 00100024' })).toBeChecked();
  await expect(fields.getByRole('row', { name: /^Fichas/ })).toContainText('2026-0025, persona usuaria, por validar');
  await show(app, 'personas-comparar');
  await pressOn(app, 'button', /^Iguales · /);
  await expect(fields.getByRole('row', { name: /^Nombres y apellidos/ })).toBeVisible();
  await show(app, 'personas-comparar-iguales');
  await pressOn(app, 'button', /^Son la misma: proponer unión/);
  await expect(app.getByText(/^Propuesta enviada\./)).toBeVisible();
  await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
  await pressOn(app, 'link', /^Buscar/);
  await pressOn(app, 'link', 'Uniones de personas');
  await expect(app.getByRole('region', { name: 'Por aprobar: 1' })).toContainText('Unir dos registros');
  await lock(app);

  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'link', 'Ver lado a lado');
  await expect(app.getByRole('heading', { level: 1, name: '¿Son la misma persona?' })).toBeVisible();
  await expect(app.getByText(/^Propuso unirlas /)).toBeVisible();
  await show(app, 'personas-propuesta');
  await pressOn(app, 'link', 'Volver a Aprobaciones');
  await approve(app, /^Aprobar: Unir dos registros/, 'personas-aprobar');
  await openUserOf(app, second);
  const fichas = app.getByRole('list', { name: 'Fichas, la más reciente primero' });
  await expect(fichas.getByRole('link', { name: 'Ficha 2026-0001' })).toBeVisible();
  await expect(fichas.getByRole('link', { name: 'Ficha 2026-0025' })).toBeVisible();
  await show(app, 'personas-fichas');
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Buscar');
  await pressOn(app, 'link', 'Uniones de personas');
  await expect(app.getByRole('table', { name: /^Uniones: 1/ })).toBeVisible();
  await show(app, 'personas-uniones');
  await pressOn(app, 'button', /^Proponer separar: /);
  await pressOn(app, 'button', 'Proponer separar', app.getByRole('dialog'));
  await expect(app.getByText('Se propuso separarlas')).toBeVisible();
  await lock(app);

  await signIn(app, 'psico');
  await approve(app, /^Aprobar: Separar dos registros/, 'personas-separar');
  await openUserOf(app, second);
  await expect(app.getByRole('list', { name: 'Fichas, la más reciente primero' }).getByRole('link')).toHaveText([
    'Ficha 2026-0025',
  ]);
});

/** From the search of a second record to the comparison with who is found by these words. */
async function compareWith(app: App, words: string, ficha: string): Promise<void> {
  await typeInto(app, textbox(app, 'Nombre o documento'), words);
  await app.keyboard.press('Enter');
  const card = app.getByRole('list', { name: 'Personas encontradas' }).getByRole('listitem').filter({ hasText: ficha });
  await pressOn(app, 'link', /^Comparar lado a lado/, card);
  await expect(app.getByRole('heading', { level: 1, name: '¿Son la misma persona?' })).toBeVisible();
}

test('two records that look like two persons: said so by Ctrl Enter, once; who cannot be one is not joined', async ({
  app,
}) => {
  await signIn(app, 'coordina');
  await openUserOf(app, second);
  await pressOn(app, 'link', 'Unir con otra persona');
  await compareWith(app, '00100008', '2026-0009');
  await expect(app.getByText('Parecen dos personas.')).toBeVisible();
  await expect(app.getByText(/Hay unos 16 años entre una y otra/)).toBeVisible();
  await expect(app.getByText('no pueden ser los dos')).toBeVisible();
  await show(app, 'personas-comparar-dos');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByText(/^Queda dicho que son dos personas\./).last()).toBeVisible();
  await show(app, 'personas-comparar-dicho');
  await pressOn(app, 'button', 'Comparar con otra persona');
  await compareWith(app, '00100008', '2026-0009');
  await expect(app.getByText('Ya se dijo, en una de sus fichas, que son dos personas.')).toBeVisible();
  await expect(app.getByRole('button', { name: /^Son dos personas/ })).toHaveCount(0);
  await pressOn(app, 'button', 'Decidir después');

  await compareWith(app, 'Pedro Rojas', '2026-0025,');
  await expect(app.getByText(/^Son persona usuaria y presunta persona agresora/)).toBeVisible();
  await expect(app.getByRole('button', { name: /proponer unión/ })).toHaveCount(0);
  await show(app, 'personas-comparar-impedida');
  await pressOn(app, 'button', 'Decidir después');

  await compareWith(app, first.document, first.number);
  await pressOn(app, 'button', /proponer unión/);
  await expect(app.getByText(/^Propuesta enviada\./)).toBeVisible();
  await app.goBack();
  await compareWith(app, first.document, first.number);
  await tabTo(app, 'radio', 'Documentos: DNI 00100024');
  await app.keyboard.press('ArrowRight');
  await pressOn(app, 'button', 'Son dos personas');
  await expect(app.getByText('Ya hay una propuesta pendiente. Espere a que se decida.').last()).toBeVisible();
  // What was chosen stays.
  await expect(app.getByRole('radio', { name: 'Documentos: DNI 00100000' })).toBeChecked();
  await show(app, 'personas-comparar-rechazada');
});
