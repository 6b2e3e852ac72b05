/** Attentions with their history. */
import {
  actionsByDay,
  actionWords,
  actionTable,
  attentionFields,
  type AttentionForm,
  type AttentionLine,
  type FollowUpAction,
} from '../../shared/care/index.ts';
import type { Service } from '../../shared/access/index.ts';
import { civilDateSchema, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { byNow, cellsOf, columnsIn, insertRow, rowOf, rowsOf, updateVersioned } from '../platform/storage/rows.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { readRules } from '../rulebook/index.ts';
import { tablesIn, type AttentionValues, type CareTables, type Trx, type Use } from './tables.ts';

export type AttentionRow = CareTables['attention'];

/** @throws not-found when it is of another case */
export async function getAttention(trx: Trx, caseId: CaseId, id: Id<'AttentionId'>): Promise<AttentionRow> {
  return rowOf(tablesIn(trx), 'attention', { id, case_id: caseId });
}

export const attentionColumns = (form: AttentionForm, isWithdrawn: boolean) =>
  ({ ...columnsOfValues(attentionFields, form), withdrawn: isWithdrawn ? 1 : 0 }) as const;

const formOf = (row: AttentionValues): AttentionForm => valuesOfRow(attentionFields, row);

type Change = Pick<CareTables['attention_change'], 'reason' | 'words'>;

/** Writes what holds now and keeps what it replaces. @throws conflict when it changed since that version was read */
export async function replaceAttention(
  unit: Use,
  before: AttentionRow,
  version: number,
  next: { values: ReturnType<typeof attentionColumns> & { service: Service }; change: Change },
) {
  const { id, withdrawn } = before;
  await updateVersioned(tablesIn(unit.trx), 'attention', { id, version }, next.values);
  await insertRow(tablesIn(unit.trx), 'attention_change', {
    ...attentionColumns(formOf(before), withdrawn === 1),
    ...{ attention_id: id, position: before.version, ...next.change, ...byNow(unit, 'changed') },
  });
  unit.touch('attention', id);
}

/** Before every day. */
const ever = civilDateSchema.parse('1900-01-01');

/** The day from which there are at least so many attentions; the first of all where there are fewer. */
async function dayOfNewest(trx: Trx, caseId: CaseId, newest: number): Promise<CivilDate> {
  const [row] = await tablesIn(trx)
    .selectFrom('attention')
    .select('given_on')
    .where('case_id', '=', caseId)
    .orderBy('given_on', 'desc')
    .limit(1)
    .offset(newest - 1)
    .execute();
  return row?.given_on ?? ever;
}

/** At least the newest so many in full, and of those before their days what a history counts them by. */
export async function listNewestAttentions(trx: Trx, caseId: CaseId, newest: number) {
  const from = await dayOfNewest(trx, caseId, newest);
  const before = await tablesIn(trx)
    .selectFrom('attention')
    .select(['id', 'action', 'withdrawn', 'given_on', 'given_time', 'recorded_at'])
    .where('case_id', '=', caseId)
    .where('given_on', '<', from)
    .execute();
  return { lines: await listAttentionLines(trx, caseId, from), before };
}

/** Attentions of a case from a day on, newest first, each with its history. */
export async function listAttentionLines(trx: Trx, caseId: CaseId, from = ever): Promise<AttentionLine[]> {
  const rows = await tablesIn(trx)
    .selectFrom('attention')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('given_on', '>=', from)
    .orderBy('given_on', 'desc')
    .orderBy('given_time', 'desc')
    .orderBy('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const changes = await rowsOf(tablesIn(trx), 'attention_change', { attention_id: ids }, 'position desc');
  const names = await staffNames(trx);
  const actionOn = actionsByDay(await readRules(trx, actionTable));
  const changesOf = Map.groupBy(changes, (change) => change.attention_id);
  return rows.map((row) => {
    const form = formOf(row);
    const action = actionOn(row.action, form.on);
    return {
      ...form,
      id: row.id,
      actionWords: action === undefined ? row.action : actionWords(action),
      service: row.service,
      by: names.get(row.staff_id) ?? '',
      counts: countsOf(row, action),
      isWithdrawn: row.withdrawn === 1,
      changes: (changesOf.get(row.id) ?? []).map((change) => ({
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
export function countsOf(row: Pick<AttentionRow, 'outcome' | 'withdrawn'>, action: FollowUpAction | undefined) {
  return row.withdrawn === 0 && row.outcome === 'done' && action?.countsAsAttention === true;
}

/** What was given in a case and not withdrawn. */
export async function givenDays(trx: Trx, caseId: CaseId) {
  const held = { case_id: caseId, withdrawn: 0 } as const;
  const rows = await columnsIn(tablesIn(trx), 'attention', ['action', 'given_on'], held);
  return rows.map(({ action, given_on: on }) => ({ action, on }));
}
