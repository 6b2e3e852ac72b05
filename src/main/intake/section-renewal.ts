/** Section A shows persons that other pages write too: what changes them there makes a page read earlier out of date. */
import { sql } from 'kysely';
import type { CaseId } from '../../shared/platform/ids.ts';
import { tablesIn, type Use } from './tables.ts';

/**
 * Gives a new version to Section A of every case in which one of these persons stands, but of `except`.
 *
 * A page or a draft of it read before is then told of the conflict instead of writing old telephones back. Touched
 * aside: that a person has other cases is not for the audit entry of whoever saved one.
 */
export async function renewSectionsOf(unit: Use, personIds: readonly string[], except: string | null): Promise<void> {
  if (personIds.length === 0) return;
  const db = tablesIn(unit.trx);
  const pairs = db
    .selectFrom('case_pair')
    .select('id')
    .where((where) => where.or([where('user_id', 'in', personIds), where('aggressor_id', 'in', personIds)]));
  const cases = await db
    .selectFrom('case_file')
    .select('id')
    .where((where) => where.or([where('pair_id', 'in', pairs), where('informant_id', 'in', personIds)]))
    .execute();
  for (const { id } of cases) if (id !== except) await renewSectionA(unit, id);
}

/** The same for one case, whose persons are others now. */
export async function renewSectionA(unit: Use, caseId: CaseId): Promise<void> {
  const renewed = await tablesIn(unit.trx)
    .updateTable('section_a')
    .set({ version: sql`version + 1` })
    .where('case_id', '=', caseId)
    .returning('id')
    .execute();
  for (const { id } of renewed) unit.touchAside('section_a', id);
}
