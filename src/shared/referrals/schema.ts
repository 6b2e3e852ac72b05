/** A referral: the minimum the receiver needs. Account, address and shelter are not part of it. */
import { civilDateSchema, timeOfDaySchema, type PartialDate } from '../platform/dates.ts';
import type { PrivatePerson, Withheld } from '../papers/index.ts';
import { officeIdSchema } from '../directory/index.ts';
import { idSchema } from '../platform/ids.ts';
import { answersSchema, askedQuestions, type Answers } from '../record/index.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { consentKinds, serviceLabels, urgencies } from './codes.ts';
import { referralRules, type ReferralKind } from './kinds/index.ts';
import { sectionFrom } from './questions.ts';
import type { LetterTemplate } from './template/value.ts';

/** Of the person the letter is about; null: not known. */
export type PersonFacts = {
  readonly names: string | null;
  readonly document: { readonly kind: 'document' | 'none' | 'not-remembered'; readonly text: string | null } | null;
  readonly age: number | null;
  readonly sex: 'female' | 'male' | null;
  readonly language: string | null;
  readonly needsInterpreter: boolean;
  readonly disability: string | null;
  readonly pregnant: boolean;
  readonly pregnancyWeeks: number | null;
  readonly insurance: string | null;
  /** Zone only; the address never comes here. */
  readonly zone: string | null;
};

/** Hours since the event, as an interval; null when its date is not known. */
export type HoursSince = { readonly least: number; readonly most: number } | null;

/** What the record gives; null: not known. */
export type ReferralFacts = {
  /** Ficha number and year, or the neutral case code. */
  readonly caseNumber: string;
  readonly person: PersonFacts;
  readonly violenceType: string | null;
  readonly event: { readonly date: PartialDate | null; readonly hour: string | null };
  readonly hours: HoursSince;
  /** The word of the level, never the sum. */
  readonly riskLevel: string | null;
  /** Where the complaint was made; «Sin denuncia» when she made none. */
  readonly complaint: string | null;
  /** Children by age and sex, without names. */
  readonly children: string | null;
  /** Marks of the body map in words, each with its day and who noted it. */
  readonly injuries: string | null;
  /** Name of the accused person, for the letters that are about that person or go to another centre. */
  readonly aggressor: string | null;
  /** Printed only when the options include it. */
  readonly safeContact: string | null;
  readonly centre: { readonly name: string; readonly letterhead: readonly string[] };
  readonly practice: boolean;
};

/** One answer of the own questions: code, yes or no, text, day, hour, or ticks. */
const answerSchema = z.union([z.number(), cleanedText(2000), z.array(z.string().max(40)).max(20)]).nullable();

export const referralOptionsSchema = z.strictObject({
  receiver: z
    .strictObject({
      post: cleanedText(120),
      establishment: cleanedText(200),
      /** Entry of the directory it was taken from; null where it was typed. */
      authorityId: officeIdSchema.nullable().default(null),
    })
    .nullable(),
  /** The child the letter is about, where it is about one; null: the user. */
  childId: idSchema('ParticipantId').nullable(),
  services: z
    .array(oneOf(serviceLabels))
    .refine((all) => new Set(all).size === all.length, { error: 'Hay servicios repetidos.' }),
  otherService: cleanedText(120).nullable(),
  urgency: z.enum(urgencies),
  /** One or two sentences. */
  reason: cleanedText(400).nullable(),
  /** Answers of the questions of the kind, by their name. */
  answers: z.record(z.string().max(40), answerSchema),
  includeSafeContact: z.boolean(),
  /** Pregnancy is printed only when it is the reason and she agreed. */
  includePregnancy: z.boolean(),
  /** What the centre noted of her body is printed only when she accepted that it is told. */
  includeInjuries: z.boolean().default(false),
  hasProtectionMeasures: z.boolean(),
  /** When the receiver was called before the paper; null: not called. */
  calledAt: timeOfDaySchema.nullable(),
  /** The receiver was called and did not answer: kept, not printed. */
  isUnanswered: z.boolean().default(false),
  /** The kit is asked for although the ficha speaks against it: the professional was asked. */
  isKitDecided: z.boolean().default(false),
  /** Neutral card she carries; null: none. */
  card: z
    .strictObject({
      place: cleanedText(160).nullable(),
      askFor: cleanedText(120).nullable(),
      on: civilDateSchema.nullable(),
      time: timeOfDaySchema.nullable(),
    })
    .nullable(),
  consent: z.strictObject({ kind: z.enum(consentKinds), on: civilDateSchema }).nullable(),
  professional: z
    .strictObject({ names: cleanedText(120), profession: cleanedText(80), college: cleanedText(60).nullable() })
    .nullable(),
  place: cleanedText(80),
  signedOn: civilDateSchema,
});
export type ReferralOptions = z.infer<typeof referralOptionsSchema>;

export function questionsOf(kind: ReferralKind) {
  return sectionFrom('Datos de esta derivación', referralRules[kind].asked);
}

export function blankReferralAnswers(kind: ReferralKind): ReferralOptions['answers'] {
  return Object.fromEntries(Object.keys(referralRules[kind].asked).map((name) => [name, null]));
}

/** What is wrong with options for a kind: answers that are not its own, services it does not offer, a contact it does not print. */
export function kindIssues(kind: ReferralKind, options: ReferralOptions): { path: string[]; message: string }[] {
  const rule = referralRules[kind];
  const parsed = answersSchema(questionsOf(kind).questions).safeParse({
    ...blankReferralAnswers(kind),
    ...options.answers,
  });
  const issues = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: ['answers', ...path.map(String)], message }));
  if (options.services.some((service) => !rule.services.includes(service)))
    issues.push({ path: ['services'], message: 'Esta derivación no pide ese servicio.' });
  if (options.includeSafeContact && !rule.mayCall)
    issues.push({ path: ['includeSafeContact'], message: 'En esta derivación no se imprime el contacto.' });
  if (options.includeInjuries && !rule.facts.includes('injuries'))
    issues.push({ path: ['includeInjuries'], message: 'Esta derivación no dice lesiones.' });
  if (options.card !== null && !rule.hasCard)
    issues.push({ path: ['card'], message: 'Esta derivación no lleva tarjeta.' });
  return issues;
}

/** Names of the own questions that are asked for these answers. */
export function askedOf(kind: ReferralKind, answers: Answers): string[] {
  return askedQuestions(questionsOf(kind).questions, answers);
}

export type ReferralIssue = {
  /** Words of the letter, of the same kind. */
  readonly template: LetterTemplate;
  readonly number: string | null;
  /** Short code of the slip; null for a draft. */
  readonly code: string | null;
  readonly draft: boolean;
  /** What is read on a screen by whoever receives: the letter alone, without slip and card. */
  readonly isSheet?: true;
  /** What stops the letter, wherever it stands. */
  readonly withheld: readonly Withheld[];
  /** Names of whom nothing that is written freely may tell. */
  readonly stopped: readonly string[];
  /** Whom the letter tells of by initials at most. */
  readonly persons: readonly PrivatePerson[];
  /** Whole names that stand beside that of whom the letter is about. */
  readonly standing: readonly string[];
  /** Somebody under age has a part in the ficha: a school is left out. */
  readonly hidesSchools: boolean;
};
