/** First run, names of the centre, and what a window may know before anybody signs in. */
import { passwordSchema, sessionViewSchema, staffDetailsSchema } from '../access/index.ts';
import { changing, noAudit, phases, reading, readingAll } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { fileHandleSchema, versionSchema } from '../platform/ids.ts';
import { placeKinds, placeNoticeWords } from '../platform/places.ts';
import { oneOf, z } from '../platform/zod.ts';
import { hosts } from './codes.ts';
import { setUpFactsSchema } from './set-up.ts';
import { centreDetailsSchema, centreSchema, recoveryGroupSchema } from './schema.ts';

const anyPhase = [...phases];

export const centreContract = {
  getStatus: reading('anyone', noAudit('no data of the record; the database may be closed'), {
    output: z.strictObject({
      phase: z.enum(phases),
      /** Null while there is no centre. */
      isPractice: z.boolean().nullable(),
      /** Which of the two places is open; null where the program was started on a folder that somebody named. */
      place: z.strictObject({ kind: z.enum(placeKinds), notices: z.array(oneOf(placeNoticeWords)) }).nullable(),
      host: z.enum(hosts),
      /** Reason of the failure that keeps the files closed (`already-open`, `path-network` …), null when none. */
      blocked: z.string().nullable(),
      version: z.string(),
      today: civilDateSchema,
      /** By the clock of the computer that keeps the record: what is opened now begins with it. */
      now: instantSchema,
      /** When the newest verified copy outside the data folder was made; null before the first. */
      lastCopyAt: instantSchema.nullable(),
      /** Less than 500 MB are left on the disk of the record. */
      isDiskLow: z.boolean(),
    }),
    phases: anyPhase,
  }),
  /** The person at the keyboard accepts that a real centre is opened in a browser (loopback host only). */
  acceptBrowser: reading('anyone', noAudit('before any sign-in; the session that follows is audited'), {
    phases: anyPhase,
  }),
  /** Leaves this place, frees its folder and opens the other one. Refused while somebody has a session. */
  choosePlace: reading('anyone', noAudit('no session is open; neither register is opened by it'), {
    input: z.strictObject({ place: z.enum(placeKinds) }),
    phases: anyPhase,
  }),
  /** Makes keys, database and first coordinator in an empty folder; data entry waits for the recovery key. */
  foundCentre: reading('anyone', 'centre.founded', {
    input: z.strictObject({
      centre: centreDetailsSchema,
      isPractice: z.boolean(),
      coordinator: staffDetailsSchema,
      passphrase: passwordSchema,
    }),
    output: z.strictObject({
      /** Shown once, printed, never stored: 14 groups of 4. */
      recoveryKey: z.array(z.string()).length(14),
      /** Start key of the first segment of the audit, 64 hexadecimal digits: on the same sheet, for whoever audits. */
      auditStartKey: z.string(),
      /** The four positions that must be typed back. */
      asked: z.array(z.int()).length(4),
      session: sessionViewSchema,
    }),
    phases: ['empty'],
  }),
  /** The recovery sheet as PDF; only while the key is still in memory of this process. */
  printRecoverySheet: reading('settings.centre', 'recovery.sheetPrinted', {
    output: z.strictObject({ file: fileHandleSchema }),
    phases: ['founding'],
  }),
  getFounding: reading('settings.centre', 'recovery.asked', {
    output: z.strictObject({ asked: z.array(z.int()).length(4) }),
    phases: ['founding'],
  }),
  /** Compares four groups from paper; only then the centre is ready for data. */
  confirmRecoveryKey: changing('settings.centre', 'recovery.confirmed', {
    input: z.strictObject({ groups: z.array(recoveryGroupSchema).length(4) }),
    phases: ['founding'],
  }),
  getCentre: reading('settings.read', noAudit('names of the centre, no person'), {
    output: centreSchema.extend({
      /** Of the key that signs what the centre publishes: who receives it compares it. */
      fingerprint: z.string(),
    }),
    phases: ['founding', 'ready'],
  }),
  /** What a new centre still lacks, in numbers. */
  readSetUp: reading('settings.centre', noAudit('how many of what a centre keeps, no person'), {
    output: setUpFactsSchema,
  }),
  /** Whether the date of this computer is in doubt, and what it is now. */
  getDateState: readingAll('settings.read', noAudit('the clock of the computer, no data of the record'), {
    now: instantSchema,
    /** Null when the date was believable or has been confirmed. */
    doubt: z.strictObject({ kind: z.enum(['back', 'forward']), lastAt: instantSchema }).nullable(),
  }),
  /** Coordinación looked at the date and it is right; until then no month is closed (bad inputs, row 46). */
  confirmDate: changing('settings.centre', 'clock.confirmed'),
  changeCentre: changing('settings.centre', 'centre.changed', {
    input: z.strictObject({ version: versionSchema, centre: centreDetailsSchema }),
    output: centreSchema,
  }),
} as const;
