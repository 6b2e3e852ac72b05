import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { fixedClock, type FixedClock } from '../../support/fixed-clock.ts';
import {
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  testPorts,
  type TestCentre,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { insideFile } from '../inside-file.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

type Manifest = {
  readonly line: string;
  readonly parent: { readonly seq: number; readonly head: string } | null;
  readonly contains: readonly string[];
  readonly audit: { readonly seq: number; readonly head: string };
};

const copiesIn = (target: string) =>
  readdirSync(target)
    .filter((name) => name.startsWith('backup-'))
    .sort();
const manifestOf = (target: string, name: string) =>
  JSON.parse(readFileSync(join(target, name, 'manifest.json'), 'utf8')) as Manifest;

/** Makes one copy now; answers its name. */
async function copyNow(centre: TestCentre, target: string): Promise<string> {
  const before = new Set(copiesIn(target));
  await (await centre.as('coordina')).makeCopy({});
  return copiesIn(target).find((name) => !before.has(name)) ?? '';
}

async function restoreInto(folder: string, copy: string, clock: FixedClock): Promise<void> {
  const ports = testPorts(clock);
  const application = await createApplication({ dataFolder: folder, host: 'direct', ports, kdfPolicy: cheapKdfPolicy });
  try {
    const by = { kind: 'password', login: 'coordina', password: passphrase } as const;
    await clientOf(application, () => null).restoreCopy({ folder: copy, by, second: null });
  } finally {
    await application.close();
  }
}

/** Copy A just before midnight in Lima, then five records and copies B and C of the next day. */
async function threeCopies() {
  const centre = await startCentre({ clock: fixedClock('2026-06-11T04:58:00.000Z') });
  const target = newFolder();
  await (await centre.as('coordina')).chooseCopyFolder({ folder: target });
  const a = await copyNow(centre, target);
  centre.clock.advance(3 * 60_000);
  const desk = await centre.as('admision');
  for (let count = 0; count < 5; count += 1) await desk.openArrival({});
  const b = await copyNow(centre, target);
  centre.clock.advance(60_000);
  const c = await copyNow(centre, target);
  return { centre, target, a, b, c };
}

describe('copies of a record that was restored (D35)', () => {
  it('never delete what the record before the restore went on to hold', async () => {
    const { target, a, b, c } = await threeCopies();
    expect(copiesIn(target)).toEqual([a, c]);
    expect(existsSync(join(target, b))).toBe(false);
    const folder = newFolder();
    const clock = fixedClock('2026-06-11T20:00:00.000Z');
    await restoreInto(folder, join(target, a), clock);
    const restored = await openCentre(folder, clock);
    await (await restored.as('coordina')).listStaff({});
    await restored.application.close();
    expect(copiesIn(target)).toEqual([a, c]);
    // A person who chooses the same folder again.
    const again = await openCentre(folder, clock);
    await (await again.as('coordina')).chooseCopyFolder({ folder: target });
    const own = await copyNow(again, target);
    clock.advance(60_000);
    const next = await copyNow(again, target);
    expect(copiesIn(target)).toEqual([a, c, next].sort());
    expect(existsSync(join(target, own))).toBe(false);
  });

  it('begins a line of its own, without a folder, and asks for one', async () => {
    const { target, a } = await threeCopies();
    const folder = newFolder();
    const clock = fixedClock('2026-06-12T14:00:00.000Z');
    await restoreInto(folder, join(target, a), clock);
    const restored = await openCentre(folder, clock);
    const state = await (await restored.as('coordina')).getCopyState({});
    expect(state).toMatchObject({ folder: null, place: null, lastVerifiedAt: null, lastOutsideAt: null, isLate: true });
    await restored.application.close();
    const lineIn = (root: string) =>
      insideFile(root, (db) => db.prepare("select value from meta where key = 'copy_line'").pluck().get());
    expect(await lineIn(folder)).not.toBe(manifestOf(target, a).line);
  });

  it('stay untouched by verifying the restored record from the command line', async () => {
    const { target, a, c } = await threeCopies();
    const folder = newFolder();
    const clock = fixedClock('2026-06-11T20:00:00.000Z');
    await restoreInto(folder, join(target, a), clock);
    const restored = await openCentre(folder, clock);
    expect((await (await restored.as('coordina')).verifyRecord({})).isSound).toBe(true);
    await restored.application.close();
    expect(copiesIn(target)).toEqual([a, c]);
  });
});

describe('the chain of copies', () => {
  it('names its line, the copy before and every copy that it contains', async () => {
    const { target, a, c } = await threeCopies();
    const [first, third] = [manifestOf(target, a), manifestOf(target, c)];
    expect([first.parent, first.contains]).toEqual([null, []]);
    expect(third.line).toBe(first.line);
    expect(third.parent?.seq).toBeGreaterThan(first.audit.seq);
    expect(third.contains).toContain(first.audit.head);
  });

  it('goes on over a restart of the record', async () => {
    const { centre, target, c } = await threeCopies();
    const next = await centre.restart();
    const names = copiesIn(target);
    expect(manifestOf(target, names.at(-1) ?? '').line).toBe(manifestOf(target, names[0] ?? '').line);
    expect(names).not.toContain(c);
    await next.application.close();
  });

  it('believes no manifest that the holder of the key did not write', async () => {
    const { centre, target, a, c } = await threeCopies();
    // Somebody makes the newest copy look as if it belonged to another line, and an old one as of this one.
    const forged = { ...manifestOf(target, c), line: '00000000-0000-4000-8000-000000000000' };
    writeFileSync(join(target, c, 'manifest.json'), JSON.stringify(forged));
    centre.clock.advance(60_000);
    const made = await copyNow(centre, target);
    expect(copiesIn(target)).toEqual([a, c, made].sort());
    expect(manifestOf(target, made).contains).not.toContain(forged.audit.head);
  });
});

describe('what killed copies left', () => {
  const dead = 999_999_999;

  it('goes before the next copy, only of this register and only of a process that is gone', async () => {
    const { centre, target } = await threeCopies();
    const { keyring } = await import('../../../src/main/platform/storage/keyring.ts').then(({ readKeyring }) =>
      readKeyring(centre.folder, cheapKdfPolicy),
    );
    const own = keyring.dbId.slice(0, 8);
    const name = (stamp: string, owner: string, pid: number) => `unfinished-${stamp}-${owner}-${pid}`;
    const swept = [
      name('20260611t045900z', own, dead),
      name('20260611t045900z', own, process.pid),
      name('20260609t045900z', own, process.ppid),
    ];
    const kept = [
      name('20260611t045900z', 'ffffffff', dead),
      name('20260611t045900z', own, process.ppid),
      'unfinished-mio',
    ];
    for (const folder of [...swept, ...kept]) {
      mkdirSync(join(target, folder));
      writeFileSync(join(target, folder, 'data.db'), 'x');
    }
    await (await centre.as('coordina')).makeCopy({});
    expect(
      readdirSync(target)
        .filter((one) => one.startsWith('unfinished-'))
        .sort(),
    ).toEqual(kept.sort());
  });
});
