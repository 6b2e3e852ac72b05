/** The way to a page by the navigation: its entry, then its name in the bar of the page; or one's own name. */
import { expect, type Page } from '@playwright/test';
import { walkTo } from './tab-walk.ts';

/** Entries a page may stand behind, by role; `first`: the entry itself leads to it. */
type Way = { readonly entry: RegExp; readonly first?: true };

const ways: Readonly<Record<string, readonly Way[]>> = {
  Aprobaciones: [{ entry: /^Mi día/ }],
  'Correcciones pedidas': [{ entry: /^Fichas/ }, { entry: /^Mi día/ }],
  'Orden de llegada': [{ entry: /^Recepción/, first: true }, { entry: /^Mi día/ }],
  Espera: [{ entry: /^Recepción/ }],
  'Cerrar el día': [{ entry: /^Recepción/ }, { entry: /^Mi día/ }],
  Citas: [{ entry: /^Agenda/, first: true }],
  Llamadas: [{ entry: /^Agenda/ }],
  Semana: [{ entry: /^Agenda/ }],
  Plazos: [{ entry: /^Agenda/ }],
  Buscar: [{ entry: /^(Casos|Fichas)/ }],
  Derivaciones: [{ entry: /^Casos/ }],
  'Registro central': [{ entry: /^Casos/ }],
  'Cargos de hoy': [{ entry: /^Escritos/, first: true }, { entry: /^Casos/ }],
  'Reporte mensual': [{ entry: /^Mes/, first: true }],
  Monitoreo: [{ entry: /^Mes/ }],
  Tablas: [{ entry: /^Mes/ }],
  'Serie anual': [{ entry: /^Mes/ }],
  Prevención: [{ entry: /^Prevención/, first: true }, { entry: /^Mes/ }],
  Directorio: [{ entry: /^Papeles/, first: true }],
  'Papeles en blanco': [{ entry: /^Papeles/ }],
  'Registro de impresiones': [{ entry: /^Impresiones/, first: true }, { entry: /^Papeles/ }],
  'Verificar código': [{ entry: /^Impresiones/ }, { entry: /^Papeles/ }],
  Personal: [{ entry: /^Centro/, first: true }],
  'Puesta en marcha': [{ entry: /^Centro/ }],
  Conflictos: [{ entry: /^Vínculos/, first: true }, { entry: /^Centro/ }],
  'Importar lista': [{ entry: /^Centro/ }],
  Auditoría: [{ entry: /^Bitácora/, first: true }, { entry: /^Centro/ }],
  Ajustes: [{ entry: /^Estado/, first: true }, { entry: /^Centro/ }],
};

async function pressWalking(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.press('Enter');
}

/** The list in which every ficha of hers stands; stays where it is already. */
export async function goToCases(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: /^(Casos|Fichas)$/ });
  if (await title.isVisible()) return;
  const navigation = page.getByRole('navigation', { name: 'Secciones del programa' });
  await pressWalking(page, navigation.getByRole('link', { name: /^(Casos|Fichas)/ }));
  await expect(title).toBeVisible();
}

/**
 * Goes to a page of the program by keyboard.
 *
 * @returns false when the name is none of a page, or its link stands on the screen already
 */
export async function goByWorkplace(page: Page, name: string | RegExp): Promise<boolean> {
  const label = Object.keys(ways).find((one) => (typeof name === 'string' ? one === name : name.test(one)));
  if (label === undefined) return false;
  const navigation = page.getByRole('navigation', { name: 'Secciones del programa' });
  await expect(navigation).toBeVisible();
  const link = page.getByRole('link', { name, exact: true }).first();
  if (await link.isVisible()) return false;
  for (const { entry, first } of ways[label] ?? []) {
    const target = navigation.getByRole('link', { name: entry });
    if (!(await target.isVisible())) continue;
    await pressWalking(page, target);
    if (first !== true) await pressWalking(page, link);
    return true;
  }
  await pressWalking(
    page,
    page.getByRole('button', { name: /^.* (Admisión|Psicología|Trabajo social|Servicio legal|Promoción)$/ }).first(),
  );
  await pressWalking(page, link);
  return true;
}
