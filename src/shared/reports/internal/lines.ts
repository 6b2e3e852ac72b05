/** The lines that a table says in short, with the words of the register. */
import { sectionAsking, sectionOf } from '../../intake/index.ts';
import { monthNames } from '../../platform/typed-date.ts';
import { ageBandLabels, ageGroupings, codedColumns, type AgeGrouping, type CodedColumn } from '../../register/index.ts';
import { missingWords } from '../labels.ts';
import { groupingsOf, reportMonth, type Line, type Part, type TableRule } from './rule.ts';
import type { Counted } from './count.ts';

export type LineFacts = {
  /** Chosen for every age it fits; the usual one elsewhere. */
  readonly grouping: AgeGrouping | null;
  /** `01` … of the period and what came before it in the year. */
  readonly months: readonly string[];
  readonly things: readonly Counted[];
  readonly placeName: (code: string) => string;
};

function columnOf(variable: string): CodedColumn {
  const column = codedColumns.get(variable);
  if (column === undefined) throw new RangeError(`no coded column ${variable}`);
  return column;
}

const missingIn = (column: string): Line => ({ label: missingWords, column, is: [''] });

/** The same words twice are told apart by what was asked. */
function tickLines(questions: readonly string[]): Line[] {
  const lines = questions.flatMap((name) => {
    const section = sectionAsking(name);
    const question = section === undefined ? undefined : sectionOf(section).questions[name];
    if (question?.kind !== 'ticks') throw new RangeError(`no question with several answers ${name}`);
    return Object.values(question.ticks)
      .filter(({ variable }) => variable !== '')
      .map(({ variable, label }) => ({ variable, label, asked: question.label }));
  });
  return lines.map(({ variable, label, asked }) => ({
    label: lines.filter((other) => other.label === label).length > 1 ? `${label} (${asked.toLowerCase()})` : label,
    ...{ column: variable, is: ['1'] },
  }));
}

/** Grouping of an age in this table: the chosen one if it is of that person. */
export function groupingFor(age: keyof typeof groupingsOf, chosen: AgeGrouping | null): AgeGrouping {
  const own: readonly AgeGrouping[] = groupingsOf[age];
  return own.find((one) => one === chosen) ?? own[0] ?? 'EDAD_PEQUENO';
}

function ageLines(column: keyof typeof groupingsOf, chosen: AgeGrouping | null): Line[] {
  const grouping = groupingFor(column, chosen);
  const bounds: readonly number[] = ageGroupings[grouping];
  return ageBandLabels(grouping).map((label, band) => {
    const from = bounds[band];
    const to = bounds[band + 1] ?? 131;
    const is = from === undefined ? [''] : Array.from({ length: to - from }, (_, at) => String(from + at));
    return { label, column, is };
  });
}

function placeLines(column: string, { things, placeName }: LineFacts): Line[] {
  const found = [...new Set(things.map(({ values }) => values[column] ?? ''))].filter((code) => code !== '');
  const lines = found.map((code) => ({ label: placeName(code), column, is: [code] }));
  return [...lines.toSorted((one, other) => one.label.localeCompare(other.label, 'es')), missingIn(column)];
}

function linesOfPart(part: Part, facts: LineFacts): readonly Line[] {
  if ('lines' in part) return part.lines;
  if ('ticks' in part) return tickLines(part.ticks);
  if ('yes' in part) return part.yes.map((column) => ({ label: columnOf(column).label, column, is: ['1'] }));
  if ('ages' in part) return ageLines(part.ages, facts.grouping);
  if ('places' in part) return placeLines(part.places, facts);
  if ('months' in part) {
    return facts.months.map((month) => ({
      ...{ label: monthNames[Number(month) - 1] ?? month, column: reportMonth, is: [month] },
    }));
  }
  if ('groups' in part) {
    const groups = part.groups.map(([label, is]) => ({ label, column: part.of, is }));
    return [...groups, missingIn(part.of)];
  }
  const column = part.codes;
  const options = columnOf(column).options.map(({ code, words }) => ({ label: words, column, is: [code] }));
  return isAlwaysAnswered.has(column) ? options : [...options, missingIn(column)];
}

/** Required of every validated case: there is no case without it. */
const isAlwaysAnswered: ReadonlySet<string> = new Set(['SEXO_VICTIMA', 'CONDICION', 'TIPO_VIOLENCIA']);

export function linesOf(parts: readonly Part[], facts: LineFacts): Line[] {
  return parts.flatMap((part) => linesOfPart(part, facts));
}

const noFacts: LineFacts = { grouping: null, months: [], things: [], placeName: (code) => code };

/** Coded columns that a table counts by; what is no answer is left out. */
export function variablesOf({ rows, columns }: Pick<TableRule, 'rows' | 'columns'>): string[] {
  const lines = linesOf([...rows, ...columns], noFacts).map(({ column }) => column);
  return [...new Set(lines)].filter((column) => codedColumns.has(column));
}

export function agesOf({ rows, columns }: TableRule): (keyof typeof groupingsOf)[] {
  return [...rows, ...columns].flatMap((part) => ('ages' in part ? [part.ages] : []));
}
