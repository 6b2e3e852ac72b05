/** The body map by keyboard and under discretion, over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import { BodyMapPage } from '../../../src/renderer/injuries/index.ts';
import type { InjuryForm } from '../../../src/shared/injuries/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const mark = (change: Partial<InjuryForm> = {}): InjuryForm => ({
  ...{ region: 'kneeRight', kind: 'scrape', size: '2', source: 'seen', event: 'ficha', eventOn: null, words: 'Raspón' },
  ...{ seenOn: civilDateSchema.parse('2026-06-10'), ...change },
});

async function drawn() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  await psychologist.noteInjury({ caseId, mark: mark() });
  await psychologist.noteInjury({ caseId, mark: mark({ seenOn: civilDateSchema.parse('2026-06-08'), kind: 'burn' }) });
  await drawInWindow(
    centre,
    'psico',
    <DiscretionProvider>
      <BodyMapPage caseId={caseId} />
    </DiscretionProvider>,
  );
  return { user: userEvent.setup(), psychologist, caseId };
}

describe('the body map', () => {
  it('shows the numbers of the list on the figure, of one day where that is asked', async () => {
    const { user } = await drawn();
    const knee = { name: 'Rodilla, lado derecho. Marca 1: excoriación. Marca 2: quemadura' };
    expect(await screen.findByRole('button', knee)).toBeTruthy();
    expect(screen.getByText(/no reemplaza al certificado médico legal/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '08/06/2026' }));
    expect(screen.getByRole('button', { name: 'Rodilla, lado derecho. Marca 2: quemadura' })).toBeTruthy();
    expect(screen.queryByText(/Excoriación/)).toBeNull();
  });

  it('is one stop of the keyboard, walked by arrows, and begins a mark where it stands', async () => {
    const { user } = await drawn();
    const first = await screen.findByRole('button', { name: 'Frente' });
    const stops = screen.getByRole('group', { name: /Figura/ }).querySelectorAll('[tabindex="0"]');
    expect([...stops]).toEqual([first]);
    first.focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Ojo y pómulo, lado izquierdo');
    await user.keyboard('{Enter}');
    expect(await screen.findByDisplayValue('Ojo y pómulo, lado izquierdo')).toBeTruthy();
  });

  it('keeps what was annulled, with its reason, off the figure', async () => {
    const { user, psychologist, caseId } = await drawn();
    await user.click(await screen.findByRole('button', { name: 'Anular la marca 1' }));
    await user.click(await screen.findByRole('radio', { name: /Se anotó dos veces/ }));
    await user.click(screen.getByRole('button', { name: 'Anular la marca' }));
    expect(await screen.findByText('Anuladas (1)')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Rodilla, lado derecho. Marca 2: quemadura' })).toBeTruthy();
    await waitFor(async () => {
      const { marks } = await psychologist.listInjuries({ caseId });
      expect(marks.map(({ annulled }) => annulled?.reason ?? null)).toEqual(['twice', null]);
    });
  });

  it('is not in the document under discretion, nor a mark that is being noted', async () => {
    const { user } = await drawn();
    await user.click(await screen.findByRole('button', { name: /Anotar una lesión/ }));
    await screen.findByRole('dialog');
    await user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(document.body.textContent).not.toMatch(/Raspón|Rodilla|Excoriación|Quemadura/);
    expect(screen.getByText('No se muestra.')).toBeTruthy();
  });
});
