/** Folders outside this computer where Coordinación lets files be saved (bad input 97). */
import { sql } from 'kysely';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';

export async function allowedFolders(trx: Trx): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('allowed_folder')
    .select('path')
    .where('is_allowed', '=', 1)
    .orderBy('path')
    .execute();
  return new Set(rows.map(({ path }) => path));
}

/** The last decision stands, with who took it; a folder that was never decided about has no row. */
export async function allowFolder(unit: Unit<Trx>, { path, isAllowed }: { path: string; isAllowed: boolean }) {
  const decision = { is_allowed: isAllowed ? 1 : 0, decided_by: unit.session.staffId, decided_at: unit.now } as const;
  const { id } = await unit.trx
    .insertInto('allowed_folder')
    .values({ id: unit.newId(), path, ...decision, version: 1 })
    .onConflict((row) => row.column('path').doUpdateSet({ ...decision, version: sql`version + 1` }))
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.touch('allowed_folder', id);
  unit.note({ isAllowed });
  return { folders: [...(await allowedFolders(unit.trx))] };
}
