/** The proceeding of a case as its reader may see it. */
import {
  effectOf,
  eventFormSchema,
  eventKindRules,
  ownActs,
  stateAfter,
  workCalendar,
  type DeadlineView,
  type DueView,
  type EventForm,
  type EventView,
  type HearingView,
  type LawTables,
  type MeasureKind,
  type MeasureState,
  type MeasureView,
  type RecordTermView,
} from '../../shared/proceedings/index.ts';
import { professionalRoles, type Role } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { rowsOn } from '../../shared/rulebook/index.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { cellsOf, columnsIn } from '../platform/storage/rows.ts';
import { fromStored, ruleWords } from './computed.ts';
import { listDeadlinesOfCase, type DueRow, type StoredDeadline } from './deadline-repository.ts';
import { formOf, listEventChanges, listEvents, type EventChangeRow, type StoredEvent } from './event-repository.ts';
import { hearingOf, listHearings, type HearingRow } from './hearing-repository.ts';
import { readLaw, triggerOf } from './law.ts';
import { isOverdue, nowKey } from './pending.ts';
import { recordTerms, recordTermView, type RecordParts } from './record-terms.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** Strategy is not for other services: notes and what a correction replaced are left out. */
type Reader = { readonly isFull: boolean; readonly names: ReadonlyMap<string, string> };

const withoutNote = <Form extends { note: string | null }>(form: Form, { isFull }: Reader): Form =>
  isFull ? form : { ...form, note: null };

const recordOrder = { open: 0, date: 1, done: 2 } as const;

async function recordViews(unit: Use, caseId: CaseId, law: LawTables, parts: RecordParts): Promise<RecordTermView[]> {
  const now = nowKey(unit);
  const terms = await recordTerms(unit.trx, caseId, { law, parts });
  const key = ({ state, warnsAt, ruleId }: RecordTermView) =>
    `${recordOrder[state]} ${warnsAt?.on ?? '9999'} ${warnsAt?.time ?? ''} ${ruleId}`;
  return terms.map((term) => recordTermView(term, now)).sort((one, other) => key(one).localeCompare(key(other)));
}

export async function getProceedings(unit: Use, { caseId }: { caseId: CaseId }, parts: RecordParts) {
  const { trx } = unit;
  const reader = { isFull: unit.decision.view === null, names: await staffNames(trx) };
  const events = await listEvents(trx, caseId);
  const changes = await listEventChanges(trx, caseId);
  const law = await readLaw(trx);
  const shown: EventView[] = [];
  for (const row of events) {
    const ownChanges = changes.filter(({ event_id }) => event_id === row.id);
    shown.push(eventView(row, ownChanges, await effectOn(trx, row, law), reader));
  }
  const deadlines = await listDeadlinesOfCase(trx, caseId);
  const numbers = await documentNumbers(trx, deadlines);
  const now = nowKey(unit);
  const hearings = await listHearings(trx, caseId);
  unit.note({ events: events.length, deadlines: deadlines.length, hearings: hearings.length });
  return {
    view: reader.isFull ? ('full' as const) : ('status' as const),
    events: shown.toReversed(),
    measures: measuresOf(events),
    hearings: hearings.map((row) => hearingView(row, reader)),
    deadlines: deadlines.flatMap((row) => deadlineView(row, { events, reader, numbers, now })),
    recordTerms: await recordViews(unit, caseId, law, parts),
    ownActs: ownActs(rowsOn(law.rules, unit.today)),
    professionals: await professionals(trx),
  };
}

async function professionals(trx: Trx): Promise<{ id: StaffId; name: string }[]> {
  const isProfessional = (role: Role) => (professionalRoles as readonly Role[]).includes(role);
  const staff = await listStaff(trx);
  return staff
    .filter(({ state, roles }) => state === 'active' && roles.some(isProfessional))
    .map(({ id, fullName }) => ({ id, name: fullName }));
}

/** Fields that an event got after corrections had been kept without them. */
const laterFields = { fixedOn: null, act: null, favours: null, instance: null };

function eventView(
  row: StoredEvent,
  changes: readonly EventChangeRow[],
  effectOn: CivilDate | null,
  reader: Reader,
): EventView {
  return {
    ...cellsOf(row, 'id', 'recorded_at', 'version'),
    event: withoutNote(formOf(row), reader),
    effectOn,
    isWithdrawn: row.withdrawn === 1,
    changes: changes.map((change) => ({
      before: withoutNote(eventFormSchema.parse({ ...laterFields, ...(JSON.parse(change.before) as object) }), reader),
      reason: change.reason,
      words: reader.isFull ? change.words : null,
      by: reader.names.get(change.changed_by) ?? '',
      at: change.changed_at,
    })),
    recordedBy: reader.names.get(row.recorded_by) ?? '',
  };
}

async function effectOn(trx: Trx, row: StoredEvent, law: LawTables): Promise<CivilDate | null> {
  const event = formOf(row);
  return event.notification === null ? null : effectIn(event, (await triggerOf(trx, row)).district, law);
}

/** Day of effect of a notification; null without one. */
export function effectIn(
  event: Pick<EventForm, 'kind' | 'notification'>,
  district: string | null,
  law: LawTables,
): CivilDate | null {
  if (event.notification === null) return null;
  const { entry } = event.notification;
  // By the days off of the term that runs from it, so that both tell the same day of effect.
  const rules = rowsOn(law.rules, entry.on).map(({ value }) => value);
  const term = rules.find(({ trigger, startsAt }) => trigger === event.kind && startsAt === 'notification');
  const isPublic = term?.calendar === 'public';
  const calendar = workCalendar(law.holidays, { kind: isPublic ? 'public' : 'judicial', district }, 'sure');
  return event.notification.effectOn ?? effectOf(event.notification, law, calendar).on;
}

/** Each measure named so far with its road, in the order of the law. */
export function measuresOf(events: readonly StoredEvent[]): MeasureView[] {
  const found = new Map<MeasureKind, Road>();
  for (const row of events) {
    const { step } = eventKindRules[row.kind];
    if (row.withdrawn === 1 || step === null) continue;
    for (const { measure, outcome, detail } of row.measures) {
      const state = step === 'decided' ? (outcome ?? 'granted') : step;
      found.set(measure, stepped(found.get(measure) ?? { ...unnamed, kind: measure }, { row, state, detail }));
    }
  }
  return [...found.values()].flatMap((one) => (one.state === null ? [] : [{ ...one, state: one.state }]));
}

type Road = Omit<MeasureView, 'state'> & { readonly state: MeasureState | null };
type Step = { readonly row: StoredEvent; readonly state: MeasureState; readonly detail: string | null };

const unnamed = { state: null, detail: null, steps: [] };

function stepped(before: Road, { row, state, detail }: Step): Road {
  const at = { on: row.happened_on, time: row.happened_time };
  return {
    kind: before.kind,
    state: stateAfter(before.state, state),
    detail: detail ?? before.detail,
    steps: [...before.steps, { state, at, eventId: row.id }],
  };
}

export function hearingView(row: HearingRow, reader: Reader): HearingView {
  const nameOf = (id: string | null) => (id === null ? null : (reader.names.get(id) ?? ''));
  return {
    ...cellsOf(row, 'id', 'state', 'result', 'version'),
    hearing: withoutNote(hearingOf(row), reader),
    attends: nameOf(row.attends_id),
    substitute: nameOf(row.substitute_id),
  };
}

type Around = {
  readonly events: readonly StoredEvent[];
  readonly reader: Reader;
  readonly numbers: ReadonlyMap<string, string>;
  readonly now: string;
};

function deadlineView(row: StoredDeadline, { events, reader, numbers, now }: Around): DeadlineView[] {
  const last = row.dues.at(-1);
  const event = events.find(({ id }) => id === row.event_id);
  if (last === undefined || event === undefined) return [];
  const warnsAt = row.warn_on === null || row.warn_time === null ? null : { on: row.warn_on, time: row.warn_time };
  return [
    {
      ...cellsOf(row, 'id', 'event_id', 'rule_id', 'state', 'version'),
      trigger: { kind: event.kind, act: event.act, at: formOf(event).at },
      period: row.period ?? 1,
      ...ruleWords(fromStored(last.computed)),
      due: dueView(last),
      warnsAt,
      isOverdue: row.state === 'open' && warnsAt !== null && isOverdue(warnsAt, now),
      earlier: row.dues.slice(0, -1).map(dueView).toReversed(),
      settled: settledOf(row, reader, numbers),
    },
  ];
}

/** How a term was closed may be strategy: only its state and date go out with the limited view. */
function settledOf(
  row: StoredDeadline,
  { isFull, names }: Reader,
  numbers: Around['numbers'],
): DeadlineView['settled'] {
  if (row.settled_on === null) return null;
  return {
    on: row.settled_on,
    by: names.get(row.settled_by ?? '') ?? '',
    proof:
      row.closed_by_change === 1
        ? 'Ya no corresponde: cambió el acto que lo inició o la regla'
        : isFull
          ? row.proof
          : null,
    documentId: row.document_id,
    documentNumber: row.document_id === null ? null : (numbers.get(row.document_id) ?? ''),
  };
}

function dueView(row: DueRow): DueView {
  const { rule: _words, ...terms } = fromStored(row.computed);
  return { ...terms, ruleVersion: row.rule_version, why: row.why, computedAt: row.computed_at };
}

async function documentNumbers(trx: Trx, rows: readonly StoredDeadline[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map(({ document_id }) => document_id).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const papers = await columnsIn(tablesIn(trx), 'issued_document', ['id', 'number'], { id: ids });
  return new Map(papers.map(({ id, number }) => [id, number]));
}
