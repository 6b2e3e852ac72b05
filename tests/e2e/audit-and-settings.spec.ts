/** What Coordinación looks after: the audit record, the names of the centre, the copies, and what is unconfirmed. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { textbox, typeInto } from './keyboard.ts';
import type { Page } from '@playwright/test';

async function openSettings(page: Page, name: string): Promise<void> {
  await pressOn(page, 'link', 'Ajustes');
  await pressOn(page, 'link', name);
  await expect(page.getByRole('heading', { level: 1, name: `Ajustes: ${name.toLowerCase()}` })).toBeVisible();
}

test('shows each person the own record, and that of the centre to whoever may read it', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'link', 'Auditoría');
  await expect(app.getByRole('table', { name: /^Lo que usted hizo/ })).toBeVisible();
  await expect(app.getByRole('button', { name: 'Del centro' })).toHaveCount(0);
  await expect(app.getByText('Carmen Inventada Coordina')).toHaveCount(0);
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Auditoría');
  await expect(app.getByRole('table', { name: /de todo el centro/ })).toBeVisible();
  await expect(app.getByRole('cell', { name: 'Paula Inventada Psicóloga' }).first()).toBeVisible();
  await pressOn(app, 'button', 'Revisar bitácora');
  await expect(
    app.getByRole('paragraph').filter({ hasText: 'La bitácora está completa y cada registro coincide con su sello.' }),
  ).toBeVisible();
  await show(app, 'auditoria');
  await pressOn(app, 'button', 'Mía');
  await expect(app.getByRole('table', { name: /^Lo que usted hizo/ })).toBeVisible();
  await expect(app.getByRole('cell', { name: 'Paula Inventada Psicóloga' })).toHaveCount(0);
  await show(app, 'auditoria-propia');
});

test('changes the names of the centre, and leads from the summary to the field that lacks', async ({ app }) => {
  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Ajustes');
  await expect(app.getByRole('heading', { level: 1, name: 'Ajustes: centro' })).toBeFocused();
  const address = textbox(app, 'Domicilio procesal');
  await typeInto(app, textbox(app, 'Lema del año'), 'Año de la Prueba Inventada');
  await typeInto(app, address, '');
  await app.keyboard.press('Backspace');
  await pressOn(app, 'button', 'Guardar cambios');
  await expect(app.getByRole('group', { name: 'Revise 1 dato' })).toBeFocused();
  await show(app, 'ajustes-error');
  await pressOn(app, 'link', 'Escriba el domicilio procesal.');
  await expect(address).toBeFocused();
  await expect(textbox(app, 'Lema del año')).toHaveValue('Año de la Prueba Inventada');
  await app.keyboard.insertText('Av. Las Pruebas 456, San Juan de Lurigancho');
  await pressOn(app, 'button', 'Guardar cambios');
  await expect(app.getByText(/^Guardado\. Vale desde hoy/)).toBeVisible();
  await show(app, 'ajustes');
  await lock(app);

  // Somebody without the function reads them, and changes nothing.
  await signIn(app, 'legal');
  await pressOn(app, 'link', 'Ajustes');
  await expect(app.getByText('Av. Las Pruebas 456, San Juan de Lurigancho')).toBeVisible();
  await expect(app.getByText('San Juan de Lurigancho, Lima, Lima')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Guardar cambios' })).toHaveCount(0);
  await show(app, 'ajustes-solo-lectura');
});

test('takes an incident with personal data from whoever noticed it to the notice of Coordinación', async ({ app }) => {
  const dialog = app.getByRole('dialog');
  const confirm = async (name: string) => dialog.getByRole('button', { name, exact: true }).press('Enter');
  await signIn(app, 'psico');
  await openSettings(app, 'Datos personales');
  await pressOn(app, 'button', 'Registrar un incidente');
  await typeInto(app, textbox(app, 'Día en que se conoció'), '09/06/2026');
  await typeInto(app, textbox(app, 'Hora'), '08:15');
  await typeInto(app, textbox(app, 'Qué pasó'), 'Se vio la ficha 2026-0001 en la mesa de al lado.');
  await confirm('Registrar');
  await expect(dialog.getByRole('group', { name: 'Revise 1 dato' })).toBeFocused();
  await show(app, 'datos-personales-error');
  await typeInto(app, textbox(app, 'Qué pasó'), 'Se perdió una memoria USB con copias de oficios.');
  await confirm('Registrar');
  await expect(app.getByRole('cell', { name: /^Se perdió una memoria USB/ })).toBeVisible();
  await expect(app.getByRole('button', { name: /^Cerrar el incidente/ })).toHaveCount(0);
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', /^Plazos/);
  await expect(app.getByRole('cell', { name: /^Avisar a la autoridad de datos personales/ })).toBeVisible();
  await app.getByRole('button', { name: 'Centro' }).press('Enter');
  await app.getByRole('button', { name: /^Cerrar el incidente/ }).press('Enter');
  await dialog.getByRole('radio', { name: 'Se avisó a la autoridad' }).press('Space');
  await typeInto(app, textbox(app, 'Hora'), '08:30');
  await typeInto(app, textbox(app, 'Número de ingreso'), 'APDP-77');
  await confirm('Cerrar incidente');
  await expect(app.getByText('ingreso APDP-77', { exact: false })).toBeVisible();
  await pressOn(app, 'button', 'Registrar una revisión');
  await confirm('Registrar');
  await expect(app.getByRole('table', { name: '1 revisión' })).toBeVisible();
  await show(app, 'datos-personales');
});

test('makes a copy in a chosen folder, and the late banner goes', async ({ app, centre }) => {
  const folder = await mkdtemp(join(tmpdir(), 'registro-copias-'));
  // The age of a copy is told by the clock of the window: both must stand at the same day.
  await app.clock.setSystemTime(new Date('2026-06-10T14:00:00.000Z'));
  // The folder belongs to whoever looks after the computer.
  await signIn(app, 'soporte');
  await openSettings(app, 'Copias');
  await pressOn(app, 'button', '1 aviso');
  const warnings = app.getByRole('group', { name: 'Avisos' });
  await expect(warnings).toContainText('Aún no hay una copia verificada');
  await show(app, 'avisos');
  await app.keyboard.press('Escape');
  await expect(warnings).toBeHidden();
  await expect(app.getByRole('button', { name: '1 aviso' })).toBeFocused();
  await show(app, 'copias-sin-carpeta');
  const path = app.getByRole('textbox', { name: 'Carpeta' });
  await typeInto(app, path, centre.folder);
  await app.keyboard.press('Enter');
  await expect(path).toHaveAccessibleDescription(/fuera de la carpeta de datos/);
  await expect(path).toHaveValue(centre.folder);
  await show(app, 'copias-error');
  await typeInto(app, path, folder);
  await app.keyboard.press('Enter');
  await expect(app.getByText('Carpeta guardada.')).toBeVisible();
  await app.getByRole('region', { name: 'Copia ahora' }).getByRole('button', { name: 'Hacer copia' }).press('Enter');
  await expect(app.getByText('Copia hecha y verificada.', { exact: true }).first()).toBeVisible();
  await expect(app.getByRole('button', { name: 'Todo en orden' })).toBeVisible();
  await expect(
    app.getByText(/^Última copia verificada en otro disco: 10\/06\/2026 09:0\d, hace menos de una hora\.$/),
  ).toBeVisible();
  expect((await readdir(folder)).filter((name) => name.startsWith('backup-'))).toHaveLength(1);
  await show(app, 'copias');
  await rm(folder, { recursive: true, force: true });
});

test('lists what still waits for its official source', async ({ app }) => {
  await signIn(app, 'coordina');
  await openSettings(app, 'Tablas y reglas');
  await expect(app.getByRole('table', { name: /^\d+ tablas que el centro puede cambiar y confirmar$/ })).toBeVisible();
  await expect(app.getByRole('table', { name: /ficha de registro, por confirmar: \d+$/ })).toBeVisible();
  await expect(app.getByRole('cell', { name: 'por confirmar' }).first()).toBeVisible();
});

test('doubts a date that went back, until Coordinación confirms it', async ({ app, centre }) => {
  await signIn(app, 'psico');
  await lock(app);
  await centre.tell({ set: '2019-03-01T14:00:00.000Z' });
  await signIn(app, 'legal');
  const doubt = app.getByText(/^Esta computadora dice 01\/03\/2019/);
  await expect(doubt).toContainText('Coordinación debe confirmarla.');
  await expect(app.getByRole('button', { name: 'La fecha es correcta' })).toHaveCount(0);
  await lock(app);
  await signIn(app, 'coordina');
  await expect(doubt).toBeVisible();
  await show(app, 'fecha-en-duda');
  await pressOn(app, 'button', 'La fecha es correcta');
  await expect(doubt).toHaveCount(0);
});
