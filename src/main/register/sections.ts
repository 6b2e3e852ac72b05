/** Saved answers of every section of the form, by the letter of the paper. */
import { formSectionIds, sectionOf } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Answers } from '../../shared/record/index.ts';
import { getFormSection } from '../intake/index.ts';
import type { Trx } from './tables.ts';

type Saved = {
  readonly id: string;
  readonly answers: Answers;
  readonly updatedBy: string;
  readonly isStarted: boolean;
};

export async function formVersionSections(trx: Trx, caseId: CaseId): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (const id of formSectionIds) saved.push({ ...(await getFormSection(trx, id, caseId)), id: sectionOf(id).id });
  return saved;
}
