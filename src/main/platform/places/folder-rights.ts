/** Limits a folder to the staff of the centre, and reads back whether that is so. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasSaidNo, runProgram, type RunProgram } from '../system-program.ts';
import {
  areRightsSound,
  grantArguments,
  isOwnerSound,
  ownerArguments,
  parseSaved,
  staffGroup,
  type Acl,
  type Staff,
} from './rights.ts';

/** @returns false when the folder is open to others, or when nobody can say. Never throws. */
type LimitFolder = (folder: string) => Promise<boolean>;

async function readBack(run: RunProgram, folder: string, how: readonly string[]): Promise<Acl[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'registro-rights-'));
  try {
    const file = join(scratch, 'saved');
    await run('icacls', [folder, '/save', file, ...how, '/Q']);
    return parseSaved(readFileSync(file));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function staffOf(run: RunProgram): Promise<Staff> {
  try {
    await run('net', ['localgroup', staffGroup]);
    return 'group';
  } catch (error) {
    if (hasSaidNo(error)) return 'users';
    throw error;
  }
}

/** Whoever made a folder may change its list, other accounts only read it: what is right already is left as it is. */
export function windowsLimiter(run: RunProgram): LimitFolder {
  return async (folder) => {
    try {
      const staff = await staffOf(run);
      if (areRightsSound(await readBack(run, folder, []), staff)) return true;
      // What was granted by name goes first, also on what is inside: a register that was moved brought its own.
      await run('icacls', [folder, '/reset', '/T', '/Q']);
      await run('icacls', [folder, ...grantArguments(staff)]);
      return areRightsSound(await readBack(run, folder, ['/T']), staff);
    } catch {
      return false;
    }
  };
}

/** Null when PowerShell does not answer: `icacls` reads lists and no owner, and `dir` names it in the language of Windows. */
async function readOwner(run: RunProgram, folder: string): Promise<boolean | null> {
  const question = `(Get-Acl -LiteralPath '${folder.replaceAll("'", "''")}').Sddl`;
  try {
    return isOwnerSound(await run('powershell', ['-NoProfile', '-NonInteractive', '-Command', question]));
  } catch {
    return null;
  }
}

const ofPlaces = /^(?:centro|practica)(?:\.libre)?$/i;

/**
 * Whether the folder that holds both places is nobody's own and limited to the staff: who may take it away takes the
 * register along. What is not so is put right where that may be done, and where nothing else stands in it.
 */
export function windowsHolder(run: RunProgram): LimitFolder {
  return async (base) => {
    try {
      const staff = await staffOf(run);
      const isHeld = async () =>
        areRightsSound(await readBack(run, base, []), staff) && (await readOwner(run, base)) !== false;
      if (await isHeld()) return true;
      if (!readdirSync(base).every((name) => ofPlaces.test(name))) return false;
      await run('icacls', [base, ...ownerArguments]);
      // Not what is inside: each place has a list of its own.
      await run('icacls', [base, '/reset', '/Q']);
      await run('icacls', [base, ...grantArguments(staff)]);
      return await isHeld();
    } catch {
      return false;
    }
  };
}

/** The same where an account is its own group: the folder is its owner's alone. */
export const modeLimiter: LimitFolder = (folder) => {
  const isOpen = () => (statSync(folder).mode & 0o077) !== 0;
  try {
    if (isOpen()) chmodSync(folder, 0o700);
    return Promise.resolve(!isOpen());
  } catch {
    return Promise.resolve(false);
  }
};

export const limitFolder: LimitFolder = process.platform === 'win32' ? windowsLimiter(runProgram) : modeLimiter;

/** Only where accounts share a folder: elsewhere it stands in the home of one. */
export const holdFolder: LimitFolder | undefined = process.platform === 'win32' ? windowsHolder(runProgram) : undefined;
