/** Hearings of the cases. */
import { sql } from 'kysely';
import { hearingFields, type HearingForm } from '../../shared/proceedings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { tablesIn, type Trx, type ProceedingsTables } from './tables.ts';
import { among } from '../platform/storage/among.ts';

export type HearingRow = ProceedingsTables['hearing'];

export const hearingColumns = (hearing: HearingForm) => columnsOfValues(hearingFields, hearing);
export const hearingOf = (row: HearingRow): HearingForm => valuesOfRow(hearingFields, row);

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
  return (
    tablesIn(trx)
      .selectFrom('hearing')
      .innerJoin('case_file', 'case_file.id', 'hearing.case_id')
      .selectAll('hearing')
      // Said and not bound: the index of those to come serves no other question.
      .where('hearing.state', '=', sql.lit('scheduled'))
      .where('hearing.held_on', '>=', from)
      .where('hearing.held_on', '<=', to)
      .where('case_file.annulled_at', 'is', null)
      .orderBy('hearing.held_on')
      .orderBy('hearing.held_time')
      .execute()
  );
}

/** Those that were held. */
export async function heldHearings(trx: Trx, caseIds: readonly CaseId[]) {
  return tablesIn(trx)
    .selectFrom('hearing')
    .select(['case_id as caseId', 'held_on as on'])
    .where('case_id', 'in', among(caseIds))
    .where('state', '=', 'held')
    .execute();
}
