/**
 * Answers of a section ↔ typed columns and code rows, driven by the question catalogue.
 *
 * One column a question (`columnOf`), three for a partial date, one row a tick, and one row that says a question with
 * several answers was asked, so that «none ticked» is not «not asked» (register form §2, rules 2 and 3).
 */
import type { PartialDate } from '../../shared/platform/dates.ts';
import {
  columnOfField,
  type Answers,
  type AnswersOf,
  type Field,
  type Fields,
  type Questions,
  type ValuesOf,
} from '../../shared/record/index.ts';

/** A row of a table whose columns follow the fields of a description. */
export type AnswerColumns = { [column: string]: string | number | null };

export type StoredAnswers = {
  readonly columns: AnswerColumns;
  readonly ticks: readonly { readonly question: string; readonly tick: string }[];
  readonly asked: readonly string[];
};

/** Names and SQL types of the columns a question needs; none for a question with several answers. */
export function columnsOf(name: string, question: Field): { name: string; type: 'INTEGER' | 'TEXT' }[] {
  const column = columnOfField(name, question);
  if (question.kind === 'ticks') return [];
  if (question.kind === 'partialDate')
    return ['year', 'month', 'day'].map((part) => ({ name: `${column}_${part}`, type: 'INTEGER' }));
  const isNumber =
    question.kind === 'choice'
      ? typeof question.options[0]?.code === 'number'
      : ['yesNo', 'tick', 'number'].includes(question.kind);
  return [{ name: column, type: isNumber ? 'INTEGER' : 'TEXT' }];
}

export function toStorage(questions: Fields, answers: Answers): StoredAnswers {
  const columns: AnswerColumns = {};
  const ticks: { question: string; tick: string }[] = [];
  const asked: string[] = [];
  for (const [name, question] of Object.entries(questions)) {
    const answer = answers[name] ?? null;
    if (question.kind === 'ticks') {
      if (answer !== null) asked.push(name);
      for (const tick of (answer as string[] | null) ?? []) ticks.push({ question: name, tick });
    } else if (question.kind === 'partialDate') {
      Object.assign(columns, dateColumns(columnOfField(name, question), answer as PartialDate | null));
    } else {
      columns[columnOfField(name, question)] =
        typeof answer === 'boolean' ? Number(answer) : (answer as string | number | null);
    }
  }
  return { columns, ticks, asked };
}

function dateColumns(column: string, date: PartialDate | null): AnswerColumns {
  const { year, month, day } = date ?? { year: null, month: null, day: null };
  return { [`${column}_year`]: year, [`${column}_month`]: month, [`${column}_day`]: day };
}

/** Ticks come back in the order of the form, whatever the order of the rows. */
export function fromStorage<Q extends Questions>(questions: Q, stored: StoredAnswers): AnswersOf<Q>;
export function fromStorage(questions: Fields, stored: StoredAnswers): Record<string, unknown>;
export function fromStorage(questions: Fields, stored: StoredAnswers): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const [name, question] of Object.entries(questions)) {
    if (question.kind === 'ticks') {
      const ticked = new Set(stored.ticks.filter((row) => row.question === name).map((row) => row.tick));
      answers[name] = stored.asked.includes(name)
        ? Object.keys(question.ticks).filter((tick) => ticked.has(tick))
        : null;
    } else if (question.kind === 'partialDate') {
      answers[name] = partialDateOf(columnOfField(name, question), stored.columns);
    } else {
      const value = stored.columns[columnOfField(name, question)] ?? null;
      answers[name] = question.kind === 'tick' && value !== null ? value === 1 : value;
    }
  }
  return answers;
}

function partialDateOf(column: string, columns: AnswerColumns): PartialDate | null {
  const year = columns[`${column}_year`];
  if (typeof year !== 'number') return null;
  const part = (name: string) => {
    const value = columns[`${column}_${name}`];
    return typeof value === 'number' ? value : null;
  };
  return { year, month: part('month'), day: part('day') };
}

type Snake<Name extends string> = string extends Name
  ? string
  : Name extends `${infer First}${infer Rest}`
    ? `${First extends Lowercase<First> ? '' : '_'}${Lowercase<First>}${Snake<Rest>}`
    : '';
type ColumnName<Name extends string, F> = F extends { readonly column: infer Own extends string } ? Own : Snake<Name>;

type Stored<Value> = Value extends boolean ? 0 | 1 : Value;

/** The columns of a description, for the type of its table; one without ticks of many and days known in part. */
export type ColumnsOf<F extends Fields> = {
  [Name in keyof F & string as ColumnName<Name, F[Name]>]: Stored<ValuesOf<F>[Name]>;
};

/** Columns of what these fields hold. */
export const columnsOfValues = <F extends Fields>(fields: F, values: ValuesOf<F>): ColumnsOf<F> =>
  toStorage(fields, values).columns as ColumnsOf<F>;

/** The other way. */
export const valuesOfRow = <F extends Fields>(fields: F, row: ColumnsOf<F>): ValuesOf<F> =>
  fromStorage(fields, { columns: row as AnswerColumns, ticks: [], asked: [] }) as ValuesOf<F>;
