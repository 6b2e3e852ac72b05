/** Section E fills itself from the plan of the case: what is put there is ticked here, and nothing typed is taken away. */
import { sectionE, type PlanAction, type SectionEAnswers } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { getCaseRow, updateCase } from './case-repository.ts';
import { keepChanges } from './changes.ts';
import { getFormSection, saveSection, type SavedSection } from './section-repository.ts';
import type { Use } from './tables.ts';

/** `words`: what «Otra acción» is; null for the others. */
type Ticked = { readonly action: PlanAction; readonly words: string | null };

const { max } = sectionE.questions.otherPlanAction;
const between = '; ';

/** Further others are written one after the other, as far as the answer reaches: the plan has them whole. */
const joined = (text: string | null, words: string): string =>
  (text === null ? words : `${text}${between}${words}`).slice(0, max).replace(/;?\s*$/, '');

/** Where these words stand among the others; where the end cut them, what is left of them. */
function rangeOf(text: string, words: string): readonly [number, number] | null {
  const all = `${between}${text}${between}`;
  const at = all.indexOf(`${between}${words}${between}`);
  if (at >= 0) return [at, at + between.length + words.length];
  const last = all.lastIndexOf(between, all.length - between.length - 1);
  const cut = all.slice(last + between.length, -between.length);
  return cut !== '' && text.length >= max - 2 && words.startsWith(cut) ? [last, all.length - between.length] : null;
}

function without(text: string, words: string): string | null {
  const range = rangeOf(text, words);
  if (range === null) return text;
  const all = `${between}${text}`;
  return `${all.slice(0, range[0])}${all.slice(range[1])}`.slice(between.length) || null;
}

type Saved = { readonly caseId: CaseId; readonly saved: SavedSection<SectionEAnswers> };

async function keep(unit: Use, { caseId, saved }: Saved, answers: SectionEAnswers): Promise<void> {
  const id = await saveSection(unit, 'e', { ...saved, caseId }, answers);
  const row = await getCaseRow(unit.trx, caseId);
  const change = {
    part: 'e',
    record: { kind: 'section_e', id },
    before: saved.isStarted ? saved.answers : null,
    after: answers,
  } as const;
  await keepChanges(unit, row, [change], { code: 'nowDifferent', text: null });
  await updateCase(unit, row);
}

/** Answers whether it was not there before: that alone goes when the action does not apply after all. */
export async function tickPlanAction(unit: Use, caseId: CaseId, { action, words }: Ticked): Promise<boolean> {
  const saved = await getFormSection(unit.trx, 'e', caseId);
  const before = saved.answers;
  const ticked = before.planActions ?? [];
  const text = before.otherPlanAction;
  const isTold = words === null || (text !== null && rangeOf(text, words) !== null);
  const otherPlanAction = isTold ? text : joined(text, words);
  if (ticked.includes(action) && otherPlanAction === text) return false;
  const planActions = ticked.includes(action) ? ticked : [...ticked, action];
  await keep(unit, { caseId, saved }, { ...before, planActions, otherPlanAction });
  return true;
}

/** Takes away what the plan itself had ticked. */
export async function untickPlanAction(unit: Use, caseId: CaseId, { action, words }: Ticked): Promise<void> {
  const saved = await getFormSection(unit.trx, 'e', caseId);
  const before = saved.answers;
  const text = before.otherPlanAction;
  const otherPlanAction = words === null || text === null ? text : without(text, words);
  // Of several others one goes, and the answer stays ticked.
  const isLeft = action === 'other' && otherPlanAction !== null;
  const left = (before.planActions ?? []).filter((one) => isLeft || one !== action);
  await keep(unit, { caseId, saved }, { ...before, otherPlanAction, planActions: left.length === 0 ? null : left });
}
