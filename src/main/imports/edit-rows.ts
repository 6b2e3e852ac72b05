/** Rows mended, confirmed and left out. Nothing here reads the file: each row keeps its own cells. */
import {
  nameFieldsOf,
  nameParts,
  rowRoles,
  type importsContract,
  type ReadContext,
  type RowEdits,
} from '../../shared/imports/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { readAlone } from './judge.ts';
import { leanWith } from './name-lists.ts';
import { contextFor, refuseLocked } from './prepare-list.ts';
import {
  allStates,
  findReading,
  getImportRow,
  getState,
  lastLeftOut,
  leaveOutErrors,
  putState,
  settingsOf,
  updateImport,
} from './repository.ts';
import { keepChoices, type RowState } from './row-state.ts';
import type { Reading, Use } from './tables.ts';

type Contract = typeof importsContract;
export type RowEdit = InputOf<Contract['editImportRows']>['rows'][number];

/** Another whole name leaves nothing of the parts that were typed for the one before. */
function mergedEdits(before: RowEdits, typed: RowEdits): RowEdits {
  const merged = { ...before, ...typed };
  for (const role of rowRoles) {
    const fields = nameFieldsOf[role];
    if (typed[fields.whole] === undefined && typed[fields.surnames] === undefined) continue;
    for (const part of nameParts) {
      if (typed[fields[part]] === undefined) Reflect.deleteProperty(merged, fields[part]);
    }
  }
  return merged;
}

function edited(before: RowState, edit: RowEdit, reading: Reading, context: ReadContext): RowState {
  const isTyped = Object.keys(edit.texts).length > 0;
  // A word typed later is not what was confirmed.
  const isConfirmed = edit.isConfirmed ?? (!isTyped && before.isConfirmed);
  if (!isTyped && edit.isExcluded === before.isExcluded) return { ...before, isConfirmed };
  // Only the next check of a list that was open before cells were kept can tell them.
  if (before.cells === null) throw fail('rule-broken', 'list-unchecked');
  const { line, isExcluded, texts } = edit;
  const edits = mergedEdits(before.edits, texts);
  const read = readAlone({ line, cells: before.cells }, edits, context, reading.headers);
  const result = { ...read, candidates: before.result.candidates };
  return {
    ...before,
    edits,
    isExcluded,
    leftOutAt: isExcluded ? before.leftOutAt : null,
    isConfirmed,
    choices: keepChoices(result, before.choices),
    result,
  };
}

/** Each row read anew with what was typed; who its persons may be is asked again by the next check. */
export async function editRows(
  unit: Use,
  { importId, rows }: InputOf<Contract['editImportRows']>,
  places: PlaceIndex,
): Promise<RowState[]> {
  const list = await getImportRow(unit.trx, importId);
  await refuseLocked(unit.trx, list);
  const reading = await findReading(unit.trx, importId);
  if (reading === null) throw fail('rule-broken', 'list-unchecked');
  const context = contextFor(settingsOf(list), { places, lean: leanWith(reading.own), today: unit.today });
  const states: RowState[] = [];
  let isOnlyConfirmed = true;
  for (const edit of rows) {
    const before = await getState(unit.trx, importId, edit.line);
    const state = edited(before, edit, reading, context);
    isOnlyConfirmed &&= state.result === before.result;
    await putState(unit.trx, importId, state);
    states.push(state);
  }
  // Nothing that was compared changed where rows were only confirmed.
  await updateImport(unit, list, isOnlyConfirmed ? {} : { state: 'draft', checked_at: null });
  unit.note({ rows: states.length });
  return states;
}

export async function leaveOutWrong(unit: Use, { importId, version }: InputOf<Contract['leaveOutWrongRows']>) {
  await refuseLocked(unit.trx, await getImportRow(unit.trx, importId));
  const rows = await leaveOutErrors(unit.trx, importId, unit.now);
  if (rows === 0) throw fail('rule-broken', 'list-no-wrong');
  await updateImport(unit, { id: importId, version }, {});
  unit.note({ rows });
  return { rows };
}

export async function takeBackWrong(unit: Use, { importId, version }: InputOf<Contract['takeBackWrongRows']>) {
  const list = await getImportRow(unit.trx, importId);
  await refuseLocked(unit.trx, list);
  const last = await lastLeftOut(unit.trx, importId);
  if (last === null) throw fail('rule-broken', 'list-none-left-out');
  for (const state of await allStates(unit.trx, importId))
    if (state.leftOutAt === last.at)
      await putState(unit.trx, importId, { ...state, isExcluded: false, leftOutAt: null });
  // A check since then passed them by: it has to be made again.
  const isStale = list.checked_at === null || list.checked_at > last.at;
  const change = isStale ? ({ state: 'draft', checked_at: null } as const) : {};
  await updateImport(unit, { id: importId, version }, change);
  unit.note({ rows: last.rows });
  return { rows: last.rows };
}
