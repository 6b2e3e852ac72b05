/** The end of the read-only state: Coordinación and a second person at the same computer, each with the own password. */
import { maySecond } from '../../shared/access/index.ts';
import type { auditContract } from '../../shared/audit/index.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Trouble } from '../../shared/platform/troubles.ts';
import { listStaff } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { inside, twoPhase, type Handlers, type Preparation } from '../platform/gate/handler.ts';
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
  /** Opens the slot of somebody with the password typed; counts and slows down like the door. */
  readonly verifySecond: (login: string, password: string) => Promise<boolean>;
};

type Second = { readonly staffId: StaffId };

/** @throws rule-broken `not-read-only`, `second-person`; wrong-secret `second-wrong` */
async function secondPerson(
  call: Preparation<Trx>,
  { login, password }: { login: string; password: string },
  parts: ReadOnlyParts,
): Promise<Second> {
  if (!parts.strongroom.isReadOnly) throw fail('rule-broken', 'not-read-only');
  const staff = await call.read((trx) => listStaff(trx));
  const person = staff.find((one) => one.login === login && one.state === 'active');
  const isRight = await parts.verifySecond(login, password);
  if (!isRight || person === undefined) throw fail('wrong-secret', 'second-wrong');
  if (!maySecond({ id: person.id, roles: person.roles }, call.session.staffId))
    throw fail('rule-broken', 'second-person');
  return { staffId: person.id };
}

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
    endReadOnly: twoPhase<Contract['endReadOnly'], Trx, Second>({
      prepare: (call, { second }) => secondPerson(call, second, parts),
      commit: async (unit, _input, { staffId }) => {
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
