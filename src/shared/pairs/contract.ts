/** A pair with all its events, and the fichas in which one person stands as alleged aggressor. */
import { caseStates, riskLevels } from '../intake/index.ts';
import { procedure } from '../platform/contract.ts';
import { civilDateSchema, partialDateSchema } from '../platform/dates.ts';
import { arrivalIdSchema, caseIdSchema, personIdSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { partnerRiskLevels } from '../risk/index.ts';

const ficha = {
  /** Null when the reader may not open it. */
  caseId: caseIdSchema.nullable(),
  number: z.string(),
  isThis: z.boolean(),
  admittedOn: civilDateSchema,
  state: z.enum(caseStates),
  occurredOn: partialDateSchema.nullable(),
  /** NIVEL_DE_RIESGO_VICTIMA of Section B, null until valued. */
  valuationLevel: z.literal(riskLevels).nullable(),
};

/** A ficha of the same user. */
const pairFichaSchema = z.strictObject({
  ...ficha,
  condition: z.int().min(1).max(5).nullable(),
  /** Level confirmed by the newest partner form of that ficha. */
  partnerRisk: z.enum(partnerRiskLevels).nullable(),
  lastAttentionOn: civilDateSchema.nullable(),
  /** `undecided`: one of the two is not identified, or they are alike and nobody has said whether it is he. */
  aggressor: z.enum(['same', 'undecided', 'other']),
  aggressorName: z.string(),
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
  fichas: z.array(
    z.strictObject({
      caseId: caseIdSchema,
      number: z.string(),
      admittedOn: civilDateSchema,
      isToday: z.boolean(),
      /** Level in words, of the newest partner form or else of Section B; null until valued. */
      risk: z.string().nullable(),
      isSevere: z.boolean(),
    }),
  ),
  /** There are others: somebody who may must look. Nothing else of them is told (D2). */
  needsReview: z.boolean(),
});
export type OpenFichas = z.infer<typeof openFichasSchema>;

const ofCase = { caseId: caseIdSchema };

export const pairsContract = {
  readPairHistory: procedure({
    input: z.strictObject(ofCase),
    output: z.strictObject({
      /** This ficha and every other of the same user, the newest event first. */
      fichas: z.array(pairFichaSchema),
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
    permission: 'registerForm.readB',
    audit: 'pair.read',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
  /** At the door and while a ficha is opened: of the person chosen. */
  findOpenFichas: procedure({
    input: z.strictObject({ arrivalId: arrivalIdSchema, personId: personIdSchema }),
    output: openFichasSchema,
    permission: 'person.findByName',
    audit: 'person.openFichasRead',
    changes: false,
    failures: ['rule-broken', 'not-found', 'damaged'],
  }),
  /** Of the user of a case, and of whom she may be: the others. */
  readOpenFichas: procedure({
    input: z.strictObject(ofCase),
    output: openFichasSchema,
    permission: 'person.readIdentity',
    audit: 'person.openFichasRead',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
  /** The alleged aggressor of a case in every ficha of the centre, without the name of any user. */
  readAggressorCases: procedure({
    input: z.strictObject(ofCase),
    output: z.strictObject({
      asAggressor: z.array(aggressorFichaSchema),
      /** Numbers of the fichas in which the same person is the user. */
      asUser: z.array(z.strictObject({ caseId: caseIdSchema.nullable(), number: z.string() })),
      hidden: z.int(),
    }),
    permission: 'person.readAggressorCases',
    audit: 'person.aggressorCasesRead',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
} as const;
