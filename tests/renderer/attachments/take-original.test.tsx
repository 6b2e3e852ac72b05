/** Handing out an original whose dialog was closed: the leave is not used up; over a real centre. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dialogSaver } from '../../../src/main/platform/saving.ts';
import { TakeOriginal } from '../../../src/renderer/attachments/take-original.tsx';
import { eventually } from '../../support/eventually.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
  removeFolders();
});

describe('an approved original', () => {
  it('is saved again after its dialog was closed, and not taken again', async () => {
    const chosen: { path: string | null } = { path: null };
    const dialogs = { saveFile: () => Promise.resolve(chosen.path), chooseFolder: () => Promise.resolve(null) };
    const centre = await startCentre({ ports: { saver: dialogSaver(dialogs) } });
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const bytes = Buffer.from('Nota inventada');
    const { attachment } = await addFile(lawyer, caseId, { name: 'nota.txt', bytes });
    const target = { caseId, attachmentId: attachment.id };
    const again = { password: passphrase };
    const { proposalId } = await lawyer.proposeAttachmentExport(
      { ...target, reason: 'prosecutor', words: null },
      again,
    );
    await (await centre.as('psico')).approveAttachmentExport({ proposalId }, again);
    const onDone = vi.fn();
    await drawInWindow(centre, 'legal', <TakeOriginal {...target} onDone={onDone} />);
    await userEvent.click(screen.getByRole('button', { name: 'Guardar el original' }));
    await screen.findByText(/^El permiso no se perdió/);
    expect(onDone).not.toHaveBeenCalled();
    chosen.path = join(newFolder(), 'nota.txt');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar el original' }));
    await eventually(() =>
      expect(onDone).toHaveBeenCalledWith(expect.stringMatching(/^Original guardado: G-2026-000002\./)),
    );
    expect(readFileSync(chosen.path).equals(bytes)).toBe(true);
  });
});
