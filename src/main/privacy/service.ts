/** Duties of the centre with personal data: incidents, their notice to the authority, and the review of permissions. */
import {
  accessReviewFields,
  dataIncidentFields,
  incidentEndFields,
  reopenReasonLabels,
  withdrawReasonLabels,
  type AccessReviewView,
  type DataIncidentView,
  type privacyContract,
} from '../../shared/privacy/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import { onlyAsked } from '../../shared/record/index.ts';
import { staffNames } from '../access/index.ts';
import { futurePart } from '../platform/future.ts';
import { inside, type CallFrame, type Handlers } from '../platform/gate/handler.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { byNow, cellsOf, changeRecord, insertRecord, rowOf } from '../platform/storage/rows.ts';
import {
  foundedOn,
  listIncidents,
  listReopenings,
  listReviews,
  permissionsReviewedOn,
  type IncidentRow,
  type ReopeningRow,
  type ReviewRow,
} from './repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof privacyContract;
type Moment = { readonly on: CivilDate; readonly time: string };
type DutyEnd = Moment & { readonly isToConfirm: boolean };
const momentOf = (end: DutyEnd | null | undefined): Moment | null =>
  end === null || end === undefined ? null : { on: end.on, time: end.time };

/** What starts a term of the centre; `time` null where only the day counts. */
export type DutyTerm = {
  readonly kind: 'dataIncident' | 'privilegesReviewed' | 'dataAccessAsked' | 'dataChangeAsked';
  readonly fact: { readonly on: CivilDate; readonly time: string | null };
};

/** Of the clock, which stands above this domain. */
export type PrivacyParts = {
  /** End of the term that starts with this, in the order given; null where no rule of its day has one. */
  readonly dutyEnds: (trx: Trx, terms: readonly DutyTerm[]) => Promise<readonly (DutyEnd | null)[]>;
};

const nowKey = (call: Pick<CallFrame, 'today' | 'clock'>) => `${call.today} ${timeOf(call.clock.now())}`;
const key = ({ on, time }: Moment) => `${on} ${time}`;
export const isPast = (due: Moment | null | undefined, unit: Use) =>
  due !== null && due !== undefined && key(due) < nowKey(unit);

function refuseFuture(unit: Use, at: Moment, path: string): void {
  const part = futurePart(unit, at);
  if (part === null) return;
  throw failAt(`${path}.${part}`, 'Eso todavía no pasó: revise la fecha y la hora.', 'incident-in-future');
}

async function recordDataIncident(unit: Use, { incident }: InputOf<Contract['recordDataIncident']>) {
  refuseFuture(unit, incident, 'incident');
  const id = unit.newId<'DataIncidentId'>();
  await insertRecord(unit, tablesIn, 'data_incident', {
    ...{ ...columnsOfValues(dataIncidentFields, incident), id },
    ...{ recorded_by: unit.session.staffId, recorded_at: unit.now, state: 'open' },
    ...{ told_on: null, told_time: null, entry_number: null, reason: null },
    ...{ closed_by: null, closed_at: null, version: 1 },
  });
  return { incidentId: id };
}

const factOf = ({ known_on, known_time }: IncidentRow): DutyTerm => ({
  kind: 'dataIncident',
  fact: { on: known_on, time: known_time },
});

async function listDataIncidents(unit: Use, { dutyEnds }: PrivacyParts) {
  const { scope, view } = unit.decision;
  const rows = await listIncidents(unit.trx, scope === 'own' ? unit.session.staffId : null);
  const names = await staffNames(unit.trx);
  const ends = await dutyEnds(unit.trx, rows.map(factOf));
  const reopened = Map.groupBy(await listReopenings(unit.trx), (one) => one.incident_id);
  unit.note({ incidents: rows.length });
  return {
    incidents: rows.map((row, at): DataIncidentView => {
      const due = momentOf(ends[at]);
      return {
        ...cellsOf(row, 'id', 'state', 'version'),
        known: { on: row.known_on, time: row.known_time },
        // Support reads of those of others that there was one and when, not what.
        words: view === null || row.recorded_by === unit.session.staffId ? row.words : null,
        recordedBy: names.get(row.recorded_by) ?? '',
        due,
        isOverdue: row.state === 'open' && isPast(due, unit),
        told: toldOf(row),
        reason: view === null ? row.reason : null,
        closedBy: row.closed_by === null ? null : (names.get(row.closed_by) ?? ''),
        reopenings: (reopened.get(row.id) ?? []).map((one) => reopeningOf(one, { names, isWhole: view === null })),
      };
    }),
  };
}

type Notice = Pick<IncidentRow, 'told_on' | 'told_time' | 'entry_number'>;

function toldOf({ told_on, told_time, entry_number }: Notice): DataIncidentView['told'] {
  if (told_on === null || told_time === null || entry_number === null) return null;
  return { at: { on: told_on, time: told_time }, entryNumber: entry_number };
}

function reopeningOf(
  row: ReopeningRow,
  { names, isWhole }: { names: ReadonlyMap<string, string>; isWhole: boolean },
): DataIncidentView['reopenings'][number] {
  return {
    told: toldOf(row),
    reason: isWhole ? row.closing_reason : null,
    closedBy: names.get(row.closed_by) ?? '',
    closedAt: row.closed_at,
    reopenedBy: names.get(row.reopened_by) ?? '',
    reopenedAt: row.reopened_at,
    why: isWhole ? (row.reason_words ?? reopenReasonLabels[row.reason]) : null,
  };
}

const notClosed = { told_on: null, told_time: null, entry_number: null, reason: null };

async function closeDataIncident(unit: Use, { incidentId, version, end }: InputOf<Contract['closeDataIncident']>) {
  const row = await rowOf(tablesIn(unit.trx), 'data_incident', { id: incidentId });
  if (row.state !== 'open') throw fail('rule-broken', 'incident-closed');
  const { on, time, ...rest } = onlyAsked(incidentEndFields, end);
  if (on !== null && time !== null) {
    refuseFuture(unit, { on, time }, 'end');
    if (key({ on, time }) < `${row.known_on} ${row.known_time}`) {
      throw failAt('end.on', 'No puede ser anterior al momento en que se conoció.', 'told-before-known');
    }
  }
  const columns = columnsOfValues(incidentEndFields, { on, time, ...rest });
  await changeRecord(unit, tablesIn, 'data_incident', { id: row.id, version, ...columns, ...byNow(unit, 'closed') });
  unit.note({ state: end.state });
}

async function reopenDataIncident(unit: Use, { incidentId, version, reason }: InputOf<Contract['reopenDataIncident']>) {
  const row = await rowOf(tablesIn(unit.trx), 'data_incident', { id: incidentId });
  const { state, told_on, told_time, entry_number, closed_by, closed_at } = row;
  if (state === 'open' || closed_by === null || closed_at === null) throw fail('rule-broken', 'incident-open');
  const id = unit.newId();
  await insertRecord(unit, tablesIn, 'data_incident_reopening', {
    ...{ id, incident_id: row.id, state, told_on, told_time, entry_number, closing_reason: row.reason },
    ...{ closed_by, closed_at, reason: reason.code, reason_words: reason.words },
    ...{ reopened_by: unit.session.staffId, reopened_at: unit.now, version: 1 },
  });
  const open = { ...notClosed, state: 'open', closed_by: null, closed_at: null } as const;
  await changeRecord(unit, tablesIn, 'data_incident', { id: row.id, version, ...open });
  unit.about('data_incident', row.id);
  unit.note({ reason: reason.code });
}

async function getAccessReviews(unit: Use, { dutyEnds }: PrivacyParts) {
  const rows = await listReviews(unit.trx);
  const names = await staffNames(unit.trx);
  const fact = { on: await permissionsReviewedOn(unit.trx), time: null };
  const due = momentOf((await dutyEnds(unit.trx, [{ kind: 'privilegesReviewed', fact }]))[0]);
  return {
    foundedOn: await foundedOn(unit.trx),
    due,
    isOverdue: isPast(due, unit),
    reviews: rows.map((row): AccessReviewView => ({
      ...cellsOf(row, 'id', 'recorded_at', 'version'),
      ...valuesOfRow(accessReviewFields, row),
      by: names.get(row.reviewed_by) ?? '',
      withdrawn: withdrawalOf(row, names),
    })),
  };
}

function withdrawalOf(row: ReviewRow, names: ReadonlyMap<string, string>): AccessReviewView['withdrawn'] {
  const { withdrawn_by: by, withdrawn_at: at, withdrawn_reason: reason, withdrawn_words: words } = row;
  if (by === null || at === null || reason === null) return null;
  return { by: names.get(by) ?? '', at, why: words ?? withdrawReasonLabels[reason] };
}

async function recordAccessReview(unit: Use, { review }: InputOf<Contract['recordAccessReview']>) {
  if (review.on > unit.today) throw failAt('review.on', 'La fecha no puede ser futura.', 'review-in-future');
  const id = unit.newId<'AccessReviewId'>();
  await insertRecord(unit, tablesIn, 'access_review', {
    ...{ ...columnsOfValues(accessReviewFields, review), id },
    ...{ reviewed_by: unit.session.staffId, recorded_at: unit.now, version: 1 },
    ...{ withdrawn_by: null, withdrawn_at: null, withdrawn_reason: null, withdrawn_words: null },
  });
  return { reviewId: id };
}

async function withdrawAccessReview(
  unit: Use,
  { reviewId, version, reason }: InputOf<Contract['withdrawAccessReview']>,
): Promise<void> {
  const row = await rowOf(tablesIn(unit.trx), 'access_review', { id: reviewId });
  if (row.withdrawn_at !== null) throw fail('rule-broken', 'review-withdrawn');
  const why = { withdrawn_reason: reason.code, withdrawn_words: reason.words };
  const withdrawn = { id: row.id, version, ...byNow(unit, 'withdrawn'), ...why };
  await changeRecord(unit, tablesIn, 'access_review', withdrawn);
  unit.note({ reason: reason.code });
}

export function privacyHandlers(parts: PrivacyParts): Handlers<Contract, Trx> {
  return {
    recordDataIncident: inside(recordDataIncident),
    listDataIncidents: inside((unit) => listDataIncidents(unit, parts)),
    closeDataIncident: inside(closeDataIncident),
    reopenDataIncident: inside(reopenDataIncident),
    getAccessReviews: inside((unit) => getAccessReviews(unit, parts)),
    recordAccessReview: inside(recordAccessReview),
    withdrawAccessReview: inside(withdrawAccessReview),
  };
}
