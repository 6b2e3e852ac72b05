/** Issued documents and their copies. A copy is registered before it leaves, under a number never used again. */
import { procedure } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, documentIdSchema, fileHandleSchema, idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import type { MissingFact } from './blocks.ts';
import { copyStates, copyWays, documentKinds } from './codes.ts';

/** A fact the paper wanted and the record lacks (D11). */
export const missingFactSchema = z.strictObject({
  fact: z.string(),
  label: z.string(),
  weight: z.enum(['required', 'recommended']),
  page: z.enum(['section-a', 'section-b', 'risk', 'document']),
}) satisfies z.ZodType<MissingFact>;

export const copySchema = z.strictObject({
  id: idSchema('CopyId'),
  /** `CEM-2026-000123`. */
  number: z.string(),
  way: z.enum(copyWays),
  recipient: z.string(),
  purpose: z.string(),
  state: z.enum(copyStates),
  staffName: z.string(),
  requestedAt: instantSchema,
});

export const issuedDocumentSchema = z.strictObject({
  id: documentIdSchema,
  kind: z.enum(documentKinds),
  /** Number on the paper («Escrito N.º 1 · 2026-000004»). */
  number: z.string(),
  title: z.string(),
  /** SHA-256 of the frozen bytes, lower-case hex. */
  contentHash: z.string().length(64),
  pages: z.int().positive(),
  issuedBy: z.string(),
  issuedAt: instantSchema,
  copies: z.array(copySchema),
});
export type IssuedDocument = z.infer<typeof issuedDocumentSchema>;

export const papersContract = {
  listDocuments: procedure({
    input: z.strictObject({ caseId: caseIdSchema }),
    output: z.strictObject({ documents: z.array(issuedDocumentSchema) }),
    permission: 'document.list',
    audit: 'document.listed',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
  /** The very pages as issued; asks also for the permission to print that kind. */
  viewDocument: procedure({
    input: z.strictObject({ caseId: caseIdSchema, documentId: documentIdSchema }),
    output: z.strictObject({ file: fileHandleSchema, document: issuedDocumentSchema }),
    permission: 'document.list',
    audit: 'document.viewed',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged', 'forbidden'],
  }),
  /** Registers one copy, then saves or prints it. In a browser the file comes back as a handle to download. */
  releaseCopy: procedure({
    input: z.strictObject({
      caseId: caseIdSchema,
      documentId: documentIdSchema,
      way: z.enum(copyWays),
      recipient: cleanedText(120),
      purpose: cleanedText(120),
    }),
    output: z.strictObject({ copy: copySchema, file: fileHandleSchema.nullable() }),
    permission: 'document.list',
    audit: 'document.copyReleased',
    changes: true,
    subject: 'case',
    failures: ['not-found', 'damaged', 'forbidden', 'storage', 'cancelled'],
  }),
} as const;
