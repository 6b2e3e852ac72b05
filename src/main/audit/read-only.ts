/** The end of the read-only state: Coordinación and a second person at the same computer, each with the own password. */
import type { auditContract } from '../../shared/audit/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Trouble } from '../../shared/platform/troubles.ts';
import { secondPerson, type VerifySecond } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { startNewSegment } from '../platform/storage/audit-chain.ts';
import { platformOf, type SegmentParts } from './segments.ts';

type Contract = typeof auditContract;

export type ReadOnlyParts = SegmentParts & {
  readonly strongroom: {
    readonly isReadOnly: boolean;
    readonly troubles: readonly Trouble[];
    /** The file as it is counts from here on, marks included. */
    acceptAsIs(trx: Trx): Promise<void>;
  };
  readonly verifySecond: VerifySecond;
};

/** What was found, as counts and codes. */
function foundOf(troubles: readonly Trouble[]): { kinds: string; missing: number } {
  const kinds = troubles.map(({ kind }) => kind).join(',');
  return { kinds, missing: Math.max(0, ...troubles.map((one) => ('missing' in one ? (one.missing ?? 0) : 0))) };
}

export function readOnlyHandlers(parts: ReadOnlyParts): Pick<Handlers<Contract, Trx>, 'getTroubles' | 'endReadOnly'> {
  const { strongroom, audit, segments } = parts;
  return {
    getTroubles: inside(() =>
      Promise.resolve({ isReadOnly: strongroom.isReadOnly, troubles: [...strongroom.troubles] }),
    ),
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
        const begun = await startNewSegment(platformOf(unit.trx), { ...first, outcome: 'failed', detail });
        segments.keep(begun);
        await strongroom.acceptAsIs(unit.trx);
        unit.note({ ...found, segment: begun.segment });
        return { segment: begun.segment, missing: found.missing };
      },
    }),
  };
}
