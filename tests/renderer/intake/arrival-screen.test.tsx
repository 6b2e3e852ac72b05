/** «Abrir ficha»: what it begins with, and of an arrival that is over, as the key for going back leads to it; over a real centre. */
import type { ReactNode } from 'react';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { StatusProvider, useStatus } from '../../../src/renderer/access/index.ts';
import { CaseFrame } from '../../../src/renderer/intake/index.ts';
import { ArrivalScreen } from '../../../src/renderer/intake/screens/arrival-screen.tsx';
import { LinkedPage } from '../../../src/renderer/intake/screens/linked-screen.tsx';
import { OtherAggressorPage } from '../../../src/renderer/intake/screens/other-aggressor-screen.tsx';
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

/** As in the window: nothing of a person is drawn before the centre said where it stands. */
function Known({ children }: { readonly children: ReactNode }) {
  return useStatus().status !== null && children;
}

const inStatus = (part: ReactNode) => (
  <StatusProvider transport={{ invoke: () => Promise.reject(new Error('not used')), subscribe: () => () => undefined }}>
    <Known>{part}</Known>
  </StatusProvider>
);

describe('a ficha that is opened begins with the hour of the centre, not with that of the window', () => {
  const hourIsThatOfTheCentre = async () => {
    expect(await screen.findByRole('textbox', { name: 'Hora de ingreso' })).toHaveProperty('value', '16:00');
    expect(screen.getByRole('radio', { name: /Tarde$/ })).toHaveProperty('checked', true);
    // Of one clock: past midnight the day of the sign-in would be another one than that of the hour.
    expect(screen.getByRole('textbox', { name: 'Fecha de ingreso' })).toHaveProperty('value', '10/06/2026');
  };
  const atFour = () => startCentre({ clock: fixedClock('2026-06-10T21:00:00.000Z') });

  it('of an arrival', async () => {
    const centre = await atFour();
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), saidName: 'Rosa Inventada' } });
    await drawInWindow(centre, 'admision', inStatus(<ArrivalScreen params={{ arrivalId }} />));
    await hourIsThatOfTheCentre();
  });

  it.each([
    ['of another victim', LinkedPage],
    ['of another aggressor', OtherAggressorPage],
  ])('%s', async (_, Page) => {
    const centre = await atFour();
    const { caseId } = await centre.aCase({ isValidated: true });
    await drawInWindow(
      centre,
      'psico',
      inStatus(<CaseFrame caseId={caseId}>{(overview) => <Page overview={overview} />}</CaseFrame>),
    );
    await hourIsThatOfTheCentre();
  });
});
