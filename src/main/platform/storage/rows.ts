/** The tables a domain may name, and what repositories do alike with one row of them. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import type { PlatformTables } from './platform-tables.ts';

/** A transaction as it is handed on: no table can be named on it. A domain reaches its own through its `tablesIn`. */
export type Trx = Transaction<unknown>;

/** Hands on what was opened with the tables of the file. */
export const handedOn = (trx: Kysely<PlatformTables>) => trx as unknown as Trx;

type Writes = 'insertInto' | 'updateTable' | 'deleteFrom';

/** What a domain may ask of a transaction: it writes its own tables, and reads those besides that were opened to it. */
export type Rows<Own, Opened = unknown> = Pick<
  Transaction<Own & Opened>,
  'selectFrom' | 'fn' | 'executeQuery' | 'getExecutor'
> &
  Pick<Transaction<Own>, Writes> & {
    /** Never there: it holds the type of the tables. */
    readonly own?: Own;
  };

/** The door to the tables of one domain. Its types say which; nothing else is given or taken. */
export const tablesOf =
  <Own, Opened = unknown>() =>
  (trx: Trx) =>
    // No table can be named on what is handed on, so its type says nothing of them.
    trx as unknown as Rows<Own, Opened>;

/** A record as it was read: a change of a later version is another person's. */
export type Versioned = { readonly id: string; readonly version: number };

type AnyTables = Record<string, Record<string, unknown> & Versioned>;

/** Kysely resolves columns of a named table only: here a caller's types stand in for them. */
const anyTables = (rows: object) => rows as Transaction<AnyTables>;

/** The row in which these columns hold this, `{ id, case_id }` as a rule. @throws not-found */
export async function rowOf<Tables, Table extends keyof Tables & string>(
  rows: Pick<Rows<Tables>, 'own'>,
  table: Table,
  columns: Partial<Tables[Table]>,
): Promise<Tables[Table]> {
  const query = anyTables(rows)
    .selectFrom(table as string)
    .selectAll();
  const row = await query.where((where) => where.and(columns)).executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  return row as Tables[Table];
}

/** Writes the next version. @throws conflict when somebody changed it since that version was read */
export async function updateVersioned<Tables, Table extends keyof Tables & string>(
  rows: Pick<Rows<Tables>, 'own'>,
  table: Table,
  { id, version }: Versioned,
  change: Partial<Omit<Tables[Table], 'id' | 'version'>>,
): Promise<void> {
  const { numUpdatedRows } = await anyTables(rows)
    .updateTable(table as string)
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw fail('conflict');
}

type Camel<Column extends string> = Column extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Column;

/** Names of columns: a few hundred, each asked for every row of a list. */
const camels = new Map<string, string>();

function inCamel(column: string): string {
  const known = camels.get(column);
  if (known !== undefined) return known;
  const camel = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  camels.set(column, camel);
  return camel;
}

/** Columns that the contract calls by the same name: `recorded_at` of a row is its `recordedAt`. */
export function cellsOf<Row extends object, Column extends keyof Row & string>(row: Row, ...columns: Column[]) {
  const cells = columns.map((column) => [inCamel(column), row[column]]);
  return Object.fromEntries(cells) as { [Name in Column as Camel<Name>]: Row[Name] };
}
