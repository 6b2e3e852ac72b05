/** An answer that did not arrive is given again under the same key, also where the first one changed what is asked for. */
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const newPassphrase = 'bosque-lampara-velero-nuez';

it('of a password change, although the password typed with it opens nothing any more', async () => {
  const centre = await startCentre();
  const key = randomUUID();
  const client = await centre.as('psico');
  const send = () => client.changeOwnPassphrase({ newPassphrase }, { key, password: passphrase });
  expect(await send()).toEqual({});
  expect(await send()).toEqual({});
});

it('of an approval, with the password to hand over, although the proposal is decided', async () => {
  const centre = await startCentre();
  const person = { login: 'nueva', fullName: 'Nora Inventada Nueva', roles: ['socialWorker' as const] };
  const details = { ...person, profession: null, college: null, collegeNumber: null };
  const coordinator = await centre.as('coordina');
  const { proposalId } = await coordinator.proposeStaffChange({ staffChange: { change: 'create', details } });
  const lawyer = await centre.as('legal');
  const options = { key: randomUUID(), password: passphrase };
  const first = await lawyer.approveStaffChange({ proposalId }, options);
  expect(await lawyer.approveStaffChange({ proposalId }, options)).toEqual(first);
});
