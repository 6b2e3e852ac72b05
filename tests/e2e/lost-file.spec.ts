/** A file of a case is damaged on the disk: the copy says what it lacks, and the alert of which ficha. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, lock, openWarnings, pressOn, show, signIn, test } from './centre.ts';
import { addPicture } from './files-of-case.ts';
import { textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'papers' });

test('the copy without a damaged file is told to Coordinación, with the ficha', async ({ app, centre }) => {
  const target = mkdtempSync(join(tmpdir(), 'registro-e2e-copies-'));
  await signIn(app, 'legal');
  await addPicture(app, /2026-0001/);
  await lock(app);
  const files = join(centre.folder, 'files');
  for (const name of readdirSync(files)) writeFileSync(join(files, name), 'dañado');

  await signIn(app, 'coordina');
  await openWarnings(app);
  await pressOn(app, 'button', 'Ver las copias');
  await typeInto(app, textbox(app, 'Carpeta'), target);
  await app.keyboard.press('Enter');
  await expect(app.getByText('Carpeta guardada.').first()).toBeVisible();
  await pressOn(app, 'button', 'Hacer copia');
  await expect(app.getByText(/^A la última copia le falta 1 archivo de una ficha/)).toBeVisible();
  await show(app, 'copia-sin-archivo');
  await pressOn(app, 'link', /^Mi día/);
  await expect(app.getByText('Un archivo de la ficha está dañado o falta').first()).toBeVisible();
  await show(app, 'copia-sin-archivo-aviso');
  rmSync(target, { recursive: true, force: true });
});
