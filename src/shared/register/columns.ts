/**
 * Answer of one question ↔ its official columns, as the central register wants them.
 *
 * Yes/No is 0 or 1 and code 0 is an answer; a tick is `1` or empty, never 0; a date has its three parts, a place its
 * digits in pairs (2+2+2, and 4 for the settlement). Empty is «not asked or not known», never «No» (register form §2).
 */
import { civilDateSchema, type PartialDate } from '../platform/dates.ts';
import type { Question } from '../record/index.ts';

/** One official column of a question. `part` names what of the answer it holds, null when it holds all of it. */
export type AnswerColumn = { readonly variable: string; readonly part: string | null };

/** Values by official variable; '' is an empty cell. */
export type ColumnValues = Readonly<Record<string, string>>;

const dateParts = ['Día', 'Mes', 'Año'] as const;
const placeParts = ['Departamento', 'Provincia', 'Distrito', 'Centro poblado'] as const;
const placeWidths = [2, 2, 2, 4] as const;

/** The columns of a question in the order of the register; none for a question of ours (`variable` empty). */
export function columnsOfQuestion(question: Question): AnswerColumn[] {
  switch (question.kind) {
    case 'ticks':
      return Object.values(question.ticks)
        .filter(({ variable }) => variable !== '')
        .map(({ variable, label }) => ({ variable, part: label }));
    case 'partialDate':
      return question.variables.map((variable, at) => ({ variable, part: dateParts[at] ?? null }));
    case 'place':
      return question.variables.map((variable, at) => ({ variable, part: placeParts[at] ?? null }));
    default:
      return question.variable === '' ? [] : [{ variable: question.variable, part: null }];
  }
}

export function columnsOfAnswer(question: Question, answer: unknown): ColumnValues {
  const empty = Object.fromEntries(columnsOfQuestion(question).map(({ variable }) => [variable, '']));
  if (answer === null || answer === undefined) return empty;
  return { ...empty, ...filledColumns(question, answer) };
}

function filledColumns(question: Question, answer: unknown): ColumnValues {
  switch (question.kind) {
    case 'ticks': {
      const ticked = (answer as readonly string[]).map((name) => question.ticks[name]?.variable ?? '');
      return Object.fromEntries(ticked.filter((variable) => variable !== '').map((variable) => [variable, '1']));
    }
    case 'partialDate': {
      const { year, month, day } = answer as PartialDate;
      const parts = [day, month, year];
      return Object.fromEntries(question.variables.map((variable, at) => [variable, textOf(parts[at] ?? null)]));
    }
    case 'place':
      return placeColumns(question.variables, answer as string);
    case 'date':
      return question.variable === '' ? {} : { [question.variable]: dayFirst(answer as string) };
    default:
      return question.variable === '' ? {} : { [question.variable]: String(answer) };
  }
}

function textOf(part: number | null): string {
  return part === null ? '' : String(part);
}

function placeColumns(variables: readonly string[], code: string): ColumnValues {
  const values: Record<string, string> = {};
  let from = 0;
  for (const [at, variable] of variables.entries()) {
    const width = placeWidths[at] ?? 2;
    values[variable] = code.slice(from, from + width);
    from += width;
  }
  return values;
}

/** `2026-06-10` as it is typed in the register: `10/06/2026`. */
export function dayFirst(date: string): string {
  return date.split('-').reverse().join('/');
}

/**
 * The answer that gives these columns; null when all are empty. A question with several answers that was asked without
 * a tick comes back as null: the register itself cannot tell the two apart (register form §2, rule 3).
 */
// oxlint-disable-next-line complexity -- one case per kind of question, nothing nested
export function answerOfColumns(question: Question, values: ColumnValues): unknown {
  const cell = (variable: string) => values[variable] ?? values[plainName(variable)] ?? '';
  switch (question.kind) {
    case 'ticks': {
      const ticked = Object.entries(question.ticks).filter(([, { variable }]) => cell(variable) === '1');
      return ticked.length === 0 ? null : ticked.map(([name]) => name);
    }
    case 'partialDate': {
      const [day, month, year] = question.variables.map((variable) => numberOf(cell(variable)));
      return typeof year === 'number' ? { year, month: month ?? null, day: day ?? null } : null;
    }
    case 'place': {
      const code = question.variables.map(cell).join('');
      return code === '' ? null : code;
    }
    case 'date': {
      const date = civilDateSchema.safeParse(cell(question.variable).split('/').reverse().join('-'));
      return date.success ? date.data : null;
    }
    case 'choice':
    case 'yesNo':
    case 'number':
      return numberOf(cell(question.variable));
    default:
      return cell(question.variable) === '' ? null : cell(question.variable);
  }
}

function numberOf(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}

/** How a file writes names of columns: as the office's own file, or as processed copies do (register form §2, rule 13). */
export type Spelling = 'official' | 'plain';

/** `PUÑETAZOS` → `PUNETAZOS`: the name as files without Ñ write it. */
function plainName(variable: string): string {
  return variable.replaceAll('Ñ', 'N');
}

export function columnName(variable: string, spelling: Spelling): string {
  return spelling === 'official' ? variable : plainName(variable);
}
