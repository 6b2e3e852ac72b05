/** Copies of the record at companions (decision 0099): fetched whole or not at all, counted as outside, never opened. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { besideName } from '../../../src/main/backup/index.ts';
import { CopyOffers } from '../../../src/main/computers/copy-offers.ts';
import { keptFolderName } from '../../../src/main/computers/kept-copies.ts';
import { instantAt } from '../../../src/shared/platform/clock.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { pair, startKeeping, type Keeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { openOwn, type OwnComputer } from '../../support/own-computers.ts';
import { clientOf, closeCentres, passphrase } from '../../support/start-application.ts';
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
  const names = existsSync(root) ? readdirSync(root) : [];
  return names.filter((name) => name.startsWith('backup-')).sort();
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
    expect((await copyAt(keeping)).copies).toEqual({ fresh: 0, isFew: true });
    const heard: unknown[] = [];
    keeping.centre.application.subscribe((event) => void heard.push(event));
    const { coordinator, target } = await withCopy(keeping);
    const made = readdirSync(target).filter((name) => name.startsWith('backup-'));
    await eventually(() => expect([keptAt(one), keptAt(two)]).toEqual([made, made]));
    await eventually(async () => expect((await copyAt(keeping)).copies).toEqual({ fresh: 2, isFew: false }));
    // A page that shows it asks again by itself.
    await eventually(() => expect(heard).toContainEqual({ kind: 'changed', topic: 'computers' }));
    const { lines } = await (await keeping.centre.as('visita')).listAudit({ before: null });
    expect(lines.filter(({ action }) => action === 'companion.copyKept')).toHaveLength(2);
    expect(await coordinator.getCopyState({})).toMatchObject({ isLate: false });
    expect(one.faults).toEqual([]);
    const kept = join(one.folder, keptFolderName, made[0] ?? '');
    for (const name of ['data.db', 'keyring.json', 'manifest.json'])
      expect(readFileSync(join(kept, name)).equals(readFileSync(join(target, made[0] ?? '', name)))).toBe(true);
  });

  it('is made beside the record where no folder was chosen, at closing, and noted once somebody signs in', async () => {
    const keeping = await startKeeping();
    const computer = await companionOf(keeping, 'PSICOLOGIA-PC');
    const coordinator = await keeping.centre.as('coordina');
    expect(await coordinator.getCopyState({})).toMatchObject({ lastOutsideAt: null, isLate: true });
    await coordinator.lock({ why: 'asked' });
    await eventually(() => expect(keptAt(computer)).toHaveLength(1));
    expect(readdirSync(join(keeping.centre.folder, besideName))).toEqual(keptAt(computer));
    await eventually(() => expect(keeping.keeper().copies.unwritten).toHaveLength(1));
    const nobody = clientOf(keeping.centre.application, () => null);
    const { token } = await nobody.signIn({ login: 'coordina', password: passphrase });
    const again = clientOf(keeping.centre.application, () => token);
    const state = await again.getCopyState({});
    expect(state.folder).toBeNull();
    expect(state.lastOutsideAt).not.toBeNull();
    expect(state.isLate).toBe(false);
    const { companions, copies } = await again.getComputers({});
    expect(companions.map(({ copyAt: at }) => at)).toEqual([state.lastOutsideAt]);
    // It is the only one.
    expect(copies).toEqual({ fresh: 1, isFew: false });
    expect(keeping.keeper().copies.unwritten).toEqual([]);
  });

  it('is offered to a computer that was away when it comes, with the record closed too', async () => {
    const keeping = await startKeeping();
    const paired = await pair(keeping, 'PSICOLOGIA-PC');
    await withCopy(keeping);
    await (await keeping.centre.as('coordina')).lock({ why: 'asked' });
    const computer = await openOwn(paired, keeping.port());
    open.push(computer);
    await eventually(() => expect(keptAt(computer)).toHaveLength(1));
    expect(computer.faults).toEqual([]);
  });

  it('is not made for nobody', async () => {
    const keeping = await startKeeping();
    await (await keeping.centre.as('coordina')).lock({ why: 'asked' });
    await keeping.centre.restart();
    expect(existsSync(join(keeping.centre.folder, besideName))).toBe(false);
  });
});

describe('what a companion may fetch', () => {
  it('is what the offered copy names, and nothing beside it', async () => {
    const keeping = await startKeeping();
    const computer = await companionOf(keeping, 'PSICOLOGIA-PC');
    const { target } = await withCopy(keeping);
    await eventually(() => expect(keptAt(computer)).toHaveLength(1));
    const [name = ''] = keptAt(computer);
    writeFileSync(join(target, name, 'otra.txt'), 'x');
    for (const id of [`${name}.otra.txt`, `${name}...data.db`, 'keyring.json', `backup-20200101t000000z-1.data.db`])
      await expect(computer.link.open('copy', id)).rejects.toMatchObject({ why: 'not-found' });
  });

  it('and what it says to keep is what was offered', async () => {
    const keeping = await startKeeping();
    const computer = await companionOf(keeping, 'PSICOLOGIA-PC');
    await withCopy(keeping);
    await eventually(() => expect(keptAt(computer)).toHaveLength(1));
    const said = { name: 'backup-20200101t000000z-1', at: '2020-01-01T00:00:00.000Z' };
    const answer = await computer.link.call('copyKept', said);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  });
});

describe('when a copy is due', () => {
  const lima = (day: number, time: string) => Date.parse(instantAt(`2026-06-${day}` as CivilDate, time));

  async function offersAt(start: number, hasCompanions = true) {
    const folder = newFolder();
    let now = start;
    const parts = { folder, now: () => now, hasCompanions: () => hasCompanions, tellAll: () => undefined };
    const offers = new CopyOffers(parts);
    await offers.made('/nowhere', true);
    return { offers, at: (then: number) => ((now = then), offers.isDue()), folder, parts };
  }

  it('each night from 22:00 on, once, and after twenty hours', async () => {
    const { offers, at } = await offersAt(lima(10, '12:00'));
    expect([at(lima(10, '21:59')), at(lima(10, '22:00'))]).toEqual([false, true]);
    await offers.made('/nowhere', false);
    expect([at(lima(10, '23:30')), at(lima(11, '17:59'))]).toEqual([false, false]);
    expect(at(lima(11, '18:01'))).toBe(true);
  });

  it('is kept across a start, and never for nobody', async () => {
    const { folder, parts, at } = await offersAt(lima(10, '12:00'));
    const later = new CopyOffers({ ...parts, folder });
    expect(later.isDue()).toBe(true);
    later.read();
    expect(later.isDue()).toBe(false);
    expect(at(lima(12, '12:00'))).toBe(true);
    expect((await offersAt(lima(10, '12:00'), false)).at(lima(13, '12:00'))).toBe(false);
  });
});
