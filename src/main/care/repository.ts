import { consentFields, type Consent } from '../../shared/care/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { among } from '../platform/storage/among.ts';
import { valuesOfRow } from '../record/index.ts';
import { parsed, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type CareTables } from './tables.ts';

/** Consents of a case, newest first. */
export async function listConsents(trx: Trx, caseId: CaseId): Promise<Consent[]> {
  const rows = await rowsOf(tablesIn(trx), 'consent', { case_id: caseId }, 'recorded_at desc', 'rowid desc');
  return toConsents(trx, rows);
}

async function toConsents(trx: Trx, rows: readonly CareTables['consent'][]): Promise<Consent[]> {
  const ids = rows.map(({ id }) => id);
  const receivers = await rowsOf(tablesIn(trx), 'consent_receiver', { consent_id: ids }, 'position');
  const names = await staffNames(trx);
  return rows.map((row) => ({
    id: row.id,
    ...valuesOfRow(consentFields, row),
    scope: row.scope,
    receivers: receivers.filter((entry) => entry.consent_id === row.id).map((entry) => entry.receiver),
    purposes: row.purposes === null ? [] : parsed(row.purposes),
    recordedBy: names.get(row.recorded_by) ?? '',
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
    review: row.review,
  }));
}

/** The newest answer among those that hold; withdrawn, or refused at the review, reads as refused (C5). */
export function newestConsent(consents: readonly Consent[], holds: (consent: Consent) => boolean): Consent | null {
  const newest = consents.find(holds) ?? null;
  if (newest === null) return null;
  const isTaken = newest.withdrawnAt !== null || newest.review === 'refusedLater';
  return isTaken ? { ...newest, form: 'refused' } : newest;
}

/** The newest answer she gave for a scope; null when she was not asked. */
export async function findConsent(trx: Trx, caseId: CaseId, scope: Consent['scope']): Promise<Consent | null> {
  return newestConsent(await listConsents(trx, caseId), (consent) => consent.scope === scope);
}

/** Exceptions that nobody looked at again, of every case or of these, oldest first, with their case. */
export async function consentsToReview(trx: Trx, caseIds?: readonly CaseId[]) {
  const waiting = tablesIn(trx)
    .selectFrom('consent')
    .innerJoin('case_file', 'case_file.id', 'consent.case_id')
    .selectAll('consent')
    .where('case_file.annulled_at', 'is', null)
    .where('consent.form', '=', 'couldNotAsk')
    .where('consent.review', 'is', null)
    .where('consent.withdrawn_at', 'is', null)
    .orderBy('consent.recorded_at');
  const asked = caseIds === undefined ? waiting : waiting.where('consent.case_id', 'in', among(caseIds));
  const rows = await asked.execute();
  const consents = await toConsents(trx, rows);
  return consents.flatMap((consent, at) => rows.slice(at, at + 1).map(({ case_id: caseId }) => ({ caseId, consent })));
}
