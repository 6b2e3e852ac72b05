/** Folders of copies that were being made: what a killed one left goes before the next is begun. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** When it was begun, whose it is (the first digits of the register's id), and by which process of this computer. */
const pattern = /^unfinished-(\d{8}t\d{6}z)-([0-9a-f]{8})-(\d+)$/;
const dayMs = 24 * 60 * 60 * 1000;

export function unfinishedName({ stamp, dbId }: { readonly stamp: string; readonly dbId: string }): string {
  return `unfinished-${stamp}-${dbId.slice(0, 8)}-${process.pid}`;
}

/** One copy at a time is made by a process: what stands under its own number is left over too. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another account's process is alive as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function begunAt(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})z$/, '$1-$2-$3T$4:$5:$6.000Z'));
}

/**
 * Removes what killed copies of this register left; of another register, or of a process still at work, nothing. A number
 * may belong to another program by now: what is older than a day goes whoever has it.
 */
export function sweepUnfinished(target: string, { dbId, at }: { readonly dbId: string; readonly at: string }): void {
  for (const name of readdirSync(target)) {
    const [, stamp = '', owner, pid] = pattern.exec(name) ?? [];
    if (owner !== dbId.slice(0, 8)) continue;
    const isOld = Date.parse(at) - begunAt(stamp) > dayMs;
    if (isOld || !isAtWork(Number(pid))) rmSync(join(target, name), { recursive: true, force: true });
  }
}
