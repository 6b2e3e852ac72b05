/** Versions of rules: added, confirmed once, read together with what comes with the program. */
import { sql } from 'kysely';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { DatedRow, RuleTable, RuleValue } from '../../shared/rulebook/index.ts';
import { cellsOf, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type RulebookTables } from './tables.ts';

export type RuleRow = RulebookTables['rule_row'];

/** A version with what only «Tablas y reglas» shows; `edited` is null for what comes with the program. */
export type KeptVersion<Value extends RuleValue> = DatedRow<Value> & {
  readonly edited: RuleRow | null;
  readonly isReplaced: boolean;
};

/** Once: a version already confirmed is left as it is. @throws rule-broken `proposal-decided` */
export async function confirmRuleRow(trx: Trx, id: string, by: string, at: Instant): Promise<void> {
  const result = await tablesIn(trx)
    .updateTable('rule_row')
    .set((row) => ({
      confirmed_by: by,
      confirmed_at: at,
      // By the gate only after the recovery key was typed: there was no second person.
      recovery_key: row
        .case()
        .when('edited_by', '=', by)
        .then(1 as const)
        .else(null)
        .end(),
      version: sql`version + 1`,
    }))
    .where('id', '=', id)
    .where('confirmed_by', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw fail('rule-broken', 'proposal-decided');
}

/** A claim of a second-person table counts only when that person approved. */
function countsAs(table: { readonly needsTwoEyes: boolean }, row: RuleRow): DatedRow<RuleValue>['confirmation'] {
  return table.needsTwoEyes && row.confirmed_by === null ? 'toConfirm' : row.confirmation;
}

function isAtWork({ worksApproved }: { readonly worksApproved?: true }, row: RuleRow): boolean {
  return worksApproved !== true || row.confirmed_by !== null;
}

/** @throws damaged when what was kept is no value of the table any more */
function toDated<Value extends RuleValue>(table: RuleTable<Value>, row: RuleRow): DatedRow<Value> {
  const parsed = (table.kept ?? table.value).safeParse(JSON.parse(row.value));
  if (!parsed.success) throw fail('damaged', 'rule-unreadable');
  return {
    id: row.row_id,
    version: row.row_version,
    value: parsed.data,
    ...cellsOf(row, 'valid_from', 'valid_to', 'source', 'note'),
    confirmation: countsAs(table, row),
  };
}

/** Every version of a table, replaced ones too: first what comes with the program, then what the centre added. */
export async function listVersions<Value extends RuleValue>(
  trx: Trx,
  table: RuleTable<Value>,
): Promise<KeptVersion<Value>[]> {
  const rows = await rowsOf(tablesIn(trx), 'rule_row', { table_id: table.id }, 'rowid');
  const replacing = rows.filter((row) => row.replaces !== null && isAtWork(table, row));
  const replaced = new Set(replacing.map((row) => `${row.row_id} ${row.replaces ?? ''}`));
  const isReplaced = ({ id, version }: DatedRow<Value>) => replaced.has(`${id} ${version}`);
  return [
    ...table.shipped.map((row) => ({ ...row, edited: null, isReplaced: isReplaced(row) })),
    ...rows.map((edited) => {
      const row = toDated(table, edited);
      return { ...row, edited, isReplaced: isReplaced(row) };
    }),
  ];
}

/** The rows of a table as the program works with them; choose with `rowOn` or `rowsOn` by the day that counts. */
export async function readRules<Value extends RuleValue>(
  trx: Trx,
  table: RuleTable<Value>,
): Promise<DatedRow<Value>[]> {
  const versions = await listVersions(trx, table);
  return working(table, versions).map(({ edited: _, isReplaced: __, ...row }) => row);
}

/** Versions that the program works with: not replaced, and approved where the table wants it. */
export function working<Value extends RuleValue>(
  table: Pick<RuleTable<Value>, 'worksApproved'>,
  versions: readonly KeptVersion<Value>[],
): KeptVersion<Value>[] {
  return versions.filter(({ edited, isReplaced }) => !isReplaced && (edited === null || isAtWork(table, edited)));
}

/** Id of the version of this table that the centre added last, inside a query; null while there is none. */
export const newestRule = (tableId: string) =>
  sql<string | null>`(select id from rule_row where table_id = ${tableId} order by rowid desc limit 1)`;
