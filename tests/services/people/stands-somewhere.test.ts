/** Whether a person stands anywhere in the record, as the search asks it. */
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { standsSomewhere } from '../../../src/main/person-moves.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

it('looks for her in the fichas, among those who came along, and at the door', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const { main } = await (await centre.as('coordina')).listCasePersons({ caseId });
  const userId = main.find(({ role }) => role === 'user')?.personId ?? '';
  const desk = await centre.as('admision');
  const { arrivalId } = await desk.openArrival({});
  await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), personId: userId } });
  await centre.close();
  await insideFile(centre.folder, async (db) => {
    const named = async (id: string) => {
      const { rows } = await sql<{ is: number }>`select ${standsSomewhere(sql`${id}`)} as "is"`.execute(queriesOf(db));
      return rows[0]?.is;
    };
    expect([await named(userId), await named('nobody')]).toEqual([1, 0]);
    db.pragma('foreign_keys=OFF');
    db.prepare("update case_pair set user_id = 'another'").run();
    expect(await named(userId)).toBe(1);
    db.prepare("update queue_entry set person_id = 'somebody'").run();
    expect([await named(userId), await named('somebody')]).toEqual([0, 1]);
  });
});
