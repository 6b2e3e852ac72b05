/** The door of the directory: whom the other domains write to and call back. */
import { office, type directoryContract, type Office } from '../../shared/directory/index.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { KeptStore } from '../record/index.ts';
import type { Trx } from '../platform/storage/rows.ts';

const offices = new KeptStore(office);
export const listOffices = (trx: Trx) => offices.list(trx);
export const findOffice = (trx: Trx, id: string) => offices.find(trx, id);

export type DirectoryParts = {
  /** Called in the same transaction when what counts days changed: the district or the days of distance. */
  readonly daysChanged: (unit: Unit<Trx>) => Promise<void>;
};

export function directoryHandlers({ daysChanged }: DirectoryParts): Handlers<typeof directoryContract, Trx> {
  const counts = ({ distanceDays, districtCode }: Office) => `${distanceDays} ${districtCode}`;
  const store = new KeptStore(office, async (unit, before, after) => {
    unit.note({ kind: after.kind });
    if (before !== null && counts(before) !== counts(after)) await daysChanged(unit);
  });
  return {
    listOffices: inside(async ({ trx }) => ({ records: await store.list(trx) })),
    keepOffice: inside((unit, input) => store.keep(unit, input)),
    retireOffice: inside((unit, input) => store.retire(unit, input)),
    listOfficeChanges: inside((unit, input) => store.changes(unit, input)),
  };
}
