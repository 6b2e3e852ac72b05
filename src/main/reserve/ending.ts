/** Writing down the accesos excepcionales that ended by themselves: time, session, a program that stopped. */
import type { Instant } from '../../shared/platform/dates.ts';
import { findAccess } from './access-repository.ts';
import type { Ended, OpenAccesses } from './open-accesses.ts';
import { nextVersions, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

export type EndingParts = {
  readonly accesses: OpenAccesses;
  now(): Instant;
  transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  /** Writes `breakGlass.stop` of that person, with the record it touched. */
  recordStop(trx: Trx, stop: { staffId: string; id: string; ending: string }): Promise<void>;
};

async function end(trx: Trx, parts: EndingParts, { id, staffId, ending }: Ended): Promise<void> {
  if ((await findAccess(trx, id))?.ended_at !== null) return;
  await nextVersions(tablesIn(trx), 'exceptional_access', { id }, { ended_at: parts.now(), ending });
  await parts.recordStop(trx, { staffId, id, ending });
}

/** Called with every call and before the record closes; nothing waits in nearly all of them. */
export async function settleEnded(parts: EndingParts): Promise<void> {
  const ended = parts.accesses.takeEnded();
  if (ended.length === 0) return;
  try {
    await parts.transaction(async (trx) => {
      for (const one of ended) await end(trx, parts, one);
    });
  } catch (error) {
    parts.accesses.giveBack(ended);
    throw error;
  }
}

/** At a sign-in: what an earlier run of the program left without an end. */
export async function endInterrupted(trx: Trx, parts: EndingParts): Promise<void> {
  for (const { id, staff_id: staffId } of await rowsOf(tablesIn(trx), 'exceptional_access', { ended_at: null })) {
    if (!parts.accesses.knows(id)) await end(trx, parts, { id, staffId, ending: 'interrupted' });
  }
}
