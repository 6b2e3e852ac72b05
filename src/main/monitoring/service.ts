/** Figures of the centre, their lists, the series by year, and the page that is printed. */
import { askNote, askOf } from '../../shared/alerts/index.ts';
import {
  askInRow,
  chosen,
  figureOfYear,
  indicatorIds,
  indicatorOf,
  guardOf,
  membersOf,
  membersOfYear,
  partsOf,
  seriesIds,
  tallyOf,
  twelveMonths,
  yearsOf,
  type Facts,
  type Guard,
  type Member,
  type Monitoring,
  type monitoringContract,
  monitoringPage,
  seriesOf,
  type SeriesId,
} from '../../shared/monitoring/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { addMonths, type Month, type CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { openAlerts, openAlertsAmong, raiseAlert } from '../alerts/index.ts';
import { foundedOn, getCentre } from '../centre/index.ts';
import { allowed } from '../intake/index.ts';
import { inside, type CallFrame, type Handlers, twoPhase, type Preparation } from '../platform/gate/handler.ts';
import {
  type WorkingParts,
  centreHead,
  commitWorking,
  deliverWorking,
  prepareWorking,
  type ReadyPaper,
} from '../papers/index.ts';
import { readFacts } from './record.ts';
import type { Trx, Use } from './tables.ts';
import { leavingName } from '../../shared/platform/file-names.ts';

// The page of monitoring leaves as every copy does: issued, registered, then printed or saved (security design §8).

type Release = (typeof monitoringContract)['releaseMonitoringPage'];
type Read = (reading: CallFrame & { readonly trx: Trx }, until: Month | null) => Promise<Monitoring>;

const fileName = leavingName(['monitoreo'], 'pdf');

type Show = (typeof monitoringContract)['monitoringPaper'];

async function composed(call: Preparation<Trx>, until: Month | null, read: Read) {
  const { page, centre } = await call.read(async (trx) => ({
    page: await read({ ...call, trx }, until),
    centre: await getCentre(trx),
  }));
  const { letterhead } = centreHead(centre);
  return monitoringPage(page, { letterhead, isPractice: centre.isPractice, today: call.today });
}

function showHandler({ printPaper }: WorkingParts, read: Read) {
  return twoPhase<Show, Trx, { readonly bytes: Uint8Array; readonly pages: number }>({
    prepare: async (call, { until }) => printPaper(await composed(call, until, read)),
    commit: (unit, _input, { bytes, pages }) => {
      unit.note({ pages });
      const file = unit.session.files.add(fileName, 'application/pdf', bytes, 'shown');
      return Promise.resolve({ file, pages });
    },
  });
}

function releaseHandler(parts: WorkingParts, read: Read) {
  return twoPhase<Release, Trx, ReadyPaper>({
    prepare: async (call, input) => {
      const paper = await composed(call, input.until, read);
      const made = { kind: 'monthly-report', template: 'monitoring@1', paper, fileName } as const;
      return prepareWorking(call, input, made, parts);
    },
    commit: (unit, input, ready) => commitWorking(unit, null, input, ready),
    deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }),
  });
}

type Contract = typeof monitoringContract;
export type Reading = CallFrame & { readonly trx: Trx };

function factsSince({ trx, session, today }: Reading, since: Month | null): Promise<Facts> {
  return readFacts(trx, { today, staffId: session.staffId, since });
}

/** The last whole month; the running one where nothing counts before it, or the centre began in it. */
function lastOf({ fichas, attended, today }: Facts, founding: Month): Month {
  const running = monthOf(today);
  if (founding >= running) return running;
  const isBefore = (on: string) => on.slice(0, 7) < running;
  const hasEarlier =
    [...fichas.values()].some(({ admittedOn }) => isBefore(admittedOn)) || attended.some((one) => isBefore(one.on));
  return hasEarlier ? addMonths(running, -1) : running;
}

/** @throws rule-broken `month-future`, `month-before-founding`: there is nothing to count, which is no zero */
export async function readMonitoring(unit: Reading, until: Month | null): Promise<Monitoring> {
  const running = monthOf(unit.today);
  const founding = monthOf(await foundedOn(unit.trx));
  if (until !== null && until > running) throw fail('rule-broken', 'month-future');
  if (until !== null && until < founding) throw fail('rule-broken', 'month-before-founding');
  const facts = await factsSince(unit, addMonths(until ?? running, -12));
  const last = until ?? lastOf(facts, founding);
  const months = twelveMonths(last);
  return {
    months,
    isRunning: last === running,
    indicators: indicatorIds.map((id) => {
      const { kinds, measure } = indicatorOf(id);
      const members = membersOf(id, facts, months);
      return {
        id,
        kinds: kinds(facts).map(({ code, label }) => ({ code, label })),
        tallies: months.map((month) => tallyOf(members, measure, [month])),
        whole: tallyOf(members, measure, months),
        parts: partsOf(id, facts, members),
      };
    }),
  };
}

/** What asks most first: the longest, or the latest; of the same day by number. */
function inOrder(rows: readonly Member[], order: 'day' | 'longest'): Member[] {
  const byDay = (one: Member, other: Member) =>
    (other.on ?? '').localeCompare(one.on ?? '') || one.number.localeCompare(other.number);
  if (order === 'day') return rows.toSorted(byDay);
  return rows.toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1) || byDay(one, other));
}

/** A row that tells of what its reader may not open says that it is there, and no more. */
async function asTold(unit: Use, rows: readonly Member[], guard: Guard | undefined): Promise<Member[]> {
  if (guard === undefined) return [...rows];
  const open = new Set<CaseId>();
  for (const id of new Set(rows.flatMap(({ caseId }) => caseId ?? [])))
    if ((await allowed(unit, guard, id)) !== null) open.add(id);
  return rows.map((row, at) => {
    const isOpen = row.caseId !== null && open.has(row.caseId);
    const nothing = { caseId: null, number: 'Ficha de otro equipo', on: null, facts: '', who: '' };
    return isOpen ? row : { ...row, ...nothing, id: `closed-${at}` };
  });
}

/** Each with the day on which what it lacks was asked for. */
async function withAsked(
  { trx }: Use,
  rows: readonly Member[],
  { indicator, part }: Pick<InputOf<Contract['listMonitoring']>, 'indicator' | 'part'>,
) {
  const asks = rows.map((row) => askInRow(indicator, row, part));
  const ids = rows.flatMap(({ caseId }, at) => (asks[at] === null || caseId === null ? [] : [caseId]));
  const alerts = await openAlertsAmong(trx, ids);
  const asked = new Map(alerts.map((one) => [`${one.case_id} ${askOf(one) ?? ''}`, one.raised_on]));
  return rows.map((row, at) => ({ ...row, askedOn: asked.get(`${row.caseId ?? ''} ${asks[at] ?? '-'}`) ?? null }));
}

const everyKind = { of: 'count', kinds: null } as const;

async function listMonitoring(unit: Use, { indicator, months, kind, part }: InputOf<Contract['listMonitoring']>) {
  const [first] = months.toSorted();
  const facts = await factsSince(unit, first === undefined ? null : addMonths(first, -1));
  const { order, guard, measure: own } = indicatorOf(indicator);
  const measure = part === null ? own : everyKind;
  const rows = inOrder(chosen(membersOf(indicator, facts, months, part), measure, { months, kind }), order);
  unit.note({ indicator, months: months.length, rows: rows.length });
  return { rows: await withAsked(unit, await asTold(unit, rows, guard), { indicator, part }) };
}

async function readSeries(unit: Use) {
  const facts = await factsSince(unit, null);
  const years = yearsOf(facts);
  unit.note({ years: years.length });
  return { years, lines: seriesIds.map((id) => ({ id, figures: years.map((year) => figureOfYear(id, facts, year)) })) };
}

async function listSeries(unit: Use, { line, year }: InputOf<Contract['listSeries']>) {
  const rows = inOrder(membersOfYear(line, await factsSince(unit, null), year), 'day');
  unit.note({ line, year, rows: rows.length });
  const told = await asTold(unit, rows, guardOf(line));
  return { rows: told.map((row) => ({ ...row, askedOn: null })) };
}

/** Once while nobody has marked it as done. */
async function askInCase(unit: Use, { caseId, ask }: InputOf<Contract['askInCase']>) {
  const alert = { caseId, ...askNote(ask) };
  const isNew = (await openAlerts(unit.trx, alert)).length === 0;
  if (isNew) await raiseAlert(unit, alert);
  unit.note({ ask, isNew });
  return { isNew };
}

export function monitoringHandlers(parts: WorkingParts): Handlers<Contract, Trx> {
  return {
    readMonitoring: inside((unit, { until }) => readMonitoring(unit, until)),
    listMonitoring: inside(listMonitoring),
    readSeries: inside(readSeries),
    listSeries: inside(listSeries),
    askInCase: inside(askInCase),
    monitoringPaper: showHandler(parts, readMonitoring),
    releaseMonitoringPage: releaseHandler(parts, readMonitoring),
  };
}

type EvaluationCount = { readonly key: SeriesId; readonly label: string; readonly count: number | null };

/** True counts of a year, null where the record does not hold them; times and shares are no counts and stay inside. */
export async function evaluationCounts(trx: Trx, year: number, today: CivilDate): Promise<EvaluationCount[]> {
  const facts = await readFacts(trx, { today, staffId: null, since: null });
  return seriesIds.flatMap((key) => {
    const { group, label, measure } = seriesOf(key);
    return measure.of === 'count' ? [{ key, label: `${group}: ${label}`, count: figureOfYear(key, facts, year) }] : [];
  });
}
