/** Reading the account with all that was added to it; adding to it once it is locked. */
import { changing, readingCase } from '../platform/contract.ts';
import { instantSchema, type Instant } from '../platform/dates.ts';
import { idSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, z } from '../platform/zod.ts';
import { civilDateOf, instantOf } from '../platform/clock.ts';

// The account («relato», MOTIVO_CONSULTA): written once, locked, quoted everywhere (service.md §4, «one account»).
// Repeated telling is a documented harm: after the lock nothing is written over, what she adds is a dated supplement.

/** Hours from the first writing in which the account may still be corrected. */
export const accountOpenHours = 24;

export const accountLockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), locksAt: instantSchema }),
  z.strictObject({ kind: z.literal('time'), since: instantSchema }),
  /** The first issued paper that quotes it, by its number. */
  z.strictObject({ kind: z.literal('quoted'), since: instantSchema, by: z.string() }),
]);
export type AccountLock = z.infer<typeof accountLockSchema>;

export type AccountQuote = { readonly number: string; readonly at: Instant };

/** Whichever came first: the paper that quotes it, or 24 hours since it was first written. */
export function accountLock(
  facts: { readonly firstWrittenAt: Instant; readonly quotedBy: AccountQuote | null },
  now: Instant,
): AccountLock {
  const end = instantOf(Date.parse(facts.firstWrittenAt) + accountOpenHours * 3_600_000);
  const { quotedBy } = facts;
  if (quotedBy !== null && quotedBy.at <= now && quotedBy.at < end) {
    return { kind: 'quoted', since: quotedBy.at, by: quotedBy.number };
  }
  return now < end ? { kind: 'open', locksAt: end } : { kind: 'time', since: end };
}

/** What a paper quotes: the account, then each supplement as «Ampliación del dd/mm/aaaa: …». */
export function quotedAccount(
  body: string,
  supplements: readonly { readonly body: string; readonly addedAt: string }[],
): string {
  const added = supplements.map(({ body: text, addedAt }) => {
    const day = civilDateOf(Date.parse(addedAt)).split('-').reverse().join('/');
    return `Ampliación del ${day}: ${text}`;
  });
  return [body, ...added].join('\n\n');
}

/** «Ha contado su historia 2 veces»; null while nothing says that she told it. */
export function retellingWords(times: { readonly here: number; readonly before: number | null }): string | null {
  const total = times.here + (times.before ?? 0);
  if (total === 0) return null;
  return total === 1 ? 'Ha contado su historia 1 vez' : `Ha contado su historia ${total} veces`;
}

const writing = { body: z.string(), by: z.string(), at: instantSchema };

export const supplementSchema = cleanedText(20_000);

/** Telling it to the police, a prosecutor, a health post, another CEM… before coming. */
export const toldBeforeSchema = z.int().min(0).max(99);

export const accountContract = {
  getAccount: readingCase('account.read', 'account.read', {
    /** Null while nothing is written. */
    account: z.strictObject({ ...writing, lock: accountLockSchema }).nullable(),
    /** Earlier words, newest first. */
    earlier: listOf({ ...writing, version: z.int().positive() }),
    supplements: listOf({ ...writing, id: idSchema('SupplementId') }),
    /** The account is that of another ficha of the event (D10); its number only for who may open it. */
    quotedFrom: z.strictObject({ number: z.string().nullable() }).nullable(),
    /** Version of the case, for `recordToldBefore`. */
    version: versionSchema,
    /** How often she told it elsewhere before coming; null while it was not asked. */
    toldBefore: toldBeforeSchema.nullable(),
  }),
  addAccountSupplement: changing('account.write', 'account.supplemented', {
    input: z.strictObject({ ...ofCase, body: supplementSchema }),
  }),
  recordToldBefore: changing('account.write', 'account.toldBeforeRecorded', {
    input: z.strictObject({ ...ofCase, version: versionSchema, times: toldBeforeSchema.nullable() }),
    output: z.strictObject({ version: versionSchema }),
  }),
} as const;
