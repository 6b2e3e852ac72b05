/** The main screens of the program, and a way to look at each of them. */
import { expect, type Page } from '@playwright/test';

/** Person who sees the screen, and its address; `case` opens the page of a case. */
const screens = [
  ['psico', '#/'],
  ['psico', '#/buscar'],
  ['psico', 'case'],
  ['psico', 'case/seccion-a'],
  ['psico', 'case/seccion-b'],
  ['psico', 'case/riesgo'],
  ['psico', 'case/plan'],
  ['psico', 'case/plan-de-seguridad'],
  ['psico', 'case/quien-abrio'],
  ['legal', 'case/sus-datos'],
  ['psico', 'case/insercion'],
  ['psico', 'case/mapa-corporal'],
  ['psico', 'case/cierre'],
  ['psico', 'case/documentos'],
  ['psico', 'case/validar'],
  ['psico', 'case/personas'],
  ['psico', 'case/entrevistas'],
  ['psico', 'case/atenciones'],
  ['psico', 'case/archivos'],
  ['psico', 'case/derivaciones'],
  ['psico', 'case/antecedentes'],
  ['psico', '#/llamadas'],
  ['psico', '#/semana'],
  ['psico', '#/plazos'],
  ['psico', '#/derivaciones'],
  ['psico', '#/registro-central'],
  ['psico', '#/correcciones'],
  ['psico', '#/papeles-en-blanco'],
  ['psico', '#/verificar'],
  ['legal', 'case/proceso'],
  ['legal', 'case/presentar'],
  ['psico', 'case/derivar/health'],
  ['psico', 'case/derivar-urgente'],
  ['psico', 'case/derivar-varias'],
  ['psico', 'case/entregar/police'],
  ['legal', '#/'],
  ['legal', '#/cargos'],
  ['legal', 'case/documentos/escrito/4'],
  ['legal', 'case/documentos/medidas'],
  ['admision', '#/'],
  ['admision', '#/llegada/datos'],
  ['admision', '#/citas'],
  ['admision', '#/consulta-por-persona'],
  ['admision', '#/instituciones'],
  ['promocion', '#/'],
  ['promocion', '#/prevencion'],
  ['coordina', '#/prevencion'],
  ['coordina', '#/directorio'],
  ['coordina', '#/llegadas'],
  ['coordina', '#/espera'],
  ['coordina', '#/reporte'],
  ['coordina', '#/reporte/2026-05'],
  ['coordina', '#/monitoreo'],
  ['coordina', '#/serie-anual'],
  ['coordina', '#/tablas/2026-05'],
  ['coordina', '#/aprobaciones'],
  ['coordina', '#/personal'],
  ['coordina', '#/personal/nuevo'],
  ['coordina', '#/auditoria'],
  ['coordina', '#/ajustes'],
  ['coordina', '#/ajustes/contrasena'],
  ['coordina', '#/ajustes/copias'],
  ['coordina', '#/ajustes/computadoras'],
  ['coordina', '#/ajustes/tablas'],
] as const;

const byPerson = Map.groupBy(screens, ([login]) => login);

export const logins = [...byPerson.keys()];

export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('[data-loading]')).toHaveCount(0);
}

/** Address of a ficha, opened from the list by keyboard. */
export async function openedCase(page: Page): Promise<string> {
  await goTo(page, '#/casos');
  await page.getByRole('button', { name: '2026-0027', exact: true }).press('Enter');
  await expect(page).toHaveURL(/#\/casos\/[0-9a-f-]{36}/);
  return /#\/casos\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}

/** Each screen of one person, drawn; the check says what it found wrong, with the screen before it. */
export async function problemsOf(
  page: Page,
  login: string,
  check: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  const own = byPerson.get(login as (typeof screens)[number][0]) ?? [];
  const openCase = own.some(([, screen]) => screen.startsWith('case')) ? await openedCase(page) : '';
  for (const [, screen] of own) {
    await goTo(page, screen.replace(/^case/, openCase));
    found.push(...(await check(page)).map((problem) => `${screen}: ${problem}`));
  }
  return found;
}

/** Those that are drawn in the colour of what is to be done. */
export function filledButtons(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sample = document.createElement('i');
    sample.style.color = 'var(--cem-accent)';
    document.body.append(sample);
    const { color } = getComputedStyle(sample);
    sample.remove();
    return [...document.querySelectorAll('main button')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('[role="radiogroup"]') === null)
      .filter((one) => getComputedStyle(one).backgroundColor === color)
      .map((one) => one.textContent.trim().slice(0, 30));
  });
}
