/** How calling her stands: what is safe now, who is calling, what came of it; for the list of the day and for a closing. */
import { callAdvice, callLasts, type CallAdvice, type CallResult, type Moment } from '../../shared/contact/index.ts';
import { sharedPhones, type PersonRecord } from '../../shared/people/index.ts';
import { civilDateOf, timeOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { attentionsByCase } from '../care/index.ts';
import { allowed, getCaseRow, getPair, listCasesOfPerson, phonesOfAccused, recordFor } from '../intake/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { type CallRow, type Trx, type Use, tablesIn } from './tables.ts';
import { rowsOf } from '../platform/storage/rows.ts';

/** Calls of a case, oldest first. */
export async function listCalls(trx: Trx, caseIds: readonly CaseId[]): Promise<CallRow[]> {
  return rowsOf(tablesIn(trx), 'call_attempt', { case_id: caseIds }, 'started_at', 'id');
}

export const momentOf = (now: Instant): Moment => {
  const at = Date.parse(now);
  return { on: civilDateOf(at), time: timeOf(at) };
};

export type HerNumbers = {
  readonly personId: string;
  readonly record: PersonRecord;
  readonly advice: CallAdvice;
};

/** Her numbers as the reader of this ficha may see them, and which of them may be called now. */
export async function numbersOf(unit: CallFrame & { readonly trx: Trx }, caseId: CaseId): Promise<HerNumbers> {
  const { trx, now } = unit;
  const { user_id: personId } = await getPair(trx, (await getCaseRow(trx, caseId)).pair_id);
  const { record } = await recordFor(trx, unit, { caseId, personId });
  const sharedAt = sharedPhones(record, await phonesOfAccused(trx, personId));
  return { personId, record, advice: callAdvice({ ...record, sharedAt }, momentOf(now)) };
}

/** Calls to her from this ficha, and from others of hers that the reader may read. */
export async function callsToHer(unit: Use, caseId: CaseId, personId: string): Promise<CallRow[]> {
  const ids = [caseId];
  for (const { id, role } of await listCasesOfPerson(unit.trx, personId))
    if (role === 'user' && id !== caseId && (await allowed(unit, 'call.read', id)) !== null) ids.push(id);
  return listCalls(unit.trx, ids);
}

/** Begun a moment ago and not ended. */
export function runningCall(calls: readonly CallRow[], now: Instant): CallRow | undefined {
  const least = Date.parse(now) - callLasts * 60_000;
  return calls.findLast(({ result, started_at: at }) => result === null && Date.parse(at) > least);
}

const wasMade = ({ result }: CallRow) => result !== null && result !== 'notMade';

/** The last that was made and ended. */
export const lastCall = (calls: readonly CallRow[]): CallRow | undefined => calls.findLast(wasMade);

export type CaseCalls = {
  /** The last that was made; null for none. */
  readonly last: {
    readonly result: CallResult;
    readonly on: CivilDate;
    readonly by: string;
    readonly next: Moment | null;
    readonly at: Instant;
  } | null;
  /** Day of the last attention with her; null for none. */
  readonly attendedOn: CivilDate | null;
  /** When she last answered a call; null for never. */
  readonly reachedAt: Instant | null;
  /** Days of the calls without her since, one a call. */
  readonly triedOn: readonly CivilDate[];
};

/** Of many cases at once; `known`: what was given in them, where the caller has read it. */
export async function callsAmong(
  trx: Trx,
  caseIds: readonly CaseId[],
  known?: Awaited<ReturnType<typeof attentionsByCase>>,
): Promise<(caseId: CaseId) => CaseCalls> {
  const calls = Map.groupBy(await listCalls(trx, caseIds), ({ case_id: id }) => id);
  const given = known ?? (await attentionsByCase(trx, caseIds));
  return (caseId) => {
    const made = (calls.get(caseId) ?? []).filter(wasMade);
    const day = ({ started_at: at }: CallRow) => civilDateOf(Date.parse(at));
    const withHer = (given.get(caseId) ?? []).filter(({ withWhom }) => withWhom === null || withWhom === 'user');
    const days = withHer.map(({ on }) => on).sort();
    const attendedOn = days.at(-1) ?? null;
    const answered = made.findLastIndex(({ result }) => result === 'her');
    const last = made.at(-1);
    const triedOn = made.slice(answered + 1).map(day);
    return {
      ...{ attendedOn, reachedAt: made[answered]?.started_at ?? null },
      triedOn: triedOn.filter((on) => attendedOn === null || on >= attendedOn),
      last:
        last?.result === undefined || last.result === null
          ? null
          : {
              ...{ result: last.result, on: day(last), by: last.started_by, at: last.started_at },
              next:
                last.next_on === null || last.next_time === null ? null : { on: last.next_on, time: last.next_time },
            },
    };
  };
}

/** Days on which she was called and not reached since the last contact: what «sin contacto tras n intentos» counts. */
export async function triedDays(trx: Trx, caseId: CaseId): Promise<readonly CivilDate[]> {
  return (await callsAmong(trx, [caseId]))(caseId).triedOn;
}
