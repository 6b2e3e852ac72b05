/** Arrivals, what is written of them, and their waits. */
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, ArrivalId } from '../../shared/platform/ids.ts';
import type { FirstAttention, UrgencySign } from '../../shared/reception/index.ts';
import {
  cellsOf,
  findRow,
  insertRecord,
  insertRow,
  nextVersions,
  rowsOf,
  updateVersioned,
  valuesIn,
} from '../platform/storage/rows.ts';
import { tablesIn, type ReceptionTables, type Trx, type Use } from './tables.ts';

export type Arrival = ReceptionTables['arrival'];
export type Entry = ReceptionTables['queue_entry'];
export type WaitRow = ReceptionTables['queue_wait'];

/** The arrival while its door is open; undefined when closed or absent. */
export async function findOpenArrival(trx: Trx, id: ArrivalId): Promise<Arrival | undefined> {
  return findRow(tablesIn(trx), 'arrival', { id, closed_at: null });
}

export async function findArrival(trx: Trx, id: ArrivalId): Promise<Arrival | undefined> {
  return findRow(tablesIn(trx), 'arrival', { id });
}

export async function closeArrival(
  unit: Use,
  id: ArrivalId,
  end: Pick<Arrival, 'case_id' | 'outcome' | 'matter' | 'referred_to'>,
): Promise<void> {
  await nextVersions(tablesIn(unit.trx), 'arrival', { id }, { closed_at: unit.now, ...end });
  unit.touch('arrival', id);
}

/** Open doors that nobody registered, oldest first; of one person, or of all. */
export async function listUnregistered(trx: Trx, openedBy: string | null): Promise<Arrival[]> {
  let query = tablesIn(trx)
    .selectFrom('arrival')
    .leftJoin('queue_entry', 'queue_entry.arrival_id', 'arrival.id')
    .selectAll('arrival')
    .where('closed_at', 'is', null)
    .where('queue_entry.id', 'is', null)
    .orderBy('opened_at');
  if (openedBy !== null) query = query.where('opened_by', '=', openedBy);
  return query.execute();
}

export async function nextNumber(trx: Trx, day: CivilDate): Promise<number> {
  const [last = 0] = await valuesIn(tablesIn(trx), 'queue_entry.number', { day }, 'number desc');
  return last + 1;
}

async function putSigns(trx: Trx, entryId: string, signs: readonly UrgencySign[]): Promise<void> {
  await tablesIn(trx).deleteFrom('queue_entry_sign').where('entry_id', '=', entryId).execute();
  const rows = [...new Set(signs)].map((sign) => ({ entry_id: entryId, sign }));
  await insertRow(tablesIn(trx), 'queue_entry_sign', rows);
}

export async function insertEntry(unit: Use, entry: Entry, signs: readonly UrgencySign[]): Promise<void> {
  await insertRecord(unit, tablesIn, 'queue_entry', entry);
  await putSigns(unit.trx, entry.id, signs);
}

/** @throws conflict when somebody changed it since that version was read */
export async function updateEntry(
  unit: Use,
  target: { id: string; version: number },
  change: Partial<Omit<Entry, 'id' | 'version' | 'arrival_id'>>,
  signs: readonly UrgencySign[] | null = null,
): Promise<void> {
  await updateVersioned(tablesIn(unit.trx), 'queue_entry', target, change);
  if (signs !== null) await putSigns(unit.trx, target.id, signs);
  unit.touch('queue_entry', target.id);
}

/** Writes the running wait of an arrival. */
export async function changeWait(unit: Use, id: string, change: Partial<Omit<WaitRow, 'id' | 'version'>>) {
  await nextVersions(tablesIn(unit.trx), 'queue_wait', { id }, change);
  unit.touch('queue_wait', id);
}

export async function findEntry(trx: Trx, arrivalId: ArrivalId): Promise<Entry | undefined> {
  return findRow(tablesIn(trx), 'queue_entry', { arrival_id: arrivalId });
}

export async function signsOf(trx: Trx, entryId: string): Promise<UrgencySign[]> {
  return valuesIn(tablesIn(trx), 'queue_entry_sign.sign', { entry_id: entryId }, 'sign');
}

/** An arrival that is on the board, with its running wait. */
export type Present = {
  readonly entry: Entry;
  readonly arrival: Arrival;
  readonly wait: WaitRow;
  readonly signs: readonly UrgencySign[];
};

/** Everybody who has not left the board, of any day. */
export async function listPresent(trx: Trx): Promise<Present[]> {
  const entries = await rowsOf(tablesIn(trx), 'queue_entry', { ended_at: null }, 'arrived_at');
  const present: Present[] = [];
  for (const entry of entries) {
    const arrival = await findArrival(trx, entry.arrival_id);
    const wait = await runningWait(trx, entry.id);
    if (arrival === undefined || wait === undefined) continue;
    present.push({ entry, arrival, wait, signs: await signsOf(trx, entry.id) });
  }
  return present;
}

/** The arrival of a case that is still on the board; undefined when there is none. */
export async function findPresentOfCase(trx: Trx, caseId: CaseId): Promise<Entry | undefined> {
  return tablesIn(trx)
    .selectFrom('queue_entry')
    .innerJoin('arrival', 'arrival.id', 'queue_entry.arrival_id')
    .selectAll('queue_entry')
    .where('arrival.case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('arrived_at', 'desc')
    .executeTakeFirst();
}

export async function runningWait(trx: Trx, entryId: string): Promise<WaitRow | undefined> {
  return findRow(tablesIn(trx), 'queue_wait', { entry_id: entryId, ended_at: null });
}

/**
 * Waits that began in the span; `until` is not in it. What was typed from a paper is left out: its waits end when
 * somebody typed, not when somebody called.
 */
export async function listWaits(trx: Trx, span: { from: Instant; until: Instant }): Promise<WaitRow[]> {
  return tablesIn(trx)
    .selectFrom('queue_wait')
    .innerJoin('queue_entry', 'queue_entry.id', 'queue_wait.entry_id')
    .selectAll('queue_wait')
    .where('is_from_paper', '=', 0)
    .where('since_at', '>=', span.from)
    .where('since_at', '<', span.until)
    .orderBy('since_at')
    .execute();
}

/** Which arrival it was, by its turn on the board. */
export type AttendedEntry = {
  readonly arrivalId: ArrivalId;
  readonly number: number;
  readonly channel: Entry['channel'];
  readonly caseId: CaseId | null;
};

/** Since when each arrival waited, and when she was attended first; without those written down from paper. */
export async function firstAttentions(trx: Trx, from: Instant): Promise<(FirstAttention & AttendedEntry)[]> {
  const rows = await tablesIn(trx)
    .selectFrom('queue_wait')
    .innerJoin('queue_entry', 'queue_entry.id', 'queue_wait.entry_id')
    .innerJoin('arrival', 'arrival.id', 'queue_entry.arrival_id')
    .select(({ fn }) => [fn.min('since_at').as('since_at'), fn.min('attended_at').as('attended_at')])
    .select(['queue_entry.arrival_id', 'queue_entry.number', 'queue_entry.channel', 'arrival.case_id'])
    .where('is_from_paper', '=', 0)
    .groupBy('queue_wait.entry_id')
    .having(({ fn }) => fn.min('since_at'), '>=', from)
    .execute();
  return rows.flatMap(({ since_at: sinceAt, attended_at: attendedAt, ...entry }) =>
    attendedAt === null
      ? []
      : [{ sinceAt, attendedAt, ...cellsOf(entry, 'arrival_id', 'number', 'channel', 'case_id') }],
  );
}

/** End and channel of every arrival of the days: those registered by their day, others by the day of the door. */
export async function listEnds(trx: Trx, days: { from: CivilDate; to: CivilDate; fromAt: Instant; untilAt: Instant }) {
  // Two questions, each with its index: as one of either kind it reads the arrivals of all years.
  const registered = await tablesIn(trx)
    .selectFrom('queue_entry')
    .innerJoin('arrival', 'arrival.id', 'queue_entry.arrival_id')
    .select(['outcome', 'channel', 'ended_at'])
    .where('queue_entry.day', '>=', days.from)
    .where('queue_entry.day', '<=', days.to)
    .execute();
  const others = await tablesIn(trx)
    .selectFrom('arrival')
    .leftJoin('queue_entry', 'queue_entry.arrival_id', 'arrival.id')
    .select('outcome')
    .where('queue_entry.id', 'is', null)
    .where('closed_at', 'is not', null)
    .where('opened_at', '>=', days.fromAt)
    .where('opened_at', '<', days.untilAt)
    .execute();
  return [
    ...registered.map(({ outcome, channel, ended_at: endedAt }) => ({ outcome, channel, isPresent: endedAt === null })),
    ...others.map(({ outcome }) => ({ outcome, channel: null, isPresent: false })),
  ];
}
