/** What the seals of records rest on: which tables they cover, and columns that stay empty in old rows. */
import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/main/migrations/index.ts';
import { migrate, queriesOf } from '../../src/main/platform/storage/migrate.ts';
import { recordsOfCaseQuery } from '../../src/main/platform/storage/record-seals.ts';
import { sealedKinds } from '../../src/main/sealed-kinds.ts';
import { formSectionIds } from '../../src/shared/intake/index.ts';

type Column = { name: string; type: string; notnull: number; dflt_value: string | null };

/** Columns of the row itself, beside those of the questions. */
const own = ['id', 'case_id', 'started', 'updated_by', 'version'];
const sections = formSectionIds.map((id) => `section_${id}`);

const db = new Database(':memory:');
let queries: Kysely<unknown>;
const columns = (table: string) => db.pragma(`table_info(${table})`) as Column[];

beforeAll(async () => {
  db.pragma('foreign_keys=ON');
  await migrate(db, migrations);
  queries = queriesOf(db);
});
afterAll(async () => {
  await queries.destroy();
});

/** One row, what is not said filled with anything of its type. */
function put(table: string, row: Readonly<Record<string, string>>): string {
  const text = `${row['id'] ?? ''} x`;
  const anything = { INTEGER: text.length, BLOB: Buffer.from(text), TEXT: text } as const;
  const all = columns(table).map(({ name, type }) => row[name] ?? anything[type as keyof typeof anything]);
  db.prepare(`insert into ${table} values (${all.map(() => '?').join(', ')})`).run(...all);
  return `${table} ${row['id'] ?? ''}`;
}

/** A case with a row in every table whose rows belong to one; answers which they are. */
function putCase(id: string): string[] {
  const own = (name: string) => `${id} ${name}`;
  const linked = { pair_id: own('pair'), incident_id: own('event'), informant_id: own('informant') };
  const open = { maybe_user_id: own('maybe user'), maybe_aggressor_id: own('maybe aggressor') };
  const byCase = sealedKinds.filter(
    ({ table, ofCase }) => ofCase !== undefined && columns(table).some(({ name }) => name === 'case_id'),
  );
  const told = ['incident_account', 'account_supplement', 'account_quote'];
  const others = byCase.filter(({ table }) => !['case_participant', 'interview', ...told].includes(table));
  const persons = ['user', 'aggressor', 'informant', 'maybe user', 'maybe aggressor', 'participant'].map(own);
  return [
    put('case_file', { id, ...linked, ...open }),
    put('case_pair', { id: own('pair'), user_id: own('user'), aggressor_id: own('aggressor') }),
    put('case_participant', { id: own('part'), case_id: id, person_id: own('participant') }),
    ...persons.flatMap((person) => [put('person', { id: person }), put('person_extra', { id: person })]),
    put('incident', { id: own('event') }),
    ...told.map((table) => put(table, { id: own(table), incident_id: own('event') })),
    put('interview', { id: own('interview'), case_id: id }),
    put('interview_part', { id: own('signed part'), interview_id: own('interview') }),
    put('moved_record', { id: own('left'), from_case_id: id, to_case_id: own('elsewhere') }),
    put('moved_record', { id: own('came'), from_case_id: own('elsewhere'), to_case_id: id }),
    ...others.map(({ table }) => put(table, { id: own(table), case_id: id })),
    put('condition_basis', { id: own('basis'), decision_id: own('condition_decision'), rests_on: own('elsewhere') }),
  ];
}

describe('sections of the form', () => {
  it.each(sections)('leave every answer of %s empty until it is asked', (table) => {
    const answers = columns(table).filter(({ name }) => !own.includes(name));
    expect(answers.length).toBeGreaterThan(table < 'section_d' ? 20 : 1);
    expect(answers.filter((column) => column.notnull === 1 || column.dflt_value !== null)).toEqual([]);
  });
});

describe('sealed kinds', () => {
  it('name tables and columns that exist, with a version in each record', () => {
    for (const { kind, table, children } of sealedKinds) {
      const names = columns(table).map(({ name }) => name);
      expect(names, kind).toEqual(expect.arrayContaining(['id', 'version']));
      for (const child of children) {
        const owned = columns(child.table).map(({ name }) => name);
        expect(owned, child.table).toEqual(expect.arrayContaining([child.ownerColumn, ...child.orderBy.split(',')]));
      }
    }
  });

  it('say which of their records belong to a case wherever a row names one, in one statement that runs', () => {
    const named = sealedKinds.filter(({ table }) => columns(table).some(({ name }) => name === 'case_id'));
    expect(named.length).toBeGreaterThan(30);
    // Both are of the person before they are of the case, and no page of a case shows them.
    const others = ['arrival', 'person_merge'];
    expect(named.filter(({ ofCase }) => ofCase === undefined).map(({ kind }) => kind)).toEqual(others);
    expect(db.prepare(recordsOfCaseQuery(sealedKinds)).all('no such case')).toEqual([]);
  });

  it('find what belongs to a case, and nothing of another one', () => {
    db.pragma('foreign_keys=OFF');
    db.pragma('ignore_check_constraints=ON');
    const expected = [putCase('one'), putCase('other')][0]?.toSorted();
    const found = db.prepare(recordsOfCaseQuery(sealedKinds)).all('one') as { kind: string; id: string }[];
    expect(found.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual(expected);
    expect(new Set(found.map(({ kind }) => kind)).size).toBe(sealedKinds.filter(({ ofCase }) => ofCase).length);
  });

  it('cover every table with a version: what is not sealed can be changed unseen', () => {
    const tables = (
      db.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all() as {
        name: string;
      }[]
    ).map(({ name }) => name);
    const sealed = new Set(sealedKinds.map(({ table }) => table));
    const open = tables.filter((table) => columns(table).some(({ name }) => name === 'version') && !sealed.has(table));
    // A draft is saved every second without an entry of its own, and nothing is printed from it.
    expect(open).toEqual(['draft']);
  });

  it('are found by case without reading a table from its first row to its last', () => {
    const plan = db.prepare(`explain query plan ${recordsOfCaseQuery(sealedKinds)}`).all('x') as { detail: string }[];
    const tables = new Set((db.pragma('table_list') as { name: string }[]).map(({ name }) => name));
    const read = plan.flatMap(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? []);
    expect(read.filter((table) => tables.has(table))).toEqual([]);
  });
});
