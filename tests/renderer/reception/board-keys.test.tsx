import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import { OrderOfArrival } from '../../../src/renderer/reception/board/board.tsx';
import { arrive, lineOf } from '../../services/reception/at-the-door.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function atTheDesk(centre: TestCentre) {
  await drawInWindow(
    centre,
    'admision',
    <DiscretionProvider>
      <OrderOfArrival />
    </DiscretionProvider>,
  );
  const user = userEvent.setup();
  const row = async (label: string) => (await screen.findByText(label, { selector: 'tr th' })).closest('tr');
  return { user, row, to: async (label: string) => (await row(label))?.focus() };
}

it('asks before somebody passes about whom Coordinación must be called', async () => {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre);
  await (await centre.as('coordina')).setArrivalHold({ arrivalId, version: 1, mustCall: true });
  const { user, to } = await atTheDesk(centre);
  await to('A-01');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: '¿Coordinación ya dijo que puede pasar A-01?' })).toBeTruthy();
  // The safe button has the focus: Enter once more lets nobody in.
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect((await lineOf(centre, arrivalId)).state).toBe('waiting');
  await to('A-01');
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Sí, llamar' }));
  expect(await screen.findByText(/^Llamada \d/)).toBeTruthy();
});
