/** Hearings of the cases. */
import { sql } from 'kysely';
import type { HearingForm } from '../../shared/proceedings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { rowOf, updateVersioned, type Versioned } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type ProceedingsTables } from './tables.ts';

export type HearingRow = ProceedingsTables['hearing'];

export function hearingColumns(hearing: HearingForm) {
  return {
    kind: hearing.kind,
    held_on: hearing.on,
    held_time: hearing.time,
    mode: hearing.mode,
    authority_id: hearing.authorityId,
    office: hearing.office,
    district: hearing.district,
    room: hearing.room,
    link: hearing.link,
    bring: hearing.bring,
    attends_id: hearing.attendsId,
    substitute_id: hearing.substituteId,
    user_attends: hearing.userAttends ? 1 : 0,
    note: hearing.note,
  } as const;
}

export function hearingOf(row: HearingRow): HearingForm {
  return {
    kind: row.kind,
    on: row.held_on,
    time: row.held_time,
    mode: row.mode,
    authorityId: row.authority_id,
    office: row.office,
    district: row.district,
    room: row.room,
    link: row.link,
    bring: row.bring,
    attendsId: row.attends_id,
    substituteId: row.substitute_id,
    userAttends: row.user_attends === 1,
    note: row.note,
  };
}

export async function insertHearing(trx: Trx, row: HearingRow): Promise<void> {
  await tablesIn(trx).insertInto('hearing').values(row).execute();
}

/** @throws not-found when it is of another case */
export async function getHearing(trx: Trx, caseId: CaseId, hearingId: Id<'HearingId'>): Promise<HearingRow> {
  return rowOf(tablesIn(trx), 'hearing', { id: hearingId, case_id: caseId });
}

/** @throws conflict when somebody changed it meanwhile */
export function updateHearing(
  trx: Trx,
  target: Versioned,
  change: Partial<Omit<HearingRow, 'id' | 'case_id' | 'version'>>,
): Promise<void> {
  return updateVersioned(tablesIn(trx), 'hearing', target, change);
}

/** Those to come first, then what is over. */
export async function listHearings(trx: Trx, caseId: CaseId): Promise<HearingRow[]> {
  return tablesIn(trx)
    .selectFrom('hearing')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy(sql`state <> 'scheduled'`)
    .orderBy('held_on')
    .orderBy('held_time')
    .execute();
}

/** Hearings to be held in a span of days, of every case that stands. */
export async function listScheduled(trx: Trx, from: CivilDate, to: CivilDate): Promise<HearingRow[]> {
  return tablesIn(trx)
    .selectFrom('hearing')
    .innerJoin('case_file', 'case_file.id', 'hearing.case_id')
    .selectAll('hearing')
    .where('hearing.state', '=', 'scheduled')
    .where('hearing.held_on', '>=', from)
    .where('hearing.held_on', '<=', to)
    .where('case_file.annulled_at', 'is', null)
    .orderBy('hearing.held_on')
    .orderBy('hearing.held_time')
    .execute();
}
