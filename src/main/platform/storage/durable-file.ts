/** Small files that must survive a power cut: written beside, flushed, renamed, folder flushed. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const longestRetryMs = 3000;

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EBUSY' || error.code === 'EPERM');
}

/** Renames over the target; a virus scanner may hold it for a moment on Windows. */
export async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!isHeld(error) || waited >= longestRetryMs) throw error;
      await pause(100);
    }
  }
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
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces the file whole or not at all. */
export async function replaceFile(path: string, bytes: string | Buffer): Promise<void> {
  const beside = `${path}.tmp`;
  try {
    await writeAndFlush(beside, bytes);
    await renameWithRetry(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}
