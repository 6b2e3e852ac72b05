/** The places of this computer over real folders and registers: what moves, what is refused, what is told. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { modeLimiter } from '../../src/main/platform/places/folder-rights.ts';
import type { PlaceFolders } from '../../src/main/platform/places/place-folders.ts';
import { preparePlace, type PlaceParts } from '../../src/main/platform/places/prepare-place.ts';
import { DataFolder, type PlaceRules } from '../../src/main/platform/storage/data-folder.ts';
import { acquireOwnerLock } from '../../src/main/platform/storage/owner-lock.ts';
import type { DriveTable } from '../../src/main/platform/storage/paths.ts';
import { fail } from '../../src/shared/platform/failures.ts';
import { cheapPolicy, localDrives, newRegister, refusal, removeTempFolders, tempFolder } from './fixture.ts';
import { rightsOfOthers } from '../support/rights.ts';

afterAll(removeTempFolders);

const clock = { now: () => Date.parse('2026-03-01T12:00:00.000Z') };
const fit: DriveTable = { ...localDrives, limit: modeLimiter, isRemovable: () => Promise.resolve(false) };

function placing(folders: PlaceFolders, drives: DriveTable = fit): PlaceParts {
  return { folders: () => Promise.resolve(folders), drives, policy: cheapPolicy, clock };
}

/** Both places in a new base, over what an earlier version left. */
function foldersOver(former: string | null): PlaceFolders {
  const base = tempFolder();
  return {
    real: { folder: join(base, 'RegistroCEM', 'centro'), former },
    practice: { folder: join(base, 'RegistroCEM', 'practica'), former },
  };
}

/** Answers the reason that keeps the place closed, null when it is fit. */
async function unfit(folders: PlaceFolders, drives: DriveTable): Promise<string | null> {
  return (await preparePlace(placing(folders, drives), 'real')).rules.unfit;
}

describe('a place', () => {
  it('is made for the staff alone, and free for a new register', async () => {
    const folders = foldersOver(null);
    const place = await preparePlace(placing(folders), 'practice');
    const rules = { isPractice: true, unfit: null, unfitForNew: null };
    expect(place).toEqual({ kind: 'practice', folder: folders.practice.folder, rules, notices: [] });
    expect(rightsOfOthers(place.folder)).toBe(0);
    expect(existsSync(folders.real.folder)).toBe(false);
  });

  it('is refused on a network, in a folder that is copied elsewhere, on a stick, through a link', async () => {
    const folders = foldersOver(null);
    expect(await unfit(folders, { ...fit, isNetwork: () => true })).toBe('path-network');
    expect(await unfit(folders, { ...fit, isRemovable: () => Promise.resolve(true) })).toBe('path-removable');
    expect(await unfit(folders, { ...fit, isRemovable: () => Promise.resolve(null) })).toBeNull();
    const base = join(tempFolder(), 'OneDrive - MIMP', 'RegistroCEM');
    const real = { folder: join(base, 'centro'), former: null };
    expect(await unfit({ real, practice: real }, fit)).toBe('path-sync-folder');
    const link = { folder: join(tempFolder(), 'enlace'), former: null };
    symlinkSync(tempFolder(), link.folder);
    expect(await unfit({ real: link, practice: link }, fit)).toBe('path-link');
  });

  it.each(['\\\\servidor\\datos\\centro', '\\\\?\\UNC\\servidor\\datos\\centro'])(
    'on a share (%s) is refused before anybody looks for the server',
    async (folder) => {
      const never = () => {
        throw new Error('looked for');
      };
      const drives: DriveTable = { isNetwork: never, syncFolders: never, isRemovable: never, limit: never };
      const real = { folder, former: null };
      expect(await unfit({ real, practice: real }, drives)).toBe('path-network');
      expect(existsSync(folder)).toBe(false);
    },
  );

  it('that cannot be made, or is not known, is said in words', async () => {
    const file = join(tempFolder(), 'archivo');
    writeFileSync(file, '');
    const real = { folder: join(file, 'centro'), former: null };
    expect(await unfit({ real, practice: real }, fit)).toBe('path-missing');
    const folders = () => Promise.reject(fail('storage', 'path-setting'));
    const place = await preparePlace({ ...placing(foldersOver(null)), folders }, 'real');
    expect(place.rules.unfit).toBe('path-setting');
    expect(existsSync(place.folder)).toBe(false);
  });

  it('that stays open to others takes no new register, and warns where there is one', async () => {
    const open: DriveTable = { ...fit, limit: () => Promise.resolve(false) };
    const fresh = await preparePlace(placing(foldersOver(null), open), 'real');
    expect([fresh.rules.unfitForNew, fresh.notices]).toEqual(['path-open-to-others', []]);
    const { folder } = await newRegister();
    const used = { folder, former: null };
    const place = await preparePlace(placing({ real: used, practice: used }, open), 'real');
    expect([place.rules.unfit, place.notices]).toEqual([null, ['open-to-others']]);
  });
});

describe('the folder of both places', () => {
  it('that an ordinary account owns takes no new register, and warns where there is one', async () => {
    const asked: string[] = [];
    const loose: DriveTable = {
      ...fit,
      holds: (base) => {
        asked.push(base);
        return Promise.resolve(false);
      },
    };
    const folders = foldersOver(null);
    const fresh = await preparePlace(placing(folders, loose), 'real');
    expect([fresh.rules.unfitForNew, fresh.notices]).toEqual(['path-base-loose', []]);
    expect(asked).toEqual([join(folders.real.folder, '..')]);
    const used = { folder: (await newRegister()).folder, former: null };
    const place = await preparePlace(placing({ real: used, practice: used }, loose), 'real');
    expect([place.rules.unfit, place.notices]).toEqual([null, ['base-loose']]);
    const open: DriveTable = { ...loose, limit: () => Promise.resolve(false) };
    expect((await preparePlace(placing(foldersOver(null), open), 'real')).rules.unfitForNew).toBe(
      'path-open-to-others',
    );
  });
});

describe('a register of before', () => {
  it.each([
    [false, 'real', 'practice'],
    [true, 'practice', 'real'],
  ] as const)('of practice %s comes to the place of its mark, whole, and only there', async (practice, its, other) => {
    const register = await newRegister({ practice });
    const keys = readFileSync(join(register.folder, 'keyring.json'));
    const folders = foldersOver(register.folder);
    await preparePlace(placing(folders), other);
    expect(existsSync(register.folder)).toBe(true);
    const place = await preparePlace(placing(folders), its);
    expect([place.folder, place.notices]).toEqual([folders[its].folder, []]);
    expect(existsSync(register.folder)).toBe(false);
    expect(readFileSync(join(place.folder, 'keyring.json')).equals(keys)).toBe(true);
  });

  it('is taken for a real one when its keys cannot be read', async () => {
    const register = await newRegister();
    const keys = readdirSync(register.folder).filter((name) => name.startsWith('keyring'));
    for (const name of keys) writeFileSync(join(register.folder, name), '{');
    const folders = foldersOver(register.folder);
    await preparePlace(placing(folders), 'practice');
    expect(existsSync(register.folder)).toBe(true);
    expect((await preparePlace(placing(folders), 'real')).folder).toBe(folders.real.folder);
    expect(existsSync(register.folder)).toBe(false);
  });

  it('takes the place of what a start left there that founded nothing', async () => {
    const register = await newRegister();
    const folders = foldersOver(register.folder);
    mkdirSync(join(folders.real.folder, 'logs'), { recursive: true });
    await preparePlace(placing(folders), 'real');
    expect(existsSync(join(folders.real.folder, 'keyring.json'))).toBe(true);
    expect(existsSync(`${folders.real.folder}.libre`)).toBe(false);
  });

  it('is left alone where the place has a register, and told', async () => {
    const [register, present] = [await newRegister(), await newRegister()];
    const one = { folder: present.folder, former: register.folder };
    const place = await preparePlace(placing({ real: one, practice: one }), 'real');
    expect([place.folder, place.notices]).toEqual([present.folder, ['other-register']]);
    expect(existsSync(register.folder)).toBe(true);
  });

  it('that another program has open keeps the place closed: nobody founds a second one meanwhile', async () => {
    const register = await newRegister();
    const folders = foldersOver(register.folder);
    const lock = acquireOwnerLock(register.folder, '2026-03-01T12:00:00.000Z');
    expect(await unfit(folders, fit)).toBe('already-open');
    lock.release();
    expect(await unfit(folders, fit)).toBeNull();
  });

  it('goes on where it is when it cannot be moved, and says so', async () => {
    const register = await newRegister();
    const file = join(tempFolder(), 'archivo');
    writeFileSync(file, '');
    const one = { folder: join(file, 'RegistroCEM', 'centro'), former: register.folder };
    const place = await preparePlace(placing({ real: one, practice: one }), 'real');
    expect([place.folder, place.notices, place.rules.unfit]).toEqual([register.folder, ['single-account'], null]);
  });

  it('of practice does not stay in the way of the real one on Linux', async () => {
    const register = await newRegister({ practice: true });
    const { folder } = register;
    const folders = { real: { folder, former: null }, practice: { folder: `${folder}-practica`, former: folder } };
    const place = await preparePlace(placing(folders), 'real');
    expect([place.folder, place.rules.unfit]).toEqual([folder, null]);
    expect(existsSync(join(folder, 'keyring.json'))).toBe(false);
    expect(existsSync(join(`${folder}-practica`, 'keyring.json'))).toBe(true);
  });
});

describe('a data folder', () => {
  const over = (folder: string, rules: PlaceRules) =>
    new DataFolder({ folder, policy: cheapPolicy, drives: localDrives, clock, rules }, () => true);
  const real: PlaceRules = { isPractice: false, unfit: null, unfitForNew: null };

  it.each([
    [true, false, 'path-practice-here'],
    [false, true, 'path-real-here'],
    [true, true, null],
    [false, false, null],
  ])('with a register of practice %s in the place of practice %s: %s', async (practice, isPractice, reason) => {
    const { folder } = await newRegister({ practice });
    const place = over(folder, { ...real, isPractice });
    expect(place.blockedBy(false)).toBe(reason);
    expect(await refusal(() => place.own())).toBe(reason === null ? 'none' : `storage/${reason}`);
    place.release();
  });

  it('founds nothing of the other kind, and nothing where the folder stays open to others', async () => {
    const place = over(tempFolder(), real);
    expect(await refusal(() => place.own(true))).toBe('storage/path-practice-here');
    const open = over(tempFolder(), { ...real, unfitForNew: 'path-open-to-others' });
    expect(open.blockedBy(false)).toBe('path-open-to-others');
    expect(await refusal(() => open.own(false))).toBe('storage/path-open-to-others');
    const { folder } = await newRegister({ practice: false });
    const used = over(folder, { ...real, unfitForNew: 'path-open-to-others' });
    expect(used.blockedBy(false)).toBeNull();
    used.release();
  });

  it('that is unfit is neither made nor read', () => {
    const folder = join(tempFolder(), 'nada');
    const place = over(folder, { ...real, unfit: 'path-network' });
    expect([place.blockedBy(false), place.isEmpty(), place.isPractice(), place.freeBytes]).toEqual([
      'path-network',
      true,
      null,
      null,
    ]);
    expect(existsSync(folder)).toBe(false);
  });
});
