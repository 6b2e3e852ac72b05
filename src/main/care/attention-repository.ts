/** Attentions with their history. */
import {
  actionOn,
  actionWords,
  actionTable,
  attentionFields,
  type AttentionForm,
  type AttentionLine,
  type FollowUpAction,
} from '../../shared/care/index.ts';
import type { Service } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { cellsOf, rowOf, updateVersioned } from '../platform/storage/rows.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { readRules } from '../rulebook/index.ts';
import { tablesIn, type AttentionValues, type CareTables, type Trx } from './tables.ts';

export type AttentionRow = CareTables['attention'];

export async function insertAttention(trx: Trx, row: AttentionRow): Promise<void> {
  await tablesIn(trx).insertInto('attention').values(row).execute();
}

/** @throws not-found when it is of another case */
export async function getAttention(trx: Trx, caseId: CaseId, id: Id<'AttentionId'>): Promise<AttentionRow> {
  return rowOf(tablesIn(trx), 'attention', { id, case_id: caseId });
}

/** Columns of what is written of an attention. */
export const attentionColumns = (form: AttentionForm, isWithdrawn: boolean) =>
  ({ ...columnsOfValues(attentionFields, form), withdrawn: isWithdrawn ? 1 : 0 }) as const;

const formOf = (row: AttentionValues): AttentionForm => valuesOfRow(attentionFields, row);

type Change = Pick<CareTables['attention_change'], 'reason' | 'words' | 'changed_by' | 'changed_at'>;

/** Writes what holds now and keeps what it replaces. @throws conflict when it changed since that version was read */
export async function replaceAttention(
  trx: Trx,
  before: AttentionRow,
  version: number,
  next: { values: ReturnType<typeof attentionColumns> & { service: Service }; change: Change },
): Promise<void> {
  await updateVersioned(tablesIn(trx), 'attention', { id: before.id, version }, next.values);
  const { withdrawn } = before;
  await tablesIn(trx)
    .insertInto('attention_change')
    .values({
      ...attentionColumns(formOf(before), withdrawn === 1),
      attention_id: before.id,
      position: before.version,
      ...next.change,
    })
    .execute();
}

/** Attentions of a case, newest first, each with its history. */
export async function listAttentionLines(trx: Trx, caseId: CaseId): Promise<AttentionLine[]> {
  const rows = await tablesIn(trx)
    .selectFrom('attention')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('given_on', 'desc')
    .orderBy('given_time', 'desc')
    .orderBy('id')
    .execute();
  const changes = await tablesIn(trx)
    .selectFrom('attention_change')
    .innerJoin('attention', 'attention.id', 'attention_change.attention_id')
    .selectAll('attention_change')
    .where('attention.case_id', '=', caseId)
    .orderBy('attention_change.position', 'desc')
    .execute();
  const names = await staffNames(trx);
  const actions = await readRules(trx, actionTable);
  return rows.map((row) => {
    const form = formOf(row);
    const action = actionOn(actions, row.action, form.on);
    return {
      ...form,
      id: row.id,
      actionWords: action === undefined ? row.action : actionWords(action),
      service: row.service,
      by: names.get(row.staff_id) ?? '',
      counts: countsOf(row, action),
      isWithdrawn: row.withdrawn === 1,
      changes: changes
        .filter((change) => change.attention_id === row.id)
        .map((change) => ({
          before: formOf(change),
          wasWithdrawn: change.withdrawn === 1,
          reason: change.reason,
          words: change.words,
          by: names.get(change.changed_by) ?? '',
          at: change.changed_at,
        })),
      ...cellsOf(row, 'recorded_at', 'version'),
    };
  });
}

/** Given, not withdrawn, and of a kind that counts (U23). */
export function countsOf(
  row: Pick<AttentionRow, 'outcome' | 'withdrawn'>,
  action: FollowUpAction | undefined,
): boolean {
  return row.withdrawn === 0 && row.outcome === 'done' && action?.countsAsAttention === true;
}

type Given = { readonly action: string; readonly on: CivilDate };

/** What was given in a case and not withdrawn. */
export async function givenDays(trx: Trx, caseId: CaseId): Promise<Given[]> {
  return tablesIn(trx)
    .selectFrom('attention')
    .select(['action', 'given_on as on'])
    .where('case_id', '=', caseId)
    .where('withdrawn', '=', 0)
    .execute();
}
