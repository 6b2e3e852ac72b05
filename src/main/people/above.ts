/** What the record of a person is asked of the fichas and the door: where she is named. */
import type { RawBuilder } from 'kysely';
import type { PersonId } from '../../shared/platform/ids.ts';
import { Above } from '../platform/above.ts';
import type { Trx, Use } from './tables.ts';

/** One column of one row: what stood there and what stands there now. */
export type Move = {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
};

export type MergeObstacle = 'merge-same-pair' | 'merge-same-case';

export const abovePeople = new Above<{
  /** Everything that names `from` names `to` afterwards. */
  moveReferences(unit: Use, who: { readonly from: string; readonly to: string }): Promise<Move[]>;
  /** Puts back what still stands as the merge left it. Answers how many were changed since and stay. */
  moveBack(unit: Use, moves: readonly Move[]): Promise<number>;
  /** Visits at the door that would move. */
  countArrivals(trx: Trx, personId: string): Promise<number>;
  /** Why two persons cannot be one: key of the reason, or null. */
  mergeObstacle(trx: Trx, one: PersonId, other: PersonId): Promise<MergeObstacle | null>;
  /** Condition that something besides her own record names the person. */
  standsSomewhere(personId: RawBuilder<unknown>): RawBuilder<boolean>;
}>();
