/** Help in place: by keyboard alone, on the door and on a screen, with its pictures; and what discretion hides. */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import type { Page } from '@playwright/test';

test.use({ mode: 'busy' });

const help = (page: Page) => page.getByRole('dialog', { name: 'Ayuda' });
const article = (page: Page, name: string) => help(page).getByRole('article', { name });

test('F1 shows the page of the screen with its picture, searches the manual, and gives the place back', async ({
  app,
}) => {
  await expect(app.getByLabel('Usuario')).toBeFocused();
  await app.keyboard.press('F1');
  await expect(article(app, 'Entrar y bloquear')).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(help(app)).toBeHidden();
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Plazos');
  await expect(app.getByRole('heading', { level: 1, name: 'Plazos' })).toBeFocused();
  await app.keyboard.press('F1');
  const page = article(app, 'Plazos: lo vencido, lo de hoy y lo de la semana');
  const picture = page.locator('img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(1000);
  await help(app).evaluate((one) => one.scrollTo(0, 0));
  await show(app, 'ayuda');
  await help(app).getByRole('searchbox').fill('contraseña olvidada');
  await expect(help(app).getByRole('status')).toHaveText(/partes? del manual/);
  await show(app, 'ayuda-buscar');
  await app.keyboard.press('Escape');
  await expect(help(app)).toBeHidden();
  await expect(app.getByRole('heading', { level: 1, name: 'Plazos' })).toBeFocused();
  await app.keyboard.press('F1');
  await help(app).getByRole('tab', { name: 'Manual' }).press('ArrowRight');
  await expect(help(app).getByText('La ayuda de esta pantalla y estas teclas')).toBeVisible();
  await show(app, 'ayuda-teclas');
});
