/** The door of the directory: whom the other domains write to and call back. */
import { office, type directoryContract, type Office } from '../../shared/directory/index.ts';
import type { Trx } from '../database.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { keptStore } from '../record/index.ts';

export const { list: listOffices, find: findOffice } = keptStore(office);

export type DirectoryParts = {
  /** Called in the same transaction when what counts days changed: the district or the days of distance. */
  readonly daysChanged: (unit: Unit<Trx>) => Promise<void>;
};

export function directoryHandlers({ daysChanged }: DirectoryParts): Handlers<typeof directoryContract, Trx> {
  const counts = ({ distanceDays, districtCode }: Office) => `${distanceDays} ${districtCode}`;
  const store = keptStore(office, async (unit, before, after) => {
    unit.note({ kind: after.kind });
    if (before !== null && counts(before) !== counts(after)) await daysChanged(unit);
  });
  return {
    listOffices: inside(async ({ trx }) => ({ records: await store.list(trx) })),
    keepOffice: inside(store.keep),
    retireOffice: inside(store.retire),
    listOfficeChanges: inside(store.changes),
  };
}
