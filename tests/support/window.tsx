/** A part of the window drawn over a real centre: who is signed in, her client, the list of places. */
import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { ClientProvider } from '../../src/renderer/platform/client.ts';
import { Look } from '../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../src/renderer/platform/query.ts';
import { createSessionStore } from '../../src/renderer/platform/session-store.ts';
import { SessionProvider } from '../../src/renderer/platform/session.tsx';
import { PlacesProvider, ReadOnlyContext } from '../../src/renderer/platform/ui/index.ts';
import { refusedWhileClosed, storingPermissions } from '../../src/shared/storing.ts';
import type { Login, TestCentre } from './start-application.ts';

export async function drawInWindow(
  centre: TestCentre,
  login: Login,
  part: ReactNode,
  isReadOnly = false,
): Promise<void> {
  const store = createSessionStore();
  store.open({ ...(await centre.sessionOf(login)), isReadOnly });
  const done = () => Promise.resolve();
  const transport = { invoke: () => Promise.reject(new Error('not used')), subscribe: () => () => undefined };
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  render(
    <Look>
      <QueryClientProvider client={createQueryClient()}>
        <ClientProvider value={await centre.as(login)}>
          <SessionProvider
            store={store}
            transport={transport}
            endSession={done}
            keepSession={done}
            pauseSession={() => Promise.reject(new Error('no pause here'))}
            pausePage={null}
            storing={storingPermissions}
            refusedWhileClosed={refusedWhileClosed}
          >
            <PlacesProvider value={[{ code: '150132', label: 'San Juan de Lurigancho, Lima, Lima' }]}>
              <ReadOnlyContext value={isReadOnly ? <p>Solo lectura</p> : null}>
                <RouterContextProvider router={router}>{part}</RouterContextProvider>
              </ReadOnlyContext>
            </PlacesProvider>
          </SessionProvider>
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
}
