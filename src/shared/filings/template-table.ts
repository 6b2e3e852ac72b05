/** The templates as a table of the rulebook: a text is checked before it is kept. */
import type { RuleTable } from '../rulebook/index.ts';
import { coverLetterKind } from './codes.ts';
import { checkSummary, checkTemplate } from './compose.ts';
import { kinds, shippedTemplates } from './kinds/index.ts';
import { templateValueSchema, type TemplateValue } from './templates/template.ts';

export const filingTemplateTable: RuleTable<TemplateValue> = {
  id: 'filing-template',
  title: 'Modelos de escritos',
  about:
    'El texto con que se compone cada escrito. Se revisa antes de guardarse y trabaja cuando otra persona lo aprobó; los documentos ya emitidos no cambian.',
  value: templateValueSchema.superRefine(({ kind, summary, text }, context) => {
    for (const { line, message } of checkTemplate(text, kind)) {
      context.addIssue({ code: 'custom', path: ['text'], message: `Línea ${line}: ${message}` });
    }
    for (const { message } of checkSummary(summary, kind))
      context.addIssue({ code: 'custom', path: ['summary'], message });
  }),
  // A field that the program gave up must not take every other writ with it.
  kept: templateValueSchema,
  fields: [
    { name: 'kind', label: 'Escrito', kind: 'number', isFixed: true },
    { name: 'summary', label: 'Sumilla', kind: 'longText' },
    { name: 'text', label: 'Texto', kind: 'longText' },
  ],
  needsTwoEyes: true,
  worksApproved: true,
  addsTo: { tableId: 'own-model', words: 'Nuevo modelo' },
  shipped: shippedTemplates,
  label: ({ kind }) => (kind === coverLetterKind ? kinds[kind].label : `${kind}. ${kinds[kind].label}`),
};
