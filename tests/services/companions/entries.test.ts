/** What the audit says of other computers is said once, and only what the record took is said (decision 0097). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { termOf } from '../../../src/main/computers/keeper-term.ts';
import { listKept } from '../../../src/main/computers/kept-copies.ts';
import { makeIdentity } from '../../../src/main/platform/lan/identity.ts';
import { encodePairCode } from '../../../src/main/platform/lan/pair-code.ts';
import { pairWith } from '../../../src/main/platform/lan/pair-with.ts';
import { pair, startKeeping, type Keeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { openOwn } from '../../support/own-computers.ts';
import { closeCentres } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { insideFile } from '../inside-file.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await closeCentres();
  removeFolders();
});

/** Details of the entries of one kind, oldest first. */
async function written({ centre }: Keeping, action: string): Promise<unknown[]> {
  const sql = 'select detail from audit_entry where action = ? order by seq';
  const rows = await insideFile(centre.folder, (db) => db.prepare(sql).pluck().all(action) as string[]);
  return rows.map((detail) => JSON.parse(detail) as unknown);
}

/** From now on a transaction that writes such an entry goes well, and its commit fails. */
const failCommits = ({ centre }: Keeping) =>
  insideFile(centre.folder, (db) =>
    db.exec(`create table known (id integer primary key);
      create table trap (id integer references known (id) deferrable initially deferred);
      create trigger failing after insert on audit_entry when new.action like 'companion.%'
        begin insert into trap values (1); end`),
  );
const endFailing = ({ centre }: Keeping) =>
  insideFile(centre.folder, (db) => db.exec('drop trigger failing; drop table trap; drop table known'));

/** How often the commit failed. */
const faults = ({ centre }: Keeping) =>
  readdirSync(join(centre.folder, 'logs'))
    .map((name) => readFileSync(join(centre.folder, 'logs', name), 'utf8'))
    .join('')
    .split('SQLITE_CONSTRAINT_FOREIGNKEY').length - 1;

const wrong = encodePairCode(Buffer.alloc(15, 7));

async function refuse(keeping: Keeping): Promise<void> {
  const stranger = { name: 'AJENA-PC', code: wrong, identity: await makeIdentity() };
  await pairWith({ address: '127.0.0.1', port: keeping.port(), ...stranger }).catch(() => null);
}

describe('an entry whose transaction the record did not take', () => {
  it('is written with the next one that it takes, once', async () => {
    const keeping = await startKeeping();
    const { centre } = keeping;
    const paired = await pair(keeping, 'PSICOLOGIA-PC');
    const coordinator = await centre.as('coordina');
    await coordinator.chooseCopyFolder({ folder: newFolder() });
    await coordinator.makeCopy({});
    await failCommits(keeping);
    await refuse(keeping);
    const computer = await openOwn(paired, keeping.port());
    ends.push(() => computer.close());
    await eventually(() => expect(listKept(computer.folder)).toHaveLength(1));
    await eventually(() => expect(faults(keeping)).toBe(2));
    // Whoever comes in is kept out by none of it.
    await centre.sessionOf('psico');
    await endFailing(keeping);
    expect(await written(keeping, 'companion.refused')).toEqual([]);
    await centre.sessionOf('legal');
    const refused = [{ why: 'code-used', address: '127.0.0.1', times: 1 }];
    await eventually(async () => expect(await written(keeping, 'companion.refused')).toEqual(refused));
    await eventually(async () => expect(await written(keeping, 'companion.copyKept')).toHaveLength(1));
    await centre.sessionOf('social');
    await centre.sessionOf('visita');
    expect(await written(keeping, 'companion.refused')).toEqual(refused);
    expect(await written(keeping, 'companion.copyKept')).toHaveLength(1);
    expect(keeping.keeper().copies.unwritten).toEqual([]);
  });

  it('keeps nobody out who signs in, and nothing beside the record speaks of it', async () => {
    const keeping = await startKeeping();
    const { centre } = keeping;
    await failCommits(keeping);
    await centre.sessionOf('psico');
    expect(faults(keeping)).toBe(1);
    expect(termOf(centre.folder)).toBeNull();
    await endFailing(keeping);
    await centre.sessionOf('legal');
    await centre.sessionOf('social');
    expect(await written(keeping, 'companion.keeperNamed')).toEqual([{ keeper: 1 }]);
    expect(termOf(centre.folder)?.statement.generation).toBe(1);
  });
});
