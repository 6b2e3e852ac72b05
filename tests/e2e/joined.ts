/** Two computers of one centre, one connected to the other by its code. */
import type { Browser, Page } from '@playwright/test';
import { expect, passphrase, pressOn, serve, signIn } from './centre.ts';
import { goTo } from './every-screen.ts';

/** Types the own password in the dialog that asks for it. */
export async function confirm(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
}

type Offer = { readonly port: number; readonly code: string };

/** Coordinación lets others connect and reads a code; answers where, and the code. */
export async function offer(app: Page, port: number): Promise<Offer> {
  await signIn(app, 'coordina');
  await goTo(app, '#/ajustes/computadoras');
  await pressOn(app, 'button', 'Permitir que se conecten otras computadoras…');
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Puerto').fill(String(port));
  await dialog.getByLabel('Su contraseña', { exact: true }).focus();
  await confirm(app);
  await expect(app.getByText(`Pueden conectarse en 127.0.0.1, puerto ${port}`)).toBeVisible();
  await pressOn(app, 'button', 'Conectar otra computadora…');
  await confirm(app);
  const code = app.getByRole('dialog', { name: 'Código para conectar otra computadora' });
  await expect(code.getByText(String(port), { exact: true })).toBeVisible();
  const groups = (await code.innerText()).match(/\b[0-9A-HJKMNP-TV-Z]{4}\b/g) ?? [];
  return { port, code: groups.slice(-7).join(' ') };
}

type At = Offer & { readonly name: string };

/** Types what the other computer shows, on the form of this one. */
export async function join(page: Page, { port, code, name }: At): Promise<void> {
  await page.getByLabel('Dirección').fill('127.0.0.1');
  await page.getByLabel('Puerto').fill(String(port));
  await page.getByLabel('Código').fill(code);
  await page.getByLabel('Nombre de esta computadora').fill(name);
  await pressOn(page, 'button', 'Conectar esta computadora');
  await expect(page.getByText(/^Esta computadora quedó conectada a/).first()).toBeVisible();
}

/** An empty computer with its own window, which becomes «PSICOLOGIA-PC». */
export async function openRoom(browser: Browser, at: Offer) {
  const joining = await serve('joining');
  const context = await browser.newContext({ locale: 'es-PE', viewport: { width: 1366, height: 768 } });
  const room = await context.newPage();
  await room.goto(joining.address);
  await pressOn(room, 'button', 'Conectar esta computadora');
  await join(room, { ...at, name: 'PSICOLOGIA-PC' });
  const close = async () => {
    await context.close();
    await joining.stop();
  };
  return { room, joining, close };
}
