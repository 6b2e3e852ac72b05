/** Candidates while a new person is typed: shown with reasons, chosen by keyboard, undone; roles for who may know. */
import { isNew, says, waitsAndOpens } from './arrivals.ts';
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ mode: 'busy' });

/** Somebody whom the search does not know, taken to «Abrir ficha». */
async function opensNew(page: Page): Promise<void> {
  await says(page, 'Zzyx Inexistente');
  await isNew(page);
  await waitsAndOpens(page);
}

function part(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title });
}

function field(panel: Locator, label: string): Locator {
  return panel.getByRole('textbox', { name: label, exact: true });
}

async function types(page: Page, panel: Locator, names: readonly [string, string | null, string]): Promise<void> {
  await typeInto(page, field(panel, 'Apellido paterno'), names[0]);
  if (names[1] !== null) await typeInto(page, field(panel, 'Apellido materno'), names[1]);
  await typeInto(page, field(panel, 'Nombres'), names[2]);
}

const likely = 'Personas posibles según lo escrito';

test('the desk is shown who she may be while typing, chooses, and takes it back with nothing lost', async ({ app }) => {
  await signIn(app, 'admision');
  await opensNew(app);
  const panel = part(app, '1. Persona usuaria');
  await types(app, panel, ['Kispe', 'Flores', 'Rosa']);
  const list = panel.getByRole('list', { name: likely });
  const first = list.getByRole('listitem').first();
  await expect(first).toContainText('Rosa Quispe');
  await expect(first).toContainText('Nombre escrito de otra manera.');
  // Masked, and never in which other role she stands.
  await expect(list).not.toContainText(/Inventada|Ficha|Figura/);
  await show(app, 'persona-posible');
  await pressOn(app, 'button', /^Es la misma: Rosa Quispe/, first);
  await expect(panel.getByText('Es la misma persona: Rosa Quispe.')).toBeVisible();
  await pressOn(app, 'button', 'Cambiar', panel);
  await typeInto(app, textbox(app, 'Busque primero a la persona usuaria'), 'Zzyx Inexistente');
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', 'Registrar como persona nueva', panel);
  await expect(field(panel, 'Apellido paterno')).toHaveValue('Kispe');
});

test('Coordinación reads in which other role a person stands', async ({ app }) => {
  await signIn(app, 'coordina');
  await opensNew(app);
  const user = part(app, '1. Persona usuaria');
  await types(app, user, ['Rojas', null, 'Pedro']);
  await expect(user.getByRole('list', { name: likely }).getByRole('listitem').first()).toContainText(
    'Figura como presunta persona agresora en otra ficha.',
  );
  const aggressor = part(app, '2. Presunta persona agresora');
  await typeInto(app, textbox(app, 'Busque a la presunta persona agresora'), 'Zzyx Inexistente');
  await app.keyboard.press('Enter');
  await pressOn(app, 'button', 'Registrar como persona nueva', aggressor);
  await types(app, aggressor, ['Quispe', 'Flores', 'Rosa Inventada']);
  const first = aggressor.getByRole('list', { name: likely }).getByRole('listitem').first();
  await expect(first).toContainText('Figura como persona usuaria en otra ficha.');
  // The closest first, though a name alone holds them all at «Posible».
  await expect(first).toContainText('Rosa Inventada Quispe Flores');
  await show(app, 'persona-posible-rol');
});
