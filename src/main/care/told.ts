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

/** After every day. */
const later = '9999-12-31';

/** First accounts that no recorded interview of their author, up to that day, stands for already. */
export async function toldInSections(trx: Trx, caseIds: readonly CaseId[]): Promise<ToldInSection[]> {
  const tellings = await tellingsOf(trx, caseIds);
  if (tellings.length === 0) return [];
  const recorded = await tablesIn(trx)
    .selectFrom('interview')
    .innerJoin('interview_part', 'interview_part.interview_id', 'interview.id')
    .select(({ fn }) => ['interview.case_id', 'interview_part.staff_id', fn.min('interview.held_on').as('first_on')])
    .where('interview.case_id', 'in', among(tellings.map(({ caseId }) => caseId)))
    .where('interview.told_story', '=', 1)
    .groupBy(['interview.case_id', 'interview_part.staff_id'])
    .execute();
  const firstOn = new Map(recorded.map((one) => [`${one.case_id} ${one.staff_id}`, one.first_on]));
  const staff = new Map((await listStaff(trx)).map(({ id, roles }) => [id as string, servicesOf(roles)]));
  return tellings
    .filter(({ caseId, by, on }) => (firstOn.get(`${caseId} ${by}`) ?? later) > on)
    .map(({ caseId, by, on }) => ({ caseId, on, services: staff.get(by) ?? [] }));
}
