/** Events of a proceeding with the measures they name and what corrections replaced. */
import { sql } from 'kysely';
import type { EventForm } from '../../shared/proceedings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import {
  byNow,
  cellsOf,
  hasRow,
  insertRecord,
  insertRow,
  rowsOf,
  updateVersioned,
  valuesIn,
} from '../platform/storage/rows.ts';
import { tablesIn, type ProceedingsTables, type Trx, type Use } from './tables.ts';

export type EventRow = ProceedingsTables['proceeding_event'];
export type EventChangeRow = ProceedingsTables['proceeding_event_change'];

export type StoredEvent = EventRow & { readonly measures: readonly ProceedingsTables['proceeding_event_measure'][] };

/** The columns of what is written; the rest says who recorded it. */
export function eventColumns(event: EventForm) {
  const { at, notification } = event;
  return {
    kind: event.kind,
    act: event.act,
    happened_on: at.on,
    happened_time: at.time,
    authority_id: event.authorityId,
    office: event.office,
    district: event.district,
    file_number: event.fileNumber,
    document: event.document,
    source: event.source,
    notified_form: notification?.form ?? null,
    entry_on: notification?.entry.on ?? null,
    entry_time: notification?.entry.time ?? null,
    effect_on: notification?.effectOn ?? null,
    fixed_on: event.fixedOn,
    favours: event.favours,
    instance: event.instance,
    words: event.words,
    note: event.note,
  };
}

export function formOf(row: StoredEvent): EventForm {
  return {
    ...cellsOf(row, 'kind', 'act', 'authority_id', 'office', 'district', 'file_number', 'document', 'source'),
    ...cellsOf(row, 'fixed_on', 'favours', 'instance', 'words', 'note'),
    at: { on: row.happened_on, time: row.happened_time },
    notification:
      row.notified_form === null || row.entry_on === null
        ? null
        : {
            form: row.notified_form,
            entry: { on: row.entry_on, time: row.entry_time },
            effectOn: row.effect_on,
          },
    measures: row.measures.map(({ measure, outcome, detail }) => ({ kind: measure, outcome, detail })),
  };
}

/** Who recorded acts in these cases. */
export async function eventHands(trx: Trx, caseIds: readonly CaseId[]): Promise<{ caseId: CaseId; staffId: string }[]> {
  return tablesIn(trx)
    .selectFrom('proceeding_event')
    .select(['case_id as caseId', 'recorded_by as staffId'])
    .where('case_id', 'in', among(caseIds))
    .execute();
}

export async function insertEvent(unit: Use, row: EventRow, measures: EventForm['measures']): Promise<void> {
  await insertRecord(unit, tablesIn, 'proceeding_event', row);
  await insertMeasures(unit.trx, row.id, measures);
}

async function insertMeasures(trx: Trx, eventId: string, measures: EventForm['measures']): Promise<void> {
  const rows = measures.map(({ kind, outcome, detail }) => ({ event_id: eventId, measure: kind, outcome, detail }));
  await insertRow(tablesIn(trx), 'proceeding_event_measure', rows);
}

async function withMeasures(trx: Trx, rows: readonly EventRow[]): Promise<StoredEvent[]> {
  if (rows.length === 0) return [];
  const measures = await rowsOf(tablesIn(trx), 'proceeding_event_measure', { event_id: rows.map(({ id }) => id) });
  return rows.map((row) => ({ ...row, measures: measures.filter(({ event_id }) => event_id === row.id) }));
}

/** In the order in which things happened; at the same moment, as they were recorded. */
export async function listEvents(trx: Trx, caseId: CaseId): Promise<StoredEvent[]> {
  const rows = await tablesIn(trx)
    .selectFrom('proceeding_event')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('happened_on')
    .orderBy(sql`coalesce(happened_time, '00:00')`)
    .orderBy('recorded_at')
    .execute();
  return withMeasures(trx, rows);
}

/** Number of each file that acts of any case carry. */
export async function listFileNumbers(trx: Trx): Promise<{ caseId: CaseId; fileNumber: string }[]> {
  const rows = await tablesIn(trx)
    .selectFrom('proceeding_event')
    .select(['case_id', 'file_number'])
    .distinct()
    .where('withdrawn', '=', 0)
    .where('file_number', 'is not', null)
    .orderBy('case_id')
    .execute();
  return rows.map((row) => ({ caseId: row.case_id, fileNumber: row.file_number ?? '' }));
}

/** Whether a breach of measures was told in a case, and not withdrawn. */
export async function hasBreach(trx: Trx, caseId: CaseId): Promise<boolean> {
  return hasRow(tablesIn(trx), 'proceeding_event', { case_id: caseId, kind: 'breach', withdrawn: 0 });
}

/** @throws not-found when it is of another case */
export async function getEvent(trx: Trx, caseId: CaseId, eventId: Id<'ProceedingEventId'>): Promise<StoredEvent> {
  const rows = await rowsOf(tablesIn(trx), 'proceeding_event', { id: eventId, case_id: caseId });
  const [event] = await withMeasures(trx, rows);
  if (event === undefined) throw fail('not-found');
  return event;
}

/** Events with a term still open, or closed only because a table or the act changed, of every case. */
export async function listEventsWithOpenTerms(trx: Trx): Promise<StoredEvent[]> {
  const rows = await tablesIn(trx)
    .selectFrom('proceeding_event')
    .selectAll()
    .where('withdrawn', '=', 0)
    .where('id', 'in', (open) =>
      open
        .selectFrom('deadline')
        .select('event_id')
        .where((or) => or.or([or('state', '=', 'open'), or('closed_by_change', '=', 1)])),
    )
    .execute();
  return withMeasures(trx, rows);
}

/**
 * Notified decisions that varied or lifted measures and started no term, from a day on: they were recorded by a version
 * of the program whose table had none for them.
 */
export async function listUncountedDecisions(trx: Trx, from: CivilDate): Promise<StoredEvent[]> {
  const rows = await tablesIn(trx)
    .selectFrom('proceeding_event')
    .selectAll()
    .where('withdrawn', '=', 0)
    .where('kind', 'in', ['measuresVaried', 'measuresLifted'])
    .where('entry_on', '>=', from)
    .where('id', 'not in', (counted) => counted.selectFrom('deadline').select('event_id'))
    .execute();
  return withMeasures(trx, rows);
}

/** @throws conflict when somebody changed it meanwhile */
export async function replaceEvent(
  unit: Use,
  before: StoredEvent,
  to: { version: number; event: EventForm; withdrawn: 0 | 1 },
  why: Pick<EventChangeRow, 'reason' | 'words'>,
): Promise<void> {
  const { trx } = unit;
  const { version, withdrawn } = to;
  const change = { ...eventColumns(to.event), withdrawn };
  await updateVersioned(tablesIn(trx), 'proceeding_event', { id: before.id, version }, change);
  await tablesIn(trx).deleteFrom('proceeding_event_measure').where('event_id', '=', before.id).execute();
  await insertMeasures(trx, before.id, to.event.measures);
  await insertRow(tablesIn(trx), 'proceeding_event_change', {
    ...why,
    ...byNow(unit, 'changed'),
    event_id: before.id,
    position: version,
    before: JSON.stringify(formOf(before)),
  });
  unit.touch('proceeding_event', before.id);
}

/** Newest first. */
export async function listEventChanges(trx: Trx, caseId: CaseId): Promise<EventChangeRow[]> {
  return tablesIn(trx)
    .selectFrom('proceeding_event_change')
    .innerJoin('proceeding_event', 'proceeding_event.id', 'proceeding_event_change.event_id')
    .selectAll('proceeding_event_change')
    .where('proceeding_event.case_id', '=', caseId)
    .orderBy('position', 'desc')
    .execute();
}

/** Days of the breaches of measures among the acts of a case. */
export async function breachActDays(trx: Trx, caseId: CaseId): Promise<CivilDate[]> {
  return valuesIn(tablesIn(trx), 'proceeding_event.happened_on', { kind: 'breach', case_id: caseId, withdrawn: 0 });
}
