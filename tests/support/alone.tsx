/** A part of the window drawn by itself: its act goes through a client that nobody answers. */
import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { ClientProvider, makeClient } from '../../src/renderer/platform/client.ts';
import { Look } from '../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../src/renderer/platform/query.ts';
import { createSessionStore } from '../../src/renderer/platform/session-store.ts';
import { contract } from '../../src/shared/contract.ts';

const nobody = { invoke: () => Promise.reject(new Error('not used')), subscribe: () => () => undefined };

export function Alone({ children }: { readonly children: ReactNode }) {
  return (
    <Look>
      <QueryClientProvider client={createQueryClient()}>
        <ClientProvider value={makeClient(contract, nobody, createSessionStore())}>{children}</ClientProvider>
      </QueryClientProvider>
    </Look>
  );
}
