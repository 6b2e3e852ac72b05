/** The one place of the window that knows every domain. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { roleLabels } from '../shared/access/index.ts';
import { contract } from '../shared/contract.ts';
import { makeClient } from './platform/client.ts';
import { ClientProvider } from './platform/client-context.tsx';
import { Look } from './platform/providers.tsx';
import { createQueryClient } from './platform/query.ts';
import type { RouteModule } from './platform/routes.ts';
import { createSessionStore } from './platform/session-store.ts';
import { SessionProvider } from './platform/session.tsx';
import { Shell, type ShellParts } from './platform/shell.tsx';
import type { Host } from './platform/transport.ts';

/** The screens of every domain, one `routes.tsx` each; the order of the navigation stands in its areas. */
const modules: readonly RouteModule[] = [];

/** What one window is made of; a test builds one over its own transport. */
export function createApp({ kind, transport }: Host) {
  const sessions = createSessionStore();
  const queries = createQueryClient();
  const client = makeClient(contract, transport, sessions);
  const parts: ShellParts = {
    modules,
    SignIn: () => null,
    roleOf: (roles) => roles.map((role) => (roleLabels as Readonly<Record<string, string>>)[role] ?? role).join(' · '),
    loopback: kind === 'loopback',
    report: () => undefined,
  };
  return { sessions, queries, client, transport, parts };
}

export function App({ host }: { readonly host: Host }) {
  const app = useMemo(() => createApp(host), [host]);
  return (
    <Look>
      <QueryClientProvider client={app.queries}>
        <ClientProvider value={app.client}>
          <SessionProvider
            store={app.sessions}
            transport={app.transport}
            endSession={async (reason) => {
              await app.client.lock({ why: reason === 'idle' ? 'idle' : 'asked' });
            }}
          >
            <Shell parts={app.parts} />
          </SessionProvider>
        </ClientProvider>
      </QueryClientProvider>
    </Look>
  );
}
