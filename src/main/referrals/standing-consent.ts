/** C5: a referral whose consent was taken back, or refused since, does not leave again. */
import { consentAllows, coversKind, needsConsent } from '../../shared/referrals/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import { listConsents, newestConsent } from '../care/index.ts';
import { consentOption } from './start.ts';
import { tablesIn, type Trx } from './tables.ts';

/** @throws rule-broken `referral-without-consent`; nothing for a document that is no referral or needs no consent */
export async function refuseWithdrawn(trx: Trx, caseId: CaseId, documentId: DocumentId): Promise<void> {
  const row = await tablesIn(trx)
    .selectFrom('referral')
    .select('kind')
    .where('document_id', '=', documentId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const kind = row?.kind;
  if (kind === undefined || !needsConsent(kind)) return;
  const consent = newestConsent(await listConsents(trx, caseId), (one) => coversKind(one, kind));
  if (consent === null || !consentAllows(consentOption(consent))) throw fail('rule-broken', 'referral-without-consent');
}
