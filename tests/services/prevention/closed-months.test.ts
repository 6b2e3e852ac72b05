/** Cases that prevention brought in: of closed months, as they are counted, and fixed with the file of the year. */
import { afterEach, expect, it } from 'vitest';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { admission, sectionAForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { close, person } from '../reports/months.ts';

afterEach(closeCentres);

const inserted = sectionAForm({ answers: { intakeChannel: 4 } });

async function at(centre: TestCentre, month: string): Promise<TestCentre> {
  centre.clock.set(`${month}-05T14:00:00.000Z`);
  const open = await centre.restart();
  await open.as('coordina');
  return open;
}

const read = async (centre: TestCentre) => (await centre.as('promocion')).readPrevention({ month: null });

it('counts the cases of closed months, by the month that counts them, until the file of the year fixes it', async () => {
  const june = await startCentre();
  await june.aCase({ user: person(1), a: inserted });
  // Admitted before the founding: the month of its validation counts it.
  await june.aCase({
    ...{
      user: person(2),
      a: { ...inserted, admission: { ...admission, admittedOn: civilDateSchema.parse('2026-03-11') } },
    },
    b: { incident: { occurredOn: { year: 2026, month: 3, day: 9 }, occurredTime: null, place: 'en la calle' } },
  });
  expect(await read(june)).toMatchObject({ closedMonths: [], inserted: null });
  let centre = await at(june, '2026-07');
  await close(centre, '2026-06');
  const closed = { year: 2026, through: '2026-06', cases: 2, isFrozen: false };
  expect(await read(centre)).toMatchObject({ closedMonths: ['2026-06'], inserted: closed });
  // A ficha that is validated now moves nothing: the number would tell when she came.
  await centre.aCase({ user: person(3), a: inserted });
  expect((await read(centre)).inserted).toEqual(closed);
  for (const month of ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'])
    centre = await at(centre, month);
  await close(centre, '2026-12');
  const fixed = { year: 2026, through: '2026-12', cases: 3, isFrozen: true };
  expect((await read(centre)).inserted).toEqual(fixed);
  expect((await (await centre.as('coordina')).verifyRecord({})).isSound).toBe(true);
  await centre.close();
  await insideFile(centre.folder, (db) => db.exec('update case_file set is_sealed = 1'));
  const again = await centre.restart();
  expect((await read(again)).inserted).toEqual(fixed);
});
