/** The page is hidden from the press of a lock until the neutral page stands there, which must be seen to take the focus. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { useClient } from '../../../src/renderer/platform/client.ts';
import type { Session } from '../../../src/renderer/platform/session-store.ts';
import { useBeforeLock, useSessionAccess } from '../../../src/renderer/platform/session.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold, refusalOf } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const isHidden = () => document.documentElement.dataset['locking'] === 'true';
const saving = Promise.withResolvers<null>();
const saves = { count: 0 };

function Desk() {
  const client = useClient();
  const { lock } = useSessionAccess();
  useBeforeLock(async () => {
    saves.count += 1;
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

function Window({ next }: { readonly next: Session }) {
  const { state, open } = useSessionAccess();
  if (state.kind === 'open') return <Desk />;
  return (
    <button type="button" onClick={() => open(next)}>
      Entrar
    </button>
  );
}

it('is shown again by a lock that the gate says before the one that was pressed is through, which locks nobody else', async () => {
  const centre = await startCentre();
  drawTold(<Window next={await centre.sessionOf('coordina')} />, {
    session: await centre.sessionOf('admision'),
    invoke: () => Promise.resolve(refusalOf('locked', 'asked')),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Bloquear' }));
  expect(isHidden()).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Leer', hidden: true }));
  const enter = await screen.findByRole('button', { name: 'Entrar' });
  expect(isHidden()).toBe(false);
  await userEvent.click(enter);
  saving.resolve(null);
  // What follows the answer is through.
  await new Promise((done) => setTimeout(done));
  await userEvent.click(screen.getByRole('button', { name: 'Bloquear' }));
  await screen.findByRole('button', { name: 'Entrar' });
});

it('stores what stands on the page, once, when the screen of the computer is locked', async () => {
  const centre = await startCentre();
  const session = await centre.sessionOf('admision');
  const { tell } = drawTold(<Window next={session} />, {
    session,
    invoke: () => Promise.resolve(refusalOf('unexpected', null)),
  });
  saves.count = 0;
  tell({ kind: 'lock-near' });
  expect(isHidden()).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Bloquear', hidden: true }));
  expect(saves.count).toBe(1);
  tell({ kind: 'locked', session: session.token, why: 'system' });
  await screen.findByRole('button', { name: 'Entrar' });
  expect(isHidden()).toBe(false);
});
