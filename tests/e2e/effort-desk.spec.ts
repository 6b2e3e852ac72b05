/**
 * What the desk, the pausa, an emergency and a search cost by keyboard; `npm run e2e -- effort` prints the table. A press
 * counts as in the journeys of the desk from the start: a letter is one, a chord is one.
 */
import { isNew, possible, row, toList, whoField } from './arrivals.ts';
import { expect, passphrase, pressOn, signIn, test } from './centre.ts';
import { countEffort, countPressed, effortTable } from './effort.ts';
import { textbox, typeInto } from './keyboard.ts';
import { mostUrgentKeys, refersUrgently } from './urgent-letter.ts';

test.afterAll(() => {
  process.stdout.write(`\n${effortTable()}\n`);
});

test.describe('at the desk of a centre at work', () => {
  test.use({ mode: 'busy' });

  test('a known woman waits after 11 presses, an unknown one after 16, a call is closed after 25', async ({ app }) => {
    await signIn(app, 'admision');
    await expect(app.getByText('Aún no hay personas en espera.')).toBeVisible();
    const known = await countEffort(app, 'Known woman waits', '≤ 11 presses', async () => {
      await app.keyboard.press('Alt+n');
      await app.keyboard.type('quispe');
      await expect(possible(app).getByRole('option').first()).toBeVisible();
      await app.keyboard.press('ArrowDown');
      await app.keyboard.press('Enter');
      await expect(app.getByText(/^Es la misma persona: /)).toBeVisible();
      await app.keyboard.press('Control+Enter');
      await expect(row(app, 'A-01')).toContainText('En espera');
    });
    const unknown = await countEffort(app, 'Unknown woman waits', '≤ 16 presses', async () => {
      await app.keyboard.press('Alt+n');
      await app.keyboard.type('Yeni Mamani');
      await app.keyboard.press('Enter');
      await expect(app.getByText(/^No se encontró a nadie|personas? posibles?/).first()).toBeVisible();
      await isNew(app);
      await app.keyboard.press('Control+Enter');
      await expect(row(app, 'A-02')).toContainText('En espera');
    });
    const call = await countEffort(app, 'Call registered and closed', '≤ 25 presses (41)', async () => {
      await app.keyboard.press('Alt+n');
      await app.keyboard.press('Tab');
      await app.keyboard.press('Space');
      await app.keyboard.press('Tab');
      await app.keyboard.type('ori');
      await app.keyboard.press('Enter');
      await app.keyboard.press('Control+Enter');
      await expect(row(app, 'L-03')).toContainText('Teléfono');
      await expect(whoField(app)).toBeFocused();
      await toList(app);
      await app.keyboard.press('c');
      await app.keyboard.press('2');
      await expect(textbox(app, 'Materia')).toBeFocused();
      await app.keyboard.type('alim');
      await expect(app.getByRole('option', { name: /^Alimentos/ })).toBeVisible();
      await app.keyboard.press('Enter');
      await app.keyboard.press('Tab');
      await app.keyboard.press('Enter');
      await expect(app.getByText('Cerradas hoy: 1. Orientación: 1')).toBeVisible();
    });
    expect(known.presses).toBeLessThanOrEqual(11);
    expect(unknown.presses).toBeLessThanOrEqual(16);
    expect(call.presses).toBeLessThanOrEqual(25);
    expect([known.clicks, unknown.clicks, call.clicks]).toEqual([0, 0, 0]);
  });

  test('a pausa ends after 8 keys', async ({ app }) => {
    await signIn(app, 'admision');
    await app.goto(`${new URL(app.url()).origin}/#/ajustes/contrasena`);
    await typeInto(app, app.getByLabel('Su contraseña', { exact: true }), passphrase);
    await typeInto(app, app.getByLabel('PIN nuevo', { exact: true }), '284617');
    await app.keyboard.press('Enter');
    await expect(app.getByRole('button', { name: 'Pausa (F12)' })).toBeVisible();
    await app.keyboard.press('F12');
    await expect(app.getByLabel('PIN de AI', { exact: true })).toBeFocused();
    const unlock = await countPressed(app, 'Back from the pausa', '≤ 8 keys (37)', async () => {
      await app.keyboard.type('284617');
      await app.keyboard.press('Enter');
      await expect(app.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible();
    });
    expect(unlock.keys).toBeGreaterThan(0);
    expect(unlock.keys).toBeLessThanOrEqual(8);
  });
});

test.describe('of a woman somewhere in the record', () => {
  test.use({ mode: 'search' });

  test('a search opens her ficha after 8 presses', async ({ app }) => {
    await signIn(app, 'psico');
    const found = await countEffort(app, 'Search to open case', '≤ 8 presses', async () => {
      await app.keyboard.press('Control+k');
      await app.keyboard.type('sulca');
      await expect(app.getByRole('group', { name: 'Personas y fichas' }).getByRole('option')).toHaveCount(5);
      await app.keyboard.press('ArrowDown');
      await app.keyboard.press('Enter');
      await expect(app.getByRole('heading', { level: 1, name: /^Ficha 2026-/ })).toBeVisible();
    });
    expect(found.presses).toBeLessThanOrEqual(8);
  });
});

test.describe('on the first day of a centre', () => {
  test.use({ mode: 'fresh' });

  test('an urgent referral takes 40 keys', async ({ app }) => {
    await signIn(app, 'psico');
    await pressOn(app, 'button', '2026-0001');
    await expect(app.getByRole('link', { name: 'Derivar con urgencia' })).toBeVisible();
    const urgent = await countEffort(app, 'Urgent referral', '≤ 40 keys (117)', () => refersUrgently(app));
    expect(urgent.keys).toBeLessThanOrEqual(mostUrgentKeys);
  });
});
