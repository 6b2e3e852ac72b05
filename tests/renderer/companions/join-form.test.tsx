/** A computer without a record is connected to the one that keeps it: what is wrong is said at its field. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JoinForm } from '../../../src/renderer/companions/index.ts';
import { afterLock } from '../../../src/renderer/platform/after-lock.ts';
import { wordsOf } from '../../../src/renderer/platform/failure-words.ts';
import type { Call, Envelope } from '../../../src/shared/platform/contract.ts';
import type { Failure } from '../../../src/shared/platform/failures.ts';
import { drawTold, refusalOf } from '../../support/told-window.tsx';

beforeEach(() => {
  afterLock.joined = null;
});
afterEach(cleanup);

const joined = vi.fn();
const typed = {
  Dirección: '192.168.1.10',
  Código: 'k7qm 2xpd-h4rv 9tcb',
  'Nombre de esta computadora': ' PSICOLOGIA-PC ',
};

function draw(answer: Envelope) {
  const is = { answer };
  const told = drawTold(<JoinForm onBack={() => undefined} onJoined={joined} />, {
    invoke: () => Promise.resolve(is.answer),
  });
  return { ...told, is };
}

async function fill(): Promise<void> {
  for (const [label, text] of Object.entries(typed)) {
    const field = screen.getByLabelText(label);
    await userEvent.clear(field);
    await userEvent.type(field, text);
  }
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Conectar esta computadora' }));

const atFields: readonly (readonly [code: Failure['code'], reason: string, label: string])[] = [
  ['invalid', 'pair-code-mistyped', 'Código'],
  ['rule-broken', 'pair-code-refused', 'Código'],
  ['storage', 'keeper-unreachable', 'Dirección'],
  ['duplicate', 'companion-name', 'Nombre de esta computadora'],
];

describe('connecting this computer', () => {
  it.each(atFields)('%s %s is said at «%s», which keeps what was typed', async (code, reason, label) => {
    const refused = refusalOf(code, reason);
    draw(refused);
    await fill();
    await send();
    const field = screen.getByLabelText<HTMLInputElement>(label);
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    const said = document.getElementById(`${field.id}-error`)?.textContent ?? '';
    expect(said).toContain(wordsOf((refused as { failure: Failure }).failure));
    expect(field.value).toBe(typed[label as keyof typeof typed]);
    expect(document.activeElement?.textContent).toContain('Revise 1 dato');
    expect(afterLock.joined).toBeNull();
  });

  it('somebody in between is a sentence, and no field is wrong', async () => {
    const refused = refusalOf('rule-broken', 'pair-middle');
    const { is } = draw(refused);
    await fill();
    await send();
    const said = await screen.findByRole('alert');
    expect(said.textContent).toBe(wordsOf((refused as { failure: Failure }).failure));
    expect(document.querySelector('[aria-invalid="true"]')).toBeNull();
    expect(document.activeElement?.contains(said)).toBe(true);
    is.answer = refusalOf('rule-broken', 'no-companion-here');
    await send();
    expect(await screen.findByText('Esta computadora no puede conectarse a otra: ya guarda un registro.')).toBeTruthy();
  });

  it('asks nothing of the other computer while a field is wrong', async () => {
    const { times } = draw(refusalOf('storage', 'keeper-unreachable'));
    await userEvent.type(screen.getByLabelText('Dirección'), 'admision-pc');
    await send();
    await screen.findByText('Revise 3 datos');
    expect(screen.getAllByText(/Escriba los cuatro números con puntos/).length).toBeGreaterThan(0);
    expect(times('joinKeeper')).toBe(0);
  });

  it('sends it once however often it is pressed, and then says that one may sign in', async () => {
    const answers: ((answer: Envelope) => void)[] = [];
    const invoke = (_call: Call) => new Promise<Envelope>((resolve) => void answers.push(resolve));
    const { times, calls } = drawTold(<JoinForm onBack={() => undefined} onJoined={joined} />, { invoke });
    await fill();
    await send();
    await userEvent.click(screen.getByRole('button', { name: 'Conectando…' }));
    expect(times('joinKeeper')).toBe(1);
    expect(calls[0]?.input).toEqual({
      ...{ address: '192.168.1.10', port: 47_823 },
      ...{ code: 'k7qm 2xpd-h4rv 9tcb', name: 'PSICOLOGIA-PC' },
    });
    answers[0]?.({ ok: true, value: { centreName: 'Villa Inventada' }, after: null });
    const words = 'Esta computadora quedó conectada a CEM Villa Inventada. Ya puede entrar.';
    const said = await screen.findByText(words);
    expect(document.activeElement?.contains(said)).toBe(true);
    // The page of signing in says it too, for the program moves there by itself.
    expect(afterLock.joined).toBe('Villa Inventada');
    await userEvent.click(screen.getByRole('button', { name: 'Ir a entrar' }));
    expect(joined).toHaveBeenCalledOnce();
  });
});
