/** A pair with all its events, the fichas in which one person stands as alleged aggressor, and what comes back. */
import { caseStateLabels, riskLevels } from '../intake/index.ts';
import { reading, readingCase } from '../platform/contract.ts';
import { civilDateSchema, partialDateSchema } from '../platform/dates.ts';
import { arrivalIdSchema, caseIdSchema, personIdSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { partnerRiskLevels } from '../risk/index.ts';
import { dangerSigns, violenceKinds } from './pattern.ts';

const ficha = {
  /** Null when the reader may not open it: then nothing below is told but days and state. */
  caseId: caseIdSchema.nullable(),
  number: z.string(),
  isThis: z.boolean(),
  /** Fichas of one event have the same, counted within the answer. */
  event: z.int(),
  /** The same for fichas of one user, without saying who she is. */
  user: z.int(),
  admittedOn: civilDateSchema,
  state: oneOf(caseStateLabels),
  occurredOn: partialDateSchema.nullable(),
  /** NIVEL_DE_RIESGO_VICTIMA of Section B, null until valued. */
  valuationLevel: z.literal(riskLevels).nullable(),
  /** Level confirmed by the newest partner form of that ficha. */
  partnerRisk: z.enum(partnerRiskLevels).nullable(),
  pattern: z.strictObject({ kinds: z.array(z.enum(violenceKinds)), signs: z.array(z.enum(dangerSigns)) }).nullable(),
};

/** A ficha of the same user. */
const pairFichaSchema = z.strictObject({
  ...ficha,
  condition: z.int().min(1).max(5).nullable(),
  lastAttentionOn: civilDateSchema.nullable(),
  /** `undecided`: nobody has said whether it is he, and nothing separates them. */
  aggressor: z.enum(['same', 'undecided', 'other']),
  aggressorName: z.string().nullable(),
  /** Linked to this ficha by the same event. */
  isSameEvent: z.boolean(),
});
export type PairFicha = z.infer<typeof pairFichaSchema>;

/** A ficha in which the person stands, whoever its user is: nothing of it says who she is. */
const aggressorFichaSchema = z.strictObject({
  ...ficha,
  /** The user of this ficha is the one of the case asked from. */
  isSameUser: z.boolean(),
});
export type AggressorFicha = z.infer<typeof aggressorFichaSchema>;

/** Fichas of a woman that are not closed, as far as the reader may know of them. */
const openFichasSchema = z.strictObject({
  /** Newest first; only those that the reader may open. */
  fichas: listOf({
    caseId: caseIdSchema,
    number: z.string(),
    admittedOn: civilDateSchema,
    isToday: z.boolean(),
    /** Level in words, of the newest partner form or else of Section B; null until valued. */
    risk: z.string().nullable(),
    isSevere: z.boolean(),
    /** Of whom the desk left open whether she is the same: hers only if somebody says so. */
    isPossible: z.boolean(),
  }),
  /** There are others: somebody who may must look. Nothing else of them is told (D2). */
  needsReview: z.boolean(),
});
export type OpenFichas = z.infer<typeof openFichasSchema>;

const span = z
  .strictObject({ from: civilDateSchema.nullable(), to: civilDateSchema.nullable() })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'La fecha final no puede ser anterior a la inicial.',
  });
export type RepeatSpan = z.infer<typeof span>;

const groupSchema = z.strictObject({
  /** Null where the list is not of one user: no woman is named beside another. */
  userName: z.string().nullable(),
  aggressorName: z.string().nullable(),
  count: z.int(),
  fichas: listOf({ caseId: caseIdSchema.nullable(), number: z.string(), admittedOn: civilDateSchema }),
});
const repeats = z.strictObject({
  groups: z.array(groupSchema.extend({ year: z.int() })),
  /** Records that may be of one person: not counted as one. */
  perhaps: listOf({
    one: groupSchema,
    other: groupSchema,
    count: z.int(),
    /** The two records to compare. */
    persons: z.tuple([personIdSchema, personIdSchema]),
  }),
});
export type Repeats = z.infer<typeof repeats>;

/** By the day of admission. Fichas closed to the reader are left out, and not counted either. */
const listOfRepeats = { input: span, output: repeats } as const;

export const pairsContract = {
  readPairHistory: readingCase('registerForm.readB', 'pair.read', {
    /** This ficha and every other of the same user, the newest event first. */
    fichas: z.array(pairFichaSchema),
    /** The same aggressor with other users: those that the reader may open, who may not read all of them. */
    ofOthers: z.array(aggressorFichaSchema),
    /** Fichas that only Coordinación may look into. */
    hidden: z.int(),
    /** Other roles in the record, as far as the reader may know them. */
    known: z.strictObject({
      userIsAggressor: z.boolean(),
      aggressorIsUser: z.boolean(),
      /** He stands as alleged aggressor in fichas of other users. */
      aggressorHasOthers: z.boolean(),
    }),
  }),
  /** At the door and while a ficha is opened: of the person chosen. */
  findOpenFichas: reading('person.findByName', 'person.openFichasRead', {
    input: z.strictObject({ arrivalId: arrivalIdSchema, personId: personIdSchema }),
    output: openFichasSchema,
  }),
  /** Of the user of a case, and of whom she may be: the others. */
  readOpenFichas: readingCase('person.readIdentity', 'person.openFichasRead', openFichasSchema.shape),
  /** The alleged aggressor of a case in every ficha of the centre, without the name of any user. */
  readAggressorCases: readingCase('person.readAggressorCases', 'person.aggressorCasesRead', {
    asAggressor: z.array(aggressorFichaSchema),
    /** Numbers of the fichas in which the same person is the user. */
    asUser: listOf({ caseId: caseIdSchema.nullable(), number: z.string() }),
    hidden: z.int(),
  }),
  /** Pairs with two or more events. */
  listRepeatedPairs: reading('person.readAggressorCases', 'pair.repeatedListed', listOfRepeats),
  /** Persons accused by women who do not share an event. */
  listAccusedByMany: reading('person.readAggressorCases', 'person.accusedByManyListed', listOfRepeats),
  /** Women whose fichas name several persons. */
  listUsersOfMany: reading('person.readAggressorCases', 'person.manyAccusedListed', listOfRepeats),
} as const;
