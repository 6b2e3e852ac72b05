import { expect, lock, show, signIn, test } from './centre.ts';

test.describe('lock', () => {
  test('blanks the window with F12, Ctrl+L and the system lock, and opens again for its person', async ({
    app,
    centre,
  }) => {
    await show(app, 'entrar');
    await signIn(app, 'psico');
    await lock(app);
    await show(app, 'bloqueado');
    await expect(app.getByText('Paula Inventada')).toBeHidden();
    await signIn(app, 'psico');
    await app.keyboard.press('Control+l');
    await expect(app.getByLabel('Usuario')).toBeVisible();
    await signIn(app, 'psico');
    await centre.tell({ lock: true });
    await expect(app.getByLabel('Usuario')).toBeVisible();
  });

  test('says the same for a wrong password and an unknown person, and keeps what was typed', async ({ app }) => {
    await app.getByLabel('Usuario').fill('nadie.aqui');
    await app.getByLabel('Contraseña', { exact: true }).fill('no es esta frase');
    await app.keyboard.press('Enter');
    await expect(app.getByText('No se pudo entrar. Revise el usuario y la contraseña.')).toBeVisible();
    await expect(app.getByLabel('Usuario')).toHaveValue('nadie.aqui');
    await show(app, 'entrar-error');
  });
});
