/**
 * Participants of a programme by code, and the factors ticked of each before and after. The rows stay in the programme:
 * what is shown, exported and told elsewhere is their counts (`measureOfGroup`).
 */
import { civilDateSchema } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { attendeeSexes, unknownAge } from './codes.ts';
import type { Measure } from './measure.ts';
import { mostFactors } from './score.ts';

/** Null: was not asked. */
const tickSchema = z.boolean().nullable();

const answerSchema = z
  .strictObject({ factor: cleanedText(60), before: tickSchema, later: tickSchema })
  .refine(({ before, later }) => before !== null || later !== null, { error: 'Una respuesta vacía no se guarda.' });

/** No name, no document, no text: a place in the sheet of codes, a sex and an age group. */
const participantSchema = z.strictObject({
  /** As the sheet on paper numbers them. */
  code: z.int().min(1).max(500),
  sex: z.enum(attendeeSexes),
  age: cleanedText(60),
  answers: z.array(answerSchema).max(mostFactors),
});
export type Participant = z.infer<typeof participantSchema>;

export const groupSchema = z
  .strictObject({
    beforeOn: civilDateSchema,
    laterOn: civilDateSchema.nullable(),
    /** The second time closes the series; else it was asked on the way. */
    isFinal: z.boolean(),
    worked: z.array(cleanedText(60)).max(mostFactors),
    participants: z.array(participantSchema).max(500),
  })
  .superRefine(({ beforeOn, laterOn, isFinal, worked, participants }, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (laterOn !== null && laterOn < beforeOn) say(['laterOn'], 'No puede ser anterior a la primera vez.');
    const asksLater = isFinal || participants.some(({ answers }) => answers.some(({ later }) => later !== null));
    if (laterOn === null && asksLater) say(['laterOn'], 'Escriba qué día se preguntó después.');
    const isTwice = (all: readonly (string | number)[]) => new Set(all).size < all.length;
    if (isTwice(worked)) say(['worked'], 'Un factor está dos veces.');
    if (isTwice(participants.map(({ code }) => code))) say(['participants'], 'Un código está dos veces.');
    if (participants.some(({ answers }) => isTwice(answers.map(({ factor }) => factor))))
      say(['participants'], 'Un factor está dos veces.');
  });
export type Group = z.infer<typeof groupSchema>;

/** Given by the program, never typed. */
export const participantCode = (at: number) => `P${String(at).padStart(2, '0')}`;

export const nothingSaid = (code: number): Participant => ({ code, sex: 'unknown', age: unknownAge, answers: [] });

/** Without those of whom nothing was said. */
export const saidOf = (participants: readonly Participant[]) =>
  participants.filter(({ sex, age, answers }) => sex !== 'unknown' || age !== unknownAge || answers.length > 0);

/** Counts of the group; who answered both times is compared with herself or himself alone. */
export function measureOfGroup({ beforeOn, laterOn, isFinal, worked, participants }: Group): Measure {
  const answers = participants.flatMap((one) => one.answers);
  const factors = [...new Set([...answers.map(({ factor }) => factor), ...worked])];
  return {
    ...{ beforeOn, laterOn, isFinal },
    factors: factors.map((factor) => {
      const own = answers.filter((one) => one.factor === factor);
      const both = own.filter(({ before, later }) => before !== null && later !== null);
      const askedAt = (time: 'before' | 'later', of = own) => ({
        yes: of.filter((one) => one[time] === true).length,
        of: of.filter((one) => one[time] !== null).length,
      });
      return {
        ...{ factor, isWorked: worked.includes(factor), before: askedAt('before') },
        later: laterOn === null ? null : askedAt('later'),
        both: { of: both.length, before: askedAt('before', both).yes, later: askedAt('later', both).yes },
      };
    }),
  };
}
