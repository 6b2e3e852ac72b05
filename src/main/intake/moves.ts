/**
 * Moving what was typed into the wrong ficha: the answers of a section with all that was written in it, or a
 * supplement of the account. Nothing readable stays behind; what a paper already quotes is refused, because the paper
 * would keep it.
 */
import {
  blankSectionB,
  formSections,
  partSections,
  changeParts,
  type MovableSection,
} from '../../shared/intake/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { forgetAnswers } from '../platform/gate/withdraw-answers.ts';
import {
  changeRows,
  columnsIn,
  hasRow,
  nextVersions,
  rowOf,
  updateVersioned,
  valueIn,
  valuesIn,
} from '../platform/storage/rows.ts';
import { casesOfIncident, listAccountVersions } from './account-repository.ts';
import { eventOf, getIncident, updateIncident, type CaseRow } from './case-repository.ts';
import { refuseClosed } from './drafts.ts';
import { getFormSection, updateSection } from './section-repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { aboveIntake } from './above.ts';
import { moveChanges } from '../history/index.ts';

export type Between = { readonly from: CaseRow; readonly to: CaseRow };

/** @throws rule-broken `case-closed`, `same-ficha` */
export function refuseMove({ from, to }: Between): void {
  if (from.id === to.id) throw fail('rule-broken', 'same-ficha');
  refuseClosed(from.state);
  refuseClosed(to.state);
}

/** For the day's work: they say when and where, and quote nothing of what can be moved. */
export const workingPapers: readonly string[] = ['hearing-sheet', 'neutral-card'];

/** Papers of a case are frozen: what they say cannot be taken back. `since` null: any paper. */
export async function refuseIssued(trx: Trx, caseId: CaseId, since: Instant | null): Promise<void> {
  const papers = (await aboveIntake.ask.papersOf(trx, caseId)).filter(({ kind }) => !workingPapers.includes(kind));
  if (papers.some(({ issuedAt }) => since === null || issuedAt >= since)) throw fail('rule-broken', 'move-in-paper');
}

/** When the answers of a section were first saved; null when that is not known. */
async function firstSaved(trx: Trx, caseId: CaseId, section: MovableSection): Promise<Instant | null> {
  const saved = await valuesIn(
    tablesIn(trx),
    'change_set.changed_at',
    { case_id: caseId, part: section },
    'changed_at',
  );
  return saved[0] ?? null;
}

/** Whether the answers of a section can be moved out of a case, and were ever saved. */
export async function hasAnswers(trx: Trx, caseId: CaseId, section: MovableSection): Promise<boolean> {
  return (await getFormSection(trx, section, caseId)).isStarted;
}

async function moveAppraisal(unit: Use, { from, to }: Between, section: MovableSection): Promise<void> {
  const service = formSections[section].appraisal;
  if (service === null) return;
  const id = await valueIn(tablesIn(unit.trx), 'appraisal.id', { case_id: from.id, service });
  if (id === undefined) return;
  if (await hasRow(tablesIn(unit.trx), 'appraisal', { case_id: to.id, service }))
    throw fail('rule-broken', 'section-filled');
  await nextVersions(tablesIn(unit.trx), 'appraisal', { id }, { case_id: to.id });
  unit.touch('appraisal', id);
}

/** What somebody was typing goes along; where that person was typing the same in the right ficha, it is let go. */
async function moveDrafts(trx: Trx, { from, to }: Between, section: MovableSection): Promise<void> {
  const form = `section-${section}`;
  const drafts = (caseId: CaseId) => columnsIn(tablesIn(trx), 'draft', ['id', 'staff_id'], { case_id: caseId, form });
  const taken = new Set((await drafts(to.id)).map((draft) => draft.staff_id));
  for (const draft of await drafts(from.id)) {
    if (taken.has(draft.staff_id)) await tablesIn(trx).deleteFrom('draft').where('id', '=', draft.id).execute();
    else await tablesIn(trx).updateTable('draft').set({ case_id: to.id }).where('id', '=', draft.id).execute();
    // The answer to a call may hold a draft as it was opened.
    await forgetAnswers(trx, 'openDraft', draft.id);
  }
}

/** Event and account, for Section B. Linked fichas quote them: then they stay, and so do the answers. */
async function moveEvent(unit: Use, { from, to }: Between): Promise<void> {
  const { trx } = unit;
  for (const row of [from, to]) {
    const standing = (await casesOfIncident(trx, row.incident_id)).filter((one) => one.isStanding);
    if (standing.length > 1) throw fail('rule-broken', 'event-shared');
  }
  if ((await listAccountVersions(trx, to.incident_id)).length > 0) throw fail('rule-broken', 'section-filled');
  for (const account of await listAccountVersions(trx, from.incident_id)) {
    await changeRows(tablesIn(trx), 'incident_account', { id: account.id }, { incident_id: to.incident_id });
    unit.touch('incident_account', account.id);
  }
  const supplements = await valuesIn(tablesIn(trx), 'account_supplement.id', { case_id: from.id });
  for (const id of supplements) await placeSupplement(unit, id, to);
  await updateIncident(unit, to.incident_id, eventOf(await getIncident(trx, from.incident_id)));
  await updateIncident(unit, from.incident_id, { occurredOn: null, occurredTime: null, place: null });
}

async function moveAnswersOfB(unit: Use, { from, to }: Between): Promise<ReadonlyMap<string, string>> {
  const saved = await getFormSection(unit.trx, 'b', from.id);
  const target = await getFormSection(unit.trx, 'b', to.id);
  await updateSection(unit, 'b', target, { by: saved.updatedBy, answers: saved.answers });
  await updateSection(unit, 'b', saved, { answers: blankSectionB(), started: 0 });
  return new Map([
    [saved.id, target.id],
    [from.incident_id, to.incident_id],
  ]);
}

/**
 * The answers of a section, its appraisal, its history and, for Section B, event and account.
 *
 * @throws rule-broken `nothing-to-move`, `section-filled`, `move-validated`, `move-in-paper`, `event-shared`
 */
export async function moveSection(unit: Use, between: Between, section: MovableSection): Promise<string> {
  refuseMove(between);
  const { from, to } = between;
  const saved = await getFormSection(unit.trx, section, from.id);
  if (!saved.isStarted) throw fail('rule-broken', 'nothing-to-move');
  if ((await getFormSection(unit.trx, section, to.id)).isStarted) throw fail('rule-broken', 'section-filled');
  // A validated case was counted by these answers.
  if (section === 'b' && (from.state !== 'draft' || to.state !== 'draft')) throw fail('rule-broken', 'move-validated');
  await refuseIssued(unit.trx, from.id, await firstSaved(unit.trx, from.id, section));
  let recordIds: ReadonlyMap<string, string> = new Map();
  if (section === 'b') {
    await moveEvent(unit, between);
    recordIds = await moveAnswersOfB(unit, between);
  } else {
    await updateVersioned(tablesIn(unit.trx), `section_${section}`, saved, { case_id: to.id });
    unit.touch(`section_${section}`, saved.id);
  }
  await moveAppraisal(unit, between, section);
  const parts = changeParts.filter((part) => partSections[part] === section);
  await moveChanges(unit, { from: between.from.id, to: between.to.id }, parts, recordIds);
  await moveDrafts(unit.trx, between, section);
  return saved.id;
}

async function placeSupplement(unit: Use, id: Id<'SupplementId'>, to: CaseRow): Promise<void> {
  await nextVersions(tablesIn(unit.trx), 'account_supplement', { id }, { case_id: to.id, incident_id: to.incident_id });
  unit.touch('account_supplement', id);
}

/** @throws not-found when it is of another case; rule-broken `move-in-paper`, `no-account` (nothing there to add to) */
export async function moveSupplement(unit: Use, between: Between, id: Id<'SupplementId'>): Promise<string> {
  refuseMove(between);
  const { from, to } = between;
  const row = await rowOf(tablesIn(unit.trx), 'account_supplement', { id, case_id: from.id });
  await refuseIssued(unit.trx, from.id, row.added_at);
  if ((await listAccountVersions(unit.trx, to.incident_id)).length === 0) throw fail('rule-broken', 'no-account');
  await placeSupplement(unit, id, to);
  return row.added_by;
}

/** Supplements told in a case itself, not those it quotes. */
export async function supplementsToldIn(trx: Trx, caseId: CaseId) {
  const rows = await tablesIn(trx)
    .selectFrom('account_supplement')
    .select(['id', 'added_by', 'added_at'])
    .where('case_id', '=', caseId)
    .orderBy('added_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, addedBy: row.added_by, addedAt: row.added_at }));
}
