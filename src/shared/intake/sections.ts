/**
 * Every section of the register form, in the order of the paper, and what the program must know of each. Services,
 * progress, history, pages and export walk this list; a new section is one line here.
 */
import type { Action } from '../access/index.ts';
import { askedQuestions, ruleQuestions, type Answers, type Question, type Section } from '../record/index.ts';
import { sectionA } from './section-a.ts';
import { sectionB } from './section-b.ts';
import { sectionC } from './section-c.ts';
import { sectionD } from './section-d.ts';
import { sectionE } from './section-e.ts';
import { sectionF } from './section-f.ts';
import { formSectionIds } from './section-ids.ts';

/** Whose professional appraisal closes a section; it lies in that service's compartment. */
export type AppraisalService = 'psychology' | 'social' | 'legal';

type FormSection = {
  readonly section: Section;
  /** Rows of the permission table. */
  readonly read: Action;
  readonly write: Action;
  readonly appraisal: AppraisalService | null;
  /** Keys Alt+1 … Alt+8 are the letters A … H of the paper. */
  readonly digits: readonly number[];
};

export const formSections = {
  a: {
    section: sectionA,
    read: 'registerForm.readA',
    write: 'registerForm.writeA',
    appraisal: null,
    digits: [1],
  },
  b: {
    section: sectionB,
    read: 'registerForm.readB',
    write: 'registerForm.writeB',
    appraisal: 'psychology',
    digits: [2],
  },
  c: {
    section: sectionC,
    read: 'registerForm.readB',
    write: 'registerForm.writeB',
    appraisal: 'social',
    digits: [3],
  },
  d: { section: sectionD, read: 'legalFile.read', write: 'legalFile.write', appraisal: 'legal', digits: [4] },
  e: {
    section: sectionE,
    read: 'registerForm.readB',
    write: 'registerForm.writeB',
    appraisal: null,
    digits: [5],
  },
  f: {
    section: sectionF,
    read: 'registerForm.readB',
    write: 'registerForm.writeB',
    appraisal: null,
    digits: [6, 7, 8],
  },
} as const satisfies Record<(typeof formSectionIds)[number], FormSection>;

export type FormSectionId = keyof typeof formSections;
export { formSectionIds };

/** Sections that are questions alone: A carries persons, B the event and the account. */
export const plainSectionIds = ['c', 'd', 'e', 'f'] as const satisfies readonly FormSectionId[];
export type PlainSectionId = (typeof plainSectionIds)[number];

/** What the section of this letter asks. */
export type QuestionsOf<Id extends FormSectionId> = (typeof formSections)[Id]['section']['questions'];

/** Answers of several sections by section; one not at hand is left out. */
export type AnswersBySection = Partial<Record<FormSectionId, Answers>>;

export function sectionOf(id: FormSectionId): Section {
  return formSections[id].section;
}

/** The same, by the names of that section alone. */
export function questionsOf<Id extends FormSectionId>(id: Id): QuestionsOf<Id> {
  const { section } = formSections[id];
  const { questions } = section;
  return questions;
}

/** The question of a name, wherever it stands: names are unique across the form. */
export function questionNamed(name: string): Question | undefined {
  for (const id of formSectionIds) {
    const { questions } = sectionOf(id);
    if (Object.hasOwn(questions, name)) return questions[name];
  }
  return undefined;
}

export function sectionAsking(name: string): FormSectionId | undefined {
  return formSectionIds.find((id) => Object.hasOwn(sectionOf(id).questions, name));
}

/** Sections whose answers the skip rules of this one rest on. */
export function sectionsBehind(id: FormSectionId): FormSectionId[] {
  return formSectionIds.filter(
    (other) => other !== id && foreignQuestions(id).some((name) => sectionAsking(name) === other),
  );
}

function foreignQuestions(id: FormSectionId): string[] {
  const { questions } = sectionOf(id);
  return ruleQuestions(questions).filter((name) => !Object.hasOwn(questions, name));
}

/** Answers of other sections that the rules of this one read; null where that section says nothing. */
export function contextOf(id: FormSectionId, answers: AnswersBySection): Record<string, unknown> {
  return Object.fromEntries(
    foreignQuestions(id).map((name) => {
      const from = sectionAsking(name);
      return [name, (from === undefined ? undefined : answers[from]?.[name]) ?? null];
    }),
  );
}

/**
 * The answers of the whole form without those whose question is not asked any more: Section A was changed after B to F
 * were saved. They stay stored, so that the change can be taken back, and count nowhere; the names of the dropped ones
 * stand in `hidden`, by section. A section not at hand is left out.
 */
export function askedAnswers(all: AnswersBySection): { asked: AnswersBySection; hidden: AnsweredButHidden } {
  const asked: AnswersBySection = { ...all };
  const hidden: AnsweredButHidden = {};
  for (const id of formSectionIds) {
    const answers = all[id];
    if (answers === undefined) continue;
    const names = new Set(askedQuestions(sectionOf(id).questions, answers, contextOf(id, asked)));
    const entries = Object.entries(answers);
    asked[id] = Object.fromEntries(entries.map(([name, answer]) => [name, names.has(name) ? answer : null]));
    hidden[id] = entries
      .filter(([name, answer]) => !names.has(name) && (answer ?? null) !== null)
      .map(([name]) => name);
  }
  return { asked, hidden };
}

/** Names of the answered questions that are not asked, by section. */
type AnsweredButHidden = Partial<Record<FormSectionId, string[]>>;
