/** What was given in a case, for the condition («última atención») and the indicators: nobody types these twice. */
import type { Service } from '../../shared/access/index.ts';
import { actionsByDay, actionTable, type AttendedParty } from '../../shared/care/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { readRules } from '../rulebook/index.ts';
import { countsOf } from './attention-repository.ts';
import { toldInSections } from './told.ts';
import { tablesIn, type Trx } from './tables.ts';
import { columnsIn } from '../platform/storage/rows.ts';

/**
 * One act that counts as an attention: a recorded one, or an interview, once for each service that was there. The
 * account of Section B is the first interview.
 */
export type GivenAttention = {
  readonly caseId: CaseId;
  readonly kind: 'attention' | 'interview';
  readonly service: Service;
  /** Code of the follow-up action; null for an interview. */
  readonly action: string | null;
  /** Number of the action on the form (27, 32, 34, 36, 40 …); null where it has none. */
  readonly number: number | null;
  readonly on: CivilDate;
  /** Null for an interview, which is hers. */
  readonly withWhom: AttendedParty | null;
};

async function givenIn(trx: Trx, caseIds: readonly CaseId[]): Promise<GivenAttention[]> {
  if (caseIds.length === 0) return [];
  const actionOn = actionsByDay(await readRules(trx, actionTable));
  // Not their notes: a case of years has hundreds, and its page asks for these three times.
  const rows = await columnsIn(
    tablesIn(trx),
    'attention',
    ['case_id', 'service', 'action', 'given_on', 'with_whom', 'withdrawn', 'outcome'],
    { case_id: caseIds },
  );
  const given = rows.flatMap((row): GivenAttention[] => {
    const on = row.given_on;
    const action = actionOn(row.action, on);
    if (action === undefined || !countsOf(row, action)) return [];
    const { service, with_whom: withWhom } = row;
    return [
      { caseId: row.case_id, kind: 'attention', service, action: row.action, number: action.number, on, withWhom },
    ];
  });
  const interviews = await tablesIn(trx)
    .selectFrom('interview_part')
    .innerJoin('interview', 'interview.id', 'interview_part.interview_id')
    .select(['interview.case_id', 'interview.id', 'interview.held_on', 'interview_part.service'])
    .distinct()
    .where('interview.case_id', 'in', among(caseIds))
    .execute();
  const told = (await toldInSections(trx, caseIds)).flatMap(({ caseId, on, services }) =>
    services.slice(0, 1).map((service) => ({ caseId, on, service })),
  );
  const held = interviews.map(({ case_id: caseId, held_on: on, service }) => ({ caseId, on, service }));
  const ofInterview = { kind: 'interview', action: null, number: null, withWhom: null } as const;
  return [...given, ...[...held, ...told].map((one): GivenAttention => ({ ...one, ...ofInterview }))];
}

/** Actions of the plan that were done, whether they count as an attention or not. */
export async function actionsDone(trx: Trx, caseIds: readonly CaseId[]) {
  return tablesIn(trx)
    .selectFrom('attention')
    .select(['case_id as caseId', 'given_on as on', 'action'])
    .where('case_id', 'in', among(caseIds))
    .where('withdrawn', '=', 0)
    .where('outcome', '=', 'done')
    .execute();
}

/** Acts of a case that count as attentions (U23), oldest first. */
export async function attentionsOf(trx: Trx, caseId: CaseId): Promise<GivenAttention[]> {
  return (await attentionsByCase(trx, [caseId])).get(caseId) ?? [];
}

/** The same of many cases, by their ids; one without any is left out. */
export async function attentionsByCase(trx: Trx, caseIds: readonly CaseId[]) {
  const given = await givenIn(trx, caseIds);
  const order = ({ on, kind, service }: GivenAttention) => `${on} ${kind} ${service}`;
  const keyed = given.map((one) => ({ one, key: order(one) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return Map.groupBy(
    keyed.map(({ one }) => one),
    ({ caseId }) => caseId,
  );
}

/** Day of the newest attention among cases; null when none was given. */
export async function lastAttentionOn(trx: Trx, caseIds: readonly CaseId[]): Promise<CivilDate | null> {
  const days = (await givenIn(trx, caseIds)).map((one) => one.on).sort();
  return days.at(-1) ?? null;
}
