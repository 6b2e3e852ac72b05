/** Recording and correcting what happened in a proceeding. */
import {
  eventKindRules,
  isInForce,
  type EventForm,
  type NoveltyForm,
  type proceedingsContract,
} from '../../shared/proceedings/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { AlertKind } from '../../shared/alerts/index.ts';
import { raiseAlert } from '../alerts/index.ts';
import {
  allowed,
  findCaseByNumber,
  findCaseRow,
  forgetTyped,
  getSectionB,
  handOverTo,
  listGrants,
} from '../intake/index.ts';
import { clockTolerance, futurePart } from '../platform/future.ts';
import { tellSameDay } from '../risk/index.ts';
import { fromStored } from './computed.ts';
import { listDeadlinesOfEvent } from './deadline-repository.ts';
import { eventColumns, getEvent, insertEvent, listEvents, replaceEvent, type StoredEvent } from './event-repository.ts';
import { renewTerms, renewTurns, type Started } from './terms.ts';
import { measuresOf } from './views.ts';
import type { Use } from './tables.ts';
import { byNow } from '../platform/storage/rows.ts';

type Contract = typeof proceedingsContract;

const future = 'Eso todavía no pasó: revise la fecha.';

/** A fact is not later than now. */
function refuseFuture(unit: Use, at: { on: CivilDate; time: string | null }, path: string): void {
  const part = futurePart(unit, at, clockTolerance);
  if (part !== null) throw failAt(`${path}.${part}`, future, 'event-in-future');
}

/** Steps after the decision are taken with measures that were granted. */
function refuseUngranted(events: readonly StoredEvent[], event: EventForm, eventId: string | null): void {
  const { step } = eventKindRules[event.kind];
  if (step === null || step === 'requested' || step === 'decided') return;
  const granted = new Set(
    events
      .filter((row) => row.withdrawn === 0 && row.id !== eventId)
      .flatMap(({ measures }) => measures)
      .filter(({ outcome }) => outcome === 'granted' || outcome === 'partlyGranted')
      .map(({ measure }) => measure),
  );
  if (event.measures.every(({ kind }) => granted.has(kind))) return;
  const message = 'Elija medidas que ya fueron concedidas. Registre primero la decisión.';
  throw failAt('event.measures', message, 'measure-not-in-force');
}

async function refuseWrong(unit: Use, caseId: CaseId, event: EventForm, eventId: string | null): Promise<void> {
  refuseFuture(unit, event.at, 'event.at');
  if (event.notification !== null) refuseFuture(unit, event.notification.entry, 'event.notification.entry');
  refuseUngranted(await listEvents(unit.trx, caseId), event, eventId);
}

/** Measures and notification belong only to the kinds that have them. */
function tidy(event: EventForm): EventForm {
  const { step } = eventKindRules[event.kind];
  const measures = step === null ? [] : event.measures;
  return {
    ...event,
    measures: measures.map((measure) => ({ ...measure, outcome: step === 'decided' ? measure.outcome : null })),
  };
}

const alertOf: Partial<Record<EventForm['kind'], AlertKind>> = { breach: 'measureBreached', newFact: 'newEvent' };

/** The team is told of a breach or a new fact, whoever writes it down and wherever. */
async function warn(unit: Use, caseId: CaseId, event: EventForm): Promise<void> {
  const kind = alertOf[event.kind];
  if (kind !== undefined) await raiseAlert(unit, { caseId, kind, note: event.words });
  if (event.kind === 'breach') await tellSameDay(unit, caseId, ['measureBreached']);
}

/** Keeps an event and starts its terms; the caller has checked who may. */
export async function keepEvent(unit: Use, caseId: CaseId, event: EventForm) {
  const id = unit.newId<'ProceedingEventId'>();
  const tidied = tidy(event);
  const level = (await getSectionB(unit.trx, caseId)).answers.valuationLevel;
  const row = { id, case_id: caseId, risk_level: level, withdrawn: 0, ...byNow(unit, 'recorded'), version: 1 } as const;
  await insertEvent(unit, { ...eventColumns(tidied), ...row }, tidied.measures);
  await warn(unit, caseId, tidied);
  await renewTerms(unit, await getEvent(unit.trx, caseId, id), 'recorded');
  if (eventKindRules[event.kind].step !== null) await renewTurns(unit, caseId);
  const started = await startedBy(unit, id);
  unit.note({ kind: event.kind, measures: tidied.measures.length, terms: started.length });
  return { eventId: id, started };
}

/** Terms with a date, the earliest first. */
async function startedBy(unit: Use, eventId: Id<'ProceedingEventId'>): Promise<Started[]> {
  const rows = await listDeadlinesOfEvent(unit.trx, eventId);
  return rows
    .flatMap(({ dues, rule_id, warn_on, warn_time }): Started[] => {
      const due = dues.at(-1);
      if (due === undefined || warn_on === null || warn_time === null) return [];
      return [{ task: fromStored(due.computed).rule.task, ruleId: rule_id, on: warn_on, time: warn_time }];
    })
    .toSorted((one, other) => `${one.on} ${one.time}`.localeCompare(`${other.on} ${other.time}`));
}

export async function recordEvent(unit: Use, { caseId, event }: InputOf<Contract['recordEvent']>) {
  await refuseWrong(unit, caseId, event, null);
  await forgetTyped(unit, 'event', caseId);
  return keepEvent(unit, caseId, event);
}

/**
 * On a closed ficha as long as measures are in force; what was taken back is put back at any time, for taking it back may
 * have left none in force.
 *
 * @throws rule-broken `case-closed`
 */
async function refuseClosed(unit: Use, caseId: CaseId, isPutBack: boolean): Promise<void> {
  if (isPutBack || (await findCaseRow(unit.trx, caseId))?.state !== 'closed') return;
  if (measuresOf(await listEvents(unit.trx, caseId)).some(({ state }) => isInForce(state))) return;
  throw fail('rule-broken', 'case-closed');
}

export async function correctEvent(unit: Use, input: InputOf<Contract['correctEvent']>) {
  const { caseId, eventId, event, reason, words } = input;
  const before = await getEvent(unit.trx, caseId, eventId);
  await refuseClosed(unit, caseId, before.withdrawn === 1 && !input.isWithdrawn);
  if (!input.isWithdrawn) await refuseWrong(unit, caseId, event, eventId);
  const to = { version: input.version, event: tidy(event), withdrawn: input.isWithdrawn ? 1 : 0 } as const;
  await replaceEvent(unit, before, to, { reason, words });
  await forgetTyped(unit, `event-${eventId}`, caseId);
  if (!input.isWithdrawn && event.kind !== before.kind) await warn(unit, caseId, event);
  const changes = await renewTerms(unit, await getEvent(unit.trx, caseId, eventId), 'corrected');
  await renewTurns(unit, caseId);
  unit.note({ kind: event.kind, reason, withdrawn: input.isWithdrawn, ...changes });
  return { version: input.version + 1 };
}

/** What a colleague told, as the event it is. */
function eventOf({ kind, at, words, source }: NoveltyForm): EventForm {
  return {
    kind,
    act: null,
    at,
    words,
    source,
    ...{ authorityId: null, office: null, district: null, fileNumber: null, document: null },
    notification: null,
    measures: [],
    ...{ fixedOn: null, favours: null, instance: null },
    note: null,
  };
}

// «Nuevo hecho» and «Incumplimiento»: told by any professional on duty, without a look into the legal file.

/** The legal service gets the case when it does not have it: an alert nobody may open helps nobody. */
async function callLegalService(unit: Use, caseId: CaseId): Promise<void> {
  const grants = await listGrants(unit.trx, caseId);
  const own = grants.filter(({ service }) => service === 'legal');
  const hasIt = own.some(({ until_at }) => until_at === null || until_at > unit.now);
  if (!hasIt) await handOverTo(unit, caseId, { service: 'legal', staffId: null });
}

async function append(unit: Use, caseId: CaseId, novelty: NoveltyForm) {
  refuseFuture(unit, novelty.at, 'novelty.at');
  const recorded = await keepEvent(unit, caseId, eventOf(novelty));
  await callLegalService(unit, caseId);
  return recorded;
}

export async function reportNovelty(unit: Use, input: InputOf<Contract['reportNovelty']>) {
  await forgetTyped(unit, 'novelty', input.caseId);
  return append(unit, input.caseId, input.novelty);
}

/** Refused reads as absent: a number says nothing by itself. */
export async function reportNoveltyByNumber(unit: Use, input: InputOf<Contract['reportNoveltyByNumber']>) {
  const { number, novelty } = input;
  const row = await findCaseByNumber(unit.trx, number);
  if (row === undefined || (await allowed(unit, 'novelty.append', row.id)) === null)
    throw failAt('number', 'No existe una ficha con ese número o no tiene acceso.', 'novelty-case');
  unit.about('case_file', row.id);
  await forgetTyped(unit, 'novelty', null);
  return append(unit, row.id, novelty);
}
