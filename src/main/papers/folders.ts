/** Folders outside this computer where Coordinación lets files be saved (bad input 97). */
import { isSameFolder, wholeFolder } from '../../shared/papers/index.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { byNow, columnsIn, insertRecord, nextVersions, valuesIn } from '../platform/storage/rows.ts';

export async function allowedFolders(trx: Trx): Promise<ReadonlySet<string>> {
  return new Set(await valuesIn(tablesIn(trx), 'allowed_folder.path', { is_allowed: 1 }, 'path'));
}

/** The last decision stands, with who took it; a folder that was never decided about has no row. */
export async function allowFolder(unit: Use, { path, isAllowed }: { path: string; isAllowed: boolean }) {
  const decision = { is_allowed: isAllowed ? (1 as const) : (0 as const), ...byNow(unit, 'decided') };
  const known = await columnsIn(tablesIn(unit.trx), 'allowed_folder', ['id', 'path'], {});
  // Other spellings of the same folder, as they were kept before, are decided with it.
  const same = known.filter((row) => isSameFolder(row.path, path)).map(({ id }) => id);
  if (same.length === 0) {
    const id = unit.newId();
    const row = { id, path: wholeFolder(path) ?? path, ...decision, version: 1 };
    await insertRecord(unit, tablesIn, 'allowed_folder', row);
  }
  for (const id of same) {
    await nextVersions(tablesIn(unit.trx), 'allowed_folder', { id }, decision);
    unit.touch('allowed_folder', id);
  }
  unit.note({ isAllowed });
  return { folders: [...(await allowedFolders(unit.trx))] };
}
