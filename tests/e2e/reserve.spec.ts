/** A ficha reservada by two people and opened again by two at one computer; an acceso excepcional and its review. */
import { expect, lock, openWarnings, passphrase, pressOn, show, signIn, test } from './centre.ts';
import { goToCases } from './workplace.ts';
import { choose, group, textbox, typeInto } from './keyboard.ts';

test.use({ mode: 'busy' });
test.describe.configure({ timeout: 360_000 });

test('a ficha is reserved, known by its number alone, and opened again', async ({ app }) => {
  await signIn(app, 'psico');
  await goToCases(app);
  const cases = app.getByRole('table', { name: /el más reciente primero$/ });
  const number = await cases
    .getByText(/^2026-\d{4}$/)
    .first()
    .innerText();
  // Opening a row by keyboard is told elsewhere; the list of a busy centre is long.
  await cases.getByRole('button', { name: number }).click();
  await expect(app.getByRole('heading', { level: 1, name: `Ficha ${number}` })).toBeVisible();
  await pressOn(app, 'link', 'Reserva de esta ficha');
  await expect(app.getByText(/La ficha no es reservada/)).toBeVisible();
  await lock(app);

  await signIn(app, 'coordina');
  await goToCases(app);
  // Opening a row by keyboard is told elsewhere; the list of a busy centre is long.
  await cases.getByRole('button', { name: number }).click();
  await pressOn(app, 'link', 'Reserva de esta ficha');
  await expect(app.getByRole('heading', { level: 1, name: `Reserva de la ficha ${number}` })).toBeVisible();
  await show(app, 'reserva');
  await pressOn(app, 'button', 'Proponer la reserva');
  await expect(app.getByText('Elija al menos a una persona.')).toBeVisible();
  await show(app, 'reserva-error');
  await app.getByRole('checkbox', { name: 'Paula Inventada Psicóloga' }).press('Space');
  await choose(app, group(app, 'Motivo'), 'Hay amenazas o intentos de obtener información');
  await pressOn(app, 'button', 'Proponer la reserva');
  await expect(app.getByText(/Hay una propuesta sobre esta reserva/)).toBeVisible();
  await show(app, 'reserva-propuesta');
  await lock(app);

  await signIn(app, 'social');
  await goToCases(app);
  await expect(cases.getByText(number)).toBeVisible();
  await pressOn(app, 'link', 'Aprobaciones');
  await pressOn(app, 'button', new RegExp(`^Aprobar: Reservar la ficha ${number}`));
  await typeInto(app, textbox(app, 'Su contraseña'), passphrase);
  await pressOn(app, 'button', 'Aprobar', app.getByRole('dialog'));
  await expect(app.getByText(/Propuesta aprobada/).first()).toBeVisible();
  await goToCases(app);
  await expect(cases).toBeVisible();
  // What was said aloud of her own decision stands outside the page.
  await expect(app.getByRole('main').getByText(number)).toHaveCount(0);
  await lock(app);

  await signIn(app, 'psico');
  await goToCases(app);
  await expect(cases.getByText('Ficha reservada')).toBeVisible();
  // Opening a row by keyboard is told elsewhere; the list of a busy centre is long.
  await cases.getByRole('button', { name: number }).click();
  const history = app.getByRole('list', { name: /^Historia/ });
  await expect(history.getByText('La ficha es reservada')).toBeVisible();
  await show(app, 'reserva-ficha');
  await lock(app);

  await signIn(app, 'coordina');
  await goToCases(app);
  await expect(cases.getByText(number)).toHaveCount(0);
  await pressOn(app, 'link', /^Mi día/);
  await show(app, 'reserva-inicio');
  await pressOn(app, 'link', `Ficha reservada ${number}`);
  await expect(app.getByRole('listitem').getByText('Paula Inventada Psicóloga')).toBeVisible();
  await expect(app.getByText(/^Lo escrito está bajo una llave propia\. La tienen Paula/)).toBeVisible();
  await show(app, 'reserva-coordinacion');
  await pressOn(app, 'button', 'Cambiar quiénes la abren');
  await show(app, 'reserva-cambiar');
  await pressOn(app, 'button', 'Volver sin cambios');
  await pressOn(app, 'button', 'Levantar la reserva');
  const dialog = app.getByRole('dialog');
  await choose(app, group(app, 'Motivo'), 'Ya no existe el motivo de la reserva');
  await typeInto(app, textbox(app, 'Su contraseña'), passphrase);
  await typeInto(app, textbox(app, 'Usuario de la segunda persona'), 'admision');
  await typeInto(app, textbox(app, 'Contraseña de la segunda persona'), passphrase);
  await pressOn(app, 'button', 'Levantar la reserva', dialog);
  await expect(dialog.getByText(/Otra persona profesional/).last()).toBeVisible();
  await show(app, 'reserva-levantar-error');
  // Neither of these two holds the key of the ficha: the paper does, or a member beside.
  await typeInto(app, textbox(app, 'Usuario de la segunda persona'), 'social');
  await pressOn(app, 'button', 'Levantar la reserva', dialog);
  await expect(dialog.getByText(/Ninguna de las dos tiene la llave/).last()).toBeVisible();
  await expect(textbox(app, 'Clave de recuperación')).toBeVisible();
  await show(app, 'reserva-levantar-llave');
  await pressOn(app, 'button', 'Volver sin cambios', dialog);
  await pressOn(app, 'button', 'Levantar la reserva');
  await choose(app, group(app, 'Motivo'), 'Ya no existe el motivo de la reserva');
  await typeInto(app, textbox(app, 'Su contraseña'), passphrase);
  await typeInto(app, textbox(app, 'Usuario de la segunda persona'), 'psico');
  await typeInto(app, textbox(app, 'Contraseña de la segunda persona'), passphrase);
  await pressOn(app, 'button', 'Levantar la reserva', dialog);
  await expect(app.getByRole('button', { name: 'Proponer la reserva' })).toBeVisible();
  await goToCases(app);
  await expect(cases.getByText(number)).toBeVisible();
});

test('an acceso excepcional is asked for, seen while it is open, ended and reviewed', async ({ app }) => {
  await signIn(app, 'coordina');
  await goToCases(app);
  const cases = app.getByRole('table', { name: /el más reciente primero$/ });
  const number = await cases
    .getByText(/^2026-\d{4}$/)
    .first()
    .innerText();
  await pressOn(app, 'link', 'Buscar');
  await pressOn(app, 'link', 'Acceso excepcional');
  await pressOn(app, 'button', 'Abrir la ficha');
  await expect(textbox(app, 'Número de la ficha')).toBeFocused();
  await show(app, 'excepcional-error');
  await typeInto(app, textbox(app, 'Número de la ficha'), number);
  await choose(app, group(app, 'Motivo'), 'La persona está en peligro ahora');
  await show(app, 'excepcional');
  await pressOn(app, 'button', 'Abrir la ficha');
  await typeInto(app, textbox(app, 'Su contraseña'), passphrase);
  await pressOn(app, 'button', 'Abrir', app.getByRole('dialog'));
  await expect(app.getByRole('heading', { level: 1, name: `Ficha ${number}` })).toBeVisible();
  await expect(app.getByText(/quedan 30 minutos/)).toBeVisible();
  await show(app, 'excepcional-abierto');
  await pressOn(app, 'button', 'Terminar');
  await expect(app.getByText(/quedan 30 minutos/)).toHaveCount(0);
  await lock(app);

  await signIn(app, 'social');
  await openWarnings(app);
  await expect(app.getByText('Hay 1 acceso excepcional por revisar.')).toBeVisible();
  await show(app, 'excepcional-aviso');
  await pressOn(app, 'link', 'Revisar');
  await expect(app.getByRole('table', { name: 'Por revisar: 1' })).toBeVisible();
  await show(app, 'excepcional-por-revisar');
  await pressOn(app, 'button', /^Revisar el acceso de Carmen/);
  await choose(app, group(app, '¿Estuvo justificado?'), 'Justificado');
  await show(app, 'excepcional-revisar');
  await pressOn(app, 'button', 'Guardar la revisión', app.getByRole('dialog'));
  await expect(app.getByRole('table', { name: 'Revisados: 1' })).toBeVisible();
  await expect(app.getByText('Hay 1 acceso excepcional por revisar.')).toHaveCount(0);
  await show(app, 'excepcional-revisado');
});
