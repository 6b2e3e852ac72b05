/** «Exacto reservado» on the page of a closed month: what it needs, what is asked, and what waits for the second person. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, expect, it } from 'vitest';
import { recipientFingerprint } from '../../../src/main/reports/reserved/key.ts';
import { Reserved } from '../../../src/renderer/reports/reserved.tsx';
import { approveRules } from '../../support/second-eye.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const june = '2026-06';
const again = { password: passphrase };

async function closed(isApproved: boolean | null): Promise<TestCentre> {
  const first = await startCentre();
  first.clock.set('2026-07-03T14:00:00.000Z');
  const centre = await first.restart();
  const coordinator = await centre.as('coordina');
  const { id } = await coordinator.proposeMonthClosing({ month: june }, again);
  await (await centre.as('psico')).approveMonthClosing({ proposalId: id }, again);
  if (isApproved === null) return centre;
  const recipient = await identityToRecipient(await generateX25519Identity());
  await coordinator.changeRule({
    ...{ tableId: 'ministry-key', rowId: null, seenVersions: 0 },
    change: {
      value: { recipient, fingerprint: recipientFingerprint(recipient) },
      validFrom: '2026-01-01',
      validTo: null,
      source: 'Oficio inventado',
      confirmation: 'official',
      note: null,
      replaces: null,
    },
  });
  if (isApproved) await approveRules(centre);
  return centre;
}

it('says that there is no key, or that it waits, and offers nothing else', async () => {
  await drawInWindow(await closed(null), 'coordina', <Reserved month={june} />);
  expect(await screen.findByText(/sin ella no hay archivo/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Clave del ministerio' }).getAttribute('href')).toContain('ministry-key');
  expect(screen.queryByRole('button', { name: 'Exacto reservado…' })).toBeNull();
  cleanup();
  await drawInWindow(await closed(false), 'coordina', <Reserved month={june} />);
  expect(await screen.findByText(/espera que otra persona la apruebe/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Exacto reservado…' })).toBeNull();
});

it('is proposed with recipient and oficio, no rows are offered, and the file is there once it was approved', async () => {
  const centre = await closed(true);
  await drawInWindow(centre, 'coordina', <Reserved month={june} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Exacto reservado…' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Exacto reservado: / }));
  expect(dialog.queryByText('Filas, una por caso')).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Proponer' }));
  expect(await dialog.findByText('Elija para qué se entrega.')).toBeDefined();
  expect(dialog.getByText('Escriba su contraseña.')).toBeDefined();
  await user.click(dialog.getByText('Consolidado del programa'));
  await user.type(dialog.getByRole('textbox', { name: 'Quién lo recibe' }), 'Rosa Inventada');
  await user.type(dialog.getByRole('textbox', { name: 'Oficina' }), 'Unidad inventada');
  await user.type(dialog.getByRole('textbox', { name: /^Número del oficio/ }), 'D-0001-2026');
  await user.type(dialog.getByLabelText('Su contraseña'), `${passphrase}{Enter}`);
  expect(await screen.findByText(/Falta que lo apruebe otra persona/, {}, { timeout: 5000 })).toBeDefined();
  const lawyer = await centre.as('legal');
  const [proposal] = (await lawyer.listProposals({})).proposals.filter(({ state }) => state === 'pending');
  expect(proposal).toMatchObject({ kind: 'reserved-export', canDecide: true });
  if (proposal !== undefined) await lawyer.approveReservedExport({ proposalId: proposal.id }, again);
  cleanup();
  await drawInWindow(centre, 'coordina', <Reserved month={june} />);
  expect(await screen.findByRole('button', { name: /^Guardar: reservado-.*D-0001-2026$/ })).toBeDefined();
});

it('is not there for the other roles', async () => {
  await drawInWindow(await closed(true), 'psico', <Reserved month={june} />);
  expect(screen.queryByText('Exacto reservado')).toBeNull();
});
