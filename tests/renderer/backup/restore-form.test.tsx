/** What else a restore changes is said on both of its steps. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, it } from 'vitest';
import { RestoreForm } from '../../../src/renderer/backup/index.ts';
import { drawTold } from '../../support/told-window.tsx';

afterEach(cleanup);

const at = '2026-06-10T03:00:00.000Z';
const preview = {
  ...{ copy: { folder: 'E:\\Copias', among: null }, madeAt: at, lastEntryAt: at },
  present: { kind: 'empty' },
};
const also = ['Esta computadora vuelve a guardar el registro.'];
const done = () => undefined;

it('first, before anything is typed, and before it is done', async () => {
  drawTold(<RestoreForm from="E:\\Copias" also={also} onBack={done} onRestored={done} onRecover={done} />, {
    invoke: () => Promise.resolve({ ok: true, value: preview, after: null }),
  });
  await screen.findByText(also[0] ?? '');
  await userEvent.type(screen.getByLabelText('Usuario'), 'coordina');
  await userEvent.type(screen.getByLabelText('Contraseña'), 'una-frase-larga-inventada');
  await userEvent.click(screen.getByRole('button', { name: 'Revisar la copia' }));
  await screen.findByRole('heading', { name: 'Qué cambia' });
  await screen.findByText(also[0] ?? '');
});
