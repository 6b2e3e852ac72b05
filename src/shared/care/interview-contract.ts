/** Interviews: one account, one retelling, each professional signs the own part (one telling, service.md §4). */
import { services } from '../access/index.ts';
import { changing, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { idSchema, staffIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { interviewModalityLabels } from './labels.ts';

const interviewIdSchema = idSchema('InterviewId');
const partIdSchema = idSchema('InterviewPartId');
export const partBodySchema = cleanedText(20_000);

export const interviewFields = {
  on: { kind: 'date', label: 'Fecha', required: true, column: 'held_on' },
  started: { kind: 'time', label: 'Hora de inicio', required: true, column: 'started_time' },
  ended: { kind: 'time', label: 'Hora de término', column: 'ended_time' },
  modality: {
    ...{
      kind: 'choice',
      label: 'Dónde fue',
      options: optionsOf(interviewModalityLabels),
      inline: true,
      required: true,
    },
  },
  place: { kind: 'text', label: 'Lugar', max: 200 },
  /** She told what happened: one retelling, however many professionals were there. */
  toldStory: {
    ...{ kind: 'tick', label: '¿Contó lo que le pasó?', isQuestion: true, mayLack: true, required: true },
    hint: 'Cuenta como una sola vez, aunque haya estado más de un profesional.',
    missing: 'Responda si contó lo que le pasó.',
  },
} as const satisfies Fields;

export const interviewFormSchema = valuesSchema(interviewFields)
  .safeExtend({
    /** Who was there, each with the service they attended for. */
    present: listOf({ staffId: staffIdSchema, service: z.enum(services) })
      .min(1, { error: 'Indique al menos una persona profesional.' })
      .max(12),
  })
  .refine((interview) => interview.ended === null || interview.ended >= interview.started, {
    path: ['ended'],
    error: 'La hora de término no puede ser anterior a la de inicio.',
  });

const partSchema = z.strictObject({
  id: partIdSchema,
  service: z.enum(services),
  staffName: z.string(),
  /** The reader is its author: may write it while it is not signed, and add to it afterwards. */
  isOwn: z.boolean(),
  /** Null while nothing is written, and for a reader of another service. */
  body: z.string().nullable(),
  /** False for a reader of another service: the text stays with its own. */
  isReadable: z.boolean(),
  signedAt: instantSchema.nullable(),
  addenda: listOf({ body: z.string(), by: z.string(), at: instantSchema }),
  version: versionSchema,
});
export type InterviewPart = z.infer<typeof partSchema>;

export const interviewLineSchema = z.strictObject({
  id: interviewIdSchema,
  ...valuesSchema(interviewFields).shape,
  recordedBy: z.string(),
  recordedAt: instantSchema,
  parts: z.array(partSchema),
});
export type InterviewLine = z.infer<typeof interviewLineSchema>;

export const interviewContract = {
  listInterviews: readingCase('interview.read', 'interview.listed', {
    /** Newest first. */
    interviews: z.array(interviewLineSchema),
    professionals: listOf({ staffId: staffIdSchema, name: z.string(), services: z.array(z.enum(services)) }),
    /** How often she told her story: here, and before coming (null: not asked). */
    retellings: z.strictObject({ here: z.int(), before: z.int().nullable() }),
    /** Day of the account of Section B where it is itself the interview; null where a recorded one stands for it. */
    toldInSectionB: civilDateSchema.nullable(),
    /** Version of the case, for `recordToldBefore`. */
    version: versionSchema,
  }),
  recordInterview: changing('interview.record', 'interview.recorded', {
    input: z.strictObject({ ...ofCase, interview: interviewFormSchema }),
    output: z.strictObject({ interviewId: interviewIdSchema }),
  }),
  /** Keeps the own part as it stands; with `sign` it is frozen. */
  writeInterviewPart: changing('interview.record', 'interview.partWritten', {
    input: z.strictObject({
      ...ofCase,
      partId: partIdSchema,
      version: versionSchema,
      body: partBodySchema,
      sign: z.boolean(),
    }),
    output: z.strictObject({ version: versionSchema }),
  }),
  addInterviewAddendum: changing('interview.record', 'interview.addendumAdded', {
    input: z.strictObject({ ...ofCase, partId: partIdSchema, version: versionSchema, body: partBodySchema }),
    output: z.strictObject({ version: versionSchema }),
  }),
} as const;
