/** An older file in the place of the newer one: everybody reads what happened, two people decide, by keyboard alone. */
import { row, whoField } from './arrivals.ts';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, lock, passphrase, pressOn, show, signIn, test, type ServedCentre } from './centre.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

test.describe.configure({ timeout: 900_000 });

/** The database of a centre that nobody has open; what a reader left of its log belongs to it. */
const parts = ['', '-wal', '-shm'] as const;

/** Locks, and waits until the copy of closing is made and the file closed. */
async function close(app: Page, centre: ServedCentre): Promise<void> {
  await lock(app);
  await centre.tell({ lock: true });
}

function putInPlace(from: string, to: string): void {
  for (const part of parts) {
    rmSync(to + part, { force: true });
    if (existsSync(from + part)) copyFileSync(from + part, to + part);
  }
}

async function fillSecond(app: Page, login: string, secret: string): Promise<void> {
  await typeInto(app, app.getByLabel('Su contraseña', { exact: true }), passphrase);
  await typeInto(app, textbox(app, 'Usuario de la segunda persona'), login);
  await typeInto(app, app.getByLabel('Contraseña de la segunda persona', { exact: true }), secret);
}

test('says to everybody what happened, offers nothing that is refused, and is ended by two people', async ({
  app,
  centre,
}) => {
  const target = await mkdtemp(join(tmpdir(), 'registro-copias-'));
  const file = join(centre.folder, 'registro.e1.db');
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Copias');
  await typeInto(app, textbox(app, 'Carpeta'), target);
  await app.keyboard.press('Enter');
  await expect(app.getByText('Carpeta guardada.')).toBeVisible();
  await close(app, centre);
  putInPlace(file, join(target, 'antes.db'));

  await centre.tell({ set: '2026-06-11T14:00:00.000Z' });
  await app.clock.setSystemTime(new Date('2026-06-11T14:00:00.000Z'));
  await signIn(app, 'admision');
  await app.keyboard.press('Alt+n');
  await expect(whoField(app)).toBeFocused();
  await pressOn(app, 'button', 'Poner en espera');
  await expect(row(app, 'A-01')).toBeVisible();
  await close(app, centre);
  putInPlace(join(target, 'antes.db'), file);

  await signIn(app, 'admision');
  await expect(app.getByRole('alert').filter({ hasText: /^Solo lectura: el registro volvió/ })).toBeVisible();
  await expect(app.getByText(/modo de solo lectura/)).toHaveCount(0);
  await expect(app.getByRole('group', { name: 'Registrar llegada' })).toContainText(
    'Solo lectura: ahora no se puede guardar.',
  );
  await expect(app.getByRole('button', { name: /^Poner en espera/ })).toHaveCount(0);
  await show(app, 'solo-lectura-recepcion');
  await app.keyboard.press('Alt+n');
  await expect(app.getByRole('heading', { level: 1, name: 'Registrar llegada' })).toBeVisible();
  await expect(app.getByRole('main').getByText(/^Solo lectura: ahora no se puede guardar/)).toBeVisible();
  await expect(app.getByRole('button', { name: /^(Registrar|Poner) en espera/ })).toHaveCount(0);
  await show(app, 'solo-lectura-llegada');
  await pressOn(app, 'link', 'Qué pasó y cómo sigue');
  await expect(
    app.getByRole('heading', { level: 1, name: /^El registro volvió al miércoles 10 de junio/ }),
  ).toBeFocused();
  await expect(app.getByText(/^Deciden Coordinación y otra persona/)).toBeVisible();
  await expect(app.getByRole('button', { name: 'Seguir desde aquí' })).toHaveCount(0);
  await show(app, 'solo-lectura-todos');
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Qué pasó y cómo sigue');
  const missing = app.getByRole('table', { name: /^Lo que falta/ });
  await expect(
    app.getByRole('heading', { level: 1, name: /^El registro volvió al miércoles 10 de junio/ }),
  ).toBeVisible();
  await expect(missing).toContainText('Entradas de la bitácora');
  await expect(missing).toContainText('Llegada registrada');
  await show(app, 'solo-lectura');
  await pressOn(app, 'button', 'Cerrar mi sesión y reponer');
  await expect(textbox(app, 'Carpeta de la copia')).toHaveValue(new RegExp(`^${target}.backup-`));
  await pressOn(app, 'button', 'Volver');

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Qué pasó y cómo sigue');
  await choose(app, group(app, 'Qué se hace'), 'Seguir desde aquí');
  await pressOn(app, 'button', 'Seguir desde aquí');
  await expect(app.getByLabel('Su contraseña', { exact: true })).toBeFocused();
  await fillSecond(app, 'admision', passphrase);
  await pressOn(app, 'button', 'Seguir desde aquí');
  await expect(app.getByRole('main').getByRole('alert')).toContainText(/persona/);
  await show(app, 'solo-lectura-error');
  await fillSecond(app, 'social', passphrase);
  await pressOn(app, 'button', 'Seguir desde aquí');
  await expect(app.getByRole('heading', { level: 1, name: 'Auditoría' })).toBeVisible();
  await expect(app.getByText(/^Solo lectura/)).toHaveCount(0);
  await expect(app.getByText(/^Tramo 2, .* aún no está en papel/)).toBeVisible();
  await expect(app.getByRole('button', { name: 'Guardar hoja de la clave inicial' })).toBeVisible();
  await show(app, 'solo-lectura-terminado');
  await lock(app);

  await signIn(app, 'admision');
  await expect(app.getByRole('button', { name: /^Poner en espera/ })).toBeVisible();
  await rm(target, { recursive: true, force: true });
});
