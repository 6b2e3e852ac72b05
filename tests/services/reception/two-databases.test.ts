/** What the cases on PostgreSQL stand on: they do run there, and what stands between program and PostgreSQL is counted. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inPostgres, onPostgres, postgres } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { arrive, lineOf } from './at-the-door.ts';

afterEach(closeCentres);

describe('an arrival on PostgreSQL', () => {
  beforeEach(onPostgres.use);

  it('is there and not in the file, chained to the entries that came from it', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Inventada' });
    const { engine } = await postgres();
    const { rows } = await engine.query('select said_name from queue_entry');
    expect(rows).toEqual([{ said_name: 'Rosa Inventada' }]);
    const proof = await (await centre.as('coordina')).verifyRecord({});
    expect(proof).toMatchObject({ isSound: true, problems: [] });
    await centre.application.close();
    const inFile = await insideFile(centre.folder, (db) => ({
      arrivals: db.prepare('select id from arrival').pluck().all(),
      entries: db.prepare('select max(seq) from audit_entry').pluck().get(),
    }));
    expect(inFile.arrivals).not.toContain(arrivalId);
    expect(proof.entries).toBeGreaterThan(Number(inFile.entries));
  });

  it('is of one centre: the next one finds nobody', async () => {
    const first = await startCentre();
    const { arrivalId } = await arrive(first);
    expect((await lineOf(first, arrivalId)).label).toBe('A-01');
    const { arrivals } = await (await (await startCentre()).as('admision')).openBoard({});
    expect(arrivals).toEqual([]);
  });

  it('is taken back whole when its call fails', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const desk = await centre.as('admision');
    // Refused by the version of the entry, after its wait was ended.
    const close = () => desk.closeArrival({ arrivalId, version: 7, outcome: 'left' });
    expect(await refusal(close)).toBe('conflict/');
    expect(await lineOf(centre, arrivalId)).toMatchObject({ state: 'waiting' });
    await desk.closeArrival({ arrivalId, version: 1, outcome: 'left' });
  });

  it('needs this much between the statements of the program and PostgreSQL', async () => {
    const { rewritten } = await postgres();
    rewritten.clear();
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Inventada', service: 'psychology' });
    const psychologist = await centre.as('psico');
    await psychologist.callArrival({ arrivalId, version: 1 });
    await psychologist.handOverArrival({ arrivalId, version: 2, service: 'legal', staffId: null });
    await (await centre.as('legal')).closeArrival({ arrivalId, version: 3, outcome: 'left' });
    expect(Object.fromEntries([...rewritten].map(([what, texts]) => [what, texts.size]))).toMatchInlineSnapshot(`
      {
        "? is $1": 4,
      }
    `);
  });
});

describe('a reading on PostgreSQL', () => {
  it('writes nothing', async () => {
    const writing = inPostgres(await postgres(), (trx) => sql`update meta set value = 'x'`.execute(trx), true);
    await expect(writing).rejects.toThrow('read-only transaction');
  });
});
