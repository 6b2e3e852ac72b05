/** Records of the persons counted that may be of one: near by the keys of the search, then compared. Never a merge. */
import { sql, type RawBuilder } from 'kysely';
import type { Counted, Double, Doubles, RepeatKind } from '../../shared/pairs/index.ts';
import { isWorthAsking, matchModel, type Match } from '../../shared/people/index.ts';
import type { Trx } from '../database.ts';
import { compareWith, ensureKeys } from '../people/index.ts';

type Role = keyof Doubles;
const others = { user: 'aggressor', aggressor: 'user' } as const satisfies Record<Role, Role>;

/** The same woman's aggressors are few: less has to agree than among all persons of a centre. */
const fewPersons = 100;
/** A key that more persons have tells too little of two of them. */
const longestList = 40;
const enough = 3;

const idOf = (one: Counted, role: Role): string => (role === 'user' ? one.userId : one.aggressorId);

/** Persons of one role beside the same other person, two by two. */
function besideTheSame(fichas: readonly Counted[], role: Role): Double[] {
  const found = new Map<string, Double>();
  for (const own of Map.groupBy(fichas, (one) => idOf(one, others[role])).values()) {
    const ids = [...new Set(own.map((one) => idOf(one, role)))].toSorted();
    ids.forEach((one, at) => {
      for (const other of ids.slice(at + 1)) found.set(`${one} ${other}`, [one, other]);
    });
  }
  return [...found.values()];
}

/** Of these pairs of persons, those that share any key. Its plan is tested. */
export function sharingQuery(pairs: readonly Double[]): RawBuilder<{ one: string; other: string }> {
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
export function nearQuery(personIds: readonly string[]): RawBuilder<{ one: string; other: string }> {
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

/** Who was said to be somebody else, in either ficha. */
async function ruledOut(trx: Trx, role: Role): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('identity_answer')
    .innerJoin('case_file', 'case_file.id', 'identity_answer.case_id')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select(['identity_answer.person_id', `case_pair.${role}_id as own`])
    .where('identity_answer.role', '=', role)
    .where('identity_answer.answer', '=', 'different')
    .execute();
  return new Set(rows.flatMap(({ person_id, own }) => [`${own} ${person_id}`, `${person_id} ${own}`]));
}

type Judge = (match: Match) => boolean;

async function alike(trx: Trx, role: Role, near: readonly Double[], by: { among: number; judge: Judge }) {
  const out = await ruledOut(trx, role);
  const open = near.filter(([one, other]) => !out.has(`${one} ${other}`));
  const found: Double[] = [];
  for (const [one, own] of Map.groupBy(open, ([id]) => id)) {
    const ids = own.map(([, other]) => other);
    for (const [other, match] of await compareWith(trx, one, ids, by.among))
      if (by.judge(match)) found.push([one, other]);
  }
  return found;
}

const asDoubles = (rows: readonly { one: string; other: string }[]): Double[] =>
  rows.map(({ one, other }) => [one, other] as const);

/** As the page of the pair says «quizá la misma». */
async function beside(trx: Trx, role: Role, fichas: readonly Counted[]): Promise<Double[]> {
  const { rows } = await sharingQuery(besideTheSame(fichas, role)).execute(trx);
  return alike(trx, role, asDoubles(rows), { among: fewPersons, judge: ({ level }) => level !== null });
}

/** Close enough that a validation would ask (D37): likelier than not, among all persons of a centre. */
async function anywhere(trx: Trx, role: Role, fichas: readonly Counted[]): Promise<Double[]> {
  const { rows } = await nearQuery([...new Set(fichas.map((one) => idOf(one, role)))]).execute(trx);
  const among = matchModel.centrePersons;
  const judge: Judge = ({ bits, hasOtherGiven }) => isWorthAsking({ own: bits, other: 0, hasOtherGiven }, among);
  return alike(trx, role, asDoubles(rows), { among, judge });
}

/** What the list of this kind would join: of a pair either of the two, beside the other; else anybody of the role. */
export async function doublesOf(trx: Trx, kind: RepeatKind, fichas: readonly Counted[]): Promise<Doubles> {
  await ensureKeys(trx);
  // Nobody is like a man of whom nothing is known.
  const known = fichas.filter(({ isAggressorUnknown }) => !isAggressorUnknown);
  switch (kind) {
    case 'pairs':
      return { user: await beside(trx, 'user', known), aggressor: await beside(trx, 'aggressor', known) };
    case 'accused':
      return { user: [], aggressor: await anywhere(trx, 'aggressor', known) };
    case 'users':
      return { user: await anywhere(trx, 'user', known), aggressor: [] };
  }
}
