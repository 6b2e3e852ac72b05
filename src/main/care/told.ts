/** The account of Section B is an interview in which she told her story: it needs no second form. */
import { servicesOf, type Service } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { listStaff } from '../access/index.ts';
import { tellingsOf } from '../intake/index.ts';
import { among } from '../platform/storage/among.ts';
import { tablesIn, type Trx } from './tables.ts';

export type ToldInSection = {
  readonly caseId: CaseId;
  readonly on: CivilDate;
  /** Services of whoever wrote it down; none for somebody who attends nobody. */
  readonly services: readonly Service[];
};

/** First accounts that no recorded interview of their author, up to that day, stands for already. */
export async function toldInSections(trx: Trx, caseIds: readonly CaseId[]): Promise<ToldInSection[]> {
  const tellings = await tellingsOf(trx, caseIds);
  if (tellings.length === 0) return [];
  const recorded = await tablesIn(trx)
    .selectFrom('interview')
    .innerJoin('interview_part', 'interview_part.interview_id', 'interview.id')
    .select(['interview.case_id', 'interview.held_on', 'interview_part.staff_id'])
    .where('interview.case_id', 'in', among(tellings.map(({ caseId }) => caseId)))
    .where('interview.told_story', '=', 1)
    .execute();
  const staff = new Map((await listStaff(trx)).map(({ id, roles }) => [id as string, servicesOf(roles)]));
  return tellings
    .filter(
      ({ caseId, by, on }) =>
        !recorded.some((one) => one.case_id === caseId && one.staff_id === by && one.held_on <= on),
    )
    .map(({ caseId, by, on }) => ({ caseId, on, services: staff.get(by) ?? [] }));
}
