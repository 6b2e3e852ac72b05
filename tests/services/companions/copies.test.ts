/** Copies of the record at companions (decision 0099): fetched whole or not at all, counted as outside, never opened. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keptFolderName } from '../../../src/main/kept-copies.ts';
import { pair, startKeeping, type Keeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { openOwn, type OwnComputer } from '../../support/own-computers.ts';
import { closeCentres } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';

const open: OwnComputer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeCentres();
  removeFolders();
});

type More = Parameters<typeof openOwn>[2];

async function companionOf(keeping: Keeping, name: string, more: More = {}): Promise<OwnComputer> {
  const computer = await openOwn(await pair(keeping, name), keeping.port(), more);
  open.push(computer);
  await eventually(() => expect(computer.link.state().kind).toBe('up'));
  return computer;
}

const keptAt = ({ folder }: OwnComputer) => {
  const root = join(folder, keptFolderName);
  return existsSync(root) ? readdirSync(root).sort() : [];
};

/** The coordinator chooses a folder and makes a copy there. */
async function withCopy(keeping: Keeping) {
  const coordinator = await keeping.centre.as('coordina');
  const target = newFolder();
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  return { coordinator, target };
}

const copyAt = async (keeping: Keeping) => {
  const { companions, copies } = await (await keeping.centre.as('coordina')).getComputers({});
  return { at: companions.map((one) => one.copyAt), copies };
};

describe('a copy for the companions', () => {
  it('is fetched whole, noted in the record and its audit, and counts as outside this computer', async () => {
    const keeping = await startKeeping();
    const [one, two] = [await companionOf(keeping, 'PSICOLOGIA-PC'), await companionOf(keeping, 'LEGAL-PC')];
    const { coordinator, target } = await withCopy(keeping);
    const made = readdirSync(target).filter((name) => name.startsWith('backup-'));
    await eventually(() => expect([keptAt(one), keptAt(two)]).toEqual([made, made]));
    await eventually(async () => expect((await copyAt(keeping)).copies).toEqual({ fresh: 2, isFew: false }));
    const { lines } = await (await keeping.centre.as('visita')).listAudit({ before: null });
    expect(lines.filter(({ action }) => action === 'companion.copyKept')).toHaveLength(2);
    expect(await coordinator.getCopyState({})).toMatchObject({ isLate: false });
    expect(one.faults).toEqual([]);
    const kept = join(one.folder, keptFolderName, made[0] ?? '');
    for (const name of ['data.db', 'keyring.json', 'manifest.json'])
      expect(readFileSync(join(kept, name)).equals(readFileSync(join(target, made[0] ?? '', name)))).toBe(true);
  });
});
