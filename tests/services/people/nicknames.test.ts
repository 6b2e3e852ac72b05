/** Nicknames as data of a centre: what it adds, changes or ends counts in every search and comparison. */
import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { inTransaction, type Database as Tables, type Trx } from '../../support/tables.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { candidatesFor, KeyMaker, nicknameListener, nicknamesOf } from '../../../src/main/people/index.ts';
import { keysPercent, makeSomeKeys } from '../../../src/main/people/person-keys.ts';
import { migrate, queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { noFacts, type PersonFacts } from '../../../src/shared/people/index.ts';
import { aUser } from '../../support/case-builder.ts';
import { inventPeople, seeded } from '../../support/invented-people.ts';
import { insertPersons, personId } from '../../support/person-rows.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { likely, noPapers, open, visit, wilber } from '../../support/visits.ts';
import { insideFile } from '../inside-file.ts';
import { failureOf } from '../refusal.ts';

afterEach(closeCentres);

const agripina = { givenNames: 'Agripina', firstSurname: 'Ficticia', secondSurname: 'Quispe' };
const pini = { givenNames: 'Pini', firstSurname: 'Inventada', secondSurname: 'Lizana' };

type Change = { rowId?: string; seenVersions?: number; from?: string; to?: string; name?: string; standsFor?: string };

async function put(centre: TestCentre, change: Change = {}): Promise<string> {
  const { rowId = null, seenVersions = 0, from = '2026-06-01', to, name = 'Pini', standsFor = 'Agripina' } = change;
  const done = await (
    await centre.as('coordina')
  ).changeRule({
    ...{ tableId: 'nickname', rowId, seenVersions },
    change: {
      ...{ value: { name, standsFor }, source: 'Acuerdo del equipo', confirmation: 'toConfirm', note: null },
      ...{ validFrom: from, validTo: to ?? null, replaces: null },
    },
  });
  return done.rowId;
}

async function found(centre: TestCentre, query: string): Promise<string[]> {
  const client = await centre.as('coordina');
  const { candidates, preparedPercent } = await client.findPersons({ query, arrivalId: null, role: 'any' });
  expect(preparedPercent).toBeUndefined();
  return candidates.map(({ name }) => name);
}

describe('a nickname of the centre', () => {
  it('stands in one row at a time, however it is written', async () => {
    const centre = await startCentre();
    const rowId = await put(centre);
    for (const name of ['pini', 'PINI', 'lucho'])
      expect(await failureOf(() => put(centre, { name }))).toMatchObject({
        reason: 'rule-twice',
        issues: [{ path: 'change.value.name', message: expect.stringContaining('Ya está en la tabla') as string }],
      });
    // The row itself is changed; once it ended, another may say the same.
    await put(centre, { rowId, seenVersions: 1, standsFor: 'Agripina, Crispina', to: '2026-06-30' });
    await put(centre, { from: '2026-07-01' });
  });

  it('finds her as she is called and as she is named, at the search and at a validation, until it ends', async () => {
    const [centre, other] = [await startCentre(), await startCentre()];
    for (const one of [centre, other]) {
      await one.aCase({ user: aUser({ ...noPapers, ...agripina }), aggressor: wilber });
      await one.aCase({ user: aUser({ ...noPapers, ...pini }) });
    }
    const [her, called] = ['Agripina Ficticia Quispe', 'Pini Inventada Lizana'];
    expect(await found(centre, 'pini')).toEqual([called]);
    expect(await found(centre, 'agripina')).toEqual([her]);

    const rowId = await put(centre);
    expect((await found(centre, 'pini')).toSorted()).toEqual([her, called]);
    // By her keys alone: nothing else of the two names is the same.
    expect((await found(centre, 'agripina')).toSorted()).toEqual([her, called]);
    const again = await open(centre, visit({ ...agripina, givenNames: 'Pini' }, wilber));
    const [known] = await likely(again);
    expect(known).toMatchObject({ isAsked: true });
    const wordsOf = (one: typeof known) => (one?.reasons ?? []).map(({ text }) => text).join(' ');
    expect(wordsOf(known)).toMatch(/Nombre y forma familiar: .*Agripina/);

    expect(await found(other, 'pini')).toEqual([called]);
    expect(await found(other, 'agripina')).toEqual([her]);

    await put(centre, { rowId, seenVersions: 1, to: '2026-06-09' });
    expect(await found(centre, 'agripina')).toEqual([her]);
    const [stranger] = await likely(again);
    expect(wordsOf(stranger)).not.toContain('forma familiar');
  });

  it('that came with the program is changed and ended like any other', async () => {
    const centre = await startCentre();
    await centre.aCase({ user: aUser({ ...noPapers, ...agripina, givenNames: 'Rosario' }) });
    const rows = (await (await centre.as('legal')).listRules({ tableId: 'nickname' })).versions;
    const charo = rows.find(({ value }) => value['name'] === 'Charo');
    expect(charo).toMatchObject({ label: 'Charo: Rosario', confirmation: 'toConfirm', isCurrent: true });
    const row = { rowId: charo?.rowId ?? '', seenVersions: 1, name: 'Charo' };
    expect(await found(centre, 'charo')).toHaveLength(1);
    await put(centre, { ...row, standsFor: 'Rosalía' });
    expect(await found(centre, 'charo')).toEqual([]);
    await put(centre, { ...row, seenVersions: 2, standsFor: 'Rosalía, Rosario' });
    expect(await found(centre, 'charo')).toHaveLength(1);
  });

  it('counts from its first day on, from the first sign-in of that day', async () => {
    const centre = await startCentre();
    await centre.aCase({ user: aUser({ ...noPapers, ...pini }) });
    await put(centre, { from: '2026-06-11' });
    expect(await found(centre, 'agripina')).toEqual([]);
    centre.clock.advance(86_400_000);
    const later = await centre.restart();
    expect(await found(later, 'agripina')).toHaveLength(1);
    await later.close();
    await insideFile(later.folder, (db) => {
      const edition = db.prepare('select edition from person_key_edition').pluck().get();
      expect(edition).toMatch(/ PINI>AGRIPINA$/);
    });
  });

  it('is refused where it could never be compared', async () => {
    const centre = await startCentre();
    await expect(put(centre, { name: 'La Pini' })).rejects.toMatchObject({
      failure: { issues: [{ path: 'change.value.name' }] },
    });
  });
});

async function record(people: readonly PersonFacts[]) {
  const db = new Database(':memory:');
  await migrate(db, migrations);
  db.pragma('foreign_keys = off');
  insertPersons(db, people);
  const queries: Kysely<Tables> = queriesOf(db);
  const transaction = <Value>(work: (trx: Trx) => Promise<Value>) => inTransaction(queries, work);
  const add = (name: string, standsFor: string) =>
    db
      .prepare(
        `insert into rule_row (id, table_id, row_id, row_version, value, valid_from, source, confirmation, edited_by,
          edited_at, version) values (?, 'nickname', ?, 1, ?, '2026-01-01', 'x', 'toConfirm', 'x', 'x', 1)`,
      )
      .run(crypto.randomUUID(), crypto.randomUUID(), JSON.stringify({ name, standsFor }));
  const keys = () => db.prepare('select kind, key, person_id from person_key order by 1, 2, 3').all();
  return { db, queries, transaction, add, keys };
}

describe('keys of a large record', () => {
  it('are made again for those who may be called so, slice by slice, and a search says when it is not whole', async () => {
    const people = inventPeople(5200, seeded(8)).map((person) => ({
      ...person,
      givenNames: `${person.givenNames} Sol`,
    }));
    people[5100] = { ...(people[5100] as PersonFacts), givenNames: 'Pini' };
    people[10] = { ...(people[10] as PersonFacts), givenNames: 'Zumi' };
    const { db, queries, transaction, add, keys } = await record(people);
    while (!(await transaction(makeSomeKeys)));
    const made = () => db.prepare('select total_changes()').pluck().get() as number;
    const find = (givenNames: string, at: number) =>
      transaction(async (trx) => {
        const { firstSurname, birth } = people[at] as PersonFacts;
        const facts = {
          ...noFacts,
          givenNames,
          firstSurname,
          birth: { year: birth?.year ?? 1990, month: null, day: null },
        };
        const all = await candidatesFor(trx, facts, 'made');
        return all.find((one) => one.personId === personId(at))?.reasons.map(({ text }) => text) ?? [];
      });
    add('Pini', 'Agripina');
    expect(await transaction(keysPercent)).toBe(0);
    const before = made();
    let isRestAsked = false;
    const listener = nicknameListener(() => void (isRestAsked = true));
    await transaction((trx) => listener.changed({ trx } as never, { tableId: 'nickname', rowId: 'x' }));
    expect(isRestAsked).toBe(true);
    // Nobody among the first five thousand is called so: nothing but the note of how far it is was written.
    expect(made() - before).toBe(1);
    expect(await transaction(keysPercent)).toBe(96);

    // Another change before the first is through: nobody who waits for either is lost.
    add('Zumi', 'Zenobia');
    expect(await transaction(keysPercent)).toBe(0);
    await new KeyMaker(transaction).run();
    expect(await transaction(keysPercent)).toBeNull();
    expect((await find('Agripina', 5100)).join(' ')).toContain('Nombre y forma familiar');
    expect((await find('Zenobia', 10)).join(' ')).toContain('Nombre y forma familiar');
    const bySlices = keys();
    db.exec("update person_key_edition set edition = 'older'");
    while (!(await transaction(makeSomeKeys)));
    expect(bySlices).toEqual(keys());
    await queries.destroy();
  });

  it('reads the table when it is another one, and not at each letter', async () => {
    const { queries, transaction, add } = await record([]);
    const first = await transaction(nicknamesOf);
    expect(await transaction(nicknamesOf)).toBe(first);
    add('Pini', 'Agripina');
    const second = await transaction(nicknamesOf);
    expect(second.formalKeys('PINI')).toEqual(['AGRIPINA']);
    expect(first.formalKeys('PINI')).toEqual([]);
    expect(await transaction(nicknamesOf)).toBe(second);
    await queries.destroy();
  });
});
