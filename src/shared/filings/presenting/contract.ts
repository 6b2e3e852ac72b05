/** From the issued writ to its cargo: one PDF with its annexes, the version that was signed, where and when it was left. */
import { attachmentIdSchema } from '../../attachments/index.ts';
import { wordsFit } from '../../intake/index.ts';
import { changing, reading, readingAll, readingCase } from '../../platform/contract.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../../platform/dates.ts';
import {
  caseIdSchema,
  documentIdSchema,
  fileHandleSchema,
  idSchema,
  versionSchema,
  ofCase,
} from '../../platform/ids.ts';
import { cleanedText } from '../../platform/text.ts';
import { listOf, oneOf, z } from '../../platform/zod.ts';
import { copyWays } from '../../papers/index.ts';
import { deskMatches } from './desk.ts';
import {
  answerKindLabels,
  bundleLimits,
  comparisons,
  filingStateLabels,
  instances,
  presentationAnnulReasonLabels,
} from './codes.ts';

export const filingIdSchema = idSchema('FilingId');
export const bundleIdSchema = idSchema('BundleId');
export const presentationIdSchema = idSchema('PresentationId');

const ofFiling = { ...ofCase, filingId: filingIdSchema };

/** The cargo: date, hour, desk, entry number, folios, and the files that prove it. */
export const presentationFormSchema = z.strictObject({
  presentedOn: civilDateSchema,
  presentedTime: timeOfDaySchema,
  desk: cleanedText(200),
  instance: z.enum(instances, { error: 'Elija ante quién se presentó.' }),
  entryNumber: cleanedText(60),
  folios: z.int().min(1, { error: 'Escriba cuántos folios.' }).max(9999, { error: 'Máximo 9999 folios.' }),
  /** The signed version as it was left there; null when it was the issued one, signed by pen and not scanned. */
  signedId: attachmentIdSchema.nullable(),
  /** Scan of the stamped cargo. */
  cargoId: attachmentIdSchema.nullable(),
  /** The person read what differs from the issued writ and says that this is what was left. */
  acceptsChanges: z.boolean(),
});
export type PresentationForm = z.infer<typeof presentationFormSchema>;

export const answerFormSchema = z.strictObject({
  answeredOn: civilDateSchema,
  kind: oneOf(answerKindLabels, { error: 'Elija qué se respondió.' }),
  /** Resolution number and what it says, in a line. */
  words: cleanedText(300),
  documentId: attachmentIdSchema.nullable(),
});

export const presentationSchema = z.strictObject({
  id: presentationIdSchema,
  version: versionSchema,
  ...presentationFormSchema.omit({ acceptsChanges: true }).shape,
  /** SHA-256 of the version that was left: the signed file, else the issued document. */
  sha256: z.string().length(64),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  annulled: z
    .strictObject({ reason: oneOf(presentationAnnulReasonLabels), words: z.string().nullable(), by: z.string() })
    .nullable(),
  answers: z.array(answerFormSchema.extend({ recordedBy: z.string() })),
});
export type Presentation = z.infer<typeof presentationSchema>;

/** Whom the writ is addressed to, as its form and the directory say. */
const deskFields = {
  desk: z.string().nullable(),
  instance: z.enum(instances).nullable(),
  /** Megabytes that the desk takes in one file; null while it is not known. */
  limitMb: z.number().positive().nullable(),
  /** An electronic desk: one PDF, no parts. */
  takesOneFile: z.boolean(),
  /** When the desk receives, as the directory says it; null where it is not known. */
  hours: z.string().nullable(),
  /** How many active entries of the directory the desk may be. */
  deskMatch: z.enum(deskMatches),
} as const;

export const filingLineSchema = z.strictObject({
  filingId: filingIdSchema,
  documentId: documentIdSchema,
  kind: z.int(),
  number: z.string(),
  title: z.string(),
  writNumber: z.int(),
  issuedAt: instantSchema,
  issuedBy: z.string(),
  pages: z.int().positive(),
  state: oneOf(filingStateLabels),
  ...deskFields,
  /** The one that holds; null while it was not presented. */
  presentation: presentationSchema.nullable(),
  /** Annulled ones, newest first. */
  annulled: z.array(presentationSchema),
});
export type FilingLine = z.infer<typeof filingLineSchema>;

const namedFiling = {
  caseId: caseIdSchema,
  caseNumber: z.string(),
  userName: z.string(),
  ...filingLineSchema.pick({ filingId: true, number: true, title: true }).shape,
};

export const toPresentSchema = z.strictObject({
  ...namedFiling,
  ...filingLineSchema.pick({ issuedAt: true, pages: true }).shape,
  ...deskFields,
});
export type ToPresent = z.infer<typeof toPresentSchema>;

const presentedSchema = z.strictObject({
  ...namedFiling,
  ...presentationSchema.pick({ presentedOn: true, presentedTime: true, desk: true, entryNumber: true, folios: true })
    .shape,
});
export type Presented = z.infer<typeof presentedSchema>;

export const bundlePartSchema = z.strictObject({
  pages: z.int().positive(),
  /** Bytes. */
  size: z.int().positive(),
  sha256: z.string().length(64),
  file: fileHandleSchema,
});

export const presentingContract = {
  listPresenting: readingCase('legalFile.read', 'filing.presentingListed', { filings: z.array(filingLineSchema) }),
  /** Writs issued and not presented in the cases of the reader, oldest first; those presented today; the desks used last. */
  listToPresent: readingAll('legalFile.write', 'filing.toPresentListed', {
    filings: z.array(toPresentSchema),
    presented: z.array(presentedSchema),
    desks: z.array(z.string()),
  }),
  /**
   * One PDF of the writ and its annexes in order; parts when it would pass the limit of the desk. An electronic desk gets
   * one file with the name its row says, or a refusal that names the largest annex.
   */
  assembleFiling: changing('print.filing', 'filing.assembled', {
    input: z.strictObject({
      ...ofFiling,
      /** In order: 1-A, 1-B, … */
      annexes: listOf({
        attachmentId: attachmentIdSchema,
        title: cleanedText(200),
        /** Whoever joins it looked at its pages: nothing in them tells where she can be found (S3, S4). */
        isLookedAt: z.boolean().default(false),
      })
        .max(bundleLimits.annexes)
        .refine((all) => new Set(all.map((one) => one.attachmentId)).size === all.length, {
          error: 'Hay anexos repetidos.',
        }),
      /** Megabytes that the desk takes in one file; null for no limit. */
      limitMb: z.number().positive().max(bundleLimits.mostMegabytes).nullable(),
      /** Photographs of the annexes are made smaller. */
      reduces: z.boolean(),
    }),
    output: z.strictObject({
      bundleId: bundleIdSchema,
      pages: z.int().positive(),
      parts: z.array(bundlePartSchema).min(1),
      /** What was done to fit, in sentences. */
      notes: z.array(z.string()),
    }),
  }),
  /**
   * Registers one copy a part of the writ with its annexes, then saves or prints them in order. It stops at the first
   * that fails; the answer says how each ended, and the rest is asked for with `fromPart`.
   */
  releaseBundle: changing('print.filing', 'filing.bundleReleased', {
    input: z.strictObject({
      ...ofCase,
      bundleId: bundleIdSchema,
      way: z.enum(copyWays),
      recipient: cleanedText(120),
      /** From 1. */
      fromPart: z.int().positive().default(1),
    }),
    output: z.strictObject({
      parts: listOf({
        number: z.string(),
        part: z.int().positive(),
        /** `requested` in the answer to a repeated call: how it ended stands in the register. */
        state: z.enum(['requested', 'sent', 'failed']),
      }),
      /** What a browser downloads itself, in order. */
      files: z.array(fileHandleSchema),
    }),
  }),
  /** The words of the signed or edited version against those of the issued one. */
  compareSigned: reading('legalFile.write', 'filing.compared', {
    input: z.strictObject({ ...ofFiling, attachmentId: attachmentIdSchema }),
    output: z.strictObject({
      outcome: z.enum(comparisons),
      changes: listOf({ before: z.string(), removed: z.string(), added: z.string() }),
      isCut: z.boolean(),
    }),
  }),
  presentFiling: changing('legalFile.write', 'filing.presented', {
    input: z.strictObject({ ...ofFiling, form: presentationFormSchema }),
    output: z.strictObject({
      ...presentationSchema.shape,
      /** Terms that stay open because the writ does not tell which of them it meets, in words. */
      openTerms: z.array(z.string()),
    }),
  }),
  annulPresentation: changing('legalFile.write', 'filing.presentationAnnulled', {
    input: z
      .strictObject({
        ...ofCase,
        presentationId: presentationIdSchema,
        version: versionSchema,
        reason: oneOf(presentationAnnulReasonLabels, { error: 'Elija un motivo.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' }),
    output: presentationSchema,
  }),
  answerFiling: changing('legalFile.write', 'filing.answered', {
    input: z.strictObject({ ...ofCase, presentationId: presentationIdSchema, form: answerFormSchema }),
    output: presentationSchema,
    whileClosed: 'measures',
  }),
} as const;
