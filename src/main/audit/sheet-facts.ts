/** What the weekly sheet says of the time since the sheet before: counts and names of the staff, never of a person. */
import { sql } from 'kysely';
import {
  actionWords,
  countedKinds,
  recordKindWords,
  type SheetAct,
  type SheetFacts,
} from '../../shared/audit/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import { findRow, valueIn } from '../platform/storage/rows.ts';
import { sealWords } from '../platform/storage/witness.ts';
import { tablesIn, type Trx } from './tables.ts';
import { aboveAudit } from './above.ts';

/** Acts on the record itself: each one is named with its time. */
export const namedActs = [
  ...['backup.restored', 'rollback.detected', 'readonly.ended', 'chain.broken'],
  ...['audit.segmentStarted', 'audit.segmentAsked', 'keys.rotated', 'keys.recovered', 'approval.recoveryKeyStoodIn'],
  ...[
    'clock.stepped',
    'staff.created',
    'staff.changeApproved',
    'staff.disabled',
    'staff.accessReset',
    'acting.approved',
  ],
];
/** More would push the signatures to a third page; the rest stands in «Auditoría». */
const namedAtMost = 40;

const exports = ['attachment.exported', 'report.exported'];

type Count = { readonly staff_id: string | null; readonly count: number };

/** Each with the condition that finds it among the entries since the sheet before; Lima is five hours behind UTC. */
const ofAudit: Readonly<Partial<Record<SheetAct, ReturnType<typeof sql<boolean>>>>> = {
  denied: sql`outcome = 'denied'`,
  deniedCases: sql`outcome = 'denied' and object_kind = 'case_file'`,
  exported: sql`outcome = 'ok' and action in (${sql.join(exports)})`,
  breakGlass: sql`outcome = 'ok' and action like 'breakGlass.%'`,
  nightReads: sql`object_kind = 'case_file' and action like '%.read%'
    and cast(strftime('%H', utc, '-5 hours') as integer) not between 7 and 19`,
};

async function countsOfAudit(trx: Trx, act: SheetAct, after: number): Promise<readonly Count[]> {
  if (act === 'wrongPasswords') {
    const found = await sql<Count>`
      select staff_id, sum(json_extract(detail, '$.failuresBefore')) as count from audit_entry
      where seq > ${after} and action = 'session.start' and json_extract(detail, '$.failuresBefore') > 0
      group by staff_id`.execute(trx);
    return found.rows;
  }
  const condition = ofAudit[act];
  if (condition === undefined) return [];
  const found = await sql<Count>`
    select staff_id, count(*) as count from audit_entry
    where seq > ${after} and ${condition} group by staff_id`.execute(trx);
  return found.rows;
}

type Since = { readonly seq: number; readonly at: Instant };

async function actsOf(trx: Trx, since: Since): Promise<SheetFacts['acts']> {
  const names = await staffNames(trx);
  const byAct: [SheetAct, readonly Count[]][] = [
    ['printed', await aboveAudit.ask.copiesLeft(trx, 'print', since.at)],
    ['savedOutside', await aboveAudit.ask.copiesLeft(trx, 'save', since.at)],
  ];
  for (const act of ['denied', 'deniedCases', 'wrongPasswords', 'exported', 'breakGlass', 'nightReads'] as const) {
    byAct.push([act, await countsOfAudit(trx, act, since.seq)]);
  }
  return byAct.flatMap(([act, counts]) =>
    counts
      .map(({ staff_id: id, count }) => ({
        act,
        staffName: id === null ? 'El programa' : (names.get(id) ?? ''),
        count,
      }))
      .sort((a, b) => b.count - a.count || (a.staffName < b.staffName ? -1 : 1)),
  );
}

async function eventsOf(trx: Trx, after: number): Promise<SheetFacts['events']> {
  const rows = await tablesIn(trx)
    .selectFrom('audit_entry')
    .select(['utc', 'action', 'outcome'])
    .where('seq', '>', after)
    .where((where) =>
      where.or([
        where('action', 'in', namedActs),
        where.and([where('action', '=', 'backup.made'), where('outcome', '=', 'failed')]),
      ]),
    )
    .orderBy('seq', 'desc')
    .limit(namedAtMost)
    .execute();
  return rows.toReversed().map(({ utc, action, outcome }) => ({
    at: utc,
    words: outcome === 'failed' ? `${actionWords(action)}: no se pudo` : actionWords(action),
  }));
}

async function countsOf(trx: Trx): Promise<SheetFacts['counts']> {
  const counts: { label: string; count: number }[] = [];
  for (const kind of countedKinds) {
    const row = await sql<{ count: number }>`select count(*) as count from ${sql.table(kind)}`.execute(trx);
    counts.push({ label: recordKindWords(kind), count: row.rows[0]?.count ?? 0 });
  }
  return counts;
}

type Asked = {
  readonly number: string;
  readonly now: Instant;
  readonly printedBy: string;
  readonly lastCopyAt: Instant | null;
};

/** @throws damaged `audit-chain` when the head is not there */
export async function sheetFacts(trx: Trx, { number, now, printedBy, lastCopyAt }: Asked): Promise<SheetFacts> {
  const state = await tablesIn(trx).selectFrom('audit_state').selectAll().executeTakeFirstOrThrow();
  const utcOf = async (seq: number) => {
    const utc = await valueIn(tablesIn(trx), 'audit_entry.utc', { seq });
    if (utc === undefined) throw fail('damaged', 'audit-chain');
    return utc;
  };
  const before = await findRow(tablesIn(trx), 'witness_sheet', {}, 'seq desc');
  const since: Since = { seq: before?.seq ?? 0, at: await utcOf(before?.seq ?? 1) };
  return {
    number,
    since: since.at,
    until: now,
    head: {
      seq: state.head_seq,
      hash: state.head_hash.toString('hex'),
      code: sealWords(state.head_hash),
      at: await utcOf(state.head_seq),
    },
    segment: state.segment,
    entries: state.head_seq - since.seq,
    counts: await countsOf(trx),
    acts: await actsOf(trx, since),
    events: await eventsOf(trx, since.seq),
    lastCopyAt,
    printedBy,
  };
}
