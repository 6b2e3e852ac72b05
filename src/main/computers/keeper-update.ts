/**
 * The signed update that this computer was renewed with, kept as it came for the others of the centre: one stick renews all.
 * Nothing here is believed: each of them verifies the file by the key of the publisher before anything is written.
 */
import { createReadStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import { checkSigned } from '../program/index.ts';
import { isPublished } from '../release.ts';

const updatePath = (dataFolder: string) => join(dataFolder, 'lan', 'update');

/** Keeps the file that was just verified and prepared; one of before goes. Never throws: it is for others alone. */
export async function keepUpdate(dataFolder: string, file: string): Promise<void> {
  const path = updatePath(dataFolder);
  const half = `${path}.half`;
  try {
    mkdirSync(join(dataFolder, 'lan'), { recursive: true, mode: 0o700 });
    await copyFile(file, half);
    await rename(half, path);
  } catch {
    rmSync(half, { force: true });
  }
}

/** The file, where it makes of a companion what this program is; null where there is none, or another one. */
export async function openUpdate(
  dataFolder: string,
  version: string,
): Promise<{ readonly size: number; readonly stream: Readable } | null> {
  const path = updatePath(dataFolder);
  try {
    const signed = await checkSigned(path, isPublished);
    if (signed.version !== version) return null;
    return { size: statSync(path).size, stream: createReadStream(path) };
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}
