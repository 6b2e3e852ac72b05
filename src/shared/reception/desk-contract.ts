/** What else reaches the desk: booked visits, questions about another person, calls of institutions, the directory. */
import { officeIdSchema } from '../directory/index.ts';
import { nothing, procedure } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { arrivalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { callAnswers } from './codes.ts';
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
  listVisits: procedure({
    input: z.strictObject({ day: civilDateSchema }),
    output: z.strictObject({
      visits: z.array(visitLineSchema),
      /** Professionals who can be named. */
      staff: z.array(z.strictObject({ staffId: staffIdSchema, name: z.string() })),
    }),
    permission: 'appointment.read',
    audit: 'visit.listed',
    changes: false,
  }),
  bookVisit: procedure({
    input: bookingSchema,
    output: z.strictObject({ visitId: visitIdSchema }),
    permission: 'appointment.write',
    audit: 'visit.booked',
    changes: true,
    subject: 'case',
  }),
  cancelVisit: procedure({
    input: z.strictObject(ofVisit),
    output: nothing,
    permission: 'appointment.write',
    audit: 'visit.cancelled',
    changes: true,
  }),
  /** She came: the visit becomes an arrival of the board. */
  checkInVisit: procedure({
    input: z.strictObject(ofVisit),
    output: z.strictObject({ arrivalId: arrivalIdSchema, label: z.string(), mustCall: z.boolean() }),
    permission: 'case.open',
    audit: 'visit.arrived',
    changes: true,
  }),
  /** The answer is empty and the same whether or not the person exists. */
  recordInquiry: procedure({
    input: inquirySchema,
    output: nothing,
    permission: 'case.open',
    audit: 'inquiry.recorded',
    changes: true,
  }),
  listInquiries: procedure({
    input: nothing,
    output: z.strictObject({
      inquiries: z.array(
        inquirySchema.extend({ inquiryId: inquiryIdSchema, askedAt: instantSchema, takenBy: z.string() }),
      ),
    }),
    permission: 'inquiry.read',
    audit: 'inquiry.listed',
    changes: false,
  }),
  recordInstitutionCall: procedure({
    input: institutionCallSchema,
    output: z.strictObject({ callId: institutionCallIdSchema }),
    permission: 'case.open',
    audit: 'institutionCall.recorded',
    changes: true,
  }),
  /** Last 50, open ones first. */
  listInstitutionCalls: procedure({
    input: nothing,
    output: z.strictObject({ calls: z.array(institutionCallLineSchema) }),
    permission: 'case.open',
    audit: 'institutionCall.listed',
    changes: false,
  }),
  /** Says which entry of the directory it was, when that was not known while the call came in. */
  identifyInstitution: procedure({
    input: z.strictObject({ ...ofCall, officeId: officeIdSchema }),
    output: nothing,
    permission: 'case.open',
    audit: 'institutionCall.identified',
    changes: true,
  }),
  /** Records that the number of the directory was called and the caller was there. */
  recordCallBack: procedure({
    input: z.strictObject(ofCall),
    output: nothing,
    permission: 'case.open',
    audit: 'institutionCall.calledBack',
    changes: true,
  }),
  /** «Se informó» only after the call back. */
  answerInstitution: procedure({
    input: z.strictObject({ ...ofCall, answer: z.enum(callAnswers) }),
    output: nothing,
    permission: 'case.open',
    audit: 'institutionCall.answered',
    changes: true,
  }),
} as const;
