import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { inTransaction, type Database as Tables, type Trx } from '../../support/tables.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { bestOf } from '../../../src/main/people/candidates.ts';
import { candidatesFor, KeyMaker } from '../../../src/main/people/index.ts';
import { keysEdition, keysPercent, makeSomeKeys } from '../../../src/main/people/person-keys.ts';
import { migrate, queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { keyKinds, noFacts, type PersonFacts, type TypedFacts } from '../../../src/shared/people/index.ts';
import { aUser } from '../../support/case-builder.ts';
import { inventPeople, seeded } from '../../support/invented-people.ts';
import { insertPersons, personId } from '../../support/person-rows.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

const nothingTyped: TypedFacts = {
  ...{ givenNames: null, firstSurname: null, secondSurname: null, aliases: null },
  ...{ documentKind: null, documentNumber: null, birth: null, age: null, phone: null },
};
const blankDocument = { kind: null, state: 'notAsked', number: null } as const;

async function suggest(centre: TestCentre, login: 'admision' | 'psico' | 'coordina', facts: Partial<TypedFacts>) {
  const client = await centre.as(login);
  const { arrivalId } = await (await centre.as('admision')).openArrival({});
  const { candidates } = await client.suggestPersons({ facts: { ...nothingTyped, ...facts }, arrivalId, role: 'user' });
  return candidates;
}

describe('suggestPersons', () => {
  it('finds her while typing under another spelling, and says why without what the desk may not see', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const candidates = await suggest(centre, 'admision', {
      givenNames: 'Rosa',
      firstSurname: 'Fictisia',
      secondSurname: 'Kispe',
      birth: { year: 1992, month: 9, day: 4 },
    });
    expect(candidates).toMatchObject([{ name: 'Rosa Quispe', level: 'probable', knownAs: [], cases: [] }]);
    expect(candidates[0]?.reasons).toEqual([
      'Los mismos apellidos en otro orden.',
      'Coincide uno de los nombres.',
      'Nombre escrito de otra manera.',
      'Día y mes de nacimiento intercambiados.',
    ]);
    expect(JSON.stringify(candidates)).not.toMatch(/Ficticia|Inventada|00112233/);
  });

  it('tells the professional of the case the whole name and the spellings', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const candidates = await suggest(centre, 'psico', {
      ...nothingTyped,
      documentKind: 'dni',
      documentNumber: '00112233',
    });
    expect(candidates).toMatchObject([
      { name: 'Rosa Inventada Quispe Ficticia', level: 'probable', reasons: ['Mismo DNI.'] },
    ]);
  });

  it('finds by telephone and by birth with a name', async () => {
    const centre = await startCentre();
    await centre.aCase({ user: { contact: { ...aUser().contact, phone: '987 654 321' } } });
    expect(await suggest(centre, 'coordina', { phone: '+51987654321', firstSurname: 'Quispe' })).toHaveLength(1);
    expect(await suggest(centre, 'coordina', { firstSurname: 'Quispe', age: 34 })).toHaveLength(1);
    expect(await suggest(centre, 'coordina', { phone: '911111111' })).toHaveLength(0);
  });

  it('knows a user who stands as aggressor elsewhere for Coordinación, and keeps it from the desk', async () => {
    const centre = await startCentre();
    const man = { givenNames: 'Saúl Inventado', firstSurname: 'Ccori', secondSurname: 'Lizana' };
    await centre.aCase({ aggressor: { ...man, document: { kind: 'dni', state: 'known', number: '00445566' } } });
    const facts = { ...man, documentKind: 'dni' as const, documentNumber: '00445566' };
    expect(await suggest(centre, 'coordina', facts)).toMatchObject([{ level: 'probable', knownAs: ['aggressor'] }]);
    expect(await suggest(centre, 'admision', facts)).toEqual([]);
  });

  it('shows «requiere revisión» and nothing else for a reserved case', async () => {
    const centre = await startCentre();
    await centre.aCase();
    await centre.close();
    await insideFile(centre.folder, (db) => db.prepare('update case_file set is_sealed = 1').run());
    const again = await centre.restart();
    const candidates = await suggest(again, 'admision', { documentKind: 'dni', documentNumber: '00112233' });
    expect(candidates).toMatchObject([{ name: 'Requiere revisión', needsReview: true, reasons: [], birthYear: null }]);
  });

  it('asks the desk for an open arrival and counts renewals of one person as one search', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const facts = { ...nothingTyped, firstSurname: 'Nadie' };
    await expect(desk.suggestPersons({ facts, arrivalId: null, role: 'user' })).rejects.toMatchObject({
      failure: { reason: 'no-open-arrival' },
    });
    const { arrivalId } = await desk.openArrival({});
    for (let count = 0; count < 80; count += 1) {
      centre.clock.advance(10);
      await desk.suggestPersons({ facts, arrivalId, role: 'user' });
    }
    for (let count = 0; count < 56; count += 1) {
      centre.clock.advance(10);
      const { searchesLeft } = await desk.findPersons({ query: 'nadie', arrivalId, role: 'any' });
      expect(searchesLeft).toBe(55 - count);
    }
    await expect(desk.findPersons({ query: 'nadie', arrivalId, role: 'any' })).rejects.toMatchObject({
      failure: { reason: 'too-many-searches' },
    });
    // Whoever attends cases searches without that limit, and is told of none.
    const found = await (await centre.as('psico')).findPersons({ query: 'nadie', arrivalId: null, role: 'any' });
    expect(found.searchesLeft).toBeUndefined();
  });

  it.each<[string, Partial<TypedFacts>]>([
    ['DNI of seven digits', { documentKind: 'dni', documentNumber: '0011223' }],
    ['DNI of equal digits', { documentKind: 'dni', documentNumber: '00000000' }],
    ['wildcards', { firstSurname: '%_\\', givenNames: '*' }],
    ['Arabic', { firstSurname: '\u0645\u0631\u064a\u0645' }],
    ['a lone surrogate', { firstSurname: '\ud800' }],
    ['one letter', { givenNames: 'O' }],
    ['nothing', {}],
  ])('finds nobody for %s and does not fail', async (_what, facts) => {
    const centre = await startCentre();
    await centre.aCase();
    expect(await suggest(centre, 'admision', facts)).toEqual([]);
  });

  it('reads full-width digits and another alphabet’s letters as ours', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const wide = '\uff10\uff10\uff11\uff11\uff12\uff12\uff13\uff13';
    expect(await suggest(centre, 'admision', { documentKind: 'dni', documentNumber: wide })).toHaveLength(1);
    const cyrillic = { givenNames: 'R\u043esa', firstSurname: 'Quisp\u0435' };
    expect(await suggest(centre, 'admision', cyrillic)).toHaveLength(1);
  });
});

describe('keys of persons', () => {
  it('follow a change of the person', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const desk = await centre.as('psico');
    const { version, form } = await desk.getSectionA({ caseId });
    await desk.saveSectionA({
      caseId,
      version,
      form: { ...form, user: { ...form.user, firstSurname: 'Yaranga', document: blankDocument } },
      reason: { code: 'typing', text: null },
    });
    expect(await suggest(centre, 'coordina', { givenNames: 'Rosa Inventada', firstSurname: 'Llaranga' })).toHaveLength(
      1,
    );
    expect(await suggest(centre, 'coordina', { documentKind: 'dni', documentNumber: '00112233' })).toEqual([]);
  });

  it('are made before anybody searches when they are missing or of another edition', async () => {
    const centre = await startCentre();
    await centre.aCase();
    await centre.close();
    await insideFile(centre.folder, (db) => {
      db.prepare('delete from person_key').run();
      db.prepare("update person_key_edition set edition = 'older'").run();
    });
    const again = await centre.restart();
    expect(await suggest(again, 'admision', { documentKind: 'dni', documentNumber: '00112233' })).toHaveLength(1);
    await again.close();
    await insideFile(again.folder, (db) => {
      expect(db.prepare('select edition from person_key_edition').all()).toEqual([{ edition: keysEdition }]);
    });
  });

  it('are made in slices that go on where they stood, and a search says how far they are', async () => {
    const db = new Database(':memory:');
    await migrate(db, migrations);
    const people = inventPeople(1200, seeded(8));
    insertPersons(db, people);
    const queries: Kysely<Tables> = queriesOf(db);
    const transaction = <Value>(work: (trx: Trx) => Promise<Value>) => inTransaction(queries, work);
    const last = people.at(-1) as PersonFacts;
    const found = () => transaction((trx) => candidatesFor(trx, last, 'made'));
    expect(await found()).toEqual([]);
    expect(await transaction(keysPercent)).toBe(0);
    expect(await transaction(makeSomeKeys)).toBe(false);
    expect(await transaction(keysPercent)).toBe(41);
    // Whoever was made stays found, whoever comes later is not yet: nothing is made by looking.
    expect(await found()).toEqual([]);
    expect((await transaction((trx) => candidatesFor(trx, people[0] as PersonFacts, 'made')))[0]).toMatchObject({
      personId: personId(0),
    });
    let slices = 0;
    const counted: typeof transaction = (work) => {
      slices += 1;
      return transaction(work);
    };
    await new KeyMaker(counted).run();
    expect(slices).toBe(2);
    expect(await transaction(keysPercent)).toBeNull();
    expect((await found())[0]).toMatchObject({ personId: personId(1199) });
    const keys = () => db.prepare('select kind, key, person_id from person_key order by 1, 2, 3').all();
    const inSlices = keys();
    db.exec("update person_key_edition set edition = 'older'");
    // What must miss nobody makes them all at once; the same keys come out.
    await transaction((trx) => candidatesFor(trx, last));
    expect(keys()).toEqual(inSlices);
    await queries.destroy();
  });

  it('are read by index: the plan searches and never scans', async () => {
    const db = new Database(':memory:');
    await migrate(db, migrations);
    const queries: Kysely<Tables> = queriesOf(db);
    const probes = keyKinds.map((kind) => ({ kind, key: 'KISPI' }));
    const { sql, parameters } = bestOf(probes).compile(queries);
    const plan = db.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
    const details = plan.map(({ detail }) => detail).filter((detail) => detail.includes('person'));
    expect(details).toHaveLength(2);
    for (const detail of details) expect(detail).toMatch(/^SEARCH person_key USING PRIMARY KEY \(kind=\? AND key=\?/);
    // One text for any number of keys: it is prepared once.
    expect(bestOf(probes.slice(1)).compile(queries).sql).toBe(sql);
    await queries.destroy();
  });
});

describe('the same person twice (bad input 22)', () => {
  const again: readonly (readonly [string, Partial<TypedFacts>])[] = [
    ['without accents, in capitals', { givenNames: 'MARIA JOSE', firstSurname: 'NAHUI', secondSurname: 'QQUELLON' }],
    ['decomposed', { givenNames: 'Mari\u0301a Jose\u0301', firstSurname: 'N\u0303ahui' }],
    ['names in another order', { givenNames: 'José María', firstSurname: 'Qquellón', secondSurname: 'Ñahui' }],
    [
      'her document with a zero before it',
      { givenNames: 'María', firstSurname: 'Ñahui', documentKind: 'dni', documentNumber: '045678913' },
    ],
  ];
  const she = { givenNames: 'María José', firstSurname: 'Ñahui', secondSurname: 'Qquellón' };

  it.each(again)('is shown %s, masked at the desk', async (_what, facts) => {
    const centre = await startCentre();
    await centre.aCase({ user: { ...she, document: { kind: 'dni', state: 'known', number: '45678913' } } });
    const candidates = await suggest(centre, 'admision', facts);
    expect(candidates).toMatchObject([{ name: 'María Ñahui', needsReview: false, cases: [] }]);
    expect(JSON.stringify(candidates)).not.toMatch(/Qquell|45678913/);
  });

  it.each(again)('is «requiere revisión» and nobody’s name when her ficha is reserved: %s', async (_what, facts) => {
    const centre = await startCentre();
    await centre.aCase({ user: { ...she, document: { kind: 'dni', state: 'known', number: '45678913' } } });
    await centre.close();
    await insideFile(centre.folder, (db) => db.prepare('update case_file set is_sealed = 1').run());
    const candidates = await suggest(await centre.restart(), 'admision', facts);
    expect(candidates).toMatchObject([{ name: 'Requiere revisión', needsReview: true, reasons: [], birthYear: null }]);
    expect(JSON.stringify(candidates)).not.toMatch(/ahui|Mar[ií]/i);
  });
});

describe('the door for other domains', () => {
  it('answers who a person of some facts may be, the most likely first', async () => {
    const centre = await startCentre();
    await centre.aCase();
    await centre.close();
    const facts = { ...noFacts, givenNames: 'Roza', firstSurname: 'Quispe', birth: { year: 1992, month: 4, day: 9 } };
    const found = await insideFile(centre.folder, async (db) => {
      const queries: Kysely<Tables> = queriesOf(db);
      return inTransaction(queries, (trx) => candidatesFor(trx, facts));
    });
    expect(found).toMatchObject([{ level: 'probable' }]);
    expect(found[0]?.probability).toBeGreaterThan(0.9);
  });
});

describe('a second visit', () => {
  it('under another spelling finds woman and man before anything is written', async () => {
    const centre = await startCentre();
    await centre.aCase({
      user: { givenNames: 'Yenny Maribel', firstSurname: 'Huamán', secondSurname: 'Ccahuana', document: blankDocument },
      aggressor: { givenNames: 'Jhon', firstSurname: 'Vilca', secondSurname: 'Choque' },
    });
    const she = { givenNames: 'Jeny Mari Bel', firstSurname: 'Guamán', secondSurname: 'Kawana' };
    expect((await suggest(centre, 'coordina', she))[0]).toMatchObject({ name: 'Yenny Maribel Huamán Ccahuana' });
    const he = { givenNames: 'John', firstSurname: 'Willka', secondSurname: 'Chuqui' };
    expect((await suggest(centre, 'coordina', he))[0]).toMatchObject({ name: 'Jhon Vilca Choque' });
  });
});
