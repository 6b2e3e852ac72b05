/** What presenting a paper does to the clock, and what annulling that presentation takes back. */
import { decisionKey, decisionNamed, type EventForm } from '../../shared/proceedings/index.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import { settleDeadline } from './board.ts';
import { fromStored } from './computed.ts';
import { listDeadlinesOfCase, type StoredDeadline } from './deadline-repository.ts';
import { formOf, getEvent, listEvents, type StoredEvent } from './event-repository.ts';
import { correctEvent, keepEvent } from './events.ts';
import { renewTerms } from './terms.ts';
import { updateVersioned, valuesIn } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

type Paper = { readonly caseId: CaseId; readonly documentId: DocumentId };

/** Records what the paper is in the proceeding, unless somebody recorded the same. */
export async function recordByPaper(unit: Use, caseId: CaseId, event: EventForm): Promise<void> {
  const papers = new Set(await valuesIn(tablesIn(unit.trx), 'issued_document.number', { case_id: caseId }));
  const isKnown = (await listEvents(unit.trx, caseId)).some(
    (row) => row.withdrawn === 0 && row.kind === event.kind && isSame(row, event, papers),
  );
  if (!isKnown) await keepEvent(unit, caseId, event);
}

/**
 * An event with the number of another paper is another act. One that a person wrote down is the same when it is of that
 * day, or of the one before or after, and names every measure that the paper asks for.
 */
function isSame(row: StoredEvent, event: EventForm, papers: ReadonlySet<string>): boolean {
  if (row.document !== null && papers.has(row.document)) return row.document === event.document;
  const { on } = event.at;
  if (row.happened_on < addDays(on, -1) || row.happened_on > addDays(on, 1)) return false;
  const named = new Set<string>(row.measures.map(({ measure }) => measure));
  return event.measures.every(({ kind }) => named.has(kind));
}

/**
 * Withdraws what `recordByPaper` recorded; an event that a person recorded stays.
 *
 * @param document number of the paper
 * @param presentedAt moment of the call that presented it: what it recorded has the same
 */
export async function withdrawByPaper(
  unit: Use,
  caseId: CaseId,
  { document, presentedAt }: { readonly document: string; readonly presentedAt: string },
): Promise<void> {
  const rows = await listEvents(unit.trx, caseId);
  const row = rows.find((one) => one.withdrawn === 0 && one.document === document && one.recorded_at === presentedAt);
  if (row === undefined) return;
  await correctEvent(unit, {
    caseId,
    eventId: row.id,
    version: row.version,
    event: formOf(row),
    reason: 'notHappened',
    words: null,
    isWithdrawn: true,
  });
}

/** The act a paper answers, as the paper names it; null where it does not. */
export type ActNamed = { readonly document: string | null; readonly on: string | null };

type Met = {
  readonly rules: readonly string[];
  readonly on: CivilDate;
  readonly act: ActNamed;
  /** `named`: only the term of an act that the paper names. `none`: the paper alone meets none. */
  readonly settles: 'any' | 'named' | 'none';
};

/**
 * Closes as met, with the paper as proof, the open term of these rules that the act named by the paper started, or the
 * only one that is open when no act answers to that name and nothing speaks against it (`settles` `any`).
 *
 * @returns the terms it left open because it cannot tell which one was met, in words
 */
export async function settleByPaper(unit: Use, { caseId, documentId }: Paper, met: Met): Promise<string[]> {
  const terms = (await listDeadlinesOfCase(unit.trx, caseId)).filter(({ rule_id }) => met.rules.includes(rule_id));
  const events = new Map((await listEvents(unit.trx, caseId)).map((row) => [row.id, row]));
  const eventOf = (row: StoredDeadline) => events.get(row.event_id);
  const kinds = new Set(terms.map((row) => eventOf(row)?.kind));
  const isKnown = [...events.values()].some((event) => kinds.has(event.kind) && isNamed(event, met.act));
  const open = terms.filter((row) => row.state === 'open' && (!isKnown || isNamed(eventOf(row), met.act)));
  const [only, another] = open;
  if (only === undefined) return [];
  const isDoubtful = another !== undefined || (!isKnown && contradicts(eventOf(only), met.act));
  const isMet = met.settles === 'any' || (met.settles === 'named' && isKnown);
  if (isDoubtful || !isMet) return open.map((row) => termWords(row, eventOf(row)));
  const settle = { state: 'done' as const, on: met.on, documentId, proof: null };
  await settleDeadline(unit, { caseId, deadlineId: only.id, version: only.version, settle });
  return [];
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

const keyOf = (document: string) => {
  const decision = decisionNamed(document);
  return decision === null ? plain(document) : decisionKey(decision);
};

/** «Resolución N.º 2» and «Resolución N.º 2 (auto) del 03/06/2026»: what stands beside the number does not count. */
const isSameDocument = (one: string, other: string) => keyOf(one) === keyOf(other);

/** By number and day; by the day alone where the act was recorded without its number. */
function isNamed(event: StoredEvent | undefined, act: ActNamed): boolean {
  if (event === undefined || event.withdrawn === 1) return false;
  const isOfDay = act.on === event.happened_on;
  if (act.document === null || event.document === null) return isOfDay;
  return isSameDocument(act.document, event.document) && (isOfDay || act.on === null);
}

/** Another number or another day than the act was recorded with. */
function contradicts(event: StoredEvent | undefined, act: ActNamed): boolean {
  if (event === undefined) return false;
  const isOtherDay = act.on !== null && act.on !== event.happened_on;
  const isOtherNumber =
    act.document !== null && event.document !== null && !isSameDocument(act.document, event.document);
  return isOtherDay || isOtherNumber;
}

/** «Apelar la decisión (D05), Resolución N.º 2» */
function termWords({ dues, rule_id }: StoredDeadline, event: StoredEvent | undefined): string {
  const due = dues.at(-1);
  const task = due === undefined ? '' : fromStored(due.computed).rule.task;
  const document = event?.document ?? null;
  return `${task} (${rule_id})${document === null ? '' : `, ${document}`}`;
}

/**
 * Opens again the terms that presenting the paper closed, and counts them again: what started them may have changed
 * meanwhile. One that a person closed with the paper as proof stays.
 *
 * @param presentedAt moment of the call that presented it: what it closed has the same
 */
export async function reopenByPaper(unit: Use, { caseId, documentId }: Paper, presentedAt: string): Promise<void> {
  for (const row of await listDeadlinesOfCase(unit.trx, caseId)) {
    if (row.state !== 'done' || row.document_id !== documentId || row.settled_at !== presentedAt) continue;
    const open = { state: 'open' as const, settled_on: null, settled_by: null, settled_at: null };
    await updateVersioned(tablesIn(unit.trx), 'deadline', row, { ...open, proof: null, document_id: null });
    unit.touch('deadline', row.id);
    await renewTerms(unit, await getEvent(unit.trx, caseId, row.event_id), 'corrected');
  }
}
