/** Composing and issuing filings. Nothing is sent by the program (safety rule S8). */
import { issuedDocumentSchema, missingFactSchema } from '../papers/index.ts';
import { procedure } from '../platform/contract.ts';
import { caseIdSchema, fileHandleSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { checkAnswers } from './answers.ts';
import { filingKinds, missingFactReasons } from './codes.ts';
import type { OfferedArticle } from './law.ts';
import { filingOptionsSchema } from './schema.ts';

const request = z.strictObject({ caseId: caseIdSchema, kind: z.literal(filingKinds), options: filingOptionsSchema });

type Request = z.infer<typeof request>;

/** Answers and rows are those of the kind. */
function ofItsKind({ kind, options }: Request, context: z.RefinementCtx): void {
  for (const { path, message } of checkAnswers(kind, options)) {
    context.addIssue({ code: 'custom', path: ['options', ...path], message });
  }
}

const offeredArticleSchema = z.strictObject({
  id: z.string(),
  citation: z.string(),
  subject: z.string(),
  isConfirmed: z.boolean(),
}) satisfies z.ZodType<OfferedArticle>;

export const filingsContract = {
  /** What the form starts from: addressee and options proposed from the record. */
  startFiling: procedure({
    input: z.strictObject({ caseId: caseIdSchema, kind: z.literal(filingKinds) }),
    output: z.strictObject({
      options: filingOptionsSchema,
      /** What may be ticked, as it counts today. */
      articles: z.array(offeredArticleSchema),
    }),
    permission: 'print.filing',
    audit: 'filing.started',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged', 'rule-broken'],
  }),
  /** The pages as they would be issued, marked «BORRADOR», with what is missing and what stays in reserve. */
  previewFiling: procedure({
    input: request.superRefine(ofItsKind),
    output: z.strictObject({
      file: fileHandleSchema,
      pages: z.int().positive(),
      missing: z.array(missingFactSchema),
      /** «domicilio», «teléfono seguro»: what will not be printed. */
      reserved: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
    permission: 'print.filing',
    audit: 'filing.previewed',
    changes: false,
    subject: 'case',
    failures: ['invalid', 'rule-broken', 'not-found', 'damaged'],
  }),
  issueFiling: procedure({
    input: request
      .extend({
        /** Required when a required fact is missing (D11): the lawyer signs. */
        missingReason: z.enum(missingFactReasons).nullable(),
      })
      .superRefine(ofItsKind),
    output: z.strictObject({ document: issuedDocumentSchema }),
    permission: 'print.filing',
    audit: 'filing.issued',
    changes: true,
    subject: 'case',
    failures: ['invalid', 'rule-broken', 'conflict', 'not-found', 'damaged'],
  }),
} as const;
