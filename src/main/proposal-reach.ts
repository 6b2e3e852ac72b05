/** Which proposals of the queue a reader must not see: their sentence names a ficha and what is asked of it. */
import { type CaseId, caseIdSchema, type Id } from '../shared/platform/ids.ts';
import type { ProposalRow } from './access/index.ts';
import type { Trx, Use } from './platform/unit.ts';
import { isCaseClosed, isPersonClosedTo } from './door-context.ts';
import { allowed, relationTo } from './intake/index.ts';
import { findMerge } from './people/index.ts';

/** The case a proposal speaks of; null for one about persons, staff, a month, a list, a row of law. */
function caseOf({ kind, subjectId, payload }: ProposalRow): CaseId | null {
  const { caseId } = payload as { caseId?: unknown };
  return caseIdSchema.safeParse(kind === 'case-annulment' ? subjectId : caseId).data ?? null;
}

/** Persons whose fichas the sentence of a merge names. */
async function personsOf(trx: Trx, { kind, payload }: ProposalRow): Promise<string[]> {
  if (kind === 'person-merge') {
    const { keptId, absorbedId } = payload as { keptId: string; absorbedId: string };
    return [keptId, absorbedId];
  }
  if (kind !== 'person-unmerge') return [];
  const { mergeId } = payload as { mergeId: Id<'MergeId'> };
  const row = await findMerge(trx, mergeId);
  return row === undefined ? [] : [row.kept_id];
}

/** Coordinación knows of every ficha reservada, unless a conflict keeps her away: she may second who keeps access. */
async function isSealHidden(unit: Use, caseId: CaseId): Promise<boolean> {
  if (!unit.session.roles.includes('coordinator')) return isCaseClosed(unit, caseId);
  const now = { instant: unit.now, today: unit.today };
  const relation = await relationTo(unit.trx, unit.session, caseId, now);
  return relation === null || relation.hasConflict;
}

export async function isProposalHidden(unit: Use, proposal: ProposalRow): Promise<boolean> {
  const caseId = caseOf(proposal);
  // Nobody approves a closing without reading its list.
  if (caseId !== null && proposal.kind === 'case-closing')
    return (await allowed(unit, 'closing.read', caseId)) === null;
  if (caseId !== null) {
    return proposal.kind === 'seal-members' ? isSealHidden(unit, caseId) : isCaseClosed(unit, caseId);
  }
  for (const personId of await personsOf(unit.trx, proposal)) if (await isPersonClosedTo(unit, personId)) return true;
  return false;
}
