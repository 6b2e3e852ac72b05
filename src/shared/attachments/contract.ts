/** Files of a case: sent in pieces, kept encrypted beside the database, shown inside the program. */
import { wordsFit } from '../intake/index.ts';
import { approving, changing, noAudit, proposing, reading, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fileHandleSchema, idSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import {
  custodyKindLabels,
  exportReasonLabels,
  fileAnnulReasonLabels,
  fileAreas,
  fileKindLabels,
  fileLimits,
  fileTypes,
  fileWarningLabels,
} from './codes.ts';

export const attachmentIdSchema = idSchema('AttachmentId');

const ofFile = { ...ofCase, attachmentId: attachmentIdSchema };

export const filePieceSchema = z.strictObject({
  fileId: z.uuid(),
  offset: z.int().min(0).max(fileLimits.bytes),
  base64: z
    .string()
    .max(700_000)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
});

export const fileFactsSchema = z.strictObject({
  kind: oneOf(fileKindLabels, { error: 'Elija qué es.' }),
  area: z.enum(fileAreas, { error: 'Elija de qué área es.' }),
  description: cleanedText(300),
  /** Who handed it over; null when it is not known or is a paper of the centre. */
  receivedFrom: cleanedText(120).nullable(),
});
export type FileFacts = z.infer<typeof fileFactsSchema>;

export const attachmentSchema = z.strictObject({
  id: attachmentIdSchema,
  version: versionSchema,
  type: z.enum(fileTypes),
  /** As it was called when it came, cleaned; for the screen alone. */
  name: z.string(),
  /** Bytes. */
  size: z.int().positive(),
  /** SHA-256 of the original, lower-case hex. */
  sha256: z.string().length(64),
  /** Pages of a PDF that can be read; null for everything else. */
  pages: z.int().positive().nullable(),
  warnings: z.array(oneOf(fileWarningLabels)),
  facts: fileFactsSchema,
  addedBy: z.string(),
  addedAt: instantSchema,
  annulled: z.strictObject({ reason: oneOf(fileAnnulReasonLabels), words: z.string().nullable() }).nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const custodySchema = z.strictObject({
  kind: oneOf(custodyKindLabels),
  staffName: z.string(),
  at: instantSchema,
  /** Hash that the file had at that moment; the one found there when it does not match any more. */
  sha256: z.string().nullable(),
  note: z.string().nullable(),
});
export type CustodyLink = z.infer<typeof custodySchema>;

const pieceBytes = noAudit('bytes in memory of the session: the entry is that of the added file');

export const attachmentsContract = {
  /** One piece of a chosen file, kept in memory of the session until `addAttachment`; a new file takes its place. */
  sendAttachmentPiece: reading('attachment.add', pieceBytes, { input: filePieceSchema, output: { received: z.int() } }),
  /** Judges the sent file by its bytes and keeps it; the very same file is never kept twice in one case (bad input 80). */
  addAttachment: changing('attachment.add', 'attachment.added', {
    input: {
      ...ofCase,
      fileId: z.uuid(),
      fileName: z.string().min(1).max(1000),
      facts: fileFactsSchema,
    },
    output: {
      attachment: attachmentSchema,
      /** The case had this very file: nothing new was kept. */
      wasKnown: z.boolean(),
    },
    whileClosed: 'measures',
  }),
  listAttachments: readingCase('attachment.read', 'attachment.listed', {
    attachments: z.array(attachmentSchema),
    mayAddTo: z.array(z.enum(fileAreas)),
    /** Bytes of all files of the case, also of those the reader does not see. */
    usedBytes: z.int().nonnegative(),
  }),
  /**
   * The file with its chain of custody. `file` is a copy to be seen: pages, an image without what the camera wrote into
   * it, or text; null where nothing can be shown. A file that is not the one that was stored is never shown.
   */
  viewAttachment: reading('attachment.read', 'attachment.viewed', {
    input: ofFile,
    output: {
      attachment: attachmentSchema,
      isIntact: z.boolean(),
      shownAs: z.enum(['pages', 'image', 'text', 'nothing']),
      file: fileHandleSchema.nullable(),
      custody: z.array(custodySchema),
      /** Request to hand out the original that this reader made. */
      exporting: z.enum(['none', 'asked', 'approved']),
    },
  }),
  describeAttachment: changing('attachment.add', 'attachment.described', {
    input: { ...ofFile, version: versionSchema, facts: fileFactsSchema },
    output: attachmentSchema,
    whileClosed: 'measures',
  }),
  annulAttachment: changing('attachment.add', 'attachment.annulled', {
    input: z
      .strictObject({
        ...ofFile,
        version: versionSchema,
        reason: oneOf(fileAnnulReasonLabels, { error: 'Elija un motivo.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' }),
    output: attachmentSchema,
    whileClosed: 'measures',
  }),
  /** The original leaves the house only by two people (D4); decided under «Aprobaciones». */
  proposeAttachmentExport: proposing('attachment.exportOriginal', 'attachment.exportProposed', {
    input: z
      .strictObject({
        ...ofFile,
        reason: oneOf(exportReasonLabels, { error: 'Elija para quién es.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(wordsFit, { path: ['words'], error: 'Escriba para quién es.' }),
    passwordAgain: true,
    whileClosed: 'always',
  }),
  approveAttachmentExport: approving('attachment-export', 'attachment.exportApproved'),
  /** Hands the original to who asked for it, once, within 24 hours of the approval. */
  takeAttachmentOriginal: changing('attachment.read', 'attachment.exported', {
    input: ofFile,
    output: { file: fileHandleSchema },
    whileClosed: 'always',
  }),
} as const;
