/** A centre that is being founded: its key is not typed back yet, and its coordinator sets it up. */
import type { OutputOf } from '../../src/shared/platform/contract.ts';
import type { Contract } from '../../src/shared/contract.ts';
import { fixedClock } from './fixed-clock.ts';
import { centreDetails, clientOf, openCentre, passphrase, staff, type TestCentre } from './start-application.ts';
import { newFolder } from './temporary-folder.ts';

export type FoundingCentre = { readonly centre: TestCentre; readonly founded: OutputOf<Contract['foundCentre']> };

export async function foundingCentre(): Promise<FoundingCentre> {
  const centre = await openCentre(newFolder(), fixedClock());
  const founded = await clientOf(centre.application, () => null).foundCentre({
    ...{ centre: centreDetails, isPractice: true, passphrase },
    coordinator: { login: 'coordina', ...staff.coordina, roles: ['coordinator'], college: null, collegeNumber: null },
  });
  const { session } = founded;
  const as = () => Promise.resolve(clientOf(centre.application, () => session.token));
  return { centre: { ...centre, as, sessionOf: () => Promise.resolve(session) }, founded };
}
