/** Ports of a plain Node process: command line, browser host, tests. No window, no printer, no system events. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { SteadyClock } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { ApplicationPorts } from './ports.ts';
import { systemDriveTable } from './storage/paths.ts';

/** Where a centre's files stand unless `--data` says otherwise. */
export function defaultDataFolder(): string {
  const local = process.env['LOCALAPPDATA'];
  if (process.platform === 'win32' && local !== undefined) return join(local, 'RegistroCEM');
  return join(homedir(), '.local', 'share', 'registro-cem');
}

const systemClock: SteadyClock = { now: () => Date.now(), monotonic: () => performance.now() };

/** A browser or a terminal asks for no file: what leaves goes back to the caller as bytes. */
export function plainPorts(): ApplicationPorts {
  return {
    clock: systemClock,
    drives: systemDriveTable(),
    dialogs: null,
    clipboard: null,
    printer: { list: () => Promise.resolve([]), print: () => Promise.reject(fail('storage', 'printer-unavailable')) },
    saver: { save: () => Promise.resolve('handed-back') },
  };
}
