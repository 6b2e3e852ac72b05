/** Seals of records that a migration changes: verified before, made anew in its transaction, named in an audit entry. */
import { sql, type Transaction } from 'kysely';
import { instantIn, type Clock } from '../../../shared/platform/clock.ts';
import { append } from './audit-chain.ts';
import { kindsAt, versionOf, type MigrateHooks, type Migration } from './migrate.ts';
import type { PlatformTables } from './platform-tables.ts';
import { sealRecords, verifyAllSeals, type RecordRef, type SealedKind } from './record-seals.ts';
import { clearSecrets, readSecrets } from './secrets.ts';

export type ResealParts = {
  readonly kinds: readonly SealedKind[];
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  readonly device: string;
};

/** Records that a migration is about to change and that are not as the audit says: what was put back stays told. */
async function unsoundBefore(
  trx: Transaction<PlatformTables>,
  key: Buffer,
  migration: Migration,
  parts: ResealParts,
): Promise<RecordRef[]> {
  const changed = new Set([...Object.keys(migration.reseals ?? {}), ...Object.keys(migration.sealedBefore ?? {})]);
  const before = kindsAt(versionOf(migration) - 1, parts).filter(({ kind }) => changed.has(kind));
  return (await verifyAllSeals(trx, before, key)).wrong;
}

async function changedBy(trx: Transaction<PlatformTables>, { reseals = {} }: Migration): Promise<RecordRef[]> {
  const refs: RecordRef[] = [];
  for (const [kind, ids] of Object.entries(reseals)) {
    const { rows } = await sql.raw<{ id: string }>(ids).execute(trx);
    refs.push(...rows.map((row) => ({ kind, id: row.id })));
  }
  return refs;
}

/**
 * Each migration of a register in use. One that changes no sealed record leaves no entry. A record whose seal did not hold
 * before keeps none that would: it is shown as damaged afterwards as it was before (reliability design §6).
 */
export function resealing(parts: ResealParts): NonNullable<MigrateHooks['within']> {
  return async (trx, migration, apply) => {
    if (migration.reseals === undefined) return apply();
    const secrets = await readSecrets(trx);
    try {
      const unsound = await unsoundBefore(trx, secrets.recordSealKey, migration, parts);
      await apply();
      const ids = new Set(unsound.map(({ id }) => id));
      const refs = (await changedBy(trx, migration)).filter(({ id }) => !ids.has(id));
      await append(trx, {
        ...{ utc: instantIn(parts.clock), mono: performance.now(), staffId: null, role: null, device: parts.device },
        ...{ action: 'migration.applied', objectKind: null, objectId: null, reason: null },
        outcome: unsound.length === 0 ? 'ok' : 'failed',
        detail: JSON.stringify({ migration: migration.id, records: refs.length, unsound: unsound.length }),
        objects: await sealRecords(trx, kindsAt(versionOf(migration), parts), secrets.recordSealKey, refs),
      });
    } finally {
      clearSecrets(secrets);
    }
  };
}
