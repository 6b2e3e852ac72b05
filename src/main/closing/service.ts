/** Closing a ficha by two people, and opening it again. */
import { createHash } from 'node:crypto';
import {
  blockingIn,
  checklistOf,
  checklistText,
  closingLineTable,
  closingReasonTable,
  stageOf,
  unclearIn,
  whysMissing,
  type ChecklistLine,
  type ClosingView,
  type closingContract,
  type LineWhy,
} from '../../shared/closing/index.ts';
import { oldListVersion } from '../../shared/intake/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { rowsOn } from '../../shared/rulebook/index.ts';
import {
  decideProposal,
  findPendingProposal,
  findProposal,
  insertProposal,
  staffNames,
  toProposalView,
} from '../access/index.ts';
import { attentionsOf } from '../care/index.ts';
import { allowed, eraseDrafts, getCaseRow, updateCase, type CaseRow } from '../intake/index.ts';
import { isPlanAgreed } from '../plan/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { byNow, cellsOf, rowOf, insertRecord } from '../platform/storage/rows.ts';
import { readRules } from '../rulebook/index.ts';
import { closingFacts, leftDrafts } from './facts.ts';
import {
  completeClosing,
  insertClosing,
  listClosings,
  listLines,
  listReopenings,
  listSupervisions,
} from './repository.ts';
import { tablesIn, type ClosingRow, type LineRow, type Trx, type Use } from './tables.ts';

type Contract = typeof closingContract;

async function reasonsOn(unit: Use) {
  return rowsOn(await readRules(unit.trx, closingReasonTable), unit.today)
    .filter(({ value }) => value.isUsed)
    .map(({ id, value: { label, asksWords, isNoContact } }) => ({ id, label, asksWords, isNoContact }));
}

type Listing = { readonly proposer: string; readonly isNoContact: boolean };

async function linesOf(unit: Use, row: CaseRow, listing: Listing): Promise<ChecklistLine[]> {
  const rules = rowsOn(await readRules(unit.trx, closingLineTable), unit.today).map(({ value }) => value);
  return checklistOf(await closingFacts(unit.trx, row, unit.today), { rules, ...listing });
}

/** Of this case: two lists that say the same are not one. */
function digestOf(row: CaseRow, lines: readonly ChecklistLine[]): string {
  return createHash('sha256')
    .update(`${row.id} ${checklistText(lines)}`)
    .digest('hex');
}

async function isNoContact(unit: Use, reason: string): Promise<boolean> {
  return (await readRules(unit.trx, closingReasonTable)).some(({ id, value }) => id === reason && value.isNoContact);
}

async function viewsOf(unit: Use, rows: readonly ClosingRow[]): Promise<ClosingView[]> {
  const names = await staffNames(unit.trx);
  const ids = rows.map(({ id }) => id);
  const said = Map.groupBy(await listLines(unit.trx, ids), ({ closing_id: id }) => id);
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  const views: ClosingView[] = [];
  for (const row of rows) {
    const proposal = await findProposal(unit.trx, row.proposal_id);
    views.push({
      ...{ reason: row.reason_label, words: row.words, summary: row.summary },
      ...{ proposedBy: named(row.proposed_by) ?? '', proposedAt: row.proposed_at },
      ...{ state: proposal?.state ?? 'withdrawn', decidedBy: named(proposal?.decidedBy ?? null) },
      ...{ decidedAt: proposal?.decidedAt ?? null, declined: proposal?.reason ?? null },
      lines: (said.get(row.id) ?? []).map(({ line, found, why, why_by }) => ({ line, found, why, by: named(why_by) })),
    });
  }
  return views;
}

/** What the reader may do with it as it stands. */
async function actsOf(unit: Use, row: CaseRow, pending: ClosingRow | undefined) {
  const may = async (action: string) => (await allowed(unit, action, row.id)) !== null;
  const isHandOn = row.form_version !== oldListVersion;
  const isRunning = isHandOn && !['draft', 'closed'].includes(row.state);
  const mayPropose = isRunning && (await may('case.close'));
  return {
    mayPropose,
    mayWithdraw: mayPropose && pending?.proposed_by === unit.session.staffId,
    mayReopen: isHandOn && row.state === 'closed' && (await may('case.reopen')),
    maySupervise: isRunning && (await may('closing.supervise')),
  };
}

async function get(unit: Use, { caseId }: InputOf<Contract['getClosing']>) {
  const { trx, session } = unit;
  const row = await getCaseRow(trx, caseId);
  const closings = await listClosings(trx, [caseId]);
  const waiting = await findPendingProposal(trx, 'case-closing', caseId);
  const pending = closings.find(({ proposal_id: id }) => id === waiting?.id);
  const listing =
    pending === undefined
      ? { proposer: session.staffId, isNoContact: false }
      : { proposer: pending.proposed_by, isNoContact: await isNoContact(unit, pending.reason) };
  const lines = await linesOf(unit, row, listing);
  const names = await staffNames(trx);
  const { since } = await closingFacts(trx, row, unit.today);
  const reopenings = await listReopenings(trx, [caseId]);
  const reopenedAt = reopenings[0]?.reopened_at ?? '';
  const isHandOn = row.form_version !== oldListVersion;
  unit.note({ lines: lines.length, closings: closings.length });
  return {
    ...{ ...cellsOf(row, 'state', 'version'), isFromOldList: !isHandOn, reasons: await reasonsOn(unit) },
    stage: stageOf({
      state: row.state,
      isAttended: (await attentionsOf(trx, caseId)).length > 0,
      isAgreed: await isPlanAgreed(trx, caseId),
    }),
    ...{ lines: lines.map((one) => ({ ...one, found: [...one.found] })), seen: digestOf(row, lines) },
    leftDrafts: (await leftDrafts(trx, caseId)).map(({ words }) => words),
    supervisions: (await listSupervisions(trx, [caseId])).map((one) => ({
      ...{ on: one.held_on, words: one.words, by: names.get(one.supervised_by) ?? '' },
      isOwn: one.supervised_by === session.staffId,
      counts: one.held_on >= since && one.recorded_at >= reopenedAt,
    })),
    proposal: waiting === null ? null : await toProposalView(waiting, names, unit),
    closings: await viewsOf(unit, closings),
    reopenings: reopenings.map(({ reason, words, reopened_by: id, reopened_at: at }) => {
      return { reason, words, by: names.get(id) ?? '', at };
    }),
    today: unit.today,
    ...(await actsOf(unit, row, pending)),
  };
}

async function supervise(unit: Use, { caseId, on, words }: InputOf<Contract['recordSupervision']>) {
  const row = await runningRow(unit, caseId);
  if (on > unit.today) throw failAt('on', 'La fecha no puede ser futura.', 'supervision-future');
  const { since } = await closingFacts(unit.trx, row, unit.today);
  if (on < since) throw failAt('on', 'No puede ser de antes.', 'supervision-before');
  const id = unit.newId<'SupervisionId'>();
  await insertRecord(unit, tablesIn, 'supervised_follow_up', {
    ...{ id, case_id: caseId, held_on: on, words, supervised_by: unit.session.staffId, recorded_at: unit.now },
    version: 1,
  });
  return { supervisionId: id };
}

/** @throws rule-broken `closing-not-validated`, `closing-old-list` */
async function runningRow(unit: Use, caseId: CaseId): Promise<CaseRow> {
  const row = await getCaseRow(unit.trx, caseId);
  if (row.form_version === oldListVersion) throw fail('rule-broken', 'closing-old-list');
  if (row.state === 'draft') throw fail('rule-broken', 'closing-not-validated');
  return row;
}

function lineRows(
  id: ClosingRow['id'],
  lines: readonly ChecklistLine[],
  whyOf: (line: ChecklistLine) => { readonly words: string; readonly by: string } | null,
): LineRow[] {
  return unclearIn(lines).map((one) => {
    const why = whyOf(one);
    const said = { why: why?.words ?? null, why_by: why?.by ?? null };
    return { closing_id: id, line: one.line, found: one.found.join('; '), ...said };
  });
}

const wordsOn = (whys: readonly LineWhy[], line: ChecklistLine['line']) =>
  whys.find((one) => one.line === line)?.words ?? null;

/** What two people may yet take out of the record is not closed meanwhile: it would go without being opened. */
async function refuseBeingAnnulled(unit: Use, caseId: CaseId): Promise<void> {
  if ((await findPendingProposal(unit.trx, 'case-annulment', caseId)) !== null)
    throw fail('rule-broken', 'closing-annulment-proposed');
}

async function propose(unit: Use, input: InputOf<Contract['proposeCaseClosing']>) {
  const { caseId, words, summary, whys } = input;
  const row = await runningRow(unit, caseId);
  if ((await findPendingProposal(unit.trx, 'case-closing', caseId)) !== null)
    throw fail('duplicate', 'closing-proposed');
  await refuseBeingAnnulled(unit, caseId);
  const reason = (await reasonsOn(unit)).find(({ id }) => id === input.reason);
  if (reason === undefined) throw failAt('reason', 'Elija el motivo.', 'closing-reason-unknown');
  if (reason.asksWords && words === null) throw failAt('words', 'Escriba cuál.', 'closing-reason-unknown');
  const proposer = unit.session.staffId;
  const lines = await linesOf(unit, row, { proposer, isNoContact: reason.isNoContact });
  if (blockingIn(lines).length > 0) throw fail('rule-broken', 'closing-blocked');
  if (whysMissing(lines, { proposer: whys, approver: null }).length > 0)
    throw fail('rule-broken', 'closing-why-missing');
  const proposalId = await insertProposal(unit, {
    ...{ kind: 'case-closing', subjectKind: 'case_file', subjectId: caseId },
    payload: { summary: `Cerrar la ficha ${row.number}`, caseId },
  });
  const id = unit.newId<'ClosingId'>();
  const said = lineRows(id, lines, ({ line, demand }) => {
    const why = demand === 'reason' ? wordsOn(whys, line) : null;
    return why === null ? null : { words: why, by: proposer };
  });
  const closing = {
    ...{ id, case_id: caseId, proposal_id: proposalId, reason: reason.id, reason_label: reason.label },
    ...{ words: reason.asksWords ? words : null, summary, ...byNow(unit, 'proposed') },
    ...{ closed_by: null, closed_at: null, version: 1 },
  };
  await insertClosing(unit, closing, said);
  unit.note({ reason: reason.id });
  return { proposalId };
}

/** @throws rule-broken `closing-not-own`, `proposal-decided` */
async function withdraw(unit: Use, { caseId, proposalId }: InputOf<Contract['withdrawCaseClosing']>) {
  const closing = await rowOf(tablesIn(unit.trx), 'case_closing', { proposal_id: proposalId });
  if (closing.case_id !== caseId) throw fail('not-found');
  const by = unit.session.staffId;
  if (closing.proposed_by !== by) throw fail('rule-broken', 'closing-not-own');
  await decideProposal(unit, proposalId, 'withdrawn');
  return {};
}

/** Somebody else, who may read the case and has read its list as it is at this moment. */
async function approve(unit: Use, { proposalId, seen, whys }: InputOf<Contract['approveCaseClosing']>) {
  const { trx, session } = unit;
  const closing = await rowOf(tablesIn(trx), 'case_closing', { proposal_id: proposalId });
  const row = await getCaseRow(trx, closing.case_id);
  await unit.require('closing.read', row.id);
  if (row.state === 'closed') throw fail('rule-broken', 'case-closed');
  await refuseBeingAnnulled(unit, row.id);
  const proposer = closing.proposed_by;
  const lines = await linesOf(unit, row, { proposer, isNoContact: await isNoContact(unit, closing.reason) });
  if (digestOf(row, lines) !== seen) throw fail('conflict', 'closing-changed');
  if (blockingIn(lines).length > 0) throw fail('rule-broken', 'closing-blocked');
  const before = (await listLines(trx, [closing.id])).flatMap(({ line, why }) =>
    why === null ? [] : [{ line, words: why }],
  );
  if (whysMissing(lines, { proposer: before, approver: whys }).length > 0)
    throw fail('rule-broken', 'closing-why-missing');
  await decideProposal(unit, proposalId, 'approved');
  const whyOf = ({ line }: ChecklistLine) => {
    const [own, told] = [wordsOn(whys, line), wordsOn(before, line)];
    if (own !== null) return { words: own, by: session.staffId };
    return told === null ? null : { words: told, by: proposer };
  };
  await completeClosing(unit, closing, lineRows(closing.id, lines, whyOf));
  const left = await leftDrafts(trx, row.id);
  const drafts = left.map(({ id }) => id);
  await eraseDrafts(trx, drafts);
  await updateCase(unit, row, { state: 'closed' });
  unit.about('case_file', row.id);
  unit.note({ reason: closing.reason, draftsErased: left.length });
  return { number: row.number };
}

async function reopen(unit: Use, { caseId, version, reason, words }: InputOf<Contract['reopenCase']>) {
  const row = await getCaseRow(unit.trx, caseId);
  if (row.form_version === oldListVersion) throw fail('rule-broken', 'closing-old-list');
  if (row.state !== 'closed') throw fail('rule-broken', 'reopen-open');
  const id = unit.newId<'ReopeningId'>();
  const reopened = { id, case_id: caseId, reason, words, ...byNow(unit, 'reopened'), version: 1 };
  await insertRecord(unit, tablesIn, 'case_reopening', reopened);
  await updateCase(unit, { id: caseId, version }, { state: 'reopened' });
  unit.about('case_file', caseId);
  unit.note({ reason });
  return { version: version + 1 };
}

export const closingHandlers: Handlers<Contract, Trx> = {
  getClosing: inside(get),
  recordSupervision: inside(supervise),
  proposeCaseClosing: inside(propose),
  withdrawCaseClosing: inside(withdraw),
  approveCaseClosing: inside(approve),
  reopenCase: inside(reopen),
};
