/** Saved answers of every section of the form, by the letter of the paper. */
import type { Answers } from '../../shared/platform/questions.ts';
import type { Trx } from '../database.ts';
import { getSectionA, getSectionB } from '../intake/index.ts';

type Saved = {
  readonly id: string;
  readonly answers: Answers;
  readonly updatedBy: string;
  readonly isStarted: boolean;
};

export async function formVersionSections(trx: Trx, caseId: string): Promise<Saved[]> {
  return [
    { ...(await getSectionA(trx, caseId)), id: 'A' },
    { ...(await getSectionB(trx, caseId)), id: 'B' },
  ];
}
