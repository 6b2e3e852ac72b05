/** How far each section of a case is, and what comes next. */
import {
  sectionA,
  sectionB,
  type CaseOverview,
  type SectionAAnswers,
  type SectionBAnswers,
  type SectionBContext,
  type SectionId,
} from '../../shared/intake/index.ts';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { missingQuestions } from '../../shared/platform/questions.ts';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';
import type { CaseRow } from './case-repository.ts';
import type { SavedSection } from './section-repository.ts';

type A = SavedSection<SectionAAnswers>;
type B = SavedSection<SectionBAnswers>;

/** What Section B rests on from Section A. */
export function contextOfB(a: SectionAAnswers): SectionBContext {
  return { userSex: a.userSex, complaintFiled: a.complaintFiled };
}

export function missingInA(a: SectionAAnswers): string[] {
  return missingQuestions(sectionA.questions, a);
}

export function missingInB(a: SectionAAnswers, b: SectionBAnswers): string[] {
  return missingQuestions(sectionB.questions, b, contextOfB(a));
}

/** What the case waits for, in words. */
export function nextStep(row: CaseRow, a: A, b: B): string {
  if (row.state !== 'draft') return 'En atención';
  if (!a.isStarted || missingInA(a.answers).length > 0) return 'Completar Sección A';
  if (!b.isStarted || missingInB(a.answers, b.answers).length > 0) return 'Completar Sección B';
  if (row.maybe_user_id !== null || row.maybe_aggressor_id !== null) return 'Resolver identidad';
  return 'Validar caso';
}

async function may(unit: Unit<Trx>, action: string, caseId: CaseId): Promise<boolean> {
  try {
    await unit.require(action, caseId);
    return true;
  } catch (error) {
    if (error instanceof ExpectedFailure) return false;
    throw error;
  }
}

const rights: Readonly<Record<SectionId, { read: string; write: string }>> = {
  a: { read: 'registerForm.readA', write: 'registerForm.writeA' },
  b: { read: 'registerForm.readB', write: 'registerForm.writeB' },
  risk: { read: 'risk.assess', write: 'risk.assess' },
  documents: { read: 'document.list', write: 'print.referral' },
  validate: { read: 'case.validate', write: 'case.validate' },
};

export async function sectionStates(
  unit: Unit<Trx>,
  row: CaseRow,
  saved: { a: A; b: B },
): Promise<CaseOverview['sections']> {
  const missing: Record<SectionId, number> = {
    a: missingInA(saved.a.answers).length,
    b: missingInB(saved.a.answers, saved.b.answers).length,
    risk: 0,
    documents: 0,
    validate: 0,
  };
  const state = await statesOf(unit.trx, row, saved, missing);
  const sections: CaseOverview['sections'] = [];
  for (const id of ['a', 'b', 'risk', 'documents', 'validate'] as const) {
    const caseId = row.id as CaseId;
    sections.push({
      id,
      state: state[id],
      missing: missing[id],
      canRead: await may(unit, rights[id].read, caseId),
      canWrite: await may(unit, rights[id].write, caseId),
    });
  }
  return sections;
}

type State = CaseOverview['sections'][number]['state'];

async function statesOf(
  trx: Trx,
  row: CaseRow,
  saved: { a: A; b: B },
  missing: Record<SectionId, number>,
): Promise<Record<SectionId, State>> {
  const filled = (isStarted: boolean, left: number): State => {
    if (!isStarted) return 'notStarted';
    return left > 0 ? 'inProgress' : 'complete';
  };
  const exists = async (table: 'partner_risk_form' | 'issued_document'): Promise<State> => {
    const found = await trx.selectFrom(table).select('id').where('case_id', '=', row.id).limit(1).executeTakeFirst();
    return found === undefined ? 'notStarted' : 'complete';
  };
  return {
    a: filled(saved.a.isStarted, missing.a),
    b: filled(saved.b.isStarted, missing.b),
    risk: await exists('partner_risk_form'),
    documents: await exists('issued_document'),
    validate: row.state === 'draft' ? 'notStarted' : 'complete',
  };
}
