import type { Instant } from '../../shared/platform/dates.ts';
import { tablesIn, type Trx } from './tables.ts';

async function lastOf(trx: Trx, action: string, staffId: string | null): Promise<{ seq: number; utc: Instant } | null> {
  let query = tablesIn(trx).selectFrom('audit_entry').select(['seq', 'utc']).where('action', '=', action);
  if (staffId !== null) query = query.where('staff_id', '=', staffId);
  return (await query.orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** When the paper key was used after this person's last session began; null when it was not. */
export async function recoveredSince(trx: Trx, staffId: string): Promise<Instant | null> {
  const recovered = await lastOf(trx, 'keys.recovered', null);
  if (recovered === null) return null;
  const before = await lastOf(trx, 'session.start', staffId);
  return before === null || before.seq < recovered.seq ? recovered.utc : null;
}
