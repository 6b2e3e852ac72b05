import { afterEach, expect, it } from 'vitest';
import { anOffice } from '../../support/an-office.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

it('counts what the centre keeps, for Coordinación alone', async () => {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const before = await coordinator.readSetUp({});
  expect(before).toMatchObject({ outsideCopyAt: null, blankPapers: 0, deciders: 1 });
  expect(before.signers).toBeGreaterThan(2);
  expect(before.toConfirm).toBeGreaterThan(0);
  await coordinator.printBlankPapers({ kind: 'ficha', copies: 2, way: 'save' });
  expect((await coordinator.readSetUp({})).blankPapers).toBe(2);
  expect(await refusal(async () => (await centre.as('psico')).readSetUp({}))).toBe('forbidden/');
});

it('counts an office while it is used', async () => {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const form = anOffice({ kind: 'policeStation', name: 'Comisaría Inventada' });
  const { id, version } = await coordinator.keepOffice({ id: null, version: null, form });
  expect((await coordinator.readSetUp({})).officeKinds).toContain('policeStation');
  await coordinator.retireOffice({ id, version, isActive: false });
  expect((await coordinator.readSetUp({})).officeKinds).not.toContain('policeStation');
});
