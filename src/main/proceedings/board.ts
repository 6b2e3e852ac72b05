/** What the centre must do, as it is shown and counted, and closing a term. */
import type { BoardDeadline, BoardHearing, proceedingsContract } from '../../shared/proceedings/index.ts';
import { comesAgain, hearingKindLabels } from '../../shared/proceedings/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { caseHeadings, findCaseRow, type CaseHeading } from '../intake/index.ts';
import { fromStored } from './computed.ts';
import { getEvent } from './event-repository.ts';
import type { HearingRow } from './hearing-repository.ts';
import { mayAll, nextHearings, pendingTerms, type PendingTerm, type Reading, type Scope } from './pending.ts';
import type { RecordParts } from './record-terms.ts';
import { renewTerms } from './terms.ts';
import { byNow, rowOf, updateVersioned, hasRow } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

type Contract = typeof proceedingsContract;

/** With `only` of that case alone. */
export async function boardOf(unit: Reading, scope: Scope, parts: RecordParts, only?: CaseId) {
  const terms = await pendingTerms(unit, scope, parts, only);
  // Of a week: few, whoever asks.
  const hearings = (await nextHearings(unit, scope)).filter(({ case_id }) => only === undefined || case_id === only);
  const names = await staffNames(unit.trx);
  const ids = [...terms.flatMap(({ caseId }) => caseId ?? []), ...hearings.map(({ case_id }) => case_id)];
  const headings = await caseHeadings(unit.trx, unit, new Set(ids));
  return {
    today: unit.today,
    mayAll: mayAll(unit),
    deadlines: terms.flatMap((term) => deadlineLine(term, headings)),
    hearings: hearings.flatMap((row) => hearingLine(row, headings, names)),
  };
}

type Headings = ReadonlyMap<string, CaseHeading>;

function deadlineLine({ caseId, from, ...when }: PendingTerm, headings: Headings): BoardDeadline[] {
  const words = ruleOf(from);
  const heading = caseId === null ? ofCentre : headings.get(caseId);
  if (heading === undefined || words === null) return [];
  return [{ caseId, ...heading, ...words, ...when }];
}

const ofCentre = { number: null, userName: null };

type LineWords = Pick<
  BoardDeadline,
  'deadlineId' | 'incidentId' | 'requestId' | 'task' | 'actor' | 'ruleId' | 'confirmation'
>;

function ruleOf(from: PendingTerm['from']): LineWords | null {
  if (from.kind !== 'act') {
    const { id: ruleId, value, confirmation } = from.term.computed.rule;
    const { incidentId, requestId } = from.kind === 'centre' ? from.term : { incidentId: null, requestId: null };
    return { deadlineId: null, incidentId, requestId, task: value.task, actor: value.actor, ruleId, confirmation };
  }
  const { row } = from;
  const due = row.dues.at(-1);
  if (due === undefined) return null;
  const { task, actor, confirmation } = fromStored(due.computed).rule;
  return { deadlineId: row.id, incidentId: null, requestId: null, task, actor, ruleId: row.rule_id, confirmation };
}

function hearingLine(row: HearingRow, headings: Headings, names: ReadonlyMap<string, string>): BoardHearing[] {
  const heading = headings.get(row.case_id);
  if (heading === undefined) return [];
  return [
    {
      caseId: row.case_id,
      ...heading,
      hearingId: row.id,
      on: row.held_on,
      time: row.held_time,
      kind: hearingKindLabels[row.kind],
      office: row.office,
      attends: row.attends_id === null ? null : (names.get(row.attends_id) ?? ''),
    },
  ];
}

/** What is late and what falls due today, without the steps that the centre set itself: those hide no term of the law. */
export async function countDeadlines(unit: Use, parts: RecordParts): Promise<OutputOf<Contract['countDeadlines']>> {
  const terms = (await pendingTerms(unit, 'all', parts)).filter(({ consequence }) => consequence !== 'internal');
  return {
    overdue: terms.filter(({ isOverdue }) => isOverdue).length,
    today: terms.filter(({ isOverdue, warnsAt }) => !isOverdue && warnsAt?.on === unit.today).length,
  };
}

export async function settleDeadline(unit: Use, input: InputOf<Contract['settleDeadline']>) {
  const { caseId, deadlineId, version, settle } = input;
  const row = await rowOf(tablesIn(unit.trx), 'deadline', { id: deadlineId, case_id: caseId });
  if (row.state !== 'open') throw fail('rule-broken', 'deadline-closed');
  // Nobody else looks at a closed ficha: a term is not put aside there by one person.
  if (settle.state !== 'done' && (await findCaseRow(unit.trx, caseId))?.state === 'closed')
    throw fail('rule-broken', 'deadline-only-done');
  if (settle.on > unit.today) throw failAt('settle.on', 'La fecha no puede ser futura.', 'event-in-future');
  if (settle.documentId !== null) await refuseForeign(unit, caseId, settle.documentId);
  const { state, on, proof, documentId } = settle;
  const change = { state, settled_on: on, ...byNow(unit, 'settled'), proof, document_id: documentId };
  await updateVersioned(tablesIn(unit.trx), 'deadline', { id: row.id, version }, change);
  unit.touch('deadline', row.id);
  // A term that comes again goes on with its next turn.
  if (comesAgain(row.rule_id)) await renewTerms(unit, await getEvent(unit.trx, caseId, row.event_id), 'recorded');
  unit.note({ rule: row.rule_id, state });
  return { version: version + 1 };
}

/** The proof is a paper of the same case. @throws not-found */
async function refuseForeign(unit: Use, caseId: CaseId, documentId: DocumentId): Promise<void> {
  const isOfCase = await hasRow(tablesIn(unit.trx), 'issued_document', { id: documentId, case_id: caseId });
  if (!isOfCase) throw fail('not-found');
}
