/** Who may say of somebody whom the reader may not see: the roles of whoever may open her fichas, never the reason or a name. */
import { roleLabels, type Role } from '../../shared/access/index.ts';
import { among } from '../platform/storage/among.ts';
import { casesAround } from './person-reach.ts';
import { tablesIn, type Use } from './tables.ts';

/** They act on what they are asked; others of the members only read. */
const mayAnswer: readonly Role[] = ['psychologist', 'socialWorker', 'lawyer', 'coordinator'];

export async function reviewersOf(unit: Use, personId: string): Promise<string[]> {
  const hidden = (await casesAround(unit, personId)).filter(({ reach }) => reach === 'hidden');
  const sealed = hidden.flatMap(({ row }) => (row.is_sealed === 1 ? [row.id] : []));
  const rows = await tablesIn(unit.trx)
    .selectFrom('case_seal')
    .innerJoin('case_seal_member', 'case_seal_member.seal_id', 'case_seal.id')
    .innerJoin('staff_role', 'staff_role.staff_id', 'case_seal_member.staff_id')
    .select('staff_role.role')
    .where('case_seal.case_id', 'in', among(sealed))
    .where('case_seal.opened_at', 'is', null)
    .where('case_seal_member.staff_id', '!=', unit.session.staffId)
    .execute();
  const roles = new Set(rows.map(({ role }) => role));
  const labels = mayAnswer.filter((role) => roles.has(role)).map((role) => roleLabels[role]);
  return labels.length === 0 ? [roleLabels.coordinator] : labels;
}
