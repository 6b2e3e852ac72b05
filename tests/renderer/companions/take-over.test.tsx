/** «Esta computadora guardará el registro»: what is said before anybody types twice, and that it stays said. */
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TakeOver } from '../../../src/renderer/companions/index.ts';
import { companionReasons } from '../../../src/shared/companions/index.ts';
import type { Envelope } from '../../../src/shared/platform/contract.ts';
import { drawTold, lineUp, refusalOf } from '../../support/told-window.tsx';

afterEach(cleanup);

const madeAt = '2026-06-10T03:00:00.000Z';
const older = { name: 'backup-20260608t030000z-90', madeAt: '2026-06-08T03:00:00.000Z' };
const newest = { name: 'backup-20260610t030000z-120', madeAt };
const answered = (value: unknown): Envelope => ({ ok: true, value, after: null });
const preview = {
  copy: { folder: 'C:\\RegistroCEM\\copies-of-keeper\\backup-20260610t030000z-120', among: null },
  ...{ madeAt, lastEntryAt: '2026-06-10T02:41:00.000Z', present: { kind: 'empty' } },
};
const down = { ...lineUp, state: 'down', since: 0, nextTryAt: null } as const;
const place = { kind: 'changed', topic: 'place' } as const;

type Answers = { copies?: readonly object[]; become?: () => Envelope | Promise<Envelope> };

function draw({ copies = [newest, older], become = () => answered({ segment: 2, startKey: null }) }: Answers = {}) {
  const left = vi.fn();
  const recovered = vi.fn();
  const answers: Readonly<Record<string, () => Envelope | Promise<Envelope>>> = {
    listKeptCopies: () => answered({ copies }),
    previewKeptCopy: () => answered(preview),
    becomeKeeper: become,
    leaveKeeper: () => answered({}),
  };
  const told = drawTold(<Shown left={left} recovered={recovered} />, {
    invoke: ({ procedure }) => Promise.resolve(answers[procedure]?.() ?? refusalOf('unexpected', null)),
  });
  told.tell(down);
  return { ...told, left, recovered };
}

/** As the window does: the page stands there once the line is known to be down. */
function Shown({ left, recovered }: { readonly left: () => void; readonly recovered: (key: string) => void }) {
  return <TakeOver onLeave={left} onRecover={recovered} />;
}

const type = async (label: string, text: string) => userEvent.type(await screen.findByLabelText(label), text);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

async function review(): Promise<void> {
  await type('Usuario', 'coordina');
  await type('Contraseña', 'una-frase-larga-inventada');
  await press('Revisar la copia');
  await screen.findByRole('heading', { name: 'Qué cambia' });
}

async function takeOver(): Promise<void> {
  await review();
  await type('Usuario de la segunda persona', 'legal');
  await type('Contraseña de la segunda persona', 'otra-frase-larga-inventada');
  await press('Guardar el registro aquí');
}

describe('taking the record over', () => {
  it('offers the copies of this computer, the newest chosen', async () => {
    const { calls } = draw();
    const chosen = await screen.findByRole<HTMLInputElement>('radio', { name: /^martes 9 de junio, 22:00/ });
    expect(chosen.checked).toBe(true);
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    await userEvent.click(screen.getByRole('radio', { name: /^domingo 7 de junio, 22:00/ }));
    await review();
    expect(calls.find(({ procedure }) => procedure === 'previewKeptCopy')?.input).toMatchObject({ name: older.name });
  });

  it('says where there is none what else there is', async () => {
    const { left, times } = draw({ copies: [] });
    await screen.findByText(/^Esta computadora no tiene ninguna copia del registro\./);
    await press('Usar esa copia…');
    await press('Seguir conectada');
    expect(times('leaveKeeper')).toBe(0);
    await press('Usar esa copia…');
    await press('Dejar de estar conectada');
    await waitFor(() => expect(times('leaveKeeper')).toBe(1));
    await press('Volver');
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('says of when the copy is, what becomes of the other computer, and what was never sent', async () => {
    const { tell } = draw();
    tell({ ...down, unsent: 2 });
    await review();
    expect(
      screen.getByText(/^La copia es del 09\/06\/2026 22:00; lo último que tiene es del 09\/06\/2026 21:41\. /),
    ).toBeTruthy();
    expect(screen.getByText(/^ADMISION-PC ya no guardará el registro: si vuelve, se cierra sola/)).toBeTruthy();
    expect(
      screen.getByText(/^Aquí hay 2 cambios que no llegaron a enviarse: no pasarán a este registro\./),
    ).toBeTruthy();
  });

  it('needs no second person by the paper, which gives a new password afterwards', async () => {
    const { recovered, calls } = draw();
    await press('Olvidamos las contraseñas: usar la clave de recuperación');
    await type('Clave de recuperación', 'ABCD-EFGH');
    await press('Revisar la copia');
    await screen.findByRole('heading', { name: 'Qué cambia' });
    expect(screen.queryByLabelText('Usuario de la segunda persona')).toBeNull();
    await press('Guardar el registro aquí');
    await press('Poner una contraseña nueva');
    expect(recovered).toHaveBeenCalledWith('ABCD-EFGH');
    expect(calls.find(({ procedure }) => procedure === 'becomeKeeper')?.input).toMatchObject({ second: null });
  });

  it('is not asked for while the other computer answers, not in the middle either', async () => {
    const { tell, left } = draw();
    await review();
    tell(lineUp);
    await screen.findByText('No hace falta: esta computadora no está sin conexión.');
    await press('Ir a entrar');
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('keeps its last words where the program moves before the answer comes', async () => {
    let settle: (envelope: Envelope) => void = () => undefined;
    const { tell, left } = draw({ become: () => new Promise<Envelope>((resolve) => (settle = resolve)) });
    await takeOver();
    tell(place);
    await act(async () => {
      settle(answered({ segment: 2, startKey: null }));
      await Promise.resolve();
    });
    await screen.findByText('Esta computadora guarda ahora el registro. Siga así:');
    await press('Ir a entrar');
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('says why it was refused and keeps what was typed', async () => {
    draw({ become: () => refusalOf('rule-broken', 'keeper-in-use') });
    await takeOver();
    await screen.findByText(companionReasons['keeper-in-use']);
    expect(screen.getByLabelText<HTMLInputElement>('Usuario de la segunda persona').value).toBe('legal');
  });
});
