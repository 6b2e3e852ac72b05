/** What the record holds of what was typed at the companions, looked at in the file itself once all is quiet. */
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { insideFile } from '../services/inside-file.ts';
import type { Office } from './office.ts';
import type { Change } from './party.ts';
import { asName } from './works.ts';

export type Verdict = {
  /** Acknowledged changes that stand in the record once. */
  readonly once: number;
  readonly doubled: number;
  /** Acknowledged and absent. */
  readonly lost: number;
  readonly faults: readonly string[];
};

/** How often what was typed stands in the record; null for what has no words of its own. */
function countOf(db: Database, { kind, mark }: Change): number | null {
  const count = (sql: string, ...values: string[]) =>
    db
      .prepare(sql)
      .pluck()
      .get(...values) as number;
  if (kind === 'arrival') return count('select count(*) from queue_entry where said_name = ?', `Rosa ${asName(mark)}`);
  if (kind === 'attention') return count('select count(*) from attention where note = ?', mark);
  if (kind === 'case') return count('select count(*) from person where first_surname = ?', asName(mark));
  return kind === 'paper' ? count('select count(distinct batch_id) from document_copy where batch_id = ?', mark) : null;
}

/** Said to be out once and out once; an order that failed over the line stands as failed beside it. */
function paperFaults(db: Database, changes: readonly Change[]): string[] {
  const rows = db.prepare('select state, count(*) as times from document_copy where batch_id = ? group by state');
  return changes.flatMap(({ kind, mark, printed, isAnswered }) => {
    if (kind !== 'paper' || !isAnswered) return [];
    const states = rows.all(mark) as { state: string; times: number }[];
    const sent = states.find(({ state }) => state === 'sent')?.times ?? 0;
    const orders = states.reduce((sum, { times }) => sum + times, 0);
    const isRight = sent <= 1 && sent <= printed && printed <= orders;
    return isRight ? [] : [`paper «${mark}» came out ${printed} times, said of it: ${JSON.stringify(states)}`];
  });
}

/** The place stands as it was typed last, and each save counted once. */
function sectionFaults(db: Database, office: Office, changes: readonly Change[]): string[] {
  return office.seats.flatMap(({ caseId, login }) => {
    const own = changes.filter(({ kind, seat }) => kind === 'section' && seat.login === login);
    if (own.length === 0) return [];
    const place = db
      .prepare('select i.place from incident i join case_file c on c.incident_id = i.id where c.id = ?')
      .pluck()
      .get(caseId) as string;
    const lastAnswered = own.findLastIndex(({ isAnswered }) => isAnswered);
    const may = own.slice(Math.max(0, lastAnswered)).map(({ mark }) => mark);
    return lastAnswered < 0 || may.includes(place)
      ? []
      : [`${login}: «${place}» stands where «${may[0] ?? ''}» was saved`];
  });
}

/** @param isKept whether the record has the answer under its key */
function standing({ isAnswered }: Change, count: number, isKept: boolean): 'once' | 'doubled' | 'lost' | 'unanswered' {
  if (count > 1) return 'doubled';
  if (!isAnswered) return 'unanswered';
  return count === 1 && isKept ? 'once' : 'lost';
}

export function judge(office: Office, changes: readonly Change[]): Promise<Verdict> {
  return insideFile(office.folder, (db) => {
    const rows = db.prepare('select key, count(*) as times from idempotency_key group by key').all() as {
      key: string;
      times: number;
    }[];
    const stored = new Map(rows.map(({ key, times }) => [key, times]));
    const tally = { once: 0, doubled: 0, lost: 0 };
    const faults: string[] = [];
    for (const change of changes) {
      const { key, kind, mark } = change;
      const count = countOf(db, change) ?? stored.get(key) ?? 0;
      const found = standing(change, count, stored.has(key));
      if (found !== 'unanswered') tally[found] += 1;
      if (found === 'doubled' || found === 'lost') faults.push(`${kind} «${mark}» stands ${count} times`);
      if (stored.has(key) !== count > 0) faults.push(`${kind} «${mark}» is half there`);
    }
    faults.push(...sectionFaults(db, office, changes), ...paperFaults(db, changes));
    return { ...tally, faults };
  });
}
