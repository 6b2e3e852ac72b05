/** Issued documents and their copies. A copy is registered before it leaves, under a number never used again. */
import { changing, noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { savedFileKindLabels } from '../platform/files-contract.ts';
import { caseIdSchema, documentIdSchema, fileHandleSchema, idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import type { MissingFact, PaperBlock } from './blocks.ts';
import { wholeFolder } from './folder-path.ts';
import {
  copyEditionLabels,
  copyFormatLabels,
  copyStateLabels,
  copyWays,
  documentKinds,
  savedFileStateLabels,
  savedPlaces,
  verdicts,
} from './codes.ts';
import { serialNumber } from './serial-number.ts';

/** A fact the paper wanted and the record lacks (D11). */
export const missingFactSchema = z.strictObject({
  fact: z.string(),
  label: z.string(),
  weight: z.enum(['required', 'recommended']),
  page: z.enum(['section-a', 'section-b', 'risk', 'document', 'team', 'centre']),
  field: z.string().optional(),
}) satisfies z.ZodType<MissingFact>;

/** What a draft says about itself. */
export const draftStateShape = {
  missing: z.array(missingFactSchema),
  /** «domicilio», «teléfono seguro»: what will not be printed. */
  reserved: z.array(z.string()),
  warnings: z.array(z.string()),
};

/** Its words part by part, as the program itself composed them. */
export const paperBlockSchema = z.custom<PaperBlock>(
  (block) => typeof block === 'object' && block !== null && 'kind' in block,
);

const copyIdSchema = idSchema('CopyId');
const savedFileIdSchema = idSchema('SavedFileId');
/** Chosen by the caller, so that it can ask how far the batch is before it is answered. */
const batchIdSchema = idSchema('BatchId');

export const copySchema = z.strictObject({
  id: copyIdSchema,
  /** `CEM-2026-000123`. */
  number: z.string(),
  way: z.enum(copyWays),
  edition: oneOf(copyEditionLabels),
  format: oneOf(copyFormatLabels),
  part: z.int().positive(),
  parts: z.int().positive(),
  recipient: z.string(),
  purpose: z.string(),
  /** As the computer calls it; null for a file. */
  printer: z.string().nullable(),
  state: oneOf(copyStateLabels),
  staffName: z.string(),
  requestedAt: instantSchema,
  /** Number of the copy that this one repeats. */
  reprintOf: z.string().nullable(),
  /** When the paper was destroyed or the file deleted from where it was saved. */
  removedAt: instantSchema.nullable(),
  /** File it was saved as, with its whole path; null for paper, and where the browser keeps it to itself. */
  savedTo: z.string().nullable(),
  savedPlace: z.enum(savedPlaces).nullable(),
  /** A part of a presentation with annexes: it is printed again from there. */
  isOfBundle: z.boolean(),
});
export type DocumentCopy = z.infer<typeof copySchema>;

export const issuedDocumentSchema = z.strictObject({
  id: documentIdSchema,
  kind: z.enum(documentKinds),
  /** Number on the paper («Escrito N.º 1 · E-2026-000004»). */
  number: z.string(),
  title: z.string(),
  /** Who it is addressed to, as the paper says it; null when it names nobody. */
  recipient: z.string().nullable(),
  /** Whether the same paper can be had as a Word file. */
  hasWord: z.boolean(),
  /** No copy of it is made, and not everybody who may print its kind may see it. */
  isMadeAnew: z.boolean(),
  /** SHA-256 of the frozen bytes, lower-case hex. */
  contentHash: z.string().length(64),
  pages: z.int().positive(),
  issuedBy: z.string(),
  issuedAt: instantSchema,
  copies: z.array(copySchema),
});
export type IssuedDocument = z.infer<typeof issuedDocumentSchema>;

const batchSchema = z.strictObject({
  copies: z.array(copySchema),
  file: fileHandleSchema.nullable(),
  pages: z.int().nonnegative(),
});

export const mostCopiesOfBatch = 200;

export const registerLineSchema = copySchema.extend({
  sort: z.literal('copy'),
  documentId: documentIdSchema,
  kind: z.enum(documentKinds),
  document: z.string(),
  pages: z.int().positive(),
  /** Number of our ficha for who may know of it. */
  caseNumber: z.string().nullable(),
  caseId: caseIdSchema.nullable(),
  /** Null also for who may not know of the ficha: a typed file name may name the person. `savedPlace` still tells. */
  savedTo: copySchema.shape.savedTo,
  /** Whether the reader may say that it is gone. */
  mayRemove: z.boolean(),
});
export type RegisterLine = z.infer<typeof registerLineSchema>;

/** A file in the register that is no copy of a paper. */
export const savedFileLineSchema = registerLineSchema
  .pick({
    ...({
      number: true,
      staffName: true,
      requestedAt: true,
      removedAt: true,
      savedTo: true,
      savedPlace: true,
    } as const),
    ...({ caseNumber: true, caseId: true, mayRemove: true } as const),
  })
  .extend({
    sort: z.literal('file'),
    id: savedFileIdSchema,
    kind: oneOf(savedFileKindLabels),
    /** As suggested; null for who may not know of the ficha, and always for the recovery sheet, whose path is null as well. */
    name: z.string().nullable(),
    state: oneOf(savedFileStateLabels),
  });
export type SavedFileLine = z.infer<typeof savedFileLineSchema>;

const anyLineSchema = z.discriminatedUnion('sort', [registerLineSchema, savedFileLineSchema]);

const outside = {
  number: true,
  staffName: true,
  requestedAt: true,
  savedTo: true,
  savedPlace: true,
  mayRemove: true,
} as const;

/** A file that is still outside. `document` and `file` are null for one's own of a ficha closed to the reader since. */
export const outsideLineSchema = z.discriminatedUnion('sort', [
  registerLineSchema.pick({ ...outside, sort: true, id: true }).extend({
    /** Null together with `document`: by its number anybody is told what the copy is of. */
    number: registerLineSchema.shape.number.nullable(),
    document: registerLineSchema.pick({ kind: true, document: true, caseNumber: true }).nullable(),
  }),
  savedFileLineSchema.pick({ ...outside, sort: true, id: true }).extend({
    file: savedFileLineSchema.pick({ kind: true, name: true, caseNumber: true }).nullable(),
  }),
]);
export type OutsideLine = z.infer<typeof outsideLineSchema>;

/** Whole, as Windows or Linux write it: a part of a path would allow every folder of that name. */
const folderDecision = z
  .strictObject({ path: cleanedText(240), isAllowed: z.boolean() })
  // What was allowed before, however wide, can always be taken back.
  .refine(({ path, isAllowed }) => !isAllowed || wholeFolder(path) !== null, {
    path: ['path'],
    error: 'Escriba la ruta completa de la carpeta, por ejemplo «\\\\servidor\\cem\\escaneos».',
  });

/** What is told of a document that somebody brings: never a person, never a case. */
export const verifiedSchema = z.strictObject({
  kind: z.enum(documentKinds),
  number: z.string(),
  issuedOn: civilDateSchema,
  /** Null for a file without pages. */
  pages: z.int().positive().nullable(),
  contentHash: z.string().length(64),
  /** State of the copy asked about; null for the document itself. */
  copyState: oneOf(copyStateLabels).nullable(),
  isRemoved: z.boolean(),
});
export type VerifiedDocument = z.infer<typeof verifiedSchema>;

export const papersContract = {
  listDocuments: readingCase('document.list', 'document.listed', { documents: z.array(issuedDocumentSchema) }),
  /** A paper by its serial number, of fichas whose papers the reader may list; nobody is named. */
  findPaper: reading('document.list', 'document.found', {
    input: z.strictObject({ number: z.string().regex(serialNumber) }),
    output: z.strictObject({
      papers: listOf({
        ...{ id: documentIdSchema, kind: z.enum(documentKinds), number: z.string() },
        ...{ caseId: caseIdSchema, caseNumber: z.string(), issuedOn: civilDateSchema },
      }),
    }),
  }),
  /** The very pages as issued; asks also for the permission to print that kind. */
  viewDocument: reading('document.list', 'document.viewed', {
    input: z.strictObject({ caseId: caseIdSchema, documentId: documentIdSchema }),
    output: z.strictObject({ file: fileHandleSchema, document: issuedDocumentSchema }),
  }),
  /** Registers one copy, then saves or prints it. In a browser the file comes back as a handle to download. */
  releaseCopy: changing('document.list', 'document.copyReleased', {
    input: z.strictObject({
      caseId: caseIdSchema,
      documentId: documentIdSchema,
      way: z.enum(copyWays),
      format: oneOf(copyFormatLabels).default('pdf'),
      edition: oneOf(copyEditionLabels).default('court'),
      recipient: cleanedText(120),
      purpose: cleanedText(120),
    }),
    output: z.strictObject({ copy: copySchema, file: fileHandleSchema.nullable() }),
    whileClosed: 'always',
  }),
  /**
   * Several copies of several papers of one case: each registered before any leaves; saved as one PDF, or printed one
   * after the other. Recipient and purpose come from each document unless said.
   */
  releaseCopies: changing('document.list', 'document.copiesReleased', {
    input: z.strictObject({
      caseId: caseIdSchema,
      batchId: batchIdSchema,
      documentIds: z.array(documentIdSchema).min(1).max(100),
      way: z.enum(copyWays),
      /** Copies of each document for who receives it, of these to come back stamped, and for the archive. */
      ...{ courtCopies: z.int().min(0).max(20), cargoCopies: z.int().min(0).max(5).default(0) },
      officeCopies: z.int().min(0).max(5),
      recipient: cleanedText(120).nullable(),
      purpose: cleanedText(120).nullable(),
      printer: z.string().max(200).nullable(),
      bothSides: z.boolean().default(false),
      reprintOf: copyIdSchema.nullable(),
    }),
    output: batchSchema,
    whileClosed: 'always',
  }),
  /** Prints what did not come out of a batch of one's own, each copy under a new number; what came out then, no more. */
  repeatCopies: changing('document.list', 'document.copiesReleased', {
    input: z.strictObject({
      caseId: caseIdSchema,
      failedBatchId: batchIdSchema,
      batchId: batchIdSchema,
      printer: z.string().max(200).nullable(),
      bothSides: z.boolean().default(false),
    }),
    output: batchSchema,
    whileClosed: 'always',
  }),
  getCopiesProgress: reading('document.list', noAudit('two numbers of a work in hand, answered from memory'), {
    input: z.strictObject({ batchId: batchIdSchema }),
    output: z.strictObject({
      progress: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative() }).nullable(),
    }),
    fromMemory: true,
  }),
  stopCopies: reading('document.list', noAudit('the batch itself says how it ended'), {
    input: z.strictObject({ batchId: batchIdSchema }),
    output: z.strictObject({}),
    fromMemory: true,
  }),
  /** «¿Se imprimió correctamente?», once a batch: those named failed, the others came out. */
  settleCopies: changing('document.list', 'document.copiesSettled', {
    input: z.strictObject({
      caseId: caseIdSchema,
      batchId: batchIdSchema,
      failed: z.array(copyIdSchema).max(mostCopiesOfBatch),
    }),
    output: z.strictObject({ confirmed: z.int().nonnegative(), failed: z.int().nonnegative() }),
    whileClosed: 'always',
  }),
  /** The paper was destroyed, or the file deleted from where it was saved: one's own, or any for Coordinación. */
  removeCopy: changing('printRegister.markRemoved', 'document.copyRemoved', {
    input: z.strictObject({ copyId: copyIdSchema }),
    output: z.strictObject({ removedAt: instantSchema }),
  }),
  /** A file that is no copy was deleted from where it was saved: one's own, or any for Coordinación. */
  removeSavedFile: changing('printRegister.markRemoved', 'file.removed', {
    input: z.strictObject({ fileId: savedFileIdSchema }),
    output: z.strictObject({ removedAt: instantSchema }),
  }),
  /** Files that were saved outside and not yet deleted from there, the oldest first. */
  listSavedOutside: readingAll('printRegister.read', 'printRegister.read', {
    lines: z.array(outsideLineSchema),
    isCut: z.boolean(),
    isWhole: z.boolean(),
    /** When it was read, by the clock of the centre: what ages are counted to. */
    asOf: instantSchema,
  }),
  /** The reader's own: how many of earlier days, and since when; null when there is none. */
  countSavedOutside: readingAll('printRegister.read', noAudit('a number and a day, asked again with every screen'), {
    files: z.int().nonnegative(),
    oldestAt: instantSchema.nullable(),
  }),
  /** Folders outside this computer where Coordinación lets files be saved. */
  listFolders: readingAll('settings.centre', noAudit('folders of this computer, no record is read'), {
    folders: z.array(z.string()),
  }),
  /** A folder on the network or copied to the internet is refused unless Coordinación lists it. */
  allowFolder: changing('settings.centre', 'folder.decided', {
    input: folderDecision,
    output: z.strictObject({ folders: z.array(z.string()) }),
  }),
  /**
   * Printers of this computer; a virtual one says so. Empty where the host has none. Whoever may let out any paper
   * chooses one: admission prints the sheet of the day.
   */
  listPrinters: readingAll('anyone-signed-in', noAudit('names of devices of this computer, no record is read'), {
    printers: listOf({ name: z.string(), isDefault: z.boolean(), isVirtual: z.boolean(), isAllowed: z.boolean() }),
  }),
  /** A printer that makes files is refused unless Coordinación lists it. */
  allowPrinter: changing('settings.centre', 'printer.decided', {
    input: z.strictObject({ name: cleanedText(200), isAllowed: z.boolean() }),
    output: z.strictObject({ isAllowed: z.boolean() }),
  }),
  /** «Registro de impresiones»: what left of one's own, or all of it for who watches over it. Newest first. */
  readPrintRegister: reading('printRegister.read', 'printRegister.read', {
    input: z.strictObject({
      from: civilDateSchema.nullable(),
      to: civilDateSchema.nullable(),
      state: oneOf(copyStateLabels).nullable(),
      way: z.enum(copyWays).nullable(),
    }),
    output: z.strictObject({ lines: z.array(anyLineSchema), isCut: z.boolean(), isWhole: z.boolean() }),
  }),
  /** «Verificar código»: by number, by the code of a file, or both. Never says of whom a paper speaks. */
  verifyDocument: reading('print.verifyNumber', 'document.verified', {
    input: z.strictObject({
      /** As it stands on the paper (`E-2026-000004`, `CEM-2026-000123`), in the file's title, or typed. */
      number: z.string().trim().max(120).nullable(),
      /** SHA-256 of the file, lower-case hex. */
      contentHash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
    }),
    output: z.strictObject({ verdict: z.enum(verdicts), documents: z.array(verifiedSchema) }),
  }),
} as const;
