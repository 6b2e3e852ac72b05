/** The door and the waiting room by keyboard: known woman, mother without document, hand-over, who asks, numbers only. */
import { holdShort, inquiryWords } from '../../src/shared/reception/index.ts';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, tabInto, textbox, tick, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

/** Presses one key and counts it; a chord is one. */
function counted(page: Page) {
  let keys = 0;
  return {
    press: async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    count: () => keys,
  };
}

/** Somebody new, as the desk hears her. */
async function arrives(page: Page, name: string, more: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(textbox(page, 'Busque primero a la persona que llega')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await pressOn(page, 'button', /^(Registrar como persona nueva|Ninguna es la misma)$/);
  await expect(textbox(page, 'Nombre, como lo dice')).toHaveValue(name);
  await more();
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('heading', { level: 1, name: 'Orden de llegada' })).toBeVisible();
  // No second door was opened as the page of the first one went.
  await expect(page.getByRole('heading', { name: 'Abiertas sin registrar' })).toHaveCount(0);
}

function row(page: Page, label: string) {
  return page.getByRole('row', { name: new RegExp(`^${label}`) });
}

test.describe('in a centre at work', () => {
  test.use({ mode: 'busy' });

  test('brings a known woman to the waiting room in 15 keys', async ({ app }) => {
    await signIn(app, 'admision');
    await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
    // Whoever stands at the desk reads neither names of fichas nor risks.
    await expect(app.getByRole('table', { name: /casos/ })).toHaveCount(0);
    await expect(app.getByText(/^Riesgo /)).toHaveCount(0);
    const keys = counted(app);
    await keys.press('Alt+n');
    await expect(textbox(app, 'Busque primero a la persona que llega')).toBeFocused();
    await keys.type('quispe');
    await keys.press('Enter');
    await expect(app.getByRole('list', { name: 'Personas posibles' })).toBeVisible();
    await show(app, 'llegada-conocida');
    // Past «Buscar» to the first candidate.
    await keys.press('Tab');
    await keys.press('Tab');
    await expect(app.getByRole('button', { name: /^Es la misma: / }).first()).toBeFocused();
    await keys.press('Enter');
    await expect(app.getByText(/^Es la misma persona: /)).toBeVisible();
    await keys.press('Control+g');
    await expect(row(app, 'A-01')).toContainText('En espera');
    expect(keys.count()).toBeLessThanOrEqual(15);
  });
});

test('a mother with two children and no document waits, is called, handed over and seen by who receives her', async ({
  app,
}) => {
  await signIn(app, 'admision');
  await show(app, 'llegadas-vacio');
  // Who turns back leaves no open door behind.
  await app.keyboard.press('Alt+n');
  await expect(textbox(app, 'Busque primero a la persona que llega')).toBeFocused();
  await pressOn(app, 'button', 'Cancelar');
  await expect(app.getByRole('heading', { level: 1, name: 'Orden de llegada' })).toBeVisible();
  await expect(app.getByText('Cerradas hoy: 1. Abierta por error: 1')).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Abiertas sin registrar' })).toHaveCount(0);
  await arrives(app, 'Yeni Inventada', async () => {
    await choose(app, group(app, 'Espera a'), 'Psicología');
    await tick(app, group(app, 'Señales que se ven o que ella dice'), 'Muy asustada o llora sin parar');
    await typeInto(app, textbox(app, 'Acompañante'), 'su vecina');
    await typeInto(app, textbox(app, 'Niñas y niños presentes'), '2');
    await typeInto(app, textbox(app, 'Quién los cuida'), 'la vecina');
    await show(app, 'llegada-datos');
  });
  const hers = row(app, 'A-01');
  await expect(hers).toContainText('2 niñas o niños');
  await expect(hers).toContainText('Urgente');
  // What is seen of her is not read across the desk: how many signs there are, and which of them in her own window.
  await expect(hers).toContainText('1 señal');
  await expect(hers).not.toContainText('Muy asustada');
  // Names stay off the screen until they are asked for.
  await expect(hers).not.toContainText('Yeni');
  await app.keyboard.press('Alt+m');
  await expect(hers).toContainText('Yeni Inventada');
  await pressOn(app, 'button', 'Llamar: A-01');
  await expect(hers).toContainText('Llamada');
  await expect(app.getByRole('button', { name: 'Más acciones: A-01' })).toBeFocused();
  // The door of the screen that was left is the one on the board: leaving it opens no other.
  await expect(app.getByText('Abiertas sin registrar')).toHaveCount(0);
  await lock(app);

  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Orden de llegada');
  await expect(hers).toContainText('Psicología');
  await pressOn(app, 'button', 'Atender: A-01');
  await expect(hers).toContainText('En atención');
  await expect(app.getByRole('button', { name: 'Más acciones: A-01' })).toBeFocused();
  await pressOn(app, 'button', 'Más acciones: A-01');
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Señales' })).toHaveText('Muy asustada o llora sin parar');
  await show(app, 'llegadas-acciones');
  await pressOn(app, 'button', 'Entregar…', dialog);
  await choose(app, group(app, 'Entregar a'), 'Servicio: Legal');
  await pressOn(app, 'button', 'Entregar', dialog);
  await expect(dialog).toBeHidden();
  await expect(hers).toContainText('Legal');
  await app.keyboard.press('Alt+m');
  // She waits for somebody else now: her name is no longer for Psicología.
  await expect(hers).not.toContainText('Yeni');
  await lock(app);

  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Orden de llegada');
  await expect(hers).toContainText('Legal');
  await app.keyboard.press('Alt+m');
  await expect(hers).toContainText('Yeni Inventada');
  await pressOn(app, 'button', 'Más acciones: A-01');
  await pressOn(app, 'button', 'Cerrar…', dialog);
  await pressOn(app, 'button', 'Cerrar llegada', dialog);
  await expect(dialog.getByText('Elija cómo termina esta llegada.')).toBeVisible();
  await show(app, 'llegadas-cerrar-error');
  await tabInto(app, textbox(app, 'Cómo termina'));
  await app.keyboard.type('orient');
  await expect(app.getByRole('option', { name: 'Orientación' })).toBeVisible();
  await app.keyboard.press('Enter');
  await tabInto(app, textbox(app, 'Materia'));
  await app.keyboard.type('alim');
  await expect(app.getByRole('option', { name: /^Alimentos/ })).toBeVisible();
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', 'Cerrar llegada', dialog);
  await expect(app.getByText('Cerradas hoy: 2. Abierta por error: 1 · Orientación: 1')).toBeVisible();
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
    await expect(app.getByRole('table', { name: /^15 llegadas/ })).toBeVisible();
    await expect(app.getByText(holdShort).first()).toBeVisible();
    await expect(app.getByRole('main')).not.toContainText('Inventada Mamani');
    await show(app, 'llegadas-lleno');
    await app.keyboard.press('Alt+m');
    await expect(app.getByRole('main')).toContainText('Yeni Inventada Mamani');
    await show(app, 'llegadas-nombres');
    await pressOn(app, 'button', 'Llegó: cita de las 09:30');
    await expect(app.getByRole('table', { name: /^16 llegadas/ })).toBeVisible();
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
