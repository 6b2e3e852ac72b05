/** The tables a domain may name, and what repositories do alike with one row of them. */
import { sql, type Insertable, type Kysely, type SqlBool, type Transaction } from 'kysely';
import type { Instant } from '../../../shared/platform/dates.ts';
import { fail } from '../../../shared/platform/failures.ts';
import type { CaseId, StaffId } from '../../../shared/platform/ids.ts';
import type { PlatformTables } from './platform-tables.ts';

/** A transaction as it is handed on: no table can be named on it. A domain reaches its own through its `tablesIn`. */
export type Trx = Transaction<unknown>;

/** Hands on what was opened with the tables of the file. */
export const handedOn = (trx: Kysely<PlatformTables>) => trx as unknown as Trx;

/** What a domain may ask of a transaction: it writes its own tables, and reads those besides that were opened to it. */
export type Rows<Own, Opened = unknown> = Pick<
  Transaction<Own & Opened>,
  'selectFrom' | 'fn' | 'executeQuery' | 'getExecutor'
> &
  Pick<Transaction<Own>, 'insertInto' | 'updateTable' | 'deleteFrom'> & {
    /** Never there: they hold the types of the tables that are written, and of those that are read. */
    readonly own?: Own;
    readonly read?: Own & Opened;
  };

/** The door to the tables of one domain. Its types say which; nothing else is given or taken. */
export const tablesOf =
  <Own, Opened = unknown>() =>
  (trx: Trx) =>
    // No table can be named on what is handed on, so its type says nothing of them.
    trx as unknown as Rows<Own, Opened>;

/** Text of a column that is JSON, and of what, as whoever writes it promises; `holds` is never there. */
export type JsonText<Value> = string & { readonly holds?: Value };
export const parsed = <Value>(text: JsonText<Value>) => JSON.parse(text) as Value;

export type OfCase<RecordId extends string = string> = { id: RecordId; case_id: CaseId; version: number };

/** Who did it, and when: the columns `recorded_by` and `recorded_at` of `By<'recorded'>`. */
export type By<Act extends string> = Record<`${Act}_by`, string> & Record<`${Act}_at`, Instant>;

type Writer = { readonly session: { readonly staffId: StaffId }; readonly now: Instant };

/** The person of the session, now. */
export const byNow = <Act extends string>({ session, now }: Writer, act: Act) =>
  ({ [`${act}_by`]: session.staffId, [`${act}_at`]: now }) as Record<`${Act}_by`, StaffId> &
    Record<`${Act}_at`, Instant>;

/** The same of what may come: both null until then. */
export type MaybeBy<Act extends string> = Record<`${Act}_by`, string | null> & Record<`${Act}_at`, Instant | null>;

/** A record as it was read: a change of a later version is another person's. */
export type Versioned = { readonly id: string; readonly version: number };

/** Kysely resolves columns of a named table only: here a caller's types stand in for them. */
const anyTables = (rows: object) => rows as Transaction<Record<string, Record<string, unknown> & Versioned>>;

/** What a column holds where that is no value of its own: how it is said, and the values it is said with. */
class Other<Value> {
  readonly text: string;
  readonly values: readonly Value[];

  constructor(text: string, ...values: readonly Value[]) {
    this.text = text;
    this.values = values;
  }
}

export const above = <Value>(value: Value) => new Other('> ?', value);
export const atLeast = <Value>(value: Value) => new Other('>= ?', value);
export const atMost = <Value>(value: Value) => new Other('<= ?', value);
/** Anything but null. */
export const something = new Other<never>('is not null');

/** What columns hold: this value, null, one of these, or what `Other` says; the list may be long, and may be empty. */
type Holding<Row> = {
  readonly [Column in keyof Row]?: Row[Column] | readonly NonNullable<Row[Column]>[] | Other<NonNullable<Row[Column]>>;
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What is said of the rows that hold this; nothing where every row does. Values are bound, a list as one of them. */
function conditionsOf(holding: object): { readonly text: string; readonly bound: readonly unknown[] } {
  const bound: unknown[] = [];
  const conditions = Object.entries(holding).map(([column, value]: [string, unknown]) => {
    if (value === null) return `${quoted(column)} is null`;
    if (value instanceof Other) {
      bound.push(...(value.values as readonly unknown[]));
      return `${quoted(column)} ${value.text}`;
    }
    bound.push(Array.isArray(value) ? JSON.stringify(value) : value);
    return `${quoted(column)} ${Array.isArray(value) ? 'in (select value from json_each(?))' : '= ?'}`;
  });
  return { text: conditions.join(' and '), bound };
}

/** A text with its values, each written as its database writes one. */
function said<Value>(text: string, bound: readonly unknown[]) {
  const pieces = text.split('?');
  return sql<Value>(Object.assign(pieces, { raw: pieces }), ...bound);
}

type Reading<Tables> = { readonly read?: Tables };
/** `rowid` is the order in which rows were written. */
type Ordered<Row> = (keyof Row & string) | 'rowid';
type Order<Row> = Ordered<Row> | `${Ordered<Row>} desc`;

/**
 * Its text is said here and not built: one call asks dozens of such questions, and building each costs several times what
 * answering it does.
 */
async function chosen<Tables, Table extends keyof Tables & string>(
  rows: Reading<Tables>,
  { what, table, holding }: { readonly what: string; readonly table: Table; readonly holding: object },
  order: readonly string[],
  limit: '' | ` limit ${number}`,
): Promise<Tables[Table][]> {
  const { text, bound } = conditionsOf(holding);
  const where = text === '' ? '' : ` where ${text}`;
  const by = order.map((one) => one.split(' ')).map(([column = '', way = 'asc']) => `${quoted(column)} ${way}`);
  const ordered = by.length === 0 ? '' : ` order by ${by.join(', ')}`;
  const asked = said<Tables[Table]>(`select ${what} from ${quoted(table)}${where}${ordered}${limit}`, bound);
  return (await asked.execute(anyTables(rows))).rows;
}

/** The rows in which these columns hold this, in this order; a column whose greatest comes first is said with `desc`. */
export async function rowsOf<Tables, Table extends keyof Tables & string>(
  rows: Reading<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
  ...order: Order<Tables[Table]>[]
): Promise<Tables[Table][]> {
  return chosen(rows, { what: '*', table, holding: columns }, order, '');
}

/** So many of them at most. */
export async function firstRows<Tables, Table extends keyof Tables & string>(
  rows: Reading<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
  { most, order }: { readonly most: number; readonly order: readonly Order<Tables[Table]>[] },
): Promise<Tables[Table][]> {
  return chosen(rows, { what: '*', table, holding: columns }, order, ` limit ${most}`);
}

/** The first of them. */
export async function findRow<Tables, Table extends keyof Tables & string>(
  rows: Reading<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
  ...order: Order<Tables[Table]>[]
): Promise<Tables[Table] | undefined> {
  const [found] = await chosen(rows, { what: '*', table, holding: columns }, order, ' limit 1');
  return found;
}

export async function hasRow<Tables, Table extends keyof Tables & string>(
  rows: Reading<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
): Promise<boolean> {
  return (await chosen(rows, { what: '1 as one', table, holding: columns }, [], ' limit 1')).length > 0;
}

/** These columns alone of the rows in which those hold this: no word is opened, and no file read, that nobody asked for. */
export async function columnsIn<
  Tables,
  Table extends keyof Tables & string,
  Column extends keyof Tables[Table] & string,
>(
  rows: Reading<Tables>,
  table: Table,
  picked: readonly Column[],
  columns: Holding<Tables[Table]>,
): Promise<Pick<Tables[Table], Column>[]> {
  const what = picked.map(quoted).join(', ');
  return chosen(rows, { what, table, holding: columns }, [], '');
}

/** What one column holds in those rows, in this order: `valuesIn(tables, 'staff_role.role', { staff_id }, 'role')`. */
export async function valuesIn<
  Tables,
  Table extends keyof Tables & string,
  Column extends keyof Tables[Table] & string,
>(
  rows: Reading<Tables>,
  place: `${Table}.${Column}`,
  columns: Holding<Tables[Table]>,
  ...order: Order<Tables[Table]>[]
): Promise<Tables[Table][Column][]> {
  const [table, column] = place.split('.') as [Table, Column];
  const found = await chosen(rows, { what: quoted(column), table, holding: columns }, order, '');
  return found.map((row) => row[column]);
}

/** What it holds in one of them, where one is all there is; undefined where there is none. */
export async function valueIn<Tables, Table extends keyof Tables & string, Column extends keyof Tables[Table] & string>(
  rows: Reading<Tables>,
  place: `${Table}.${Column}`,
  columns: Holding<Tables[Table]>,
): Promise<Tables[Table][Column] | undefined> {
  return (await valuesIn(rows, place, columns)).at(0);
}

/** The row in which these columns hold this, `{ id, case_id }` as a rule. @throws not-found */
export async function rowOf<Tables, Table extends keyof Tables & string>(
  rows: Reading<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
): Promise<Tables[Table]> {
  const row = await findRow(rows, table, columns);
  if (row === undefined) throw fail('not-found');
  return row;
}

type Writing<Tables> = Pick<Rows<Tables>, 'own'>;

/** One row, or as many as the list has. */
export async function insertRow<Tables, Table extends keyof Tables & string>(
  rows: Writing<Tables>,
  table: Table,
  row: Insertable<Tables[Table]> | readonly Insertable<Tables[Table]>[],
): Promise<void> {
  if (Array.isArray(row) && row.length === 0) return;
  await anyTables(rows).insertInto(table).values(row).execute();
}

/** One row, in place of the one that holds the same in these columns; of that one `change` alone is written. */
export async function putRow<Tables, Table extends keyof Tables & string>(
  rows: Writing<Tables>,
  table: Table,
  row: Insertable<Tables[Table]>,
  {
    over,
    change = row,
  }: { readonly over: readonly (keyof Tables[Table] & string)[]; readonly change?: Partial<Tables[Table]> },
): Promise<void> {
  const name: string = table;
  await anyTables(rows)
    .insertInto(name)
    .values(row)
    .onConflict((conflict) => conflict.columns([...over]).doUpdateSet(change))
    .execute();
}

/** Takes away the rows in which those columns hold this. */
export async function dropRows<Tables, Table extends keyof Tables & string>(
  rows: Writing<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
): Promise<void> {
  const { text, bound } = conditionsOf(columns);
  if (text === '') throw new Error('which rows are taken away is not said');
  await anyTables(rows)
    .deleteFrom(table as string)
    .where(said<SqlBool>(text, bound))
    .execute();
}

/** One row that is a record: the audit says that it came. */
export async function insertRecord<Tables, Table extends keyof Tables & string>(
  unit: { readonly trx: Trx; touch(kind: string, id: string): void },
  tablesIn: (trx: Trx) => Writing<Tables>,
  table: Table,
  row: Insertable<Tables[Table]> & { readonly id: string },
): Promise<void> {
  await insertRow(tablesIn(unit.trx), table, row);
  unit.touch(table, row.id);
}

/** The next version of a record that was read in this one; the audit says that it changed. @throws conflict */
export async function changeRecord<Tables, Table extends keyof Tables & string>(
  unit: { readonly trx: Trx; touch(kind: string, id: string): void },
  tablesIn: (trx: Trx) => Writing<Tables>,
  table: Table,
  { id, version, ...change }: Versioned & Partial<Omit<Tables[Table], 'id' | 'version'>>,
): Promise<void> {
  await updateVersioned(tablesIn(unit.trx), table, { id, version }, change as Partial<Tables[Table]>);
  unit.touch(table, id);
}

/** Which rows must be said: a table is never written as a whole. */
async function writeWhere<Tables, Table extends keyof Tables & string>(
  rows: Writing<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
  change: object,
): Promise<void> {
  const { text, bound } = conditionsOf(columns);
  if (text === '') throw new Error('which rows are written is not said');
  await anyTables(rows)
    .updateTable(table as string)
    .set(change)
    .where(said<SqlBool>(text, bound))
    .execute();
}

/** Writes these columns of the rows in which those hold this. */
export const changeRows: <Tables, Table extends keyof Tables & string>(
  rows: Writing<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
  change: Partial<Tables[Table]>,
) => Promise<void> = writeWhere;

/** Writes the next version of the rows in which those columns hold this, of whatever version they are. */
export function nextVersions<Tables, Table extends keyof Tables & string>(
  rows: Writing<Tables>,
  table: Table,
  columns: Holding<Tables[Table]>,
  change: Partial<Omit<Tables[Table], 'id' | 'version'>>,
): Promise<void> {
  return writeWhere(rows, table, columns, { ...change, version: sql<number>`version + 1` });
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
