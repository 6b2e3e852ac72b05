/** Annulling a ficha: out of lists, search and counts, read by nobody any more; who, when and why stay. */
import {
  annulReasonLabels,
  annulFormSchema,
  type AnnulReason,
  type mendingContract,
} from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { z } from '../../shared/platform/zod.ts';
import { decideProposal, findPendingProposal, findProposal, insertProposal, staffNames } from '../access/index.ts';
import { getCaseRow, updateCase, type CaseRow } from './case-repository.ts';
import { isClosedTo } from './case-persons.ts';
import { placePaperNumber } from './paper-numbers.ts';
import { reopenRestingOn } from './reopen.ts';
import { allowed } from './rights.ts';
import { byNow } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';
import { aboveIntake } from './above.ts';

type Contract = typeof mendingContract;
type Why = { readonly reason: AnnulReason; readonly words: string | null };

/**
 * Frees the numbers that the right ficha needs: that of a paper, and the official one unless the central register has
 * it. Drafts are no record: what was being typed goes with the ficha.
 */
async function annul(unit: Use, row: CaseRow, version: number, { reason, words }: Why): Promise<void> {
  await placePaperNumber(unit, row.id, { number: null, path: 'number' });
  await tablesIn(unit.trx).deleteFrom('draft').where('case_id', '=', row.id).execute();
  const isKnown = await aboveIntake.ask.isRegistered(unit.trx, row.id);
  const freed = isKnown ? {} : { ficha_numeric: null, ficha_alphabetic: null, ficha_year: null };
  const said = { annul_reason: reason, annul_words: words };
  await updateCase(unit, { id: row.id, version }, { ...freed, ...byNow(unit, 'annulled'), ...said });
  await reopenRestingOn(unit, row, 'se anuló');
  unit.about('case_file', row.id);
  unit.note({ reason });
}

/** Who may not read what professionals write in a ficha cannot judge what would be lost once one of them has it. */
async function refuseHandedOver(unit: Use, caseId: CaseId): Promise<void> {
  if ((await allowed(unit, 'registerForm.readB', caseId)) !== null) return;
  const handed = await tablesIn(unit.trx)
    .selectFrom('case_grant')
    .select('id')
    .where('case_id', '=', caseId)
    .where('reason', '!=', 'opened')
    .executeTakeFirst();
  if (handed !== undefined) throw fail('rule-broken', 'annul-handed-over');
}

export async function annulCase(unit: Use, input: InputOf<Contract['annulCase']>): Promise<Record<string, never>> {
  const row = await getCaseRow(unit.trx, input.caseId);
  if (row.state !== 'draft') throw fail('rule-broken', 'annul-needs-second');
  await refuseHandedOver(unit, input.caseId);
  await annul(unit, row, input.version, input);
  return {};
}

export async function proposeAnnulment(unit: Use, input: InputOf<Contract['proposeCaseAnnulment']>) {
  const row = await getCaseRow(unit.trx, input.caseId);
  if (row.version !== input.version) throw fail('conflict');
  if (row.state === 'draft') throw fail('rule-broken', 'annul-needs-one');
  if ((await findPendingProposal(unit.trx, 'case-annulment', row.id)) !== null) {
    throw fail('duplicate', 'annulment-proposed');
  }
  const why = input.words ?? annulReasonLabels[input.reason];
  const id = await insertProposal(unit, {
    kind: 'case-annulment',
    subjectKind: 'case_file',
    subjectId: row.id,
    payload: { summary: `Anular la ficha ${row.number}: ${why}`, annulment: input },
  });
  unit.note({ reason: input.reason });
  return { proposalId: id };
}

const payloadSchema = z.object({ annulment: annulFormSchema });

/** Any other professional (D4), except one whom the case is closed to. What changed since then counts: only the reason was agreed. */
export async function approveAnnulment(unit: Use, { proposalId }: InputOf<Contract['approveCaseAnnulment']>) {
  const proposal = await findProposal(unit.trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { annulment } = payloadSchema.parse(proposal.payload);
  const row = await getCaseRow(unit.trx, annulment.caseId);
  if (await isClosedTo(unit.trx, row, unit.session.staffId)) throw fail('not-found');
  await decideProposal(unit, proposalId, 'approved');
  await annul(unit, row, row.version, annulment);
  return { number: row.number };
}

export async function listAnnulled(unit: Use): Promise<OutputOf<Contract['listAnnulledCases']>> {
  const names = await staffNames(unit.trx);
  const rows = await tablesIn(unit.trx)
    .selectFrom('case_file')
    .select(['number', 'annulled_at', 'annulled_by', 'annul_reason', 'annul_words'])
    .where('annulled_at', 'is not', null)
    .orderBy('annulled_at', 'desc')
    .execute();
  unit.note({ cases: rows.length });
  return {
    cases: rows.map((row) => ({
      number: row.number,
      reason: row.annul_reason ?? 'other',
      words: row.annul_words,
      annulledBy: names.get(row.annulled_by ?? '') ?? '',
      annulledAt: row.annulled_at as Instant,
    })),
  };
}
