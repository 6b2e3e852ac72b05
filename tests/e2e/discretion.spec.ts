/** With discretion on no screen of the program has the name of a person in its text; inputs hold what is being written. */
import type { Page } from '@playwright/test';
import { watchCalls } from './calls.ts';
import { goTo, openedCase } from './every-screen.ts';
import { expect, signIn, test } from './centre.ts';

test.use({ mode: 'busy' });

const screens = {
  psico: [
    ...['#/', '#/casos', '#/citas', '#/plazos', '#/derivaciones', '#/registro-central', '#/aprobaciones'],
    ...['#/correcciones', '#/registro-de-impresiones', '#/buscar'],
    ...[
      'case',
      'case/riesgo',
      'case/proceso',
      'case/documentos',
      'case/validar',
      'case/atenciones',
      'case/entrevistas',
    ],
    ...['case/personas', 'case/antecedentes', 'case/archivos', 'case/derivaciones', 'case/historial'],
    ...['case/derivar/health', 'case/derivar-urgente', 'case/derivar-varias'],
  ],
  legal: ['#/', '#/cargos', '#/plazos', 'case', 'case/proceso', 'case/presentar', 'case/documentos/escrito/3'],
  coordina: [
    '#/',
    '#/llegadas',
    '#/espera',
    '#/reporte',
    '#/reporte/2026-05',
    '#/tablas/2026-05',
    '#/conflictos',
    '#/buscar',
    '#/personas/uniones',
  ],
  admision: ['#/', '#/casos', '#/citas'],
} as const;

/** What readers, and programs for readers, find in the page; without what stands in inputs. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const attributes = [...document.querySelectorAll('[aria-label], [title], [aria-description]')].map((one) =>
      ['aria-label', 'title', 'aria-description'].map((name) => one.getAttribute(name) ?? '').join(' '),
    );
    return [document.title, document.body.textContent, ...attributes].join('\n');
  });
}

/** Whoever works there is named as ever. */
const ofStaff = new Set(['Ana', 'Carmen', 'Luz', 'Paula', 'Sonia']);

/** The words of the names of everybody in the list of cases; some stand in the second cell of its lines. */
async function namesIn(page: Page): Promise<readonly string[]> {
  await goTo(page, '#/casos');
  await expect(page.getByRole('button', { name: /^2026-\d{4}$/ }).first()).toBeVisible();
  const cells = await page.getByRole('row').locator('td:nth-child(2)').allTextContents();
  const words = new Set(cells.flatMap((name) => name.split(' ')));
  return [...words].filter((word) => word.length > 3 && !ofStaff.has(word));
}

for (const [login, own] of Object.entries(screens)) {
  test(`no name on any screen under discretion: ${login}`, async ({ app }) => {
    await signIn(app, login);
    const names = await namesIn(app);
    expect(names.length).toBeGreaterThan(10);
    const openCase = await openedCase(app);
    await goTo(app, '#/ajustes/contrasena');
    await app.keyboard.press('Alt+m');
    const found: string[] = [];
    const calls = watchCalls(app);
    for (const screen of own) {
      await goTo(app, screen.replace(/^case/, openCase));
      // What a screen asks for follows its title.
      await calls.take();
      const words = await wordsOf(app);
      const named = names.filter((name) => new RegExp(`\\b${name}\\b`).test(words));
      if (named.length > 0) found.push(`${screen}: ${named.length} names`);
    }
    expect(found).toEqual([]);
  });
}
