/** Consent: the professional's record of what she said (decision D12), how it is taken back and looked at again. */
import { consentFields, type careContract, type Consent, type ConsentGiven } from '../../shared/care/index.ts';
import { nameLikeness } from '../../shared/people/index.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { allowed, caseHeading, getCaseRow, getPair } from '../intake/index.ts';
import { getRecord, nicknamesOf } from '../people/index.ts';
import { inside, type CallFrame, type Handlers } from '../platform/gate/handler.ts';
import { columnsOfValues } from '../record/index.ts';
import { consentsToReview, listConsents } from './repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { byNow, insertRecord, insertRow, nextVersions } from '../platform/storage/rows.ts';

/** C4: whoever consents for a child is not the accused person; a name that is only like it is asked about. */
async function refuseAggressor(trx: Trx, caseId: CaseId, given: { names: string; isOther: boolean }) {
  const pair = await getPair(trx, (await getCaseRow(trx, caseId)).pair_id);
  const { record } = await getRecord(trx, pair.aggressor_id);
  const likeness = nameLikeness(given.names, record, await nicknamesOf(trx));
  const path = 'consent.guardianNames';
  if (likeness === 'same') throw failAt(path, 'Es la presunta persona agresora.', 'guardian-is-aggressor');
  if (likeness === 'alike' && !given.isOther)
    throw failAt(path, 'Se parece al nombre de la presunta persona agresora.', 'guardian-like-aggressor');
}

/** The consent as it will read once it is kept, for what is made ready before it is. */
export function asConsent(given: ConsentGiven, call: CallFrame): Consent {
  const { guardianIsOther: _kept, ...consent } = given;
  const id = call.newId<'ConsentId'>();
  return { ...consent, id, recordedBy: '', recordedAt: call.now, withdrawnAt: null, review: null };
}

/**
 * Keeps one act of consent and answers its id.
 *
 * @throws rule-broken `guardian-is-aggressor`, `guardian-like-aggressor`
 */
export async function keepConsent(unit: Use, caseId: CaseId, consent: ConsentGiven): Promise<string> {
  const id = unit.newId<'ConsentId'>();
  const { guardianNames: names, guardianIsOther: isOther } = consent;
  if (names !== null) await refuseAggressor(unit.trx, caseId, { names, isOther });
  await insertRecord(unit, tablesIn, 'consent', {
    ...columnsOfValues(consentFields, consent),
    ...{ id, case_id: caseId, scope: consent.scope, ...byNow(unit, 'recorded'), version: 1 },
    purposes: consent.purposes.length === 0 ? null : JSON.stringify(consent.purposes),
    ...{ withdrawn_at: null, withdrawn_by: null, review: null, reviewed_at: null, reviewed_by: null },
    guardian_is_other: names !== null && isOther ? 1 : null,
  });
  const receivers = consent.receivers.map((receiver, position) => ({ consent_id: id, position, receiver }));
  await insertRow(tablesIn(unit.trx), 'consent_receiver', receivers);
  unit.note({ scope: consent.scope, form: consent.form });
  return id;
}

async function consentOf(trx: Trx, caseId: CaseId, id: string): Promise<Consent> {
  const found = (await listConsents(trx, caseId)).find((consent) => consent.id === id);
  if (found === undefined) throw fail('not-found');
  return found;
}

export const consentHandlers: Handlers<typeof careContract, Trx> = {
  recordConsent: inside(async (unit, { caseId, consent }) =>
    consentOf(unit.trx, caseId, await keepConsent(unit, caseId, consent)),
  ),

  withdrawConsent: inside(async (unit, { caseId, consentId }) => {
    const consent = await consentOf(unit.trx, caseId, consentId);
    if (consent.withdrawnAt !== null || consent.form === 'refused') throw fail('rule-broken', 'consent-withdrawn');
    await nextVersions(tablesIn(unit.trx), 'consent', { id: consentId }, byNow(unit, 'withdrawn'));
    unit.touch('consent', consentId);
    unit.note({ scope: consent.scope });
    return consentOf(unit.trx, caseId, consentId);
  }),

  reviewConsent: inside(async (unit, { caseId, consentId, review }) => {
    const consent = await consentOf(unit.trx, caseId, consentId);
    const isOpen = consent.form === 'couldNotAsk' && consent.review === null && consent.withdrawnAt === null;
    if (!isOpen) throw fail('rule-broken', 'consent-withdrawn');
    await nextVersions(tablesIn(unit.trx), 'consent', { id: consentId }, { review, ...byNow(unit, 'reviewed') });
    unit.touch('consent', consentId);
    unit.note({ review });
    return consentOf(unit.trx, caseId, consentId);
  }),

  listConsentsToReview: inside(async (unit) => {
    const consents = [];
    for (const { caseId, consent } of await consentsToReview(unit.trx)) {
      if ((await allowed(unit, 'consent.record', caseId)) === null) continue;
      consents.push({ caseId, ...(await caseHeading(unit.trx, unit, caseId)), consent });
    }
    return { consents };
  }),

  listConsents: inside(async (unit, { caseId }) => ({ consents: await listConsents(unit.trx, caseId) })),
};
