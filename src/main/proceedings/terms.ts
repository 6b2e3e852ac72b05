/** Starts the terms of an event, and computes them again when the event or the law changes; closed ones stay. */
import { deadlinesOf, warnedAt, type ComputedDeadline, type LawTables } from '../../shared/proceedings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { toStored } from './computed.ts';
import {
  insertDeadline,
  insertDue,
  listDeadlinesOfEvent,
  updateDeadline,
  type DueRow,
  type StoredDeadline,
} from './deadline-repository.ts';
import type { StoredEvent } from './event-repository.ts';
import { readLaw, triggerOf } from './law.ts';

type Use = Unit<Trx>;

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
  const wanted = event.withdrawn === 1 ? [] : deadlinesOf(await triggerOf(unit.trx, event), law);
  const kept = await listDeadlinesOfEvent(unit.trx, event.id);
  const changes: TermChanges = { moved: 0, begun: 0, closed: 0 };
  for (const computed of wanted) {
    const stored = kept.find((row) => row.rule_id === computed.rule.id);
    if (stored === undefined) {
      await begin(unit, event, computed, why);
      changes.begun += 1;
    } else if (await move(unit, stored, computed, why)) changes.moved += 1;
  }
  const isWanted = new Set(wanted.map(({ rule }) => rule.id));
  for (const stored of kept) {
    if (stored.state !== 'open' || isWanted.has(stored.rule_id)) continue;
    await close(unit, stored);
    changes.closed += 1;
  }
  return changes;
}

function warning(computed: ComputedDeadline) {
  const due = warnedAt(computed);
  return { warn_on: due?.on ?? null, warn_time: due?.time ?? null };
}

async function begin(unit: Use, event: StoredEvent, computed: ComputedDeadline, why: DueRow['why']): Promise<void> {
  const id = unit.newId();
  await insertDeadline(unit.trx, {
    id,
    case_id: event.case_id,
    event_id: event.id,
    rule_id: computed.rule.id,
    ...warning(computed),
    state: 'open',
    closed_by_change: 0,
    ...unsettled,
    version: 1,
    period: null,
  });
  await insertDue(unit.trx, { ...dueOf(unit, computed, why), deadline_id: id, position: 1 });
  unit.touch('deadline', id);
}

const unsettled = { settled_on: null, settled_by: null, settled_at: null, proof: null, document_id: null } as const;

function dueOf(unit: Use, computed: ComputedDeadline, why: DueRow['why']) {
  return { rule_version: computed.rule.version, computed: toStored(computed), why, computed_at: unit.now };
}

/** Whether the term got another date or another wording; one closed by an earlier correction is opened again. */
async function move(
  unit: Use,
  stored: StoredDeadline,
  computed: ComputedDeadline,
  why: DueRow['why'],
): Promise<boolean> {
  const isPutAside = stored.closed_by_change === 1;
  if (stored.state !== 'open' && !isPutAside) return false;
  const last = stored.dues.at(-1);
  const isSame = last?.computed === toStored(computed) && last.rule_version === computed.rule.version;
  if (isSame && !isPutAside) return false;
  await updateDeadline(unit.trx, stored, {
    ...warning(computed),
    state: 'open',
    closed_by_change: 0,
    ...unsettled,
  });
  if (!isSame) {
    await insertDue(unit.trx, {
      ...dueOf(unit, computed, why),
      deadline_id: stored.id,
      position: (last?.position ?? 0) + 1,
    });
  }
  unit.touch('deadline', stored.id);
  return true;
}

/** What started it was corrected or taken back: the term no longer runs, and says so. */
async function close(unit: Use, stored: StoredDeadline): Promise<void> {
  await updateDeadline(unit.trx, stored, {
    state: 'notApplicable',
    closed_by_change: 1,
    settled_on: unit.today,
    settled_by: unit.session.staffId,
    settled_at: unit.now,
  });
  unit.touch('deadline', stored.id);
}
