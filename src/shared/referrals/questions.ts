/** Short ways to write the own questions of a referral: each with the words under which its answer is printed. */
import { codesOf, eachOf } from '../platform/codes-of.ts';
import type { AskedWhen, Option, Question, Questions, Section, Tick } from '../record/index.ts';

/** A question of a referral; `print` is its label on the paper, null for what is recorded and never printed. */
export type Asked<Q extends Question = Question> = { readonly question: Q; readonly print: string | null };

type More = {
  readonly hint?: string;
  readonly required?: true;
  readonly askedWhen?: AskedWhen;
  /** Default `project`: the annex forms are not known (U72). */
  readonly official?: true;
};

const common = (label: string, { required, official, ...more }: More) => ({
  ...{ item: '', variable: '', label, required: required === true },
  confirmation: official === true ? ('official' as const) : ('project' as const),
  ...more,
});

export const words = (
  print: string | null,
  label: string,
  { max = 200, ...more }: More & { readonly max?: number; readonly lines?: number } = {},
) => ({ print, question: { kind: 'text' as const, max, ...common(label, more) } });

export const yes = (print: string | null, label: string, more: More = {}) => ({
  print,
  question: { kind: 'yesNo' as const, ...common(label, more) },
});

export const count = (
  print: string | null,
  label: string,
  { max = 40, ...more }: More & { readonly max?: number; readonly unit?: string } = {},
) => ({ print, question: { kind: 'number' as const, min: 0, max, ...common(label, more) } });

export const day = (print: string | null, label: string, more: More = {}) => ({
  print,
  question: { kind: 'date' as const, ...common(label, more) },
});

export const hour = (print: string | null, label: string, more: More = {}) => ({
  print,
  question: { kind: 'time' as const, ...common(label, more) },
});

export const oneOf = (print: string | null, label: string, labels: readonly string[], more: More = {}) => {
  const options = labels.map((text, at): Option => ({ code: at + 1, label: text }));
  return { print, question: { kind: 'choice' as const, options, ...common(label, more) } };
};

export const manyOf = (print: string | null, label: string, labels: Readonly<Record<string, string>>) => {
  const ticks = eachOf(codesOf(labels), (name): Tick => ({ label: labels[name] ?? '', variable: '' }));
  return { print, question: { kind: 'ticks' as const, ticks, ...common(label, {}) } };
};

export type AskedQuestions = Readonly<Record<string, Asked>>;

/** The section of the form that these questions make, as one block. */
export function sectionFrom(title: string, asked: AskedQuestions): Section {
  const questions: Questions = Object.fromEntries(Object.entries(asked).map(([name, one]) => [name, one.question]));
  return { id: 'referral', title, questions, blocks: [{ id: 'own', title, questions: Object.keys(questions) }] };
}
