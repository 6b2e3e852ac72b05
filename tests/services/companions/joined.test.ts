/** From an empty computer to a companion and back after a restart, through the program that holds its windows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../src/main/application.ts';
import { noProtector } from '../../../src/main/platform/lan/identity.ts';
import { createOn } from '../../../src/main/computers/this-computer.ts';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import { quickPace, startKeeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { cheapKdfPolicy, clientOf, closeCentres, passphrase, testPorts } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const running: Application[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
  await closeCentres();
  removeFolders();
});

const real = { now: () => Date.now(), monotonic: () => performance.now() };

/** The program as an entry starts it, over a folder of its own. */
async function startProgram(folder: string) {
  const ports = { ...testPorts({ ...real, advance: () => undefined, set: () => undefined }), clock: real };
  const lan = { protector: noProtector, pace: quickPace };
  const options = { host: 'direct', device: 'LEGAL-PC', ports, kdfPolicy: cheapKdfPolicy, lan } as const;
  const application = await createOn(folder, options, () => Promise.reject(new Error('the folder is named')));
  running.push(application);
  const heard: HostEvent[] = [];
  application.subscribe((event) => void heard.push(event));
  return { application, heard, nobody: clientOf(application, () => null) };
}

async function offer({ centre, port }: Awaited<ReturnType<typeof startKeeping>>) {
  const coordinator = await centre.as('coordina');
  await coordinator.offerPairing({}, { password: passphrase });
  const { offer: made } = await coordinator.readPairingCode({});
  return { address: '127.0.0.1', port: port(), code: (made?.groups ?? []).join(' ').toLowerCase(), name: 'LEGAL-PC' };
}

describe('an empty computer', () => {
  it('becomes a companion by a code, and is one after each start', async () => {
    const keeping = await startKeeping();
    const folder = newFolder();
    const first = await startProgram(folder);
    expect((await first.nobody.getStatus({})).phase).toBe('empty');
    const asked = await offer(keeping);
    expect(await first.nobody.joinKeeper(asked)).toEqual({ centreName: 'Villa Inventada' });
    await eventually(() => expect(first.heard).toContainEqual({ kind: 'changed', topic: 'place' }));
    // After it, when the page asks where the centre stands, or it would take it for a line of the place that was left.
    const told = () => first.heard.slice(first.heard.findIndex(({ kind }) => kind === 'changed'));
    await eventually(async () => {
      await first.nobody.getStatus({});
      expect(told()).toContainEqual(expect.objectContaining({ kind: 'line', state: 'up', keeper: 'ADMISION-PC' }));
    });
    await eventually(async () => expect((await first.nobody.getStatus({})).phase).toBe('ready'));
    const { staff } = await first.nobody.signIn({ login: 'legal', password: passphrase });
    expect(staff.login).toBe('legal');
    // Nothing of the record stands on its disk: the way to the keeper and its own key.
    const kept = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.startsWith('lan/'));
    expect(kept.toSorted()).toEqual(['lan/companion.json', 'lan/identity', 'lan/term.json']);
    expect(readFileSync(join(folder, 'lan', 'companion.json'), 'utf8')).not.toContain('legal');
    await first.application.close();
    running.length = 0;

    const again = await startProgram(folder);
    await eventually(async () => expect((await again.nobody.getStatus({})).phase).toBe('ready'));
    // A window that opens now knows at once that another computer keeps the record, and which one.
    const late: HostEvent[] = [];
    again.application.subscribe((event) => void late.push(event));
    expect(late).toMatchObject([{ kind: 'line', state: 'up', keeper: 'ADMISION-PC' }]);
    // A page that is loaded behind a window that stood already is told when it asks.
    late.length = 0;
    await again.nobody.getStatus({});
    expect(late).toMatchObject([{ kind: 'line', state: 'up' }]);
    expect(await refusal(() => again.nobody.signIn({ login: 'psico', password: passphrase }))).toBe('none');
  });

  it('stays empty after a code that is wrong, mistyped or of nobody', async () => {
    const keeping = await startKeeping();
    const folder = newFolder();
    const { nobody } = await startProgram(folder);
    const asked = await offer(keeping);
    const last = asked.code.at(-1) === '0' ? '1' : '0';
    const mistyped = { ...asked, code: `${asked.code.slice(0, -1)}${last}` };
    expect(await refusal(() => nobody.joinKeeper(mistyped))).toBe('wrong-secret/pair-code-mistyped');
    // The code of an offer that gave way to another one.
    const now = await offer(keeping);
    expect(await refusal(() => nobody.joinKeeper(asked))).toBe('wrong-secret/pair-code-refused');
    expect(await refusal(() => nobody.joinKeeper({ ...now, port: 1025 }))).toBe('storage/keeper-unreachable');
    expect(existsSync(join(folder, 'lan', 'companion.json'))).toBe(false);
    expect((await nobody.getStatus({})).phase).toBe('empty');
    // The same name twice would be one line of two in the list.
    expect(await refusal(() => nobody.joinKeeper(now))).toBe('none');
    const other = await startProgram(newFolder());
    const second = await offer(keeping);
    expect(await refusal(() => other.nobody.joinKeeper(second))).toBe('duplicate/companion-name');
    // The code is shown on, and another name is taken with it.
    const shown = async () => (await (await keeping.centre.as('coordina')).readPairingCode({})).offer;
    expect((await shown())?.groups.join(' ').toLowerCase()).toBe(second.code);
    expect(await refusal(() => other.nobody.joinKeeper({ ...second, name: 'OTRA-PC' }))).toBe('none');
    expect(await shown()).toBeNull();
  });

  it('is one again when its keeper lets it in no more, and not before', async () => {
    const keeping = await startKeeping();
    const { heard, nobody } = await startProgram(newFolder());
    expect(await refusal(() => nobody.leaveKeeper({}))).toBe('rule-broken/no-companion-here');
    await nobody.joinKeeper(await offer(keeping));
    await eventually(async () => expect((await nobody.getStatus({})).phase).toBe('ready'));
    expect(await refusal(() => nobody.leaveKeeper({}))).toBe('rule-broken/keeper-answers');
    const coordinator = await keeping.centre.as('coordina');
    const [companion] = (await coordinator.getComputers({})).companions;
    const { companionId, version } = companion ?? { companionId: '', version: 0 };
    await coordinator.revokeCompanion({ companionId, version, reason: 'notNeeded' });
    await eventually(() => expect(heard.at(-1)).toMatchObject({ kind: 'line', state: 'refused', why: 'revoked' }));
    expect(await refusal(() => nobody.getStatus({}))).toBe('storage/line-cut');
    await nobody.leaveKeeper({});
    await eventually(async () => expect((await nobody.getStatus({})).phase).toBe('empty'));
    expect(await refusal(() => coordinator.revokeCompanion({ companionId, version, reason: 'doubt' }))).toBe(
      'conflict/',
    );
  });

  it('keeps copies, becomes the one that keeps the record when that one breaks, and is it after each start', async () => {
    const keeping = await startKeeping();
    const folder = newFolder();
    const first = await startProgram(folder);
    await first.nobody.joinKeeper(await offer(keeping));
    await eventually(async () => expect((await first.nobody.getStatus({})).phase).toBe('ready'));
    const coordinator = await keeping.centre.as('coordina');
    await coordinator.chooseCopyFolder({ folder: newFolder() });
    await coordinator.makeCopy({});
    await eventually(async () => expect((await first.nobody.listKeptCopies({})).copies).toHaveLength(1));
    await keeping.centre.close();
    await eventually(() => expect(first.heard.at(-1)).toMatchObject({ kind: 'line', state: 'down' }));
    const { copies } = await first.nobody.listKeptCopies({});
    const by = { kind: 'password', login: 'coordina', password: passphrase } as const;
    const second = { login: 'legal', password: passphrase };
    await first.nobody.becomeKeeper({ name: copies[0]?.name ?? '', by, second });
    await eventually(() => expect(first.heard.at(-1)).toEqual({ kind: 'changed', topic: 'place' }));
    const { staff } = await first.nobody.signIn({ login: 'coordina', password: passphrase });
    expect(staff.login).toBe('coordina');
    expect(existsSync(join(folder, 'lan', 'companion.json'))).toBe(false);
    await first.application.close();
    running.length = 0;

    const again = await startProgram(folder);
    const { token } = await again.nobody.signIn({ login: 'coordina', password: passphrase });
    const here = clientOf(again.application, () => token);
    expect(await here.getComputers({})).toMatchObject({ isKeeper: true, keeper: { isOn: false }, companions: [{}] });
  });

  it('says so where the way to its keeper is damaged', async () => {
    const keeping = await startKeeping();
    const folder = newFolder();
    const first = await startProgram(folder);
    await first.nobody.joinKeeper(await offer(keeping));
    await eventually(() => expect(existsSync(join(folder, 'lan', 'companion.json'))).toBe(true));
    await first.application.close();
    running.length = 0;
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'lan', 'companion.json'), '{"format":1}');
    expect(await refusal(() => startProgram(folder))).toBe('damaged/pairing-damaged');
  });
});

describe('a computer that keeps a record', () => {
  it('joins no other one', async () => {
    const keeping = await startKeeping();
    const { application } = keeping.centre;
    const nobody = clientOf(application, () => null);
    expect(await refusal(async () => nobody.joinKeeper(await offer(keeping)))).toBe('rule-broken/no-companion-here');
  });

  it('offers no code before others may connect, and serves no address it does not have', async () => {
    const keeping = await startKeeping();
    const coordinator = await keeping.centre.as('coordina');
    const again = { password: passphrase };
    const gone = { address: '10.1.2.3', port: 4000 };
    expect(await refusal(() => coordinator.turnKeeperOn(gone, again))).toBe('rule-broken/address-gone');
    await coordinator.turnKeeperOff({});
    expect(await refusal(() => coordinator.offerPairing({}, again))).toBe('rule-broken/keeper-off');
    expect((await coordinator.getComputers({})).keeper.isOn).toBe(false);
    const held = (await import('node:net')).createServer();
    await new Promise<void>((listening) => held.listen(0, '127.0.0.1', listening));
    const { port } = held.address() as { port: number };
    expect(await refusal(() => coordinator.turnKeeperOn({ address: '127.0.0.1', port }, again))).toBe(
      'storage/port-taken',
    );
    await new Promise((closed) => held.close(closed));
  });
});
