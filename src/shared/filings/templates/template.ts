/** A template as a dated row: what a document was made with is kept as `id@version`. */
import { z } from '../../platform/zod.ts';
import { shippedRow, type DatedRow } from '../../rulebook/index.ts';
import { templateKinds, type TemplateKind } from '../codes.ts';

/** What the lawyer edits: the summary of the caption and the text of the writ, in the language of the templates. */
export const templateValueSchema = z.strictObject({
  kind: z.literal(templateKinds),
  summary: z.string().min(1).max(1000),
  text: z.string().min(1).max(60_000),
});
/** A text of the program, or one that the blocks of a kind of the centre say. */
export type TemplateValue = Omit<z.infer<typeof templateValueSchema>, 'kind'> & { kind: TemplateKind };

export type FilingTemplate = DatedRow<TemplateValue>;

const source = 'Estructura de la práctica forense peruana; por confirmar por la abogada o el abogado del centro';

export function templateId(kind: TemplateKind): string {
  return `filing-${String(kind).padStart(2, '0')}`;
}

export function shipped(kind: TemplateKind, summary: string, text: string): FilingTemplate {
  return shippedRow(templateId(kind), {
    value: { kind, summary, text: text.replace(/\n{3,}/g, '\n\n').trim() },
    validFrom: '2026-01-01',
    source,
    confirmation: 'toConfirm',
  });
}
