/** What hangs on the fichas of a list since it came in. Walks the schema, so that a table made later counts too. */
import { sql } from 'kysely';
import type { ImportHold } from '../../shared/imports/index.ts';
import { isOldCaseChanged } from '../intake/index.ts';
import { importedCases, type ImportedCase } from './repository.ts';
import { tablesIn, type Trx } from './tables.ts';

type Reference = { readonly table: string; readonly column: string };

/** Columns of any table that name a row of `target`. */
async function referencesTo(trx: Trx, target: string): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select tables.name as "table", keys."from" as "column"
    from sqlite_master as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = ${target}`.execute(trx);
  return rows;
}

/** What an import writes itself, and what is only an index of it. */
const own: Readonly<Record<string, readonly string[]>> = {
  case_file: ['section_a', 'section_b', 'list_import_case'],
  incident: ['case_file'],
  case_pair: ['case_file', 'list_import_case'],
  person: ['case_pair', 'person_key', 'person_name_key', 'list_import_case'],
};

/** Ids among these that another record names. */
async function named(trx: Trx, target: string, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { table, column } of await referencesTo(trx, target)) {
    if (own[target]?.includes(table) === true) continue;
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`.execute(trx);
    for (const { id } of rows) found.add(id);
  }
  return found;
}

async function idsOf(trx: Trx, query: ReturnType<typeof sql<{ id: string }>>): Promise<Set<string>> {
  return new Set((await query.execute(trx)).rows.map(({ id }) => id));
}

/** New persons of the list who stand in a pair or a list that did not come in with it, or were changed. */
async function personsUsed(trx: Trx, importId: string, persons: readonly string[]): Promise<Set<string>> {
  const wanted = sql`(select value from json_each(${JSON.stringify(persons)}))`;
  const mine = sql`(select pair_id from list_import_case where import_id = ${importId} and pair_is_new = 1)`;
  const used = await idsOf(
    trx,
    sql<{ id: string }>`
      select user_id as id from case_pair where user_id in ${wanted} and id not in ${mine}
      union select aggressor_id from case_pair where aggressor_id in ${wanted} and id not in ${mine}
      union select user_id from list_import_case where user_id in ${wanted} and import_id <> ${importId}
      union select aggressor_id from list_import_case where aggressor_id in ${wanted} and import_id <> ${importId}`,
  );
  for (const id of await named(trx, 'person', persons)) used.add(id);
  return used;
}

function changedPersons(trx: Trx, persons: readonly string[]): Promise<Set<string>> {
  return idsOf(
    trx,
    sql<{ id: string }>`
      select id from person where version > 1 and id in (select value from json_each(${JSON.stringify(persons)}))`,
  );
}

/** New pairs of the list that stand in a ficha which did not come in with it. */
async function pairsUsed(trx: Trx, importId: string, pairs: readonly string[]): Promise<Set<string>> {
  const used = await idsOf(
    trx,
    sql<{ id: string }>`
      select pair_id as id from case_file where pair_id in (select value from json_each(${JSON.stringify(pairs)}))
      and id not in (select case_id from list_import_case where import_id = ${importId})`,
  );
  for (const id of await named(trx, 'case_pair', pairs)) used.add(id);
  return used;
}

const words = {
  changed: 'La ficha se cambió después de la importación.',
  named: 'La ficha tiene registros posteriores.',
  person: 'Una de sus personas figura en otra ficha o registro.',
  personChanged: 'Se cambiaron los datos de una de sus personas.',
  pair: 'Hay otra ficha de las mismas dos personas.',
} as const;

function newPersons(cases: readonly ImportedCase[]): string[] {
  return cases.flatMap((one) => [
    ...(one.user_is_new === 1 ? [one.user_id] : []),
    ...(one.aggressor_is_new === 1 ? [one.aggressor_id] : []),
  ]);
}

type CaseOfList = { readonly id: string; readonly number: string; readonly incidentId: string };

function casesOfList(trx: Trx, importId: string): Promise<CaseOfList[]> {
  return tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('list_import_case', 'list_import_case.case_id', 'case_file.id')
    .select(['case_file.id', 'case_file.number', 'case_file.incident_id as incidentId'])
    .where('list_import_case.import_id', '=', importId)
    .execute();
}

/** Each reason as a question about one ficha of the list. */
async function questions(trx: Trx, importId: string, cases: readonly ImportedCase[], files: readonly CaseOfList[]) {
  const persons = newPersons(cases);
  const pairs = cases.filter((one) => one.pair_is_new === 1).map((one) => one.pair_id);
  const eventOf = new Map(files.map(({ id, incidentId }) => [id, incidentId]));
  const namedCases = await named(trx, 'case_file', [...eventOf.keys()]);
  const namedEvents = await named(trx, 'incident', [...eventOf.values()]);
  const used = await personsUsed(trx, importId, persons);
  const changed = await changedPersons(trx, persons);
  const inOtherFicha = await pairsUsed(trx, importId, pairs);
  const oneOf = (ids: ReadonlySet<string>, one: ImportedCase) => ids.has(one.user_id) || ids.has(one.aggressor_id);
  return [
    [
      words.named,
      (one: ImportedCase) => namedCases.has(one.case_id) || namedEvents.has(eventOf.get(one.case_id) ?? ''),
    ],
    [words.person, (one: ImportedCase) => oneOf(used, one)],
    [words.personChanged, (one: ImportedCase) => oneOf(changed, one)],
    [words.pair, (one: ImportedCase) => inOtherFicha.has(one.pair_id)],
  ] as const;
}

/** Every ficha of the list that something hangs on, with why. */
export async function holdsOf(trx: Trx, importId: string): Promise<ImportHold[]> {
  const cases = await importedCases(trx, importId);
  const files = await casesOfList(trx, importId);
  const numbers = new Map(files.map(({ id, number }) => [id, number]));
  const asked = await questions(trx, importId, cases, files);
  const holds: ImportHold[] = [];
  for (const one of cases) {
    const isChanged = await isOldCaseChanged(trx, one.case_id);
    const found = asked.filter(([, applies]) => applies(one)).map(([why]) => why);
    const reasons = [...(isChanged ? [words.changed] : []), ...found];
    const caseId = one.case_id;
    if (reasons.length > 0) holds.push({ line: one.line, caseId, number: numbers.get(caseId) ?? '', reasons });
  }
  return holds;
}
