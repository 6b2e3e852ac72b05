/** Breaks of the chain that two people saw and went on from: they stay in it for ever, and are no alarm any more. */
import { figuresOf, type WalkStart } from '../platform/storage/audit-chain.ts';
import { tablesIn, type Trx } from './tables.ts';

/**
 * Where the walk goes on after a break: before the entry with which the read-only state was ended that spoke of it. Null
 * while nobody did. Verification goes on naming the break; only the alarm of the start ends.
 */
export async function acceptedBreak(trx: Trx, brokenAt: number): Promise<WalkStart | null> {
  const rows = await tablesIn(trx)
    .selectFrom('audit_entry')
    .select(['seq', 'segment', 'prev_hash', 'detail'])
    .where('action', '=', 'rollback.detected')
    .where('seq', '>', brokenAt)
    .orderBy('seq', 'desc')
    .execute();
  const row = rows.find(({ detail }) => figuresOf(detail)['brokenAt'] === brokenAt);
  return row === undefined ? null : { seq: row.seq - 1, hash: row.prev_hash, segment: row.segment - 1 };
}
