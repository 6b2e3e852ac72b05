import type { Instant } from '../../shared/platform/dates.ts';
import { tablesIn, type Trx } from './tables.ts';

/** By its owner, or with the paper key for her. */
const byOwner = ['staff.passphraseChanged', 'keys.recovered'];

/** When the password of a person last gave way to another one, each with a new pair of keys; null when it never did. */
export async function passwordRenewedAt(trx: Trx, staffId: string): Promise<Instant | null> {
  const row = await tablesIn(trx)
    .selectFrom('audit_entry')
    .select('utc')
    .where('outcome', '=', 'ok')
    .where((where) =>
      where.or([
        where.and([where('action', 'in', byOwner), where('staff_id', '=', staffId)]),
        where.and([where('action', '=', 'staff.accessReset'), where('object_id', '=', staffId)]),
      ]),
    )
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.utc ?? null;
}
