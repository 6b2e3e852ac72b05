/** Who of the record may be the person asked for: a few look-ups by key, then a comparison of each. Never a merge. */
import { sql, type RawBuilder } from 'kysely';
import {
  compare,
  matchModel,
  matchTyped,
  mayBeShown,
  prepare,
  probesOf,
  queryFacts,
  readQuery,
  type Match,
  type Matcher,
  type MatchLevel,
  type Nicknames,
  type PersonFacts,
  type PersonKey,
  type Prepared,
  type Reason,
} from '../../shared/people/index.ts';
import { nameFrequencies } from './name-frequencies.ts';
import { nicknamesOf } from './nicknames.ts';
import { ensureKeys, factRowsOf, factsOfRow, type FactRow } from './person-keys.ts';
import { tablesIn, type Trx } from './tables.ts';

export type PersonCandidate = {
  readonly personId: string;
  /** 0..1. */
  readonly probability: number;
  /** Orders those of one probability. */
  readonly bits: number;
  readonly level: MatchLevel;
  /** Each with `text`, and `plain` for a reader of a masked candidate. */
  readonly reasons: readonly Reason[];
};

/** A list of a key longer than this tells too little: only so many of it are looked at. */
const longestList = 200;
/** Entries of lists read for one search, the rarest keys first. */
const mostEntries = 600;
/**
 * Persons compared for one search, and how much less than the first their keys may tell. Of 100,000 persons typed again
 * with mistakes who is meant stands among the first 40 in 98.5 of 100 by the whole name (98.9 among 60), and always with
 * a birth date.
 */
const mostCompared = 40;
const leastShare = 0.2;

export const shownCandidates = 5;

/**
 * Persons under these keys, the sum of what each key tells deciding: one text for any number of keys, so that it is
 * prepared once. Counts each list no further than the longest, takes the rarest until there are entries enough, and at
 * least one. Its plan is tested.
 */
export function bestOf(probes: readonly PersonKey[]): RawBuilder<{ person_id: string; bits: number }> {
  const asked = JSON.stringify(probes.map(({ kind, key }) => [kind, key]));
  const [longest, entries] = [sql.lit(longestList), sql.lit(mostEntries)];
  return sql`
    with asked (kind, key, size) as materialized (
      select value ->> 0, value ->> 1, (select count(*) from (
        select 1 from person_key where kind = probe.value ->> 0 and key = probe.value ->> 1 limit ${longest}))
      from json_each(${asked}) as probe
    ),
    ranked as (
      select kind, key, size, row_number() over rarest as place, sum(size) over rarest as entries
      from asked where size > 0 window rarest as (order by size, kind, key)
    ),
    taken as materialized (
      select kind, key, max(1.0, log2(${sql.lit(matchModel.centrePersons)} * 1.0 / size)) as bits
      from ranked where place = 1 or entries <= ${entries}
    )
    select found.value as person_id, sum(bits) as bits
    from taken cross join json_each((select json_group_array(person_id) from (
      select person_id from person_key where kind = taken.kind and key = taken.key limit ${longest}))) as found
    group by found.value order by sum(bits) desc, found.value limit ${sql.lit(mostCompared)}`;
}

/** Persons that share the rarest of the keys, those with the most telling ones first. */
async function lookUp(trx: Trx, probes: readonly PersonKey[]): Promise<string[]> {
  if (probes.length === 0) return [];
  const { rows } = await bestOf(probes).execute(trx);
  const least = (rows[0]?.bits ?? 0) * leastShare;
  return rows.filter(({ bits }) => bits >= least).map((row) => row.person_id);
}

/** `made`: with those there are, for whoever types and is told that some are missing; never made inside a search. */
type KeysAsked = 'all' | 'made';

type Asked = {
  readonly probes: readonly PersonKey[];
  readonly nicknames: Nicknames;
  readonly judge: (person: Prepared) => Match;
};

function preparedRow(row: FactRow, nicknames: Nicknames): Prepared {
  return prepare(factsOfRow(row), nicknames);
}

async function best(trx: Trx, { probes, nicknames, judge }: Asked, keys: KeysAsked): Promise<PersonCandidate[]> {
  if (keys === 'all') await ensureKeys(trx);
  const ids = await lookUp(trx, probes);
  const found: PersonCandidate[] = [];
  for (const row of await factRowsOf(trx, ids)) {
    const { probability, bits, level, reasons } = judge(preparedRow(row, nicknames));
    if (level !== null) found.push({ personId: row.id, probability, bits, level, reasons });
  }
  return found.toSorted(byLikelihood);
}

function byLikelihood(one: PersonCandidate, other: PersonCandidate): number {
  return other.probability - one.probability || other.bits - one.bits || (one.personId < other.personId ? -1 : 1);
}

function matcher(): Matcher {
  return { frequencies: nameFrequencies(), population: matchModel.centrePersons };
}

/**
 * Persons who may be the one of these facts, the most likely first, with their reasons.
 *
 * Says nothing about who may see them: the caller masks (decision D2) and cuts to `shownCandidates`. A person without
 * any fact has no candidates.
 */
export async function candidatesFor(trx: Trx, facts: PersonFacts, keys: KeysAsked = 'all'): Promise<PersonCandidate[]> {
  const nicknames = await nicknamesOf(trx);
  const asked = prepare(facts, nicknames);
  const judge = (person: Prepared) => compare(asked, person, matcher());
  const probes = mayBeShown(asked, matcher()) ? probesOf(asked) : [];
  return best(trx, { probes, nicknames, judge }, keys);
}

/** The same for one line as it was typed: words in any order, a document or telephone number, a date or a year. */
export async function candidatesForText(trx: Trx, text: string, keys: KeysAsked = 'all'): Promise<PersonCandidate[]> {
  const nicknames = await nicknamesOf(trx);
  const query = readQuery(text, nicknames);
  const judge = (person: Prepared) => matchTyped(query, person, matcher());
  return best(trx, { probes: probesOf(queryFacts(query)), nicknames, judge }, keys);
}

/** How well who was asked for is a person of whom the reader may see these facts alone. */
export async function matchOf(trx: Trx, asked: string | PersonFacts, seen: PersonFacts): Promise<Match> {
  const nicknames = await nicknamesOf(trx);
  const person = prepare(seen, nicknames);
  if (typeof asked === 'string') return matchTyped(readQuery(asked, nicknames), person, matcher());
  return compare(prepare(asked, nicknames), person, matcher());
}

/**
 * Whether one line as it was typed may mean any of these persons, by the comparison of `candidatesForText`, without
 * looking at anybody else. They are read once for all lines.
 */
export async function lineReader(trx: Trx, personIds: readonly string[]): Promise<(text: string) => boolean> {
  const nicknames = await nicknamesOf(trx);
  const persons = (await factRowsOf(trx, personIds)).map((row) => preparedRow(row, nicknames));
  return (text) => {
    const query = readQuery(text, nicknames);
    return persons.some((person) => matchTyped(query, person, matcher()).level !== null);
  };
}

/** Other persons of the record who share a key with this one, those with the most telling keys first. */
export async function personsNear(trx: Trx, personId: string): Promise<string[]> {
  const [row] = await factRowsOf(trx, [personId]);
  if (row === undefined) return [];
  await ensureKeys(trx);
  const near = await lookUp(trx, probesOf(preparedRow(row, await nicknamesOf(trx))));
  return near.filter((id) => id !== personId);
}

/** Other persons with a document number of this one. */
export async function personsOfDocument(trx: Trx, personId: string): Promise<string[]> {
  await ensureKeys(trx);
  const rows = await tablesIn(trx)
    .selectFrom('person_key as own')
    .innerJoin('person_key as other', (join) =>
      join.onRef('other.kind', '=', 'own.kind').onRef('other.key', '=', 'own.key'),
    )
    .select('other.person_id')
    .distinct()
    .where('own.person_id', '=', personId)
    .where('own.kind', '=', 'document')
    .where('other.person_id', '!=', personId)
    .execute();
  return rows.map((row) => row.person_id);
}

/**
 * Compares one person with others of the record.
 *
 * @param among How many persons could be meant: the fewer, the less has to agree.
 */
export async function compareWith(
  trx: Trx,
  personId: string,
  others: readonly string[],
  among: number,
): Promise<Map<string, Match>> {
  const [own] = await factRowsOf(trx, [personId]);
  if (own === undefined) return new Map();
  const nicknames = await nicknamesOf(trx);
  const asked = preparedRow(own, nicknames);
  const rows = await factRowsOf(trx, others);
  const by = { ...matcher(), population: among };
  return new Map(rows.map((row) => [row.id, compare(asked, preparedRow(row, nicknames), by)]));
}
