/** What repositories do alike with one row of a table, whoever's the table is. */
import { sql, type Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';

/** A record as it was read: a change of a later version is another person's. */
export type Versioned = { readonly id: string; readonly version: number };

type AnyTables = Record<string, Record<string, unknown> & Versioned>;

/** Kysely resolves columns of a named table only: here a caller's types stand in for them. */
const anyTables = <Tables>(trx: Transaction<Tables>) => trx as unknown as Transaction<AnyTables>;

/** The row in which these columns hold this, `{ id, case_id }` as a rule. @throws not-found */
export async function rowOf<Tables, Table extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: Table,
  columns: Partial<Tables[Table]>,
): Promise<Tables[Table]> {
  const query = anyTables(trx)
    .selectFrom(table as string)
    .selectAll();
  const row = await query.where((where) => where.and(columns)).executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  return row as Tables[Table];
}

/** Writes the next version. @throws conflict when somebody changed it since that version was read */
export async function updateVersioned<Tables, Table extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: Table,
  { id, version }: Versioned,
  change: Partial<Omit<Tables[Table], 'id' | 'version'>>,
): Promise<void> {
  const { numUpdatedRows } = await anyTables(trx)
    .updateTable(table as string)
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw fail('conflict');
}
