/** What presenting a paper does to the clock, and what annulling that presentation takes back. */
import type { EventForm } from '../../shared/proceedings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { settleDeadline } from './board.ts';
import { listDeadlinesOfCase, updateDeadline, type StoredDeadline } from './deadline-repository.ts';
import { formOf, listEvents } from './event-repository.ts';
import { correctEvent, keepEvent } from './events.ts';

type Use = Unit<Trx>;
type Paper = { readonly caseId: CaseId; readonly documentId: DocumentId };

/** Records what the paper is in the proceeding, unless somebody recorded it for that day. */
export async function recordByPaper(unit: Use, caseId: CaseId, event: EventForm): Promise<void> {
  const isKnown = (await listEvents(unit.trx, caseId)).some(
    (row) => row.withdrawn === 0 && row.kind === event.kind && row.happened_on === event.at.on,
  );
  if (!isKnown) await keepEvent(unit, caseId, event);
}

/** Withdraws what `recordByPaper` recorded; an event that a person recorded stays. @param document number of the paper */
export async function withdrawByPaper(unit: Use, caseId: CaseId, document: string): Promise<void> {
  const rows = await listEvents(unit.trx, caseId);
  const row = rows.find((one) => one.withdrawn === 0 && one.document === document);
  if (row === undefined) return;
  await correctEvent(unit, {
    caseId,
    eventId: row.id as Parameters<typeof correctEvent>[1]['eventId'],
    version: row.version,
    event: formOf(row),
    reason: 'notHappened',
    words: null,
    isWithdrawn: true,
  });
}

/** Closes the open terms of these rules as met, with the paper as proof. */
export async function settleByPaper(
  unit: Use,
  { caseId, documentId }: Paper,
  met: { readonly rules: readonly string[]; readonly on: CivilDate },
): Promise<void> {
  for (const { id, version, rule_id, state } of await listDeadlinesOfCase(unit.trx, caseId)) {
    if (state !== 'open' || !met.rules.includes(rule_id)) continue;
    const settle = { state: 'done' as const, on: met.on, documentId, proof: null };
    await settleDeadline(unit, { caseId, deadlineId: idOf(id), version, settle });
  }
}

const idOf = (id: StoredDeadline['id']) => id as Parameters<typeof settleDeadline>[1]['deadlineId'];

/** Opens again the terms that the paper closed. */
export async function reopenByPaper(unit: Use, { caseId, documentId }: Paper): Promise<void> {
  for (const row of await listDeadlinesOfCase(unit.trx, caseId)) {
    if (row.state !== 'done' || row.document_id !== documentId) continue;
    const open = { state: 'open' as const, settled_on: null, settled_by: null, settled_at: null };
    await updateDeadline(unit.trx, row, { ...open, proof: null, document_id: null });
    unit.touch('deadline', row.id);
  }
}
