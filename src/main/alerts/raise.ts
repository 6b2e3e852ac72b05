/** Raising an alert, in the transaction of whatever was found. */
import { alertRules, type AlertKind } from '../../shared/alerts/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { isWaiting, openAlerts, wasRaised } from './repository.ts';
import { byNow, insertRow, nextVersions } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

/**
 * Tells the team of a case and Coordinación something they did not ask for.
 *
 * The same kind with the same note is raised once a day while nobody has seen it: matching may repeat. Safe to call
 * from a screen of the desk: the record is touched aside, so the audit entry of the call is about something else, and
 * a silent kind keeps no name.
 *
 * @param alert.isByProgram Nobody found it: the clock did, and no name stands beside it.
 * @param alert.note Cleaned text of the person who saw it, null when the kind says it all.
 */
export async function raiseAlert(
  unit: Pick<Use, 'trx' | 'today' | 'now' | 'newId' | 'touchAside'> & { session: Use['session'] | null },
  alert: { caseId: CaseId; kind: AlertKind; note: string | null; isByProgram?: true },
): Promise<void> {
  if (await isWaiting(unit.trx, alert, unit.today)) return;
  const rule = alertRules[alert.kind];
  const id = unit.newId<'AlertId'>();
  await insertRow(tablesIn(unit.trx), 'alert', {
    ...{ id, case_id: alert.caseId, kind: alert.kind, note: alert.note },
    ...{ raised_at: unit.now, raised_on: unit.today },
    raised_by: rule.isSilent || alert.isByProgram === true ? null : (unit.session?.staffId ?? null),
    ...{ seen_at: null, seen_by: null, closed_at: null, closed_by: null, version: 1 },
  });
  unit.touchAside('alert', id);
}

export type Reminder = { readonly caseId: CaseId; readonly kind: AlertKind; readonly note: string };

/** Raises by the program what was never raised before: the words tell what is the same. */
export async function remind(unit: Use, reminders: readonly Reminder[]): Promise<{ raised: number }> {
  let raised = 0;
  for (const reminder of reminders) {
    if (await wasRaised(unit.trx, reminder)) continue;
    await raiseAlert(unit, { ...reminder, isByProgram: true });
    raised += 1;
  }
  unit.note({ raised });
  return { raised };
}

/** What was told proved not to be so, or was done: nobody has to look at it any more. Without `note`, whatever it says. */
export async function closeAlerts(unit: Use, alert: { caseId: CaseId; kind: AlertKind; note?: string | null }) {
  for (const { id, seen_at } of await openAlerts(unit.trx, alert)) {
    const seen = seen_at === null ? byNow(unit, 'seen') : {};
    await nextVersions(tablesIn(unit.trx), 'alert', { id }, { ...seen, ...byNow(unit, 'closed') });
    unit.touchAside('alert', id);
  }
}
