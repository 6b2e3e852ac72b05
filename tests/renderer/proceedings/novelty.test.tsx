/** What is offered once a breach was told; over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { NoveltyDialog } from '../../../src/renderer/proceedings/novelty-dialog.tsx';
import { kinds } from '../../../src/shared/filings/index.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function tellBreach(centre: TestCentre, login: Login): Promise<string> {
  const { caseId } = await centre.aCase();
  await drawInWindow(centre, login, <NoveltyDialog caseId={caseId} onClose={() => undefined} />);
  const user = userEvent.setup();
  const breach = await screen.findByRole('radio', { name: 'Incumplimiento de medidas' });
  // The dialog begins here, not at its safe button: nothing is lost by what is typed at once.
  await waitFor(() => {
    expect(document.activeElement).toBe(breach);
  });
  await user.click(breach);
  const day = screen.getByRole('textbox', { name: 'Fecha del hecho' });
  await user.clear(day);
  await user.type(day, '10/06/2026');
  await user.type(screen.getByRole('textbox', { name: 'Lo que se sabe' }), 'Volvió a la vivienda.');
  await user.click(screen.getByRole('button', { name: 'Avisar' }));
  await screen.findByRole('dialog', { name: 'Avisado' });
  return caseId;
}

const writs = () =>
  screen
    .queryAllByRole('link', { name: /escrito \d/ })
    .map((link) => [link.textContent, new URL((link as HTMLAnchorElement).href, 'http://x').hash]);

describe('a breach that was told', () => {
  it('leads the lawyer to both writs that tell it', async () => {
    const caseId = await tellBreach(await startCentre(), 'legal');
    expect(writs()).toEqual([
      [`${kinds[2].label} (escrito 2)`, `#/casos/${caseId}/documentos/escrito/2`],
      [`${kinds[6].label} (escrito 6)`, `#/casos/${caseId}/documentos/escrito/6`],
    ]);
  });

  it('tells whoever may not file that the legal service does', async () => {
    await tellBreach(await startCentre(), 'psico');
    expect(writs()).toEqual([]);
    expect(screen.getByText(/^El servicio legal presenta/)).toBeDefined();
  });
});
