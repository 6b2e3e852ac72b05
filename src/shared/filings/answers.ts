/** Answers and rows of a filing against what its kind asks: one check for form, wire and service. */
import { answersSchema, blankAnswers } from '../record/index.ts';
import { definitionOf, type OfKind } from './kinds/index.ts';
import type { FilingOptions } from './schema.ts';

/** Every question of the kind unanswered. */
export function blankAnswersOf(kind: OfKind): FilingOptions['answers'] {
  return blankAnswers(definitionOf(kind).form.questions) as FilingOptions['answers'];
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Empty when every answer and row is one that the kind asks; paths begin at the options. */
export function checkAnswers(kind: OfKind, options: Pick<FilingOptions, 'answers' | 'lists'>): Issue[] {
  const { form, lists } = definitionOf(kind);
  const parsed = answersSchema(form.questions).safeParse(options.answers);
  const issues: Issue[] = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: ['answers', ...path], message }));
  for (const [path, rows] of Object.entries(options.lists)) {
    const part = lists.find((one) => one.path === path);
    if (part === undefined) issues.push({ path: ['lists', path], message: 'Esta lista no corresponde al escrito.' });
    for (const [index, row] of rows.entries()) {
      for (const { name, required } of part?.columns ?? []) {
        if (required && (row[name] ?? null) === null) {
          issues.push({ path: ['lists', path, index, name], message: 'Complete este dato.' });
        }
      }
    }
  }
  return issues;
}
