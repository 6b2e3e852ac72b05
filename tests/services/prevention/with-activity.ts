/** An activity of prevention to which files are added. */
import { Buffer } from 'node:buffer';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client, InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { startCentre } from '../../support/start-application.ts';

export type Facts = InputGivenOf<Contract['addPreventionFile']>['facts'];

export const photo = (more: object = {}): Facts => ({
  kind: 'photo',
  consents: { people: 2, consents: 2, children: 3, guardianConsents: 3, ...more },
});
export const list: Facts = { kind: 'list' };

/** An activity of Promoción with a way to add files to it. */
export async function withActivity(lead = 'Promotora') {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const client = await centre.as('promocion');
  const { staff } = await client.readPrevention({ month: null });
  const leadStaff = staff.find(({ fullName }) => fullName.includes(lead))?.id;
  if (leadStaff === undefined) throw new Error('nobody leads it');
  const { id: activityId } = await client.keepPreventionActivity({
    ...{ id: null, version: null },
    form: {
      ...{ heldOn: '2026-06-09' as CivilDate, startsAt: '09:00', minutes: 60, activityType: 'type-talk' },
      ...{ topic: 'Buen trato', activityGroup: 'group-other', audience: 'audience-general', mode: 'inPerson' },
      ...{ place: 'Plaza', districtCode: '150132', hostInstitution: null, leadStaff, strategy: null },
      ...{ programmeId: null, sessionNumber: null, officialCode: null, notes: null },
    },
  });
  const add = async (file: { name: string; bytes: Uint8Array; facts: Facts }, as: Client<Contract> = client) => {
    const fileId = crypto.randomUUID();
    await as.sendPreventionPiece({ fileId, offset: 0, base64: Buffer.from(file.bytes).toString('base64') });
    return as.addPreventionFile({ activityId, fileId, fileName: file.name, facts: file.facts });
  };
  const files = async (as: Client<Contract> = client) =>
    (await as.readPrevention({ month: null })).activities[0]?.files ?? [];
  return { centre, client, activityId, add, files };
}
