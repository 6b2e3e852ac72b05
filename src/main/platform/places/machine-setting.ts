/**
 * The folder of both places that an administrator wrote for this computer: `Carpeta` (REG_SZ) under
 * `HKLM\SOFTWARE\RegistroCEM`. Windows lets standard accounts read that and write none of it, and an update of the
 * program, which removes its own folder first, leaves it standing.
 */
import { fail } from '../../../shared/platform/failures.ts';
import { hasSaidNo, type RunProgram } from '../system-program.ts';

const settingKey = 'HKLM\\SOFTWARE\\RegistroCEM';
const settingName = 'Carpeta';

/** A drive and at least one folder. No other letters: `reg` answers in the code page of the console. */
const folderPattern = /^[A-Za-z]:(?:\\(?!\.+(?:\\|$))[\w .()-]+)+$/;

/** @throws storage `path-network`, `path-setting` */
export function readSetting(answer: string): string {
  const found = new RegExp(`^ +${settingName} +(REG_[A-Z_]+) +(.*?)\\s*$`, 'm').exec(answer);
  const [, type = '', folder = ''] = found ?? [];
  if (type === 'REG_SZ' && /^[\\/]{2}/.test(folder)) throw fail('storage', 'path-network');
  if (type !== 'REG_SZ' || !folderPattern.test(folder)) throw fail('storage', 'path-setting');
  return folder;
}

/** Null where nothing is set. @throws storage as above, and when the setting cannot be asked for: the record may be there */
export async function askSetting(run: RunProgram): Promise<string | null> {
  let answer: string;
  try {
    answer = await run('reg', ['query', settingKey, '/v', settingName, '/reg:64']);
  } catch (error) {
    if (hasSaidNo(error)) return null;
    throw fail('storage', 'path-setting');
  }
  return readSetting(answer);
}
