/** What was found when the record was opened: told to everybody who signs in (security design §7, decision 0043). */
import { instantSchema } from './dates.ts';
import { z } from './zod.ts';

export const troubleSchema = z.discriminatedUnion('kind', [
  /** An older file was put back: it is opened to be read. */
  z.strictObject({
    kind: z.literal('rolled-back'),
    /** When the last entry that the file has was written; null when it has none. */
    reachesTo: instantSchema.nullable(),
    /** Entries of the audit that the mark knows and the file lacks; null when that cannot be said. */
    missing: z.int().positive().nullable(),
    /** The last entry that the file shares with what it took the place of; null when that cannot be said. */
    keptTo: z.int().nonnegative().nullable(),
    /** When the last thing was kept that is known of and lacks; null when nobody knows. */
    lastKeptAt: instantSchema.nullable(),
  }),
  /** The audit does not hold from this entry on: read, do not write. */
  z.strictObject({ kind: z.literal('chain-broken'), at: z.int().positive() }),
  /** Nothing outside the database says how far the record had come: an older file would not be noticed. */
  z.strictObject({ kind: z.enum(['marks-missing', 'marks-foreign']) }),
  /** One of the files of the archive of keys was damaged, or a change of it was cut off; it is whole again. */
  z.strictObject({ kind: z.literal('keyring-repaired') }),
  /** The paper key gave somebody a new password since this person was here last. */
  z.strictObject({ kind: z.literal('keys-recovered'), at: instantSchema }),
]);
export type Trouble = z.infer<typeof troubleSchema>;
type RolledBack = Extract<Trouble, { kind: 'rolled-back' }>;

function joined(one: RolledBack, other: RolledBack): RolledBack {
  const keptTo = [one.keptTo, other.keptTo].filter((seq) => seq !== null);
  const missing = Math.max(one.missing ?? 0, other.missing ?? 0);
  const lastKeptAt = [one.lastKeptAt, other.lastKeptAt].filter((at) => at !== null).sort();
  return {
    ...one,
    missing: missing === 0 ? null : missing,
    keptTo: keptTo.length === 0 ? null : Math.min(...keptTo),
    lastKeptAt: lastKeptAt.at(-1) ?? null,
  };
}

/** What was found besides: a file that was put back is told once, whether marks or copies say so. */
export function withTrouble(troubles: readonly Trouble[], found: Trouble): readonly Trouble[] {
  if (found.kind !== 'rolled-back') return [...troubles, found];
  const known = troubles.find((one) => one.kind === 'rolled-back');
  if (known === undefined) return [...troubles, found];
  return troubles.map((one) => (one === known ? joined(known, found) : one));
}
