/** Who may be left with access to a ficha reservada: whoever would have it without the seal. */
import { decide } from '../../shared/access/index.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import type { SealCandidate } from '../../shared/reserve/index.ts';
import { listStaff } from '../access/index.ts';
import { relationTo } from '../intake/index.ts';
import type { Use } from './tables.ts';

type NamedCandidate = SealCandidate & { readonly staffId: StaffId; readonly name: string };

/** Whoever a conflict of interest keeps away has no access to keep. */
export async function candidatesFor(unit: Use, caseId: CaseId): Promise<NamedCandidate[]> {
  const now = { instant: unit.now, today: unit.today };
  const candidates: NamedCandidate[] = [];
  for (const { id, roles, fullName, state } of await listStaff(unit.trx)) {
    const relation = state === 'active' ? await relationTo(unit.trx, { staffId: id, roles }, caseId, now) : null;
    if (relation === null) continue;
    const decision = decide(roles, 'registerForm.readA', { ...relation, isSealed: false });
    if (!decision.allowed || decision.view !== null) continue;
    candidates.push({ staffId: id, name: fullName, isOnTeam: relation.isOnTeam });
  }
  return candidates;
}
