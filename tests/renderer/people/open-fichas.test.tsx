import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, it } from 'vitest';
import { OpenFichas } from '../../../src/renderer/people/open-fichas.tsx';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

type Ficha = Parameters<typeof OpenFichas>[0]['found']['fichas'][number];

const ficha = (number: string, isPossible: boolean) =>
  ({
    caseId: crypto.randomUUID(),
    number,
    admittedOn: '2026-06-10',
    isToday: true,
    risk: null,
    isSevere: false,
    isPossible,
  }) as Ficha;

it('says of the fichas of somebody who may be she that they are hers only if she is', () => {
  render(
    <Alone>
      <OpenFichas found={{ fichas: [ficha('2026-0007', true), ficha('2026-0003', false)], needsReview: false }} />
    </Alone>,
  );
  screen.getByText('Ya tiene otra ficha abierta:');
  screen.getByText('Si es la misma persona, ya tiene otra ficha abierta:');
});
