/** The warning that too few of the connected computers have a copy of the last day. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FewCopiesWarning } from '../../../src/renderer/companions/index.ts';
import { freshWords } from '../../../src/renderer/companions/words.ts';
import type { Companion, Computers } from '../../../src/shared/companions/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawTold } from '../../support/told-window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const companions = (count: number) => Array.from({ length: count }, () => ({ mayConnect: true }) as Companion);
const withCopies = (count: number, fresh: number) =>
  freshWords({ companions: companions(count), copies: { fresh, isFew: true } });

async function draw(keeperIsOn: boolean) {
  const centre = await startCentre();
  const session = await centre.sessionOf('coordina');
  const told = drawTold(<FewCopiesWarning />, {
    session,
    invoke: async (call) => {
      const envelope = await centre.application.invoke(call);
      if (call.procedure !== 'getComputers' || !envelope.ok) return envelope;
      const said = envelope.value as Computers;
      const keeper = { ...said.keeper, isOn: keeperIsOn };
      return { ...envelope, value: { ...said, keeper, copies: { fresh: 0, isFew: true } } };
    },
  });
  await waitFor(() => expect(told.times('getComputers')).toBe(1));
  return told;
}

describe('too few copies at other computers', () => {
  it('are warned of where others may connect', async () => {
    await draw(true);
    await screen.findByRole('button', { name: 'Ver las computadoras' });
  });

  it('are not where nobody may connect: none is handed out', async () => {
    const { queries } = await draw(false);
    await waitFor(() => expect(queries.isFetching()).toBe(0));
    expect(screen.queryByRole('button', { name: 'Ver las computadoras' })).toBeNull();
  });

  it.each([
    [1, 0, 'La computadora conectada no tiene una copia del último día.'],
    [1, 1, 'La computadora conectada tiene una copia del último día.'],
    [3, 0, 'Ninguna de las 3 computadoras conectadas tiene una copia del último día.'],
    [3, 1, '1 de las 3 computadoras conectadas tiene una copia del último día.'],
    [3, 2, '2 de las 3 computadoras conectadas tienen una copia del último día.'],
  ])('of %i with %i fresh: %s', (count, fresh, words) => {
    expect(withCopies(count, fresh)).toBe(words);
  });
});
