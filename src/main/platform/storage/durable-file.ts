/** Small files that must survive a power cut: written beside, flushed, renamed, folder flushed. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from '../../../shared/platform/zod.ts';

/** What it says by its schema; null where it is missing, torn, or another one. */
export function readJson<Value>(path: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

const longestRetryMs = 3000;
const stepMs = 100;
const heldCodes = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Another program, a virus scanner above all, has the file in its hands for a moment. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && heldCodes.has(String(error.code));
}

/** Tries again for 3 seconds while another program holds the file. Only for steps that may be repeated. */
export async function whileHeld<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let waited = 0; ; waited += stepMs) {
    try {
      return await work();
    } catch (error) {
      if (!isHeld(error) || waited >= longestRetryMs) throw error;
      await pause(stepMs);
    }
  }
}

/** Renames over the target; a virus scanner may hold it for a moment on Windows. */
export function renameWithRetry(from: string, to: string): Promise<void> {
  return whileHeld(() => rename(from, to));
}

/** Flushes a folder where the platform allows it (Windows does not). */
export async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows refuses to open a folder; its rename is already ordered after the file's flush.
  }
}

/** Writes and flushes without renaming: for files of which two alternate. */
export async function writeAndFlush(path: string, bytes: string | Buffer): Promise<void> {
  const handle = await whileHeld(() => open(path, 'w', 0o600));
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** On the disk, not only handed to the system. @param how a folder is opened to be read */
export function flushFile(path: string, how: 'r' | 'r+' = 'r+'): void {
  const handle = openSync(path, how);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same inside a transaction, where nothing but the database may be awaited. The folder is flushed as well. */
export function writeAndFlushNow(path: string, bytes: string): void {
  const handle = openSync(path, 'w', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    flushFile(dirname(path), 'r');
  } catch {
    // Windows, as above.
  }
}

/** Names of half-written files of this process; each is given once. */
const underWay = new Set<string>();

/** Whether this process writes that half-written file just now: it was not left behind by another one. */
export function isUnderWay(name: string): boolean {
  return underWay.has(name);
}

/** Replaces the file whole or not at all; two at once do not meet in one name. */
export async function replaceFile(path: string, bytes: string | Buffer): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  underWay.add(basename(beside));
  try {
    await writeAndFlush(beside, bytes);
    await renameWithRetry(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    underWay.delete(basename(beside));
  }
  await flushFolder(dirname(path));
}
