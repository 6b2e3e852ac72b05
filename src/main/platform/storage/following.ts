/** What follows a commit: none of it may fail the call that is stored, and what failed is tried again (decision D33). */
import type { AuditHead } from './audit-chain.ts';
import { promoteKeyring } from './keyring.ts';
import type { Marker } from './marker.ts';
import type { StartedRegister } from './start-register.ts';

export type OpenRegister<Tables> = StartedRegister<Tables> & { readonly marker: Marker };

/** @param utc Instant of the commit. A read-only record moves no mark: the alarm must survive the next start. */
export function followMark(open: OpenRegister<unknown>, head: AuditHead | null, utc: string): void {
  if (head === null || head.seq <= open.lastMarked || open.isReadOnly) return;
  open.lastMarked = head.seq;
  open.marker.follow({ dbId: open.keyring.dbId, seq: head.seq, hash: head.hash.toString('hex'), utc });
}

export async function followKeyring(folder: string, open: OpenRegister<unknown>): Promise<void> {
  if (!open.isKeyringLate) return;
  try {
    await promoteKeyring(folder, open.keyring);
    open.isKeyringLate = false;
  } catch {
    // The database has it, and the staged file opens until then: tried again after the next change.
  }
}
