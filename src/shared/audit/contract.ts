/** Reading and proving the audit («bitácora»). */
import { loginSchema, passwordSchema } from '../access/index.ts';
import { cleanedText } from '../platform/text.ts';
import { changing, noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fileHandleSchema, idSchema } from '../platform/ids.ts';
import { troubleSchema } from '../platform/troubles.ts';
import { listOf, z } from '../platform/zod.ts';
import { caseVisitSchema } from './case-access.ts';
import { judgedWitnessSchema, segmentViewSchema } from './witness.ts';

/** Kinds of records that are counted where a record is compared with itself at another time: the weekly sheet, a copy. */
export const countedKinds = [
  ...(['queue_entry', 'person', 'case_file', 'partner_risk_form', 'attention', 'interview', 'consent'] as const),
  ...(['filing', 'referral', 'attachment', 'issued_document', 'document_copy', 'staff_member'] as const),
] as const;

export const auditLineSchema = z.strictObject({
  seq: z.int().positive(),
  at: instantSchema,
  /** Name of the staff member; null for the program itself. */
  staffName: z.string().nullable(),
  /** Name of the computer. What was written before it had one says the kind of host. */
  device: z.string(),
  action: z.string(),
  objectKind: z.string().nullable(),
  /** Number of the case or document, never a name. */
  objectNumber: z.string().nullable(),
  outcome: z.enum(['ok', 'denied', 'failed']),
});
export type AuditLine = z.infer<typeof auditLineSchema>;

/** A start key as printed: 64 hexadecimal digits, in groups or not; more would be no key. */
const startKeyText = z.string().trim().min(1).max(200);

export const witnessSheetIdSchema = idSchema('WitnessSheetId');

export const witnessSheetSchema = z.strictObject({
  id: witnessSheetIdSchema,
  /** «HS-2026-0007». */
  number: z.string(),
  week: z.string(),
  seq: z.int().positive(),
  printedAt: instantSchema,
  printedBy: z.string(),
  /** When its code was typed back from the signed paper, and by whom; null while it was not. */
  signedAt: instantSchema.nullable(),
  signedBy: z.string().nullable(),
});
export type WitnessSheet = z.infer<typeof witnessSheetSchema>;

/** Start key of a segment, as its paper stands. */
export const segmentStateSchema = z.strictObject({
  segment: z.int().positive(),
  first: z.int().positive(),
  from: instantSchema,
  /** `onPaper`: it was handed out. `waiting`: still in memory, print it now. `lost`: begin a new segment. */
  paper: z.enum(['onPaper', 'waiting', 'lost']),
  /** The key is still in memory: it can be printed, again too. */
  isHeld: z.boolean(),
});
export type SegmentState = z.infer<typeof segmentStateSchema>;

const way = z.enum(['save', 'print']);

const page = { before: z.int().positive().nullable() };

const toldToAll = noAudit('what every session is told, dates and counts; no record is read');

export const auditContract = {
  listOwnAudit: reading('audit.readOwn', 'audit.ownRead', {
    input: page,
    output: { lines: z.array(auditLineSchema).max(100) },
  }),
  listAudit: reading('audit.readAll', 'audit.read', {
    input: page,
    output: { lines: z.array(auditLineSchema).max(100) },
  }),
  /** «Quién abrió este caso»: newest day first. */
  listCaseAccess: readingCase('audit.readCaseAccess', 'audit.caseAccessRead', {
    visits: z.array(caseVisitSchema),
    isCut: z.boolean(),
  }),
  /** Hash chain without gaps and the seal of every record; with a start key also the MACs. */
  verifyRecord: readingAll('audit.verify', 'audit.verified', {
    isSound: z.boolean(),
    entries: z.int(),
    records: z.int(),
    /** Head of the chain: sequence and first 10 base32 characters, for the monthly sheet. */
    head: z.strictObject({ seq: z.int(), seal: z.string() }),
    problems: z.array(z.string()),
  }),
  /**
   * The chain against what is outside: start keys of sealed papers, heads of copies in a folder, codes on papers. When
   * everything holds and a key was typed of the segment in use, a new segment begins: its old key is known now.
   */
  proveRecord: reading('audit.verify', 'audit.proven', {
    input: {
      /** `segment` null where the paper does not say it. */
      startKeys: listOf({ segment: z.int().positive().nullable(), key: startKeyText }).max(40),
      /** Folder with copies or published months, its whole path; null to compare with none. */
      folder: z.string().trim().min(1).max(1000).nullable(),
      /** Asks for the folder with the dialog of the host. */
      choosesFolder: z.boolean(),
    },
    output: {
      isSound: z.boolean(),
      entries: z.int(),
      head: z.strictObject({ seq: z.int(), seal: z.string() }),
      brokenAt: z.int().positive().nullable(),
      segments: z.array(segmentViewSchema),
      /** Everything compared that does not hold, and the newest that does. */
      witnesses: z.array(judgedWitnessSchema),
      compared: z.int().nonnegative(),
      /** The newest entry that something outside confirms; null when nothing does. */
      holdsUntil: z.int().positive().nullable(),
      problems: z.array(z.string()),
      /** Number of the segment that began because a key was typed; its paper waits to be printed. */
      newSegment: z.int().positive().nullable(),
    },
  }),
  /** «Verificar código»: number of an entry and the ten characters that a paper carries beside it. */
  compareWitness: reading('print.verifyNumber', 'audit.witnessCompared', {
    input: { seq: z.int().positive(), code: cleanedText(80) },
    output: {
      verdict: z.enum(['held', 'different', 'beyond']),
      /** When that entry was written; null when there is none. */
      at: instantSchema.nullable(),
      /** The weekly sheet that carries this entry, when there is one. */
      sheet: z.string().nullable(),
    },
  }),
  /** Papers of the audit: the weekly sheet and the start key of the segment in use. */
  getWitnessState: readingAll('audit.verify', noAudit('dates and numbers of sheets, no record is read'), {
    segment: segmentStateSchema,
    /** Newest first, a year of them at most. */
    sheets: z.array(witnessSheetSchema).max(60),
    /** Days since the last signed sheet, or since the founding. */
    days: z.int().nonnegative(),
    isLate: z.boolean(),
  }),
  /** «Hoja semanal de la bitácora»: the head of the chain and what happened, for two signatures. */
  printWitnessSheet: changing('audit.witness', 'audit.sheetPrinted', {
    input: { way },
    output: { sheet: witnessSheetSchema, file: fileHandleSchema.nullable() },
  }),
  /** «Se firmó la hoja»: its code is typed back from the signed paper. */
  signWitnessSheet: changing('audit.witness', 'audit.sheetSigned', {
    input: { sheetId: witnessSheetIdSchema, code: cleanedText(80) },
    output: witnessSheetSchema,
  }),
  /** The sealed paper of the segment in use, while its key is still in memory. */
  printSegmentSheet: changing('audit.segmentKey', 'audit.segmentKeyPrinted', {
    input: { way },
    output: { segment: z.int().positive(), file: fileHandleSchema.nullable() },
  }),
  /** The same key as text, for the command line; its answer is kept nowhere. */
  takeSegmentKey: readingAll('audit.segmentKey', 'audit.segmentKeyTaken', {
    segment: z.int().positive(),
    first: z.int().positive(),
    key: z.string(),
  }),
  /** A new segment, where the paper of the one in use was lost or seen by somebody. */
  startSegment: changing('audit.startSegment', 'audit.segmentAsked', {
    output: segmentStateSchema,
    passwordAgain: true,
  }),
  /** Whether the record may be changed now, and what was found when it was opened or since. */
  getTroubles: readingAll('anyone-signed-in', noAudit('what every session is told, no record is read'), {
    isReadOnly: z.boolean(),
    troubles: z.array(troubleSchema),
  }),
  /** What the page of the read-only state says: where the file stands, and what the copy at hand has that it lacks. */
  getReadOnlyFacts: readingAll('anyone-signed-in', toldToAll, {
    isReadOnly: z.boolean(),
    troubles: z.array(troubleSchema),
    /** The last entry that the file has now. */
    head: z.strictObject({ seq: z.int().positive(), at: instantSchema }),
    /** The copy at hand that reaches furthest; null when none is there. */
    copy: z
      .strictObject({
        path: z.string(),
        at: instantSchema,
        seq: z.int().positive(),
        /** It has more than what the file shared with it: restoring it brings something back. */
        isAhead: z.boolean(),
        /** What it has more of, by kind. */
        more: listOf({ kind: z.enum(countedKinds), count: z.int().positive() }),
      })
      .nullable(),
  }),
  /** «Seguir desde aquí»: the file as it is counts again, in a new segment; two people at the same computer (D4). */
  endReadOnly: changing('readOnly.end', 'readonly.ended', {
    input: { second: z.strictObject({ login: loginSchema, password: passwordSchema }) },
    output: { segment: z.int().positive(), missing: z.int().nonnegative() },
    passwordAgain: true,
    inReadOnly: true,
  }),
} as const;
