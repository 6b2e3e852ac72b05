/** What becomes of a referral: handed over, received, its slip, the ones without answer, and refusals. */
import {
  awaitsSlip,
  followUpTable,
  isTooEarlyFor,
  nextStates,
  readSlipCode,
  referralRules,
  refusalReasons,
  type FollowUpRows,
  type ReferralLine,
  type referralReturnContract,
  type Slip,
  consentAllows,
  coversKind,
  needsConsent,
} from '../../shared/referrals/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, Id, DocumentId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { caseHeading, getCaseRow, getIncident, occurredOn } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { byNow, cellsOf, nextVersions, valueIn, insertRecord, parsed } from '../platform/storage/rows.ts';
import { readRules } from '../rulebook/index.ts';
import { findByCode, getReferral, listOfCase, listRefusals, slipsOf, type ReferralRow } from './return-repository.ts';
import { keepSlip } from './sheet.ts';
import { countWaiting, dueOf, isLate, mayRecord, overdueFor, remindReferrals } from './waiting.ts';
import { type Trx, type Use, tablesIn } from './tables.ts';
import { listConsents, newestConsent } from '../care/index.ts';
import { consentOption } from './start.ts';

// C5: a referral whose consent was taken back, or refused since, does not leave again.

/** @throws rule-broken `referral-without-consent`; nothing for a document that is no referral or needs no consent */
export async function refuseWithdrawn(trx: Trx, caseId: CaseId, documentId: DocumentId): Promise<void> {
  const kind = await valueIn(tablesIn(trx), 'referral.kind', { document_id: documentId, case_id: caseId });
  if (kind === undefined || !needsConsent(kind)) return;
  const consent = newestConsent(await listConsents(trx, caseId), (one) => coversKind(one, kind));
  if (consent === null || !consentAllows(consentOption(consent))) throw fail('rule-broken', 'referral-without-consent');
}

type Kept = { readonly rows: FollowUpRows; readonly slips: ReadonlyMap<string, Slip>; readonly today: CivilDate };

async function keptFor(unit: Use, ids: readonly string[]): Promise<Kept> {
  return { rows: await readRules(unit.trx, followUpTable), slips: await slipsOf(unit.trx, ids), today: unit.today };
}

function toLine(row: ReferralRow, kept: Kept): ReferralLine {
  const dueOn = dueOf(row, kept.rows);
  const asked = parsed(row.options).services ?? [];
  return {
    ...cellsOf(row, 'id', 'version', 'document_id', 'kind', 'number', 'code', 'receiver', 'urgency', 'state'),
    ...cellsOf(row, 'handed_how', 'issued_at'),
    dueOn,
    isOverdue: isLate(dueOn, kept.today),
    asksKit: asked.includes('emergency-kit'),
    slip: kept.slips.get(row.id) ?? null,
  };
}

async function lineOf(unit: Use, caseId: CaseId, id: Id<'ReferralId'>): Promise<ReferralLine> {
  return toLine(await getReferral(unit.trx, caseId, id), await keptFor(unit, [id]));
}

/** @throws conflict when it changed since that version was read */
async function open(unit: Use, given: { caseId: CaseId; referralId: Id<'ReferralId'>; version: number }) {
  const row = await getReferral(unit.trx, given.caseId, given.referralId);
  if (row.version !== given.version) throw fail('conflict');
  return row;
}

async function withCase(unit: Use, row: ReferralRow, kept: Kept) {
  const { number, userName } = await caseHeading(unit.trx, unit, row.case_id);
  return { caseId: row.case_id, caseNumber: number, userName, referral: toLine(row, kept) };
}

/** A slip says nothing of a kit that was not asked for, nor of services or results the kind does not have. */
function refuseForeign(row: ReferralRow, slip: Slip, today: CivilDate): void {
  const rule = referralRules[row.kind];
  if (slip.on !== null && slip.on > today) throw failAt('slip.on', 'La fecha no puede ser futura.', 'slip-in-future');
  const isForeign =
    slip.services.some((service) => !rule.services.includes(service)) ||
    Object.keys(slip.result).some((name) => !(name in (rule.result ?? {}))) ||
    (slip.kit !== null && !rule.services.includes('emergency-kit'));
  if (isForeign) throw fail('rule-broken', 'slip-of-other-kind');
}

export const referralReturnHandlers: Handlers<typeof referralReturnContract, Trx> = {
  listReferrals: inside(async (unit, { caseId }) => {
    const rows = await listOfCase(unit.trx, caseId);
    const ids = rows.map(({ id }) => id);
    const kept = await keptFor(unit, ids);
    const names = await staffNames(unit.trx);
    const refusals = (await listRefusals(unit.trx, caseId)).map((row) => ({
      ...cellsOf(row, 'kind', 'words', 'recorded_at'),
      reason: refusalReasons(row.kind).find(({ code }) => code === row.reason)?.label ?? '',
      recordedBy: names.get(row.recorded_by) ?? '',
    }));
    return { referrals: rows.map((row) => toLine(row, kept)), refusals };
  }),

  listWaitingReferrals: inside(async (unit) => {
    const kept = await keptFor(unit, []);
    const waiting = [];
    for (const row of await overdueFor(unit, kept.rows)) waiting.push(await withCase(unit, row, kept));
    return { waiting };
  }),

  countWaitingReferrals: inside(async (unit) => countWaiting(unit, await readRules(unit.trx, followUpTable))),

  remindReferrals: inside(async (unit) => remindReferrals(unit, await readRules(unit.trx, followUpTable))),

  findReferral: inside(async (unit, { code }) => {
    const plain = readSlipCode(code);
    if (plain === null)
      throw failAt('code', 'Ese código no es válido. Revise letra por letra.', 'slip-code-unreadable');
    const row = await findByCode(unit.trx, plain);
    if (row === undefined || !(await mayRecord(unit, row.case_id))) throw fail('not-found');
    unit.about('referral', row.id);
    return withCase(unit, row, await keptFor(unit, [row.id]));
  }),

  moveReferral: inside(async (unit, input) => {
    const row = await open(unit, input);
    const { to, how } = input;
    if (!nextStates(row.state).includes(to)) throw fail('rule-broken', 'referral-state');
    if (to === 'handedOver') await refuseWithdrawn(unit.trx, row.case_id, row.document_id);
    if ((to === 'handedOver') !== (how !== null)) throw failAt('how', 'Elija cómo se entregó.', 'referral-state');
    const handed = how === null ? {} : { handed_how: how, handed_at: unit.now };
    await nextVersions(tablesIn(unit.trx), 'referral', { id: row.id }, { state: to, ...handed });
    unit.touch('referral', row.id);
    unit.note({ to });
    return { referral: await lineOf(unit, input.caseId, row.id) };
  }),

  recordSlip: inside(async (unit, input) => {
    const row = await open(unit, input);
    const { slip } = input;
    if (awaitsSlip(row.state)) refuseForeign(row, slip, unit.today);
    if ((await keepSlip(unit, row, slip)) === null) throw fail('rule-broken', 'referral-answered');
    unit.note({ attended: slip.attended });
    return { referral: await lineOf(unit, input.caseId, row.id) };
  }),

  recordRefusal: inside(async (unit, { caseId, refusal }) => {
    const incident = await getIncident(unit.trx, (await getCaseRow(unit.trx, caseId)).incident_id);
    if (isTooEarlyFor(refusal, { event: occurredOn(incident), today: unit.today })) {
      const message = 'El hecho registrado no ocurrió hace más de 6 meses: la derivación corresponde.';
      throw failAt('refusal.reason', message, 'refusal-too-early');
    }
    const row = { id: unit.newId(), case_id: caseId, ...refusal, ...byNow(unit, 'recorded'), version: 1 };
    await insertRecord(unit, tablesIn, 'referral_refusal', row);
    unit.note({ kind: refusal.kind, reason: refusal.reason });
    return {};
  }),
};
