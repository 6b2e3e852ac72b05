/** What the case is asked of papers, risk, care and the central register. */
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import type { PlainSectionId, TimelineCase, WorkLine } from '../../shared/intake/index.ts';
import { Above } from '../platform/above.ts';
import type { Trx, Use } from './tables.ts';

export type CasePaper = { readonly number: string; readonly kind: string; readonly issuedAt: string };

export const aboveIntake = new Above<{
  papersOf(trx: Trx, caseId: CaseId): Promise<readonly CasePaper[]>;
  numberOfPaper(trx: Trx, documentId: DocumentId): Promise<string | null>;
  riskFormsOf(trx: Trx, caseId: CaseId): Promise<readonly string[]>;
  /** The history of a case in short, newest first, as far as the reader may read it. */
  headlinesOf(unit: Use, caseId: CaseId): Promise<TimelineCase['events']>;
  /** What was done in a case, as answers of a section, as far as the reader may read it. */
  workOf(unit: Use, caseId: CaseId, section: PlainSectionId | 'b'): Promise<WorkLine[]>;
  /** The central register has its official number. */
  isRegistered(trx: Trx, caseId: CaseId): Promise<boolean>;
}>();
