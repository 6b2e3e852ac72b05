/** Ports of a plain Node process: command line, browser host, tests. No window, no printer, no system events. */
import type { SteadyClock } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { PlaceKind } from '../../shared/platform/places.ts';
import type { KdfPolicy } from './crypto/kdf.ts';
import { foldersOfThisComputer, preparePlace, type PreparedPlace } from './places/prepare-place.ts';
import type { ApplicationPorts } from './ports.ts';
import { systemDriveTable } from './storage/paths.ts';

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

/** Makes the places of this computer ready, one when it is asked for. */
export function placesOfThisComputer(policy: KdfPolicy): (kind: PlaceKind) => Promise<PreparedPlace> {
  const parts = { folders: foldersOfThisComputer, drives: systemDriveTable(), policy, clock: systemClock };
  return (kind) => preparePlace(parts, kind);
}
