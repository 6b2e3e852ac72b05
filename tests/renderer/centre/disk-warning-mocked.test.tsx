// @vitest-environment happy-dom
/** A disk that fills up is told in the one place of warnings, before a save is refused; over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionWarnings } from '../../../src/renderer/session-banners.tsx';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import type { Call, Envelope } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

// The address is a matter of the router, which is not drawn here.
vi.mock('@tanstack/react-router', async (load) => ({
  ...(await load<object>()),
  useRouterState: () => '/',
  useNavigate: () => () => undefined,
}));

afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** Draws the banners of a centre whose disk is as given; answers how often the disk was asked for. */
async function drawOn(isDiskLow: boolean): Promise<{ readonly asked: number }> {
  const centre = await startCentre();
  const { token } = await centre.sessionOf('admision');
  const count = { asked: 0 };
  const invoke = async (call: Call): Promise<Envelope> => {
    const answer = await centre.application.invoke(call);
    if (!answer.ok || call.procedure !== 'getStatus') return answer;
    count.asked += 1;
    return { ...answer, value: { ...(answer.value as object), isDiskLow } };
  };
  const as = () =>
    Promise.resolve(makeClient(contract, { invoke }, { token: () => token, newKey: () => crypto.randomUUID() }));
  await drawInWindow({ ...centre, as }, 'admision', <SessionWarnings />);
  return count;
}

describe('the disk of the record', () => {
  it('is told of once when less than 500 MB are left', async () => {
    await drawOn(true);
    await screen.findByText(/^Quedan menos de 500 MB en el disco del registro\. Lo guardado está a salvo\./);
    expect(screen.getAllByText(/500 MB/)).toHaveLength(1);
  });

  it('is not told of while there is room', async () => {
    const count = await drawOn(false);
    await waitFor(() => {
      expect(count.asked).toBeGreaterThan(0);
    });
    expect(screen.queryByText(/500 MB/)).toBeNull();
  });
});
