/** «Actualizar el programa» over a real centre and real files. */
import { existsSync } from 'node:fs';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { AboutPanel } from '../../../src/renderer/program/index.ts';
import { programReasons } from '../../../src/shared/program/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { nextVersion, updateIn } from '../../support/update-file.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
  removeFolders();
});

async function check(user: ReturnType<typeof userEvent.setup>, file: string): Promise<void> {
  const field = await screen.findByRole('textbox', { name: /^Archivo de actualización/ });
  await user.clear(field);
  await user.click(field);
  await user.paste(file);
  await user.keyboard('{Enter}');
}

describe('an update file on the screen', () => {
  it('is looked at, refused without a copy, then made ready with the way back', async () => {
    const user = userEvent.setup();
    const centre = await startCentre();
    const folder = newFolder();
    await drawInWindow(centre, 'soporte', <AboutPanel />);
    await check(user, updateIn(newFolder()));
    expect(await screen.findByText(new RegExp(`^Versión ${nextVersion} del 01/06/2026, 2 MB\\.`))).toBeDefined();
    expect(screen.getByText('Mejoras inventadas.')).toBeDefined();
    await user.click(screen.getByRole('textbox', { name: /^Carpeta para el instalador/ }));
    await user.paste(folder);
    const prepare = () => user.click(screen.getByRole('button', { name: 'Hacer la copia y preparar el instalador' }));
    await prepare();
    expect(await screen.findByText(programReasons['update-no-copy'])).toBeDefined();
    await (await centre.as('soporte')).chooseCopyFolder({ folder: newFolder() });
    await prepare();
    // A copy is made and verified meanwhile.
    const words = /^Listo\. La copia del registro está hecha y verificada\./;
    const ready = await screen.findByText(words);
    expect(existsSync(/está en (.*)$/.exec(ready.textContent)?.[1] ?? '')).toBe(true);
    expect(screen.getByText(/Guarde el instalador de la versión anterior/)).toBeDefined();
  });

  it('that was changed says so, and offers nothing', async () => {
    const user = userEvent.setup();
    await drawInWindow(await startCentre(), 'coordina', <AboutPanel />);
    await check(user, updateIn(newFolder(), { bytes: (file) => Buffer.concat([file, Buffer.from('x')]) }));
    expect(await screen.findByText(programReasons['update-damaged'])).toBeDefined();
    expect(screen.queryByRole('textbox', { name: /^Carpeta/ })).toBeNull();
  });

  it('is not offered to whoever does not look after the computer', async () => {
    await drawInWindow(await startCentre(), 'legal', <AboutPanel />);
    expect(await screen.findByRole('textbox', { name: 'Buscar por nombre o licencia' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Revisar archivo de actualización' })).toBeNull();
  });
});
