/** Companions of another version: they work with nothing, and the keeper hands them the signed update (decision 0099). */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Readable } from 'node:stream';
import { takeUpdate } from '../../../src/main/computers/companion-self.ts';
import { keepUpdate, openUpdate } from '../../../src/main/computers/keeper-update.ts';
import { ownVersion } from '../../../src/main/computers/own-version.ts';
import { version } from '../../../src/main/version.ts';
import { pair, startKeeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { openOwn, type OwnComputer } from '../../support/own-computers.ts';
import { closeCentres } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { installerBytes, nextVersion, updateIn, type UpdateChange } from '../../support/update-file.ts';
import { refusal } from '../refusal.ts';

const open: OwnComputer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeCentres();
  removeFolders();
});

const renewed = { ...ownVersion(), version: nextVersion };

/** A keeper that was renewed already, and a companion that was not. */
async function renewedKeeper(own = renewed) {
  const keeping = await startKeeping({ more: { own: () => own } });
  const computer = await openOwn(await pair(keeping, 'PSICOLOGIA-PC'), keeping.port());
  open.push(computer);
  await eventually(() => expect(computer.link.state().kind).toBe('refused'));
  const give = (change: UpdateChange = {}) => keepUpdate(keeping.centre.folder, updateIn(newFolder(), change));
  return { keeping, computer, give };
}

describe('a companion of an older version', () => {
  it('is told so, and does nothing else', async () => {
    const { computer } = await renewedKeeper();
    expect(computer.link.state()).toEqual({ kind: 'refused', why: 'older' });
    expect(await refusal(() => computer.client.getComputers({}))).toBe('storage/line-cut');
    await expect(computer.link.open('copy', 'x')).rejects.toMatchObject({ why: 'older' });
    await expect(computer.link.open('order', 'x')).rejects.toMatchObject({ why: 'older' });
  });

  it('gets the installer from the signed file that the keeper has', async () => {
    const { computer, give } = await renewedKeeper();
    await give();
    const folder = newFolder();
    const taken = await computer.client.takeUpdate({ folder });
    expect(taken).toMatchObject({ version: nextVersion, size: installerBytes.length });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readFileSync(taken.installer).equals(installerBytes)).toBe(true);
    expect(readdirSync(join(computer.folder, 'lan'))).not.toContain('update-arriving');
  });

  it('is told plainly where there is none', async () => {
    const { computer } = await renewedKeeper();
    const take = () => computer.client.takeUpdate({ folder: newFolder() });
    expect(await refusal(take)).toBe('rule-broken/update-not-there');
  });

  it('is given none that does not make it what the keeper is', async () => {
    const { computer, give } = await renewedKeeper({ ...ownVersion(), version: '9.9.9' });
    await give();
    const take = () => computer.client.takeUpdate({ folder: newFolder() });
    expect(await refusal(take)).toBe('rule-broken/update-not-there');
  });

  it('believes nobody but the publisher: a keeper that hands over a changed file writes nothing', async () => {
    const { keeping, computer, give } = await renewedKeeper();
    await give();
    const path = join(keeping.centre.folder, 'lan', 'update');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const folder = newFolder();
    const link = { open: () => Promise.resolve(Readable.from([bytes])) };
    const parts = { link, dataFolder: computer.folder, version, judge: () => Promise.resolve() };
    expect(await refusal(() => takeUpdate(parts, folder))).toBe('damaged/update-damaged');
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(path, bytes);
    expect(await openUpdate(keeping.centre.folder, nextVersion)).toBeNull();
  });
});

describe('a companion of a newer version', () => {
  it('is told so, and takes no step back', async () => {
    const keeping = await startKeeping();
    const hello = { ...ownVersion(), version: nextVersion };
    const computer = await openOwn(await pair(keeping, 'PSICOLOGIA-PC'), keeping.port(), { hello });
    open.push(computer);
    await eventually(() => expect(computer.link.state()).toEqual({ kind: 'refused', why: 'newer' }));
    const take = () => computer.client.takeUpdate({ folder: newFolder() });
    expect(await refusal(take)).toBe('rule-broken/update-not-there');
  });
});

it('the signed file is kept when the update is prepared at the keeper', async () => {
  const keeping = await startKeeping();
  const coordinator = await keeping.centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: newFolder() });
  const [from, to] = [newFolder(), newFolder()];
  mkdirSync(from, { recursive: true });
  const file = updateIn(from);
  await (await keeping.centre.as('soporte')).prepareUpdate({ file, folder: to });
  expect(readFileSync(join(keeping.centre.folder, 'lan', 'update')).equals(readFileSync(file))).toBe(true);
});
