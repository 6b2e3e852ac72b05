/** What a register of before keeps after the migrations that join tables: rows, history, seals. */
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { actionTable } from '../../src/shared/care/index.ts';
import { age } from '../crash/older-centre.ts';
import { insertSealed, insideFile } from '../services/inside-file.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { closeCentres, openCentre, startCentre } from '../support/start-application.ts';

afterEach(closeCentres);

const before = `
  insert into authority (id, kind, office, phone, is_complementary, is_active, changed_on, version)
  values ('8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d01', 'familyCourt', 'Juzgado Inventado', '01 000 0001', 1, 1, '2026-06-01', 2);
  insert into institution (id, kind, name, office, phone, source, verified_on, is_active, version)
  values
    ('8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d02', 'police', 'Comisaría Inventada', 'Familia', '014440000', 'Guía', '2026-06-02', 1, 1),
    ('8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d03', 'municipality', 'Municipalidad Inventada', null, '014441111', 'Guía', '2026-06-03', 0, 3);
  insert into institution_call (id, arrival_id, institution_id, caller, office, question, received_at, taken_by, version)
  select '8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d04', arrival.id, '8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d02', 'Suboficial', 'Familia',
    '¿Está?', '2026-06-10T14:00:00.000Z', arrival.opened_by, 1 from arrival limit 1;
  insert into change_set (id, part, record_kind, record_id, is_first, changed_by, changed_at, version)
  select '8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d05', 'directory', 'authority', '8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d01', 0,
    id, '2026-06-01T14:00:00.000Z', 1 from staff_member limit 1;
  insert into field_change (set_id, position, field, before_value, after_value, is_reserved)
  values ('8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d05', 0, 'phone', null, '"01 000 0001"', 0);
`;

const id = (last: number) => `8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d0${last}`;
const recordsBefore = [
  { kind: 'authority', id: id(1) },
  { kind: 'institution', id: id(2) },
  { kind: 'institution', id: id(3) },
  { kind: 'institution_call', id: id(4) },
  { kind: 'change_set', id: id(5) },
];

it('moves both into one table, seals them anew and says so in the audit', async () => {
  const centre = await startCentre();
  await (await centre.as('admision')).openArrival({});
  await centre.application.close();
  await age(centre.folder, 65);
  await insertSealed(centre.folder, (db) => db.exec(before), recordsBefore);

  const later = await openCentre(centre.folder, fixedClock());
  const lawyer = await later.as('legal');
  const { records } = await lawyer.listOffices({});
  expect(records).toMatchObject([
    {
      kind: 'familyCourt',
      name: 'Juzgado Inventado',
      phone: '01 000 0001',
      phoneVerifiedOn: null,
      isComplementary: true,
      version: 2,
    },
    { kind: 'municipality', name: 'Municipalidad Inventada', isActive: false, takesOneFile: false, version: 3 },
    {
      ...{ kind: 'policeStation', name: 'Comisaría Inventada · Familia', phone: '014440000' },
      ...{ phoneSource: 'Guía', phoneVerifiedOn: '2026-06-02', version: 1 },
    },
  ]);
  const [court, , station] = records;
  if (court === undefined || station === undefined) throw new Error('lost');
  expect((await lawyer.listOfficeChanges({ id: court.id })).changes).toMatchObject([{ fields: [{ field: 'phone' }] }]);
  const { calls } = await (await later.as('admision')).listInstitutionCalls({});
  expect(calls).toMatchObject([{ officeId: station.id, officeName: station.name, phone: '014440000' }]);
  const proof = await (await later.as('visita')).verifyRecord({});
  expect(proof).toMatchObject({ problems: [] });
  await later.close();
  const told = await insideFile(centre.folder, (db) =>
    db.prepare("select detail from audit_entry where action = 'migration.applied'").pluck().all(),
  );
  // Three offices, the call that names one, and the change of the court.
  expect(told.map((detail) => JSON.parse(String(detail)) as unknown)).toEqual([
    { migration: '0066-directory-office', records: 5, unsound: 0 },
    { migration: '0067-care-actions-as-rules', records: 0, unsound: 0 },
    { migration: '0069-reports-every-case-once', records: 0, unsound: 0 },
    { migration: '0072-reports-sealed-then', records: 0, unsound: 0 },
  ]);
});

it('moves the actions of a centre into «Tablas y reglas», each change a version', async () => {
  const centre = await startCentre();
  await centre.application.close();
  await age(centre.folder, 66);
  const rows = [
    ['centre-0a1b2c3d', 99, 'Taller inventado', 1, '2026-06-01'],
    ['centre-0a1b2c3d', 99, 'Taller con otro nombre', 0, '2026-06-20'],
    ['action-32', 32, 'Acompañamiento de otro modo', 1, '2026-06-05'],
  ] as const;
  const ids = rows.map(() => randomUUID());
  const put = (db: Database) => {
    const insert = db.prepare(
      `insert into follow_up_action (id, code, number, service, label, counts_as_attention, is_used, valid_from, added_by, added_at, version)
       select ?, ?, ?, 'psychology', ?, 1, ?, ?, id, '2026-06-01T14:00:00.000Z', 1 from staff_member limit 1`,
    );
    for (const [at, [code, number, label, isUsed, on]] of rows.entries())
      insert.run(ids[at], code, number, label, isUsed, on);
  };
  await insertSealed(
    centre.folder,
    put,
    ids.map((one) => ({ kind: 'follow_up_action', id: one })),
  );

  const later = await openCentre(centre.folder, fixedClock());
  const lawyer = await later.as('legal');
  const { versions } = await lawyer.listRules({ tableId: actionTable.id });
  const own = versions.filter(({ editedBy }) => editedBy !== null);
  expect(own.map(({ rowId, version, validFrom, value }) => [rowId, version, validFrom, value['label']])).toEqual([
    ['centre-0a1b2c3d', 1, '2026-06-01', 'Taller inventado'],
    ['centre-0a1b2c3d', 2, '2026-06-20', 'Taller con otro nombre'],
    ['action-32', 2, '2026-06-05', 'Acompañamiento de otro modo'],
  ]);
  expect(own.map(({ value }) => value['isUsed'])).toEqual([true, false, true]);
  expect(await (await later.as('visita')).verifyRecord({})).toMatchObject({ problems: [] });
  await later.close();
});

it('leaves what was put back behind the program as damaged as it was, and says how many', async () => {
  const centre = await startCentre();
  await (await centre.as('admision')).openArrival({});
  await centre.application.close();
  await age(centre.folder, 65);
  await insertSealed(centre.folder, (db) => db.exec(before), recordsBefore);
  // An old page: the number of a station that somebody wants called back, and an institution that is gone.
  await insideFile(centre.folder, (db) => {
    db.exec("update institution set phone = '014449999' where kind = 'police'");
    db.exec("delete from institution where kind = 'municipality'");
  });

  const later = await openCentre(centre.folder, fixedClock());
  const proof = await (await later.as('visita')).verifyRecord({});
  expect(proof.problems).toEqual(['Entrada del directorio: no coincide con su sello.']);
  await later.close();
  const told = await insideFile(centre.folder, (db) =>
    db
      .prepare("select outcome, detail from audit_entry where action = 'migration.applied' order by seq limit 1")
      .raw()
      .get(),
  );
  const detail = JSON.stringify({ migration: '0066-directory-office', records: 3, unsound: 2 });
  expect(told).toEqual(['failed', detail]);
});
