/** Opening an incident again and withdrawing a review of permissions, over a real centre. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { PrivacyPanels } from '../../../src/renderer/privacy/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const notTold = { state: 'notApplicable' as const, on: null, time: null, entryNumber: null };

async function start() {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const known = { on: '2026-06-09', time: '16:40' };
  const { incidentId } = await coordinator.recordDataIncident({
    incident: { ...known, words: 'Se perdió un oficio.' },
  });
  const end = { ...notTold, reason: 'Apareció.' };
  await coordinator.closeDataIncident({ incidentId, version: 1, end });
  await coordinator.recordAccessReview({ review: { on: '2026-06-10', words: null } });
  return centre;
}

async function choose(user: ReturnType<typeof userEvent.setup>, reason: string, confirm: string) {
  const dialog = await screen.findByRole('dialog');
  // Asking and answering: nothing is done by the first press alone.
  await user.click(within(dialog).getByRole('button', { name: confirm }));
  expect(within(dialog).getByText('Elija un motivo.')).toBeDefined();
  await user.click(within(dialog).getByRole('radio', { name: reason }));
  await user.click(within(dialog).getByRole('button', { name: confirm }));
}

describe('mistakes with the duties of the centre', () => {
  it('opens an incident again after a reason, and shows how it had been closed', async () => {
    const user = userEvent.setup();
    await drawInWindow(await start(), 'coordina', <PrivacyPanels />);
    await user.click(await screen.findByRole('button', { name: 'Reabrir el incidente conocido el 09/06/2026 16:40' }));
    await choose(user, 'Se cerró por error', 'Reabrir incidente');
    await screen.findByRole('button', { name: 'Cerrar el incidente conocido el 09/06/2026 16:40' });
    expect(
      screen.getByText(/^Reabrió Carmen Inventada Coordina, .*: Se cerró por error\. Antes: Apareció\. cerró /),
    ).toBeDefined();
  });

  it('goes on over the line as another person left it, after its refusal', async () => {
    const user = userEvent.setup();
    const centre = await start();
    await drawInWindow(centre, 'coordina', <PrivacyPanels />);
    await user.click(await screen.findByRole('button', { name: 'Reabrir el incidente conocido el 09/06/2026 16:40' }));
    const other = await centre.as('coordina');
    const [line] = (await other.listDataIncidents({})).incidents;
    if (line === undefined) throw new Error('no incident');
    const reason = { code: 'newFacts' as const, words: null };
    await other.reopenDataIncident({ incidentId: line.id, version: line.version, reason });
    const end = { ...notTold, reason: 'Apareció después.' };
    await other.closeDataIncident({ incidentId: line.id, version: line.version + 1, end });
    await choose(user, 'Se cerró por error', 'Reabrir incidente');
    const dialog = screen.getByRole('dialog');
    await within(dialog).findByRole('alert');
    await user.click(within(dialog).getByRole('button', { name: 'Reabrir incidente' }));
    await screen.findByRole('button', { name: 'Cerrar el incidente conocido el 09/06/2026 16:40' });
  });

  it('withdraws a review after a reason, and keeps it in the list', async () => {
    const user = userEvent.setup();
    await drawInWindow(await start(), 'coordina', <PrivacyPanels />);
    await user.click(await screen.findByRole('button', { name: 'Retirar la revisión del 10/06/2026' }));
    await choose(user, 'Se registró dos veces', 'Retirar revisión');
    await screen.findByText('Retirada');
    expect(screen.getByText(/Se registró dos veces\. Retiró Carmen Inventada Coordina/)).toBeDefined();
    expect(screen.getByText(/Aún no hay ninguna que cuente/)).toBeDefined();
  });

  it('offers neither to who only reads', async () => {
    await drawInWindow(await start(), 'visita', <PrivacyPanels />);
    await screen.findByText('Se perdió un oficio.');
    expect(screen.queryByRole('button', { name: /Reabrir|Retirar/ })).toBeNull();
  });
});
