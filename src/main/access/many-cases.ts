/** Somebody who opens case after case (security design §5.2, bad input 64): Coordinación is told, nothing is stopped. */
import { mostCasesInAnHour, professionalRoles, type Role } from '../../shared/access/index.ts';
import { instantOf } from '../../shared/platform/clock.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { above, atLeast, valuesIn } from '../platform/storage/rows.ts';
import { tellStaff } from './notices.ts';
import { getStaff } from './repository.ts';
import { activeWith } from './stand-in-repository.ts';
import { tablesIn, type Use } from './tables.ts';

const hourMs = 60 * 60_000;
/** The newest entries of the audit that are looked at: more than a centre writes in an hour. */
const entriesLookedAt = 5000;

/** Cases that this person read since then, from the audit itself; of the case being read now nothing stands there yet. */
async function casesRead({ trx, session }: Use, since: Instant): Promise<Set<string>> {
  const state = await tablesIn(trx).selectFrom('audit_state').select('head_seq').executeTakeFirst();
  const newest = { seq: above((state?.head_seq ?? 0) - entriesLookedAt), utc: atLeast(since) };
  const reading = { ...newest, staff_id: session.staffId, action: 'case.read', outcome: 'ok' } as const;
  const ids = await valuesIn(tablesIn(trx), 'audit_entry.object_id', reading);
  return new Set(ids.filter((id) => id !== null));
}

/** When the case being read is one more than the limit. Who coordinates alone and reads that much is told of to the others. */
export async function tellOfManyCases(unit: Use, caseId: CaseId): Promise<void> {
  const { trx, session } = unit;
  if (session.isReadOnly) return;
  const read = await casesRead(unit, instantOf(Date.parse(unit.now) - hourMs));
  if (read.size !== mostCasesInAnHour || read.has(caseId)) return;
  const others = async (roles: readonly Role[]) =>
    (await activeWith(trx, roles)).filter((one) => one !== session.staffId);
  const coordinators = await others(['coordinator']);
  const { fullName } = await getStaff(trx, session.staffId);
  const words = `${fullName} abrió más de ${mostCasesInAnHour} fichas en una hora. Si no sabe por qué, pregunte y revise los accesos.`;
  await tellStaff(unit, coordinators.length > 0 ? coordinators : await others(professionalRoles), words);
}
