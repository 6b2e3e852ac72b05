/** A ficha closed by two people after a list read from the record, and opened again; by keyboard. */
import type { Page } from '@playwright/test';
import { expect, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, pressMain, textbox, typeInto } from './keyboard.ts';
import { goToCases } from './workplace.ts';

test.use({ mode: 'busy' });
test.describe.configure({ timeout: 360_000 });

const number = '2026-0001';

async function openClosing(app: Page, login: string): Promise<void> {
  await signIn(app, login);
  await goToCases(app);
  // Opening a row by keyboard is told elsewhere; the list of a busy centre is long.
  await app.getByRole('button', { name: number, exact: true }).click();
  await pressOn(app, 'link', 'Cierre de la ficha');
  await expect(app.getByRole('heading', { level: 1, name: 'Cierre de la ficha' })).toBeVisible();
}

async function fillProposal(app: Page): Promise<void> {
  await choose(app, group(app, 'Motivo del cierre'), 'Plan cumplido');
  await typeInto(app, textbox(app, 'Resumen del caso'), 'Cumplió el plan y vive con su hermana.');
  await typeInto(app, app.getByRole('textbox', { name: /^Propuestas del plan sin decidir/ }), 'Se vieron con ella.');
}

test('a ficha is supervised, proposed, withdrawn, proposed again, approved by who read the list, and opened again', async ({
  app,
}) => {
  await openClosing(app, 'psico');
  await expect(app.getByText(/Todavía no se puede proponer el cierre/)).toBeVisible();
  await show(app, 'cierre-falta');
  await lock(app);

  await openClosing(app, 'social');
  await pressOn(app, 'button', 'Registrar seguimiento supervisado…');
  await typeInto(app, textbox(app, 'Qué se revisó con quien la atiende'), 'Se revisó el plan con Psicología.');
  await show(app, 'cierre-supervisar');
  await pressOn(app, 'button', 'Registrar', app.getByRole('dialog'));
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await lock(app);

  await openClosing(app, 'psico');
  await pressMain(app, /^Proponer el cierre/);
  await pressOn(app, 'button', 'Proponer', app.getByRole('dialog'));
  await expect(app.getByText('Elija el motivo.').first()).toBeVisible();
  await show(app, 'cierre-proponer-error');
  await fillProposal(app);
  await show(app, 'cierre-proponer');
  await pressOn(app, 'button', 'Proponer', app.getByRole('dialog'));
  await expect(app.getByText(/La decide otra persona profesional/)).toBeVisible();
  await show(app, 'cierre-propuesto');
  await pressOn(app, 'button', 'Retirar la propuesta…');
  await show(app, 'cierre-retirar');
  await pressOn(app, 'button', 'Retirar', app.getByRole('dialog'));
  await expect(app.getByText('Cierre: Retirado')).toBeVisible();
  await expect(app.getByRole('heading', { level: 1, name: 'Cierre de la ficha' })).toBeFocused();
  await pressMain(app, /^Proponer el cierre/);
  await fillProposal(app);
  await pressOn(app, 'button', 'Proponer', app.getByRole('dialog'));
  await expect(app.getByText(/La decide otra persona profesional/)).toBeVisible();
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'link', 'Ver la lista');
  await expect(app.getByRole('heading', { level: 1, name: 'Cierre de la ficha' })).toBeVisible();
  await show(app, 'cierre-por-aprobar');
  await pressOn(app, 'button', 'Aprobar el cierre…');
  await typeInto(app, textbox(app, 'Su contraseña'), passphrase);
  await pressOn(app, 'button', 'Aprobar', app.getByRole('dialog'));
  await expect(app.getByText('Cierre: Aprobado')).toBeVisible();
  await show(app, 'cierre-cerrada');
  await lock(app);

  // What the court says is still typed there, and kept while it is.
  await signIn(app, 'legal');
  await goToCases(app);
  await app.getByRole('button', { name: number, exact: true }).click();
  await pressOn(app, 'link', 'Proceso');
  await pressOn(app, 'button', 'Registrar acto');
  await typeInto(app, textbox(app, 'Lo que debe saber el equipo'), 'Palabras inventadas');
  await expect(app.getByRole('status').getByText(/^Borrador guardado/)).toBeVisible();
  await show(app, 'proceso-cerrada');
  await lock(app);

  await openClosing(app, 'coordina');
  await pressMain(app, /^Reabrir la ficha/);
  await choose(app, group(app, 'Por qué se reabre'), 'Hecho nuevo');
  await pressOn(app, 'button', 'Reabrir', app.getByRole('dialog'));
  await expect(app.getByText(/^Reabierta/)).toBeVisible();
  await show(app, 'cierre-reabierta');
});
