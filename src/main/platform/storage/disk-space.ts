/** Room on the disk of the record: told before it ends, and a reserve so that work can be ended (reliability A4). */
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Below this everybody is told. */
export const lowBytes = 500 * 1024 * 1024;
const reserveBytes = 20 * 1024 * 1024;
const reserveName = 'reserve.bin';

/** Bytes that this account may still write where the folder stands; null when the system does not say. */
export function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Whether it is time to make room; an unknown disk is not called full. */
export function isLow(freeBytes: number | null): boolean {
  return freeBytes !== null && freeBytes < lowBytes;
}

/** Lays the reserve aside while there is room enough; a disk that refuses it goes without. */
export function keepReserve(folder: string, freeBytes: number | null): void {
  const path = join(folder, reserveName);
  if (existsSync(path) || freeBytes === null || isLow(freeBytes - reserveBytes)) return;
  try {
    writeFileSync(path, Buffer.alloc(reserveBytes), { mode: 0o600 });
  } catch {
    rmSync(path, { force: true });
  }
}

/** Gives the reserve back to the disk; true when there was one. */
export function releaseReserve(folder: string): boolean {
  const path = join(folder, reserveName);
  if (!existsSync(path)) return false;
  rmSync(path, { force: true });
  return true;
}
