/** One score a series: how many of the group show each risk factor before and after, and which were worked on. */
import { civilDateSchema } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';

/** Of a group; nobody is measured alone. */
const momentSchema = z.strictObject({
  on: civilDateSchema,
  /** How many answered. */
  people: z.int().min(1).max(500),
});

const shown = z.int().min(0).max(500);

const factorSchema = z.strictObject({
  factor: cleanedText(60),
  before: shown,
  isWorked: z.boolean(),
  /** Null while there is no second measure. */
  later: shown.nullable(),
});
export type FactorCount = z.infer<typeof factorSchema>;

/** A list that is read at a glance. */
export const mostFactors = 12;

export const scoreSchema = z
  .strictObject({
    before: momentSchema,
    later: momentSchema.nullable(),
    /** The second measure closes the series; else it was taken on the way. */
    isFinal: z.boolean(),
    factors: z.array(factorSchema).min(1).max(mostFactors),
  })
  .superRefine(({ before, later, factors }, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (later !== null && later.on < before.on) say(['later', 'on'], 'No puede ser anterior a la primera medición.');
    for (const [at, one] of factors.entries()) {
      if (one.before > before.people)
        say(['factors', at, 'before'], `Son más que las ${before.people} que respondieron.`);
      if ((one.later === null) !== (later === null)) say(['factors', at, 'later'], 'Complete este dato.');
      if (later !== null && (one.later ?? 0) > later.people)
        say(['factors', at, 'later'], `Son más que las ${later.people} que respondieron.`);
    }
    if (new Set(factors.map(({ factor }) => factor)).size < factors.length)
      say(['factors'], 'Un factor está dos veces.');
  });
export type Score = z.infer<typeof scoreSchema>;

export type Finding = {
  readonly found: number;
  readonly worked: number;
  readonly reduced: number;
  readonly factors: readonly (FactorCount & { readonly isReduced: boolean })[];
};

/**
 * Which factors were found, worked on and reduced. Compared as shares of those who answered each time: fewer who answer
 * would else look like fewer who show it.
 */
export function findingOf({ before, later, factors }: Score): Finding {
  const found = factors
    .filter((one) => one.before > 0 || (one.later ?? 0) > 0)
    .map((one) => ({
      ...one,
      isReduced: later !== null && one.later !== null && one.later * before.people < one.before * later.people,
    }));
  const many = (is: (one: (typeof found)[number]) => boolean) => found.filter(is).length;
  return {
    found: many((one) => one.before > 0),
    worked: many((one) => one.isWorked),
    reduced: many((one) => one.isReduced),
    factors: found,
  };
}

/** «De 6 factores, 4 bajaron». */
export function findingWords(score: Score): string {
  const { found, reduced } = findingOf(score);
  if (found === 0) return 'No se halló ningún factor';
  if (score.later === null) return found === 1 ? 'Se halló 1 factor' : `Se hallaron ${found} factores`;
  const of = found === 1 ? 'De 1 factor' : `De ${found} factores`;
  if (reduced === 0) return `${of}, ninguno bajó`;
  return `${of}, ${reduced === 1 ? '1 bajó' : `${reduced} bajaron`}`;
}
