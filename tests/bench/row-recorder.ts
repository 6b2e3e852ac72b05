/** Which rows a call of the application leaves behind, and the same rows put into a plain database. */
import SqliteDriver from 'better-sqlite3';
import { applySettings, type Database } from '../../src/main/platform/storage/open-database.ts';

type Value = string | number | bigint | Buffer | null;
type StoredRow = Readonly<Record<string, Value>>;
export type Change = { readonly table: string; readonly row: StoredRow };

/** What the register adds to the data itself: proof, answers already given, keys. */
const added = new Set(['audit_entry', 'audit_object', 'audit_state', 'idempotency_key', 'secret']);

type Column = { readonly name: string; readonly pk: number };
type SchemaItem = { readonly type: string; readonly name: string; readonly table: string; readonly sql: string };

function schemaOf(db: Database): SchemaItem[] {
  const items = db
    .prepare("select type, name, tbl_name as 'table', sql from sqlite_master where sql is not null")
    .all() as SchemaItem[];
  return items.filter((item) => item.type !== 'trigger' && !added.has(item.table) && !item.name.startsWith('sqlite_'));
}

/** Watches the register through a connection of its own and tells what is new since it last looked. */
export class RowRecorder {
  readonly #db: Database;
  readonly #tables: readonly string[];
  readonly #seen = new Map<string, Set<string>>();

  constructor(db: Database) {
    this.#db = db;
    this.#tables = schemaOf(db).flatMap((item) => (item.type === 'table' ? [item.name] : []));
  }

  /** Rows inserted or changed since the last call; the first call answers all of them. */
  changes(): Change[] {
    return this.#tables.flatMap((table) => {
      const before = this.#seen.get(table) ?? new Set<string>();
      const now = new Set<string>();
      const changes: Change[] = [];
      for (const row of this.#db.prepare(`select * from "${table}"`).all() as StoredRow[]) {
        const text = JSON.stringify(row);
        now.add(text);
        if (!before.has(text)) changes.push({ table, row });
      }
      this.#seen.set(table, now);
      return changes;
    });
  }
}

/** Tables of the same shape without encryption, audit, seals and triggers; the same settings of durability. */
export class PlainRegister {
  readonly #db: Database;
  readonly #statements = new Map<string, (row: StoredRow) => void>();

  constructor(file: string, like: Database) {
    this.#db = new SqliteDriver(file);
    // The encrypting driver sets it by itself; switched on here so that both sides overwrite what they delete.
    this.#db.pragma('secure_delete = ON');
    applySettings(this.#db, 'main');
    const items = schemaOf(like);
    for (const type of ['table', 'index']) {
      for (const item of items.filter((one) => one.type === type)) this.#db.exec(item.sql);
    }
  }

  #prepare(table: string) {
    const columns = this.#db.prepare(`pragma table_info("${table}")`).all() as Column[];
    const names = columns.map(({ name }) => name);
    const key = columns.flatMap(({ name, pk }) => (pk > 0 ? [`"${name}"`] : []));
    const update = names.map((name) => `"${name}" = excluded."${name}"`).join(', ');
    const conflict = key.length === 0 ? '' : ` on conflict (${key.join(', ')}) do update set ${update}`;
    const marks = names.map(() => '?').join(', ');
    const list = names.map((name) => `"${name}"`).join(', ');
    const statement = this.#db.prepare(`insert into "${table}" (${list}) values (${marks})${conflict}`);
    return (row: StoredRow) => void statement.run(...names.map((name) => row[name]));
  }

  /** Writes the rows in one transaction. */
  write(changes: readonly Change[]): void {
    this.#db.transaction(() => {
      // Rows come table by table, not in the order they were written.
      this.#db.pragma('defer_foreign_keys = ON');
      for (const { table, row } of changes) this.#statementOf(table)(row);
    })();
  }

  #statementOf(table: string): (row: StoredRow) => void {
    const known = this.#statements.get(table) ?? this.#prepare(table);
    this.#statements.set(table, known);
    return known;
  }

  close(): void {
    this.#db.close();
  }
}
