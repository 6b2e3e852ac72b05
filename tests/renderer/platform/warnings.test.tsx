// @vitest-environment happy-dom
/** The one place of warnings: counted at the foot of the navigation, each with its act, gone with its cause. */
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Warning } from '../../../src/renderer/platform/ui/index.ts';
import { Warnings } from '../../../src/renderer/platform/ui/warnings.tsx';

afterEach(cleanup);

/** Two things that wait; each is settled by its button. */
function Two() {
  const [open, setOpen] = useState(['Sin copia', 'Hoja semanal']);
  return open.map((words) => (
    <Warning key={words}>
      {words}
      <button onClick={() => setOpen((now) => now.filter((one) => one !== words))}>{`Atender: ${words}`}</button>
    </Warning>
  ));
}

const draw = () =>
  render(
    <>
      <Warnings warnings={<Two />} inOrder={<p>En un navegador</p>} />
      <button>Otra cosa</button>
    </>,
  );
const line = (name: string) => screen.getByRole('button', { name });
const list = () => screen.queryByRole('group', { name: 'Avisos' });

describe('Warnings', () => {
  it('says how many, shows them on asking, and that all is in order when they are settled', async () => {
    draw();
    expect(list()).toBeNull();
    await userEvent.click(line('2 avisos'));
    expect(list()?.textContent).toContain('Hoja semanal');
    expect(line('2 avisos').getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(line('Atender: Sin copia'));
    await userEvent.click(line('Atender: Hoja semanal'));
    expect(line('Todo en orden')).toBeTruthy();
    expect(list()?.textContent).toContain('Nada espera por usted aquí.');
    expect(list()?.textContent).toContain('En un navegador');
  });

  it('closes by Esc, back to its button', async () => {
    draw();
    await userEvent.click(line('2 avisos'));
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    expect(list()).toBeNull();
    expect(document.activeElement).toBe(line('2 avisos'));
  });

  it('closes when the person goes elsewhere, by pointer, by keyboard and to another screen', async () => {
    draw();
    await userEvent.click(line('2 avisos'));
    await userEvent.click(line('Otra cosa'));
    expect(list()).toBeNull();
    await userEvent.click(line('2 avisos'));
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement).toBe(line('Otra cosa'));
    expect(list()).toBeNull();
    await userEvent.click(line('2 avisos'));
    window.dispatchEvent(new Event('hashchange'));
    await screen.findByRole('button', { name: '2 avisos', expanded: false });
  });
});
