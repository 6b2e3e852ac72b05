/** The computers of the centre: which one keeps the record, and which ones are connected to it (Centro › Computadoras). */
import { changing, noAudit, phases, reading, readingCase } from '../platform/contract.ts';
import { copyKeySchema, restorePreviewSchema } from '../backup/index.ts';
import { loginSchema, passwordSchema } from '../access/index.ts';
import { folderPathSchema } from '../platform/typed-path.ts';
import { instantSchema } from '../platform/dates.ts';
import { idSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { updateSchema } from '../program/index.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { refusalLabels, revokeReasonLabels } from './codes.ts';

export const keptCopyNameSchema = z.string().regex(/^backup-\d{8}t\d{6}z-\d{1,12}$/);

/** A verified copy of the record that stands at a companion. */
const keptCopySchema = z.strictObject({ name: keptCopyNameSchema, madeAt: instantSchema });
export type KeptCopy = z.infer<typeof keptCopySchema>;

export const companionIdSchema = idSchema('CompanionId');

/** Dotted address in the local network of the centre. */
export const addressSchema = z.ipv4();
const wrongPort = 'Escriba un número de 1024 a 65535.';
export const portSchema = z.int(wrongPort).min(1024, wrongPort).max(65_535, wrongPort);
/** As people write it on the case of the computer: «PSICOLOGIA-PC». No name of a person. */
export const computerNameSchema = cleanedText(40);

export const companionSchema = z.strictObject({
  companionId: companionIdSchema,
  version: versionSchema,
  name: z.string(),
  pairedAt: instantSchema,
  pairedBy: z.string(),
  /**
   * False once it was disconnected; also where the record knows nothing of that, since it was restored from a copy of
   * before: who was disconnected stays so.
   */
  mayConnect: z.boolean(),
  /** Null while the record knows nothing of it. */
  revokedAt: instantSchema.nullable(),
  revokedBy: z.string().nullable(),
  isConnected: z.boolean(),
  people: z.array(z.string()),
  /** When the newest verified copy kept there was made; null while there is none. */
  copyAt: instantSchema.nullable(),
});
export type Companion = z.infer<typeof companionSchema>;

/** Somebody who was not let in, since the program was started. */
const refusedSchema = z.strictObject({
  why: oneOf(refusalLabels),
  address: z.string(),
  /** Name of the companion; null for a stranger. */
  name: z.string().nullable(),
  times: z.int().positive(),
  lastAt: instantSchema,
});

export const computersSchema = z.strictObject({
  /** Name of the computer where this is read. */
  here: z.string(),
  /** Whether that is the one that keeps the record. */
  isKeeper: z.boolean(),
  keeper: z.strictObject({
    name: z.string(),
    isOn: z.boolean(),
    /** Where companions reach it; null before it was switched on. */
    address: addressSchema.nullable(),
    port: portSchema,
    /** Addresses this computer has in its networks, to choose one. */
    addresses: listOf({ address: addressSchema, network: z.string() }),
  }),
  companions: z.array(companionSchema),
  /** Copies of the record at other computers of the centre. */
  copies: z.strictObject({
    /** How many of them have one of the last 24 h. */
    fresh: z.int().nonnegative(),
    /** True while fewer than two have one, or not the only one there is: less than is needed when this computer breaks. */
    isFew: z.boolean(),
  }),
  refused: z.array(refusedSchema),
});
export type Computers = z.infer<typeof computersSchema>;

/** Somebody else who has the same case open. */
const otherSchema = z.strictObject({ name: z.string(), device: z.string(), since: instantSchema });
export type Other = z.infer<typeof otherSchema>;

export const companionsContract = {
  getComputers: reading('companions.read', noAudit('names of computers; nothing of a person is read'), {
    output: computersSchema,
  }),
  /** Companions may connect from now on, and after each start. Only at the computer that keeps the record. */
  turnKeeperOn: changing('companions.manage', 'companion.keeperOn', {
    input: { address: addressSchema, port: portSchema },
    passwordAgain: true,
  }),
  turnKeeperOff: changing('companions.manage', 'companion.keeperOff'),
  /** A code of one use for ten minutes: whoever types it at another computer connects that one. */
  offerPairing: changing('companions.manage', 'companion.offered', {
    output: { until: instantSchema },
    passwordAgain: true,
  }),
  /** The code that stands, in groups of four; null once it was used, withdrawn, or its time is over. */
  readPairingCode: reading('companions.manage', noAudit('the code of the offer that stands in the audit'), {
    output: {
      offer: z.strictObject({ groups: z.array(z.string()), until: instantSchema }).nullable(),
    },
    fromMemory: true,
  }),
  withdrawPairing: changing('companions.manage', 'companion.offerWithdrawn'),
  /** Its line is cut at once and it is never let in again; what it typed and did not send is lost. */
  revokeCompanion: changing('companions.manage', 'companion.revoked', {
    input: {
      companionId: companionIdSchema,
      version: versionSchema,
      reason: oneOf(revokeReasonLabels),
    },
  }),
  /** The window has this case open: answers who else has it, and is told what becomes of it from now on. */
  lookAtCase: readingCase('case.list', noAudit('the case itself is opened by other calls, which say so'), {
    others: z.array(otherSchema),
  }),
  /** It has none open any more. */
  leaveCase: reading('anyone-signed-in', noAudit('nothing is read'), { fromMemory: true }),
  /** Since when another computer keeps the record that stands here; null where this one does. Known without any key. */
  getKeeperMove: reading('anyone', noAudit('a day; nothing of the record is read'), {
    output: { movedAt: instantSchema.nullable() },
    phases: [...phases],
  }),
  /** At a companion, answered by itself: the copies of the record that it keeps, newest first. */
  listKeptCopies: reading('anyone', noAudit('there is no record here; names and days of encrypted copies'), {
    output: {
      copies: z.array(keptCopySchema),
    },
    phases: ['empty'],
  }),
  /** At a companion, answered by itself: what such a copy holds; changes nothing. */
  previewKeptCopy: reading('anyone', noAudit('there is no record here; the restore that follows is written down'), {
    input: { name: keptCopyNameSchema, by: copyKeySchema },
    output: restorePreviewSchema,
    phases: ['empty'],
  }),
  /**
   * «Esta computadora guardará el registro»: at a companion, answered by itself, from one of its copies. Two people of the
   * copy, or the paper key. What was written at the other computer after that copy stays there.
   */
  becomeKeeper: reading('anyone', 'backup.restored', {
    input: {
      name: keptCopyNameSchema,
      by: copyKeySchema,
      second: z.strictObject({ login: loginSchema, password: passwordSchema }).nullable(),
      /** The start key of the new segment is handed out in the answer; else it waits for its sheet. */
      takesStartKey: z.boolean().default(false),
    },
    output: { segment: z.int().positive(), startKey: z.string().nullable() },
    phases: ['empty'],
  }),
  /** At a companion of another version, answered by itself: the installer, from the signed file that the keeper has. */
  takeUpdate: reading('anyone', noAudit('there is no record here; a file of the publisher is verified'), {
    input: { folder: folderPathSchema },
    output: { ...updateSchema.shape, installer: z.string() },
    phases: ['empty'],
  }),
  /**
   * At a computer without a record, or with one that another computer keeps now (`getKeeperMove`): it becomes a companion of
   * the one whose code was typed. Such a record goes aside for 30 days, and only for a keeper of its own centre; every other
   * one stays.
   */
  joinKeeper: reading('anyone', noAudit('no record is kept here; the computer that keeps it writes it down'), {
    input: {
      address: addressSchema,
      port: portSchema,
      /** As read from the screen of the other computer. */
      code: z.string().trim().min(1).max(60),
      name: computerNameSchema,
    },
    output: { centreName: z.string() },
    // Of the records that stand, the service takes those alone that have moved.
    phases: [...phases],
  }),
  /**
   * At a companion whose keeper lets it in no more, or does not answer: it is a computer without a record again. Answered
   * there, never by the keeper.
   */
  leaveKeeper: reading('anyone', noAudit('there is no record here'), { phases: ['empty', 'founding', 'ready'] }),
} as const;
