/**
 * Official columns that hold a code, with the words of each code: what a table counts by. The value of a column is the
 * one of the row (`row.ts`), made from the questions it rests on alone, so that thousands of cases can be counted.
 */
import {
  caseConditions,
  formSectionIds,
  sectionAsking,
  sectionOf,
  type AnswersBySection,
  type FormSectionId,
} from '../intake/index.ts';
import {
  isAsked,
  ruleQuestions,
  type Answers,
  type AskedWhen,
  type Question,
  type Questions,
} from '../record/index.ts';
import { columnsOfAnswer, columnsOfQuestion } from './columns.ts';
import { noEvents, type CaseEvents } from './facts.ts';
import { planSetBy } from './filed-plan.ts';
import { indicators, indicatorValue, type Indicator, type IndicatorRule } from './indicators.ts';
import { guardOfSection } from './sections.ts';
import type { SectionGuard } from './lines.ts';

export type CodedColumn = {
  readonly variable: string;
  readonly label: string;
  readonly options: readonly { readonly code: string; readonly words: string }[];
  /** Who may not read the section may not be told whose answer it is. */
  readonly guard: SectionGuard | null;
  /** Questions of the form that it is made of. */
  readonly questions: readonly string[];
};

const yesAndNo = [
  { code: '1', words: 'Sí' },
  { code: '0', words: 'No' },
];

function optionsOfQuestion(question: Question): CodedColumn['options'] {
  if (question.kind === 'choice')
    return question.options.map(({ code, label }) => ({ code: String(code), words: label }));
  if (question.kind === 'ticks') return yesAndNo.slice(0, 1);
  return question.kind === 'yesNo' ? yesAndNo : [];
}

function columnsOfSection(id: FormSectionId): CodedColumn[] {
  const guard = guardOfSection(sectionOf(id));
  return Object.entries(sectionOf(id).questions).flatMap(([name, question]) =>
    columnsOfQuestion(question).map(({ variable, part }) => ({
      ...{ variable, label: part ?? question.label, options: optionsOfQuestion(question), guard },
      // A filed notice sets it where she is a child.
      questions: variable === 'COMUNICA_DESPROTECCION' ? [name, 'userAge'] : [name],
    })),
  );
}

/** The three lists of bonds one after the other (U02). */
const bondQuestions = { partnerBond: 0, familyBond: 10, otherBond: 29 } as const;
/** The whole code of the district: the released list has it in three columns. Ours, in no file. */
const homeColumn = 'UBIGEO_DOMICILIO';

const bondOptions = Object.entries(bondQuestions).flatMap(([name, offset]) => {
  const question = sectionOf('a').questions[name];
  return question === undefined
    ? []
    : optionsOfQuestion(question).map(({ code, words }) => ({ code: String(Number(code) + offset), words }));
});

function questionsOfRule(rule: IndicatorRule): string[] {
  if ('of' in rule) return rule.of.flatMap(questionsOfRule);
  return 'answer' in rule ? namesIn(rule.answer) : [];
}

function namesIn(rule: AskedWhen): string[] {
  if ('all' in rule) return rule.all.flatMap(namesIn);
  if ('any' in rule) return rule.any.flatMap(namesIn);
  return [rule.question];
}

const own: readonly CodedColumn[] = [
  {
    ...{ variable: 'CONDICION', label: 'Condición del caso', guard: null, questions: [] },
    options: caseConditions.map(({ code, label }) => ({ code: String(code), words: label })),
  },
  {
    ...{ variable: 'VINCULO_GRUPAL', label: 'Vínculo, en una sola lista', guard: null, options: bondOptions },
    questions: Object.keys(bondQuestions),
  },
  { variable: homeColumn, label: 'Distrito de residencia', options: [], guard: null, questions: ['homeDistrict'] },
  ...indicators.map(({ variable, label, rule }) => ({
    ...{ variable, label, options: yesAndNo, guard: null, questions: questionsOfRule(rule) },
  })),
];

const all = [...formSectionIds.flatMap(columnsOfSection), ...own];
export const codedColumns: ReadonlyMap<string, CodedColumn> = new Map(all.map((column) => [column.variable, column]));

const indicatorOf: ReadonlyMap<string, Indicator> = new Map(indicators.map((one) => [one.variable, one]));
const planVariables: ReadonlySet<string> = new Set(columnsOfSection('e').map(({ variable }) => variable));

/** Whether one of these columns is made from what was done in the case. */
export function restsOnEvents(variables: Iterable<string>): boolean {
  return [...variables].some((variable) => indicatorOf.has(variable) || planVariables.has(variable));
}

/** The questions that these columns rest on, with those that hide them, by section and in the order of the form. */
export function questionsBehind(variables: Iterable<string>): Partial<Record<FormSectionId, Questions>> {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    const section = sectionAsking(name);
    const question = section === undefined ? undefined : sectionOf(section).questions[name];
    if (question !== undefined) ruleQuestions({ [name]: question }).forEach(add);
  };
  for (const variable of variables) codedColumns.get(variable)?.questions.forEach(add);
  const bySection: Partial<Record<FormSectionId, Questions>> = {};
  for (const id of formSectionIds) {
    const some = Object.entries(sectionOf(id).questions).filter(([name]) => wanted.has(name));
    if (some.length > 0) bySection[id] = Object.fromEntries(some);
  }
  return bySection;
}

export type CodedFacts = {
  readonly condition: number | null;
  /** Of the questions behind the columns. */
  readonly answers: AnswersBySection;
  readonly events?: CaseEvents;
};

type Filled = (answer: unknown) => readonly (readonly [variable: string, value: string])[];

/** The columns that an answer fills, worked out once for each answer there is. */
function filledBy(question: Question, known: ReadonlySet<string>): Filled {
  const seen = new Map<unknown, ReturnType<Filled>>();
  return (answer) => {
    const key = Array.isArray(answer) ? answer.join() : answer;
    let filled = seen.get(key);
    if (filled === undefined) {
      const columns = Object.entries(columnsOfAnswer(question, answer));
      filled = columns.filter(([variable, value]) => value !== '' && known.has(variable));
      // Ages and districts are few; days and texts are not, and no table counts by them.
      if (seen.size < mostKept) seen.set(key, filled);
    }
    return filled;
  };
}
const mostKept = 10_000;

type Made = (asked: Answers, facts: CodedFacts) => string;

/** Columns made of several answers, or of none. */
const made: Readonly<Record<string, Made>> = {
  CONDICION: (_, { condition }) => (condition === null ? '' : String(condition)),
  VINCULO_GRUPAL: (asked) => bondOf(asked),
  [homeColumn]: ({ homeDistrict: home }) => (typeof home === 'string' ? home.slice(0, 6) : ''),
};

/** Answers that are asked, in the order of the form: one that another answer hides counts nowhere. */
function askedReader(variables: readonly string[]) {
  const behind = questionsBehind(variables);
  const known = new Set(variables);
  const steps = formSectionIds.flatMap((id) =>
    Object.entries(behind[id] ?? {}).map(([name, question]) => {
      return { id, name, rule: question.askedWhen, filled: filledBy(question, known) };
    }),
  );
  return (answers: AnswersBySection, values: Record<string, string>): Answers => {
    const asked: Record<string, unknown> = {};
    for (const { id, name, rule, filled } of steps) {
      const answer = answers[id]?.[name] ?? null;
      if (answer === null || (rule !== undefined && !isAsked(rule, asked))) continue;
      asked[name] = answer;
      for (const [variable, value] of filled(answer)) values[variable] = value;
    }
    return asked;
  };
}

/** Codes of the case in these columns. One that is not there is «not asked or not known». */
export function codedReader(variables: readonly string[]): (facts: CodedFacts) => Record<string, string> {
  const read = askedReader(variables);
  const known = new Set(variables);
  const counted = variables.flatMap((variable) => indicatorOf.get(variable) ?? []);
  const own = variables.flatMap((variable) => {
    const value = made[variable];
    return value === undefined ? [] : [{ variable, value }];
  });
  const isFiled = restsOnEvents(variables);
  return (facts) => {
    const values: Record<string, string> = {};
    const asked = read(facts.answers, values);
    for (const { variable, value } of own) values[variable] = value(asked, facts);
    if (!isFiled) return values;
    const { events = noEvents } = facts;
    const byLetter = lettered(asked);
    for (const one of counted) values[one.variable] = indicatorValue(one, { answers: byLetter, events });
    for (const variable of planSetBy({ answers: byLetter, events })) if (known.has(variable)) values[variable] = '1';
    return values;
  };
}

/** Each answer under the letter of its section, as the row has them. */
function lettered(asked: Answers): Record<string, Answers> {
  const letters = Object.groupBy(Object.entries(asked), ([name]) => sectionOf(sectionAsking(name) ?? 'a').id);
  return Object.fromEntries(Object.entries(letters).map(([id, some]) => [id, Object.fromEntries(some ?? [])]));
}

export function bondOf(a: Answers): string {
  for (const [name, offset] of Object.entries(bondQuestions)) {
    const code = a[name];
    if (typeof code === 'number') return String(code + offset);
  }
  return '';
}
