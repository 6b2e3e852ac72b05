/** The folder of `--data`, looked at before anything is loaded that works on it. */
import { existsSync, mkdirSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import { fail } from '../../shared/platform/failures.ts';
import { isUnc } from '../platform/storage/paths.ts';
import type { Command, Given } from './command.ts';

/**
 * The folder of `--data`; none for the places of this computer. Made when it is missing only by what begins a register:
 * a name that was mistyped leaves nothing behind.
 *
 * @throws storage `path-network`, `path-missing`, `path-read-only`: a share that is not reached and a drive that is not there say so in words
 */
export function dataFolderOf({ makesFolder }: Command, { options }: Given): string | undefined {
  const folder = options['data'];
  if (typeof folder !== 'string') return undefined;
  if (isUnc(folder)) throw fail('storage', 'path-network');
  if (existsSync(folder)) return folder;
  if (makesFolder !== true || !existsSync(parse(resolve(folder)).root)) throw fail('storage', 'path-missing');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw fail('storage', 'path-read-only');
  }
  return folder;
}
