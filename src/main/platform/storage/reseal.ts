/** Seals of records that a migration changed: made anew in its transaction, and named in an entry of the audit. */
import { sql, type Transaction } from 'kysely';
import { instantIn, type Clock } from '../../../shared/platform/clock.ts';
import { append } from './audit-chain.ts';
import type { Migration } from './migrate.ts';
import type { PlatformTables } from './platform-tables.ts';
import { sealRecords, type RecordRef, type SealedKind } from './record-seals.ts';
import { clearSecrets, readSecrets } from './secrets.ts';

export type ResealParts = { readonly kinds: readonly SealedKind[]; readonly clock: Clock; readonly device: string };

/** What each migration of a register in use is followed by. One that changes no sealed record leaves no entry. */
export function resealing({ kinds, clock, device }: ResealParts) {
  return async (trx: Transaction<PlatformTables>, { id, reseals }: Migration): Promise<void> => {
    if (reseals === undefined) return;
    const refs: RecordRef[] = [];
    for (const [kind, ids] of Object.entries(reseals)) {
      const { rows } = await sql.raw<{ id: string }>(ids).execute(trx);
      refs.push(...rows.map((row) => ({ kind, id: row.id })));
    }
    const secrets = await readSecrets(trx);
    try {
      await append(trx, {
        ...{ utc: instantIn(clock), mono: performance.now(), staffId: null, role: null, device },
        ...{ action: 'migration.applied', objectKind: null, objectId: null, reason: null, outcome: 'ok' },
        detail: JSON.stringify({ migration: id, records: refs.length }),
        objects: await sealRecords(trx, kinds, secrets.recordSealKey, refs),
      });
    } finally {
      clearSecrets(secrets);
    }
  };
}
