/** Acceso excepcional: one case, to read, for half an hour, told to Coordinación at once (security design §5.5). */
import { isClosedBy } from '../../shared/access/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import {
  exceptionalMinutes,
  exceptionalPerDay,
  exceptionalReasonLabels,
  type reserveContract,
} from '../../shared/reserve/index.ts';
import { raiseAlert } from '../alerts/index.ts';
import { findCaseByNumber, relationTo } from '../intake/index.ts';
import { inside, twoPhase, type CallFrame, type Handlers, type Preparation } from '../platform/gate/handler.ts';
import type { Session } from '../platform/gate/session.ts';
import { countOn, type AccessRow } from './access-repository.ts';
import type { OpenAccesses } from './open-accesses.ts';
import { nextVersions, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

type Contract = typeof reserveContract;
type Handled = 'openExceptionalAccess' | 'getExceptionalAccess' | 'endExceptionalAccess';

export type ExceptionalParts = {
  readonly accesses: OpenAccesses;
  /** Writes a refusal that the gate did not make itself. `caseId`: the case, where the reader named one. */
  recordDenied(session: Session, refused: { action: string; procedure: string; caseId: CaseId | null }): Promise<void>;
};

/** What the alert says, the same when it is closed by the review. */
export function noteOf(row: Pick<AccessRow, 'reason' | 'words' | 'opened_at'>): string {
  return `${row.words ?? exceptionalReasonLabels[row.reason]}. Desde las ${timeOf(Date.parse(row.opened_at))}.`;
}

type Asked = CallFrame & { readonly trx: Trx };

async function checkFree(call: Asked, accesses: OpenAccesses): Promise<void> {
  if (accesses.of(call.session) !== null) throw fail('rule-broken', 'exceptional-open');
  const used = await countOn(call.trx, call.session.staffId, call.today);
  if (used >= exceptionalPerDay) throw fail('rule-broken', 'exceptional-limit');
}

/**
 * The case of that number. One that is not there, a sealed one and one of a conflict are the same, and take the same time.
 *
 * @throws not-found, rule-broken `exceptional-not-needed` for a case the reader attends anyway
 */
async function caseFor(call: Asked, number: string): Promise<CaseId> {
  const caseId = (await findCaseByNumber(call.trx, number))?.id ?? call.newId();
  const relation = await relationTo(call.trx, call.session, caseId, { instant: call.now, today: call.today });
  if (relation === null || isClosedBy(relation)) throw fail('not-found');
  if (relation.isOnTeam) throw fail('rule-broken', 'exceptional-not-needed');
  return caseId;
}

type Prepared = { readonly id: AccessRow['id']; readonly caseId: CaseId };

async function prepare(call: Preparation<Trx>, number: string, parts: ExceptionalParts): Promise<Prepared> {
  const found = await call.read(async (trx) => {
    await checkFree({ ...call, trx }, parts.accesses);
    return caseFor({ ...call, trx }, number).catch((error: unknown) => error as Error);
  });
  if (typeof found === 'string') return { id: call.newId(), caseId: found };
  const refused = { action: 'breakGlass.start', procedure: 'openExceptionalAccess', caseId: null };
  await parts.recordDenied(call.session, refused);
  throw found;
}

export function exceptionalHandlers(parts: ExceptionalParts): Pick<Handlers<Contract, Trx>, Handled> {
  const { accesses } = parts;
  return {
    openExceptionalAccess: twoPhase<Contract['openExceptionalAccess'], Trx, Prepared>({
      prepare: (call, { number }) => prepare(call, number, parts),
      commit: async (unit, input, { id }) => {
        await checkFree(unit, accesses);
        const caseId = await caseFor(unit, input.number);
        const row: AccessRow = {
          ...{ id, case_id: caseId, staff_id: unit.session.staffId, reason: input.reason, words: input.words },
          ...{ opened_at: unit.now, opened_on: unit.today, ended_at: null, ending: null },
          ...{ verdict: null, review_words: null, reviewed_by: null, reviewed_at: null, version: 1 },
        };
        await insertRecord(unit, tablesIn, 'exceptional_access', row);
        unit.about('case_file', caseId);
        unit.note({ reason: input.reason });
        await raiseAlert(unit, { caseId, kind: 'exceptionalAccess', note: noteOf(row) });
        return { caseId, number: input.number, leftMs: exceptionalMinutes * 60_000 };
      },
      deliver: (call, _input, output, { id }) => {
        const { staffId, token } = call.session;
        accesses.start({ id, caseId: output.caseId, number: output.number, holder: { staffId, token } });
        return Promise.resolve();
      },
    }),
    getExceptionalAccess: inside(async (unit): Promise<OutputOf<Contract['getExceptionalAccess']>> => {
      const held = accesses.of(unit.session);
      const used = await countOn(unit.trx, unit.session.staffId, unit.today);
      const open = held === null ? null : { caseId: held.caseId, number: held.number, leftMs: accesses.leftMs(held) };
      return { open, leftToday: Math.max(0, exceptionalPerDay - used) };
    }),
    endExceptionalAccess: {
      ...inside<Contract['endExceptionalAccess'], Trx>(async (unit) => {
        const held = accesses.of(unit.session);
        if (held === null) throw fail('rule-broken', 'exceptional-none');
        const end = { ended_at: unit.now, ending: 'asked' } as const;
        await nextVersions(tablesIn(unit.trx), 'exceptional_access', { id: held.id }, end);
        unit.touch('exceptional_access', held.id);
        unit.about('case_file', held.caseId);
      }),
      deliver: (call: CallFrame) => {
        accesses.end(call.session);
        return Promise.resolve();
      },
    },
  };
}
