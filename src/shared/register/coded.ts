/**
 * Official columns that hold a code, with the words of each code: what a table counts by. The value of a column is the
 * one of the row (`row.ts`), made from the questions it rests on alone, so that thousands of cases can be counted.
 */
import {
  caseConditions,
  contextOf,
  formSectionIds,
  sectionAsking,
  sectionOf,
  type AnswersBySection,
  type FormSectionId,
} from '../intake/index.ts';
import {
  askedQuestions,
  ruleQuestions,
  type Answers,
  type AskedWhen,
  type Question,
  type Questions,
} from '../record/index.ts';
import { columnsOfAnswer, columnsOfQuestion, type ColumnValues } from './columns.ts';
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

function questionsOfRule(rule: IndicatorRule | null): string[] {
  if (rule === null) return [];
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

type Behind = ReturnType<typeof questionsBehind>;

/** Answers that are asked: one that another answer hides counts nowhere. */
function askedOf(behind: Behind, answers: AnswersBySection): AnswersBySection {
  const asked: AnswersBySection = {};
  for (const id of formSectionIds) {
    const questions = behind[id];
    if (questions === undefined) continue;
    const saved = answers[id] ?? {};
    const names = askedQuestions(questions, saved, contextOf(id, asked));
    asked[id] = Object.fromEntries(names.map((name) => [name, saved[name] ?? null]));
  }
  return asked;
}

/** Codes of the case in these columns; '' is «not asked or not known», a column that is unknown too. */
export function codedReader(variables: readonly string[]): (facts: CodedFacts) => Record<string, string> {
  const behind = questionsBehind(variables);
  const questions = Object.values(behind).flatMap((some) => Object.entries(some));
  const made: Readonly<Record<string, (a: Answers, condition: number | null) => string>> = {
    CONDICION: (_, condition) => (condition === null ? '' : String(condition)),
    VINCULO_GRUPAL: bondOf,
    [homeColumn]: ({ homeDistrict: home }) => (typeof home === 'string' ? home.slice(0, 6) : ''),
  };
  return ({ condition, answers, events = noEvents }) => {
    const asked = askedOf(behind, answers);
    const all: Answers = Object.fromEntries(Object.values(asked).flatMap((some) => Object.entries(some)));
    const byLetter = lettered(asked);
    const answered: ColumnValues = Object.fromEntries(
      questions.flatMap(([name, question]) => Object.entries(columnsOfAnswer(question, all[name]))),
    );
    const filed = planSetBy({ answers: byLetter, events });
    const valueOf = (variable: string): string => {
      if (filed.has(variable)) return '1';
      const indicator = indicatorOf.get(variable);
      if (indicator !== undefined) return indicatorValue(indicator, { answers: byLetter, events });
      return made[variable]?.(all, condition) ?? answered[variable] ?? '';
    };
    return Object.fromEntries(variables.map((variable) => [variable, valueOf(variable)]));
  };
}

function lettered(answers: AnswersBySection): Record<string, Answers> {
  return Object.fromEntries(formSectionIds.flatMap((id) => (answers[id] ? [[sectionOf(id).id, answers[id]]] : [])));
}

export function bondOf(a: Answers): string {
  for (const [name, offset] of Object.entries(bondQuestions)) {
    const code = a[name];
    if (typeof code === 'number') return String(code + offset);
  }
  return '';
}
