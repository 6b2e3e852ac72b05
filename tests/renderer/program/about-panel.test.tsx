/** «Acerca de» over a real centre: what the program is made of, sought and read. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { AboutPanel } from '../../../src/renderer/program/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

describe('the list of parts', () => {
  it('is sought by name and by licence, whatever the capitals, and says when nothing is so', async () => {
    const user = userEvent.setup();
    await drawInWindow(await startCentre(), 'admision', <AboutPanel />);
    expect(await screen.findByText(/^Registro CEM, versión \d+\.\d+\.\d+\./)).toBeDefined();
    const field = screen.getByRole('textbox', { name: 'Buscar por nombre o licencia' });
    await user.type(field, 'ofl-');
    expect(screen.getByText(/^2 de \d+ partes$/)).toBeDefined();
    expect(screen.getByRole('cell', { name: 'Letras de los documentos' })).toBeDefined();
    await user.clear(field);
    await user.type(field, 'KYSELY');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    await user.type(field, ' inventada');
    expect(screen.getByText('Ninguna parte tiene ese nombre o esa licencia.')).toBeDefined();
  });

  it('opens the text of a licence with the keyboard, and gives the place back when it is closed', async () => {
    const user = userEvent.setup();
    await drawInWindow(await startCentre(), 'legal', <AboutPanel />);
    await user.type(await screen.findByRole('textbox'), 'sharp-win32');
    const part = screen.getByRole('button', { name: '@img/sharp-win32-x64' });
    part.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    const text = await within(dialog).findByRole('region', { name: 'Licencia de @img/sharp-win32-x64' });
    expect(text.textContent).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
    expect(text.tabIndex).toBe(0);
    await user.click(within(dialog).getByRole('button', { name: 'Cerrar' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
