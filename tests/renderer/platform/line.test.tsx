/** The line of a companion: since when it is cut, what is not in the record yet, and why it is let in no more. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useState } from 'react';
import { LineRefused, LineWait } from '../../../src/renderer/platform/line/index.ts';
import { ActProblem, useAct } from '../../../src/renderer/platform/forms/index.ts';
import { LockedPage } from '../../../src/renderer/platform/locked-page.tsx';
import type { Session } from '../../../src/renderer/platform/session-store.ts';
import { ActionBar, Frame } from '../../../src/renderer/platform/ui/frame.tsx';
import { failureWords } from '../../../src/shared/failure-words.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { drawTold, lineUp, type LineEvent } from '../../support/told-window.tsx';

const now = Date.parse('2026-06-10T15:42:06.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const cut: LineEvent = { ...lineUp, state: 'down', since: now - 6000, nextTryAt: now + 4000 };
const whole = 'Sin conexión con ADMISION-PC desde las 10:42. Lo escrito sigue aquí; se intenta de nuevo en 4 s.';

function Typing() {
  const [text, setText] = useState('');
  return <input aria-label="Relato" value={text} onChange={(event) => setText(event.target.value)} />;
}

function Screen() {
  return (
    <>
      <LineRefused Update={() => <p>El instalador</p>} />
      <Frame
        {...{ centreName: 'Villa Inventada', staffName: 'Luz Inventada', role: 'Servicio legal', practice: false }}
        {...{ loopback: false, idleWarning: false, isInCase: false, entries: [], account: [], warnings: null }}
        onHelp={() => undefined}
        onLock={() => undefined}
        onSignOut={null}
      >
        <Typing />
        <LineWait what="papers" />
        <LineWait what="validation" />
      </Frame>
    </>
  );
}

const draw = (part = <Screen />, session: Session | null = null) =>
  drawTold(part, { invoke: () => Promise.reject(new Error('not used')), ...(session !== null && { session }) });

/** The band as it is seen; null while there is none. */
const band = () => document.querySelector('section[aria-label="Conexión con el registro"] > [aria-hidden]');
const heard = () => screen.getAllByRole('status').flatMap(({ textContent }) => (textContent ? [textContent] : []));

describe('the line above the page', () => {
  it('is not there at the computer that keeps the record, nor while it is up', () => {
    const { tell } = draw();
    expect(band()).toBeNull();
    tell(lineUp);
    expect(band()).toBeNull();
    expect(heard()).toEqual([]);
  });

  it('says why a change that waited did not go in, until somebody has read it', () => {
    const { tell } = draw();
    tell(cut);
    tell(lineUp);
    tell({ kind: 'not-entered', procedure: 'saveSectionA', code: 'rule-broken', reason: 'case-closed' });
    screen.getByText('Un cambio que esperaba la conexión no entró al registro:');
    screen.getByText(failureWords(fail('rule-broken', 'case-closed').failure));
    tell({ kind: 'not-entered', procedure: 'saveSectionA', code: 'nonsense', reason: null });
    screen.getByText('2 cambios que esperaban la conexión no entraron al registro:');
    fireEvent.click(screen.getByRole('button', { name: 'Entendido' }));
    expect(screen.queryByText(/no entraron al registro/)).toBeNull();
  });

  it('says since when, and counts down for the eye alone; then it goes', () => {
    const { tell } = draw();
    tell(cut);
    expect(band()?.textContent).toBe(whole);
    const said = 'Sin conexión con ADMISION-PC desde las 10:42. Lo escrito sigue aquí.';
    expect(heard()).toContain(said);
    vi.advanceTimersByTime(3000);
    tell({ ...cut });
    expect(band()?.textContent).toContain('en 1 s.');
    vi.advanceTimersByTime(2000);
    tell({ ...cut });
    expect(band()?.textContent).toContain('se intenta ahora.');
    expect(heard()).toContain(said);
    tell(lineUp);
    expect(band()).toBeNull();
    expect(heard()).toEqual([]);
  });

  it('says that the other program is being closed', () => {
    const { tell } = draw();
    tell({ ...cut, state: 'closing', nextTryAt: null });
    expect(band()?.textContent).toBe('ADMISION-PC se está cerrando… Lo escrito sigue aquí.');
  });

  it('at the foot stands how much is not in the record, whatever the line does', () => {
    const { tell } = draw();
    tell({ ...cut, unsent: 2 });
    expect(heard()).toContain('Aún no está en el registro: 2 cambios por enviar');
    tell({ ...lineUp, unsent: 1 });
    expect(heard()).toContain('Aún no está en el registro: 1 cambio por enviar');
    tell(lineUp);
    expect(screen.queryByText(/Aún no está en el registro/)).toBeNull();
  });

  it('papers and validation say why they wait', () => {
    const { tell } = draw();
    tell(lineUp);
    expect(screen.queryByText(/esperan? a que vuelva/)).toBeNull();
    tell(cut);
    expect(screen.getByText('Sin conexión con ADMISION-PC: los papeles esperan a que vuelva.')).toBeTruthy();
    expect(screen.getByText('Sin conexión con ADMISION-PC: la validación espera a que vuelva.')).toBeTruthy();
  });

  it('stands on the locked page too, with what was not sent', () => {
    const { tell } = draw(<LockedPage reason="idle" />);
    tell({ ...cut, unsent: 3 });
    expect(screen.getByText(/se intenta de nuevo en 4 s/)).toBeTruthy();
    expect(heard()).toContain('Aún no está en el registro: 3 cambios por enviar');
  });
});

const refused = (why: LineEvent['why']): LineEvent => ({ ...lineUp, state: 'refused', since: now, why });

describe('a computer that is let in no more', () => {
  it.each([
    ['revoked', 'Esta computadora fue desconectada del centro'],
    ['older', 'Actualice Registro CEM en esta computadora'],
    ['newer', 'Actualice Registro CEM en ADMISION-PC'],
    ['moved', 'ADMISION-PC ya no guarda el registro'],
  ] as const)('%s: the whole page says so in words, and has the focus', (why, title) => {
    const { tell } = draw();
    tell(refused(why));
    const heading = screen.getByRole('heading', { level: 1, name: title });
    expect(document.activeElement).toBe(heading);
    expect(screen.queryByLabelText('Relato')).toBeNull();
    // Its own program is the one to be renewed.
    expect(screen.queryByText('El instalador') !== null).toBe(why === 'older');
  });

  it('gives back what was typed when it is let in again', () => {
    const { tell } = draw();
    const field = screen.getByLabelText<HTMLInputElement>('Relato');
    field.focus();
    tell(refused('newer'));
    expect(field.isConnected).toBe(false);
    tell(lineUp);
    expect(screen.getByLabelText('Relato')).toBe(field);
    expect(document.activeElement).toBe(field);
  });
});

it('nothing is drawn of a line that was never told', () => {
  render(<LineWait what="papers" />);
  expect(document.body.textContent).toBe('');
});

/** As much of a session as is asked here: that there is one. */
const signedIn = { token: 'token', actions: [], idleMinutes: 10 } as unknown as Session;

function Pressing({ act, byBar }: { readonly act: () => Promise<unknown>; readonly byBar: boolean }) {
  const pressed = useAct();
  const press = () => void pressed.run(act);
  return (
    <>
      <p>{pressed.busy ? 'En curso' : 'Nada en curso'}</p>
      <ActProblem act={pressed} byBar={byBar} />
      {!byBar && <button onClick={press}>Registrar</button>}
      {byBar && <ActionBar main={{ label: 'Registrar', busy: pressed.busy, onClick: press }} />}
    </>
  );
}

describe.each([true, false])('what is pressed while the line is cut, in the bar at the foot: %s', (byBar) => {
  const waits = 'Sin conexión con ADMISION-PC: se guarda solo cuando vuelva. No hace falta presionar otra vez.';

  it('says at once that it waits, and is done once', async () => {
    const answer = Promise.withResolvers<undefined>();
    const act = vi.fn(() => answer.promise);
    const { tell } = draw(<Pressing {...{ act, byBar }} />, signedIn);
    tell(cut);
    expect(screen.queryByText(waits)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Registrar' }));
    expect(await screen.findByText(waits)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Registrar' }));
    tell(lineUp);
    expect(screen.queryByText(waits)).toBeNull();
    tell(cut);
    expect(screen.getByText(waits)).toBeTruthy();
    answer.resolve(undefined);
    await waitFor(() => expect(screen.queryByText(waits)).toBeNull());
    expect(act).toHaveBeenCalledTimes(1);
  });
});

it('nothing is promised before a sign-in: what is pressed there is sent over no line', async () => {
  const act = () => new Promise(() => undefined);
  const { tell } = draw(<Pressing {...{ act, byBar: false }} />);
  tell(cut);
  fireEvent.click(screen.getByRole('button', { name: 'Registrar' }));
  await screen.findByText('En curso');
  expect(screen.queryByText(/se guarda solo/)).toBeNull();
});
