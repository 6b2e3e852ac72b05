/** What a paper lacks and she will be asked in the next interview, and what became of it: so that she is asked once. */
import { changing, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { idSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { questionPlaces, questionStates } from './codes.ts';

const questionIdSchema = idSchema('InterviewQuestionId');

export const longestQuestion = 300;
export const questionWordsSchema = cleanedText(longestQuestion);

export const newQuestionSchema = z
  .strictObject({
    /** The fact as the paper calls it (`hechos.lugar`); null when a person wrote the question. */
    fact: z.string().min(1).max(120).nullable(),
    words: questionWordsSchema,
    /** Page and field of the ficha where the answer is written; null when it is not a page of the ficha. */
    place: z.enum(questionPlaces).nullable(),
    field: z.string().min(1).max(120).nullable(),
    /** Title of the paper that lacked it; null when none did. */
    wantedFor: cleanedText(200).nullable(),
  })
  .refine(({ place, field }) => place !== null || field === null, { path: ['field'] });
export type NewQuestion = z.infer<typeof newQuestionSchema>;

export const interviewQuestionSchema = z.strictObject({
  ...newQuestionSchema.shape,
  id: questionIdSchema,
  wantedBy: z.string(),
  wantedAt: instantSchema,
  state: z.enum(questionStates),
  /** Null while it is open. */
  settledBy: z.string().nullable(),
  settledAt: instantSchema.nullable(),
  version: versionSchema,
});
export type InterviewQuestion = z.infer<typeof interviewQuestionSchema>;

export const questionContract = {
  listInterviewQuestions: readingCase('interview.read', 'interview.questionsListed', {
    /** Open ones first, each part in the order in which they were asked for. */
    questions: z.array(interviewQuestionSchema),
  }),
  /** A fact that waits to be asked already is not asked for twice. */
  addInterviewQuestions: changing('interview.record', 'interview.questionsAdded', {
    input: z.strictObject({ ...ofCase, questions: z.array(newQuestionSchema).min(1).max(60) }),
    output: z.strictObject({
      added: z.int(),
    }),
  }),
  /** Says what became of a question, once: to ask her again is a new question, and the former answer stays in sight. */
  settleInterviewQuestion: changing('interview.record', 'interview.questionSettled', {
    input: z.strictObject({
      ...ofCase,
      questionId: questionIdSchema,
      version: versionSchema,
      state: z.enum(questionStates).exclude(['open']),
    }),
    output: z.strictObject({ version: versionSchema }),
  }),
} as const;
