/** Whether two folders stand on one physical disk: what is lost with one is lost with the other. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runProgram } from '../system-program.ts';

const blocks = '/sys/dev/block';

/** Disks below a Linux device: a part of a disk is the disk, an encrypted or joined volume is what it lies on. */
function disksBelow(device: string): string[] {
  const slaves = namesIn(join(device, 'slaves'));
  if (slaves.length > 0) return slaves.flatMap((name) => disksBelow(realpathSync(join(device, 'slaves', name))));
  const isPart = namesIn(device).includes('partition');
  return [basename(isPart ? dirname(device) : device)];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Null for what has no device of its own: a folder in memory, a joined or remote file system. */
function linuxDisks(dev: number): readonly string[] | null {
  // As the kernel packs them into one number.
  const major = ((dev >>> 8) & 0xfff) + Math.floor(dev / 2 ** 44) * 4096;
  const minor = (dev & 0xff) | (Math.floor(dev / 2 ** 12) & 0xfff00);
  try {
    return disksBelow(realpathSync(join(blocks, `${major}:${minor}`)));
  } catch {
    return null;
  }
}

/** Number of the disk a Windows drive letter stands on; null when the system does not say. */
async function windowsDisk(path: string): Promise<string | null> {
  const letter = /^([A-Za-z]):/.exec(path)?.[1];
  if (letter === undefined) return null;
  const question = `(Get-Partition -DriveLetter ${letter}).DiskNumber`;
  try {
    const answer = await runProgram('powershell', ['-NoProfile', '-NonInteractive', '-Command', question]);
    return /^\d+$/.exec(answer.trim())?.[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * Null when it cannot be known. The folders must exist.
 *
 * The same file system is the same disk; two file systems may still be parts of one.
 */
export async function isSameDisk(one: string, other: string): Promise<boolean | null> {
  const [a, b] = [statSync(one).dev, statSync(other).dev];
  if (a === b) return true;
  if (process.platform === 'win32') {
    const [first, second] = [await windowsDisk(realpathSync(one)), await windowsDisk(realpathSync(other))];
    return first === null || second === null ? null : first === second;
  }
  if (process.platform !== 'linux') return null;
  const [first, second] = [linuxDisks(a), linuxDisks(b)];
  return first === null || second === null ? null : first.some((disk) => second.includes(disk));
}
