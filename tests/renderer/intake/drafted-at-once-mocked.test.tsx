// @vitest-environment happy-dom
/** A form that cannot wait for its draft: while the line is cut, and where the draft is refused. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DraftedAtOnce } from '../../../src/renderer/intake/index.ts';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../../src/renderer/platform/query.ts';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import { fail } from '../../../src/shared/platform/failures.ts';

const line = vi.hoisted(() => ({ cutFrom: null as string | null }));
vi.mock(import('../../../src/renderer/platform/line/line.tsx'), async (original) => ({
  ...(await original()),
  useCutFrom: () => line.cutFrom,
}));

beforeEach(() => {
  line.cutFrom = null;
});
afterEach(cleanup);

function draw(invoke: () => Promise<never>): void {
  const client = makeClient(contract, { invoke }, { token: () => 'one', newKey: () => crypto.randomUUID() });
  render(
    <Look>
      <QueryClientProvider client={createQueryClient()}>
        <ClientProvider value={client}>
          <DraftedAtOnce of="novelty" caseId={null}>
            {(draft) => <p>{draft === null ? 'Sin borrador' : 'Con borrador'}</p>}
          </DraftedAtOnce>
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
}

const never = () => new Promise<never>(() => undefined);

it('waits for what was typed before, for a moment', () => {
  draw(never);
  expect(screen.queryByText(/borrador/)).toBeNull();
});

it('stands there at once while the line is cut', () => {
  line.cutFrom = 'Secretaría';
  draw(never);
  expect(screen.getByText('Sin borrador')).toBeTruthy();
});

it('stands there without one where it is refused', async () => {
  draw(() => Promise.reject(fail('storage', 'disk-full')));
  await waitFor(() => expect(screen.getByText('Sin borrador')).toBeTruthy());
});
