/** «Abrir ficha»: what it begins with, and of an arrival that is over, as the key for going back leads to it; over a real centre. */
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ArrivalScreen } from '../../../src/renderer/intake/screens/arrival-screen.tsx';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

it('says that the arrival is over, and leads to the board', async () => {
  const centre = await startCentre();
  const desk = await centre.as('admision');
  const { arrivalId } = await desk.openArrival({});
  await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), saidName: 'Rosa Inventada' } });
  await desk.closeArrival({ arrivalId, version: 1, outcome: 'left' });
  await drawInWindow(centre, 'admision', <ArrivalScreen params={{ arrivalId }} />);
  await screen.findByText('Esta llegada ya tiene ficha o se cerró.');
  expect(screen.getByRole('button', { name: 'Ir a la orden de llegada' })).toBeTruthy();
});

it('begins with the day and the hour of the centre, not with those of the window', async () => {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T21:00:00.000Z') });
  const desk = await centre.as('admision');
  const { arrivalId } = await desk.openArrival({});
  await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), saidName: 'Rosa Inventada' } });
  await drawInWindow(centre, 'admision', <ArrivalScreen params={{ arrivalId }} />);
  expect(await screen.findByRole('textbox', { name: 'Hora de ingreso' })).toHaveProperty('value', '16:00');
  expect(screen.getByRole('radio', { name: /Tarde$/ })).toHaveProperty('checked', true);
});
