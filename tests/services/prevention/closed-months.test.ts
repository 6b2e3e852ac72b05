/** Cases that prevention brought in: of closed months, as they are counted, and fixed with the file of the year. */
import { afterEach, expect, it } from 'vitest';
import { preventionCounts, preventionTables } from '../../../src/main/prevention/index.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import type { StaffId } from '../../../src/shared/platform/ids.ts';
import { civilDateSchema, monthSchema } from '../../../src/shared/platform/dates.ts';
import { resultFields, type ActivityResult } from '../../../src/shared/prevention/index.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { admission, aUser, sectionAForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { inTransaction, type Database } from '../../support/tables.ts';
import { insideFile } from '../inside-file.ts';
import { declare } from '../reception/at-the-door.ts';
import { close, person } from '../reports/months.ts';

afterEach(closeCentres);

const inserted = (at: number) => ({ ...sectionAForm({ answers: { intakeChannel: 4 } }), user: aUser(person(at)) });

async function at(centre: TestCentre, month: string): Promise<TestCentre> {
  centre.clock.set(`${month}-05T14:00:00.000Z`);
  const open = await centre.restart();
  await open.as('coordina');
  return open;
}

const read = async (centre: TestCentre) => (await centre.as('promocion')).readPrevention({ month: null });

it('counts the cases of closed months, by the month that counts them, until the file of the year fixes it', async () => {
  const june = await startCentre();
  await june.aCase({ user: person(1), a: inserted(1) });
  // Admitted before the founding: the month of its validation counts it.
  await june.aCase({
    ...{
      user: person(2),
      a: { ...inserted(2), admission: { ...admission, admittedOn: civilDateSchema.parse('2026-03-11') } },
    },
    b: { incident: { occurredOn: { year: 2026, month: 3, day: 9 }, occurredTime: null, place: 'en la calle' } },
  });
  expect(await read(june)).toMatchObject({ closedMonths: [], inserted: null });
  let centre = await at(june, '2026-07');
  await close(centre, '2026-06');
  const closed = { year: 2026, through: '2026-06', cases: 2 };
  expect(await read(centre)).toMatchObject({ closedMonths: ['2026-06'], inserted: closed });
  // A ficha that is validated now moves nothing: the number would tell when she came.
  await centre.aCase({ user: person(3), a: inserted(3) });
  expect((await read(centre)).inserted).toEqual(closed);
  for (const month of ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'])
    centre = await at(centre, month);
  await close(centre, '2026-12');
  const fixed = { year: 2026, through: '2026-12', cases: 3 };
  expect((await read(centre)).inserted).toEqual(fixed);
  expect((await (await centre.as('coordina')).verifyRecord({})).isSound).toBe(true);
  // What a conflict closes to a reader is in none of her figures, fixed or not; others read what was fixed.
  const { givenNames, firstSurname } = person(1);
  await declare(centre, 'coordina', { givenNames, firstSurname });
  expect((await (await centre.as('coordina')).readPrevention({ month: null })).inserted).toEqual({
    ...fixed,
    cases: 2,
  });
  expect((await read(centre)).inserted).toEqual(fixed);
  await centre.close();
  const ofReader = await insideFile(centre.folder, (db) => {
    const reader = db.prepare("select id from staff_member where login = 'coordina'").pluck().get() as StaffId;
    const [from, to] = [civilDateSchema.parse('2026-06-01'), civilDateSchema.parse('2026-12-31')];
    return inTransaction(queriesOf<Database>(db), async (trx) =>
      Promise.all(
        [reader, null].map(async (one) => {
          const [t18] = await preventionTables(trx, from, to, { reader: one });
          return t18?.rows.find(({ label }) => label.startsWith('Casos insertados'))?.cells;
        }),
      ),
    );
  });
  expect(ofReader).toEqual([[2], [3]]);
  await insideFile(centre.folder, (db) => db.exec('update case_file set is_sealed = 1'));
  const again = await centre.restart();
  expect((await read(again)).inserted).toEqual(fixed);
});

it.each([
  ['reserved', 'update case_file set is_sealed = 1'],
  ['annulled', 'update case_file set annulled_at = validated_at'],
  ['corrected', 'update section_a set intake_channel = 1'],
])('keeps the number of a closed month when a case of it is %s: it tells nothing of her', async (_what, change) => {
  const june = await startCentre();
  await june.aCase({ user: person(1), a: inserted(1) });
  await june.aCase({ user: person(2), a: inserted(2) });
  const july = await at(june, '2026-07');
  await close(july, '2026-06');
  const closed = (await read(july)).inserted;
  expect(closed).toEqual({ year: 2026, through: '2026-06', cases: 2 });
  await july.close();
  await insideFile(july.folder, (db) => db.exec(change));
  const later = await at(july, '2026-08');
  expect((await read(later)).inserted).toEqual(closed);
  // Neither does the closing of another month.
  await close(later, '2026-07');
  expect((await read(later)).inserted).toEqual({ ...closed, through: '2026-07' });
});

it('counts a month that was closed before any was kept, and keeps it with the next closing', async () => {
  const june = await startCentre();
  await june.aCase({ user: person(1), a: inserted(1) });
  const july = await at(june, '2026-07');
  await close(july, '2026-06');
  await july.close();
  const forget = 'delete from prevention_month_case; delete from prevention_month';
  await insideFile(july.folder, (db) => db.exec(forget));
  const later = await at(july, '2026-08');
  expect((await read(later)).inserted).toMatchObject({ through: '2026-06', cases: 1 });
  await close(later, '2026-07');
  await later.close();
  await insideFile(later.folder, (db) => db.exec('update case_file set is_sealed = 1'));
  expect((await read(await later.restart())).inserted).toMatchObject({ through: '2026-07', cases: 1 });
});

it('tells Coordinación what was written of a closed month after it was closed, and what left it', async () => {
  const june = await startCentre();
  const client = await june.as('promocion');
  const [lead] = (await client.readPrevention({ month: null })).staff;
  if (lead === undefined) throw new Error('nobody works here');
  const plan = (topic: string) => ({
    ...{
      heldOn: civilDateSchema.parse('2026-06-09'),
      startsAt: '09:00',
      minutes: 60,
      activityType: 'type-talk',
      topic,
    },
    ...{ activityGroup: 'group-other', audience: 'audience-general', mode: 'inPerson' as const, place: 'Plaza' },
    ...{ districtCode: '150132', hostInstitution: null, leadStaff: lead.id, strategy: null, programmeId: null },
    ...{ sessionNumber: null, officialCode: null, notes: null },
  });
  const attendance = [{ sex: 'women' as const, age: 'age-18', people: 10 }];
  const result = { ...(blankValues(resultFields) as Omit<ActivityResult, 'attendance'>), attendance };
  const [done, late, moved, unsaid] = await Promise.all(
    ['Hecha a tiempo', 'Escrita tarde', 'Movida', 'Sin decir'].map((topic) =>
      client.keepPreventionActivity({ id: null, version: null, form: plan(topic) }),
    ),
  );
  if (done === undefined || late === undefined || moved === undefined || unsaid === undefined) throw new Error('none');
  for (const { id } of [done, moved]) await client.recordPreventionResult({ activityId: id, version: null, result });
  const july = await at(june, '2026-07');
  await close(july, '2026-06');
  const changed = async (centre: TestCentre) => {
    const coordinator = await centre.as('coordina');
    return (await coordinator.readMonthChanges({ month: monthSchema.parse('2026-06') })).frozen?.prevention;
  };
  expect(await changed(july)).toEqual([]);
  july.clock.set('2026-07-06T14:00:00.000Z');
  const later = await july.restart();
  const again = await later.as('promocion');
  await again.recordPreventionResult({ activityId: late.id, version: null, result });
  const form = { ...plan('Movida'), heldOn: civilDateSchema.parse('2026-07-02') };
  await again.keepPreventionActivity({ id: moved.id, version: moved.version, form });
  await again.keepPreventionActivity({
    id: unsaid.id,
    version: unsaid.version,
    form: { ...plan('Sin decir'), minutes: 90 },
  });
  const [view] = (await again.readPrevention({ month: monthSchema.parse('2026-07') })).activities.filter(
    ({ activity }) => activity.id === moved.id,
  );
  expect(view?.countedIn).toBe('2026-06');
  const counts = async (centre: TestCentre) => {
    const coordinator = await centre.as('coordina');
    const { frozen } = await coordinator.readMonthChanges({ month: monthSchema.parse('2026-06') });
    return frozen?.preventionRows.map((row) => [row.frozen, row.today]);
  };
  expect(await counts(later), 'one came; one that moved stays').toEqual([
    [2, 3],
    [20, 30],
  ]);
  const more = { ...result, attendance: [{ sex: 'women' as const, age: 'age-18', people: 14 }] };
  await again.recordPreventionResult({ activityId: done.id, version: 1, result: more });
  expect(await counts(later), 'corrected').toEqual([
    [2, 3],
    [20, 34],
  ]);
  await again.retirePreventionActivity({ id: done.id, version: done.version, isActive: false });
  expect(await counts(later), 'and withdrawn').toEqual([
    [2, 2],
    [20, 20],
  ]);
  await again.retirePreventionActivity({ id: done.id, version: done.version + 1, isActive: true });
  expect((await changed(later))?.filter(({ topic }) => topic !== 'Hecha a tiempo')).toEqual([
    { topic: 'Escrita tarde', heldOn: '2026-06-09', on: '2026-07-06' },
    { topic: 'Movida', heldOn: '2026-07-02', on: '2026-07-06' },
  ]);
  await later.close();
  // What the closed month counted stays its own, whatever its date is now: July counts none of it.
  const counted = await insideFile(later.folder, (db) =>
    inTransaction(queriesOf<Database>(db), async (trx) => [
      await preventionCounts(trx, monthSchema.parse('2026-06')),
      await preventionCounts(trx, monthSchema.parse('2026-07')),
    ]),
  );
  expect(counted).toMatchObject([{ 'prevention-activities': 3 }, { 'prevention-activities': 0 }]);
});
