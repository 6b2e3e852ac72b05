/** The door and the waiting room by keyboard: known woman, mother without document, hand-over, who asks, numbers only. */
import { holdShort, inquiryWords } from '../../src/shared/reception/index.ts';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { isNew, possible, row, says, toList, whoField } from './arrivals.ts';
import { choose, group, search, tabInto, textbox, tick, typeInto } from './keyboard.ts';

test.describe('in a centre at work', () => {
  test.use({ mode: 'busy' });

  test('drops who she may be below the line, and takes nobody by Enter alone', async ({ app }) => {
    await signIn(app, 'admision');
    await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
    // Whoever stands at the desk reads neither names of fichas nor risks.
    await expect(app.getByRole('table', { name: /casos/ })).toHaveCount(0);
    await expect(app.getByText(/^Riesgo /)).toHaveCount(0);
    await says(app, 'quispe');
    await expect(possible(app).getByRole('option').first()).toContainText('última visita en');
    await expect(app.getByText(/Le quedan \d+ búsquedas por nombre en esta hora/)).toBeVisible();
    await show(app, 'llegada-conocida');
    // Nobody is marked: Enter takes nobody, and to put her on the board asks who she is.
    await expect(possible(app).getByRole('option', { selected: true })).toHaveCount(0);
    await app.keyboard.press('Enter');
    await expect(possible(app)).toBeVisible();
    await app.keyboard.press('Control+Enter');
    const line = app.getByRole('region', { name: 'Registrar llegada' });
    await expect(line.getByText('Elija con ↓ quién es, o que es una persona nueva.')).toBeVisible();
    await expect(row(app, 'A-01')).toHaveCount(0);
    // Esc leaves the list, then the line: its door is closed, and none is left open.
    await app.keyboard.press('Escape');
    await expect(possible(app)).toBeHidden();
    await expect(whoField(app)).toHaveValue('quispe');
    await app.keyboard.press('Escape');
    await expect(whoField(app)).toHaveValue('');
    await expect(app.getByText('Cerradas hoy: 1. Abierta por error: 1')).toBeVisible();
    await expect(app.getByRole('heading', { name: 'Abiertas sin registrar' })).toHaveCount(0);
    // Nothing said: the key puts nobody on the board, and opens no door.
    await app.keyboard.press('Control+Enter');
    await expect(line.getByText('Aún no hay nada escrito', { exact: false })).toBeVisible();
    await expect(app.getByText('Aún no hay personas en espera.')).toBeVisible();
  });

  test('keeps what stands in the line while another page is open, and carries it to «Más datos»', async ({ app }) => {
    await signIn(app, 'admision');
    await says(app, 'Zzyx Inexistente');
    await isNew(app);
    await app.keyboard.press('4');
    await pressOn(app, 'link', /^Agenda/);
    await expect(app.getByRole('heading', { level: 1, name: 'Citas' })).toBeVisible();
    await app.keyboard.press('Alt+n');
    await expect(whoField(app)).toBeFocused();
    await expect(whoField(app)).toHaveValue('Zzyx Inexistente');
    await expect(app.getByText('Persona nueva en este registro.')).toBeVisible();
    await pressOn(app, 'button', 'Más datos');
    await expect(app.getByRole('heading', { level: 1, name: 'Registrar llegada' })).toBeVisible();
    await expect(textbox(app, 'Nombre, como lo dice')).toHaveValue('Zzyx Inexistente');
    await typeInto(app, textbox(app, 'Acompañante'), 'su vecina');
    await show(app, 'llegada-datos');
    await app.keyboard.press('Control+g');
    await expect(row(app, 'A-01')).toContainText('Acompañada');
    await expect(whoField(app)).toHaveValue('');
    await expect(app.getByRole('heading', { name: 'Abiertas sin registrar' })).toHaveCount(0);
    // Whoever was said waits after a lock, whether or not somebody was chosen for it.
    await says(app, 'Vvyx Inexistente');
    await lock(app);
    await signIn(app, 'admision');
    await expect(whoField(app)).toHaveValue('');
    await expect(row(app, 'A-02')).toContainText('En espera');
    await expect(app.getByRole('heading', { name: 'Abiertas sin registrar' })).toHaveCount(0);
    await says(app, 'Wwyx Inexistente');
    await isNew(app);
    await lock(app);
    await signIn(app, 'admision');
    await expect(whoField(app)).toHaveValue('');
    await expect(row(app, 'A-03')).toContainText('En espera');
  });
});

test('a mother with two children and no document waits, is called, handed over and seen by who receives her', async ({
  app,
}) => {
  await signIn(app, 'admision');
  await show(app, 'llegadas-vacio');
  await says(app, 'Yeni Inventada');
  await isNew(app);
  // Past the motive to the service: its digit; then the signs, and the box that is meant.
  await tabInto(app, group(app, 'Espera a'));
  await app.keyboard.press('1');
  await pressOn(app, 'button', 'Señales');
  await tick(app, group(app, 'Señales que se ven o que ella dice'), 'Muy asustada o llora sin parar');
  await show(app, 'llegada');
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', 'Más datos');
  await typeInto(app, textbox(app, 'Niñas y niños presentes'), '2');
  await typeInto(app, textbox(app, 'Quién los cuida'), 'la vecina');
  await app.keyboard.press('Control+g');
  const hers = row(app, 'A-01');
  await expect(hers).toContainText('2 niñas o niños');
  await expect(hers).toContainText('Pasa primero');
  await expect(hers).toContainText('Psicología');
  // What is seen of her is not read across the desk, nor who she is: beside her number, when it is asked for.
  await expect(hers).not.toContainText(/señal|asustada/);
  const pane = app.getByRole('complementary', { name: 'Llegada A-01' });
  await expect(pane).toContainText('1 señal.');
  await expect(pane).not.toContainText(/Yeni|asustada|la vecina/);
  await expect(app.getByRole('grid')).not.toContainText(/Yeni|asustada|la vecina/);
  // The key shows her from the list alone.
  await tabInto(app, hers);
  await app.keyboard.press('Alt+m');
  await expect(pane).toContainText('Yeni Inventada');
  await expect(pane).toContainText('los cuida: la vecina');
  await expect(hers).not.toContainText('Yeni');
  await app.keyboard.press('Alt+n');
  await toList(app);
  await app.keyboard.press('Enter');
  await expect(hers).toContainText('Llamada');
  await expect(hers).toBeFocused();
  await lock(app);

  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Orden de llegada');
  await expect(hers).toContainText('Psicología');
  await tabInto(app, hers);
  await app.keyboard.press('Enter');
  await expect(hers).toContainText('En atención');
  await expect(hers).toBeFocused();
  await pressOn(app, 'button', 'Leer', pane);
  await expect(pane.getByRole('list', { name: 'Señales' })).toHaveText('Muy asustada o llora sin parar');
  await show(app, 'llegadas-acciones');
  await tabInto(app, hers);
  await app.keyboard.press('e');
  await choose(app, group(app, 'Entregar a'), 'Servicio: Legal');
  await pressOn(app, 'button', 'Entregar', pane);
  await expect(hers).toContainText('Legal');
  await app.keyboard.press('Alt+m');
  // She waits for somebody else now: her name is no longer for Psicología.
  await expect(app.getByRole('main')).not.toContainText('Yeni');
  await lock(app);

  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Orden de llegada');
  await expect(hers).toContainText('Legal');
  await tabInto(app, hers);
  await app.keyboard.press('Alt+m');
  await expect(pane).toContainText('Yeni Inventada');
  await app.keyboard.press('c');
  await expect(pane.getByRole('button', { name: 'Se retiró' })).toBeFocused();
  // An orientation is asked about what; Esc ends nothing.
  await app.keyboard.press('2');
  await pressOn(app, 'button', 'Cerrar llegada');
  await expect(pane.getByText('Elija la materia de la orientación.')).toBeVisible();
  await show(app, 'llegadas-cerrar-error');
  await search(app, textbox(app, 'Materia'), 'alim');
  await pressOn(app, 'button', 'Cerrar llegada');
  await expect(app.getByText('Cerradas hoy: 1. Orientación: 1')).toBeVisible();
});

test('says the same to whoever asks for another person', async ({ app }) => {
  await signIn(app, 'admision');
  await pressOn(app, 'link', 'Preguntan por otra persona');
  await expect(app.getByText(inquiryWords)).toBeVisible();
  await pressOn(app, 'button', 'Registrar consulta');
  await expect(app.getByRole('group', { name: /^Revise 1 dato/ })).toBeFocused();
  await show(app, 'consulta-por-persona-error');
  await typeInto(app, textbox(app, 'Por quién pregunta'), 'Rosa Inventada');
  await typeInto(app, textbox(app, 'Descripción'), 'Casaca azul.');
  await show(app, 'consulta-por-persona');
  await pressOn(app, 'button', 'Registrar consulta');
  await expect(app.getByRole('main').getByText('Consulta registrada.')).toBeVisible();
  await expect(app.getByText(inquiryWords)).toBeVisible();
  await show(app, 'consulta-por-persona-registrada');
});

test.describe('in a full waiting room', () => {
  test.use({ mode: 'door' });

  test('shows numbers to visitors, names to nobody, and puts a booked visit on the board', async ({ app }) => {
    await signIn(app, 'admision');
    await expect(app.getByRole('grid', { name: /^15 llegadas/ })).toBeVisible();
    await pressOn(app, 'button', /^Con un profesional/);
    await expect(app.getByRole('grid').getByText(holdShort).first()).toBeAttached();
    await pressOn(app, 'button', /^Con un profesional/);
    await expect(app.getByRole('main')).not.toContainText('Inventada Mamani');
    await show(app, 'llegadas-lleno');
    await tabInto(app, row(app, 'A-10'));
    const list = app.getByRole('grid');
    const pane = app.getByRole('complementary');
    await app.keyboard.press('Alt+m');
    await expect(pane).toContainText('Elsa Inventada Quispe');
    await show(app, 'llegadas-nombres');
    // Of the next one that is marked nothing is shown, and of none in the list.
    await app.keyboard.press('ArrowDown');
    await expect(pane.getByRole('heading', { name: 'A-02' })).toBeVisible();
    await expect(app.getByRole('main')).not.toContainText('Elsa');
    await expect(list).not.toContainText(/Inventad|Señal|señal|Riesgo/);
    await pressOn(app, 'button', 'Llegó: cita de las 08:30');
    await expect(app.getByRole('grid', { name: /^16 llegadas/ })).toBeVisible();
    const [visitors] = await Promise.all([app.waitForEvent('popup'), pressOn(app, 'button', 'Pantalla pública')]);
    await expect(visitors.getByRole('heading', { level: 1 })).toContainText('Villa Inventada');
    const waiting = visitors.getByRole('listitem');
    await expect(visitors.getByText('A-02', { exact: true })).toBeVisible();
    await expect(visitors.locator('body')).not.toContainText(/Mamani|Ana|Paula/);
    await show(visitors, 'llegadas-pantalla');
    // After the last person signed out: name and hour.
    await lock(app);
    await expect(waiting).toHaveCount(0);
    await expect(visitors.getByRole('heading', { level: 1 })).toContainText('Villa Inventada');
    await expect(visitors.getByRole('time')).toHaveText(/^\d\d:\d\d$/);
    await show(visitors, 'llegadas-pantalla-nadie');
    await signIn(app, 'admision');
    await expect(visitors.getByText('A-02', { exact: true })).toBeVisible();
    await visitors.close();
  });

  test('books visits, calls an institution back before telling, and reads the waits', async ({ app }) => {
    await signIn(app, 'admision');
    await pressOn(app, 'link', 'Citas');
    await expect(app.getByRole('table', { name: /^2 citas/ })).toBeVisible();
    await show(app, 'citas');
    await pressOn(app, 'button', 'Registrar cita');
    await expect(app.getByRole('group', { name: /^Revise/ })).toBeFocused();
    await show(app, 'citas-error');
    await typeInto(app, textbox(app, 'Nombre, si no tiene ficha'), 'Amelia Inventada');
    await typeInto(app, textbox(app, 'Hora'), '1530');
    await pressOn(app, 'button', 'Registrar cita');
    await expect(app.getByRole('table', { name: /^3 citas/ })).toBeVisible();

    await pressOn(app, 'link', /^Mi día/);
    await pressOn(app, 'link', 'Llama una institución');
    await expect(app.getByRole('button', { name: /^Se informó/ })).toHaveCount(0);
    await show(app, 'instituciones');
    await pressOn(app, 'button', /^Devolví la llamada/);
    await pressOn(app, 'button', /^Se informó/);
    await expect(app.getByRole('button', { name: /^Se informó/ })).toHaveCount(0);
    await expect(app.getByRole('list').getByText('Se informó', { exact: true })).toBeVisible();
    await pressOn(app, 'link', 'Directorio');
    await expect(app.getByRole('table', { name: '1 entrada' })).toBeVisible();
    await lock(app);

    await signIn(app, 'coordina');
    await pressOn(app, 'link', 'Espera');
    await expect(app.getByRole('table', { name: /^Minutos de espera/ })).toBeVisible();
    await show(app, 'espera');
  });
});
