/** What passes to a substitute is read where the Reemplazo is recorded; over a real centre. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { CoverScreen } from '../../../src/renderer/access/screens/cover-screen.tsx';
import { idOf, letIn } from '../../services/access/people.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const slow = { timeout: 60_000 };

it('tells how many visits pass and when the next is, once it is said whose', async () => {
  const centre = await startCentre();
  await letIn(centre, 'legaldos', 'lawyer');
  const { caseId } = await centre.aCase();
  const staffId = await idOf(centre, 'legal');
  await (
    await centre.as('admision')
  ).bookVisit({
    ...{ caseId, saidName: null, day: '2026-06-15', time: '10:00', service: null, staffId, note: null },
    mustCall: false,
  });
  await drawInWindow(centre, 'coordina', <CoverScreen />);
  const person = await screen.findByRole('radio', { name: /^Luz Inventada Legal/ }, slow);
  expect(screen.queryByText('Citas y visitas')).toBeNull();
  await userEvent.click(person);
  expect((await screen.findByText('Citas y visitas', undefined, slow)).nextSibling?.textContent).toBe(
    '1 · la más próxima: 15/06/2026, 10:00',
  );
});
