/** Joining two records of one person and taking them apart again: proposed by Coordinación, approved by a second person. */
import { approving, changing, proposing, reading, readingAll } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { idSchema, personIdSchema, proposalIdSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { mergeChoicesSchema, mergeFields, mergeOpinions } from './merge.ts';
import { personRecordSchema } from './record.ts';

export const mergeIdSchema = idSchema('MergeId');

/** `oldList`: it came in with a list, closed. */
export const caseStandings = ['toValidate', 'validated', 'oldList'] as const;

const sideSchema = z.strictObject({
  personId: personIdSchema,
  name: z.string(),
  record: personRecordSchema,
  /** District alone; a street never stands in a comparison. Null when there is no address. */
  address: z.string().nullable(),
  /** Newest first. */
  cases: listOf({
    number: z.string(),
    role: z.enum(['user', 'aggressor', 'related']),
    admittedOn: civilDateSchema,
    standing: z.enum(caseStandings),
  }),
  arrivals: z.int(),
  /** Fields of which there is more than this reader may see. */
  hidden: z.array(z.enum(mergeFields)),
  /** Issued papers and files of these fichas; null for whoever only decides the proposal. */
  holds: z.strictObject({ papers: z.int(), files: z.int() }).nullable(),
});
export type MergeSideView = z.infer<typeof sideSchema>;

const comparisonSchema = z.strictObject({
  kept: sideSchema,
  absorbed: sideSchema,
  differs: z.array(z.enum(mergeFields)),
  /** What makes one person of the two records, and what makes two. */
  reasons: listOf({ text: z.string(), speaks: z.enum(['for', 'against']) }),
  opinion: z.enum(mergeOpinions),
  choices: mergeChoicesSchema,
  /** Somebody said already that they are two. */
  isToldApart: z.boolean(),
  /** Why it cannot be done, in words; null when it can. */
  obstacle: z.string().nullable(),
});
export type MergeComparison = z.infer<typeof comparisonSchema>;

export const mergeLineSchema = z.strictObject({
  mergeId: mergeIdSchema,
  keptName: z.string(),
  absorbedName: z.string(),
  mergedBy: z.string(),
  mergedAt: instantSchema,
  undoneBy: z.string().nullable(),
  undoneAt: instantSchema.nullable(),
  /** A professional said so before validating a ficha: no proposal came before it. */
  isSettled: z.boolean(),
  undo: z.enum(['possible', 'proposed', 'later-first', 'done']),
});
export type MergeLine = z.infer<typeof mergeLineSchema>;

const proposedSchema = comparisonSchema.extend({ proposedBy: z.string(), proposedAt: instantSchema });

const pair = { keptId: personIdSchema, absorbedId: personIdSchema };

export const mergeContract = {
  /** Side by side, with what would be kept and what would move. */
  comparePersons: reading('person.compare', 'person.compared', {
    input: z.strictObject(pair),
    output: comparisonSchema,
  }),
  /** The comparison behind a proposal, for who is to decide it. */
  getMergeProposal: reading('person.compare', 'person.compared', {
    input: z.strictObject({ proposalId: proposalIdSchema }),
    output: proposedSchema,
  }),
  /** «Son dos personas»: said in every ficha of either, which asks about the other no more. */
  tellPersonsApart: changing('person.tellApart', 'person.toldApart', {
    input: z.strictObject(pair),
    output: z.strictObject({ fichas: z.int() }),
  }),
  proposePersonMerge: proposing('person.merge', 'person.mergeProposed', {
    input: z.strictObject({ ...pair, choices: mergeChoicesSchema }),
  }),
  approvePersonMerge: approving('person-merge', 'person.merged', z.strictObject({ mergeId: mergeIdSchema })),
  listMerges: readingAll('person.compare', 'person.mergesListed', { merges: z.array(mergeLineSchema) }),
  proposePersonUnmerge: proposing('person.unmerge', 'person.unmergeProposed', {
    input: z.strictObject({ mergeId: mergeIdSchema }),
  }),
  approvePersonUnmerge: approving('person-unmerge', 'person.unmerged', z.strictObject({ mergeId: mergeIdSchema })),
} as const;
