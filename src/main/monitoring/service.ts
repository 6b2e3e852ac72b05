/** Figures of the centre, their lists, the series by year, and the page that is printed. */
import {
  chosen,
  figureOfYear,
  indicatorIds,
  indicatorOf,
  isOfLegalFile,
  measureOf,
  membersOfYear,
  seriesIds,
  tallyOf,
  twelveMonths,
  yearsOf,
  type Facts,
  type Member,
  type Monitoring,
  type monitoringContract,
} from '../../shared/monitoring/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { addMonths, type Month } from '../../shared/platform/dates.ts';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { inside, type CallFrame, type Handlers, type Unit } from '../platform/gate/handler.ts';
import type { WorkingParts } from '../papers/index.ts';
import { releaseHandler, showHandler } from './release.ts';
import { readFacts } from './record.ts';
import type { Trx } from './tables.ts';

type Contract = typeof monitoringContract;
type Use = Unit<Trx>;
export type Reading = CallFrame & { readonly trx: Trx };

function factsSince({ trx, session, today }: Reading, since: Month | null): Promise<Facts> {
  return readFacts(trx, { today, staffId: session.staffId, since });
}

/** The last whole month; the running one where nothing counts before it. */
function lastOf({ fichas, attended, today }: Facts): Month {
  const running = monthOf(today);
  const isBefore = (on: string) => on.slice(0, 7) < running;
  const hasEarlier =
    [...fichas.values()].some(({ admittedOn }) => isBefore(admittedOn)) || attended.some((one) => isBefore(one.on));
  return hasEarlier ? addMonths(running, -1) : running;
}

/** No month that has not begun. */
const upTo = (asked: Month, running: Month): Month => (asked > running ? running : asked);

export async function readMonitoring(unit: Reading, until: Month | null): Promise<Monitoring> {
  const running = monthOf(unit.today);
  const facts = await factsSince(unit, addMonths(until ?? running, -12));
  const last = upTo(until ?? lastOf(facts), running);
  const months = twelveMonths(last);
  return {
    months,
    isRunning: last === running,
    indicators: indicatorIds.map((id) => {
      const { count, kinds } = indicatorOf(id);
      const measure = measureOf(id, facts);
      const members = count(facts, months);
      return {
        id,
        kinds: kinds(facts).map(({ code, label }) => ({ code, label })),
        tallies: months.map((month) => tallyOf(members, measure, [month])),
        whole: tallyOf(members, measure, months),
      };
    }),
  };
}

/** What asks most first: the longest, or the latest. */
function inOrder(rows: readonly Member[], order: 'day' | 'longest'): Member[] {
  const byDay = (one: Member, other: Member) => (other.on ?? '').localeCompare(one.on ?? '');
  if (order === 'day') return rows.toSorted(byDay);
  return rows.toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1) || byDay(one, other));
}

/** A row that tells of what its reader may not open says that it is there, and no more. */
async function asTold(unit: Use, rows: readonly Member[], isLegal: boolean): Promise<Member[]> {
  if (!isLegal) return [...rows];
  const told: Member[] = [];
  for (const [at, row] of rows.entries()) {
    const isOpen = row.caseId !== null && (await mayOpen(unit, 'legalFile.read', row.caseId));
    const nothing = { caseId: null, number: 'Ficha de otro equipo', on: null, facts: '', who: '' };
    told.push(isOpen ? row : { ...row, ...nothing, id: `closed-${at}` });
  }
  return told;
}

async function mayOpen(unit: Use, guard: string, caseId: CaseId): Promise<boolean> {
  try {
    await unit.require(guard, caseId);
    return true;
  } catch (error) {
    if (error instanceof ExpectedFailure) return false;
    throw error;
  }
}

async function listMonitoring(
  unit: Use,
  { indicator, months, kind }: InputOf<Contract['listMonitoring']>,
): Promise<OutputOf<Contract['listMonitoring']>> {
  const [first] = months.toSorted();
  const facts = await factsSince(unit, first === undefined ? null : addMonths(first, -1));
  const { count, order } = indicatorOf(indicator);
  const rows = inOrder(chosen(count(facts, months), measureOf(indicator, facts), { months, kind }), order);
  unit.note({ indicator, months: months.length, rows: rows.length });
  return { rows };
}

async function readSeries(unit: Use): Promise<OutputOf<Contract['readSeries']>> {
  const facts = await factsSince(unit, null);
  const years = yearsOf(facts);
  unit.note({ years: years.length });
  return { years, lines: seriesIds.map((id) => ({ id, figures: years.map((year) => figureOfYear(id, facts, year)) })) };
}

async function listSeries(
  unit: Use,
  { line, year }: InputOf<Contract['listSeries']>,
): Promise<OutputOf<Contract['listSeries']>> {
  const rows = inOrder(membersOfYear(line, await factsSince(unit, null), year), 'day');
  unit.note({ line, year, rows: rows.length });
  return { rows: await asTold(unit, rows, isOfLegalFile(line)) };
}

export function monitoringHandlers(parts: WorkingParts): Handlers<Contract, Trx> {
  return {
    readMonitoring: inside((unit, { until }) => readMonitoring(unit, until)),
    listMonitoring: inside(listMonitoring),
    readSeries: inside((unit) => readSeries(unit)),
    listSeries: inside(listSeries),
    monitoringPaper: showHandler(parts, readMonitoring),
    releaseMonitoringPage: releaseHandler(parts, readMonitoring),
  };
}
