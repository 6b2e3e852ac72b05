/** Coming back from a copy over a record that is there, by keyboard: what would be missing, two people, the old files. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, lock, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';

test('says what a copy would take away, asks for a second person, and keeps the old files', async ({ app }) => {
  const target = await mkdtemp(join(tmpdir(), 'registro-copias-'));
  await app.clock.setSystemTime(new Date('2026-06-10T14:00:00.000Z'));
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Copias');
  await typeInto(app, textbox(app, 'Carpeta'), target);
  await app.keyboard.press('Enter');
  await expect(app.getByText('Carpeta guardada.')).toBeVisible();
  await expect(app.getByText('Aún no hay copias en esta carpeta.')).toBeVisible();
  await show(app, 'copias-vacias');
  await app.getByRole('region', { name: 'Copia ahora' }).getByRole('button', { name: 'Hacer copia' }).press('Enter');
  await expect(app.getByRole('table', { name: '1 copia verificada' })).toBeVisible();
  await pressOn(app, 'button', 'Probar ahora');
  await expect(app.getByText(/^backup-.*: sana\.$/)).toBeVisible();
  await show(app, 'copias-lleno');
  const [name = ''] = await readdir(target);
  await lock(app);

  await pressOn(app, 'button', 'Recuperar desde una copia');
  await typeInto(app, textbox(app, 'Carpeta de la copia'), join(target, name));
  await typeInto(app, textbox(app, 'Usuario'), 'coordina');
  await typeInto(app, app.getByLabel('Contraseña', { exact: true }), passphrase);
  // The copy of closing took its place meanwhile: the day needs one copy, and that one holds all of the other.
  await expect(async () => {
    const [newest = ''] = (await readdir(target)).filter((one) => one.startsWith('backup-'));
    expect(newest).not.toBe(name);
    await textbox(app, 'Carpeta de la copia').fill(join(target, newest));
  }).toPass({ timeout: 60_000 });
  await show(app, 'reponer');
  await pressOn(app, 'button', 'Revisar la copia');
  await expect(app.getByRole('heading', { name: 'Qué cambia' })).toBeFocused();
  await expect(app.getByText(/^La copia es del 10\/06\/2026/)).toBeVisible();
  await show(app, 'reponer-que-cambia');
  await pressOn(app, 'button', 'Reponer esta copia');
  await expect(app.getByRole('link', { name: /./ }).first()).toBeVisible();
  await typeInto(app, textbox(app, 'Usuario de la segunda persona'), 'psico');
  await typeInto(app, app.getByLabel('Contraseña de la segunda persona', { exact: true }), 'no es esta frase');
  await pressOn(app, 'button', 'Reponer esta copia');
  await expect(app.getByText('El usuario o la contraseña no es correcto. No se cambió nada.').first()).toBeVisible();
  await show(app, 'reponer-error');
  await typeInto(app, app.getByLabel('Contraseña de la segunda persona', { exact: true }), passphrase);
  await pressOn(app, 'button', 'Reponer esta copia');
  await expect(app.getByText(/^Registro recuperado y revisado\./)).toBeVisible({ timeout: 60_000 });
  await show(app, 'reponer-hecho');
  await pressOn(app, 'button', 'Ir a entrar');
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'link', 'Copias');
  await expect(app.getByText('aún no elegida')).toBeVisible();
  await expect(app.getByRole('table', { name: 'Carpetas apartadas' })).toContainText('anterior-20260610');
  await show(app, 'copias-apartados');
  await rm(target, { recursive: true, force: true });
});
