/** «Mi día»: what is next in the cases of a reader, read at once for all of them. */
import { servicesOf, services, type Service } from '../../shared/access/index.ts';
import {
  byPress,
  countLines,
  decideClosing,
  nextOf,
  type CentreNow,
  type dayContract,
  type NextItem,
  type NextLine,
} from '../../shared/day/index.ts';
import { instantAt, monthOf } from '../../shared/platform/clock.ts';
import { addDays, addMonths, firstOfMonth, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { workCalendar } from '../../shared/proceedings/index.ts';
import { attentionByMonth } from '../../shared/reception/index.ts';
import { listStaff } from '../access/index.ts';
import { allowed, caseHeads, casesInCharge, closedCases, runningGrants, type CaseRow } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import type { Trx } from '../platform/storage/rows.ts';
import { boardOf, measuresOfYear, readLaw, type RecordParts } from '../proceedings/index.ts';
import { firstAttentions } from '../reception/index.ts';
import { callLines } from './calls.ts';
import { readCaseload } from './caseload.ts';
import { factsOf, ownCases, type Board, type Reading } from './facts.ts';

type Read = {
  readonly rows: readonly CaseRow[];
  readonly board: Board;
  /** Every case with something next, whoever's turn it is. */
  readonly lines: readonly NextLine[];
};

async function readNext(unit: Reading, parts: RecordParts, only?: CaseId): Promise<Read> {
  const board = await boardOf(unit, 'all', parts, only);
  const awaited = [...board.deadlines, ...board.hearings].flatMap(({ caseId }) => caseId ?? []);
  const rows = await casesInCharge(unit, { closed: awaited, only });
  const ids = rows.map(({ id }) => id);
  const heads = new Map((await caseHeads(unit.trx, unit, ids)).map((head) => [head.caseId, head]));
  const facts = await factsOf(unit, { rows, heads, board }, parts);
  const own = await ownCases(unit, rows);
  const readerServices = servicesOf(unit.session.roles);
  const lines = rows.flatMap(({ id }): NextLine[] => {
    const [head, known] = [heads.get(id), facts.get(id)];
    if (head === undefined || known === undefined) return [];
    const items = nextOf(known, { services: readerServices, isOwn: own.has(id) }, unit.today);
    return items.length === 0 ? [] : [{ ...head, items }];
  });
  return { rows, board, lines };
}

/** The cases in which it is the reader's turn, with those items alone, the most pressing first. */
function ownLines(lines: readonly NextLine[]): NextLine[] {
  return lines
    .map((line) => ({ ...line, items: line.items.filter(({ isMine }) => isMine) }))
    .filter(({ items }) => items.length > 0)
    .toSorted(byFirst);
}

/** The most pressing first; of the same moment the higher risk, then the older ficha. */
function byFirst(line: NextLine, next: NextLine): number {
  const [one, other] = [line.items[0], next.items[0]];
  const press = one === undefined || other === undefined ? 0 : byPress(one, other);
  if (press !== 0) return press;
  return (next.level ?? 0) - (line.level ?? 0) || line.number.localeCompare(next.number);
}

/** What cannot wait, and a closing that waits for somebody to decide it. */
const isForCentre = ({ group, kind, turn, task }: NextItem) =>
  group === 'today' || (kind === 'closing' && turn.length > 0 && task === decideClosing);

/** Whoever leads the centre and attends nobody sees what cannot wait, of every case. */
function urgentLines(lines: readonly NextLine[]): NextLine[] {
  return lines
    .map((line) => ({ ...line, items: line.items.filter(isForCentre) }))
    .filter(({ items }) => items.length > 0)
    .toSorted(byFirst);
}

function isLate({ group }: NextItem): boolean {
  return group === 'overdue';
}

async function centreNow(unit: Reading, { rows, lines }: Read): Promise<CentreNow> {
  const ids = rows.map(({ id }) => id);
  const grants = await runningGrants(unit.trx, ids, unit.now);
  const staffed = new Set(
    (await listStaff(unit.trx)).filter(({ state }) => state === 'active').flatMap(({ roles }) => servicesOf(roles)),
  );
  const late = lines.flatMap(({ items }) => items.filter(isLate));
  const tasks = Map.groupBy(
    late.filter(({ kind }) => kind === 'term'),
    ({ task }) => task,
  );
  const casesOf = (service: Service) =>
    new Set(grants.filter((one) => one.service === service).map(({ caseId }) => caseId)).size;
  return {
    services: services.map((service) => ({
      ...{ service, cases: casesOf(service), isStaffed: staffed.has(service) },
      overdue: lines.filter(({ items }) => items.some((item) => isLate(item) && item.turn.includes(service))).length,
    })),
    overdue: [...tasks]
      .map(([label, items]) => ({ label, count: items.length }))
      .toSorted((one, other) => other.count - one.count),
    unvalidated: rows.filter(({ state }) => state === 'draft').length,
    unanswered: lines.filter(({ items }) => items.some(({ kind }) => kind === 'referral')).length,
  };
}

/** The lines of the reader: of the own services, else what cannot wait anywhere. */
function linesFor(unit: Reading, lines: readonly NextLine[]): NextLine[] {
  return servicesOf(unit.session.roles).length > 0 ? ownLines(lines) : urgentLines(lines);
}

const leads = (unit: Reading) => unit.session.roles.includes('coordinator');

/** Days after today that a screen of terms shows (`day/week.tsx`). */
const daysAhead = 6;

/** Weekends and the holidays of the whole country: what nobody doubts. */
async function daysOffAhead({ trx, today }: Reading): Promise<CivilDate[]> {
  const { holidays } = await readLaw(trx);
  const calendar = workCalendar(holidays, { kind: 'public', district: null }, 'sure');
  const ahead = Array.from({ length: daysAhead }, (_, at) => addDays(today, at + 1));
  return ahead.filter((day) => calendar.whyOff(day) !== null);
}

async function readMyDay(unit: Reading, parts: RecordParts) {
  const read = await readNext(unit, parts);
  const { rows, board, lines } = read;
  const own = servicesOf(unit.session.roles);
  const all = rows.map(({ id }) => id);
  const ids = new Set<string>(all);
  const isIn = ({ caseId }: { readonly caseId: string | null }) => caseId !== null && ids.has(caseId);
  const grants = await runningGrants(unit.trx, all, unit.now);
  const inCharge = new Set(
    grants
      .filter(({ service, staffId }) => staffId === unit.session.staffId || (service !== null && own.includes(service)))
      .map(({ caseId }) => caseId),
  );
  const answersForTerms = own.includes('legal');
  return {
    today: unit.today,
    cases: inCharge.size,
    lines: linesFor(unit, lines),
    hearings: board.hearings.filter(isIn),
    terms: answersForTerms ? board.deadlines.filter((term) => isIn(term) && term.consequence !== 'internal') : null,
    daysOff: answersForTerms ? await daysOffAhead(unit) : [],
    centre: leads(unit) ? await centreNow(unit, read) : null,
  };
}

/** This month and the five before it. */
const monthsShown = 6;

async function readCentreYear(unit: Reading, parts: RecordParts) {
  const first = addMonths(monthOf(unit.today), 1 - monthsShown);
  const arrivals = await firstAttentions(unit.trx, instantAt(firstOfMonth(first), '00:00'));
  const { staffId } = unit.session;
  const year = Number(unit.today.slice(0, 4));
  const of = arrivals.flatMap(({ caseId }) => caseId ?? []);
  const closed = await closedCases(unit.trx, staffId, of);
  return {
    attention: attentionByMonth(arrivals.filter(({ caseId }) => caseId === null || !closed.has(caseId))),
    measures: { year, ...(await measuresOfYear(unit.trx, { year, staffId }, parts)) },
  };
}

export function dayHandlers(parts: RecordParts): Handlers<typeof dayContract, Trx> {
  return {
    readMyDay: inside(async (unit) => {
      const day = await readMyDay(unit, parts);
      unit.note({ cases: day.cases, lines: day.lines.length });
      return day;
    }),
    readCalls: inside(async (unit) => {
      const { lines } = await readNext(unit, parts);
      const calls = await callLines(unit, ownLines(lines));
      unit.note({ lines: calls.lines.length });
      return calls;
    }),
    readCaseNext: inside(async (unit, { caseId }) => {
      const { lines } = await readNext(unit, parts, caseId);
      const items = lines.flatMap((line) => line.items);
      // Whoever came in by an acceso excepcional may not read the referrals: their receiver tells what was done to her.
      if ((await allowed(unit, 'referral.record', caseId)) !== null) return { items };
      return { items: items.filter(({ kind }) => kind !== 'referral') };
    }),
    readCaseload: inside((unit, input) => readCaseload(unit, input, parts)),
    readCentreYear: inside((unit) => readCentreYear(unit, parts)),
    countMyDay: inside(async (unit) => {
      const { lines } = await readNext(unit, parts);
      return countLines(linesFor(unit, lines));
    }),
  };
}
