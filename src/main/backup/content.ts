/** Proof of a copied database from the inside: structure, references, chain, seals, no audit key. */
import { sql, type Kysely } from 'kysely';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { verifyChain, type AuditHead } from '../platform/storage/audit-chain.ts';
import { queriesOf, schemaHash } from '../platform/storage/migrate.ts';
import { metaValue, type Database } from '../platform/storage/open-database.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { verifyAllSeals, type SealedKind } from '../platform/storage/record-seals.ts';

/** Kinds of sealed record in a file of this version of the schema: a copy is of the program that made it. */
export type KindsAt = (version: number) => readonly SealedKind[];

type Queries = Kysely<PlatformTables>;

/** Rows of each table, by name. */
export async function countRows(db: Queries): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`.execute(
    db,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const found = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
    counts[name] = found.rows[0]?.count ?? 0;
  }
  return counts;
}

async function isStructureSound(db: Database, queries: Queries): Promise<boolean> {
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') return false;
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) return false;
  // A trigger or view that no release of the program made would run at the first write.
  return (await schemaHash(queries)) === metaValue(db, 'schema_hash');
}

/**
 * Everything that must hold of a copy; answers the head of its audit.
 *
 * @throws damaged `copy-damaged`
 */
export async function checkContent(
  db: Database,
  expected: { readonly kindsAt: KindsAt; readonly recordSealKey: Buffer },
): Promise<{ head: AuditHead; counts: Record<string, number> }> {
  const queries = queriesOf<PlatformTables>(db);
  try {
    const { head } = await verifyChain(queries);
    const state = await queries.selectFrom('audit_state').select('audit_key').executeTakeFirst();
    const kinds = expected.kindsAt(Number(db.pragma('user_version', { simple: true })));
    const { wrong } = await verifyAllSeals(queries, kinds, expected.recordSealKey);
    const sound = state?.audit_key === null && wrong.length === 0 && (await isStructureSound(db, queries));
    if (sound) return { head, counts: await countRows(queries) };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
  }
  throw fail('damaged', 'copy-damaged');
}
