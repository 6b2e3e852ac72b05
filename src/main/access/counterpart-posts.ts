/** Which counterparts of other institutions this centre has (decision 0092): off until Coordinación switches one on. */
import { sideOf, type CounterpartSide, type Role } from '../../shared/access/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { tablesIn, type AccessTables, type Trx } from './tables.ts';

export type PostRow = AccessTables['counterpart_post'];

export async function listCounterpartPosts(trx: Trx): Promise<PostRow[]> {
  return tablesIn(trx).selectFrom('counterpart_post').selectAll().execute();
}

/** Whom she agrees to; null where the centre has none. */
export async function counterpartPost(trx: Trx, side: CounterpartSide): Promise<PostRow | null> {
  return (await listCounterpartPosts(trx)).find((post) => post.side === side && post.is_on === 1) ?? null;
}

/** The first version of a side has none before it. @throws conflict when somebody changed it since */
export async function keepCounterpartPost(trx: Trx, row: PostRow): Promise<void> {
  const before = (await listCounterpartPosts(trx)).find(({ side }) => side === row.side);
  if ((before?.version ?? 0) !== row.version - 1) throw fail('conflict');
  await (
    before === undefined
      ? tablesIn(trx).insertInto('counterpart_post').values(row)
      : tablesIn(trx).updateTable('counterpart_post').set(row).where('id', '=', before.id)
  ).execute();
}

/** @throws rule-broken `counterpart-off`: nobody gets a function that the centre does not have */
export async function refuseCounterpartsOff(trx: Trx, roles: readonly Role[]): Promise<void> {
  for (const role of roles) {
    const side = sideOf(role);
    if (side !== null && (await counterpartPost(trx, side)) === null) throw fail('rule-broken', 'counterpart-off');
  }
}
