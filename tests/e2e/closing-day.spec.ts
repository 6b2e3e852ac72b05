/** The end of a day by keyboard: every arrival and visit gets its end in its row, what is left is named, one button leaves. */
import { isNew, says, waits } from './arrivals.ts';
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'door' });

test('closes the day of a full waiting room, row by row', async ({ app }) => {
  await signIn(app, 'admision');
  await pressOn(app, 'link', 'Cerrar el día');
  const arrivals = app.getByRole('listitem', { name: 'Llegadas sin final' });
  const visits = app.getByRole('listitem', { name: 'Citas de hoy' });
  await expect(arrivals).toContainText('quedan');
  // Numbers only: this screen too stands at the desk.
  await expect(app.getByRole('main')).not.toContainText('Inventada');
  await show(app, 'cerrar-dia');
  const groups = arrivals.getByRole('group', { name: /^Cómo termina / });
  const before = await groups.count();
  expect(before).toBeGreaterThan(3);
  const [first, second, third] = await Promise.all(
    [0, 1, 2].map((index) => groups.nth(index).getAttribute('aria-label')),
  );
  await pressOn(app, 'button', 'Se retiró', groups.first());
  await expect(groups).toHaveCount(before - 1);
  // The next row has the focus: a digit is enough.
  await expect(
    app
      .getByRole('group', { name: second ?? '' })
      .getByRole('button')
      .first(),
  ).toBeFocused();
  await app.keyboard.press('4');
  await expect(groups).toHaveCount(before - 2);
  await expect(
    app
      .getByRole('group', { name: third ?? '' })
      .getByRole('button')
      .first(),
  ).toBeFocused();
  expect(new Set([first, second, third]).size).toBe(3);
  // An orientation is asked about what; nothing is stored before.
  await app.keyboard.press('2');
  await pressOn(app, 'button', 'Cerrar llegada');
  await expect(arrivals.getByText('Elija la materia de la orientación.')).toBeVisible();
  await show(app, 'cerrar-dia-materia');
  await typeInto(app, textbox(app, 'Materia'), 'alim');
  await expect(app.getByRole('option', { name: /^Alimentos/ })).toBeVisible();
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', 'Cerrar llegada');
  await expect(groups).toHaveCount(before - 3);

  const expected = visits.getByRole('group');
  const booked = await expected.count();
  expect(booked).toBeGreaterThan(0);
  await pressOn(app, 'button', 'No vino', expected.first());
  await expect(expected).toHaveCount(booked - 1);
  await expect(app.getByRole('status').filter({ hasText: /^Quedan? / })).toContainText('sigue abierto mañana');
  await app.keyboard.press('Control+Enter');
  // Without a folder there is no copy: that is asked, and the safe button has the focus.
  const asked = app.getByRole('dialog', { name: '¿Cerrar sesión sin copia?' });
  await expect(asked.getByRole('button', { name: 'Seguir aquí' })).toBeFocused();
  await show(app, 'cerrar-dia-sin-copia');
  await app.keyboard.press('Control+Enter');
  await expect(asked).toBeVisible();
  await pressOn(app, 'button', 'Cerrar sin copia', asked);
  await expect(app.getByLabel('Usuario')).toBeVisible();
});

test.describe('of an ordinary day', () => {
  test.use({ mode: 'staffed' });

  test('takes no more than twelve keys with two arrivals', async ({ app }) => {
    await signIn(app, 'admision');
    for (const name of ['Yeni Inventada', 'Luz Inventada']) {
      await says(app, name);
      await isNew(app);
      await waits(app);
    }
    await pressOn(app, 'link', 'Cerrar el día');
    const groups = app.getByRole('group', { name: /^Cómo termina / });
    await expect(groups).toHaveCount(2);
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await app.keyboard.press(key);
    };
    while (
      !(await groups
        .first()
        .getByRole('button')
        .first()
        .evaluate((one) => one === document.activeElement))
    )
      await press('Tab');
    await press('1');
    await expect(groups).toHaveCount(1);
    await press('4');
    await expect(groups).toHaveCount(0);
    await expect(app.getByText('Todo lo de hoy tiene final.')).toBeVisible();
    await press('Control+Enter');
    await expect(app.getByRole('button', { name: 'Seguir aquí' })).toBeFocused();
    await press('Tab');
    await press('Enter');
    await expect(app.getByLabel('Usuario')).toBeVisible();
    expect(keys).toBeLessThanOrEqual(12);
  });
});
