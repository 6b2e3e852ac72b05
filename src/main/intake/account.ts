/** The account: written while it is open, locked, added to; what papers quote of it. */
import {
  accountLock,
  intakeReasons,
  quotedAccount,
  type accountContract,
  type AccountLock,
  type SectionBForm,
} from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import {
  casesOfIncident,
  findAccount,
  firstQuote,
  listAccountVersions,
  listSupplements,
  ownerOfIncident,
  type AccountRow,
} from './account-repository.ts';
import { getCaseRow, eventOf, getIncident, updateCase, type CaseRow } from './case-repository.ts';
import { forgetTyped } from './draft-repository.ts';
import { allowed, numberFor } from './rights.ts';
import { byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof accountContract;

async function lockOf(trx: Trx, versions: readonly AccountRow[], now: Instant): Promise<AccountLock | null> {
  const first = versions.at(-1);
  if (first === undefined) return null;
  const quotedBy = await firstQuote(trx, first.incident_id);
  return accountLock({ firstWrittenAt: first.written_at, quotedBy }, now);
}

const lockedWords = {
  time: 'El relato se bloqueó a las 24 horas de escrito: ya no se cambia. Agregue una ampliación con lo nuevo.',
  quoted: 'Un documento emitido cita este relato: ya no se cambia. Agregue una ampliación con lo nuevo.',
} as const;

/** The account, null before anything was written; left out for who may not read it (`account.read`). */
export async function readableAccount(unit: Use, row: CaseRow): Promise<{ account?: string | null }> {
  const decision = await allowed(unit, 'account.read', row.id);
  if (decision === null || decision.view !== null) return {};
  return { account: (await findAccount(unit.trx, row.incident_id))?.body ?? null };
}

/**
 * Writes a changed account as a new version; undefined leaves it as it is.
 *
 * @throws rule-broken `account-locked`, `account-quoted-from`, `account-emptied`, at its field
 * @throws not-found for who may not write it
 */
export async function saveAccount(unit: Use, row: CaseRow, account: string | null | undefined): Promise<void> {
  if (account === undefined) return;
  const { trx } = unit;
  const versions = await listAccountVersions(trx, row.incident_id);
  const before = versions[0]?.body ?? null;
  if (account === before) return;
  await unit.require('account.write', row.id);
  if (account === null) throw failAt('form.account', intakeReasons['account-emptied'], 'account-emptied');
  await refuseQuoted(unit, row, 'form.account');
  const lock = await lockOf(trx, versions, unit.now);
  if (lock !== null && lock.kind !== 'open') throw failAt('form.account', lockedWords[lock.kind], 'account-locked');
  const id = unit.newId();
  await insertRecord(unit, tablesIn, 'incident_account', {
    id,
    incident_id: row.incident_id,
    body: account,
    ...byNow(unit, 'written'),
    version: (versions[0]?.version ?? 0) + 1,
  });
}

/** Date, hour and place of an event belong to the ficha it was first told in. */
export async function refuseOtherEvent(unit: Use, row: CaseRow, incident: SectionBForm['incident']): Promise<void> {
  const before = eventOf(await getIncident(unit.trx, row.incident_id));
  if (JSON.stringify(before) !== JSON.stringify(incident)) await refuseQuoted(unit, row, 'form.incident.occurredOn');
}

async function refuseQuoted(unit: Use, row: CaseRow, path: string): Promise<void> {
  const owner = await ownerOfIncident(unit.trx, row.incident_id);
  if (owner.id === row.id) return;
  const number = await numberFor(unit, owner);
  const whose = number === null ? 'otra ficha del mismo hecho' : `la ficha ${number}`;
  const message = `El hecho y el relato son de ${whose}: cámbielos allí, o agregue una ampliación al relato.`;
  throw failAt(path, message, 'account-quoted-from');
}

/**
 * Supplements a case reads: its own, and those of the ficha the event was first told in. When that one was annulled
 * the next owns the account, but what was told in it stays its own: to the others it is a sister.
 */
async function supplementsOf(trx: Trx, row: CaseRow) {
  const owner = await ownerOfIncident(trx, row.incident_id);
  const first = (await casesOfIncident(trx, row.incident_id))[0];
  const read = first?.isStanding === true ? [row.id, first.id] : [row.id];
  return { owner, supplements: await listSupplements(trx, row.incident_id, read) };
}

/** The account as a paper quotes it, supplements included; null when nothing was written. */
export async function accountForPaper(trx: Trx, row: CaseRow): Promise<string | null> {
  const account = await findAccount(trx, row.incident_id);
  if (account === undefined) return null;
  const { supplements } = await supplementsOf(trx, row);
  return quotedAccount(
    account.body,
    supplements.map(({ body, added_at }) => ({ body, addedAt: added_at })),
  );
}

/** The account while it can still be changed, without its supplements, which never can; null once it is locked. */
export async function openAccount(trx: Trx, row: CaseRow, now: Instant): Promise<string | null> {
  const versions = await listAccountVersions(trx, row.incident_id);
  const lock = await lockOf(trx, versions, now);
  return lock?.kind === 'open' ? (versions[0]?.body ?? null) : null;
}

/** An issued paper quotes the account of the case: from now on it is locked. Does nothing where nothing was written. */
export async function quoteAccount(unit: Use, caseId: CaseId, documentId: DocumentId): Promise<void> {
  const row = await getCaseRow(unit.trx, caseId);
  if ((await findAccount(unit.trx, row.incident_id)) === undefined) return;
  const id = unit.newId();
  const quote = { id, incident_id: row.incident_id, document_id: documentId, quoted_at: unit.now, version: 1 };
  await insertRecord(unit, tablesIn, 'account_quote', quote);
}

/**
 * The view `first24h` holds what the same person wrote: an account of somebody else is to her as in Section B, and so is
 * whether there is any.
 *
 * @throws not-found
 */
function refuseOfOthers(unit: Use, versions: readonly AccountRow[]): void {
  const isOwn = versions.length > 0 && versions.every(({ written_by: by }) => by === unit.session.staffId);
  if (unit.decision.view !== null && !isOwn) throw fail('not-found');
}

async function readAccount(unit: Use, { caseId }: { caseId: CaseId }): Promise<OutputOf<Contract['getAccount']>> {
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const names = await staffNames(trx);
  const versions = await listAccountVersions(trx, row.incident_id);
  refuseOfOthers(unit, versions);
  const lock = await lockOf(trx, versions, unit.now);
  const written = versions.map((one) => ({
    body: one.body,
    by: names.get(one.written_by) ?? '',
    at: one.written_at,
    version: one.version,
  }));
  const { owner, supplements } = await supplementsOf(trx, row);
  const [newest, ...earlier] = written;
  unit.note({ versions: versions.length, supplements: supplements.length });
  return {
    account: newest === undefined || lock === null ? null : { body: newest.body, by: newest.by, at: newest.at, lock },
    earlier,
    supplements: supplements.map((one) => ({
      id: one.id,
      body: one.body,
      by: names.get(one.added_by) ?? '',
      at: one.added_at,
    })),
    quotedFrom: owner.id === row.id ? null : { number: await numberFor(unit, owner) },
    version: row.version,
    toldBefore: row.told_before,
  };
}

async function addSupplement(unit: Use, { caseId, body }: InputOf<Contract['addAccountSupplement']>) {
  const row = await getCaseRow(unit.trx, caseId);
  refuseOfOthers(unit, await listAccountVersions(unit.trx, row.incident_id));
  if ((await findAccount(unit.trx, row.incident_id)) === undefined) throw fail('rule-broken', 'no-account');
  const id = unit.newId<'SupplementId'>();
  await insertRecord(unit, tablesIn, 'account_supplement', {
    id,
    incident_id: row.incident_id,
    case_id: caseId,
    body,
    ...byNow(unit, 'added'),
    version: 1,
  });
  await forgetTyped(unit, 'supplement', caseId);
  return {};
}

async function recordToldBefore(unit: Use, { caseId, version, times }: InputOf<Contract['recordToldBefore']>) {
  const row = await getCaseRow(unit.trx, caseId);
  refuseOfOthers(unit, await listAccountVersions(unit.trx, row.incident_id));
  await updateCase(unit, { id: row.id, version }, { told_before: times });
  return { version: version + 1 };
}

export const accountHandlers: Handlers<Contract, Trx> = {
  getAccount: inside(readAccount),
  addAccountSupplement: inside(addSupplement),
  recordToldBefore: inside(recordToldBefore),
};
