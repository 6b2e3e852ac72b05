/** Insertion in networks, plan of reintegration, Acompañamiento and home visits of a case: noted, ended once, annulled. */
import { wordsFit } from '../intake/index.ts';
import { changing, readingCase } from '../platform/contract.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { officeIdSchema } from '../directory/index.ts';
import { valuesSchema, type Fields } from '../record/index.ts';
import {
  reintegrationAnnulReasonLabels,
  reintegrationKinds,
  type EndingKind,
  type ReintegrationKind,
} from './codes.ts';
import { recordsSchema, reintegrationIdSchema } from './record.ts';
import {
  accompanimentFields,
  contactFields,
  endSchema,
  goalFields,
  homeVisitFields,
  placementFields,
  planFields,
  reviewFields,
} from './things.ts';

const noted = <const Kind extends ReintegrationKind, const F extends Fields>(kind: Kind, fields: F) =>
  z.strictObject({ kind: z.literal(kind), values: valuesSchema(fields) });
const ending = <const Kind extends EndingKind>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), values: endSchema(kind) });

export const reintegrationContract = {
  listReintegration: readingCase('reintegration.read', 'reintegration.read', {
    records: z.strictObject({
      placement: recordsSchema(placementFields),
      reintegration_plan: recordsSchema(planFields),
      reintegration_goal: recordsSchema(goalFields),
      reintegration_review: recordsSchema(reviewFields),
      accompaniment: recordsSchema(accompanimentFields),
      accompaniment_contact: recordsSchema(contactFields),
      home_visit: recordsSchema(homeVisitFields),
    }),
    /** What may be chosen: coordinations of shelters for a placement, any other for an Acompañamiento. */
    offices: listOf({ id: officeIdSchema, name: z.string(), isShelter: z.boolean() }),
    /** Referrals to Acompañamiento that none was begun of, with what they already say. */
    referrals: listOf({
      ...{ id: z.uuid(), number: z.string(), on: civilDateSchema, level: z.literal([1, 2]).nullable() },
      ...{ officeId: officeIdSchema.nullable(), words: z.string() },
    }),
    /** Home visits of the attentions and of the agenda whose result nobody noted. */
    visits: listOf({ id: z.uuid(), on: civilDateSchema, made: z.literal([0, 1]).nullable(), words: z.string() }),
    today: civilDateSchema,
  }),
  noteReintegration: changing('reintegration.write', 'reintegration.noted', {
    input: z.strictObject({
      ...ofCase,
      /** Of what hangs from a plan or an Acompañamiento: which. */
      ownerId: reintegrationIdSchema.nullable(),
      record: z.discriminatedUnion('kind', [
        noted('placement', placementFields),
        noted('reintegration_plan', planFields),
        noted('reintegration_goal', goalFields),
        noted('reintegration_review', reviewFields),
        noted('accompaniment', accompanimentFields),
        noted('accompaniment_contact', contactFields),
        noted('home_visit', homeVisitFields),
      ]),
    }),
    output: z.strictObject({ id: reintegrationIdSchema }),
  }),
  endReintegration: changing('reintegration.write', 'reintegration.ended', {
    input: z.strictObject({
      ...{ ...ofCase, id: reintegrationIdSchema, version: versionSchema },
      end: z.discriminatedUnion('kind', [
        ending('placement'),
        ending('reintegration_plan'),
        ending('reintegration_goal'),
        ending('accompaniment'),
      ]),
    }),
  }),
  /** Nothing of it is erased. */
  annulReintegration: changing('reintegration.write', 'reintegration.annulled', {
    input: z
      .strictObject({
        ...{ ...ofCase, kind: z.enum(reintegrationKinds), id: reintegrationIdSchema, version: versionSchema },
        reason: oneOf(reintegrationAnnulReasonLabels, { error: 'Elija un motivo.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' }),
  }),
} as const;
