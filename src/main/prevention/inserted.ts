/** How many cases prevention brought in: of closed months, and as it stood once the file of the year was made. */
import type { preventionContract } from '../../shared/prevention/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { Month } from '../../shared/platform/dates.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { casesThrough } from './repository.ts';
import { tablesIn, type Trx } from './tables.ts';

type Inserted = OutputOf<(typeof preventionContract)['readPrevention']>['inserted'];

export async function insertedCases(trx: Trx, closed: readonly Month[]): Promise<Inserted> {
  const through = closed.at(-1);
  if (through === undefined) return null;
  const year = Number(through.slice(0, 4));
  const frozen = await tablesIn(trx)
    .selectFrom('prevention_year')
    .select('inserted')
    .where('year', '=', year)
    .executeTakeFirst();
  const live = await casesThrough(trx, { from: `${year}-01` as Month, to: through });
  return { year, through, cases: frozen?.inserted ?? live.inserted, isFrozen: frozen !== undefined };
}

/** Told by the closing that makes the file of the year. */
export async function freezeInserted(unit: Unit<Trx>, year: number): Promise<void> {
  const { inserted } = await casesThrough(unit.trx, { from: `${year}-01` as Month, to: `${year}-12` as Month });
  const id = unit.newId();
  await tablesIn(unit.trx)
    .insertInto('prevention_year')
    .values({ id, year, inserted, frozen_at: unit.now, version: 1 })
    .execute();
  unit.touch('prevention_year', id);
}
