/** Signing in and locking: the only ways a session begins and ends by hand. */
import {
  actions,
  mayEver,
  type accessContract,
  type SessionView,
  type StaffMember,
} from '../../shared/access/index.ts';
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { Trouble } from '../../shared/platform/troubles.ts';
import type { Trx } from '../database.ts';
import { generatePhrase } from '../platform/crypto/passphrase.ts';
import { inside, outside, type Handlers } from '../platform/gate/handler.ts';
import type { Session } from '../platform/gate/session.ts';
import { findStaff, listStaff, mustChangePassword } from './repository.ts';
import { idleMinutes, type Sessions } from './sessions.ts';

type Contract = typeof accessContract;
type Handled = 'signIn' | 'lock' | 'keepSession' | 'suggestPassphrase';

/** The open centre as signing in needs it. */
export type Strongbox = {
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  /** What was found when it was opened. */
  readonly troubles: readonly Trouble[];
  unlock(login: string, password: string): Promise<{ staffId: string }>;
  verify(login: string, password: string): Promise<boolean>;
  transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  readonly loginState: {
    allowance(login: string): { waitMs: number; stopped: 'hour' | 'reset' | null };
    failed(login: string): Promise<void>;
    succeeded(login: string): Promise<number>;
    keepSlowOnly(logins: readonly string[]): Promise<void>;
  };
};

/** What stands in the entry that opens a session. */
export type StartDetail = {
  readonly failuresBefore: number;
  readonly isReadOnly: boolean;
  /** Kinds of what was found when the record was opened, joined by commas; empty when it was sound. */
  readonly found: string;
};

export type SignInParts = {
  readonly clock: Clock;
  readonly box: Strongbox;
  readonly sessions: Sessions;
  /** Throws when this host still waits for a confirmation (a real centre in a browser). */
  checkHost(): void;
  /** Writes the entry that opens a session, with what happened before it. */
  recordStart(trx: Trx, session: Session, detail: StartDetail): Promise<void>;
  centreOf(trx: Trx): Promise<{ name: string; isPractice: boolean }>;
  /** When the paper key was used since this person's last session; null when it was not. */
  recoveredSince(trx: Trx, staffId: string): Promise<Instant | null>;
};

export type SignIn = {
  /** Whether the password is right; wrong ones count and slow down like those at the door. @throws wrong-secret while it must wait */
  verify(login: string, password: string): Promise<boolean>;
  readonly handlers: Pick<Handlers<Contract, Trx>, Handled>;
  /** Opens a session for somebody whose password was just set or checked. */
  begin(staffId: string, failuresBefore: number): Promise<SessionView>;
};

/** Wrong passwords slow the next one down, at the door and where the password is asked again. */
function attemptsOf(box: Strongbox) {
  const refuseHaste = (login: string): void => {
    const { stopped, waitMs } = box.loginState.allowance(login);
    if (stopped !== null) throw fail('wrong-secret', 'attempts-exhausted');
    if (waitMs > 0) throw fail('wrong-secret', 'wait-before-retry');
  };
  return {
    refuseHaste,
    verify: async (login: string, password: string): Promise<boolean> => {
      refuseHaste(login);
      const isRight = await box.verify(login, password);
      await (isRight ? box.loginState.succeeded(login) : box.loginState.failed(login));
      return isRight;
    },
  };
}

export function makeSignIn(parts: SignInParts): SignIn {
  const { box, sessions, clock } = parts;
  const attempts = attemptsOf(box);

  async function begin(staffId: string, failuresBefore: number): Promise<SessionView> {
    const known = await box.transaction(async (trx) => ({
      staff: await findStaff(trx, staffId),
      mustChange: await mustChangePassword(trx, staffId),
      centre: await parts.centreOf(trx),
      recoveredAt: await parts.recoveredSince(trx, staffId),
      coordinators: (await listStaff(trx)).filter((one) => one.roles.includes('coordinator')).map((one) => one.login),
    }));
    const { staff } = known;
    // A slot that outlived its person: same words as a wrong password.
    if (staff === null || staff.state !== 'active') throw fail('wrong-secret');
    await box.loginState.keepSlowOnly(known.coordinators);
    const state = { isReadOnly: box.isReadOnly, mustChangePassword: known.mustChange };
    const found = box.troubles.map(({ kind }) => kind).join(',');
    const session = sessions.open({ staffId: staff.id, login: staff.login, roles: staff.roles }, state);
    await box.transaction((trx) =>
      parts.recordStart(trx, session, { failuresBefore, isReadOnly: state.isReadOnly, found }),
    );
    const { centre, recoveredAt } = known;
    const troubles: Trouble[] = [...box.troubles];
    if (recoveredAt !== null) troubles.push({ kind: 'keys-recovered', at: recoveredAt });
    return viewOf(session, { staff, centre, troubles, expiresAt: sessions.expiresAt(session) });
  }

  const signIn = outside<Contract['signIn']>(({ login, password }) =>
    sessions.enter(async () => {
      parts.checkHost();
      attempts.refuseHaste(login);
      try {
        const { staffId } = await box.unlock(login, password);
        const failuresBefore = await box.loginState.succeeded(login);
        return await begin(staffId, failuresBefore);
      } catch (error) {
        const isWrong = error instanceof ExpectedFailure && error.failure.code === 'wrong-secret';
        if (isWrong) await box.loginState.failed(login);
        throw error;
      }
    }),
  );

  return {
    begin,
    verify: attempts.verify,
    handlers: {
      signIn,
      lock: {
        ...inside<Contract['lock'], Trx>((unit, { why }) => {
          unit.note({ why, at: instantIn(clock) });
          return Promise.resolve({});
        }),
        deliver: (call, { why }) => {
          sessions.end(call.session, why);
          return Promise.resolve({});
        },
      },
      keepSession: inside<Contract['keepSession'], Trx>(() => Promise.resolve({})),
      suggestPassphrase: outside<Contract['suggestPassphrase']>(({ words }) =>
        Promise.resolve({ passphrase: generatePhrase(words) }),
      ),
    },
  };
}

/** What a window gets to know of its own session. */
function viewOf(
  session: Session,
  known: {
    staff: StaffMember;
    centre: { name: string; isPractice: boolean };
    troubles: Trouble[];
    expiresAt: number;
  },
): SessionView {
  const { staff, centre } = known;
  return {
    token: session.token,
    staff,
    actions: actions.filter((action) => mayEver(session.roles, action)),
    centreName: centre.name,
    isPractice: centre.isPractice,
    isReadOnly: session.isReadOnly,
    troubles: known.troubles,
    mustChangePassword: session.mustChangePassword,
    idleMinutes,
    expiresAt: new Date(known.expiresAt).toISOString() as Instant,
  };
}
