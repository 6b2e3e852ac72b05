/** Acts and terms of many cases at once, for figures of the centre. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import {
  protectionMeasures,
  type EventKind,
  type Favours,
  type JudgmentInstance,
  type MeasureKind,
} from '../../shared/proceedings/index.ts';
import { among } from '../platform/storage/among.ts';
import { cellsOf, columnsIn, rowsOf } from '../platform/storage/rows.ts';
import { fromStored } from './computed.ts';
import { tablesIn, type Trx } from './tables.ts';

export type StandingAct = {
  readonly caseId: CaseId;
  readonly kind: EventKind;
  readonly on: CivilDate;
  /** It granted a measure, whole or in part. */
  readonly isGranting: boolean;
  /** One of those is a protection measure, none of civil law. */
  readonly grantsProtection: boolean;
  /** Of a judgment, where somebody said it. */
  readonly favours: Favours | null;
  readonly instance: JudgmentInstance | null;
};

/** Those that nobody withdrew, the earliest first. */
export async function standingActs(trx: Trx, caseIds: readonly CaseId[]): Promise<StandingAct[]> {
  const rows = await tablesIn(trx)
    .selectFrom('proceeding_event')
    .select(['id', 'case_id', 'kind', 'happened_on', 'favours', 'instance'])
    .where('case_id', 'in', among(caseIds))
    .where('withdrawn', '=', 0)
    .orderBy('happened_on')
    .execute();
  const granting = await columnsIn(tablesIn(trx), 'proceeding_event_measure', ['event_id', 'measure'], {
    event_id: rows.map(({ id }) => id),
    outcome: ['granted', 'partlyGranted'],
  });
  const grants = new Set(granting.map(({ event_id }) => event_id));
  const isProtection = (measure: MeasureKind) => (protectionMeasures as readonly MeasureKind[]).includes(measure);
  const protects = new Set(granting.filter(({ measure }) => isProtection(measure)).map(({ event_id }) => event_id));
  return rows.map(({ id, case_id: caseId, happened_on: on, ...act }) => ({
    caseId,
    on,
    ...cellsOf(act, 'kind', 'favours', 'instance'),
    isGranting: grants.has(id),
    grantsProtection: protects.has(id),
  }));
}

/** Terms of acts with a day, open or settled, as they were last computed. */
export async function actTermsAmong(trx: Trx, caseIds: readonly CaseId[]) {
  const rows = await tablesIn(trx)
    .selectFrom('deadline')
    .select(['id', 'case_id', 'warn_on', 'settled_on'])
    .where('case_id', 'in', among(caseIds))
    .where('warn_on', 'is not', null)
    .execute();
  const dues = await rowsOf(tablesIn(trx), 'deadline_due', { deadline_id: rows.map(({ id }) => id) }, 'position');
  const last = new Map(dues.map(({ deadline_id, computed }) => [deadline_id, computed]));
  return rows.flatMap(({ id, case_id: caseId, warn_on: dueOn, settled_on: settledOn }) => {
    const computed = last.get(id);
    if (computed === undefined || dueOn === null) return [];
    return [{ id, caseId, task: fromStored(computed).rule.task, dueOn, settledOn }];
  });
}
