/** A hand-over to the police of the same building by keyboard, what its account sees and notes, and what comes back. */
import { pressInCase } from './case-ways.ts';
import { expect, lock, pressOn, show, signIn, test } from './centre.ts';
import { choose, group, textbox, tick, typeInto } from './keyboard.ts';

test.use({ mode: 'counterparts' });

test('hands a case over in one act, is answered by the police, and sees it in the case', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressInCase(app, 'Derivaciones');
  await show(app, 'derivaciones-contrapartes');
  await pressOn(app, 'link', 'Entregar a la comisaría de este centro');
  await expect(app.getByRole('heading', { level: 1, name: 'Entregar a la comisaría de este centro' })).toBeVisible();
  await tick(app, group(app, 'Servicios'), 'Recibir su denuncia');
  await typeInto(app, textbox(app, 'Motivo'), 'Quiere denunciar hoy.');
  await show(app, 'entregar-contraparte');
  await pressOn(app, 'button', 'Entregar');
  await expect(app.getByRole('group', { name: /^Revise/ })).toBeFocused();
  await choose(app, group(app, '¿Acepta esta derivación?'), 'Verbal, registrado por la persona profesional');
  await pressOn(app, 'button', 'Entregar');
  await expect(
    app.getByText('Entregado a Comisaría Inventada: su cuenta ya ve la hoja.', { exact: false }),
  ).toBeVisible();
  await lock(app);

  await signIn(app, 'comisaria');
  await expect(app.getByRole('heading', { level: 1, name: 'Mi día' })).toBeVisible();
  const navigation = app.getByRole('navigation', { name: 'Secciones del programa' });
  await expect(navigation.getByRole('link')).toHaveCount(1);
  const list = app.getByRole('region', { name: 'Hojas de entrega' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await show(app, 'contraparte-mi-dia');
  await app.keyboard.press('Control+k');
  await app.keyboard.type('Rufina');
  await expect(app.getByRole('option', { name: /Rufina|2026-/ })).toHaveCount(0);
  await expect(app.getByText('Ninguna acción ni página coincide con lo escrito.')).toBeVisible();
  await show(app, 'contraparte-buscar');
  await app.keyboard.press('Escape');
  await pressOn(app, 'button', /Zoila Testimonia/);
  await expect(app.getByRole('region', { name: 'Hoja de entrega', exact: true })).toContainText(
    'Quiere denunciar hoy.',
  );
  await app.keyboard.press('Alt+M');
  await expect(app.getByText('Zoila Testimonia', { exact: false })).toHaveCount(0);
  await show(app, 'contraparte-discreto');
  await app.keyboard.press('Alt+M');
  await pressOn(app, 'button', 'Anotar: denuncia recibida');
  await show(app, 'contraparte-denuncia');
  const dialog = app.getByRole('dialog');
  await typeInto(app, textbox(app, 'Número de la denuncia'), '204-2026');
  await typeInto(app, textbox(app, 'Día'), '10062026');
  await typeInto(app, textbox(app, 'Hora'), '0845');
  await pressOn(app, 'button', 'Anotar', dialog);
  await expect(dialog).toHaveCount(0);
  await expect(app.getByText(/Denuncia recibida: anotado el/)).toBeVisible();
  await lock(app);

  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressInCase(app, 'Derivaciones');
  await expect(app.getByText('Lo anotó la contraparte; ya consta.', { exact: false })).toBeVisible();
  await show(app, 'derivaciones-contraparte-respondio');
  await pressOn(app, 'button', /^Cerrar la entrega/);
  await expect(app.getByText('Ya no la ve')).toBeVisible();
  await lock(app);

  await signIn(app, 'comisaria');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(app.getByText('Zoila Testimonia', { exact: false })).toHaveCount(0);
});

test('health notes attention, kit and certificate; Coordinación switches its account off', async ({ app }) => {
  await signIn(app, 'posta');
  await pressOn(app, 'button', 'Anotar: atención');
  const dialog = app.getByRole('dialog');
  await choose(app, group(app, '¿Fue atendida?'), 'Sí fue atendida');
  await typeInto(app, textbox(app, 'Día'), '10062026');
  await typeInto(app, textbox(app, 'Hora'), '0850');
  await choose(app, group(app, 'Kit de emergencia entregado'), 'Parcial');
  await tick(app, group(app, 'Qué se entregó'), 'Prueba de VIH');
  await typeInto(app, textbox(app, 'Número del certificado'), '77');
  await show(app, 'contraparte-atencion');
  await pressOn(app, 'button', 'Anotar', dialog);
  await expect(dialog).toHaveCount(0);
  await lock(app);

  await signIn(app, 'coordina');
  await pressOn(app, 'link', 'Derivaciones');
  await expect(app.getByText('1 respondida, en', { exact: false })).toBeVisible();
  await show(app, 'derivaciones-espera-contrapartes');
  await pressOn(app, 'link', 'Ajustes');
  await pressOn(app, 'button', 'Cambiar: Centro de salud');
  await show(app, 'ajustes-contraparte');
  await choose(app, group(app, 'El centro tiene esta contraparte'), 'No');
  await pressOn(app, 'button', 'Guardar', dialog);
  await expect(dialog).toHaveCount(0);
  await lock(app);

  await signIn(app, 'posta');
  await expect(app.getByText('El centro no tiene encendida esta función.', { exact: false })).toBeVisible();
});

test('a letter that is out on paper is handed over from its line, with the consent that it lacked', async ({ app }) => {
  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0004');
  await pressInCase(app, 'Derivaciones');
  await pressOn(app, 'button', /^Entregar a la comisaría de este centro: /);
  const dialog = app.getByRole('dialog');
  await show(app, 'entregar-emitida');
  await pressOn(app, 'button', 'Entregar', dialog);
  await expect(dialog.getByRole('group', { name: /^Revise/ })).toBeFocused();
  await choose(app, group(app, '¿Acepta que se entregue a Comisaría Inventada?'), 'No acepta');
  await expect(dialog.getByRole('button', { name: 'Registrar que no acepta' })).toBeVisible();
  await choose(
    app,
    group(app, '¿Acepta que se entregue a Comisaría Inventada?'),
    'Verbal, registrado por la persona profesional',
  );
  await pressOn(app, 'button', 'Entregar', dialog);
  await expect(dialog).toHaveCount(0);
  await expect(app.getByText('Espera respuesta').first()).toBeVisible();
  await expect(app.getByRole('button', { name: /^Entregar a la comisaría de este centro: / })).toHaveCount(0);
  await show(app, 'derivaciones-emitida-entregada');
  await lock(app);

  await signIn(app, 'comisaria');
  await pressOn(app, 'button', /Elena Fabulada/);
  await expect(app.getByRole('region', { name: 'Hoja de entrega', exact: true })).toContainText('Motivo inventado.');
});
