/** The page is hidden from the press of a lock until the neutral page stands there, which must be seen to take the focus. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { useClient } from '../../../src/renderer/platform/client.ts';
import { useBeforeLock, useSessionAccess } from '../../../src/renderer/platform/session.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold, refusalOf } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const isHidden = () => document.documentElement.dataset['locking'] === 'true';
const saving = Promise.withResolvers<null>();

function Desk() {
  const client = useClient();
  const { lock } = useSessionAccess();
  useBeforeLock(async () => {
    await saving.promise;
  });
  return (
    <>
      <button type="button" onClick={() => lock('asked')}>
        Bloquear
      </button>
      <button type="button" onClick={() => void client.getStatus({}).catch(() => undefined)}>
        Leer
      </button>
    </>
  );
}

function Window() {
  const { state } = useSessionAccess();
  return state.kind === 'open' ? <Desk /> : <p>Entrada</p>;
}

it('is shown again by a lock that the gate says before the one that was pressed is through', async () => {
  const centre = await startCentre();
  drawTold(<Window />, {
    session: await centre.sessionOf('admision'),
    invoke: () => Promise.resolve(refusalOf('locked', 'asked')),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Bloquear' }));
  expect(isHidden()).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Leer', hidden: true }));
  await screen.findByText('Entrada');
  expect(isHidden()).toBe(false);
  saving.resolve(null);
});
