/** What a screen asks the application when one goes to it. */
import type { Page } from '@playwright/test';
import { watchCalls, type Asked } from './calls.ts';
import { expect, signIn, test } from './centre.ts';

test.use({ mode: 'busy' });

function twice(calls: readonly Asked[]): string[] {
  const same = Map.groupBy(calls, ({ procedure, input }) => `${procedure} ${JSON.stringify(input)}`);
  return [...same.values()].filter((all) => all.length > 1).map(([first]) => first?.procedure ?? '');
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
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
    await goTo(app, '#/casos');
    let openCase = '';
    if (screens.some((screen) => screen.startsWith('case'))) {
      await app.getByRole('button', { name: '2026-0027', exact: true }).press('Enter');
      await expect(app).toHaveURL(/#\/casos\/[0-9a-f-]{36}/);
      openCase = /#\/casos\/[0-9a-f-]{36}/.exec(app.url())?.[0] ?? '';
      await goTo(app, '#/');
    }
    await expect(app.getByRole('heading', { level: 1 })).toHaveCount(1);
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
