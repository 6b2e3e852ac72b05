/** Alerts of the cases. */
import { sql } from 'kysely';
import type { AlertKind } from '../../shared/alerts/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type AlertsTables } from './tables.ts';

export type AlertRow = AlertsTables['alert'];

type Told = { readonly caseId: CaseId; readonly kind: AlertKind; readonly note: string | null };

const same = (trx: Trx, { caseId, kind, note }: Told) =>
  tablesIn(trx)
    .selectFrom('alert')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('note', 'is', note)
    .limit(1);

/** Whether the same was raised that day and nobody has seen it yet. */
export async function isWaiting(trx: Trx, told: Told, day: CivilDate): Promise<boolean> {
  const waiting = same(trx, told).where('raised_on', '=', day).where('seen_at', 'is', null);
  return (await waiting.executeTakeFirst()) !== undefined;
}

/** Whether the same was ever raised for a case, seen or not. */
export async function wasRaised(trx: Trx, told: Told): Promise<boolean> {
  return (await same(trx, told).executeTakeFirst()) !== undefined;
}

/** The same for a case that nobody has closed; without `note`, every one of the kind. */
export async function openAlerts(trx: Trx, alert: { caseId: CaseId; kind: AlertKind; note?: string | null }) {
  const { note } = alert;
  const open = tablesIn(trx)
    .selectFrom('alert')
    .select(['id', 'seen_at', 'note'])
    .where('case_id', '=', alert.caseId)
    .where('kind', '=', alert.kind)
    .where('closed_at', 'is', null);
  return (note === undefined ? open : open.where('note', 'is', note)).execute();
}

/** The same of these cases. */
export async function openAlertsAmong(trx: Trx, caseIds: readonly CaseId[]): Promise<AlertRow[]> {
  return rowsOf(tablesIn(trx), 'alert', { closed_at: null, case_id: caseIds }, 'raised_at desc');
}

/** Open first, newest first. */
export async function listAlertsOfCase(trx: Trx, caseId: CaseId): Promise<AlertRow[]> {
  return tablesIn(trx)
    .selectFrom('alert')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy(sql`closed_at is not null`)
    .orderBy('raised_at', 'desc')
    .execute();
}

export type Sight = { readonly alertId: string; readonly staffId: string; readonly at: Instant };

/** Who saw these, and when, the first of them too. */
export async function listSights(trx: Trx, rows: readonly AlertRow[]): Promise<Sight[]> {
  const ids = rows.map(({ id }) => id);
  const later = await tablesIn(trx)
    .selectFrom('alert_seen')
    .select(['alert_id as alertId', 'staff_id as staffId', 'seen_at as at'])
    .where('alert_id', 'in', among(ids))
    .orderBy('seen_at')
    .execute();
  const first = rows.flatMap(({ id, seen_at: at, seen_by: staffId }) =>
    at === null || staffId === null ? [] : [{ alertId: id, staffId, at }],
  );
  // The first has a row of her own too.
  const isFirst = (one: Sight) =>
    first.some(({ alertId, staffId }) => alertId === one.alertId && staffId === one.staffId);
  return [...first, ...later.filter((one) => !isFirst(one))];
}
