/** Persons two by two who have keys in common, many at once: near enough to be compared. Never a merge. */
import { sql, type RawBuilder } from 'kysely';
import { ensureKeys } from './person-keys.ts';
import type { Trx } from './tables.ts';

type Two = readonly [one: string, other: string];
type TwoQuery = RawBuilder<{ one: string; other: string }>;

/** A key that more persons have tells too little of two of them. */
const longestList = 40;
const enough = 3;

/** Of these pairs of persons, those that share any key. Its plan is tested. */
export function sharingQuery(pairs: readonly Two[]): TwoQuery {
  return sql`select value ->> 0 as one, value ->> 1 as other from json_each(${JSON.stringify(pairs)})
    where exists (
      select 1 from person_key as own
      cross join person_key as their on their.kind = own.kind and their.key = own.key
      where own.person_id = value ->> 0 and their.person_id = value ->> 1
    )`;
}

/**
 * Two by two, those of these persons that share a document, a telephone, or the words of the shorter of the two names
 * (three pairs of words are a whole name). Its plan is tested.
 */
export function nearQuery(personIds: readonly string[]): TwoQuery {
  return sql`with
    own as materialized (
      select person_key.kind, person_key.key, person_key.person_id from json_each(${JSON.stringify(personIds)}) as ids
      cross join person_key on person_key.person_id = ids.value
      where person_key.kind in ('document', 'phone', 'birth', 'pair')
    ),
    list as materialized (
      select kind, key from own group by kind, key having count(*) between 2 and ${sql.lit(longestList)}
    ),
    name as materialized (select person_id, count(*) as pairs from own where kind = 'pair' group by person_id),
    shared as materialized (
      select one.person_id as one, other.person_id as other,
        sum(case when list.kind in ('document', 'phone') then ${sql.lit(enough)} else 1 end) as points
      from list
      join own as one on one.kind = list.kind and one.key = list.key
      join own as other on other.kind = list.kind and other.key = list.key and other.person_id > one.person_id
      group by 1, 2
    )
    select one, other from shared
    left join name as first on first.person_id = one
    left join name as second on second.person_id = other
    where points >= min(${sql.lit(enough)}, coalesce(first.pairs, 1), coalesce(second.pairs, 1))`;
}

async function read(trx: Trx, query: TwoQuery): Promise<Two[]> {
  await ensureKeys(trx);
  return (await query.execute(trx)).rows.map(({ one, other }) => [one, other] as const);
}

/** Of these, those who share any key. */
export const sharingKeys = (trx: Trx, pairs: readonly Two[]): Promise<Two[]> => read(trx, sharingQuery(pairs));

/** Two by two, those of these persons who are near each other. */
export const nearAmong = (trx: Trx, personIds: readonly string[]): Promise<Two[]> => read(trx, nearQuery(personIds));
