/** The end of the read-only state: Coordinación and a second person at the same computer, each with the own password. */
import { sql } from 'kysely';
import { countedKinds, type auditContract } from '../../shared/audit/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Trouble } from '../../shared/platform/troubles.ts';
import { secondPerson, type VerifySecond } from '../access/index.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { startNewSegment } from '../platform/storage/audit-chain.ts';
import { findRow } from '../platform/storage/rows.ts';
import type { Strongroom } from '../platform/storage/strongroom.ts';
import type { SegmentParts } from './segments.ts';
import { tablesIn, type Trx } from './tables.ts';

type Contract = typeof auditContract;

type Facts = OutputOf<Contract['getReadOnlyFacts']>;

export type FurthestCopy = {
  readonly path: string;
  readonly at: Instant;
  readonly seq: number;
  /** Rows per table. */
  readonly counts: Readonly<Record<string, number>>;
};

export type ReadOnlyParts = SegmentParts & {
  /** Null when there is none. */
  readonly furthestCopy: (trx: Trx) => Promise<FurthestCopy | null>;
  readonly strongroom: Pick<Strongroom, 'isReadOnly' | 'troubles' | 'acceptAsIs'>;
  readonly verifySecond: VerifySecond;
};

type Found = {
  readonly kinds: string;
  readonly missing: number;
  /** Last entry before the history that is given up; absent where nobody knows. */
  readonly keptTo?: number;
  /** Break of the chain that is accepted; absent where there is none. */
  readonly brokenAt?: number;
};

/** What was found, as counts and codes: the first entry of the new segment carries it, and every later check reads it. */
function foundOf(troubles: readonly Trouble[]): Found {
  const putBack = troubles.filter((one) => one.kind === 'rolled-back');
  const kept = putBack.flatMap(({ keptTo }) => (keptTo === null ? [] : [keptTo]));
  const broken = troubles.find((one) => one.kind === 'chain-broken');
  return {
    kinds: troubles.map(({ kind }) => kind).join(','),
    missing: Math.max(0, ...putBack.map(({ missing }) => missing ?? 0)),
    ...(kept.length === 0 ? {} : { keptTo: Math.min(...kept) }),
    ...(broken === undefined ? {} : { brokenAt: broken.at }),
  };
}

/** What the copy has more of than the file: counted, because which of them is known only once it is opened. */
async function moreIn(trx: Trx, { counts }: FurthestCopy): Promise<NonNullable<Facts['copy']>['more']> {
  const more: NonNullable<Facts['copy']>['more'] = [];
  for (const kind of countedKinds) {
    const row = await sql<{ count: number }>`select count(*) as count from ${sql.table(kind)}`.execute(trx);
    const count = (counts[kind] ?? 0) - (row.rows[0]?.count ?? 0);
    if (count > 0) more.push({ kind, count });
  }
  return more;
}

async function factsOf(trx: Trx, { strongroom, furthestCopy }: ReadOnlyParts): Promise<Facts> {
  const last = await findRow(tablesIn(trx), 'audit_entry', {}, 'seq desc');
  if (last === undefined) throw fail('damaged', 'audit-chain');
  const found = await furthestCopy(trx);
  const { keptTo = last.seq } = foundOf(strongroom.troubles);
  const copy = found && {
    path: found.path,
    at: found.at,
    seq: found.seq,
    isAhead: found.seq > keptTo,
    more: await moreIn(trx, found),
  };
  return {
    isReadOnly: strongroom.isReadOnly,
    troubles: [...strongroom.troubles],
    head: { seq: last.seq, at: last.utc },
    copy,
  };
}

type Handled = 'getTroubles' | 'getReadOnlyFacts' | 'endReadOnly';

export function readOnlyHandlers(parts: ReadOnlyParts): Pick<Handlers<Contract, Trx>, Handled> {
  const { strongroom, audit, segments } = parts;
  return {
    getTroubles: inside(() =>
      Promise.resolve({ isReadOnly: strongroom.isReadOnly, troubles: [...strongroom.troubles] }),
    ),
    getReadOnlyFacts: inside((unit) => factsOf(unit.trx, parts)),
    endReadOnly: twoPhase<Contract['endReadOnly'], Trx, string>({
      prepare: async (call, { second }) => {
        if (!strongroom.isReadOnly) throw fail('rule-broken', 'not-read-only');
        return (await secondPerson(call, second, parts)).id;
      },
      commit: async (unit, _input, staffId) => {
        if (!strongroom.isReadOnly) throw fail('rule-broken', 'not-read-only');
        const found = foundOf(strongroom.troubles);
        const first = audit.firstEntry('rollback.detected', unit.session.staffId);
        const detail = JSON.stringify({ ...found, second: staffId });
        const begun = await startNewSegment(unit.trx, { ...first, outcome: 'failed', detail });
        segments.keep(begun);
        await strongroom.acceptAsIs(unit.trx);
        unit.note({ ...found, segment: begun.segment });
        return { segment: begun.segment, missing: found.missing };
      },
    }),
  };
}
