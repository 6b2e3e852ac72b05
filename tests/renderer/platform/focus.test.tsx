import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { focusOpened, focusWhenThere, PageTitle } from '../../../src/renderer/platform/ui/index.ts';

afterEach(cleanup);

/** A navigation of two screens; each opens a moment after it was asked for. */
function Screens() {
  const [shown, setShown] = useState<string | null>(null);
  const call = (name: string) => {
    setTimeout(() => {
      setShown(name);
    }, 50);
  };
  return (
    <>
      <nav>
        {['Inicio', 'Plazos'].map((name) => (
          <button
            key={name}
            onClick={() => {
              call(name);
            }}
          >
            {name}
          </button>
        ))}
      </nav>
      {shown !== null && <PageTitle key={shown}>{shown}</PageTitle>}
      {shown !== null && <input id="field" aria-label="Dirección" />}
    </>
  );
}

const title = (name: string) => screen.findByRole('heading', { level: 1, name });

/** Opens a part beside the list, which stays, a moment after it was asked for. */
function Parts() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button onClick={() => setTimeout(() => setIsOpen(true), 50)}>Abrir</button>
      <button>Otra cosa</button>
      {isOpen && (
        <h2 tabIndex={-1} ref={(part) => void focusOpened(part)}>
          Detalle
        </h2>
      )}
    </>
  );
}

describe('focus of a part that opens late', () => {
  const part = () => screen.findByRole('heading', { level: 2, name: 'Detalle' });

  it('goes to it from what opened it', async () => {
    render(<Parts />);
    await userEvent.click(screen.getByRole('button', { name: 'Abrir' }));
    const opened = await part();
    expect(document.activeElement).toBe(opened);
  });

  it('stays where the person has moved to meanwhile', async () => {
    render(<Parts />);
    await userEvent.click(screen.getByRole('button', { name: 'Abrir' }));
    await userEvent.tab();
    await part();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Otra cosa' }));
  });
});

describe('focus of a screen that opens late', () => {
  it('goes from the navigation to the title that was called with it', async () => {
    render(<Screens />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const first = await title('Inicio');
    expect(document.activeElement).toBe(first);
    await userEvent.click(screen.getByRole('button', { name: 'Plazos' }));
    const second = await title('Plazos');
    expect(document.activeElement).toBe(second);
  });

  it('stays where the person has moved to meanwhile', async () => {
    render(<Screens />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    await title('Inicio');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Plazos' }));
  });

  it('goes back to the field of before the lock, over the title, and not over a person who has moved', async () => {
    render(<Screens />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    focusWhenThere('field');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Inicio' }));
    (await title('Inicio')).focus();
    focusWhenThere('field');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Dirección' }));
  });

  it('waits for a field that is not drawn yet', async () => {
    render(<Screens />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    screen.getByRole('button', { name: 'Inicio' }).blur();
    focusWhenThere('field');
    const field = await screen.findByRole('textbox', { name: 'Dirección' });
    await waitFor(() => {
      expect(document.activeElement).toBe(field);
    });
  });

  it('waits no longer when the person has moved', async () => {
    render(<Screens />);
    await userEvent.click(screen.getByRole('button', { name: 'Inicio' }));
    screen.getByRole('button', { name: 'Inicio' }).blur();
    focusWhenThere('field');
    const moved = screen.getByRole('button', { name: 'Plazos' });
    moved.focus();
    await screen.findByRole('textbox', { name: 'Dirección' });
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(document.activeElement).toBe(moved);
  });
});
