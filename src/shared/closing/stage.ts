/** Where a case stands, by what was done in it: nobody types it. */
import type { CaseState } from '../intake/index.ts';
import { codesOf } from '../platform/codes-of.ts';

export const caseStageLabels = {
  draft: 'Por validar',
  validated: 'Validada, sin atención registrada',
  inAttention: 'En atención',
  inFollowUp: 'En seguimiento: el plan se acordó con ella',
  closed: 'Cerrada',
} as const;
export type CaseStage = keyof typeof caseStageLabels;
export const caseStages = codesOf(caseStageLabels);

type Known = {
  readonly state: CaseState;
  readonly isAttended: boolean;
  readonly isAgreed: boolean;
};

export function stageOf({ state, isAttended, isAgreed }: Known): CaseStage {
  if (state === 'draft' || state === 'closed') return state;
  if (isAgreed) return 'inFollowUp';
  return isAttended ? 'inAttention' : 'validated';
}
