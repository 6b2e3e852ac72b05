/** Section E fills itself from the plan of the case: what is put there is ticked here, and nothing typed is taken away. */
import type { PlanAction, SectionEAnswers } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { getCaseRow, updateCase } from './case-repository.ts';
import { keepChanges } from './changes.ts';
import { getFormSection, insertSection, updateSection } from './section-repository.ts';
import type { Trx } from './tables.ts';

/** @param words what «Otra acción» is; further others are written one after the other */
export async function tickPlanAction(
  unit: Unit<Trx>,
  caseId: CaseId,
  action: PlanAction,
  words: string | null,
): Promise<void> {
  const { trx, session } = unit;
  const saved = await getFormSection(trx, 'e', caseId);
  const before = saved.answers as SectionEAnswers;
  const ticked = before.planActions ?? [];
  const other = [before.otherPlanAction, words]
    .filter((one) => one !== null)
    .join('; ')
    .slice(0, otherMost);
  const answers = {
    ...before,
    planActions: ticked.includes(action) ? ticked : [...ticked, action],
    otherPlanAction: other === '' ? null : other,
  };
  if (ticked.includes(action) && answers.otherPlanAction === before.otherPlanAction) return;
  const isKept = saved.version > 0;
  const id = isKept ? saved.id : unit.newId();
  if (isKept) await updateSection(trx, 'e', { id, version: saved.version }, { by: session.staffId, answers });
  else await insertSection(trx, 'e', { id, caseId, by: session.staffId, answers, started: 1 });
  unit.touch('section_e', id);
  const row = await getCaseRow(trx, caseId);
  const change = {
    part: 'e',
    record: { kind: 'section_e', id },
    before: saved.isStarted ? before : null,
    after: answers,
  } as const;
  await keepChanges(unit, row, [change], { code: 'nowDifferent', text: null });
  await updateCase(trx, row, { updated_at: unit.now });
  unit.touch('case_file', row.id);
}
const otherMost = 200;
