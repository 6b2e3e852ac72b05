/** What waits: slips that should have come, and consents that could not be asked and nobody looked at again. */
import { civilDateOf } from '../../shared/platform/clock.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import {
  awaitsSlip,
  followUpDays,
  followUpTable,
  referralRules,
  type FollowUpRows,
} from '../../shared/referrals/index.ts';
import { noConsentReasonLabels } from '../../shared/care/index.ts';
import { remind, type Reminder } from '../alerts/index.ts';
import { consentsToReview } from '../care/index.ts';
import { allowed } from '../intake/index.ts';
import { parsed } from '../platform/storage/rows.ts';
import { readRules } from '../rulebook/index.ts';
import { listUnanswered, referralsAmong, type ReferralRow } from './return-repository.ts';
import type { Trx, Use } from './tables.ts';

/** Day on which the slip is asked for; null when none is waited for. */
export function dueOf(row: ReferralRow, rows: FollowUpRows): CivilDate | null {
  if (!awaitsSlip(row.state)) return null;
  const issued = civilDateOf(Date.parse(row.issued_at));
  const days = followUpDays(rows, row.urgency, issued);
  return days === null ? null : addDays(issued, days);
}

export function isLate(dueOn: CivilDate | null, today: CivilDate): dueOn is CivilDate {
  return dueOn !== null && dueOn <= today;
}

export async function mayRecord(unit: Use, caseId: CaseId): Promise<boolean> {
  return (await allowed(unit, 'referral.record', caseId)) !== null;
}

/** Referrals of these cases that wait for their slip, with the day on which it is asked for. */
export async function awaitedSlips(trx: Trx, caseIds: readonly CaseId[]) {
  const rows = await readRules(trx, followUpTable);
  return (await listUnanswered(trx, caseIds)).flatMap((row) => {
    const dueOn = dueOf(row, rows);
    const words = `${referralRules[row.kind].label}, ${row.number}`;
    return dueOn === null ? [] : [{ id: row.id, caseId: row.case_id, words, dueOn }];
  });
}

/** Every referral of these cases, with until when an answer is waited for and whether one came. */
export async function referralsWithAnswers(trx: Trx, caseIds: readonly CaseId[]) {
  const rows = await readRules(trx, followUpTable);
  return (await referralsAmong(trx, caseIds)).map((row) => ({
    ...{ id: row.id, caseId: row.case_id, kind: row.kind, words: referralRules[row.kind].label },
    institution: parsed(row.options).receiver?.establishment ?? 'Sin institución',
    ...{ issuedOn: civilDateOf(Date.parse(row.issued_at)), dueOn: dueOf(row, rows) },
    ...{ isAnswered: row.slip_attended !== null, isAttended: row.slip_attended === 1 },
    isClosed: row.state === 'closed',
  }));
}

/** Asks for each case once. */
function askingOnce(unit: Use) {
  const allowed = new Map<string, boolean>();
  return async (caseId: CaseId) => {
    const may = allowed.get(caseId) ?? (await mayRecord(unit, caseId));
    allowed.set(caseId, may);
    return may;
  };
}

/** Referrals of the cases the session may open whose slip should have come, the longest overdue first. */
export async function overdueFor(unit: Use, rows: FollowUpRows): Promise<ReferralRow[]> {
  const may = askingOnce(unit);
  const found: { row: ReferralRow; dueOn: CivilDate }[] = [];
  for (const row of await listUnanswered(unit.trx)) {
    const dueOn = dueOf(row, rows);
    if (isLate(dueOn, unit.today) && (await may(row.case_id))) found.push({ row, dueOn });
  }
  return found.sort((one, other) => one.dueOn.localeCompare(other.dueOn)).map(({ row }) => row);
}

export async function countWaiting(unit: Use, rows: FollowUpRows): Promise<{ overdue: number; toReview: number }> {
  const may = askingOnce(unit);
  let toReview = 0;
  for (const { caseId } of await consentsToReview(unit.trx)) if (await may(caseId)) toReview += 1;
  return { overdue: (await overdueFor(unit, rows)).length, toReview };
}

/** The words carry number and day: the same is told once, whoever opens the centre first. */
export async function remindReferrals(unit: Use, rows: FollowUpRows): Promise<{ raised: number }> {
  const reminders: Reminder[] = [];
  for (const row of await listUnanswered(unit.trx)) {
    const dueOn = dueOf(row, rows);
    if (!isLate(dueOn, unit.today)) continue;
    const { label } = referralRules[row.kind];
    const note = `${row.number}: ${label}. Se esperaba hasta el ${formatCivilDate(dueOn)}`;
    reminders.push({ caseId: row.case_id, kind: 'referralOverdue', note });
  }
  for (const { caseId, consent } of await consentsToReview(unit.trx)) {
    const on = civilDateOf(Date.parse(consent.recordedAt));
    // On its own day she is still being attended.
    if (on >= unit.today) continue;
    const reason = consent.reason === null ? '' : `. ${noConsentReasonLabels[consent.reason]}`;
    const note = `No se pudo pedir el ${formatCivilDate(on)}${reason}`;
    reminders.push({ caseId, kind: 'consentToReview', note });
  }
  return remind(unit, reminders);
}
