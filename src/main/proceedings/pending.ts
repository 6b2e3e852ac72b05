/** What waits for the centre: open terms of acts and of the record, and hearings, of the cases a person may read. */
import {
  consequenceOf,
  consequences,
  isRecordTermOverdue,
  warnedAt,
  type Consequence,
  type LawTables,
  type RecordTerm,
} from '../../shared/proceedings/index.ts';
import { decide, type CaseRelation } from '../../shared/access/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { relationsTo, runningCases } from '../intake/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { centreTerms, type CentreTerm } from './centre-terms.ts';
import { fromStored } from './computed.ts';
import { listOpenDeadlines, type StoredDeadline } from './deadline-repository.ts';
import { listScheduled, type HearingRow } from './hearing-repository.ts';
import { readLaw } from './law.ts';
import { isPending, recordTermsByCase, type RecordParts } from './record-terms.ts';
import type { Trx } from './tables.ts';

/** What a board needs to know of a call, in either of its phases. */
export type Reading = CallFrame & { readonly trx: Trx };
export type Scope = 'mine' | 'all';
type Moment = { readonly on: CivilDate; readonly time: string };

/** Wall time of the centre as the terms are written, `2026-06-12 17:40`. */
export function nowKey(call: Pick<CallFrame, 'today' | 'clock'>): string {
  return `${call.today} ${timeOf(call.clock.now())}`;
}

export function isOverdue(warn: { on: string; time: string }, now: string): boolean {
  return `${warn.on} ${warn.time}` < now;
}

/** Beyond the own cases looks who may read any, as the table says. */
export function mayAll(unit: CallFrame): boolean {
  return unit.decision.scope === 'any' && unit.decision.view === null;
}

/** A term that somebody still has to meet. */
export type PendingTerm = {
  /** Null for a term of the centre itself. */
  readonly caseId: CaseId | null;
  /** Null for a term of an act that fixes its day and of which nobody wrote it down. */
  readonly warnsAt: Moment | null;
  readonly isOverdue: boolean;
  readonly consequence: Consequence;
  /** Of an act it is kept with its history; the others are computed on reading. */
  readonly from:
    | { readonly kind: 'act'; readonly row: StoredDeadline }
    | { readonly kind: 'record'; readonly term: RecordTerm }
    | { readonly kind: 'centre'; readonly term: CentreTerm };
};

/** Which of these cases the reader sees here. */
type View = {
  /** Allowed at all, and of the own team when only that is asked for. */
  readonly sees: (caseId: CaseId) => boolean;
  readonly mayRead: (caseId: CaseId) => boolean;
  /** Who reads of the assault in the proceeding reads it here; the steps of the centre are for every reader of terms. */
  readonly readsHealth: (caseId: CaseId) => boolean;
};

async function viewOf(unit: Reading, scope: Scope, caseIds: readonly CaseId[]): Promise<View> {
  const { trx, session, now, today } = unit;
  const relations = await relationsTo(trx, session, [...new Set(caseIds)], { instant: now, today });
  const may = (action: string) => (caseId: CaseId) => {
    const relation = relations.get(caseId);
    return relation !== undefined && decide(session.roles, action, relation).allowed;
  };
  const mayRead = may('deadline.read');
  const isMine = (relation: CaseRelation | undefined) =>
    relation !== undefined && (relation.isOnTeam || relation.isOwnRecent || relation.isOfToday);
  return {
    mayRead,
    sees: (caseId) => mayRead(caseId) && (scope === 'all' || isMine(relations.get(caseId))),
    readsHealth: may('legalFile.read'),
  };
}

/** Of every case, or of one; the gravest consequence first, of one consequence the earliest, those without a date last. */
export async function pendingTerms(unit: Reading, wanted: Scope, parts: RecordParts, only?: CaseId) {
  const scope = mayAll(unit) ? wanted : 'mine';
  const rows = await listOpenDeadlines(unit.trx, only);
  const running = await runningCases(unit.trx, only);
  const now = nowKey(unit);
  const law = await readLaw(unit.trx);
  const duties = (await centreTerms(unit, law)).filter(({ caseId }) => only === undefined || caseId === only);
  const asked = duties.flatMap(({ caseId }) => caseId ?? []);
  const view = await viewOf(unit, scope, [...rows.map(({ case_id }) => case_id), ...running, ...asked]);
  const terms = [
    ...rows.filter(({ case_id }) => view.sees(case_id)).map((row) => ofAct(row, now, law)),
    ...(await ofRecord(unit, running.filter(view.sees), { view, now, law, parts })),
    ...duties.filter(({ caseId }) => caseId === null || view.sees(caseId)).flatMap((term) => ofCentre(term, now)),
  ];
  const key = ({ consequence, warnsAt }: PendingTerm) =>
    `${consequences.indexOf(consequence)} ${warnsAt === null ? '9999' : `${warnsAt.on} ${warnsAt.time}`}`;
  return terms.sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

/** As the table says it today; of a row that is no longer there, by who must act. */
function consequenceIn({ rules }: LawTables, { rule_id, dues }: StoredDeadline): Consequence {
  const rule = rules.findLast(({ id }) => id === rule_id);
  if (rule !== undefined) return rule.value.consequence;
  const due = dues.at(-1);
  return due === undefined ? 'verify' : consequenceOf(fromStored(due.computed).rule.actor);
}

function ofAct(row: StoredDeadline, now: string, law: LawTables): PendingTerm {
  const { warn_on: on, warn_time: time } = row;
  const warnsAt = on === null || time === null ? null : { on, time };
  const isLate = warnsAt !== null && isOverdue(warnsAt, now);
  const consequence = consequenceIn(law, row);
  return { caseId: row.case_id, warnsAt, isOverdue: isLate, consequence, from: { kind: 'act', row } };
}

function ofCentre(term: CentreTerm, now: string): PendingTerm[] {
  const due = warnedAt(term.computed);
  if (due === null) return [];
  const warnsAt = { on: due.on, time: due.time };
  const { consequence } = term.computed.rule.value;
  const { caseId } = term;
  return [{ caseId, warnsAt, isOverdue: isOverdue(warnsAt, now), consequence, from: { kind: 'centre', term } }];
}

type Around = { readonly view: View; readonly now: string; readonly law: LawTables; readonly parts: RecordParts };

async function ofRecord(unit: Reading, caseIds: readonly CaseId[], { view, now, law, parts }: Around) {
  const byCase = await recordTermsByCase(unit.trx, caseIds, { law, parts });
  return [...byCase].flatMap(([caseId, terms]) => {
    const isShown = ({ trigger }: RecordTerm) => trigger.kind !== 'sexualAssault' || view.readsHealth(caseId);
    return terms
      .filter((term) => isPending(term, unit.today) && isShown(term))
      .flatMap((term) => pendingOf(term, caseId, now));
  });
}

function pendingOf(term: RecordTerm, caseId: CaseId, now: string): PendingTerm[] {
  const [early, late] = [warnedAt(term.computed), term.computed.byEffect?.due];
  if (early === null || late === undefined) return [];
  const isLate = isRecordTermOverdue(term, now);
  // Once the earlier end is past and nobody knows the hour, what is left runs to the later one.
  const { on, time } = !isLate && isOverdue(early, now) ? late : early;
  const { consequence } = term.computed.rule.value;
  return [{ caseId, warnsAt: { on, time }, isOverdue: isLate, consequence, from: { kind: 'record', term } }];
}

const hearingDays = 7;

/** Hearings of today and the next days, of the cases the reader sees; the own ones of any case that may be read. */
export async function nextHearings(unit: Reading, wanted: Scope): Promise<HearingRow[]> {
  const rows = await listScheduled(unit.trx, unit.today, addDays(unit.today, hearingDays));
  const scope = mayAll(unit) ? wanted : 'mine';
  const ids = rows.map(({ case_id }) => case_id);
  const view = await viewOf(unit, scope, ids);
  const isOwn = (row: HearingRow) => [row.attends_id, row.substitute_id].includes(unit.session.staffId);
  return rows.filter((row) => view.sees(row.case_id) || (isOwn(row) && view.mayRead(row.case_id)));
}
