/** What the gate asks of the domains: who may, who still is somebody, and what leaves for an error. */
import { decide, mayEver } from '../shared/access/index.ts';
import { ofKeeperItself, onlyAtKeeper } from '../shared/only-at-keeper.ts';
import { instantIn, todayIn, type Clock } from '../shared/platform/clock.ts';
import type { CivilDate } from '../shared/platform/dates.ts';
import { ExpectedFailure, fail, type Failure } from '../shared/platform/failures.ts';
import { checkApprover, getCaller, standingOn, type Sessions, type AccessParts } from './access/index.ts';
import type { Trx } from './platform/storage/rows.ts';
import { relationTo } from './intake/index.ts';
import { type GateParts } from './platform/gate/gate.ts';
import type { Connection } from './platform/connection.ts';
import type { Session } from './platform/gate/session.ts';
import type { IncidentLog } from './platform/incident-log.ts';
import type { Strongroom } from './platform/storage/strongroom.ts';
import { translateSqliteError } from './platform/storage/translate-sqlite-error.ts';
import type { OpenAccesses } from './reserve/index.ts';

/** Who may do what, by the clock of this computer. */
export function accessOf(clock: Clock, accesses: OpenAccesses): GateParts<Trx>['access'] {
  return {
    mayEver,
    decide,
    relationTo: async (trx, session, caseId) => {
      const relation = await relationTo(trx, session, caseId, { instant: instantIn(clock), today: todayIn(clock) });
      return relation === null ? null : { ...relation, isExceptional: accesses.isOpen(session, caseId) };
    },
    checkApprover: (trx, session, kind, proposalId) =>
      checkApprover({ trx, session, now: instantIn(clock) }, kind, proposalId),
  };
}

const notFromAway: ReadonlySet<string> = new Set([...onlyAtKeeper, ...ofKeeperItself]);

/**
 * What a companion is refused whatever it says: it would carry a secret that must not travel, or move the keeper itself.
 *
 * @throws rule-broken `only-at-keeper`
 */
export function refuseAway(procedure: string, from: Connection): void {
  if (from.isRemote && notFromAway.has(procedure)) throw fail('rule-broken', 'only-at-keeper');
}

/** Somebody lost the access or gets a code: nothing stays open, and no wrong password of before counts. */
export function accessChanged(sessions: Sessions, { loginState }: Strongroom): AccessParts['accessChanged'] {
  return async ({ id, login }) => {
    sessions.endOf(id, 'disabled');
    await loginState.succeeded(login);
  };
}

/**
 * Roles and state as the record has them today, so that a change acts on the next call and what ends by its day has
 * ended.
 */
export async function refresh(
  trx: Trx,
  session: Session,
  {
    sessions,
    isReadOnly,
    today,
  }: { readonly sessions: Sessions; readonly isReadOnly: boolean; readonly today: CivilDate },
): Promise<void> {
  const { staff, mustChangePassword } = await getCaller(trx, session.staffId);
  if (staff.state !== 'active') {
    sessions.end(session, 'disabled');
    throw fail('locked');
  }
  Object.assign(session, await standingOn(trx, staff, today));
  session.isReadOnly = isReadOnly;
  session.mustChangePassword = mustChangePassword;
}

/** What leaves the application for an error: expected failures as they are, bugs as a number. */
export function failureOf(error: unknown, procedure: string, log: IncidentLog): Failure {
  const translated = error instanceof ExpectedFailure ? error : translateSqliteError(error);
  if (translated instanceof ExpectedFailure) return translated.failure;
  return { code: 'unexpected', reason: null, issues: [], incident: log.record(error, procedure) };
}
