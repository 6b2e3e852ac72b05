/**
 * What an earlier ficha of the same woman already says of her: shown with its source and day, answered only by «Confirmar».
 *
 * Data: which questions of Section A come along, by block. What changes from one visit to the next (risk, pregnancy,
 * consent) does not, and whether it is safe to call never does.
 */
import { civilDateSchema } from '../platform/dates.ts';
import { askedQuestions, isUnanswered, type Answers } from '../record/index.ts';
import { z } from '../platform/zod.ts';
import { sectionA } from './section-a.ts';

export const carriedBlocks = [
  {
    title: 'Nacionalidad y sexo',
    questions: [
      ...['userIsPeruvian', 'userHasDni', 'userIsForeign', 'userForeignCountry', 'userHasForeignerCard', 'userSex'],
      'birthDistrict',
    ],
  },
  {
    title: 'Hijas e hijos',
    questions: ['minorDaughters', 'minorSons', 'adultDaughters', 'adultSons'],
  },
  {
    title: 'Lengua e identidad étnica',
    questions: [
      ...['motherTongue', 'otherNativeLanguage', 'otherForeignLanguage', 'ethnicSelfIdentification'],
      ...['amazonPeople', 'andeanPeople', 'otherEthnicity'],
    ],
  },
  {
    title: 'Residencia',
    questions: ['homeDistrict', 'homeSettlement', 'homeArea'],
  },
  {
    title: 'Estado civil, educación y trabajo',
    questions: [
      ...['civilStatus', 'educationLevel', 'studies', 'studyPlace', 'studyDistrict', 'studyManagement'],
      ...['works', 'occupation', 'otherOccupation'],
    ],
  },
  {
    title: 'Seguro y discapacidad',
    questions: ['healthInsurance', 'otherHealthInsurance', 'hasDisability', 'disabilityKinds', 'otherDisability'],
  },
] as const;

const carriedQuestions: readonly string[] = carriedBlocks.flatMap(({ questions }) => questions);

/** Where they come from; the number only for who may read that ficha. */
const sourceShape = { number: z.string().nullable(), on: civilDateSchema };

export const carriedSchema = z.strictObject({ ...sourceShape, answers: z.record(z.string(), z.unknown()) });
export type Carried = z.infer<typeof carriedSchema>;

/** A contact told in an earlier ficha: never an answer of today. */
export const formerContactSchema = z.strictObject({
  ...sourceShape,
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
export type FormerContact = z.infer<typeof formerContactSchema>;

/** Answers of an earlier ficha that the new one lacks and, with what it says already, asks for. */
export function carriedAnswers(earlier: Answers, now: Answers): Record<string, unknown> {
  const offered = Object.fromEntries(
    carriedQuestions
      .filter((name) => isUnanswered(now[name]) && !isUnanswered(earlier[name]))
      .map((name) => [name, earlier[name]]),
  );
  // An age told before is no age of today, but it says whether a question of grown women is asked.
  const age = now['userAge'] ?? earlier['userAge'] ?? null;
  const asked = new Set(askedQuestions(sectionA.questions, { ...now, ...offered, userAge: age }));
  return Object.fromEntries(Object.entries(offered).filter(([name]) => asked.has(name)));
}
