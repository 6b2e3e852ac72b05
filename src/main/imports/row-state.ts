/** A row as it was judged, with what a person decided, as it is kept and as it travels. */
import {
  nameFieldsOf,
  textCell,
  type FieldId,
  type ListRow,
  type PersonChoice,
  type RowEdits,
  type RowRole,
  type RowVerdict,
  type SourceCell,
} from '../../shared/imports/index.ts';
import { displayName, legalName } from '../../shared/people/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { parsed } from '../platform/storage/rows.ts';
import type { ImportsTables, RowResult } from './tables.ts';

export type RowState = {
  readonly line: number;
  readonly edits: RowEdits;
  readonly isExcluded: boolean;
  /** Instant of the act that left it out together with others; null when it was left out alone, or is not. */
  readonly leftOutAt: Instant | null;
  /** A person said that what is asked at its cells is right as it stands. */
  readonly isConfirmed: boolean;
  /** As they stand in the file; null for a list that was open before rows were kept. */
  readonly cells: readonly SourceCell[] | null;
  readonly choices: Readonly<Record<RowRole, PersonChoice | null>>;
  readonly result: RowResult;
};

type RowTable = ImportsTables['list_import_row'];

function waits(state: RowState, role: RowRole): boolean {
  return (
    state.choices[role] === null && state.result.candidates[role].some((candidate) => candidate.level === 'probable')
  );
}

export function verdictOf(state: RowState): RowVerdict {
  if (state.isExcluded) return 'excluded';
  if (state.result.facts === null) return 'error';
  const isAsked = !state.isConfirmed && state.result.issues.some((issue) => issue.severity === 'ask');
  if (isAsked || waits(state, 'user') || waits(state, 'aggressor')) return 'ask';
  // A name alone makes a man «possible» again and again; of her it is worth a look.
  const isDoubtful = state.choices.user === null && state.result.candidates.user.length > 0;
  return state.result.issues.length > 0 || isDoubtful ? 'warning' : 'ready';
}

export function toRow(importId: string, state: RowState): RowTable {
  const choice = (role: RowRole) => (state.choices[role] === null ? null : JSON.stringify(state.choices[role]));
  return {
    import_id: importId,
    line: state.line,
    verdict: verdictOf(state),
    edits: JSON.stringify(state.edits),
    is_excluded: state.isExcluded ? 1 : 0,
    user_choice: choice('user'),
    aggressor_choice: choice('aggressor'),
    result: JSON.stringify(state.result),
    cells: state.cells === null ? null : JSON.stringify(state.cells.map(packed)),
    is_confirmed: state.isConfirmed ? 1 : 0,
    left_out_at: state.leftOutAt,
  };
}

/** Most cells are a text and nothing else. */
function packed(cell: SourceCell): SourceCell | string {
  const isPlain = cell.date === null && !cell.isFormula && !cell.isNumber && cell.problem === null;
  return isPlain ? cell.text : cell;
}

function unpacked(cell: SourceCell | string): SourceCell {
  return typeof cell === 'string' ? textCell(cell) : cell;
}

export function fromRow(row: RowTable): RowState {
  const choice = (text: RowTable['user_choice']) => (text === null ? null : parsed(text));
  return {
    line: row.line,
    edits: parsed(row.edits),
    isExcluded: row.is_excluded === 1,
    choices: { user: choice(row.user_choice), aggressor: choice(row.aggressor_choice) },
    result: parsed(row.result),
    cells: row.cells === null ? null : parsed(row.cells).map(unpacked),
    isConfirmed: row.is_confirmed === 1,
    leftOutAt: row.left_out_at,
  };
}

function nameIn(state: RowState, role: RowRole): string {
  const { facts, texts } = state.result;
  if (facts !== null) return legalName(facts[role]) ?? displayName(facts[role]);
  const { givenNames, firstSurname, secondSurname, whole, surnames } = nameFieldsOf[role];
  const wordsOf = (fields: readonly FieldId[]) =>
    fields.map((field) => texts[field] ?? '').filter((text) => text !== '');
  const apart = wordsOf([givenNames, firstSurname, secondSurname]);
  const words = apart.length > 0 ? apart : wordsOf([givenNames, whole, surnames]);
  return words.join(' ') || 'Sin nombre';
}

export function toListRow(state: RowState): ListRow {
  const person = (role: RowRole): ListRow['user'] => ({
    name: nameIn(state, role),
    candidates: [...state.result.candidates[role]],
    choice: state.choices[role],
  });
  return {
    line: state.line,
    verdict: verdictOf(state),
    issues: [...state.result.issues],
    texts: { ...state.result.texts },
    user: person('user'),
    aggressor: person('aggressor'),
    isConfirmed: state.isConfirmed,
    admittedOn: state.result.facts?.admittedOn ?? null,
  };
}

export function isSameChoice(one: PersonChoice, other: PersonChoice): boolean {
  if (one.kind === 'known') return other.kind === 'known' && one.personId === other.personId;
  if (one.kind === 'row') return other.kind === 'row' && one.line === other.line && one.role === other.role;
  return other.kind === 'new';
}

/** Whether a choice is open to the row: somebody new, or one of its candidates. */
export function mayChoose(result: RowResult, role: RowRole, choice: PersonChoice): boolean {
  return choice.kind === 'new' || result.candidates[role].some((candidate) => isSameChoice(candidate.choice, choice));
}

/** Decisions that still hold after the row was judged anew. */
export function keepChoices(result: RowResult, choices: RowState['choices']): RowState['choices'] {
  const kept = (role: RowRole) => {
    const choice = choices[role];
    return choice !== null && mayChoose(result, role, choice) ? choice : null;
  };
  return { user: kept('user'), aggressor: kept('aggressor') };
}
