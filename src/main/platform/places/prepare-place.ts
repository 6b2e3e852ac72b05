/** A place before anything is opened there: its folder, who may use it, and what keeps a register from it. */
import { mkdirSync, existsSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { instantIn, type Clock } from '../../../shared/platform/clock.ts';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { PlaceKind, PlaceNotice } from '../../../shared/platform/places.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { isFreeFolder } from '../storage/create-database.ts';
import type { PlaceRules } from '../storage/data-folder.ts';
import { checkPlace, isUnc, type DriveTable } from '../storage/paths.ts';
import { folderWithoutRecord } from '../incident-log.ts';
import { runProgram } from '../system-program.ts';
import { askSetting } from './machine-setting.ts';
import { placeFolders, type PlaceFolder, type PlaceFolders } from './place-folders.ts';
import type { Instant } from '../../../shared/platform/dates.ts';
import { readKeyring } from '../storage/keyring.ts';
import { acquireOwnerLock } from '../storage/owner-lock.ts';

// A register that an earlier version kept elsewhere comes to the place where it belongs.

/** `stays`: its disk is another one, or the system refuses. `both`: the place has a register already. */
type Moved = 'nothing' | 'moved' | 'stays' | 'both';

type MoveParts = { readonly policy: KdfPolicy; readonly isPractice: boolean; readonly now: Instant };

/** A register whose keys cannot be read is not taken for practice. */
function isOfPractice(folder: string, policy: KdfPolicy): boolean {
  try {
    return readKeyring(folder, policy).keyring.practice;
  } catch {
    return false;
  }
}

const hasRegister = (folder: string) => existsSync(folder) && !isFreeFolder(folder);

/** What a start left in the place that founded nothing; on Windows a folder in use cannot be renamed. */
function clearFree(folder: string): void {
  if (!existsSync(folder)) return;
  const aside = `${folder}.libre`;
  renameSync(folder, aside);
  if (isFreeFolder(aside)) rmSync(aside, { recursive: true });
  else renameSync(aside, folder);
}

/**
 * One rename: the register is here or there, never half.
 *
 * @throws storage `already-open` when a program of before has it open
 */
function moveRegister({ folder, former }: PlaceFolder, { policy, isPractice, now }: MoveParts): Moved {
  if (former === null || !hasRegister(former) || isOfPractice(former, policy) !== isPractice) return 'nothing';
  if (hasRegister(folder)) return 'both';
  acquireOwnerLock(former, now).release();
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    clearFree(folder);
    renameSync(former, folder);
    return 'moved';
  } catch {
    return 'stays';
  }
}

export type PreparedPlace = {
  readonly kind: PlaceKind;
  readonly folder: string;
  readonly rules: PlaceRules;
  readonly notices: readonly PlaceNotice[];
};

export type PlaceParts = {
  readonly folders: () => Promise<PlaceFolders>;
  readonly drives: DriveTable;
  readonly policy: KdfPolicy;
  readonly clock: Clock;
};

/** @throws storage `path-missing`, `path-network`, `path-setting` */
export async function foldersOfThisComputer(): Promise<PlaceFolders> {
  const { platform, env } = process;
  const setting = platform === 'win32' ? await askSetting(runProgram) : null;
  return placeFolders({ platform, env, home: homedir(), setting });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw fail('storage', 'path-missing');
  }
}

const noticeOf: Readonly<Partial<Record<Moved, PlaceNotice>>> = { stays: 'single-account', both: 'other-register' };

/** What keeps a new register away and is told of one that is there. */
async function looseIn(folder: string, drives: DriveTable): Promise<{ unfit: string; notice: PlaceNotice } | null> {
  if ((await drives.limit?.(folder)) !== true) return { unfit: 'path-open-to-others', notice: 'open-to-others' };
  const isHeld = (await drives.holds?.(dirname(folder))) !== false;
  return isHeld ? null : { unfit: 'path-base-loose', notice: 'base-loose' };
}

async function prepare(parts: PlaceParts, kind: PlaceKind, place: PlaceFolder): Promise<PreparedPlace> {
  const isPractice = kind === 'practice';
  // Before it is looked for: a server that does not answer would hold everybody up.
  if (isUnc(place.folder)) throw fail('storage', 'path-network');
  const moved = moveRegister(place, { policy: parts.policy, isPractice, now: instantIn(parts.clock) });
  const notice = noticeOf[moved];
  const notices = notice === undefined ? [] : [notice];
  if (moved === 'stays' && place.former !== null) {
    return { kind, folder: place.former, rules: { isPractice, unfit: null, unfitForNew: null }, notices };
  }
  makeFolder(place.folder);
  checkPlace(place.folder, parts.drives);
  // An administrator chose the drive: what Windows does not say of it is no reason to keep everybody out.
  if ((await parts.drives.isRemovable?.(place.folder)) === true) throw fail('storage', 'path-removable');
  const loose = await looseIn(place.folder, parts.drives);
  const rules = { isPractice, unfit: null, unfitForNew: loose?.unfit ?? null };
  const isTold = loose !== null && !isFreeFolder(place.folder);
  return { kind, folder: place.folder, rules, notices: isTold ? [...notices, loose.notice] : notices };
}

/** Never throws for what is wrong with the place: the window opens all the same and says it in words. */
export async function preparePlace(parts: PlaceParts, kind: PlaceKind): Promise<PreparedPlace> {
  // Nothing is opened or made there; a bug is logged somewhere.
  let folder = folderWithoutRecord;
  try {
    const folders = await parts.folders();
    ({ folder } = folders[kind]);
    // On Linux the practice register of before stands in the way of the real one.
    const { practice } = folders;
    if (kind === 'real' && practice.former === folder) {
      moveRegister(practice, { policy: parts.policy, isPractice: true, now: instantIn(parts.clock) });
    }
    return await prepare(parts, kind, folders[kind]);
  } catch (error) {
    const unfit = (error instanceof ExpectedFailure ? error.failure.reason : null) ?? 'cannot-open';
    return { kind, folder, rules: { isPractice: kind === 'practice', unfit, unfitForNew: null }, notices: [] };
  }
}
