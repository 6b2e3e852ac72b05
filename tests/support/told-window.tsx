/** A part of the window over an application, with what the host tells: the line, what others changed, who else is here. */
import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import { hearChanges } from '../../src/renderer/heard.ts';
import { ClientProvider, makeClient } from '../../src/renderer/platform/client.ts';
import { LineProvider } from '../../src/renderer/platform/line/index.ts';
import { Look } from '../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../src/renderer/platform/query.ts';
import { createSessionStore, type Session } from '../../src/renderer/platform/session-store.ts';
import { SessionProvider } from '../../src/renderer/platform/session.tsx';
import { PlacesProvider } from '../../src/renderer/platform/ui/index.ts';
import { contract } from '../../src/shared/contract.ts';
import type { Call, Envelope, HostEvent, Transport } from '../../src/shared/platform/contract.ts';
import type { Failure } from '../../src/shared/platform/failures.ts';
import { storingPermissions } from '../../src/shared/storing.ts';

export type LineEvent = Extract<HostEvent, { kind: 'line' }>;

/** The line as it is told when nothing is wrong. */
export const lineUp: LineEvent = {
  ...{ kind: 'line', state: 'up', keeper: 'ADMISION-PC', since: null, nextTryAt: null, why: null, unsent: 0 },
};

export const refusalOf = (code: Failure['code'], reason: string | null): Envelope => ({
  ok: false,
  failure: { code, reason, issues: [], incident: null },
});

export type Answering = (call: Call) => Promise<Envelope | null> | Envelope | null;

type Options = {
  /** Answers what is not answered otherwise. */
  readonly invoke: Transport['invoke'];
  readonly session?: Session;
  /** Null leaves it to `invoke`. */
  readonly answer?: Answering;
};

export function drawTold(part: ReactNode, { invoke, session, answer = () => null }: Options) {
  const listeners = new Set<(event: HostEvent) => void>();
  const calls: Call[] = [];
  const transport: Transport = {
    invoke: async (call) => {
      calls.push(call);
      return (await answer(call)) ?? invoke(call);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const store = createSessionStore();
  if (session !== undefined) store.open(session);
  const queries = createQueryClient();
  const end = hearChanges(transport, queries);
  const done = () => Promise.resolve();
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  const { unmount } = render(
    <Look>
      <QueryClientProvider client={queries}>
        <ClientProvider value={makeClient(contract, transport, store)}>
          <LineProvider transport={transport}>
            <SessionProvider
              store={store}
              transport={transport}
              endSession={done}
              keepSession={done}
              pauseSession={() => Promise.reject(new Error('no pause here'))}
              pausePage={null}
              storing={storingPermissions}
            >
              <PlacesProvider value={[]}>
                <RouterContextProvider router={router}>{part}</RouterContextProvider>
              </PlacesProvider>
            </SessionProvider>
          </LineProvider>
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
  return {
    calls,
    queries,
    /** Where the window stands. */
    path: () => router.state.location.pathname,
    /** How often a procedure was asked for. */
    times: (procedure: string) => calls.filter((call) => call.procedure === procedure).length,
    tell: (event: HostEvent) =>
      act(() => {
        for (const listener of [...listeners]) listener(event);
      }),
    unmount: () => {
      unmount();
      end();
    },
  };
}
