/** The ends of a session: they hold whatever the disk, the clock or a crowd at the door does (security design §2.3, §2.6). */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { clientOf, closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

const minute = 60_000;
const nobodyOf = (centre: TestCentre) => clientOf(centre.application, () => null);
const locked = { failure: { code: 'locked' } };

describe('the time of a session', () => {
  it('is not prolonged by a clock set back', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    centre.clock.advance(4 * minute);
    await lawyer.listMyCases({});
    centre.clock.set('2026-06-10T12:00:00.000Z');
    centre.clock.advance(30 * minute);
    await expect(lawyer.listMyCases({})).rejects.toMatchObject(locked);
  });

  it('ends after eight hours of work, however often the clock is set back', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    for (let at = 0; at < 8 * 20 - 1; at += 1) {
      centre.clock.advance(3 * minute);
      if (at % 20 === 0) centre.clock.set('2026-06-10T14:00:00.000Z');
      await lawyer.keepSession({});
    }
    centre.clock.advance(3 * minute);
    await expect(lawyer.keepSession({})).rejects.toMatchObject(locked);
  });
});

/** Marks that can no longer be written: what a virus scanner or a full disk does. */
function blockMarks(folder: string): void {
  for (const name of ['mark.a', 'mark.b']) {
    rmSync(join(folder, name), { force: true });
    mkdirSync(join(folder, name));
  }
}

/** A record that takes no entry of the end of a session, until `release`. */
const refuseEntries = (folder: string) =>
  insideFile(folder, (db) =>
    db.exec(`CREATE TRIGGER refused BEFORE INSERT ON audit_entry WHEN NEW.action = 'session.lock'
             BEGIN SELECT RAISE(ABORT, 'refused'); END`),
  );
const takeEntries = (folder: string) => insideFile(folder, (db) => db.exec('DROP TRIGGER refused'));

type Entry = { action: string; staff_id: string | null; detail: string | null };
const endsIn = (folder: string) =>
  insideFile(
    folder,
    (db) =>
      db
        .prepare("SELECT action, staff_id, detail FROM audit_entry WHERE action = 'session.lock' ORDER BY seq")
        .all() as Entry[],
  );

describe('signing out', () => {
  it('ends the session first when the mark cannot be written, and colleagues sign in after', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    blockMarks(centre.folder);
    await psychologist.lock({ why: 'asked' });
    await expect(psychologist.listMyCases({})).rejects.toMatchObject(locked);
  });

  it('ends the session when its entry cannot be written, and writes it at the next sign-in', async () => {
    let centre = await startCentre();
    const { staff } = await centre.sessionOf('psico');
    centre = await withTheFileClosed(centre, refuseEntries);
    const psychologist = await centre.as('psico');
    await psychologist.lock({ why: 'asked' });
    await expect(psychologist.listMyCases({})).rejects.toMatchObject(locked);
    const colleague = (await centre.sessionOf('legal')).staff;
    const kept = readFileSync(join(centre.folder, 'session-ends.json'), 'utf8');
    expect(kept).toContain(staff.id);
    expect(kept).not.toMatch(/psico|Paula/);
    centre = await withTheFileClosed(centre, takeEntries);
    expect((await endsIn(centre.folder)).filter(({ detail }) => detail?.includes('"isLate":true'))).toEqual([]);
    await centre.as('coordina');
    await centre.close();
    const late = (await endsIn(centre.folder)).filter(({ detail }) => detail?.includes('"isLate":true'));
    const detail = expect.stringContaining('"why":"asked"') as string;
    expect(late).toMatchObject([staff, colleague].map(({ id }) => ({ staff_id: id, detail })));
    expect(readFileSync(join(centre.folder, 'session-ends.json'), 'utf8')).not.toContain(staff.id);
  });
});

async function withTheFileClosed(centre: TestCentre, work: (folder: string) => Promise<unknown>): Promise<TestCentre> {
  await centre.application.close();
  await work(centre.folder);
  return centre.restart();
}

describe('a crowd at the door', () => {
  const wrong = 'no es esta frase de entrada';
  const codes = async (tries: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(tries)).map((one) =>
      one.status === 'fulfilled' ? 'in' : (one.reason as { failure: { code: string } }).failure.code,
    );

  it('does not let the right password in behind nineteen wrong ones', async () => {
    const centre = await startCentre();
    const nobody = nobodyOf(centre);
    const tries = Array.from({ length: 20 }, (_, at) =>
      nobody.signIn({ login: 'legal', password: at === 19 ? passphrase : wrong }),
    );
    expect(await codes(tries)).toEqual(Array.from({ length: 20 }, () => 'wrong-secret'));
  });

  it('makes thirty wrong ones wait, and none is «unexpected»', async () => {
    const centre = await startCentre();
    const nobody = nobodyOf(centre);
    const logins = ['legal', 'psico', 'admision', 'nadie', 'otra', 'mas'];
    const tries = Array.from({ length: 30 }, (_, at) =>
      nobody.signIn({ login: logins[at % logins.length] ?? 'legal', password: wrong }),
    );
    expect(new Set(await codes(tries))).toEqual(new Set(['wrong-secret']));
    expect(readdirSync(centre.folder).filter((name) => name.includes('login-state'))).toEqual(['login-state.json']);
  });

  it('lets the right password in when the counter cannot be written, and says so of a wrong one', async () => {
    const centre = await startCentre();
    const nobody = nobodyOf(centre);
    rmSync(join(centre.folder, 'login-state.json'), { force: true });
    mkdirSync(join(centre.folder, 'login-state.json', 'in-the-way'), { recursive: true });
    await expect(nobody.signIn({ login: 'legal', password: wrong })).rejects.toMatchObject({
      failure: { code: 'wrong-secret', reason: 'attempt-unwritten' },
    });
    await expect(nobody.signIn({ login: 'legal', password: passphrase })).rejects.toMatchObject({
      failure: { code: 'wrong-secret', reason: 'wait-before-retry' },
    });
    await expect(nobody.signIn({ login: 'psico', password: passphrase })).resolves.toMatchObject({
      staff: { login: 'psico' },
    });
  });
});
