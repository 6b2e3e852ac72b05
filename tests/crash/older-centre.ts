/** A centre at work as an earlier version left it, rows, seals and audit included. */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../src/main/migrations/index.ts';
import { createDatabase } from '../../src/main/platform/storage/create-database.ts';
import { readKeyring } from '../../src/main/platform/storage/keyring.ts';
import type { Migration } from '../../src/main/platform/storage/migrate.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { insideFile } from '../services/inside-file.ts';
import { cheapKdfPolicy } from '../support/start-application.ts';
import { keyOf, localDrives } from './opening.ts';

type Row = Readonly<Record<string, unknown>>;

function tablesOf(db: Database): string[] {
  const tables = db.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all();
  return (tables as { name: string }[]).map(({ name }) => name);
}

function columnsOf(db: Database, table: string): string[] {
  const columns = db.prepare('select name from pragma_table_info(?)').all(table) as { name: string }[];
  return columns.map(({ name }) => name);
}

/** Columns that the older version lacks must be empty, or the seals would not hold. */
function fill(db: Database, worked: ReadonlyMap<string, readonly Row[]>): void {
  db.pragma('foreign_keys=OFF');
  // Backwards: what an audit entry touched is refused once a later entry stands.
  for (const name of tablesOf(db).reverse()) {
    const known = columnsOf(db, name);
    for (const row of worked.get(name) ?? []) {
      const lost = Object.keys(row).filter((column) => !known.includes(column) && row[column] !== null);
      if (lost.length > 0) throw new Error(`the version before has no place for ${name}.${lost.join(', ')}`);
      const columns = Object.keys(row).filter((column) => known.includes(column));
      const marks = columns.map(() => '?').join(', ');
      const insert = db.prepare(`insert or replace into ${name} (${columns.join(', ')}) values (${marks})`);
      insert.run(columns.map((column) => row[column]));
    }
  }
}

/** Back to the schema before the newest. */
export async function age(data: string): Promise<void> {
  await rebuildWith(data, migrations.slice(0, -1));
}

export async function rebuildWith(data: string, older: readonly Migration[]): Promise<void> {
  const { keyring } = readKeyring(data, cheapKdfPolicy);
  const worked = await insideFile(data, (db) => {
    const rows = tablesOf(db).map((name) => [name, db.prepare(`select * from ${name}`).all() as Row[]] as const);
    return new Map(rows.map(([name, all]) => [name, all.filter((row) => row['key'] !== 'schema_hash')]));
  });
  const beside = mkdtempSync(`${data}-older-`);
  const file = join(beside, keyring.dbFile);
  const { dbId, practice } = keyring;
  const key = await keyOf(data);
  const db = await createDatabase({ file, key, dbId, practice, migrations: older, drives: localDrives });
  fill(db, worked);
  db.close();
  renameSync(file, join(data, keyring.dbFile));
  rmSync(beside, { recursive: true });
}
