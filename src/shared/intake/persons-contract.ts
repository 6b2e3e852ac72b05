/** The persons of a case: who has a part in it, what is known of each, and where else she stands. */
import { changeReasonSchema } from '../history/index.ts';
import { personRecordSchema } from '../people/index.ts';
import { changing, reading, readingCase } from '../platform/contract.ts';
import { civilDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { fieldIssueSchema } from '../platform/failures.ts';
import { caseIdSchema, personIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { changeSetSchema } from './form-contract.ts';
import {
  participantPersonSchema,
  participantRefSchema,
  participantSchema,
  participationSchema,
} from './participants.ts';
import { caseStateLabels } from './schema.ts';

const ofPerson = { caseId: caseIdSchema, personId: personIdSchema };

export const caseRoleLabels = {
  user: 'Persona usuaria',
  aggressor: 'Presunta persona agresora',
  informant: 'Persona informante',
  participant: 'Familia u otra persona',
} as const;
export type CaseRole = keyof typeof caseRoleLabels;

/** One ficha in which she stands; what the reader may not open is absent, or only number and date. */
export const timelineCaseSchema = z.strictObject({
  caseId: caseIdSchema.nullable(),
  number: z.string(),
  admittedOn: civilDateSchema,
  roles: z.array(oneOf(caseRoleLabels)),
  state: oneOf(caseStateLabels).nullable(),
  /** Newest first, as the history of that ficha tells them. */
  events: listOf({ id: z.string(), on: civilDateSchema, time: timeOfDaySchema.nullable(), words: z.string() }),
});
export type TimelineCase = z.infer<typeof timelineCaseSchema>;

export const personsContract = {
  listCasePersons: readingCase('registerForm.readA', 'participant.listed', {
    /** The pair and the informant, as they stand in Section A. */
    main: listOf({
      role: z.enum(['user', 'aggressor', 'informant']),
      personId: personIdSchema,
      name: z.string(),
    }),
    participants: z.array(participantSchema),
    warnings: listOf({ participantId: z.uuid().nullable(), message: z.string() }),
  }),
  addParticipant: changing('registerForm.writeA', 'participant.added', {
    input: z.strictObject({ ...ofCase, who: participantPersonSchema, part: participationSchema }),
    output: z.strictObject({ participantId: participantRefSchema.shape.participantId, personId: personIdSchema }),
  }),
  changeParticipant: changing('registerForm.writeA', 'participant.changed', {
    input: z.strictObject({ ...participantRefSchema.shape, version: versionSchema, part: participationSchema }),
  }),
  removeParticipant: changing('registerForm.writeA', 'participant.removed', {
    input: z.strictObject({ ...participantRefSchema.shape, version: versionSchema }),
  }),
  getCasePerson: reading('registerForm.readA', 'person.read', {
    input: z.strictObject(ofPerson),
    output: z.strictObject({
      record: personRecordSchema,
      version: versionSchema,
      name: z.string(),
      roles: z.array(oneOf(caseRoleLabels)),
      warnings: z.array(fieldIssueSchema),
      /** Telephones of `record` that the presumed aggressor of this case has too. */
      sharedWithAggressor: z.array(z.int()),
      /** The case counts: a changed fact needs a reason. */
      needsReason: z.boolean(),
    }),
  }),
  saveCasePerson: changing('registerForm.writeA', 'person.saved', {
    input: z.strictObject({
      ...ofPerson,
      version: versionSchema,
      record: personRecordSchema,
      reason: changeReasonSchema.nullable().default(null),
    }),
    output: z.strictObject({ version: versionSchema, warnings: z.array(fieldIssueSchema) }),
  }),
  /** What was changed of this person in the cases that the reader may open, newest first. */
  listPersonChanges: reading('registerForm.readB', 'person.changesRead', {
    input: z.strictObject(ofPerson),
    output: z.strictObject({ sets: z.array(changeSetSchema) }),
  }),
  /** Every ficha in which she has a part, inside what the reader may see. */
  getPersonTimeline: reading('registerForm.readB', 'person.timelineRead', {
    input: z.strictObject(ofPerson),
    output: z.strictObject({ cases: z.array(timelineCaseSchema) }),
  }),
} as const;
