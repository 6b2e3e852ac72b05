/** A step of the clock that cannot be true: kept until Coordinación has looked at the date (reliability A11). */
import { dateDoubtOf, type DateDoubt } from '../../shared/centre/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { valueIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

const key = 'dateDoubt';

export type StoredDoubt = { readonly kind: DateDoubt; readonly lastAt: Instant; readonly foundAt: Instant };

async function lastEntryAt(trx: Trx): Promise<Instant | null> {
  const newest = tablesIn(trx).selectFrom('audit_entry').select('utc').orderBy('seq', 'desc').limit(1);
  return (await newest.executeTakeFirst())?.utc ?? null;
}

export async function findDateDoubt(trx: Trx): Promise<StoredDoubt | null> {
  const value = await valueIn(tablesIn(trx), 'meta.value', { key });
  return value === undefined ? null : (JSON.parse(value) as StoredDoubt);
}

async function freshDoubt(trx: Trx, now: Instant): Promise<StoredDoubt | null> {
  const lastAt = await lastEntryAt(trx);
  const kind = lastAt === null ? null : dateDoubtOf(lastAt, now);
  return lastAt === null || kind === null ? null : { kind, lastAt, foundAt: now };
}

/** Compares now with the last entry, before the next one is written; answers the step when it is a new doubt. */
export async function noteDateStep(trx: Trx, now: Instant): Promise<DateDoubt | null> {
  const doubt = await freshDoubt(trx, now);
  if (doubt === null) return null;
  const value = JSON.stringify(doubt);
  await tablesIn(trx)
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  return doubt.kind;
}

export async function clearDateDoubt(trx: Trx): Promise<void> {
  await tablesIn(trx).deleteFrom('meta').where('key', '=', key).execute();
}

/** For what must not rest on a wrong date. @throws rule-broken `date-unconfirmed` */
export async function requireConfirmedDate(trx: Trx, now: Instant): Promise<void> {
  const doubt = (await findDateDoubt(trx)) ?? (await freshDoubt(trx, now));
  if (doubt !== null) throw fail('rule-broken', 'date-unconfirmed');
}
