/** The letters as a table of the rulebook: a text is checked before it is kept. */
import type { RuleTable } from '../../rulebook/index.ts';
import { referralRules, referralKinds } from '../kinds/index.ts';
import { checkLetter, plainLineIssue } from './check.ts';
import { shippedLetters } from './shipped.ts';
import { letterValueSchema, type LetterValue } from './value.ts';

export const referralTemplateTable: RuleTable<LetterValue> = {
  id: 'referral-template',
  title: 'Modelos de derivaciones',
  about:
    'El texto con que se compone cada derivación: su título, a quién se dirige y qué dice. Puede decir menos datos, nunca otros. Se revisa antes de guardarse y trabaja cuando otra persona lo aprobó; los documentos ya emitidos no cambian.',
  value: letterValueSchema.superRefine(({ kind, title, post, text }, context) => {
    for (const { line, message } of checkLetter(text, kind))
      context.addIssue({ code: 'custom', path: ['text'], message: `Línea ${line}: ${message}` });
    for (const [name, line] of Object.entries({ title, post })) {
      const message = plainLineIssue(line);
      if (message !== null) context.addIssue({ code: 'custom', path: [name], message });
    }
  }),
  // A fact that the program gave up must not take every other letter with it.
  kept: letterValueSchema,
  fields: [
    {
      ...({ name: 'kind', label: 'Derivación', kind: 'choice', isFixed: true } as const),
      options: referralKinds.map((code) => ({ code, label: referralRules[code].label })),
    },
    { name: 'title', label: 'Título', kind: 'text' },
    { name: 'post', label: 'Cargo o área a quien se dirige', kind: 'text' },
    { name: 'text', label: 'Texto', kind: 'longText' },
  ],
  needsTwoEyes: true,
  worksApproved: true,
  shipped: shippedLetters,
  label: ({ kind }) => referralRules[kind].label,
};
