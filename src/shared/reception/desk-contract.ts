/** What else reaches the desk: booked visits, questions about another person, calls of institutions, the directory. */
import { officeIdSchema } from '../directory/index.ts';
import { changing, reading } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { arrivalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { oneOf, z } from '../platform/zod.ts';
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
  listVisits: reading({
    input: z.strictObject({ day: civilDateSchema }),
    output: z.strictObject({
      /** Clock of the application. */
      now: instantSchema,
      visits: z.array(visitLineSchema),
      /** Professionals who can be named. */
      staff: z.array(z.strictObject({ staffId: staffIdSchema, name: z.string() })),
    }),
    permission: 'appointment.read',
    audit: 'visit.listed',
  }),
  bookVisit: changing({
    input: bookingSchema,
    output: z.strictObject({ visitId: visitIdSchema }),
    permission: 'appointment.write',
    audit: 'visit.booked',
  }),
  cancelVisit: changing({
    input: z.strictObject(ofVisit),
    permission: 'appointment.write',
    audit: 'visit.cancelled',
  }),
  /** The day of the visit is here or over, and she did not come. */
  missVisit: changing({
    input: z.strictObject(ofVisit),
    permission: 'appointment.write',
    audit: 'visit.missed',
  }),
  /** She came: the visit becomes an arrival of the board. */
  checkInVisit: changing({
    input: z.strictObject(ofVisit),
    output: z.strictObject({ arrivalId: arrivalIdSchema, label: z.string(), mustCall: z.boolean() }),
    permission: 'case.open',
    audit: 'visit.arrived',
  }),
  /** The answer is empty and the same whether or not the person exists. */
  recordInquiry: changing({
    input: inquirySchema,
    permission: 'case.open',
    audit: 'inquiry.recorded',
  }),
  listInquiries: reading({
    output: z.strictObject({
      inquiries: z.array(
        z.strictObject({
          ...{ ...inquirySchema.shape, inquiryId: inquiryIdSchema, askedAt: instantSchema, takenBy: z.string() },
        }),
      ),
    }),
    permission: 'inquiry.read',
    audit: 'inquiry.listed',
  }),
  recordInstitutionCall: changing({
    input: institutionCallSchema,
    output: z.strictObject({ callId: institutionCallIdSchema }),
    permission: 'case.open',
    audit: 'institutionCall.recorded',
  }),
  /** Last 50, open ones first. */
  listInstitutionCalls: reading({
    output: z.strictObject({ calls: z.array(institutionCallLineSchema) }),
    permission: 'case.open',
    audit: 'institutionCall.listed',
  }),
  /** Says which entry of the directory it was, when that was not known while the call came in. */
  identifyInstitution: changing({
    input: z.strictObject({ ...ofCall, officeId: officeIdSchema }),
    permission: 'case.open',
    audit: 'institutionCall.identified',
  }),
  /** Records that the number of the directory was called and the caller was there. */
  recordCallBack: changing({
    input: z.strictObject(ofCall),
    permission: 'case.open',
    audit: 'institutionCall.calledBack',
  }),
  /** «Se informó» only after the call back. */
  answerInstitution: changing({
    input: z.strictObject({ ...ofCall, answer: oneOf(callAnswerLabels) }),
    permission: 'case.open',
    audit: 'institutionCall.answered',
  }),
} as const;
