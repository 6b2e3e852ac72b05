import type { Consent } from '../../shared/care/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import type { CareTables } from './tables.ts';

export async function insertConsent(
  trx: Trx,
  consent: CareTables['consent'],
  receivers: readonly string[],
): Promise<void> {
  await trx.insertInto('consent').values(consent).execute();
  if (receivers.length > 0) {
    const rows = receivers.map((receiver, position) => ({ consent_id: consent.id, position, receiver }));
    await trx.insertInto('consent_receiver').values(rows).execute();
  }
}

/** Consents of a case, newest first. */
export async function listConsents(trx: Trx, caseId: string): Promise<Consent[]> {
  const rows = await trx
    .selectFrom('consent')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  const receivers = await trx
    .selectFrom('consent_receiver')
    .innerJoin('consent', 'consent.id', 'consent_receiver.consent_id')
    .select(['consent_id', 'receiver'])
    .where('consent.case_id', '=', caseId)
    .orderBy('position')
    .execute();
  const names = await staffNames(trx);
  return rows.map((row) => ({
    id: row.id as Consent['id'],
    scope: row.scope as Consent['scope'],
    form: row.form as Consent['form'],
    receivers: receivers.filter((entry) => entry.consent_id === row.id).map((entry) => entry.receiver),
    reason: row.reason as Consent['reason'],
    recordedBy: names.get(row.recorded_by) ?? '',
    recordedAt: row.recorded_at as Instant,
  }));
}

/** The newest answer she gave for a scope; null when she was not asked. */
export async function findConsent(trx: Trx, caseId: string, scope: Consent['scope']): Promise<Consent | null> {
  return (await listConsents(trx, caseId)).find((consent) => consent.scope === scope) ?? null;
}
