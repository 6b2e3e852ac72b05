/** A migration that changes sealed records: they are proved before it, sealed anew in it, and what was damaged stays so. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sql } from 'kysely';
import { migrations } from '../../src/main/migrations/index.ts';
import { kindsAt, migrate, newestVersion, queriesOf, type Migration } from '../../src/main/platform/storage/migrate.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import { verifyAllSeals, type SealedKind } from '../../src/main/platform/storage/record-seals.ts';
import { resealing } from '../../src/main/platform/storage/reseal.ts';
import { sealedKinds } from '../../src/main/sealed-kinds.ts';
import { insertSealed, insideFile } from '../services/inside-file.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { closeCentres, openCentre, startCentre } from '../support/start-application.ts';

/** The one that a next version of the program would bring, numbered after the last one there is. */
const planted = vi.hoisted(() => ({
  isThere: false,
  idOf: (version: number, name: string) => `${String(version).padStart(4, '0')}-directory-${name}`,
}));
vi.mock('../../src/main/migrations/index.ts', async (original) => {
  const real = await original<{ migrations: readonly Migration[] }>();
  const next: Migration = {
    id: planted.idOf(Number(real.migrations.at(-1)?.id.slice(0, 4)) + 1, 'numbers'),
    up: async (db) => {
      await sql`update office set phone = '01' || phone where kind = 'policeStation'`.execute(db);
    },
    reseals: { office: "select id from office where kind = 'policeStation'" },
  };
  return {
    get migrations() {
      return planted.isThere ? [...real.migrations, next] : real.migrations;
    },
  };
});

const last = newestVersion(migrations);
const { idOf } = planted;

afterEach(async () => {
  planted.isThere = false;
  await closeCentres();
});

const id = (last: number) => `8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d0${last}`;
const [near, far, town] = [id(1), id(2), id(3)];
const office = (one: string, kind: string, name: string) => `
  insert into office (id, kind, name, phone, takes_one_file, is_complementary, is_active, changed_on, version)
  values ('${one}', '${kind}', '${name}', '4440000', 0, 0, 1, '2026-06-02', 1);`;

/** A closed centre with two stations, whose numbers change, and a town hall, whose number stays. */
async function closedCentre(): Promise<string> {
  const centre = await startCentre();
  await centre.application.close();
  await insertSealed(
    centre.folder,
    (db) =>
      db.exec(
        office(near, 'policeStation', 'Comisaría Cercana') +
          office(far, 'policeStation', 'Comisaría Lejana') +
          office(town, 'municipality', 'Municipalidad Inventada'),
      ),
    [near, far, town].map((one) => ({ kind: 'office', id: one })),
  );
  return centre.folder;
}

const told = (folder: string) =>
  insideFile(folder, (db) => {
    const entries = db.prepare("select outcome, detail from audit_entry where action = 'migration.applied'").all();
    return (entries as { outcome: string; detail: string }[]).map(({ outcome, detail }) => ({
      outcome,
      ...(JSON.parse(detail) as object),
    }));
  });

describe('a centre that a newer program opens', () => {
  it('has what was changed sealed anew, and says so in its audit', async () => {
    const folder = await closedCentre();
    planted.isThere = true;
    const later = await openCentre(folder, fixedClock());
    const { records } = await (await later.as('legal')).listOffices({});
    expect(records.map(({ name, phone }) => [name, phone])).toEqual([
      ['Municipalidad Inventada', '4440000'],
      ['Comisaría Cercana', '014440000'],
      ['Comisaría Lejana', '014440000'],
    ]);
    expect(await (await later.as('visita')).verifyRecord({})).toMatchObject({ problems: [] });
    await later.close();
    expect(await told(folder)).toEqual([
      { outcome: 'ok', migration: idOf(last + 1, 'numbers'), records: 2, unsound: 0 },
    ]);
  });

  it('keeps what was put back behind the program as damaged as it was, and says how many', async () => {
    const folder = await closedCentre();
    // The number of a station that somebody wants called back, and a town hall that is gone.
    await insideFile(folder, (db) => {
      db.exec(`update office set phone = '4449999' where id = '${near}'`);
      db.exec(`delete from office where id = '${town}'`);
    });
    planted.isThere = true;
    const later = await openCentre(folder, fixedClock());
    const { problems } = await (await later.as('visita')).verifyRecord({});
    expect(problems).toEqual([
      'Entrada del directorio: no coincide con su sello.',
      'Entrada del directorio: no coincide con su sello.',
    ]);
    await later.close();
    expect(await told(folder)).toEqual([
      { outcome: 'failed', migration: idOf(last + 1, 'numbers'), records: 1, unsound: 2 },
    ]);
  });
});

describe('a kind that a migration brings or renames', () => {
  const renamed = (kind: string, table: string): SealedKind => ({ kind, table, children: [] });
  const stationOnly: Migration = {
    id: idOf(last + 1, 'stations'),
    rebuildsTables: true,
    up: async (db) => {
      await sql`alter table office rename to station`.execute(db);
    },
    sealedBefore: { station: null, office: renamed('office', 'office') },
    reseals: { station: 'select id from station' },
  };
  const after = [...sealedKinds.filter(({ kind }) => kind !== 'office'), renamed('station', 'station')];

  it('is known in a file of each version as it was there', () => {
    // A later one brought the table of today: what stands before the earlier one is told last.
    const later: Migration = {
      ...stationOnly,
      id: idOf(last + 2, 'again'),
      sealedBefore: { station: renamed('station', 'stations') },
    };
    const list = { kinds: after, migrations: [...migrations, stationOnly, later] };
    const names = (version: number) =>
      kindsAt(version, list).flatMap(({ kind, table }) => (/office|station/.test(kind) ? [[kind, table]] : []));
    expect(names(last + 2)).toEqual([['station', 'station']]);
    expect(names(last + 1)).toEqual([['station', 'stations']]);
    expect(names(last)).toEqual([['office', 'office']]);
    expect(names(last - 1)).toEqual([['office', 'office']]);
    expect(kindsAt(last, list)).toHaveLength(sealedKinds.length);
  });

  it('is proved by its name of before and sealed under its new one', async () => {
    const folder = await closedCentre();
    const list = [...migrations, stationOnly];
    const parts = { kinds: after, migrations: list, clock: fixedClock(), device: 'pc-1' };
    const wrongIn = async (db: Database) => {
      const key = db.prepare("select value from secret where name = 'recordSealKey'").pluck().get() as Buffer;
      return (await verifyAllSeals(queriesOf<PlatformTables>(db), after, key)).wrong;
    };
    await insideFile(folder, async (db) => {
      db.exec(`update office set phone = '4449999' where id = '${near}'`);
      expect(await migrate(db, list, { within: resealing(parts) })).toEqual([stationOnly.id]);
      expect(await wrongIn(db)).toEqual([{ kind: 'station', id: near }]);
    });
    expect(await told(folder)).toEqual([{ outcome: 'failed', migration: stationOnly.id, records: 2, unsound: 1 }]);
  });
});
