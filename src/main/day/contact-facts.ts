/** What visits and calls say of many cases, for the rule of the day. */
import { servicesOf } from '../../shared/access/index.ts';
import type { ContactFacts } from '../../shared/day/index.ts';
import { civilDateOf, instantAt } from '../../shared/platform/clock.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { listStaff } from '../access/index.ts';
import { callsAmong, type CaseCalls } from '../contact/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { cellsOf, type Trx } from '../platform/storage/rows.ts';
import { visitsAmong } from '../reception/index.ts';

/** A visit missed earlier is no matter of a day any more. */
const daysBack = 180;

type VisitRow = Awaited<ReturnType<typeof visitsAmong>>[number];

const bookedOn = ({ booked_at: at }: VisitRow) => civilDateOf(Date.parse(at));

/** She was seen or reached since, came on another visit, or has one that was agreed since. */
function isFollowed(row: VisitRow, rows: readonly VisitRow[], { attendedOn, reachedAt }: CaseCalls): boolean {
  const isReached = reachedAt !== null && Date.parse(reachedAt) > Date.parse(instantAt(row.day, row.time));
  const later = rows.filter((other) => other.id !== row.id && other.day >= row.day);
  const isAgreed = later.some((other) => other.state === 'arrived' || bookedOn(other) >= row.day);
  return isReached || isAgreed || (attendedOn !== null && attendedOn >= row.day);
}

/** Where the last call did not reach her: until she was seen or has a visit that was agreed since. */
function triedOf({ last, attendedOn, triedOn }: CaseCalls, rows: readonly VisitRow[]) {
  if (last === null || last.result === 'her') return null;
  const isSeen = attendedOn !== null && attendedOn > last.on;
  return isSeen || rows.some(({ booked_at: at }) => at > last.at) ? null : { ...last, tries: triedOn.length };
}

function contactOn({ attendedOn, reachedAt }: CaseCalls): CivilDate | null {
  const reachedOn = reachedAt === null ? null : civilDateOf(Date.parse(reachedAt));
  const days = [attendedOn, reachedOn].filter((on) => on !== null).sort();
  return days.at(-1) ?? null;
}

export async function contactAmong(
  { trx, session, today }: CallFrame & { readonly trx: Trx },
  caseIds: readonly CaseId[],
  given: Parameters<typeof callsAmong>[2],
): Promise<(caseId: CaseId) => ContactFacts> {
  const visits = Map.groupBy(await visitsAmong(trx, caseIds, addDays(today, -daysBack)), ({ case_id: id }) => id);
  const callsOf = await callsAmong(trx, caseIds, given);
  const staff = new Map((await listStaff(trx)).map((one) => [one.id as string, one]));
  const own: readonly string[] = [session.staffId, ...session.standsInFor];
  const serviceOf = (id: string) => servicesOf(staff.get(id)?.roles ?? [])[0] ?? null;
  const visitOf = (row: VisitRow): ContactFacts['expected'][number] => {
    const person = staff.get(row.staff_id ?? '');
    // Of somebody who is no longer there it is the turn of the service.
    const isThere = person?.state === 'active';
    return {
      ...{ at: { on: row.day, time: row.time }, bookedOn: bookedOn(row) },
      service: row.service ?? serviceOf(row.staff_id ?? ''),
      ...{ to: isThere ? person.fullName : null, isOwn: isThere && own.includes(person.id) },
    };
  };
  return (caseId) => {
    const [calls, rows] = [callsOf(caseId), visits.get(caseId) ?? []];
    const missed = rows.findLast(({ state, day }) => state === 'missed' || (state === 'expected' && day < today));
    const tried = triedOf(calls, rows);
    return {
      expected: rows.filter(({ state }) => state === 'expected').map(visitOf),
      missed:
        missed === undefined || isFollowed(missed, rows, calls)
          ? null
          : { ...visitOf(missed), isTold: missed.state === 'missed' },
      tried:
        tried === null ? null : { ...cellsOf(tried, 'result', 'on', 'next', 'tries'), service: serviceOf(tried.by) },
      contactOn: contactOn(calls),
    };
  };
}
