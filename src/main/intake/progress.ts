/** How far each section of a case is, and what comes next. */
import {
  contextOf,
  formSectionIds,
  formSections,
  plainSectionIds,
  sectionA,
  sectionB,
  sectionIds,
  sectionOf,
  sectionsBehind,
  type CaseOverview,
  type FormSectionId,
  type SectionAAnswers,
  type SectionBAnswers,
  type SectionBContext,
  type SectionId,
} from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { eachOf } from '../../shared/platform/codes-of.ts';
import { missingQuestions, type Answers } from '../../shared/record/index.ts';
import { getCaseRow, getPair, type CaseRow } from './case-repository.ts';
import { isContactDue } from './earlier-visit.ts';
import { workingPapers } from './moves.ts';
import type { Reader } from './person-sight.ts';
import { allowed } from './rights.ts';
import { getFormSection, sectionsByCase, type SavedSection } from './section-repository.ts';
import type { Trx, Use } from './tables.ts';
import { aboveIntake } from './above.ts';

type A = SavedSection<SectionAAnswers>;
type B = SavedSection<SectionBAnswers>;

/** What Section B rests on from Section A. */
export function contextOfB(a: SectionAAnswers): SectionBContext {
  return { userSex: a.userSex, complaintFiled: a.complaintFiled };
}

export function missingInA(a: SectionAAnswers): string[] {
  return missingQuestions(sectionA.questions, a);
}

/** A question of no section: whether it is safe to call is asked anew in each ficha: years ago is no answer. */
const contactQuestion = 'user.contact.mayCall';

/** The same of a case, with what Section A asks of the person of the record. */
export async function missingOfA(
  trx: Trx,
  reader: Reader,
  { caseId, answers }: { caseId: CaseId; answers: SectionAAnswers },
): Promise<string[]> {
  const row = await getCaseRow(trx, caseId);
  const { user_id } = await getPair(trx, row.pair_id);
  return [...missingInA(answers), ...((await isContactDue(trx, reader, row, user_id)) ? [contactQuestion] : [])];
}

export function missingInB(a: SectionAAnswers, b: SectionBAnswers): string[] {
  return missingQuestions(sectionB.questions, b, contextOfB(a));
}

/** The sections of the paper say their own rights. */
const rights: Readonly<Record<SectionId, { readonly read: string; readonly write: string }>> = {
  ...formSections,
  risk: { read: 'risk.assess', write: 'risk.assess' },
  documents: { read: 'document.list', write: 'print.referral' },
  validate: { read: 'registerForm.writeB', write: 'case.validate' },
};

type Progress = { readonly state: State; readonly missing: number };

export async function sectionStates(unit: Use, row: CaseRow, saved: { a: A; b: B }): Promise<CaseOverview['sections']> {
  const progress = { ...(await formProgress(unit.trx, row.id, saved)), ...(await otherProgress(unit.trx, row)) };
  const caseId = row.id;
  const sections: CaseOverview['sections'] = [];
  const missingA = (await missingOfA(unit.trx, unit, { caseId, answers: saved.a.answers })).length;
  const ofA = { state: stateOf(saved.a.isStarted, missingA), missing: missingA };
  for (const id of sectionIds) {
    sections.push({
      id,
      ...(id === 'a' ? ofA : progress[id]),
      canRead: (await allowed(unit, rights[id].read, caseId)) !== null,
      canWrite: (await allowed(unit, rights[id].write, caseId)) !== null,
    });
  }
  return sections;
}

type State = CaseOverview['sections'][number]['state'];

/** Each section of the paper: begun or not, and what is missing under the answers of the others. */
async function formProgress(
  trx: Trx,
  caseId: CaseId,
  { a, b }: { a: A; b: B },
): Promise<Record<FormSectionId, Progress>> {
  const saved: Record<string, SavedSection<Answers>> = { a, b };
  for (const id of plainSectionIds) saved[id] = await getFormSection(trx, id, caseId);
  const answers = Object.fromEntries(formSectionIds.map((id) => [id, saved[id]?.answers ?? {}]));
  return eachOf(formSectionIds, (id) => {
    const own = answers[id] ?? {};
    const missing = missingQuestions(sectionOf(id).questions, own, contextOf(id, answers)).length;
    return { state: stateOf(saved[id]?.isStarted ?? false, missing), missing };
  });
}

/** Cases among these in which this section of the paper was begun and misses nothing. */
export async function casesComplete(
  trx: Trx,
  id: FormSectionId,
  caseIds: readonly CaseId[],
): Promise<ReadonlySet<CaseId>> {
  const saved = await sectionsByCase(trx, id, caseIds);
  const started = [...saved].filter(([, { isStarted }]) => isStarted);
  const behind: Partial<Record<FormSectionId, ReadonlyMap<CaseId, SavedSection<Answers>>>> = {};
  const startedIds = started.map(([caseId]) => caseId);
  for (const other of sectionsBehind(id)) behind[other] = await sectionsByCase(trx, other, startedIds);
  const others = (caseId: CaseId) =>
    Object.fromEntries(Object.entries(behind).map(([other, rows]) => [other, rows.get(caseId)?.answers ?? {}]));
  const complete = started.filter(
    ([caseId, { answers }]) =>
      missingQuestions(sectionOf(id).questions, answers, contextOf(id, others(caseId))).length === 0,
  );
  return new Set(complete.map(([caseId]) => caseId));
}

function stateOf(isStarted: boolean, missing: number): State {
  if (!isStarted) return 'notStarted';
  return missing > 0 ? 'inProgress' : 'complete';
}

async function hasPaper(trx: Trx, caseId: CaseId): Promise<boolean> {
  return (await aboveIntake.ask.papersOf(trx, caseId)).some(({ kind }) => !workingPapers.includes(kind));
}

async function otherProgress(trx: Trx, row: CaseRow): Promise<Record<Exclude<SectionId, FormSectionId>, Progress>> {
  const hasRiskForm = (await aboveIntake.ask.riskFormsOf(trx, row.id)).length > 0;
  return {
    risk: { state: hasRiskForm ? 'complete' : 'notStarted', missing: 0 },
    documents: { state: (await hasPaper(trx, row.id)) ? 'complete' : 'notStarted', missing: 0 },
    validate: { state: row.state === 'draft' ? 'notStarted' : 'complete', missing: 0 },
  };
}
