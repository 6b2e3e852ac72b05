/** Reading and acknowledging alerts. A person gets those of the cases that person may open, and no other. */
import {
  alertRules,
  arrivalIn,
  byUrgency,
  dangerKinds,
  type Alert,
  type alertsContract,
  type Danger,
} from '../../shared/alerts/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { byNow, cellsOf, nextVersions, rowOf, rowsOf, insertRecord } from '../platform/storage/rows.ts';
import { listAlertsOfCase, listSights, type AlertRow, type Sight } from './repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof alertsContract;

export type AlertsParts = {
  /** How a case is named to its own team. The case belongs to a domain above this one. */
  readonly headingOf: (unit: Use, caseId: CaseId) => Promise<{ number: string; userName: string }>;
};

async function mayRead(unit: Use, caseId: CaseId): Promise<boolean> {
  try {
    await unit.require('alert.read', caseId);
    return true;
  } catch (error) {
    if (error instanceof ExpectedFailure) return false;
    throw error;
  }
}

/** Those of the cases the session may read, each case asked once. */
async function readable(unit: Use, open: readonly AlertRow[]): Promise<AlertRow[]> {
  const allowed = new Set<string>();
  for (const caseId of new Set(open.map((row) => row.case_id))) {
    if (await mayRead(unit, caseId)) allowed.add(caseId);
  }
  return open.filter((row) => allowed.has(row.case_id));
}

/** Ids of those among these alerts that the reader saw, as the first or later. */
async function seenByReader({ trx, session }: Use, rows: readonly AlertRow[]): Promise<ReadonlySet<string>> {
  const own = (await listSights(trx, rows)).filter(({ staffId }) => staffId === session.staffId);
  return new Set(own.map(({ alertId }) => alertId));
}

async function shown(unit: Use, rows: readonly AlertRow[], parts: AlertsParts): Promise<Alert[]> {
  const names = await staffNames(unit.trx);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  const seen = await seenByReader(unit, rows);
  const headings = new Map<string, { number: string; userName: string }>();
  const alerts: Alert[] = [];
  for (const row of rows) {
    const heading = headings.get(row.case_id) ?? (await parts.headingOf(unit, row.case_id));
    headings.set(row.case_id, heading);
    alerts.push({
      alertId: row.id,
      ...cellsOf(row, 'case_id', 'note', 'raised_at', 'seen_at', 'closed_at', 'kind'),
      ...heading,
      isSeen: seen.has(row.id),
      raisedBy: nameOf(row.raised_by),
      seenBy: nameOf(row.seen_by),
      closedBy: nameOf(row.closed_by),
    });
  }
  return alerts;
}

function ordered(rows: readonly AlertRow[]): AlertRow[] {
  return rows.toSorted((one, other) =>
    byUrgency({ kind: one.kind, raisedAt: one.raised_at }, { kind: other.kind, raisedAt: other.raised_at }),
  );
}

async function acknowledge(unit: Use, { caseId, alertId, act }: InputOf<Contract['acknowledgeAlert']>) {
  const row = await rowOf(tablesIn(unit.trx), 'alert', { case_id: caseId, id: alertId });
  const rule = alertRules[row.kind];
  if (act === 'closed' && rule.isClosedByAct === true) throw fail('rule-broken', 'alert-not-by-hand');
  const seen = row.seen_at === null ? byNow(unit, 'seen') : {};
  const closed = act === 'closed' && row.closed_at === null ? byNow(unit, 'closed') : {};
  const change = { ...seen, ...closed };
  if (Object.keys(change).length > 0) {
    await nextVersions(tablesIn(unit.trx), 'alert', { id: alertId }, change);
    unit.touch('alert', alertId);
  }
  const changed = { ...row, ...change };
  await see(unit, changed);
  unit.note({ kind: row.kind, act });
  return changed;
}

/** For the reader alone: to everybody else the alert stays new. */
async function see(unit: Use, row: AlertRow): Promise<void> {
  if ((await seenByReader(unit, [row])).has(row.id)) return;
  const id = unit.newId();
  const by = { staff_id: unit.session.staffId, seen_at: unit.now };
  const seen = { id, alert_id: row.id, case_id: row.case_id, ...by, version: 1 };
  await insertRecord(unit, tablesIn, 'alert_seen', seen);
}

/** What nobody received in a week is found in the lists of the day. */
const dangerDays = 7;

/** Whoever came is here on that day alone. */
function isCurrent(row: AlertRow, today: CivilDate): boolean {
  return row.raised_on >= (row.kind === 'aggressorAtDoor' ? today : addDays(today, -dangerDays));
}

async function dangerOf(unit: Use, row: AlertRow, sights: readonly Sight[], parts: AlertsParts) {
  const kind = dangerKinds.find((one) => one === row.kind);
  const seen = sights.filter(({ alertId }) => alertId === row.id);
  const seenAt = seen.find(({ staffId }) => staffId === unit.session.staffId)?.at ?? null;
  const isOver = seenAt !== null && civilDateOf(Date.parse(seenAt)) < unit.today;
  if (kind === undefined || isOver) return null;
  const names = await staffNames(unit.trx);
  const others = seen
    .filter(({ staffId }) => staffId !== unit.session.staffId)
    .map(({ staffId, at }) => ({ name: names.get(staffId) ?? '', at }));
  const { number } = await parts.headingOf(unit, row.case_id);
  const about = { alertId: row.id, caseId: row.case_id, number, kind };
  return { ...about, arrival: arrivalIn(row.note), seenAt, others };
}

const urgency = ({ kind, seenAt }: Danger): number =>
  (seenAt === null ? 0 : dangerKinds.length) + dangerKinds.indexOf(kind);

/** Gravest first; of the same kind the newest, as they are listed. */
async function listDangers(unit: Use, parts: AlertsParts): Promise<Danger[]> {
  const all = await rowsOf(tablesIn(unit.trx), 'alert', { closed_at: null, kind: dangerKinds }, 'raised_at desc');
  const open = all.filter((row) => isCurrent(row, unit.today));
  const rows = await readable(unit, open);
  const sights = await listSights(unit.trx, rows);
  const dangers: Danger[] = [];
  for (const row of rows) {
    const danger = await dangerOf(unit, row, sights, parts);
    if (danger !== null) dangers.push(danger);
  }
  return dangers.sort((one, other) => urgency(one) - urgency(other));
}

export function alertsHandlers(parts: AlertsParts): Handlers<Contract, Trx> {
  return {
    listDangers: inside(async (unit) => ({ dangers: await listDangers(unit, parts) })),
    listCaseAlerts: inside(async (unit, { caseId }) => {
      const rows = await listAlertsOfCase(unit.trx, caseId);
      const open = ordered(rows.filter((row) => row.closed_at === null));
      return { alerts: await shown(unit, [...open, ...rows.filter((row) => row.closed_at !== null)], parts) };
    }),
    acknowledgeAlert: inside(async (unit, input) => {
      const [alert] = await shown(unit, [await acknowledge(unit, input)], parts);
      if (alert === undefined) throw fail('not-found');
      return alert;
    }),
  };
}
