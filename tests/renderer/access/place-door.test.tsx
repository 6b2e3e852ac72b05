/** The way to practice and back, before anybody signs in, drawn over both places. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../src/main/application.ts';
import { StatusProvider } from '../../../src/renderer/access/index.ts';
import { Entry } from '../../../src/renderer/entry.tsx';
import { ClientProvider, makeClient } from '../../../src/renderer/platform/client.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../../src/renderer/platform/query.ts';
import { createSessionStore } from '../../../src/renderer/platform/session-store.ts';
import { SessionProvider } from '../../../src/renderer/platform/session.tsx';
import { SignInPage } from '../../../src/renderer/sign-in-page.tsx';
import { contract } from '../../../src/shared/contract.ts';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import { platformReasons } from '../../../src/shared/platform/reason-words.ts';
import { storingPermissions } from '../../../src/shared/storing.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { clientOf, closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { openTwoPlaces } from '../../support/two-places.ts';

const open: Application[] = [];
afterEach(async () => {
  cleanup();
  for (const application of open.splice(0)) await application.close();
  await closeCentres();
  removeFolders();
});

function draw(application: Application): void {
  const store = createSessionStore();
  const done = () => Promise.resolve();
  render(
    <Look>
      <QueryClientProvider client={createQueryClient()}>
        <ClientProvider value={makeClient(contract, application, store)}>
          <SessionProvider
            store={store}
            transport={application}
            endSession={done}
            keepSession={done}
            pauseSession={() => Promise.reject(new Error('no pause here'))}
            pausePage={null}
            storing={storingPermissions}
          >
            <StatusProvider transport={application}>
              <Entry>
                <SignInPage reason={null} />
              </Entry>
            </StatusProvider>
          </SessionProvider>
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
}

async function twoPlaces() {
  const places = await openTwoPlaces(newFolder(), fixedClock());
  open.push(places.application);
  return places;
}

/** The application, with something else told of its place. */
function telling(application: Application, told: () => object): Application {
  return {
    ...application,
    invoke: async (call) => {
      const answer = await application.invoke(call);
      const { procedure } = call as { procedure: string };
      if (procedure !== 'getStatus' || !answer.ok) return answer;
      return { ...answer, value: { ...(answer.value as object), ...told() } };
    },
  };
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('before a sign-in', () => {
  it('practice is a step away, marked, and empty of what was typed; the way back is there', async () => {
    draw((await twoPlaces()).application);
    await screen.findByRole('heading', { name: 'Aún no hay un registro en esta computadora' });
    expect(screen.queryByText('PRÁCTICA')).toBeNull();
    await press('Practicar con datos inventados');
    expect(await screen.findByText('PRÁCTICA')).toBeTruthy();
    await userEvent.type(await screen.findByLabelText('Usuario'), 'coordina');
    await press('Volver al registro del centro');
    await screen.findByRole('heading', { name: 'Aún no hay un registro en esta computadora' });
    expect(screen.queryByText('PRÁCTICA')).toBeNull();
    await press('Practicar con datos inventados');
    expect((await screen.findByLabelText<HTMLInputElement>('Usuario')).value).toBe('');
  });

  it('the place decides what is founded: nobody is asked for real or practice', async () => {
    draw((await twoPlaces()).application);
    await press('Crear registro del centro');
    await screen.findByRole('heading', { name: 'Datos del centro' });
    expect(screen.queryByText('Qué registro va a crear')).toBeNull();
  });

  it('a change made in another window is followed', async () => {
    const { application } = await twoPlaces();
    draw(application);
    await screen.findByRole('heading', { name: 'Aún no hay un registro en esta computadora' });
    await clientOf(application, () => null).choosePlace({ place: 'practice' });
    expect(await screen.findByText('PRÁCTICA')).toBeTruthy();
  });

  it('says why the place does not change while somebody is signed in', async () => {
    const { application } = await twoPlaces();
    const nobody = clientOf(application, () => null);
    await nobody.choosePlace({ place: 'practice' });
    await nobody.signIn({ login: 'coordina', password: passphrase });
    draw(application);
    await press('Volver al registro del centro');
    await waitFor(() => expect(screen.getByText(/Alguien tiene una sesión abierta/)).toBeTruthy());
    expect(screen.getByText('PRÁCTICA')).toBeTruthy();
  });

  it('a place that is closed leaves the way to the other one open', async () => {
    const { application } = await startCentre();
    const place = { kind: 'practice', notices: ['other-register'] };
    draw(telling(application, () => ({ place, blocked: 'path-network' })));
    expect(await screen.findByText(platformReasons['path-network'])).toBeTruthy();
    expect(screen.getByText(/hay además un registro de antes/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Volver al registro del centro' })).toBeTruthy();
  });

  it('what was typed for one place is not offered to the other', async () => {
    const { application } = await startCentre();
    const place = { kind: 'practice', notices: [] };
    const listeners: ((event: HostEvent) => void)[] = [];
    const subscribe: Application['subscribe'] = (listener) => {
      listeners.push(listener);
      return () => undefined;
    };
    draw({ ...telling(application, () => ({ place })), subscribe });
    await userEvent.type(await screen.findByLabelText('Usuario'), 'coordina');
    place.kind = 'real';
    for (const listener of listeners) listener({ kind: 'changed', topic: 'place' });
    await screen.findByRole('button', { name: 'Practicar con datos inventados' });
    expect((await screen.findByLabelText<HTMLInputElement>('Usuario')).value).toBe('');
  });

  it('on a named folder there is no other place', async () => {
    const { application } = await startCentre();
    draw(application);
    await screen.findByLabelText('Usuario');
    expect(screen.queryByRole('button', { name: /Practicar|Volver al registro/ })).toBeNull();
  });
});
