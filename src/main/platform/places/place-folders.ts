/** Where the two places of this computer are. Decides by what it is given, touches no disk. */
import { posix, win32 } from 'node:path';
import { fail } from '../../../shared/platform/failures.ts';
import type { PlaceKind } from '../../../shared/platform/places.ts';
import { isUnc } from '../storage/paths.ts';

export type PlaceFolder = {
  readonly folder: string;
  /** Where an earlier version kept a register that belongs here; null where there was none. */
  readonly former: string | null;
};
export type PlaceFolders = Readonly<Record<PlaceKind, PlaceFolder>>;

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** What an administrator wrote; null where nothing is. */
  readonly setting: string | null;
};

/** A register on a share was never opened: there is none to look for. */
function formerOnWindows({ env }: Surroundings): string | null {
  const local = env['LOCALAPPDATA'] ?? '';
  return local === '' || isUnc(local) ? null : win32.join(local, 'RegistroCEM');
}

function baseOnWindows({ env, setting }: Surroundings): string {
  if (setting !== null) return setting;
  const shared = env['ProgramData'] ?? '';
  if (!win32.isAbsolute(shared)) throw fail('storage', 'path-missing');
  return win32.join(shared, 'RegistroCEM');
}

/** @throws storage `path-missing` where Windows does not name its folder for all accounts */
export function placeFolders(around: Surroundings): PlaceFolders {
  if (around.platform === 'win32') {
    const base = baseOnWindows(around);
    const former = formerOnWindows(around);
    return {
      real: { folder: win32.join(base, 'centro'), former },
      practice: { folder: win32.join(base, 'practica'), former },
    };
  }
  const real = posix.join(around.home, '.local', 'share', 'registro-cem');
  return { real: { folder: real, former: null }, practice: { folder: `${real}-practica`, former: real } };
}
