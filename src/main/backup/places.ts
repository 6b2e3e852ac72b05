/** Where copies may stand, and how far that is from the record. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { CopyPlace } from '../../shared/backup/index.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { checkPlace, checkWritable } from '../platform/storage/paths.ts';
import type { CopyParts } from './parts.ts';

type PlaceParts = Pick<CopyParts, 'strongroom' | 'ports'>;

function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** The places where a copy would be as lost or as open as what it copies. */
export function refusePlace(folder: string, { strongroom, ports }: PlaceParts): void {
  if (!isAbsolute(folder) || !existsSync(folder) || !statSync(folder).isDirectory()) {
    throw fail('storage', 'copy-folder-missing');
  }
  if (isInside(realpathSync(folder), realpathSync(strongroom.folder))) throw fail('rule-broken', 'copy-inside-data');
  try {
    checkPlace(folder, ports.drives);
  } catch (error) {
    const reason = error instanceof ExpectedFailure ? error.failure.reason : null;
    if (reason === 'path-network') throw fail('storage', 'copy-network');
    if (reason === 'path-sync-folder') throw fail('storage', 'copy-sync-folder');
    throw error;
  }
  checkWritable(folder);
}

/** A folder on the same disk is lost with the record: it is used, and never counts as outside. */
export async function placeOfCopies(folder: string, { strongroom, ports }: PlaceParts): Promise<CopyPlace> {
  const isSame = (await ports.drives.isSameDisk?.(folder, strongroom.folder)) ?? null;
  if (isSame === null) return 'unknown';
  return isSame ? 'same' : 'outside';
}
