/** How many cases prevention brought in: of closed months, and as it stood once the file of the year was made. */
import type { preventionContract } from '../../shared/prevention/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { Month } from '../../shared/platform/dates.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { casesThrough } from './repository.ts';
import { tablesIn, type Trx } from './tables.ts';

type Inserted = OutputOf<(typeof preventionContract)['readPrevention']>['inserted'];

/** Where a conflict hides anything of the year, what was fixed is not told: the difference would tell what it hides. */
export async function insertedCases(
  { trx, session }: Pick<Unit<Trx>, 'trx' | 'session'>,
  closed: readonly Month[],
): Promise<Inserted> {
  const through = closed.at(-1);
  if (through === undefined) return null;
  const year = Number(through.slice(0, 4));
  const frozen = await tablesIn(trx)
    .selectFrom('prevention_year')
    .select('inserted')
    .where('year', '=', year)
    .executeTakeFirst();
  const span = { from: `${year}-01` as Month, to: through, reader: session.staffId };
  const { inserted, hidesAny } = await casesThrough(trx, span);
  const cases = hidesAny ? inserted : (frozen?.inserted ?? inserted);
  return { year, through, cases, isFrozen: frozen !== undefined };
}

/** Told by the closing that makes the file of the year. */
export async function freezeInserted(unit: Unit<Trx>, year: number): Promise<void> {
  const span = { from: `${year}-01` as Month, to: `${year}-12` as Month, reader: null };
  const { inserted } = await casesThrough(unit.trx, span);
  const id = unit.newId();
  await tablesIn(unit.trx)
    .insertInto('prevention_year')
    .values({ id, year, inserted, frozen_at: unit.now, version: 1 })
    .execute();
  unit.touch('prevention_year', id);
}
