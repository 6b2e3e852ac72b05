/** One record as it is read: what was written, how it ended, and whether it was annulled. */
import { under } from '../platform/codes-of.ts';
import { civilDateSchema, instantSchema, type CivilDate } from '../platform/dates.ts';
import { idSchema, versionSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { valuesSchema, type Fields, type ValuesOf } from '../record/index.ts';
import { endReasonLabels, reintegrationAnnulReasonLabels, type EndingKind, type ReintegrationKind } from './codes.ts';
import { reintegrationRules, type reintegrationFields } from './things.ts';

export const reintegrationIdSchema = idSchema('ReintegrationId');

const own = {
  id: reintegrationIdSchema,
  /** The plan or the Acompañamiento that it is of. */
  ownerId: reintegrationIdSchema.nullable(),
  by: z.string(),
  recordedAt: instantSchema,
  ended: z
    .strictObject({
      ...{ on: civilDateSchema, reason: z.string(), words: z.string().nullable() },
      ...{ by: z.string(), at: instantSchema },
    })
    .nullable(),
  annulled: z
    .strictObject({
      ...{ reason: oneOf(reintegrationAnnulReasonLabels), words: z.string().nullable() },
      ...{ by: z.string(), at: instantSchema },
    })
    .nullable(),
  version: versionSchema,
};
type OwnParts = z.infer<z.ZodObject<typeof own>>;

export type ReintegrationValues<Kind extends ReintegrationKind> = ValuesOf<(typeof reintegrationFields)[Kind]>;
export type ReintegrationRecord<Kind extends ReintegrationKind = ReintegrationKind> = ReintegrationValues<Kind> &
  OwnParts;
export type ReintegrationRecords = { readonly [Kind in ReintegrationKind]: readonly ReintegrationRecord<Kind>[] };

/** Of one kind, as a list. */
export const recordsSchema = <const F extends Fields>(fields: F) => listOf({ ...valuesSchema(fields).shape, ...own });

type Standing = Pick<OwnParts, 'ended' | 'annulled'>;
export const stands = ({ annulled }: Pick<OwnParts, 'annulled'>): boolean => annulled === null;
export const isUnderWay = ({ ended, annulled }: Standing): boolean => ended === null && annulled === null;

type Placement = ReintegrationRecord<'placement'>;
/** She lives there now: what she refused is no place. */
export const isLivedIn = (one: Placement): boolean => isUnderWay(one) && one.way !== 'refused';

export const placedOn = ({ since, saidOn }: Pick<Placement, 'since' | 'saidOn'>): CivilDate =>
  since ?? saidOn ?? ('' as CivilDate);

/** The day on which it begins; null of what has none of its own. */
export function firstDayOf(kind: ReintegrationKind, values: Readonly<Record<string, unknown>>): CivilDate | null {
  const days = reintegrationRules[kind].days.map((name) => values[name] ?? null);
  return (days.find((on) => on !== null) ?? null) as CivilDate | null;
}

export function endReasonWords(kind: EndingKind, reason: string): string {
  return under<string>(endReasonLabels[kind], reason) ?? reason;
}

/** Until when a plan is gone through again: as the newest review says, else as it was made; null where it is not. */
export function nextReviewOf(
  plan: ReintegrationRecord<'reintegration_plan'>,
  reviews: readonly ReintegrationRecord<'reintegration_review'>[],
): CivilDate | null {
  const last = reviews
    .filter((one) => one.ownerId === plan.id && stands(one))
    .toSorted((one, other) => one.heldOn.localeCompare(other.heldOn) || one.recordedAt.localeCompare(other.recordedAt))
    .at(-1);
  return last === undefined ? plan.reviewOn : last.nextOn;
}
