/** «Acerca de»: what the program is made of, and an update file, by keyboard alone and with axe in every state. */
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeOf } from '../../scripts/programs.ts';
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';

const root = join(import.meta.dirname, '../..');

/** A signed file of a version far ahead, as the publisher's script makes it. */
async function signedIn(folder: string): Promise<string> {
  const at = (name: string) => join(folder, name);
  const told = { version: '99.0.0', minimumVersion: '0.0.0', date: '2026-06-01', notes: 'Mejoras inventadas.' };
  await writeFile(at('m.json'), JSON.stringify(told));
  await copyFile(join(root, 'tests/fixtures/update/clave-de-pruebas.pem'), at('k.pem'));
  await chmod(at('k.pem'), 0o600);
  const files = ['--key', at('k.pem'), '--installer', at('otro.exe'), '--manifest', at('m.json'), '--out', at('nueva')];
  execFileSync(nodeOf(), [join(root, 'scripts/sign-update.ts'), ...files]);
  return at('nueva');
}

test('lists the parts with their licences, and reads an update file', async ({ app }) => {
  const folder = await mkdtemp(join(tmpdir(), 'registro-update-'));
  try {
    await signIn(app, 'coordina');
    await pressOn(app, 'link', 'Ajustes');
    await pressOn(app, 'link', 'Acerca de');
    await expect(app.getByRole('heading', { level: 1, name: 'Ajustes: acerca de' })).toBeVisible();
    await expect(app.getByText(/^Registro CEM, versión \d+\.\d+\.\d+\./)).toBeVisible();
    await show(app, 'acerca-de');
    await typeInto(app, textbox(app, 'Buscar por nombre o licencia'), 'LGPL');
    await expect(app.getByText(/^1 de \d+ partes$/)).toBeVisible();
    await pressOn(app, 'button', '@img/sharp-win32-x64');
    const dialog = app.getByRole('dialog');
    await expect(dialog.getByRole('region', { name: /^Licencia de/ })).toContainText('GNU LESSER GENERAL PUBLIC');
    await show(app, 'acerca-de-licencia');
    await app.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    await writeFile(join(folder, 'otro.exe'), 'instalador sin firma');
    const field = textbox(app, 'Archivo de actualización');
    await typeInto(app, field, join(folder, 'otro.exe'));
    await app.keyboard.press('Enter');
    await expect(app.getByText(/^Ese archivo no es una actualización firmada/).first()).toBeVisible();
    await show(app, 'actualizar-error');
    await typeInto(app, field, await signedIn(folder));
    await app.keyboard.press('Enter');
    await expect(app.getByText(/^Versión .* Firmada por quien publica el programa y completa\.$/)).toBeVisible();
    await typeInto(app, textbox(app, 'Carpeta para el instalador'), folder);
    await app.keyboard.press('Enter');
    await expect(app.getByText(/^Antes de actualizar hace falta una copia verificada/).first()).toBeVisible();
    await show(app, 'actualizar-revisada');
    expect((await readdir(folder)).sort()).toEqual(['k.pem', 'm.json', 'nueva', 'otro.exe']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
