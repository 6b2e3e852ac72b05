import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import { OrderOfArrival } from '../../../src/renderer/reception/board/board.tsx';
import { arrive, lineOf } from '../../services/reception/at-the-door.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function atTheDesk(centre: TestCentre) {
  await drawInWindow(
    centre,
    'admision',
    <DiscretionProvider>
      <OrderOfArrival />
    </DiscretionProvider>,
  );
  const user = userEvent.setup();
  const row = async (label: string) => (await screen.findByText(label, { selector: 'tr th' })).closest('tr');
  return { user, row, to: async (label: string) => (await row(label))?.focus() };
}

it('asks before somebody passes about whom Coordinación must be called', async () => {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre);
  await (await centre.as('coordina')).setArrivalHold({ arrivalId, version: 1, mustCall: true });
  const { user, to } = await atTheDesk(centre);
  await to('A-01');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: '¿Coordinación ya dijo que puede pasar A-01?' })).toBeTruthy();
  // The safe button has the focus: Enter once more lets nobody in.
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect((await lineOf(centre, arrivalId)).state).toBe('waiting');
  await to('A-01');
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Sí, llamar' }));
  expect(await screen.findByText(/^Llamada \d/)).toBeTruthy();
});

it('leaves nobody marked once the last who waited is closed: Enter is not «Llegó» of an appointment', async () => {
  const centre = await startCentre();
  await arrive(centre);
  const desk = await centre.as('admision');
  const booking = { caseId: null, service: null, staffId: null, note: null, mustCall: false } as const;
  await desk.bookVisit({ ...booking, saidName: 'Amelia Inventada', day: '2026-06-10', time: '15:30' });
  const { user, to } = await atTheDesk(centre);
  await to('A-01');
  await user.keyboard('c');
  await user.keyboard('1');
  await waitFor(() => expect(screen.queryByText('A-01', { selector: 'tr th' })).toBeNull());
  await user.keyboard('{Enter}');
  expect(screen.getByText('15:30', { selector: 'tr th' }).closest('tr')?.ariaSelected).not.toBe('true');
  const board = await desk.openBoard({});
  expect(board.visits).toHaveLength(1);
  expect(board.arrivals).toEqual([]);
});

it('hands over by E, a digit and Enter', async () => {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre);
  const { user, to } = await atTheDesk(centre);
  await to('A-01');
  await user.keyboard('e');
  await user.keyboard('1');
  await user.keyboard('{Enter}');
  await waitFor(async () => expect((await lineOf(centre, arrivalId)).service).toBe('psychology'));
});

it('keeps Ctrl Enter inside an open panel: the arrival line does not hear it', async () => {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre);
  const { user, to } = await atTheDesk(centre);
  await to('A-01');
  await user.keyboard('c');
  await user.keyboard('2');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Elija la materia de la orientación.')).toBeTruthy();
  expect(screen.queryByText(/^Aún no hay nada escrito/)).toBeNull();
  expect((await lineOf(centre, arrivalId)).state).toBe('waiting');
});

it('says who was quicker where somebody else called her just before', async () => {
  const centre = await startCentre();
  const { arrivalId } = await arrive(centre);
  const { user, to } = await atTheDesk(centre);
  await to('A-01');
  await (await centre.as('coordina')).callArrival({ arrivalId, version: 1, isAsked: false });
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/^Otra persona acaba de cambiar A-01/)).toBeTruthy();
  expect(await screen.findByText(/^Llamada \d/)).toBeTruthy();
  expect((await lineOf(centre, arrivalId)).state).toBe('called');
});
