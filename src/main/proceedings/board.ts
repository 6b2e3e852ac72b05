/** What the centre must do: open terms and hearings of the cases a person may read, and closing a term. */
import type { BoardDeadline, BoardHearing, proceedingsContract } from '../../shared/proceedings/index.ts';
import { hearingKindLabels, isRecordTermOverdue, warnedAt, type RecordTerm } from '../../shared/proceedings/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { decide } from '../../shared/access/index.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { caseHeading, relationTo } from '../intake/index.ts';
import type { CallFrame, Unit } from '../platform/gate/handler.ts';
import { fromStored } from './computed.ts';
import { getDeadline, listOpenDeadlines, updateDeadline, type StoredDeadline } from './deadline-repository.ts';
import { listScheduled, type HearingRow } from './hearing-repository.ts';
import { readLaw } from './law.ts';
import { casesWithRecordTerms, isPending, recordTerms, type RecordParts } from './record-terms.ts';

type Use = Unit<Trx>;
type Contract = typeof proceedingsContract;
type Scope = InputOf<Contract['listDeadlines']>['scope'];

/** Wall time of the centre as the terms are written, `2026-06-12 17:40`. */
export function nowKey(call: Pick<CallFrame, 'today' | 'clock'>): string {
  return `${call.today} ${timeOf(call.clock.now())}`;
}

export function isOverdue(warn: { on: string; time: string }, now: string): boolean {
  return `${warn.on} ${warn.time}` < now;
}

/** What a board needs to know of a call, in either of its phases. */
type Reading = CallFrame & { readonly trx: Trx };

/** Whether the reader sees a case here: allowed at all, and of the own team when only that is asked for. */
function reader(unit: Reading, scope: Scope): (caseId: string) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async (caseId) => {
    const before = known.get(caseId);
    if (before !== undefined) return before;
    const sees = await seesCase(unit, caseId as CaseId, scope);
    known.set(caseId, sees);
    return sees;
  };
}

async function seesCase({ trx, session, now, today }: Reading, caseId: CaseId, scope: Scope): Promise<boolean> {
  const relation = await relationTo(trx, session, caseId, { instant: now, today });
  if (relation === null || !decide(session.roles, 'deadline.read', relation).allowed) return false;
  return scope === 'all' || relation.isOnTeam || relation.isOwnRecent || relation.isOfToday;
}

const hearingDays = 7;

type Work = { readonly deadlines: StoredDeadline[]; readonly hearings: HearingRow[] };

async function workOf(unit: Reading, scope: Scope): Promise<Work> {
  const sees = reader(unit, scope);
  const deadlines: StoredDeadline[] = [];
  for (const row of await listOpenDeadlines(unit.trx)) if (await sees(row.case_id)) deadlines.push(row);
  const hearings: HearingRow[] = [];
  const mayRead = reader(unit, 'all');
  for (const row of await listScheduled(unit.trx, unit.today, addDays(unit.today, hearingDays))) {
    const isOwn = [row.attends_id, row.substitute_id].includes(unit.session.staffId);
    if ((await sees(row.case_id)) || (isOwn && (await mayRead(row.case_id)))) hearings.push(row);
  }
  return { deadlines, hearings };
}

/** Beyond the own cases looks who may read any, as the table says. */
export function mayAll(unit: CallFrame): boolean {
  return unit.decision.scope === 'any' && unit.decision.view === null;
}

type Heading = { readonly number: string; readonly userName: string };

/** Who reads of the assault in the proceeding reads it here; the steps of the centre are for every reader of terms. */
async function mayReadHealth({ trx, session, now, today }: Reading, caseId: CaseId): Promise<boolean> {
  const relation = await relationTo(trx, session, caseId, { instant: now, today });
  return relation !== null && decide(session.roles, 'legalFile.read', relation).allowed;
}

/** Terms of the record that wait for somebody, of the cases the reader sees. */
async function recordLines(
  unit: Reading,
  scope: Scope,
  { parts, headingOf }: { readonly parts: RecordParts; readonly headingOf: (caseId: string) => Promise<Heading> },
): Promise<BoardDeadline[]> {
  const sees = reader(unit, scope);
  const law = await readLaw(unit.trx);
  const now = nowKey(unit);
  const lines: BoardDeadline[] = [];
  for (const caseId of await casesWithRecordTerms(unit.trx)) {
    if (!(await sees(caseId))) continue;
    const terms = await recordTerms(unit.trx, caseId, { law, parts });
    const pending = terms.filter((term) => isPending(term, unit.today));
    const isHealth = ({ trigger }: RecordTerm) => trigger.kind === 'sexualAssault';
    const hidesHealth = pending.some(isHealth) && !(await mayReadHealth(unit, caseId as CaseId));
    for (const term of pending) {
      if (!(hidesHealth && isHealth(term))) lines.push(...recordLine(term, caseId, await headingOf(caseId), now));
    }
  }
  return lines;
}

function recordLine(term: RecordTerm, caseId: string, heading: Heading, now: string): BoardDeadline[] {
  const { rule } = term.computed;
  const [early, late] = [warnedAt(term.computed), term.computed.byEffect?.due];
  if (early === null || late === undefined) return [];
  const isLate = isRecordTermOverdue(term, now);
  // Once the earlier end is past and nobody knows the hour, what is left runs to the later one.
  const warnsAt = !isLate && isOverdue(early, now) ? late : early;
  const { task, actor } = rule.value;
  return [
    {
      caseId: caseId as CaseId,
      ...heading,
      deadlineId: null,
      ...{ task, actor, ruleId: rule.id, confirmation: rule.confirmation },
      warnsAt: { on: warnsAt.on, time: warnsAt.time },
      isOverdue: isLate,
    },
  ];
}

export async function boardOf(
  unit: Reading,
  wanted: Scope,
  parts: RecordParts,
): Promise<OutputOf<Contract['listDeadlines']>> {
  const scope = mayAll(unit) ? wanted : 'mine';
  const { deadlines, hearings } = await workOf(unit, scope);
  const now = nowKey(unit);
  const names = await staffNames(unit.trx);
  const headings = new Map<string, Heading>();
  const headingOf = async (caseId: string) => {
    const heading = headings.get(caseId) ?? (await caseHeading(unit.trx, caseId));
    headings.set(caseId, heading);
    return heading;
  };
  const lines: BoardDeadline[] = [];
  for (const row of deadlines) {
    const line = toLine(row, await headingOf(row.case_id), now);
    if (line !== null) lines.push(line);
  }
  lines.push(...(await recordLines(unit, scope, { parts, headingOf })));
  const momentOf = ({ warnsAt }: BoardDeadline) => `${warnsAt.on} ${warnsAt.time}`;
  lines.sort((one, other) => momentOf(one).localeCompare(momentOf(other)));
  const held: BoardHearing[] = [];
  for (const row of hearings) {
    held.push({
      caseId: row.case_id as CaseId,
      ...(await headingOf(row.case_id)),
      hearingId: row.id as BoardHearing['hearingId'],
      on: row.held_on as CivilDate,
      time: row.held_time,
      kind: hearingKindLabels[row.kind],
      office: row.office,
      attends: row.attends_id === null ? null : (names.get(row.attends_id) ?? ''),
    });
  }
  return { today: unit.today, mayAll: mayAll(unit), deadlines: lines, hearings: held };
}

function toLine(row: StoredDeadline, heading: { number: string; userName: string }, now: string): BoardDeadline | null {
  const due = row.dues.at(-1);
  if (due === undefined || row.warn_on === null || row.warn_time === null) return null;
  const { rule } = fromStored(due.computed);
  const warnsAt = { on: row.warn_on as CivilDate, time: row.warn_time };
  return {
    caseId: row.case_id as CaseId,
    ...heading,
    deadlineId: row.id as BoardDeadline['deadlineId'],
    task: rule.task,
    actor: rule.actor,
    ruleId: row.rule_id,
    confirmation: rule.confirmation,
    warnsAt,
    isOverdue: isOverdue(warnsAt, now),
  };
}

/** What waits for the reader in the own cases: what is late, and what falls due today. */
export async function countDeadlines(unit: Use): Promise<OutputOf<Contract['countDeadlines']>> {
  const now = nowKey(unit);
  const { deadlines } = await workOf(unit, mayAll(unit) ? 'all' : 'mine');
  const late = (row: StoredDeadline) => isOverdue({ on: row.warn_on ?? '', time: row.warn_time ?? '' }, now);
  return {
    overdue: deadlines.filter(late).length,
    today: deadlines.filter((row) => row.warn_on === unit.today && !late(row)).length,
  };
}

export async function settleDeadline(
  unit: Use,
  { caseId, deadlineId, version, settle }: InputOf<Contract['settleDeadline']>,
): Promise<OutputOf<Contract['settleDeadline']>> {
  const row = await getDeadline(unit.trx, caseId, deadlineId);
  if (row.state !== 'open') throw fail('rule-broken', 'deadline-closed');
  if (settle.on > unit.today) throw failAt('settle.on', 'La fecha no puede ser futura.', 'event-in-future');
  if (settle.documentId !== null) await refuseForeign(unit, caseId, settle.documentId);
  await updateDeadline(
    unit.trx,
    { id: row.id, version },
    {
      state: settle.state,
      settled_on: settle.on,
      settled_by: unit.session.staffId,
      settled_at: unit.now,
      proof: settle.proof,
      document_id: settle.documentId,
    },
  );
  unit.touch('deadline', row.id);
  unit.note({ rule: row.rule_id, state: settle.state });
  return { version: version + 1 };
}

/** The proof is a paper of the same case. @throws not-found */
async function refuseForeign(unit: Use, caseId: string, documentId: string): Promise<void> {
  const paper = await unit.trx
    .selectFrom('issued_document')
    .select('id')
    .where('id', '=', documentId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (paper === undefined) throw fail('not-found');
}
