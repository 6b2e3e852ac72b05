/** What the clock of the case already knows: decisions, notifications and breaches as answers, and the terms that run. */
import {
  filingKinds,
  questionName,
  reportKind,
  type FilingKind,
  type FilingOptions,
} from '../../shared/filings/index.ts';
import { longDate } from '../../shared/papers/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { isInForce, measureLabels, type EventKind, type MeasureKind } from '../../shared/proceedings/index.ts';
import {
  fromStored,
  listDeadlinesOfCase,
  listEvents,
  measuresOf,
  type ActNamed,
  type StoredEvent,
} from '../proceedings/index.ts';
import { fold } from '../../shared/platform/text.ts';
import type { Trx } from './tables.ts';

type Answers = Record<string, string | number | null>;
type Events = readonly StoredEvent[];

const measures: readonly EventKind[] = ['measuresDecided', 'measuresVaried'];

/** Decisions on measures that a party may appeal: one that lifts them hurts her most. */
const appealable: readonly EventKind[] = [...measures, 'measuresLifted'];

const judgments: readonly EventKind[] = ['judgment', 'immediateJudgment'];

/** The terms in which a judgment is appealed. */
const judgmentTerms: readonly string[] = ['D16a', 'D16c'];

const last = (events: Events, ...kinds: readonly EventKind[]): StoredEvent | undefined =>
  events.findLast(({ kind }) => kinds.includes(kind));

/** Distance or amount as the last decision that granted the measure says it; what was only asked for is not in force. */
function grantedDetail(events: Events, kind: MeasureKind): string | null {
  const granted = events
    .filter((event) => measures.includes(event.kind))
    .flatMap((event) => event.measures)
    .filter(({ measure, outcome }) => measure === kind && outcome !== 'denied');
  return granted.at(-1)?.detail ?? null;
}

/** «Prohibición de comunicación; Impedimento de acercamiento o proximidad (300 metros)»; null when none is in force. */
function forceWords(events: Events): string | null {
  const words = measuresOf(events)
    .filter(({ state }) => isInForce(state))
    .map(({ kind }) => ({ kind, detail: grantedDetail(events, kind) }))
    .map(({ kind, detail }) => `${measureLabels[kind]}${detail === null ? '' : ` (${detail})`}`);
  return words.length === 0 ? null : `${words.join('; ')}.`;
}

/** The last decision that granted something of what is in force still; what denied everything changed nothing. */
function standingDecision(events: Events): StoredEvent | undefined {
  const inForce = new Set(measuresOf(events).flatMap(({ kind, state }) => (isInForce(state) ? [kind] : [])));
  return events.findLast(
    ({ kind, measures: named }) =>
      measures.includes(kind) && named.some(({ measure, outcome }) => outcome !== 'denied' && inForce.has(measure)),
  );
}

function decisionInForce(events: Events): Answers {
  const decision = standingDecision(events);
  if (decision === undefined) return {};
  return {
    'medida_vigente.resolucion': decision.document,
    'medida_vigente.fecha': decision.happened_on,
    'medida_vigente.organo': decision.office,
    'medida_vigente.medidas': forceWords(events),
  };
}

/** What happened after the decision that the writ rests on. */
function changed(events: Events): Answers {
  const decision = standingDecision(events);
  const later = events.filter(
    ({ kind, happened_on }) =>
      (kind === 'newFact' || kind === 'breach') && decision !== undefined && happened_on >= decision.happened_on,
  );
  const words = later.flatMap((event) =>
    event.words === null ? [] : [`El ${longDate(event.happened_on)}: ${event.words}`],
  );
  return words.length === 0 ? {} : { 'cambio.hechos': words.join('\n') };
}

function breached(events: Events): Answers {
  const [breach, decision] = [last(events, 'breach'), standingDecision(events)];
  // A notification of an earlier decision does not prove that the accused knew the one in force.
  const notified = events.findLast(
    ({ kind, happened_on }) =>
      kind === 'accusedNotified' && decision !== undefined && happened_on >= decision.happened_on,
  );
  return {
    'medida_vigente.notificada': notified?.happened_on ?? null,
    ...(breach === undefined
      ? {}
      : {
          'incumplimiento.fecha': breach.happened_on,
          'incumplimiento.hora': breach.happened_time,
          'incumplimiento.modo': breach.words,
        }),
  };
}

function appealed(decision: StoredEvent | undefined): Answers {
  if (decision === undefined) return {};
  return {
    // The writ says the day itself: «Resolución N.º 2 (auto) del 23/06/2026, del 23 de junio» says it twice.
    'resolucion.numero': decision.document?.replace(/ del \d{2}\/\d{2}\/\d{4}$/, '') ?? null,
    'resolucion.fecha': decision.happened_on,
    'resolucion.notificada': decision.entry_on,
  };
}

function judged(events: Events): Answers {
  const decision = last(events, ...judgments, 'orderNotified');
  if (decision === undefined) return {};
  return { ...appealed(decision), 'apelacion.clase': judgments.includes(decision.kind) ? 1 : 2 };
}

/** The day the writ of the other side was passed on; of a granted appeal, the one it was told. */
function served(events: Events): Answers {
  return { 'traslado.fecha': last(events, 'pleadingServed', 'appealGranted')?.entry_on ?? null };
}

/** What the form of a report takes in one line. */
const referenceLength = 200;

/** The request that waits; which report it asks for, its author says. */
function requested(events: Events): Answers {
  const request = last(events, 'reportRequested');
  if (request === undefined) return {};
  const { document, office, words } = request;
  const whole = [document, office].filter((part) => part !== null).join(', ');
  return {
    // Both may be long; the document alone is what tells one request from another.
    'informe.referencia': whole.length > referenceLength ? document : whole,
    'informe.pedido': words,
  };
}

/** Number and day of the request that a report says it answers; the reference alone where no request is that one. */
export function requestNamed(events: Events, reference: string | null): ActNamed {
  const named = events
    .filter(({ kind, withdrawn }) => kind === 'reportRequested' && withdrawn === 0)
    .map((request) => ({ request, length: lengthNamed(request.document ?? '', reference ?? '') }))
    .filter(({ length }) => length > 0);
  // «Oficio 120-2026-MP» says more than «Oficio 120-2026» where both were recorded.
  const longest = Math.max(0, ...named.map(({ length }) => length));
  const [only, another] = named.filter(({ length }) => length === longest);
  if (only === undefined || another !== undefined) return { document: reference, on: null };
  return { document: only.request.document, on: only.request.happened_on };
}

/** «Oficio N.º 120-2026» as its words and numbers. */
const tokensOf = (text: string) => Array.from(fold(text).matchAll(/[a-z]+|\d+/g));

/**
 * How many words and numbers of a document a reference begins with; 0 unless it names that very document: a document
 * without a number names none, and one whose number goes on («120-2026» in «120-2026-MP») is another.
 */
function lengthNamed(document: string, reference: string): number {
  const [own, given] = [tokensOf(document), tokensOf(reference)];
  const last = given[own.length - 1];
  const begins = last !== undefined && own.every(([token], at) => token === given[at]?.[0]);
  if (!begins || !own.some(([token]) => /\d/.test(token))) return 0;
  const rest = fold(reference).slice(last.index + last[0].length);
  return /^($|\s*[,;:.()]|\s+[a-z])/.test(rest) ? own.length : 0;
}

type FromClock = {
  readonly answers: (events: Events) => Answers;
  /** The event whose file number is that of the writ. */
  readonly file: (events: Events) => StoredEvent | undefined;
  /** Rules whose term the writ keeps. */
  readonly rules: readonly string[];
};

const lastOf =
  (...of: readonly EventKind[]) =>
  (events: Events) =>
    last(events, ...of);
const ofMeasures = (events: Events) => standingDecision(events) ?? last(events, ...measures);

const fromClock: Readonly<Partial<Record<number, FromClock>>> = {
  5: { answers: (events) => ({ ...decisionInForce(events), ...changed(events) }), file: ofMeasures, rules: [] },
  6: { answers: (events) => ({ ...decisionInForce(events), ...breached(events) }), file: ofMeasures, rules: ['D37'] },
  7: {
    answers: (events) => appealed(last(events, ...appealable)),
    file: lastOf(...appealable),
    rules: ['D05', 'D05b', 'D05c'],
  },
  8: { answers: served, file: lastOf('appealGranted', 'pleadingServed'), rules: ['D60', 'D63'] },
  9: {
    answers: () => ({}),
    file: lastOf('preparatoryOpened', 'preparatoryExtended', 'immediateProcessOpened'),
    rules: ['D14', 'D53', 'D64'],
  },
  13: { answers: (events) => appealed(last(events, 'archived')), file: lastOf('archived'), rules: ['D15'] },
  14: {
    answers: judged,
    file: lastOf(...judgments, 'orderNotified'),
    rules: [...judgmentTerms, 'D16b'],
  },
  [reportKind]: { answers: requested, file: lastOf('reportRequested'), rules: ['D35'] },
};

/** The request of a report that waits for it; none where several wait: its author says which one this is. */
async function oneUnanswered(trx: Trx, caseId: CaseId, events: Events): Promise<Events> {
  const terms = await listDeadlinesOfCase(trx, caseId);
  const isAnswered = (id: string) => terms.some(({ event_id, state }) => event_id === id && state !== 'open');
  const waiting = events.filter(({ id, kind }) => kind === 'reportRequested' && !isAnswered(id));
  return waiting.length === 1 ? waiting : [];
}

/** What stands, up to the act that is answered: it is then the last of its kind. @throws not-found, for one of another case */
async function eventsUntil(trx: Trx, caseId: CaseId, eventId: string | null): Promise<Events> {
  const standing = (await listEvents(trx, caseId)).filter(({ withdrawn }) => withdrawn === 0);
  if (eventId === null) return standing;
  const at = standing.findIndex(({ id }) => id === eventId);
  if (at === -1) throw fail('not-found');
  return standing.slice(0, at + 1);
}

/** Answers and file number that the recorded events give; the lawyer keeps or corrects them. Empty for other kinds. */
export async function startFromClock(
  trx: Trx,
  caseId: CaseId,
  kind: FilingKind,
  eventId: string | null = null,
): Promise<Pick<FilingOptions, 'answers' | 'courtFileNumber'>> {
  const known = fromClock[kind];
  if (known === undefined) return { answers: {}, courtFileNumber: null };
  const standing = await eventsUntil(trx, caseId, eventId);
  const events = kind === reportKind ? await oneUnanswered(trx, caseId, standing) : standing;
  const answers = Object.entries(known.answers(events)).filter(([, value]) => value !== null);
  return {
    answers: Object.fromEntries(answers.map(([path, value]) => [questionName(path), value])),
    courtFileNumber: known.file(events)?.file_number ?? null,
  };
}

/** Rules whose terms are met when a writ of the kind is presented: an appeal of a judgment meets no term of an order. */
export function rulesMetBy(kind: number, answers: FilingOptions['answers']): readonly string[] {
  const rules = fromClock[kind]?.rules ?? [];
  if (kind !== 14) return rules;
  return rules.filter((rule) => judgmentTerms.includes(rule) === (answers['apelacion_clase'] === 1));
}

/** Kinds whose writ meets an open term that the act started, each once. @throws not-found */
export async function answersTo(trx: Trx, caseId: CaseId, eventId: string) {
  const event = (await eventsUntil(trx, caseId, eventId)).at(-1);
  const terms = await listDeadlinesOfCase(trx, caseId);
  const open = terms.filter(({ state, event_id }) => state === 'open' && event_id === event?.id);
  return filingKinds.flatMap((kind) => {
    const met = open.find(({ rule_id }) => fromClock[kind]?.rules.includes(rule_id) === true);
    const due = met?.dues.at(-1);
    if (met === undefined || due === undefined) return [];
    return [{ kind, task: fromStored(due.computed).rule.task, dueOn: met.warn_on }];
  });
}

/** The terms that the writ keeps, in sentences, with their rule and their last day. */
export async function openTerms(trx: Trx, caseId: CaseId, kind: FilingKind) {
  const rules = fromClock[kind]?.rules ?? [];
  if (rules.length === 0) return [];
  const terms = await listDeadlinesOfCase(trx, caseId);
  const open = terms.filter(({ state, rule_id }) => state === 'open' && rules.includes(rule_id));
  return open.flatMap(({ dues, rule_id, warn_on, warn_time }) => {
    const due = dues.at(-1);
    if (due === undefined || warn_on === null) return [];
    const { task, confirmation } = fromStored(due.computed).rule;
    const mark = confirmation === 'toConfirm' ? ' (por confirmar)' : '';
    const time = warn_time === null ? '' : `, ${warn_time}`;
    const words = `Plazo ${rule_id}: ${task}. Vence el ${formatCivilDate(warn_on)}${time}${mark}.`;
    return [{ words, dueOn: warn_on }];
  });
}
