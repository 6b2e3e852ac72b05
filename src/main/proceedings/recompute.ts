/** When a table of the clock or an office of the directory changes, open terms are counted again and the team is told what moved. */
import { deadlineTable, distanceTable, effectTable, holidayTable } from '../../shared/proceedings/index.ts';
import { addDays } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { raiseAlert } from '../alerts/index.ts';
import type { RuleListener } from '../rulebook/index.ts';
import { fromStored } from './computed.ts';
import { listDeadlinesOfEvent, type StoredDeadline } from './deadline-repository.ts';
import { listEventsWithOpenTerms, listUncountedDecisions, type StoredEvent } from './event-repository.ts';
import { readLaw } from './law.ts';
import { renewTerms } from './terms.ts';
import type { Use } from './tables.ts';

/** Part of the change itself: a table that changed and terms that did not would contradict each other. */
export const deadlineListener: RuleListener = {
  tables: [deadlineTable, holidayTable, effectTable, distanceTable].map(({ id }) => id),
  changed: recountTerms,
};

/** Days of notification looked back for a decision that the table of an earlier version did not count. */
const recentDays = 30;

/** Counts again what is open and tells each team what moved: the law or an office changed under it. */
export async function recountTerms(unit: Use): Promise<void> {
  const law = await readLaw(unit.trx);
  const total = { moved: 0, begun: 0, closed: 0 };
  const open = await listEventsWithOpenTerms(unit.trx);
  const uncounted = await listUncountedDecisions(unit.trx, addDays(unit.today, -recentDays));
  for (const event of [...open, ...uncounted]) {
    const before = await listDeadlinesOfEvent(unit.trx, event.id);
    const { moved, begun, closed } = await renewTerms(unit, event, 'rulesChanged', law);
    total.moved += moved;
    total.begun += begun;
    total.closed += closed;
    await tell(unit, event, before);
  }
  unit.note({ termsMoved: total.moved, termsBegun: total.begun, termsClosed: total.closed });
}

/** «Apelar (D05): antes 01/07/2026 23:59, ahora 08/07/2026 23:59», for each date that is another. */
async function tell(unit: Use, event: StoredEvent, before: readonly StoredDeadline[]): Promise<void> {
  for (const now of await listDeadlinesOfEvent(unit.trx, event.id)) {
    const old = before.find(({ id }) => id === now.id);
    const due = now.dues.at(-1);
    if (due === undefined || wordsOf(old) === wordsOf(now)) continue;
    const { task } = fromStored(due.computed).rule;
    const note = `${task} (${now.rule_id}): antes ${wordsOf(old)}, ahora ${wordsOf(now)}`;
    await raiseAlert(unit, { caseId: event.case_id, kind: 'deadlineMoved', note, isByProgram: true });
  }
}

function wordsOf(row: StoredDeadline | undefined): string {
  if (row === undefined || row.warn_on === null) return 'sin fecha';
  if (row.state === 'notApplicable') return 'no corresponde';
  return `${formatCivilDate(row.warn_on)} ${row.warn_time ?? ''}`.trim();
}
