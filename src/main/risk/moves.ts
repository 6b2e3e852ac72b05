/** A form signed in the wrong ficha goes to the right one; what it says is never changed. */
import { refuseIssued, refuseMove, type Between } from '../intake/index.ts';
import { withdrawAnswers } from '../platform/gate/withdraw-answers.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { refuseIneligible } from './service.ts';
import { nextVersions } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** Signed forms of a case, newest first, without what they say. */
export async function signedRiskForms(trx: Trx, caseId: CaseId) {
  const rows = await tablesIn(trx)
    .selectFrom('partner_risk_form')
    .select(['id', 'assessed_by', 'assessed_at'])
    .where('case_id', '=', caseId)
    .orderBy('assessed_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, assessedBy: row.assessed_by, assessedAt: row.assessed_at }));
}

/**
 * Answers who signed it.
 *
 * @throws not-found when it is of another case; rule-broken `move-in-paper`, or the reason why the FVR does not apply there
 */
export async function moveRiskForm(unit: Use, between: Between, id: Id<'RiskFormId'>): Promise<string> {
  refuseMove(between);
  const { from, to } = between;
  const form = (await signedRiskForms(unit.trx, from.id)).find((one) => one.id === id);
  if (form === undefined) throw fail('not-found');
  await refuseIssued(unit.trx, from.id, form.assessedAt);
  await refuseIneligible(unit.trx, to.id);
  await nextVersions(tablesIn(unit.trx), 'partner_risk_form', { id }, { case_id: to.id });
  unit.touch('partner_risk_form', id);
  await takeAlong(unit, 'same_day_fact', { formId: id, toCaseId: to.id });
  await takeAlong(unit, 'location_annex', { formId: id, toCaseId: to.id });
  // The answer kept for a repeated call holds the whole form.
  await withdrawAnswers(unit.trx, ['assessRisk'], id);
  return form.assessedBy;
}

/** What was told by the form and what belongs to it goes where it goes. */
async function takeAlong(
  unit: Use,
  table: 'same_day_fact' | 'location_annex',
  { formId, toCaseId }: { readonly formId: string; readonly toCaseId: CaseId },
): Promise<void> {
  const rows = await tablesIn(unit.trx).selectFrom(table).select('id').where('form_id', '=', formId).execute();
  for (const { id } of rows) {
    await nextVersions(tablesIn(unit.trx), table, { id }, { case_id: toCaseId });
    unit.touch(table, id);
  }
}
