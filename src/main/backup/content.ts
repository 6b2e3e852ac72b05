/** Proof of a copied database from the inside: structure, references, chain, seals, no audit key. */
import { sql, type Kysely } from 'kysely';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { verifyChain, type AuditHead } from '../platform/storage/audit-chain.ts';
import { queriesOf, schemaHash } from '../platform/storage/migrate.ts';
import { metaValue, type Database } from '../platform/storage/open-database.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { verifyAllSeals, type SealedKind } from '../platform/storage/record-seals.ts';
import { clearSecrets, readSecrets } from '../platform/storage/secrets.ts';
import { checkKeptFiles } from './kept-files.ts';
import type { StoredFile } from '../platform/storage/file-vault.ts';
import type { Manifest } from './manifest.ts';

/** Kinds of sealed record in a file of this version of the schema: a copy is of the program that made it. */
export type KindsAt = (version: number) => readonly SealedKind[];

type Queries = Kysely<PlatformTables>;

/** What belongs to the program and not to one copy: the thread knows it by itself. */
export type Knowledge = {
  readonly kindsAt: KindsAt;
  /** Files beside the database that a state of the record names: a copy without one of them is no copy. */
  readonly filesOf: (db: Kysely<PlatformTables>) => Promise<readonly StoredFile[]>;
};

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
  kindsAt: KindsAt,
): Promise<{ head: AuditHead; counts: Record<string, number> }> {
  const queries = queriesOf<PlatformTables>(db);
  const secrets = await queries.transaction().execute((trx) => readSecrets(trx));
  try {
    const { head } = await verifyChain(queries);
    const state = await queries.selectFrom('audit_state').select('audit_key').executeTakeFirst();
    const kinds = kindsAt(Number(db.pragma('user_version', { simple: true })));
    const { wrong } = await verifyAllSeals(queries, kinds, secrets.recordSealKey);
    const sound = state?.audit_key === null && wrong.length === 0 && (await isStructureSound(db, queries));
    if (sound) return { head, counts: await countRows(queries) };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
  } finally {
    clearSecrets(secrets);
  }
  throw fail('damaged', 'copy-damaged');
}

/** The same of a set that was brought into a folder, and that it is what its manifest says. @throws damaged `copy-damaged` */
export async function checkSet(
  db: Database,
  { folder, manifest }: { readonly folder: string; readonly manifest: Manifest },
  { kindsAt, filesOf }: Knowledge,
): Promise<void> {
  const { head } = await checkContent(db, kindsAt);
  const { audit } = manifest;
  if (head.seq !== audit.seq || head.hash.toString('hex') !== audit.head) throw fail('damaged', 'copy-damaged');
  await checkKeptFiles(folder, await filesOf(queriesOf<PlatformTables>(db)), manifest);
}
