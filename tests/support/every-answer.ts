/** A handful of fichas in which, taken together, every question and every tick of the form is answered once. */
import {
  contextOf,
  formSectionIds,
  questionNamed,
  sectionAsking,
  sectionOf,
  type AnswersBySection,
} from '../../src/shared/intake/index.ts';
import { askedQuestions, type AskedWhen, type Question } from '../../src/shared/record/index.ts';

type Forced = Readonly<Record<string, unknown>>;

/** Ages and years that open what depends on them and contradict nothing. */
const usual: Forced = { userAge: 34, aggressorAge: 40, homeDistrict: '150132' };

function sampleOf(name: string, question: Question): unknown {
  if (name in usual) return usual[name];
  switch (question.kind) {
    case 'choice':
      return question.options[0]?.code;
    case 'yesNo':
      return 1;
    case 'ticks':
      return Object.keys(question.ticks).filter((tick) => tick !== question.none);
    case 'text':
      return `Texto inventado de ${question.item}`.slice(0, question.max).trim();
    case 'number':
      return Math.max(question.min, 1);
    case 'date':
      return '2024-05-17';
    case 'partialDate':
      return { year: 2024, month: 5, day: 3 };
    case 'time':
      return '23:59';
    case 'place':
      return '150132';
  }
}

/** An answer that makes the rule on it hold. */
function answerFor(rule: Extract<AskedWhen, { question: string }>, question: Question): unknown {
  if ('ticked' in rule) return [rule.ticked];
  if ('notTicked' in rule && question.kind === 'ticks')
    return Object.keys(question.ticks).filter((tick) => tick !== rule.notTicked && tick !== question.none);
  if ('atLeast' in rule) return rule.atLeast;
  if ('is' in rule) return rule.is[0];
  const codes = question.kind === 'choice' ? question.options.map(({ code }) => code) : [0, 1];
  return 'isNot' in rule ? codes.find((code) => !rule.isNot.includes(code)) : undefined;
}

/** Ticks of both; undefined where «Ninguno» would stand beside others. */
function joinedTicks(one: readonly string[], other: readonly string[], none: string | undefined): unknown {
  const both = [...new Set([...one, ...other])];
  return none !== undefined && both.length > 1 && both.includes(none) ? undefined : both;
}

/** Two answers to the same question as one; undefined where they cannot both stand. */
function joined(one: unknown, other: unknown, question: Question | undefined): unknown {
  if (question?.kind === 'ticks') return joinedTicks(one as string[], other as string[], question.none);
  if (question?.kind === 'number') return Math.max(one as number, other as number);
  return one === other ? one : undefined;
}

function merged(one: Forced, other: Forced): Forced | null {
  const all: Record<string, unknown> = { ...one };
  for (const [name, answer] of Object.entries(other)) {
    const both = name in all ? joined(all[name], answer, questionNamed(name)) : answer;
    if (both === undefined) return null;
    all[name] = both;
  }
  return all;
}

/** What must be answered, and how, before the question is asked. */
function before(rule: AskedWhen | undefined): Forced {
  if (rule === undefined) return {};
  if ('any' in rule) return before(rule.any[0]);
  if ('all' in rule) return rule.all.reduce<Forced>((sofar, part) => merged(sofar, before(part)) ?? sofar, {});
  const question = questionNamed(rule.question);
  if (question === undefined) throw new Error(`no question ${rule.question}`);
  const own = { [rule.question]: answerFor(rule, question) };
  return merged(before(question.askedWhen), own) ?? own;
}

/** The answers by section, in the form that the sections take: every question, null where nothing is said. */
function bySection(forced: Forced): AnswersBySection {
  return Object.fromEntries(
    formSectionIds.map((id) => [
      id,
      Object.fromEntries(Object.keys(sectionOf(id).questions).map((name) => [name, forced[name] ?? null])),
    ]),
  );
}

/** Whether every answer given is to a question that these answers ask. */
function isConsistent(forced: Forced): boolean {
  const answers = bySection(forced);
  const asked = new Set(
    formSectionIds.flatMap((id) => askedQuestions(sectionOf(id).questions, answers[id] ?? {}, contextOf(id, answers))),
  );
  return Object.keys(forced).every((name) => asked.has(name) && sectionAsking(name) !== undefined);
}

/** Ticks in the order of the form, as a page holds them. */
function inOrder(forced: Forced): Forced {
  return Object.fromEntries(
    Object.entries(forced).map(([name, answer]) => {
      const question = questionNamed(name);
      const ticked = answer as readonly string[];
      return question?.kind === 'ticks'
        ? [name, Object.keys(question.ticks).filter((tick) => ticked.includes(tick))]
        : [name, answer];
    }),
  );
}

/** Fichas that together answer every question, each tick and each «Ninguno» once. */
export function everyAnswer(): AnswersBySection[] {
  const wanted: Forced[] = formSectionIds.flatMap((id) =>
    Object.entries(sectionOf(id).questions).flatMap(([name, question]) => {
      const needs = before(question.askedWhen);
      const answers = [
        sampleOf(name, question),
        ...(question.kind === 'ticks' && question.none !== undefined ? [[question.none]] : []),
      ];
      return answers.flatMap((answer): Forced[] => {
        const whole = merged(needs, { [name]: answer });
        return whole === null ? [] : [whole];
      });
    }),
  );
  const fichas: Forced[] = [];
  for (const one of wanted) {
    const at = fichas.findIndex((ficha) => {
      const both = merged(ficha, one);
      return both !== null && isConsistent(both);
    });
    const whole = at < 0 ? merged(usual, one) : merged(fichas[at] ?? {}, one);
    if (whole === null) throw new Error('an answer contradicts what it needs');
    if (at < 0) fichas.push(whole);
    else fichas[at] = whole;
  }
  return fichas.map((ficha) => bySection(inOrder(ficha)));
}
