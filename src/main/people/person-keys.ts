/** The keys of each person: written with the person, made again for all when their rules change. */
import { sql } from 'kysely';
import {
  keysOf,
  keysVersion,
  nameRules,
  nicknameChanges,
  nicknameKeys,
  nicknamesId,
  prepare,
  type Nicknames,
  type PersonFacts,
  nicknameTable,
} from '../../shared/people/index.ts';
import { among } from '../platform/storage/among.ts';
import { columnsIn, rowsOf, valuesIn } from '../platform/storage/rows.ts';
import { nicknamesOf } from './nicknames.ts';
import { tablesIn, type Trx, type PeopleTables } from './tables.ts';
import { abovePeople } from './above.ts';
import type { RuleListener } from '../rulebook/index.ts';

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
  const extra = await valuesIn(tablesIn(trx), 'person_extra.id', { id: ids });
  if (extra.length > 0) {
    const own = { extra_id: extra };
    for (const row of await rowsOf(tablesIn(trx), 'person_extra_alias', own))
      further.get(row.extra_id)?.aliases.push(row.alias);
    for (const row of await rowsOf(tablesIn(trx), 'person_extra_document', own))
      if (row.number !== null) further.get(row.extra_id)?.documents.push({ kind: row.kind, number: row.number });
    for (const row of await rowsOf(tablesIn(trx), 'person_extra_contact', own))
      further.get(row.extra_id)?.phones.push(row.phone);
  }
  return rows.map((row) => ({ ...row, further: further.get(row.id) ?? nothingFurther }));
}

/** Changes when the program would make keys otherwise. */
export const keysEdition = `${nameRules.id}/${nicknamesId}/${keysVersion}`;

const editions = new WeakMap<Nicknames, string>();

/**
 * By what keys are made in this record: the rules of the program, then what its centre changed of the nicknames. Asked by
 * every search; two whole lists are compared once.
 */
function editionOf(nicknames: Nicknames): string {
  const edition = editions.get(nicknames) ?? [keysEdition, ...nicknameChanges(nicknames)].join(' ');
  editions.set(nicknames, edition);
  return edition;
}

export function factsOfRow(row: FactRow): PersonFacts {
  const kind = row.document_kind;
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
  return withFurther(trx, await columnsIn(tablesIn(trx), 'person', factColumns, { id: ids }));
}

/** All of them as one bound value: one text for any number of keys. */
async function insertKeys(trx: Trx, rows: readonly FactRow[]): Promise<void> {
  const nicknames = await nicknamesOf(trx);
  const values = rows.flatMap((row) =>
    keysOf(prepare(factsOfRow(row), nicknames)).map(({ kind, key }) => [kind, key, row.id]),
  );
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
const leftBehind = () => sql<{ id: string }>`
  select absorbed_id as id from person_merge as joined
  where state = 'undone' and exists (select 1 from person_merge_move where merge_id = joined.id)
    and not exists (select 1 from person_merge where absorbed_id = joined.absorbed_id and state = 'merged')
    and not ${abovePeople.ask.standsSomewhere(sql`joined.absorbed_id`)}`;

export async function isLeftBehind(trx: Trx, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from (${leftBehind()}) where id = ${personId}`.execute(trx);
  return rows.length > 0;
}

/** Writes the keys of a person as she is stored now. */
export async function replaceKeys(trx: Trx, personId: string): Promise<void> {
  await tablesIn(trx).deleteFrom('person_key').where('person_id', '=', personId).execute();
  await insertKeys(trx, await factRowsOf(trx, [personId]));
}

/** Persons whose keys are made in one go, and among whom those of some words are looked for: well under a second. */
const batch = 500;
const lookedAt = 5000;
/** Between the edition and the last person done, while the keys are being made. */
const upTo = ' hasta ';
/** After her, where only those who may be called by these words have other keys. */
const ofWords = ' de ';

/** Keys still to be made: of persons after this one, all of them or those who may be called by one of the words. */
type Left = { readonly after: string; readonly words: ReadonlySet<string> | null };

/** The nicknames that one of the two lists of changes has otherwise than the other. */
function changedBetween(ones: readonly string[], others: readonly string[]): string[] {
  const changes = [
    ...ones.filter((change) => !others.includes(change)),
    ...others.filter((change) => !ones.includes(change)),
  ];
  return changes.map((change) => change.slice(0, change.indexOf('>')));
}

/** By what the stored keys were made, and what was left then. */
async function keysMade(trx: Trx): Promise<{ readonly edition: string; readonly left: Left | null }> {
  const stored = await tablesIn(trx).selectFrom('person_key_edition').select('edition').executeTakeFirst();
  const [edition = '', rest] = (stored?.edition ?? '').split(upTo);
  if (rest === undefined) return { edition, left: null };
  const [after = '', words] = rest.split(ofWords);
  return { edition, left: { after, words: words === undefined ? null : new Set(words.split(' ')) } };
}

async function keysLeft(trx: Trx, nicknames: Nicknames): Promise<Left | null> {
  const { edition, left } = await keysMade(trx);
  if (edition === editionOf(nicknames)) return left;
  const [rules, ...changes] = edition.split(' ');
  if (rules !== keysEdition || left?.words === null) return { after: '', words: null };
  // Whoever waited for an earlier change still does.
  const waiting = left?.words ?? [];
  return { after: '', words: new Set([...waiting, ...changedBetween(changes, nicknameChanges(nicknames))]) };
}

/** How much of the record can be found by its keys, in percent; null when all of it can. */
export async function keysPercent(trx: Trx): Promise<number | null> {
  const left = await keysLeft(trx, await nicknamesOf(trx));
  if (left === null) return null;
  const { rows } = await sql<{ done: number; persons: number }>`select count(*) as persons,
    count(*) filter (where id <= ${left.after}) as done from person`.execute(trx);
  const { done, persons } = rows[0] ?? { done: 0, persons: 0 };
  return persons === 0 ? 100 : Math.floor((100 * done) / persons);
}

function mayBeCalled({ given_names, first_surname, second_surname }: OwnFacts, words: ReadonlySet<string>): boolean {
  const parts = [given_names, first_surname, second_surname].filter((part) => part !== null);
  return parts.flatMap(nicknameKeys).some((key) => words.has(key));
}

/**
 * Makes the keys of the next persons when the stored ones are of another edition: after an update of the program those of
 * everybody, after a change of nicknames those whom it concerns. Goes on where it stood, and answers whether that was all.
 */
export async function makeSomeKeys(trx: Trx): Promise<boolean> {
  const nicknames = await nicknamesOf(trx);
  const left = await keysLeft(trx, nicknames);
  if (left === null) return true;
  const { after, words } = left;
  const most = words === null ? batch : lookedAt;
  const looked = await tablesIn(trx)
    .selectFrom('person')
    .select(factColumns)
    .where('id', '>', after)
    // Who was absorbed is found as the person she is now.
    .where('id', 'not in', tablesIn(trx).selectFrom('person_merge').select('absorbed_id').where('state', '=', 'merged'))
    .where('id', 'not in', sql<string>`(${leftBehind()})`)
    .orderBy('id')
    .limit(most)
    .execute();
  const own = words === null ? looked : looked.filter((row) => mayBeCalled(row, words));
  const rows = own.length === 0 ? [] : await withFurther(trx, own);
  const ids = rows.map((row) => row.id);
  await tablesIn(trx).deleteFrom('person_key').where('person_id', 'in', among(ids)).execute();
  await insertKeys(trx, rows);
  const last = looked.at(-1);
  const isAll = last === undefined || looked.length < most;
  const edition = editionOf(nicknames) + (isAll ? '' : whereItStands(last.id, words));
  await tablesIn(trx)
    .insertInto('person_key_edition')
    .values({ id: 1, edition })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ edition }))
    .execute();
  return isAll;
}

function whereItStands(after: string, words: Left['words']): string {
  return `${upTo}${after}${words === null ? '' : `${ofWords}${[...words].join(' ')}`}`;
}

/** Every key, at once: for what must miss nobody. */
export async function ensureKeys(trx: Trx): Promise<void> {
  while (!(await makeSomeKeys(trx)));
}

/** Between two slices, in ms: whoever types goes first. */
const pause = 50;

/** Keys of the rules of today for a whole record, in the background: a slice, then everybody else's turn. */
export class KeyMaker {
  readonly #transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  #running: Promise<void> | null = null;

  constructor(transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>) {
    this.#transaction = transaction;
  }

  /** Until all are made, or the record is closed: the next sign-in goes on where this one stood. */
  run(): Promise<void> {
    this.#running ??= this.#make()
      .catch(() => undefined)
      .finally(() => (this.#running = null));
    return this.#running;
  }

  async #make(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, pause).unref());
    while (!(await this.#transaction(makeSomeKeys)));
  }
}

/** @param makeRest makes in the background what is more than one slice: until then a search says that it is not whole */
export function nicknameListener(makeRest: () => void): RuleListener {
  return {
    tables: [nicknameTable.id],
    changed: async ({ trx }) => {
      if (!(await makeSomeKeys(trx))) makeRest();
    },
  };
}
