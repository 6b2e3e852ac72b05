/** Facts that demand an answer the same day: kept when they are told, answered by the team, held until somebody did. */
import {
  isStep,
  isUnanswered,
  kitWindow,
  sameDayFacts,
  sameDayFactsOf,
  sameDayLabels,
  sameDayRetraction,
  type riskContract,
  type SameDayAnswer,
  type SameDayFact,
  type SameDayView,
} from '../../shared/risk/index.ts';
import { blankSectionA, blankSectionB, oldListVersion } from '../../shared/intake/index.ts';
import { instantAt } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { spanOf } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { closeAlerts } from '../alerts/index.ts';
import { getCaseRow, getIncident, getSectionA, getSectionB, occurredOn } from '../intake/index.ts';
import { futurePart } from '../platform/future.ts';
import { cellsOf, rowsOf, insertRow, byNow } from '../platform/storage/rows.ts';
import { latestRiskForm } from './repository.ts';
import { insertAnswer, listAnswers, listFacts, papersOf, type AnswerRow, type FactRow } from './same-day-repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { aboveRisk } from './above.ts';

type Contract = typeof riskContract;
type Answers = Parameters<typeof sameDayFactsOf>[0]['partnerRisk'];

/** Hours since the earliest moment the event may mean; null while no day is known. */
async function hoursSinceEvent(unit: Use, caseId: CaseId): Promise<number | null> {
  const row = await getCaseRow(unit.trx, caseId);
  const incident = await getIncident(unit.trx, row.incident_id);
  const on = occurredOn(incident);
  if (on === null) return null;
  const isDay = on.day !== null;
  const since = instantAt(spanOf(on).first, isDay ? (incident.occurred_time ?? '00:00') : '00:00');
  return (Date.parse(unit.now) - Date.parse(since)) / 3_600_000;
}

/** What both sections and the newest form say at this moment. */
export async function toldFacts(unit: Use, caseId: CaseId): Promise<SameDayFact[]> {
  return factsAfter(unit, caseId, await hoursSinceEvent(unit, caseId));
}

async function factsAfter(unit: Use, caseId: CaseId, hours: number | null): Promise<SameDayFact[]> {
  return sameDayFactsOf({
    a: (await getSectionA(unit.trx, caseId)).answers,
    b: (await getSectionB(unit.trx, caseId)).answers,
    partnerRisk: (await latestRiskForm(unit.trx, caseId))?.answers ?? null,
    hoursSinceEvent: hours,
    kitHours: kitWindow.hours,
  });
}

/** Told by the record or by a breach, whenever: only the hours of the kit run out without anybody having answered. */
async function stillTold(unit: Use, caseId: CaseId): Promise<SameDayFact[]> {
  const told = await factsAfter(unit, caseId, null);
  return (await aboveRisk.ask.breachDays(unit.trx, caseId)).length > 0 ? [...told, 'measureBreached'] : told;
}

async function open(unit: Use, caseId: CaseId, fact: SameDayFact, formId: string | null): Promise<FactRow> {
  const row: FactRow = {
    id: unit.newId(),
    case_id: caseId,
    form_id: formId,
    fact,
    ...byNow(unit, 'opened'),
    closed_by: null,
    closed_at: null,
    version: 1,
  };
  await insertRow(tablesIn(unit.trx), 'same_day_fact', row);
  unit.touchAside('same_day_fact', row.id);
  return row;
}

/** Keeps what the record says now and never said before; what was answered is not asked again by saving a section. */
export async function keepSameDay(unit: Use, caseId: CaseId): Promise<void> {
  const told = await toldFacts(unit, caseId);
  if (told.length === 0) return;
  const kept = await listFacts(unit.trx, caseId);
  for (const fact of told) if (!kept.some((row) => row.fact === fact)) await open(unit, caseId, fact, null);
}

/** Told anew, by an interview or a breach: open again, whatever was answered before. */
export async function tellSameDay(
  unit: Use,
  caseId: CaseId,
  facts: readonly SameDayFact[],
  formId: string | null = null,
): Promise<void> {
  const kept = await listFacts(unit.trx, caseId);
  for (const fact of facts) {
    if (!kept.some((row) => row.fact === fact && row.closed_at === null)) await open(unit, caseId, fact, formId);
  }
}

/** What a form says by itself. */
export function factsOfForm(partnerRisk: NonNullable<Answers>): SameDayFact[] {
  const sections = { a: blankSectionA(), b: blankSectionB() };
  return sameDayFactsOf({ ...sections, partnerRisk, hoursSinceEvent: null, kitHours: kitWindow.hours });
}

function viewOf(row: FactRow, answers: readonly AnswerRow[], names: ReadonlyMap<string, string>): SameDayView {
  return {
    ...cellsOf(row, 'fact', 'opened_at', 'closed_at'),
    answers: answers
      .filter(({ fact_id }) => fact_id === row.id)
      .map((one) => ({
        ...cellsOf(one, 'kind', 'words', 'who', 'paper'),
        on: one.done_on,
        time: one.done_time,
        by: names.get(one.answered_by) ?? '',
        at: one.answered_at,
      })),
  };
}

/** Open ones first, in the order of the list; a record of before, whose facts were never kept, says them too. */
async function sameDayOf(unit: Use, caseId: CaseId): Promise<SameDayView[]> {
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const rows = await listFacts(trx, caseId);
  const answers = await listAnswers(trx, caseId);
  const names = await staffNames(trx);
  const isRunning = row.state !== 'closed' && row.form_version !== oldListVersion;
  const told = isRunning ? await toldFacts(unit, caseId) : [];
  const unkept = told.filter((fact) => !rows.some((one) => one.fact === fact));
  const views = [
    ...rows.map((one) => viewOf(one, answers, names)),
    ...unkept.map((fact): SameDayView => ({ fact, openedAt: null, closedAt: null, answers: [] })),
  ];
  const order = ({ closedAt, fact }: SameDayView) => (closedAt === null ? 0 : 100) + sameDayFacts.indexOf(fact);
  return views.toSorted((one, other) => order(one) - order(other));
}

/** @throws rule-broken `same-day-unanswered` while a fact waits for any answer: an interview does not end over it (D14) */
export async function refuseUnanswered(unit: Use, caseId: CaseId): Promise<void> {
  if ((await sameDayOf(unit, caseId)).some(isUnanswered)) throw fail('rule-broken', 'same-day-unanswered');
}

/** Words of what is open in a case, for its own team. */
export async function openSameDay(unit: Use, caseId: CaseId): Promise<string[]> {
  const open = (await sameDayOf(unit, caseId)).filter(({ closedAt }) => closedAt === null);
  return open.map(({ fact }) => sameDayLabels[fact].label);
}

/** What is open among these cases, by what was kept of them, since when. */
export async function openSameDayAmong(trx: Trx, caseIds: readonly CaseId[]) {
  const open = await rowsOf(tablesIn(trx), 'same_day_fact', { closed_at: null, case_id: caseIds });
  return open.map(({ case_id: caseId, fact, opened_at: at }) => ({
    caseId,
    fact,
    words: sameDayLabels[fact].label,
    at,
  }));
}

export async function getSameDay(unit: Use, { caseId }: { caseId: CaseId }): Promise<OutputOf<Contract['getSameDay']>> {
  const facts = await sameDayOf(unit, caseId);
  const papers = await papersOf(unit.trx, caseId);
  unit.note({ open: facts.filter(({ closedAt }) => closedAt === null).length });
  return { facts, papers: papers.map((paper) => cellsOf(paper, 'id', 'number', 'issued_at')) };
}

async function checkAnswer(unit: Use, { caseId, facts, answer }: InputOf<Contract['answerSameDay']>): Promise<void> {
  if (answer.kind === sameDayRetraction) {
    const told = await stillTold(unit, caseId);
    if (facts.some((fact) => told.includes(fact))) throw fail('rule-broken', 'same-day-still-told');
  }
  if (!('documentId' in answer)) return;
  if (futurePart(unit, answer) !== null) {
    throw failAt('answer.on', 'El día y la hora no pueden ser futuros.', 'same-day-future');
  }
  const { incident_id, admitted_on } = await getCaseRow(unit.trx, caseId);
  const occurred = occurredOn(await getIncident(unit.trx, incident_id));
  if (answer.on < admitted_on || (occurred !== null && answer.on < spanOf(occurred).first)) {
    throw failAt('answer.on', 'Eso es de antes de esta ficha: revise el día.', 'same-day-before');
  }
  if (answer.documentId === null) return;
  const papers = await papersOf(unit.trx, caseId);
  if (!papers.some(({ id }) => id === answer.documentId)) {
    throw failAt('answer.documentId', 'Elija una derivación, un escrito o un oficio de esta ficha.', 'same-day-paper');
  }
}

function columnsOf(answer: SameDayAnswer) {
  if (!('documentId' in answer)) return { who: null, done_on: null, done_time: null, document_id: null };
  return { who: answer.who, done_on: answer.on, done_time: answer.time, document_id: answer.documentId };
}

/** @throws rule-broken `same-day-closed` for a fact that is not open, `same-day-still-told`, `same-day-future`, `same-day-before`, `same-day-paper` */
export async function answerSameDay(unit: Use, input: InputOf<Contract['answerSameDay']>) {
  const { caseId, answer } = input;
  await checkAnswer(unit, input);
  await keepSameDay(unit, caseId);
  const rows = await listFacts(unit.trx, caseId);
  const facts = [...new Set(input.facts)];
  for (const fact of facts) {
    const row = rows.find((one) => one.fact === fact && one.closed_at === null);
    if (row === undefined) throw fail('rule-broken', 'same-day-closed');
    const closes = isStep(answer.kind) || answer.kind === sameDayRetraction;
    const given = { kind: answer.kind, words: answer.words, answered_by: unit.session.staffId, answered_at: unit.now };
    await insertAnswer(unit.trx, { ...given, ...columnsOf(answer), fact_id: row.id }, closes);
    unit.touch('same_day_fact', row.id);
    // Nobody closes by hand what was answered.
    if (closes && fact === 'measureBreached') await closeAlerts(unit, { caseId, kind: 'measureBreached' });
  }
  await aboveRisk.ask.planAnswered(unit, caseId, { facts, kind: answer.kind });
  unit.note({ facts: facts.length, kind: answer.kind });
  return {};
}
