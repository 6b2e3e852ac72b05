/** Reading, changing and confirming dated rows (D17). */
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { confirmationLabels } from '../../shared/record/index.ts';
import {
  changeWords,
  isSound,
  rowOn,
  rowsOn,
  rulebookReasons,
  type RuleTable,
  type RuleValue,
  type RuleVersion,
  type rulebookContract,
} from '../../shared/rulebook/index.ts';
import { decideProposal, findPendingProposal, findProposal, insertProposal, staffNames } from '../access/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { confirmRuleRow, listVersions, readRules, working, type KeptVersion, type RuleRow } from './repository.ts';
import { byNow, cellsOf, findRow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof rulebookContract;
type AnyTable = RuleTable<RuleValue>;

/** What a domain does when one of its tables changed (open deadlines are counted again), in the same transaction. */
export type RuleListener = {
  readonly tables: readonly string[];
  changed(unit: Use, change: { readonly tableId: string; readonly rowId: string }): Promise<void>;
};

export type RulebookParts = { readonly tables: readonly AnyTable[]; readonly listeners: readonly RuleListener[] };

type Parts = RulebookParts;

function tableOf({ tables }: Parts, tableId: string): AnyTable {
  const table = tables.find(({ id }) => id === tableId);
  if (table === undefined) throw fail('not-found');
  return table;
}

async function tell({ listeners }: Parts, unit: Use, change: { tableId: string; rowId: string }): Promise<void> {
  for (const listener of listeners) if (listener.tables.includes(change.tableId)) await listener.changed(unit, change);
}

async function listTables(unit: Use, parts: Parts) {
  const tables: OutputOf<Contract['listRuleTables']>['tables'] = [];
  for (const table of parts.tables) {
    const rows = await readRules(unit.trx, table);
    const open = rowsOn(rows, unit.today).filter(({ confirmation }) => confirmation === 'toConfirm');
    const ids = new Set(rows.map(({ id }) => id));
    tables.push({ tableId: table.id, title: table.title, rows: ids.size, toConfirm: open.length });
  }
  return { tables };
}

async function isWaiting(trx: Trx, { edited }: KeptVersion<RuleValue>): Promise<boolean> {
  if (edited === null || edited.confirmed_by !== null) return false;
  return (await findPendingProposal(trx, 'rule-change', edited.id)) !== null;
}

async function listRules(unit: Use, parts: Parts, tableId: string) {
  const table = tableOf(parts, tableId);
  const names = await staffNames(unit.trx);
  const nameOf = (id: string | null | undefined) => (id === null || id === undefined ? null : (names.get(id) ?? ''));
  const versions: RuleVersion[] = [];
  const all = await listVersions(unit.trx, table);
  const living = working(table, all);
  for (const kept of all) {
    const { id, edited, ...row } = kept;
    versions.push({
      ...row,
      rowId: id,
      label: table.label(row.value),
      value: { ...row.value },
      claimed: edited?.confirmation ?? row.confirmation,
      editedBy: nameOf(edited?.edited_by),
      editedAt: edited?.edited_at ?? null,
      confirmedBy: nameOf(edited?.confirmed_by),
      isWaiting: await isWaiting(unit.trx, kept),
      isCurrent: rowOn(living, id, unit.today) === kept,
      isSound: isSound(table, kept),
    });
  }
  unit.note({ table: tableId, versions: versions.length });
  return { versions };
}

/** @throws invalid with the part of the value it concerns */
function parsedValue(table: AnyTable, value: RuleValue, before: RuleValue | null): RuleValue {
  const parsed = table.value.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({
      path: ['change', 'value', ...path].map(String).join('.'),
      message,
    }));
    throw fail('invalid', null, issues);
  }
  const part = (of: RuleValue, name: string): unknown => (of as Readonly<Record<string, unknown>>)[name] ?? null;
  const moved = table.fields.find(
    ({ name, isFixed }) => isFixed === true && before !== null && part(parsed.data, name) !== part(before, name),
  );
  if (moved !== undefined) {
    throw failAt(`change.value.${moved.name}`, 'Ese dato identifica la fila y no se cambia.', 'rule-part-fixed');
  }
  return parsed.data;
}

type Change = InputOf<Contract['changeRule']>;

/** The versions of the row the change is about; none for a new one. */
function ownVersions(table: AnyTable, all: readonly KeptVersion<RuleValue>[], input: Change): KeptVersion<RuleValue>[] {
  if (input.rowId === null) {
    if (table.mayAdd !== true) throw fail('rule-broken', 'rule-not-added');
    return [];
  }
  const own = all.filter(({ id }) => id === input.rowId);
  if (own.length === 0) throw fail('not-found');
  if (own.length !== input.seenVersions) throw fail('conflict');
  const { replaces } = input.change;
  if (replaces !== null && !own.some((row) => row.version === replaces && !row.isReplaced)) {
    throw fail('rule-broken', 'rule-replaces-unknown');
  }
  return own;
}

type Dates = { readonly validFrom: CivilDate; readonly validTo: CivilDate | null };

/** The same said twice at one time, in two rows. @throws rule-broken `rule-twice` */
function refuseTwice(
  { oneOf }: AnyTable,
  others: readonly KeptVersion<RuleValue>[],
  { value, dates }: { readonly value: RuleValue; readonly dates: Dates },
): void {
  if (oneOf === undefined) return;
  const { validFrom, validTo } = dates;
  const key = oneOf.of(value);
  const living = others.filter((row) => !row.isReplaced);
  // On its first day, and on each later one on which another row begins to say something else.
  const isSame = living.some(({ id, validFrom: begins }) => {
    const day = begins > validFrom ? begins : validFrom;
    const row = validTo === null || day <= validTo ? rowOn(living, id, day) : null;
    return row !== null && oneOf.of(row.value) === key;
  });
  if (isSame) throw failAt(`change.value.${oneOf.field}`, rulebookReasons['rule-twice'], 'rule-twice');
}

async function changeRule(unit: Use, parts: Parts, input: Change) {
  const table = tableOf(parts, input.tableId);
  const { change } = input;
  const all = await listVersions(unit.trx, table);
  const own = ownVersions(table, all, input);
  const before = own.filter(({ isReplaced }) => !isReplaced);
  const newest = before.at(-1)?.value ?? null;
  const value = parsedValue(table, change.value, newest);
  const others = all.filter(({ id }) => id !== input.rowId);
  refuseTwice(table, others, { value, dates: change });
  const row: RuleRow = {
    ...{ id: unit.newId(), table_id: table.id, row_id: input.rowId ?? unit.newId() },
    row_version: Math.max(0, ...own.map(({ version }) => version)) + 1,
    ...{ value: JSON.stringify(value), valid_from: change.validFrom, valid_to: change.validTo },
    ...cellsOf(change, 'source', 'confirmation', 'note', 'replaces'),
    ...byNow(unit, 'edited'),
    ...{ confirmed_by: null, confirmed_at: null, version: 1, recovery_key: null },
  };
  await insertRecord(unit, tablesIn, 'rule_row', row);
  unit.note({ table: table.id, row: row.row_id, version: row.row_version, mark: row.confirmation });
  const waits = table.worksApproved === true || (table.needsTwoEyes && change.confirmation !== 'toConfirm');
  const counted = input.rowId === null ? null : (rowOn(before, input.rowId, change.validFrom)?.value ?? newest);
  if (waits) await propose(unit, table, row, changeWords(table.fields, counted, value));
  await tell(parts, unit, { tableId: table.id, rowId: row.row_id });
  return { rowId: row.row_id, version: row.row_version, isWaiting: waits };
}

/** One sentence for the approver: the row, what differs, and what it rests on. */
async function propose(unit: Use, table: AnyTable, row: RuleRow, differences: readonly string[]): Promise<void> {
  const label = table.label(table.value.parse(JSON.parse(row.value)));
  const what = differences.length === 0 ? 'sin cambios en su contenido' : differences.join('; ');
  const summary =
    `${table.title}, «${label}»: ${what}. Vale desde ${formatCivilDate(row.valid_from)}. ` +
    `${confirmationLabels[row.confirmation]}: ${row.source}`;
  const about = { subjectKind: 'rule_row', subjectId: row.id };
  await insertProposal(unit, { kind: 'rule-change', ...about, payload: { summary } });
}

async function approve(unit: Use, parts: Parts, proposalId: ProposalId) {
  const proposal = await findProposal(unit.trx, proposalId);
  const row =
    proposal === null ? undefined : await findRow(tablesIn(unit.trx), 'rule_row', { id: proposal.subjectId ?? '' });
  if (row === undefined) throw fail('not-found');
  await decideProposal(unit, proposalId, 'approved');
  await confirmRuleRow(unit.trx, row.id, unit.session.staffId, unit.now);
  unit.touch('rule_row', row.id);
  unit.about('rule_row', row.id);
  unit.note({ table: row.table_id, row: row.row_id, version: row.row_version });
  await tell(parts, unit, { tableId: row.table_id, rowId: row.row_id });
  return { rowId: row.row_id, version: row.row_version };
}

export function rulebookHandlers(parts: Parts): Handlers<Contract, Trx> {
  return {
    listRuleTables: inside((unit) => listTables(unit, parts)),
    listRules: inside((unit, { tableId }) => listRules(unit, parts, tableId)),
    changeRule: inside((unit, input) => changeRule(unit, parts, input)),
    approveRuleChange: inside((unit, { proposalId }) => approve(unit, parts, proposalId)),
  };
}
