/** Incidents with personal data and reviews of permissions. */
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type PrivacyTables } from './tables.ts';

export type IncidentRow = PrivacyTables['data_incident'];
export type ReviewRow = PrivacyTables['access_review'];
export type ReopeningRow = PrivacyTables['data_incident_reopening'];

/** Newest first. @param by staff id; null for those of everybody */
export async function listIncidents(trx: Trx, by: string | null): Promise<IncidentRow[]> {
  const whose = by === null ? {} : { recorded_by: by };
  return rowsOf(tablesIn(trx), 'data_incident', whose, 'known_on desc', 'known_time desc', 'id');
}

/** Those of which the authority may still have to be told. */
export async function openIncidents(trx: Trx): Promise<IncidentRow[]> {
  return rowsOf(tablesIn(trx), 'data_incident', { state: 'open' });
}

/** Of all incidents, oldest first. */
export async function listReopenings(trx: Trx): Promise<ReopeningRow[]> {
  return rowsOf(tablesIn(trx), 'data_incident_reopening', {}, 'reopened_at', 'id');
}

/** By the day of the review, newest first; those withdrawn too. */
export async function listReviews(trx: Trx): Promise<ReviewRow[]> {
  return rowsOf(tablesIn(trx), 'access_review', {}, 'reviewed_on desc', 'recorded_at desc');
}

/** The day on which the centre was founded in this program. */
export async function foundedOn(trx: Trx): Promise<CivilDate> {
  const first = await tablesIn(trx)
    .selectFrom('centre')
    .select('edited_at')
    .orderBy('version')
    .limit(1)
    .executeTakeFirstOrThrow();
  return civilDateOf(Date.parse(first.edited_at));
}

/** Day of the newest review of permissions that counts; the founding, when all were given, while there is none. */
export async function permissionsReviewedOn(trx: Trx): Promise<CivilDate> {
  const newest = (await listReviews(trx)).find((one) => one.withdrawn_at === null);
  return newest === undefined ? foundedOn(trx) : newest.reviewed_on;
}
