/** What a series found, worked on and changed: counts of its group, however they were taken. */
import { civilDateSchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import type { Score } from './score.ts';

const people = z.int().min(0).max(500);
/** Of those who were asked, how many show it. */
const askedSchema = z.strictObject({ yes: people, of: people });
export type Asked = z.infer<typeof askedSchema>;

const factorMeasureSchema = z.strictObject({
  factor: z.string(),
  isWorked: z.boolean(),
  before: askedSchema,
  later: askedSchema.nullable(),
  /** Of those who answered both times, how many showed it each time; null where only totals are known. */
  both: z.strictObject({ of: people, before: people, later: people }).nullable(),
});
export type FactorMeasure = z.infer<typeof factorMeasureSchema>;

export const measureSchema = z.strictObject({
  ...{ beforeOn: civilDateSchema, laterOn: civilDateSchema.nullable(), isFinal: z.boolean() },
  factors: z.array(factorMeasureSchema),
});
export type Measure = z.infer<typeof measureSchema>;

/** Totals that were typed: who answered twice is not known. */
export function measureOfScore({ before, later, isFinal, factors }: Score): Measure {
  return {
    ...{ beforeOn: before.on, laterOn: later?.on ?? null, isFinal },
    factors: factors.map((one) => ({
      ...{ factor: one.factor, isWorked: one.isWorked, before: { yes: one.before, of: before.people } },
      later: later === null || one.later === null ? null : { yes: one.later, of: later.people },
      both: null,
    })),
  };
}

/** With fewer a share says nothing of a group, and nearly everything of each. */
const fewestForShare = 5;
export const hasShare = ({ of }: Pick<Asked, 'of'>) => of >= fewestForShare;

export type FoundFactor = FactorMeasure & {
  /** Null: too few answered to say. */
  readonly isReduced: boolean | null;
};

export type Finding = {
  readonly found: number;
  readonly worked: number;
  readonly reduced: number;
  /** Found, and too few answered to say whether it went down. */
  readonly untold: number;
  readonly factors: readonly FoundFactor[];
};

/**
 * Of typed totals shares are compared: fewer who answer would else look like fewer who show it. By code those who answered
 * both times are, and nobody else.
 */
function isReduced({ before, later, both }: FactorMeasure): boolean | null {
  if (later === null) return null;
  if (both !== null) return hasShare(both) ? both.later < both.before : null;
  return hasShare(before) && hasShare(later) ? later.yes * before.of < before.yes * later.of : null;
}

/** Which factors were found, worked on and reduced. */
export function findingOf({ laterOn, factors }: Measure): Finding {
  const found = factors
    .filter(({ before, later }) => before.yes > 0 || (later?.yes ?? 0) > 0)
    .map((one) => ({ ...one, isReduced: isReduced(one) }));
  const many = (is: (one: FoundFactor) => boolean) => found.filter(is).length;
  return {
    found: many(({ before }) => before.yes > 0),
    worked: many((one) => one.isWorked),
    reduced: many((one) => one.isReduced === true),
    untold: laterOn === null ? 0 : many(({ before, isReduced: told }) => before.yes > 0 && told === null),
    factors: found,
  };
}

const factorsWords = (count: number) => (count === 1 ? '1 factor' : `${count} factores`);

/** «De 6 factores, 4 bajaron». */
export function findingWords(measure: Measure): string {
  const { found, reduced, untold } = findingOf(measure);
  if (found === 0) return 'No se halló ningún factor';
  if (measure.laterOn === null || untold === found)
    return `${found === 1 ? 'Se halló' : 'Se hallaron'} ${factorsWords(found)}`;
  const many = reduced === 1 ? '1 bajó' : `${reduced} bajaron`;
  return `De ${factorsWords(found - untold)}, ${reduced === 0 ? 'ninguno bajó' : many}`;
}

/** Said where too few answered; null where it holds of none. */
export function untoldWords(measure: Measure): string | null {
  const { untold } = findingOf(measure);
  if (untold === 0) return null;
  return `De ${factorsWords(untold)} no se dice si bajó: respondieron menos de ${fewestForShare}.`;
}
