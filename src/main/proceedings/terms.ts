/** Starts the terms of an event, and computes them again when the event or the law changes; closed ones stay. */
import {
  comesAgain,
  deadlinesOf,
  isInForce,
  nextTurn,
  warnedAt,
  type ComputedDeadline,
  type LawTables,
  type MetTurn,
} from '../../shared/proceedings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { fromStored, renewed, toStored } from './computed.ts';
import { listDeadlinesOfCase, listDeadlinesOfEvent, type DueRow, type StoredDeadline } from './deadline-repository.ts';
import { getEvent, listEvents, type StoredEvent } from './event-repository.ts';
import { readLaw, triggerOf } from './law.ts';
import { measuresOf } from './views.ts';
import { byNow, insertRow, updateVersioned } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

export type Started = { readonly task: string; readonly ruleId: string; readonly on: CivilDate; readonly time: string };

/** How many terms moved, began and were closed. */
export type TermChanges = { moved: number; begun: number; closed: number };

/**
 * Brings the terms of an event to what it and the law now say. Old dates stay in the history of each; what was done or
 * put aside by a person is not touched.
 */
export async function renewTerms(
  unit: Use,
  event: StoredEvent,
  why: DueRow['why'],
  tables?: LawTables,
): Promise<TermChanges> {
  const law = tables ?? (await readLaw(unit.trx));
  const kept = await listDeadlinesOfEvent(unit.trx, event.id);
  const wanted = await wantedOf(unit.trx, event, { law, kept });
  const changes: TermChanges = { moved: 0, begun: 0, closed: 0 };
  for (const { computed, period } of wanted) {
    const stored = kept.find((row) => row.rule_id === computed.rule.id && periodOf(row) === period);
    if (stored === undefined) {
      await begin(unit, event, { computed, period }, why);
      changes.begun += 1;
    } else if (await move(unit, stored, computed, why)) changes.moved += 1;
  }
  const isWanted = new Set(wanted.map(({ computed, period }) => `${computed.rule.id} ${period}`));
  for (const stored of kept) {
    if (stored.state !== 'open' || isWanted.has(`${stored.rule_id} ${periodOf(stored)}`)) continue;
    await close(unit, stored);
    changes.closed += 1;
  }
  return changes;
}

/** A term that should run, and which of its turns: 1 where it does not come again. */
type Wanted = { readonly computed: ComputedDeadline; readonly period: number };
type Around = { readonly law: LawTables; readonly kept: readonly StoredDeadline[] };

const periodOf = ({ period }: StoredDeadline) => period ?? 1;

async function wantedOf(trx: Trx, event: StoredEvent, { law, kept }: Around): Promise<Wanted[]> {
  if (event.withdrawn === 1) return [];
  const trigger = await triggerOf(trx, event);
  const wanted: Wanted[] = [];
  for (const first of deadlinesOf(trigger, law)) {
    if (comesAgain(first.rule.id) && (await hasEnded(trx, event))) continue;
    let turn: Wanted | null = { computed: first, period: 1 };
    while (turn !== null) {
      wanted.push(turn);
      const met = metTurn(turn, kept);
      const next: ComputedDeadline | null = met === null ? null : nextTurn(first, met, trigger, law);
      turn = next === null ? null : { computed: next, period: turn.period + 1 };
    }
  }
  return wanted;
}

/** Null unless the turn was closed as met: what a person put aside as not applicable ends the row of turns. */
function metTurn({ computed: { rule }, period }: Wanted, kept: readonly StoredDeadline[]): MetTurn | null {
  const row = kept.find((one) => one.rule_id === rule.id && periodOf(one) === period);
  const due = row?.dues.at(-1);
  const start = due === undefined ? undefined : fromStored(due.computed).byEntry?.start.on;
  if (!comesAgain(rule.id) || row?.state !== 'done' || row.warn_on === null || row.settled_on === null) return null;
  return start === undefined ? null : { start, due: row.warn_on, doneOn: row.settled_on };
}

/** Whether every measure that the event names is in force no more, or was lifted after it. */
async function hasEnded(trx: Trx, event: StoredEvent): Promise<boolean> {
  const events = await listEvents(trx, event.case_id);
  const after = events.slice(events.findIndex(({ id }) => id === event.id) + 1);
  const lifted = new Set(
    after
      .filter(({ kind, withdrawn }) => kind === 'measuresLifted' && withdrawn === 0)
      .flatMap(({ measures }) => measures.map(({ measure }) => measure)),
  );
  const inForce = new Set(measuresOf(events).flatMap(({ kind, state }) => (isInForce(state) ? [kind] : [])));
  return (
    event.measures.length > 0 && event.measures.every(({ measure }) => lifted.has(measure) || !inForce.has(measure))
  );
}

/** What befell a measure may end the terms that come again while it is in force, or let them run on. */
export async function renewTurns(unit: Use, caseId: CaseId): Promise<void> {
  const rows = await listDeadlinesOfCase(unit.trx, caseId);
  const events = new Set(rows.flatMap(({ rule_id, event_id }) => (comesAgain(rule_id) ? [event_id] : [])));
  for (const id of events) await renewTerms(unit, await getEvent(unit.trx, caseId, id), 'corrected');
}

function warning(computed: ComputedDeadline) {
  const due = warnedAt(computed);
  return { warn_on: due?.on ?? null, warn_time: due?.time ?? null };
}

async function begin(unit: Use, event: StoredEvent, { computed, period }: Wanted, why: DueRow['why']): Promise<void> {
  const id = unit.newId<'DeadlineId'>();
  await insertRow(tablesIn(unit.trx), 'deadline', {
    id,
    case_id: event.case_id,
    event_id: event.id,
    rule_id: computed.rule.id,
    ...warning(computed),
    ...running,
    version: 1,
    period: period === 1 ? null : period,
  });
  await insertRow(tablesIn(unit.trx), 'deadline_due', { ...dueOf(unit, computed, why), deadline_id: id, position: 1 });
  unit.touch('deadline', id);
}

const unsettled = { settled_on: null, settled_by: null, settled_at: null, proof: null, document_id: null } as const;
const running = { state: 'open', closed_by_change: 0, ...unsettled } as const;

function dueOf(unit: Use, computed: ComputedDeadline, why: DueRow['why']) {
  return { rule_version: computed.rule.version, computed: toStored(computed), why, computed_at: unit.now };
}

/** Whether the term got another date or another wording; one closed by an earlier correction is opened again. */
async function move(unit: Use, stored: StoredDeadline, computed: ComputedDeadline, why: DueRow['why']) {
  const isPutAside = stored.closed_by_change === 1;
  if (stored.state !== 'open' && !isPutAside) return false;
  const last = stored.dues.at(-1);
  const isSame =
    last !== undefined && renewed(last.computed) === toStored(computed) && last.rule_version === computed.rule.version;
  if (isSame && !isPutAside) return false;
  await updateVersioned(tablesIn(unit.trx), 'deadline', stored, { ...warning(computed), ...running });
  if (!isSame) {
    const place = { deadline_id: stored.id, position: (last?.position ?? 0) + 1 };
    await insertRow(tablesIn(unit.trx), 'deadline_due', { ...dueOf(unit, computed, why), ...place });
  }
  unit.touch('deadline', stored.id);
  return true;
}

/** What started it was corrected or taken back: the term no longer runs, and says so. */
async function close(unit: Use, stored: StoredDeadline): Promise<void> {
  await updateVersioned(tablesIn(unit.trx), 'deadline', stored, {
    state: 'notApplicable',
    closed_by_change: 1,
    settled_on: unit.today,
    ...byNow(unit, 'settled'),
  });
  unit.touch('deadline', stored.id);
}
