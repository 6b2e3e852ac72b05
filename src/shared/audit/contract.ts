/** Reading and proving the audit («bitácora»). */
import { loginSchema, passwordSchema } from '../access/index.ts';
import { cleanedText } from '../platform/text.ts';
import { changing, reading, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fileHandleSchema, idSchema } from '../platform/ids.ts';
import { troubleSchema } from '../platform/troubles.ts';
import { oneOf, z } from '../platform/zod.ts';
import { caseVisitSchema } from './case-access.ts';
import { countedKinds } from './counted-kinds.ts';
import { sourceWords, witnessVerdicts } from './witness.ts';

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

const segmentViewSchema = z.strictObject({
  segment: z.int().positive(),
  first: z.int().positive(),
  last: z.int().positive(),
  from: instantSchema,
  action: z.string(),
  partedAt: z.int().positive(),
  proof: z.enum(['held', 'wrong', 'noKey']),
  wrongFrom: z.int().positive().nullable(),
});

const judgedWitnessSchema = z.strictObject({
  source: oneOf(sourceWords),
  name: z.string(),
  seq: z.int().positive(),
  code: z.string(),
  at: instantSchema.nullable(),
  isProven: z.boolean(),
  verdict: z.enum(witnessVerdicts),
});

export const witnessSheetIdSchema = idSchema('WitnessSheetId');

export const witnessSheetSchema = z.strictObject({
  id: witnessSheetIdSchema,
  /** «HS-2026-0007». */
  number: z.string(),
  /** Monday of its week. */
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

export const auditContract = {
  listOwnAudit: reading({
    input: z.strictObject(page),
    output: z.strictObject({ lines: z.array(auditLineSchema).max(100) }),
    permission: 'audit.readOwn',
    audit: 'audit.ownRead',
  }),
  listAudit: reading({
    input: z.strictObject(page),
    output: z.strictObject({ lines: z.array(auditLineSchema).max(100) }),
    permission: 'audit.readAll',
    audit: 'audit.read',
  }),
  /** «Quién abrió este caso»: newest day first. */
  listCaseAccess: readingCase({
    output: z.strictObject({ visits: z.array(caseVisitSchema), isCut: z.boolean() }),
    permission: 'audit.readCaseAccess',
    audit: 'audit.caseAccessRead',
  }),
  /** Hash chain without gaps and the seal of every record; with a start key also the MACs. */
  verifyRecord: reading({
    output: z.strictObject({
      isSound: z.boolean(),
      entries: z.int(),
      records: z.int(),
      /** Head of the chain: sequence and first 10 base32 characters, for the monthly sheet. */
      head: z.strictObject({ seq: z.int(), seal: z.string() }),
      problems: z.array(z.string()),
    }),
    permission: 'audit.verify',
    audit: 'audit.verified',
  }),
  /**
   * The chain against what is outside: start keys of sealed papers, heads of copies in a folder, codes on papers. When
   * everything holds and a key was typed of the segment in use, a new segment begins: its old key is known now.
   */
  proveRecord: reading({
    input: z.strictObject({
      /** `segment` null where the paper does not say it. */
      startKeys: z.array(z.strictObject({ segment: z.int().positive().nullable(), key: startKeyText })).max(40),
      /** Folder with copies or published months, its whole path; null to compare with none. */
      folder: z.string().trim().min(1).max(1000).nullable(),
      /** Asks for the folder with the dialog of the host. */
      choosesFolder: z.boolean(),
    }),
    output: z.strictObject({
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
    }),
    permission: 'audit.verify',
    audit: 'audit.proven',
  }),
  /** «Verificar código»: number of an entry and the ten characters that a paper carries beside it. */
  compareWitness: reading({
    input: z.strictObject({ seq: z.int().positive(), code: cleanedText(80) }),
    output: z.strictObject({
      verdict: z.enum(['held', 'different', 'beyond']),
      /** When that entry was written; null when there is none. */
      at: instantSchema.nullable(),
      /** The weekly sheet that carries this entry, when there is one. */
      sheet: z.string().nullable(),
    }),
    permission: 'print.verifyNumber',
    audit: 'audit.witnessCompared',
  }),
  /** Papers of the audit: the weekly sheet and the start key of the segment in use. */
  getWitnessState: reading({
    output: z.strictObject({
      segment: segmentStateSchema,
      /** Newest first, a year of them at most. */
      sheets: z.array(witnessSheetSchema).max(60),
      /** Days since the last signed sheet, or since the founding. */
      days: z.int().nonnegative(),
      isLate: z.boolean(),
    }),
    permission: 'audit.verify',
    audit: { none: 'dates and numbers of sheets, no record is read' },
  }),
  /** «Hoja semanal de la bitácora»: the head of the chain and what happened, for two signatures. */
  printWitnessSheet: changing({
    input: z.strictObject({ way }),
    output: z.strictObject({ sheet: witnessSheetSchema, file: fileHandleSchema.nullable() }),
    permission: 'audit.witness',
    audit: 'audit.sheetPrinted',
  }),
  /** «Se firmó la hoja»: its code is typed back from the signed paper. */
  signWitnessSheet: changing({
    input: z.strictObject({ sheetId: witnessSheetIdSchema, code: cleanedText(80) }),
    output: witnessSheetSchema,
    permission: 'audit.witness',
    audit: 'audit.sheetSigned',
  }),
  /** The sealed paper of the segment in use, while its key is still in memory. */
  printSegmentSheet: changing({
    input: z.strictObject({ way }),
    output: z.strictObject({ segment: z.int().positive(), file: fileHandleSchema.nullable() }),
    permission: 'audit.segmentKey',
    audit: 'audit.segmentKeyPrinted',
  }),
  /** The same key as text, for the command line; its answer is kept nowhere. */
  takeSegmentKey: reading({
    output: z.strictObject({ segment: z.int().positive(), first: z.int().positive(), key: z.string() }),
    permission: 'audit.segmentKey',
    audit: 'audit.segmentKeyTaken',
  }),
  /** A new segment, where the paper of the one in use was lost or seen by somebody. */
  startSegment: changing({
    output: segmentStateSchema,
    permission: 'audit.startSegment',
    passwordAgain: true,
    audit: 'audit.segmentAsked',
  }),
  /** Whether the record may be changed now, and what was found when it was opened or since. */
  getTroubles: reading({
    output: z.strictObject({ isReadOnly: z.boolean(), troubles: z.array(troubleSchema) }),
    permission: 'anyone-signed-in',
    audit: { none: 'what every session is told, no record is read' },
  }),
  /** What the page of the read-only state says: where the file stands, and what the copy at hand has that it lacks. */
  getReadOnlyFacts: reading({
    output: z.strictObject({
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
          more: z.array(z.strictObject({ kind: z.enum(countedKinds), count: z.int().positive() })),
        })
        .nullable(),
    }),
    permission: 'anyone-signed-in',
    audit: { none: 'what every session is told, dates and counts; no record is read' },
  }),
  /** «Seguir desde aquí»: the file as it is counts again, in a new segment; two people at the same computer (D4). */
  endReadOnly: changing({
    input: z.strictObject({ second: z.strictObject({ login: loginSchema, password: passwordSchema }) }),
    output: z.strictObject({ segment: z.int().positive(), missing: z.int().nonnegative() }),
    permission: 'readOnly.end',
    passwordAgain: true,
    inReadOnly: true,
    audit: 'readonly.ended',
  }),
} as const;
