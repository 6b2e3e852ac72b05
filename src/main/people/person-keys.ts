/** The keys of each person: written with the person, made again for all when their rules change. */
import { sql } from 'kysely';
import {
  keysOf,
  keysVersion,
  nameRules,
  nicknameRules,
  prepare,
  type DocumentKind,
  type PersonFacts,
} from '../../shared/people/index.ts';
import type { Trx } from '../database.ts';
import { among } from '../platform/storage/among.ts';
import type { PeopleTables } from './tables.ts';

/** Columns that say who a person is. */
const factColumns = [
  ...(['id', 'given_names', 'first_surname', 'second_surname', 'aliases'] as const),
  ...(['birth_year', 'birth_month', 'birth_day', 'document_kind', 'document_number'] as const),
  ...(['phone', 'district_code', 'told_age', 'told_age_on'] as const),
] as const;
type OwnFacts = Pick<PeopleTables['person'], (typeof factColumns)[number]>;
type Further = {
  readonly aliases: string[];
  readonly documents: PersonFacts['documents'][number][];
  readonly phones: string[];
};
export type FactRow = OwnFacts & { readonly further: Further };

const nothingFurther: Further = { aliases: [], documents: [], phones: [] };

/** What stands beside the rows of these persons: all their aliases, documents and telephones find them. */
async function withFurther(trx: Trx, rows: readonly OwnFacts[]): Promise<FactRow[]> {
  const ids = rows.map((row) => row.id);
  const further = new Map<string, Further>(ids.map((id) => [id, { aliases: [], documents: [], phones: [] }]));
  const has = await trx.selectFrom('person_extra').select('id').where('id', 'in', among(ids)).execute();
  const extra = has.map((row) => row.id);
  if (extra.length > 0) {
    const of = {
      aliases: 'person_extra_alias',
      documents: 'person_extra_document',
      contacts: 'person_extra_contact',
    } as const;
    for (const row of await trx.selectFrom(of.aliases).selectAll().where('extra_id', 'in', extra).execute())
      further.get(row.extra_id)?.aliases.push(row.alias);
    for (const row of await trx.selectFrom(of.documents).selectAll().where('extra_id', 'in', extra).execute())
      if (row.number !== null)
        further.get(row.extra_id)?.documents.push({ kind: row.kind as DocumentKind | null, number: row.number });
    for (const row of await trx.selectFrom(of.contacts).selectAll().where('extra_id', 'in', extra).execute())
      further.get(row.extra_id)?.phones.push(row.phone);
  }
  return rows.map((row) => ({ ...row, further: further.get(row.id) ?? nothingFurther }));
}

/** Changes when keys would come out otherwise. */
export const keysEdition = `${nameRules.id}/${nicknameRules.id}/${keysVersion}`;

export function factsOfRow(row: FactRow): PersonFacts {
  const kind = row.document_kind as PersonFacts['documents'][number]['kind'];
  return {
    givenNames: row.given_names,
    firstSurname: row.first_surname,
    secondSurname: row.second_surname,
    aliases: [...(row.aliases === null ? [] : [row.aliases]), ...row.further.aliases],
    documents: [
      ...(row.document_number === null ? [] : [{ kind, number: row.document_number }]),
      ...row.further.documents,
    ],
    birth: row.birth_year === null ? null : { year: row.birth_year, month: row.birth_month, day: row.birth_day },
    bornBetween: bornBetween(row),
    phones: [...(row.phone === null ? [] : [row.phone]), ...row.further.phones],
    sex: null,
    districtCode: row.district_code,
  };
}

/** Years of birth that the age she told allows; null when none was told. */
function bornBetween({ told_age, told_age_on }: FactRow): readonly [number, number] | null {
  if (told_age === null || told_age_on === null) return null;
  const year = Number(told_age_on.slice(0, 4)) - told_age;
  return [year - 1, year];
}

export async function factRowsOf(trx: Trx, ids: readonly string[]): Promise<FactRow[]> {
  if (ids.length === 0) return [];
  return withFurther(trx, await trx.selectFrom('person').select(factColumns).where('id', 'in', among(ids)).execute());
}

/** All of them as one bound value: one text for any number of keys. */
async function insertKeys(trx: Trx, rows: readonly FactRow[]): Promise<void> {
  const values = rows.flatMap((row) => keysOf(prepare(factsOfRow(row))).map(({ kind, key }) => [kind, key, row.id]));
  await sql`insert into person_key (kind, key, person_id)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(values)})`.execute(trx);
}

/** The keys of a new person, of whom nothing stands beside her row. */
export async function insertKeysOf(trx: Trx, row: OwnFacts): Promise<void> {
  await insertKeys(trx, [{ ...row, further: nothingFurther }]);
}

/**
 * Who was joined, and after the separation stands in nothing any more: what named her went on with somebody else
 * meanwhile. Found by nobody, or a search would offer a woman who is only a copy of another.
 */
const leftBehind = sql<{ id: string }>`
  select absorbed_id as id from person_merge as joined
  where state = 'undone' and exists (select 1 from person_merge_move where merge_id = joined.id)
    and not exists (select 1 from person_merge where absorbed_id = joined.absorbed_id and state = 'merged')
    and not exists (select 1 from case_file join case_pair on case_pair.id = case_file.pair_id where joined.absorbed_id
      in (user_id, aggressor_id, informant_id, maybe_user_id, maybe_aggressor_id))
    and not exists (select 1 from case_participant where person_id = joined.absorbed_id)
    and not exists (select 1 from queue_entry where person_id = joined.absorbed_id)`;

export async function isLeftBehind(trx: Trx, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from (${leftBehind}) where id = ${personId}`.execute(trx);
  return rows.length > 0;
}

/** Writes the keys of a person as she is stored now. */
export async function replaceKeys(trx: Trx, personId: string): Promise<void> {
  await trx.deleteFrom('person_key').where('person_id', '=', personId).execute();
  await insertKeys(trx, await factRowsOf(trx, [personId]));
}

/** Persons whose keys are made in one go: well under a second. */
const batch = 500;
/** Between the edition and the last person done, while the keys are being made. */
const upTo = ' hasta ';

type Made = { readonly after: string } | 'all';

async function keysMade(trx: Trx): Promise<Made> {
  const stored = await trx.selectFrom('person_key_edition').select('edition').executeTakeFirst();
  if (stored?.edition === keysEdition) return 'all';
  const [edition, after] = (stored?.edition ?? '').split(upTo);
  return { after: edition === keysEdition ? (after ?? '') : '' };
}

/** How much of the record can be found by its keys, in percent; null when all of it can. */
export async function keysPercent(trx: Trx): Promise<number | null> {
  const made = await keysMade(trx);
  if (made === 'all') return null;
  const { rows } = await sql<{ done: number; persons: number }>`select count(*) as persons,
    count(*) filter (where id <= ${made.after}) as done from person`.execute(trx);
  const { done, persons } = rows[0] ?? { done: 0, persons: 0 };
  return persons === 0 ? 100 : Math.floor((100 * done) / persons);
}

/**
 * Makes the keys of the next persons when the stored ones are of another edition: after an update of the program. Goes on
 * where it stood, and answers whether that was all.
 */
export async function makeSomeKeys(trx: Trx): Promise<boolean> {
  const made = await keysMade(trx);
  if (made === 'all') return true;
  const own = await trx
    .selectFrom('person')
    .select(factColumns)
    .where('id', '>', made.after)
    // Who was absorbed is found as the person she is now.
    .where('id', 'not in', trx.selectFrom('person_merge').select('absorbed_id').where('state', '=', 'merged'))
    .where('id', 'not in', sql<string>`(${leftBehind})`)
    .orderBy('id')
    .limit(batch)
    .execute();
  const rows = own.length === 0 ? [] : await withFurther(trx, own);
  const ids = rows.map((row) => row.id);
  await trx.deleteFrom('person_key').where('person_id', 'in', among(ids)).execute();
  await insertKeys(trx, rows);
  const last = rows.at(-1);
  const isAll = last === undefined || rows.length < batch;
  const edition = isAll ? keysEdition : `${keysEdition}${upTo}${last.id}`;
  await trx
    .insertInto('person_key_edition')
    .values({ id: 1, edition })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ edition }))
    .execute();
  return isAll;
}

/** Every key, at once: for what must miss nobody. */
export async function ensureKeys(trx: Trx): Promise<void> {
  while (!(await makeSomeKeys(trx)));
}
