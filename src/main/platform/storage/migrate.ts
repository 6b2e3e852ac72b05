/** Forward-only migrations: one transaction each (reliability design §6). */
import { createHash } from 'node:crypto';
import { Kysely, SqliteDialect, SqliteDriver, SqliteQueryCompiler, ValueNode, sql } from 'kysely';
import type {
  DatabaseConnection,
  Driver,
  LimitNode,
  QueryCompiler,
  SqliteDatabase,
  SqliteDialectConfig,
  Transaction,
} from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import type { Database } from './open-database.ts';
import type { PlatformTables } from './platform-tables.ts';
import type { SealedKind } from './record-seals.ts';
import { handedOn } from './rows.ts';

export interface Migration {
  /** `NNNN-domain-what`; NNNN becomes `user_version`. */
  id: string;
  up(db: Kysely<unknown>): Promise<void>;
  /** True for a table rebuild: foreign keys are off during it and checked before the commit. */
  rebuildsTables?: boolean;
  /** By kind, SQL that selects the ids of the sealed records it changes. */
  reseals?: Readonly<Record<string, string>>;
  /** Kinds of sealed record as they were before it, where it changes that; null for one that it brings. */
  sealedBefore?: Readonly<Record<string, SealedKind | null>>;
}

/** What is sealed in a file of this version. Copies of before are proven by it, and records before they are sealed anew. */
export function kindsAt(
  version: number,
  { kinds, migrations }: { readonly kinds: readonly SealedKind[]; readonly migrations: readonly Migration[] },
): SealedKind[] {
  const at = new Map(kinds.map((one) => [one.kind, one]));
  for (const { sealedBefore = {} } of migrations.filter((one) => versionOf(one) > version).reverse()) {
    for (const [name, kind] of Object.entries(sealedBefore)) {
      if (kind === null) at.delete(name);
      else at.set(name, kind);
    }
  }
  return [...at.values()];
}

export interface MigrateHooks {
  /** Before the first pending migration of a file in use: puts a copy aside, or throws. */
  before?: (() => Promise<void>) | undefined;
  /** Around each one, inside its transaction: audit entry, renewal of record seals. It has to call `apply`. */
  within?:
    | ((trx: Transaction<PlatformTables>, migration: Migration, apply: () => Promise<void>) => Promise<void>)
    | undefined;
}

/** A full disk ends a transaction by itself: taking it back again would hide why. */
class ToldDriver extends SqliteDriver {
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!(error instanceof Error) || !/no transaction is active/.test(error.message)) throw error;
    }
  }
}

/**
 * Says how many rows are wanted in the text itself: SQLite plans by the value, and a statement with a bound one is
 * prepared anew at every run (measured with 3.53: several times what a row by its id costs).
 */
class LimitSaying extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    if (!ValueNode.is(limit) || !Number.isSafeInteger(limit.value)) super.visitLimit(node);
    else this.append(`limit ${String(limit.value)}`);
  }
}

class ToldDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ToldDriver(this.#config);
  }

  override createQueryCompiler(): QueryCompiler {
    return new LimitSaying();
  }
}

/** Typed queries on an open connection; closing stays with the connection. */
export function queriesOf<Tables>(db: SqliteDatabase): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new ToldDialect({ database: db }) });
}

export function versionOf(migration: Migration): number {
  return Number(migration.id.slice(0, 4));
}

/** Highest version in a list; 0 for an empty one. Throws a plain error unless the numbers rise. */
export function newestVersion(migrations: readonly Migration[]): number {
  let last = 0;
  for (const migration of migrations) {
    const version = versionOf(migration);
    if (!/^\d{4}-[a-z0-9-]+$/.test(migration.id) || version <= last) throw new Error('migrations out of order');
    last = version;
  }
  return last;
}

/**
 * What this program can read lies between its first migration and its last.
 *
 * @throws from-the-future `database-newer`; damaged `database-older`
 */
export function checkVersion(version: number, migrations: readonly Migration[]): void {
  if (version > newestVersion(migrations)) throw fail('from-the-future', 'database-newer');
  const first = migrations[0];
  if (first !== undefined && version < versionOf(first)) throw fail('damaged', 'database-older');
}

/** SHA-256 over the definitions of every table, index and trigger, hexadecimal. */
export async function schemaHash<Tables>(db: Kysely<Tables>): Promise<string> {
  const found = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from sqlite_master where sql is not null order by type, name`.execute(db);
  const hash = createHash('sha256');
  for (const row of found.rows) hash.update(JSON.stringify([row.type, row.name, row.sql]));
  return hash.digest('hex');
}

/** One migration inside a transaction: schema, hash, version. */
export async function applyMigration(trx: Transaction<unknown>, migration: Migration): Promise<void> {
  await migration.up(trx);
  const hash = await schemaHash(trx);
  await sql`insert into meta (key, value) values ('schema_hash', ${hash})
    on conflict (key) do update set value = excluded.value`.execute(trx);
  await sql.raw(`pragma user_version = ${versionOf(migration)}`).execute(trx);
}

async function applyOne(db: Database, migration: Migration, hooks: MigrateHooks): Promise<void> {
  const rebuilds = migration.rebuildsTables === true;
  // Foreign keys cannot be switched inside a transaction.
  if (rebuilds) db.pragma('foreign_keys=OFF');
  try {
    await queriesOf<PlatformTables>(db)
      .transaction()
      .execute(async (trx) => {
        const apply = () => applyMigration(handedOn(trx), migration);
        await (hooks.within?.(trx, migration, apply) ?? apply());
        const broken = await sql`pragma foreign_key_check`.execute(trx);
        if (broken.rows.length > 0) throw fail('damaged', 'migration-refused');
      });
  } finally {
    if (rebuilds) db.pragma('foreign_keys=ON');
  }
  if (db.pragma('foreign_keys', { simple: true }) !== 1) throw fail('unexpected', 'setting-refused');
}

/**
 * Brings an open register to the newest version; answers the ids applied.
 *
 * Refuses a version that it cannot read before touching anything; a failing migration leaves the one before it.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  hooks: MigrateHooks = {},
): Promise<string[]> {
  const current = Number(db.pragma('user_version', { simple: true }));
  // Nothing was made yet: the first migration makes it.
  if (current > 0) checkVersion(current, migrations);
  const pending = migrations.filter((migration) => versionOf(migration) > current);
  if (pending.length === 0) return [];
  await hooks.before?.();
  for (const migration of pending) await applyOne(db, migration, hooks);
  return pending.map((migration) => migration.id);
}
