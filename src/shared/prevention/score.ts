/** Totals typed for a series: how many of the group show each risk factor before and after, and which were worked on. */
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
