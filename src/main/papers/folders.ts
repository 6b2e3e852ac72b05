/** Folders outside this computer where Coordinación lets files be saved (bad input 97). */
import { sql } from 'kysely';
import { isSameFolder, wholeFolder } from '../../shared/papers/index.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { valuesIn } from '../platform/storage/rows.ts';

export async function allowedFolders(trx: Trx): Promise<ReadonlySet<string>> {
  return new Set(await valuesIn(tablesIn(trx), 'allowed_folder.path', { is_allowed: 1 }, 'path'));
}

/** The last decision stands, with who took it; a folder that was never decided about has no row. */
export async function allowFolder(unit: Use, { path, isAllowed }: { path: string; isAllowed: boolean }) {
  const decision = { is_allowed: isAllowed ? 1 : 0, decided_by: unit.session.staffId, decided_at: unit.now } as const;
  const known = await tablesIn(unit.trx).selectFrom('allowed_folder').select(['id', 'path']).execute();
  // Other spellings of the same folder, as they were kept before, are decided with it.
  const same = known.filter((row) => isSameFolder(row.path, path)).map(({ id }) => id);
  if (same.length === 0) {
    const id = unit.newId();
    const row = { id, path: wholeFolder(path) ?? path, ...decision, version: 1 };
    await tablesIn(unit.trx).insertInto('allowed_folder').values(row).execute();
    unit.touch('allowed_folder', id);
  }
  for (const id of same) {
    const next = { ...decision, version: sql<number>`version + 1` };
    await tablesIn(unit.trx).updateTable('allowed_folder').set(next).where('id', '=', id).execute();
    unit.touch('allowed_folder', id);
  }
  unit.note({ isAllowed });
  return { folders: [...(await allowedFolders(unit.trx))] };
}
