/** Composing and issuing filings. Nothing is sent by the program (safety rule S8). */
import { copyFormatLabels, draftStateShape, issuedDocumentSchema, paperBlockSchema } from '../papers/index.ts';
import { changing, noAudit, reading, readingCase } from '../platform/contract.ts';
import { eventIdSchema } from '../proceedings/index.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { caseIdSchema, fileHandleSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { missingFactReasonLabels, ownKind, writtenKinds } from './codes.ts';
import { offeredArticleSchema } from './law.ts';
import { filingGroups, type KindDefinition } from './kinds/kind.ts';
import { filingOptionsSchema, type FilingOptions } from './schema.ts';
import { answersSchema, blankAnswers } from '../record/index.ts';
import { definitionOf, type OfKind } from './kinds/index.ts';

// Answers and rows of a filing against what its kind asks: one check for form, wire and service.

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

const request = z.strictObject({ caseId: caseIdSchema, kind: z.literal(writtenKinds), options: filingOptionsSchema });

type Request = z.infer<typeof request>;

const modelSchema = z.string().max(64).nullable();

/** Answers and rows are those of the kind; what a kind of the centre asks is only known to its row. */
function ofItsKind({ kind, options }: Request, context: z.RefinementCtx): void {
  if (kind === ownKind && options.model === null)
    context.addIssue({ code: 'custom', path: ['options', 'model'], message: 'Falta el modelo.' });
  if (kind === ownKind) return;
  for (const { path, message } of checkAnswers(kind, options)) {
    context.addIssue({ code: 'custom', path: ['options', ...path], message });
  }
}

const kindsAndDay = noAudit('kinds of writs and a last day, asked beside the act that was just registered');
const draftWords = noAudit('the words of a draft whose beginning is registered, at each pause in typing');

export const filingsContract = {
  /** What may be begun in a case, what is being written, what was issued. */
  listFilings: readingCase('filing.compose', 'filing.listed', {
    kinds: listOf({
      kind: z.literal(writtenKinds),
      model: modelSchema,
      label: z.string(),
      purpose: z.string(),
      group: z.enum(filingGroups),
      /** `id@version` of the template as it counts today. */
      template: z.string(),
      isConfirmed: z.boolean(),
      /** A second person approved it; else it can be seen and not issued. */
      isApproved: z.boolean(),
      /** Its template passes the check; one that does not is composed by nobody until it is mended. */
      isSound: z.boolean(),
      /** Why it would serve this case; null when nothing speaks for it. */
      suggested: z.string().nullable(),
    }),
    drafts: listOf({
      kind: z.literal(writtenKinds),
      model: modelSchema,
      label: z.string(),
      by: z.string(),
      isOwn: z.boolean(),
      savedAt: instantSchema,
    }),
    issued: listOf({
      id: z.string(),
      kind: z.literal(writtenKinds),
      label: z.string(),
      writNumber: z.int(),
      number: z.string(),
      documentId: z.string(),
      template: z.string(),
      issuedAt: instantSchema,
      issuedBy: z.string(),
    }),
  }),
  /** What the form starts from: addressee and options proposed from the record. */
  startFiling: reading('filing.compose', 'filing.started', {
    input: z.strictObject({
      caseId: caseIdSchema,
      kind: z.literal(writtenKinds),
      /** The row of «Modelos propios» for a kind of the centre. */
      model: modelSchema.default(null),
      /** The act that it answers; null for the last one that such a writ answers. */
      eventId: eventIdSchema.nullable().default(null),
    }),
    output: z.strictObject({
      options: filingOptionsSchema,
      /** What may be ticked, as it counts today. */
      articles: z.array(offeredArticleSchema),
      /** The row of «Artículos confirmados por escrito»: how many versions it has, and since when a set is confirmed. */
      confirmed: z.strictObject({
        /** Null where a kind of the centre has none yet. */
        rowId: z.string().nullable(),
        seenVersions: z.int().nonnegative(),
        since: civilDateSchema.nullable(),
      }),
      /** What a kind of the centre is; null for those of the program. */
      definition: z.custom<KindDefinition>((it) => typeof it === 'object' && it !== null && 'form' in it).nullable(),
      isApproved: z.boolean(),
      /** Clauses of the bank, as they read in this case. */
      clauses: listOf({ id: z.string(), title: z.string(), text: z.string() }),
    }),
  }),
  /** The writs that meet the open terms of an act, as the centre offers them and the reader may compose them. */
  listAnswers: reading('filing.compose', kindsAndDay, {
    input: z.strictObject({ caseId: caseIdSchema, eventId: eventIdSchema }),
    output: z.strictObject({
      writs: listOf({
        kind: z.literal(writtenKinds),
        label: z.string(),
        task: z.string(),
        dueOn: civilDateSchema.nullable(),
      }),
    }),
  }),
  /** The pages as they would be issued, marked «BORRADOR», with what is missing and what stays in reserve. */
  previewFiling: reading('filing.compose', 'filing.previewed', {
    input: request.extend({ format: oneOf(copyFormatLabels).default('pdf') }).superRefine(ofItsKind),
    output: z.strictObject({
      file: fileHandleSchema,
      pages: z.int().positive(),
      ...draftStateShape,
    }),
  }),
  /** The words of the draft as they stand now, while it is written: no pages, nothing kept. */
  composeDraft: reading('filing.compose', draftWords, {
    input: request.superRefine(ofItsKind),
    output: z.strictObject({
      blocks: z.array(paperBlockSchema),
      /** Null for what is no writ. */
      writNumber: z.int().nullable(),
      /** The first day of the open terms it meets. */
      dueOn: civilDateSchema.nullable(),
      ...draftStateShape,
    }),
  }),
  issueFiling: changing('filing.compose', 'filing.issued', {
    input: request
      .extend({
        /** Required when a required fact is missing (D11): the lawyer signs. */
        missingReason: oneOf(missingFactReasonLabels).nullable(),
      })
      .superRefine(ofItsKind),
    output: z.strictObject({ document: issuedDocumentSchema }),
  }),
} as const;
