/** Both computers believe that they keep the record: the one with the older word hears it, whichever comes back when (0099). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formerOf, tellFormerKeeper } from '../../../src/main/computers/former-keeper.ts';
import { KeeperTerm, movedOf, termOf } from '../../../src/main/computers/keeper-term.ts';
import { ownVersion } from '../../../src/main/computers/own-version.ts';
import { quickPace } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { coordinator, hearAt, lawyer, movedRecord, startProgram } from '../../support/moved-record.ts';
import { clientOf, closeCentres, passphrase } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  await closeCentres();
  removeFolders();
});

const clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Closed after the test, unless the test has done it. */
async function program(folder: string) {
  const started = await startProgram(folder);
  ends.push(started.close);
  return started;
}

type Program = Awaited<ReturnType<typeof program>>;

async function signIn({ application, nobody }: Program) {
  const { token } = await nobody.signIn({ login: 'coordina', password: passphrase });
  return clientOf(application, () => token);
}

const settingsPath = (folder: string) => join(folder, 'lan', 'keeper.json');
const settingsOf = (folder: string) => JSON.parse(readFileSync(settingsPath(folder), 'utf8')) as { isOn: boolean };

/** Folders of the first keeper and of the one that took the record over; neither program runs. */
async function twoFolders() {
  const moved = await movedRecord();
  await moved.keeping.centre.close();
  return { moved, first: moved.old, second: moved.keeping.centre.folder, port: moved.oldPort };
}

type Two = Awaited<ReturnType<typeof twoFolders>>;

const restore = ({ nobody }: Program, { second }: Two) =>
  nobody.restoreCopy({ folder: join(second, 'copies-of-keeper'), by: coordinator, second: lawyer });

/** The first one has heard that it keeps the record no more. */
async function heard(two: Two, at: Program): Promise<void> {
  await eventually(() => expect(movedOf(two.first)?.generation).toBe(2));
  await eventually(() => expect(settingsOf(two.first).isOn).toBe(false));
  expect((await at.nobody.getStatus({})).blocked).toBe('keeper-moved');
}

/** It is the keeper again, third of the centre, at its old address. */
async function restored(two: Two, at: Program) {
  await restore(at, two);
  expect(termOf(two.first)?.statement.generation).toBe(3);
  const client = await signIn(at);
  await client.turnKeeperOn({ address: '127.0.0.1', port: two.port }, { password: passphrase });
  return client;
}

/** The same, and since then nobody has signed in there. */
async function restoredAlone(two: Two, change: { companions?: [] }): Promise<void> {
  hearAt(two.moved);
  const before = await program(two.first);
  await restore(before, two);
  await before.close();
  writeFileSync(settingsPath(two.first), JSON.stringify({ ...settingsOf(two.first), isOn: true, ...change }));
}

const expectMoved = (folder: string, { nobody }: Program, generation: number) =>
  eventually(async () => {
    expect(movedOf(folder)?.generation).toBe(generation);
    expect((await nobody.getStatus({})).blocked).toBe('keeper-moved');
  });

describe('the keeper of before that was restored', () => {
  it('is heard by the one that took the record over, while it runs and after a start', async () => {
    const two = await twoFolders();
    const [second, first] = [await program(two.second), await program(two.first)];
    const there = await signIn(second);
    await heard(two, first);
    expect(await refusal(() => there.keepSession({}))).toBe('none');
    const here = await restored(two, first);
    await expectMoved(two.second, second, 3);
    expect(await refusal(() => there.keepSession({}))).toBe('locked/');
    expect(await refusal(() => signIn(second))).toBe('rule-broken/keeper-moved');
    await eventually(() => expect(settingsOf(two.second).isOn).toBe(false));
    // The one with the newer word goes on.
    expect((await here.getComputers({})).keeper.isOn).toBe(true);
    expect(movedOf(two.first)).toBeNull();
    await second.close();
    const again = await program(two.second);
    expect((await again.nobody.getStatus({})).blocked).toBe('keeper-moved');
  });

  it('is heard at a start of the other one, which told it long ago', async () => {
    const two = await twoFolders();
    const [second, first] = [await program(two.second), await program(two.first)];
    await heard(two, first);
    await second.close();
    await restored(two, first);
    expect(formerOf(two.second)).not.toBeNull();
    await expectMoved(two.second, await program(two.second), 3);
  });

  it('hears it in turn, where the other one is restored above it; nobody is ended by an older word', async () => {
    const two = await twoFolders();
    const [second, first] = [await program(two.second), await program(two.first)];
    await heard(two, first);
    await restored(two, first);
    await expectMoved(two.second, second, 3);
    await eventually(() => expect(settingsOf(two.second).isOn).toBe(false));
    await restore(second, two);
    await expectMoved(two.first, first, 4);
    expect(movedOf(two.second)).toBeNull();
    expect(await refusal(() => signIn(second))).toBe('none');
  });

  it('tells the key of the one that it was restored above, though its record knows nothing of that computer', async () => {
    const two = await twoFolders();
    await restoredAlone(two, { companions: [] });
    const first = await program(two.first);
    const second = await program(two.second);
    await expectMoved(two.second, second, 3);
    expect((await first.nobody.getStatus({})).blocked).toBeNull();
  });

  it('tells a program of another version, too', async () => {
    const two = await twoFolders();
    await restoredAlone(two, {});
    await program(two.first);
    const { identity } = two.moved.paired;
    const hello = { ...ownVersion(), version: '99.0.0' };
    const term = new KeeperTerm(two.second);
    ends.push(tellFormerKeeper(two.second, { identity, hello, clock, pace: quickPace, term }) ?? (() => undefined));
    await eventually(() => expect(movedOf(two.second)?.generation).toBe(3));
  });
});
