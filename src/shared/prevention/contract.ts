/** Prevention: activities planned, done and cancelled, and programmes with what they found and changed. */
import { filePieceSchema } from '../attachments/index.ts';
import { changing, noAudit, reading } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, monthSchema, timeOfDaySchema } from '../platform/dates.ts';
import { fileHandleSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { keptProcedures, valuesSchema } from '../record/index.ts';
import { activity, activityIdSchema, programme, programmeIdSchema } from './activity.ts';
import { attendanceSchema, resultFields, resultSchema } from './attendance.ts';
import { activityStateLabels, cancelReasonLabels } from './codes.ts';
import { evidenceFactsSchema, evidenceSchema, preventionFileIdSchema } from './evidence.ts';
import { groupSchema } from './group.ts';
import { measureSchema } from './measure.ts';
import { scoreSchema } from './score.ts';
import { termListLabels } from './terms.ts';

/** What is typed and not saved yet: its author's, erased with the save. */
export const preventionDraftSchema = z.union([
  z.literal('prevention-plan'),
  z.templateLiteral(['prevention-plan-', z.uuid()]),
  z.templateLiteral(['prevention-result-', z.uuid()]),
  z.templateLiteral(['prevention-group-', z.uuid()]),
]);
export type PreventionDraftForm = z.infer<typeof preventionDraftSchema>;

const rights = { read: 'prevention.read', write: 'prevention.write' } as const;
const activities = keptProcedures(activity, rights);
const programmes = keptProcedures(programme, rights);

export const cancelSchema = z
  .strictObject({ code: oneOf(cancelReasonLabels), words: cleanedText(200).nullable() })
  .refine(({ code, words }) => (code === 'other') === (words !== null), {
    path: ['words'],
    error: 'Escriba el motivo.',
  });

/** How an activity stands; `version` is null while nothing was said of it. */
const standingSchema = z.strictObject({
  state: oneOf(activityStateLabels),
  version: versionSchema.nullable(),
  result: valuesSchema(resultFields).safeExtend({ attendance: attendanceSchema }).nullable(),
  cancelled: cancelSchema.nullable(),
});

const ageSchema = z.strictObject({ code: z.string(), label: z.string(), isChild: z.boolean() });
export const activityViewSchema = z.strictObject({
  ...{ activity: activities.keep.output, standing: standingSchema },
  /** Columns of its attendance, as they count on its day. */
  ages: z.array(ageSchema),
  isMedia: z.boolean(),
  /** The closed month that counted it: no later one does, whatever its date is now. */
  countedIn: monthSchema.nullable(),
  files: z.array(evidenceSchema),
  isLead: z.boolean(),
});
export type ActivityView = z.infer<typeof activityViewSchema>;

const sessionSchema = z.strictObject({
  activityId: activityIdSchema,
  number: z.int(),
  heldOn: civilDateSchema,
  startsAt: timeOfDaySchema,
  state: oneOf(activityStateLabels),
  people: z.int(),
});
const programmeViewSchema = z.strictObject({
  programme: programmes.keep.output,
  /** By their number; those withdrawn left out. */
  sessions: z.array(sessionSchema),
  /** What its participants by code come to; their rows are read apart. */
  measure: measureSchema.nullable(),
  /** Totals that were typed. */
  score: scoreSchema.nullable(),
  scoreVersion: versionSchema.nullable(),
});
export type ProgrammeView = z.infer<typeof programmeViewSchema>;

/**
 * Cases that the prevention staff brought in, of the closed months of the year of the last one, as each closing counted them:
 * a number, never a case. What is reserved, annulled or corrected later does not move it. Null: no month was closed.
 */
const insertedSchema = z
  .strictObject({
    ...{ year: z.int(), through: monthSchema, cases: z.int() },
  })
  .nullable();

const listedTermSchema = z.strictObject({
  ...{ code: z.string(), list: oneOf(termListLabels), label: z.string() },
  ...{ officialCode: z.string().nullable(), isMedia: z.boolean(), isUsed: z.boolean() },
});

const target = { activityId: activityIdSchema, version: versionSchema.nullable() };
const answer = z.strictObject({ version: versionSchema });

const pieceBytes = noAudit('bytes in memory of the session: the entry is that of the added file');

export const preventionContract = {
  keepPreventionActivity: activities.keep,
  retirePreventionActivity: activities.retire,
  listPreventionActivityChanges: activities.changes,
  keepPreventionProgramme: programmes.keep,
  retirePreventionProgramme: programmes.retire,
  listPreventionProgrammeChanges: programmes.changes,
  readPrevention: reading(rights.read, 'prevention.read', {
    /** Null: the month of today. */
    input: z.strictObject({ month: monthSchema.nullable() }),
    output: z.strictObject({
      today: civilDateSchema,
      month: monthSchema,
      /** Of the month, and whatever still waits for its attendance or is to come. */
      activities: z.array(activityViewSchema),
      programmes: z.array(programmeViewSchema),
      /** Months that were closed: what was published of them stays, whatever is written later. */
      closedMonths: z.array(monthSchema),
      inserted: insertedSchema,
      terms: z.array(listedTermSchema),
      staff: listOf({ id: staffIdSchema, fullName: z.string() }),
    }),
  }),
  countPrevention: reading(rights.read, noAudit('one number, asked again with every screen'), {
    /** Activities whose day is past and whose attendance nobody wrote. */
    output: z.strictObject({ open: z.int() }),
  }),
  recordPreventionResult: changing(rights.write, 'prevention.resultRecorded', {
    input: z.strictObject({ ...target, result: resultSchema }),
    output: answer,
  }),
  cancelPreventionActivity: changing(rights.write, 'prevention.cancelled', {
    input: z.strictObject({ ...target, reason: cancelSchema }),
    output: answer,
  }),
  /** It was said to be done, or cancelled, by mistake: what was written stays in its history. */
  replanPreventionActivity: changing(rights.write, 'prevention.replanned', {
    input: z.strictObject({ activityId: activityIdSchema, version: versionSchema }),
    output: answer,
  }),
  keepPreventionScore: changing(rights.write, 'prevention.scoreKept', {
    input: z.strictObject({
      programmeId: programmeIdSchema,
      version: versionSchema.nullable(),
      score: scoreSchema,
    }),
    output: answer,
  }),
  /** The rows by code of one programme: for who may read the answers of each, and for no list, file or paper. */
  readPreventionGroup: reading('prevention.readGroup', 'prevention.groupRead', {
    input: z.strictObject({ programmeId: programmeIdSchema }),
    output: z.strictObject({
      group: groupSchema.nullable(),
      version: versionSchema.nullable(),
      ages: z.array(ageSchema),
    }),
  }),
  keepPreventionGroup: changing(rights.write, 'prevention.groupKept', {
    input: z.strictObject({ programmeId: programmeIdSchema, version: versionSchema.nullable(), group: groupSchema }),
    output: answer,
  }),
  /** One piece of a chosen file, kept in memory of the session until `addPreventionFile`. */
  sendPreventionPiece: reading('prevention.addFile', pieceBytes, {
    input: filePieceSchema,
    output: z.strictObject({ received: z.int() }),
  }),
  addPreventionFile: changing('prevention.addFile', 'prevention.fileAdded', {
    input: z.strictObject({
      ...{ activityId: activityIdSchema, fileId: z.uuid(), fileName: z.string().min(1).max(1000) },
      facts: evidenceFactsSchema,
    }),
    output: z.strictObject({ id: preventionFileIdSchema }),
  }),
  /** A copy to be seen: it can be neither saved nor printed. */
  viewPreventionFile: reading('prevention.readFile', 'prevention.fileOpened', {
    input: z.strictObject({ id: preventionFileIdSchema }),
    output: z.strictObject({
      shownAs: z.enum(['pages', 'image', 'nothing']),
      file: fileHandleSchema.nullable(),
    }),
  }),
  /** Its bytes go too: a permission may be taken back. */
  erasePreventionFile: changing('prevention.addFile', 'prevention.fileErased', {
    input: z.strictObject({ id: preventionFileIdSchema, version: versionSchema }),
  }),
  readPreventionDraft: reading(rights.read, noAudit('own work that is not saved yet'), {
    input: z.strictObject({ form: preventionDraftSchema }),
    output: z.strictObject({ body: z.string().nullable(), savedAt: instantSchema.nullable() }),
  }),
  /** Null erases it. */
  keepPreventionDraft: changing(rights.write, noAudit('own work that is not saved yet: its save writes the entry'), {
    input: z.strictObject({ form: preventionDraftSchema, body: z.string().max(500_000).nullable() }),
  }),
  /** Who changed what was written of how it ended. */
  listPreventionResultChanges: reading(rights.read, 'prevention.resultChangesRead', {
    input: z.strictObject({ activityId: activityIdSchema }),
    output: activities.changes.output,
  }),
} as const;
