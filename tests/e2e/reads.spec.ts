/** What a screen asks the application when one goes to it. */
import { watchCalls, type Asked } from './calls.ts';
import { goTo, openedCase } from './every-screen.ts';
import { textbox } from './keyboard.ts';
import { expect, signIn, test } from './centre.ts';

test.use({ mode: 'busy' });

function twice(calls: readonly Asked[]): string[] {
  const same = Map.groupBy(calls, ({ procedure, input }) => `${procedure} ${JSON.stringify(input)}`);
  return [...same.values()].filter((all) => all.length > 1).map(([first]) => first?.procedure ?? '');
}

const counts = new Set([
  'countMyDay',
  'countDeadlines',
  'countWaitingReferrals',
  'countExceptionalReviews',
  'getDayPaperState',
]);

const screensOf = {
  psico: [
    '#/casos',
    '#/',
    'case',
    'case/seccion-a',
    'case/seccion-b',
    'case/riesgo',
    'case/documentos',
    '#/citas',
    '#/plazos',
  ],
  coordina: ['#/llegadas', '#/', '#/reporte', '#/reporte/2026-05', '#/personal', '#/aprobaciones', '#/ajustes'],
  legal: ['#/cargos', '#/', 'case', 'case/proceso', 'case/presentar'],
  admision: ['#/citas', '#/', '#/casos'],
} as const;

for (const [login, screens] of Object.entries(screensOf)) {
  test(`asks nothing twice: ${login}`, async ({ app }) => {
    await signIn(app, login);
    const openCase = await openedCase(app);
    await goTo(app, '#/');
    const calls = watchCalls(app);
    // Once read; what comes after the sign-in itself stores (the reminders of the day).
    for (const hash of ['#/citas', '#/ajustes/contrasena']) {
      await goTo(app, hash);
      await calls.take();
    }
    for (const screen of screens) {
      await goTo(app, screen.replace(/^case/, openCase));
      const asked = await calls.take();
      expect(asked, screen).not.toEqual([]);
      expect(twice(asked), screen).toEqual([]);
      // Nothing was stored on the way, and no minute has passed: what stands on every screen is known.
      expect(
        asked.filter(({ procedure }) => counts.has(procedure)).map(({ procedure }) => procedure),
        screen,
      ).toEqual([]);
    }
  });
}

test('the counts are asked again once something was stored', async ({ app }) => {
  await signIn(app, 'psico');
  const openCase = await openedCase(app);
  const calls = watchCalls(app);
  for (const hash of ['#/citas', openCase]) {
    await goTo(app, hash);
    await calls.take();
  }
  await app.keyboard.press('F4');
  await expect(textbox(app, 'Acción')).toBeFocused();
  await app.keyboard.type('32');
  await expect(app.getByRole('option').first()).toBeVisible();
  await app.keyboard.press('Enter');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByRole('button', { name: /^Anotar/ })).toBeFocused();
  await calls.take();
  await goTo(app, '#/plazos');
  expect((await calls.take()).map(({ procedure }) => procedure)).toContain('countWaitingReferrals');
});
