/** What the desk reads of a ficha it opened: what it wrote itself, as the permission table says, in the list and on each page. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

describe('the account of a professional', () => {
  it('is read and added to by the desk through no door', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const desk = await centre.as('admision');
    const doors = {
      account: () => desk.getAccount({ caseId }),
      supplement: () => desk.addAccountSupplement({ caseId, body: 'Agregado por Admisión.' }),
      before: async () => {
        const { version } = await desk.getCase({ caseId });
        return desk.recordToldBefore({ caseId, version, times: 2 });
      },
      sectionB: () => desk.getSectionB({ caseId }),
    };
    for (const [name, door] of Object.entries(doors)) expect([name, await refusal(door)]).not.toEqual([name, 'none']);
    expect(await refusal(doors.account)).toBe('not-found/');
    expect((await (await centre.as('psico')).getAccount({ caseId })).supplements).toEqual([]);
  });

  it('refuses the desk in the same words when nothing was written', async () => {
    const centre = await startCentre();
    const { caseId } = await opened(await centre.as('admision'));
    expect(await refusal(async () => (await centre.as('admision')).getAccount({ caseId }))).toBe('not-found/');
  });
});

function opened(client: Client<Contract>, admittedOn = admission.admittedOn) {
  return client.openCase({
    ...{ arrivalId: null, admission: { ...admission, admittedOn } },
    ...{ user: aUser(), userLink: { kind: 'new' }, aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
}

describe('the list of the desk', () => {
  const listed = async (client: Client<Contract>) => (await client.listMyCases({})).cases.map(({ caseId }) => caseId);

  it('holds its own drafts, and for a day what it handed over', async () => {
    const clock = fixedClock('2026-06-10T15:00:00.000Z');
    const centre = await startCentre({ clock });
    const desk = await centre.as('admision');
    const handedOver = (await opened(desk)).caseId;
    const draft = (await opened(desk)).caseId;
    await desk.handOverCase({ caseId: handedOver, service: 'psychology' });
    clock.set('2026-06-11T14:00:00.000Z');
    const within = await centre.restart();
    expect((await listed(await within.as('admision'))).toSorted()).toEqual([handedOver, draft].toSorted());
    clock.set('2026-06-11T16:00:00.000Z');
    const later = await (await within.restart()).as('admision');
    expect(await listed(later)).toEqual([draft]);
    expect(await refusal(() => later.getSectionA({ caseId: handedOver }))).toBe('not-found/');
    expect(await refusal(() => later.getCase({ caseId: handedOver }))).toBe('not-found/');
    expect((await later.getSectionA({ caseId: draft })).version).toBeGreaterThan(0);
  });

  it('holds no case of others that was not admitted today', async () => {
    const clock = fixedClock('2026-06-11T15:00:00.000Z');
    const centre = await startCentre({ clock });
    const { caseId } = await opened(await centre.as('psico'));
    const today = await opened(await centre.as('psico'), '2026-06-11' as typeof admission.admittedOn);
    const desk = await centre.as('admision');
    expect(await listed(desk)).toEqual([today.caseId]);
    expect(await refusal(() => desk.getSectionA({ caseId }))).toBe('not-found/');
    expect(await refusal(() => desk.getSectionA({ caseId: today.caseId }))).toBe('not-found/');
  });

  it('lets go of its own ficha once it counts, also when nobody was handed it', async () => {
    const clock = fixedClock('2026-06-10T15:00:00.000Z');
    const centre = await startCentre({ clock });
    const { caseId } = await opened(await centre.as('admision'));
    await centre.close();
    await insideFile(centre.folder, (db) =>
      db.prepare("update case_file set state = 'validated' where id = ?").run(caseId),
    );
    clock.set('2026-06-11T15:00:00.000Z');
    const desk = await (await centre.restart()).as('admision');
    expect(await listed(desk)).toEqual([]);
    expect(await refusal(() => desk.getSectionA({ caseId }))).toBe('not-found/');
  });
});
