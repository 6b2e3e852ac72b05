import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { Dialog } from '../../../src/renderer/platform/ui/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

function Page({ onBeneath }: { readonly onBeneath: () => void }) {
  const [opened, setOpened] = useState(true);
  const close = () => {
    setOpened(false);
  };
  return (
    <Alone>
      <button type="button" onClick={onBeneath}>
        Debajo
      </button>
      {opened && (
        <Dialog
          opened
          title="¿Vincular?"
          confirm={{ label: 'Vincular', onClick: close }}
          cancel={{ label: 'Volver', onClick: close }}
        />
      )}
    </Alone>
  );
}

it('keeps the second press of a double click from what stands beneath', async () => {
  const onBeneath = vi.fn();
  render(<Page onBeneath={onBeneath} />);
  await userEvent.click(screen.getByRole('button', { name: 'Vincular' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  const beneath = screen.getByRole('button', { name: 'Debajo' });
  fireEvent.click(beneath, { detail: 2 });
  expect(onBeneath).not.toHaveBeenCalled();
  // Whoever presses anew means it.
  fireEvent.click(beneath, { detail: 1 });
  expect(onBeneath).toHaveBeenCalledTimes(1);
});

it('leaves the focus with whoever has gone on before it had settled', async () => {
  render(<Page onBeneath={vi.fn()} />);
  const confirm = screen.getByRole('button', { name: 'Vincular' });
  confirm.focus();
  await new Promise((settled) => setTimeout(settled, 50));
  expect(document.activeElement).toBe(confirm);
});

it('begins at the safe button', async () => {
  render(<Page onBeneath={vi.fn()} />);
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Volver' }));
  });
});

it('stays at a press beside it: something may be typed in it', async () => {
  render(<Page onBeneath={vi.fn()} />);
  const overlay = document.querySelector('.mantine-Modal-overlay');
  expect(overlay).not.toBeNull();
  await userEvent.click(overlay ?? document.body);
  expect(screen.queryByRole('dialog')).not.toBeNull();
});

/** A list whose lines are read again a moment after its dialog has closed. */
function Listed({ then }: { readonly then: 'anew' | 'gone' }) {
  const [opened, setOpened] = useState(false);
  const [reading, setReading] = useState(0);
  const close = () => {
    setOpened(false);
    setTimeout(() => setReading(1), 100);
  };
  const isThere = reading === 0 || then === 'anew';
  return (
    <Alone>
      <h1 tabIndex={-1}>Lista</h1>
      {isThere && (
        <button key={reading} type="button" aria-label="Terminar: la primera" onClick={() => setOpened(true)}>
          Terminar
        </button>
      )}
      <p>{`Lectura ${reading}`}</p>
      {opened && (
        <Dialog
          opened
          title="¿Terminar?"
          confirm={{ label: 'Sí', onClick: close }}
          cancel={{ label: 'Volver', onClick: close }}
        />
      )}
    </Alone>
  );
}

it.each([
  ['anew', 'Terminar: la primera'],
  ['gone', 'Lista'],
] as const)('leaves the focus on what opened it, or what stands in its place once it is %s', async (then, at) => {
  render(<Listed then={then} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Terminar: la primera' }));
  await user.click(await screen.findByRole('button', { name: 'Sí' }));
  await screen.findByText('Lectura 1');
  await waitFor(() => {
    const { activeElement: here } = document;
    expect(here?.getAttribute('aria-label') ?? here?.textContent).toBe(at);
  });
});

it('leaves the focus on the title where what opened it takes none any more', async () => {
  function Refused() {
    const [opened, setOpened] = useState<boolean | null>(null);
    return (
      <Alone>
        <h1 tabIndex={-1}>Página</h1>
        <button type="button" disabled={opened !== null} onClick={() => setOpened(true)}>
          Abrir
        </button>
        {opened === true && (
          <Dialog opened title="¿Seguro?" cancel={{ label: 'Volver', onClick: () => setOpened(false) }} />
        )}
      </Alone>
    );
  }
  render(<Refused />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Abrir' }));
  await user.click(await screen.findByRole('button', { name: 'Volver' }));
  await waitFor(() => {
    expect(document.activeElement?.tagName).toBe('H1');
  });
});

it('leaves the focus alone once the person has gone on', async () => {
  render(<Listed then="anew" />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Terminar: la primera' }));
  await user.click(await screen.findByRole('button', { name: 'Sí' }));
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Terminar: la primera' }));
  });
  fireEvent.pointerDown(document.body);
  (document.activeElement as HTMLElement).blur();
  await screen.findByText('Lectura 1');
  await new Promise((settled) => setTimeout(settled, 50));
  expect(document.activeElement).toBe(document.body);
});
