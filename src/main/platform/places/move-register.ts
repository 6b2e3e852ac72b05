/** A register that an earlier version kept elsewhere comes to the place where it belongs. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../../../shared/platform/dates.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { isFreeFolder } from '../storage/create-database.ts';
import { readKeyring } from '../storage/keyring.ts';
import { acquireOwnerLock } from '../storage/owner-lock.ts';
import type { PlaceFolder } from './place-folders.ts';

/** `stays`: its disk is another one, or the system refuses. `both`: the place has a register already. */
export type Moved = 'nothing' | 'moved' | 'stays' | 'both';

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
export function moveRegister({ folder, former }: PlaceFolder, { policy, isPractice, now }: MoveParts): Moved {
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
