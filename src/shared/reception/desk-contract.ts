/** What else reaches the desk: booked visits, questions about another person, calls of institutions, the directory. */
import { officeIdSchema } from '../directory/index.ts';
import { changing, reading, readingAll } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { arrivalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { callAnswerLabels } from './codes.ts';
import {
  bookingSchema,
  inquiryIdSchema,
  inquirySchema,
  institutionCallIdSchema,
  institutionCallLineSchema,
  institutionCallSchema,
  visitIdSchema,
  visitLineSchema,
} from './schema.ts';

const ofVisit = { visitId: visitIdSchema, version: versionSchema };
const ofCall = { callId: institutionCallIdSchema, version: versionSchema };

export const deskContract = {
  listVisits: reading('appointment.read', 'visit.listed', {
    input: z.strictObject({ day: civilDateSchema }),
    output: z.strictObject({
      /** Clock of the application. */
      now: instantSchema,
      visits: z.array(visitLineSchema),
      /** Professionals who can be named. */
      staff: listOf({ staffId: staffIdSchema, name: z.string() }),
    }),
  }),
  bookVisit: changing('appointment.write', 'visit.booked', {
    input: bookingSchema,
    output: z.strictObject({ visitId: visitIdSchema }),
  }),
  cancelVisit: changing('appointment.write', 'visit.cancelled', { input: z.strictObject(ofVisit) }),
  /** The day of the visit is here or over, and she did not come. */
  missVisit: changing('appointment.write', 'visit.missed', { input: z.strictObject(ofVisit) }),
  /** She came: the visit becomes an arrival of the board. */
  checkInVisit: changing('case.open', 'visit.arrived', {
    input: z.strictObject(ofVisit),
    output: z.strictObject({ arrivalId: arrivalIdSchema, label: z.string(), mustCall: z.boolean() }),
  }),
  /** The answer is empty and the same whether or not the person exists. */
  recordInquiry: changing('case.open', 'inquiry.recorded', { input: inquirySchema }),
  listInquiries: readingAll('inquiry.read', 'inquiry.listed', {
    inquiries: listOf({
      ...{ ...inquirySchema.shape, inquiryId: inquiryIdSchema, askedAt: instantSchema, takenBy: z.string() },
    }),
  }),
  recordInstitutionCall: changing('case.open', 'institutionCall.recorded', {
    input: institutionCallSchema,
    output: z.strictObject({ callId: institutionCallIdSchema }),
  }),
  /** Last 50, open ones first. */
  listInstitutionCalls: readingAll('case.open', 'institutionCall.listed', {
    calls: z.array(institutionCallLineSchema),
  }),
  /** Says which entry of the directory it was, when that was not known while the call came in. */
  identifyInstitution: changing('case.open', 'institutionCall.identified', {
    input: z.strictObject({ ...ofCall, officeId: officeIdSchema }),
  }),
  /** Records that the number of the directory was called and the caller was there. */
  recordCallBack: changing('case.open', 'institutionCall.calledBack', { input: z.strictObject(ofCall) }),
  /** «Se informó» only after the call back. */
  answerInstitution: changing('case.open', 'institutionCall.answered', {
    input: z.strictObject({ ...ofCall, answer: oneOf(callAnswerLabels) }),
  }),
} as const;
