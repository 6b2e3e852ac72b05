/** Signing in and locking: the only ways a session begins and ends by hand. */
import {
  actions,
  isNoteReader,
  isProfessional,
  mayEver,
  type accessContract,
  type SessionView,
  type StaffMember,
} from '../../shared/access/index.ts';
import { instantIn, todayIn, type Clock, instantOf } from '../../shared/platform/clock.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { Trouble } from '../../shared/platform/troubles.ts';
import { generatePhrase } from '../platform/crypto/passphrase.ts';
import { fromMemory, inside, outside, type Handlers } from '../platform/gate/handler.ts';
import type { Session } from '../platform/gate/session.ts';
import type { Connection } from '../platform/connection.ts';
import { refuseHaste } from '../platform/storage/login-state.ts';
import type { OwnSecret } from '../platform/storage/compartments.ts';
import type { Strongroom } from '../platform/storage/strongroom.ts';
import { findStaff, listStaff, passwordState } from './repository.ts';
import { findLockSettings } from './pause-repository.ts';
import type { SessionEnd, SessionEnds } from './session-ends.ts';
import type { Sessions } from './sessions.ts';
import { standingOn } from './stand-ins.ts';
import type { Trx } from './tables.ts';

type Contract = typeof accessContract;
type Handled = 'signIn' | 'lock' | 'keepSession' | 'suggestPassphrase';

/** The open centre as signing in needs it. */
type Strongbox = Pick<Strongroom, 'isReadOnly' | 'troubles' | 'unlock' | 'join' | 'transaction' | 'loginState'>;

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
  readonly ends: SessionEnds;
  /** Throws when this host still waits for a confirmation (a real centre in a browser). */
  checkHost(from: Connection): void;
  /** Writes the entry that opens a session, with what happened before it. */
  recordStart(trx: Trx, session: Session, detail: StartDetail): Promise<void>;
  /** The entry of an end that could not be written in its time. */
  readonly recordLateEnd: (trx: Trx, end: SessionEnd) => Promise<void>;
  readonly centreOf: (trx: Trx) => Promise<{ name: string; isPractice: boolean }>;
  /** Somebody came who may hold the key of notes: what waited for it is done. Never refuses. */
  readonly ownOpened: (session: Session) => Promise<void>;
  /** When the paper key was used since this person's last session; null when it was not. */
  readonly recoveredSince: (trx: Trx, staffId: string) => Promise<Instant | null>;
};

type How = {
  readonly from: Connection;
  readonly isTakenOver?: boolean;
  /** What the password opened; a session of the paper key has none. Whoever is refused loses it. */
  readonly own?: OwnSecret | null;
};

export type SignIn = {
  /** Whether the password is right; wrong ones count and slow down like those at the door. @throws wrong-secret while it must wait */
  verify(login: string, password: string): Promise<boolean>;
  /** The same, with what it opened: the caller's to zero. Null for a wrong one. */
  ownOf(login: string, password: string): Promise<OwnSecret | null>;
  readonly handlers: Pick<Handlers<Contract, Trx>, Handled>;
  /** Opens a session for somebody whose password was just set or checked. */
  begin(staffId: string, failuresBefore: number, how: How): Promise<SessionView>;
};

/** Wrong passwords slow the next one down, at the door and where the password is asked again. */
function attemptsOf(box: Strongbox) {
  const check = (login: string): void => refuseHaste(box.loginState.allowance(login));
  // Whoever is told to try again must know that the count of this try may not outlive the program.
  const countWrong = async (login: string): Promise<void> => {
    if (!(await box.loginState.failed(login))) throw fail('wrong-secret', 'attempt-unwritten');
  };
  const ownOf = (login: string, password: string): Promise<OwnSecret | null> =>
    box.loginState.inTurn(login, async () => {
      check(login);
      const own = await openedBy(box, login, password);
      await (own === null ? countWrong(login) : box.loginState.succeeded(login));
      return own;
    });
  const verify = async (login: string, password: string): Promise<boolean> => {
    const own = await ownOf(login, password);
    own?.secretKey.fill(0);
    return own !== null;
  };
  return { refuseHaste: check, countWrong, ownOf, verify };
}

/** What a password opens at the open record; null for a wrong one. */
async function openedBy(box: Strongbox, login: string, password: string): Promise<OwnSecret | null> {
  try {
    return (await box.join(login, password)).own;
  } catch (error) {
    if (error instanceof ExpectedFailure && error.failure.code === 'wrong-secret') return null;
    throw error;
  }
}

/** What beginning a session rests on: the functions of today, an Encargatura included, and what opens the slot. */
async function knownOf({ clock, centreOf, recoveredSince }: SignInParts, trx: Trx, staffId: string) {
  const found = await findStaff(trx, staffId);
  const standing = found === null ? null : await standingOn(trx, found, todayIn(clock));
  return {
    staff: found === null || standing === null ? null : { ...found, roles: [...standing.roles] },
    password: await passwordState(trx, staffId),
    centre: await centreOf(trx),
    lock: await findLockSettings(trx, staffId),
    recoveredAt: await recoveredSince(trx, staffId),
    coordinators: (await listStaff(trx)).filter((one) => one.roles.includes('coordinator')).map((one) => one.login),
  };
}

/** Nobody's secret stays in memory but that of who may have something to open with it: notes, a ficha reservada. */
function keptOf(staff: StaffMember, own: OwnSecret | null): OwnSecret | null {
  if (isNoteReader(staff) || isProfessional(staff.roles)) return own;
  own?.secretKey.fill(0);
  return null;
}

/** Opens a session: first its start in the audit, then the session; an older one of the same person ends only then. */
function beginWith(parts: SignInParts): SignIn['begin'] {
  const { box, clock, sessions } = parts;
  return async (staffId, failuresBefore, { from, isTakenOver = false, own = null }) => {
    const known = await box.transaction((trx) => knownOf(parts, trx, staffId));
    const { staff, password, centre, lock } = known;
    // A slot that outlived its person: same words as a wrong password.
    if (staff === null || staff.state !== 'active') throw fail('wrong-secret');
    if (password.codeUntil !== null && password.codeUntil < instantIn(clock))
      throw fail('wrong-secret', 'code-expired');
    await box.loginState.keepSlowOnly(known.coordinators);
    const { isReadOnly } = box;
    const opens = keptOf(staff, own);
    const state = { isReadOnly, mustChangePassword: password.mustChange, idleMinutes: lock.idleMinutes, own: opens };
    const person = { staffId: staff.id, login: staff.login, roles: staff.roles, connection: from };
    const session = sessions.prepare(person, state, isTakenOver);
    const found = box.troubles.map(({ kind }) => kind).join(',');
    await box.transaction((trx) => parts.recordStart(trx, session, { failuresBefore, isReadOnly, found }));
    sessions.admit(session);
    await recordLateEnds(parts);
    await parts.ownOpened(session);
    const canPause = lock.hasPin && lock.pauseAllowed;
    const expiresAt = sessions.expiresAt(session);
    const troubles: Trouble[] = [...box.troubles];
    if (known.recoveredAt !== null) troubles.push({ kind: 'keys-recovered', at: known.recoveredAt });
    return viewOf(session, { staff, centre, canPause, troubles, expiresAt });
  };
}

/** The ends that had to wait for a disk. In a transaction of their own: they must keep nobody out. */
async function recordLateEnds({ box, ends, recordLateEnd }: SignInParts): Promise<void> {
  const late = ends.take();
  try {
    if (late.length > 0)
      await box.transaction(async (trx) => {
        for (const end of late) await recordLateEnd(trx, end);
      });
  } catch {
    ends.giveBack(late);
  }
  await ends.settle();
}

type Entering = InputOf<Contract['signIn']>;

export function makeSignIn(parts: SignInParts): SignIn {
  const { box, sessions } = parts;
  const attempts = attemptsOf(box);
  const begin = beginWith(parts);

  async function enter({ login, password, takeOver }: Entering, from: Connection): Promise<SessionView> {
    attempts.refuseHaste(login);
    let own: OwnSecret | null = null;
    try {
      const entered = await box.unlock(login, password);
      own = entered.own;
      return await begin(entered.staffId, await box.loginState.succeeded(login), { from, isTakenOver: takeOver, own });
    } catch (error) {
      own?.secretKey.fill(0);
      if (error instanceof ExpectedFailure && error.failure.code === 'wrong-secret') await attempts.countWrong(login);
      throw error;
    }
  }

  // One attempt at a time for each login: what is counted against it is counted before the next one tries.
  const signIn = outside<Contract['signIn']>((entering, from) => {
    parts.checkHost(from);
    return box.loginState.inTurn(entering.login, () => sessions.enter(() => enter(entering, from)));
  });

  return {
    begin,
    verify: attempts.verify,
    ownOf: attempts.ownOf,
    handlers: {
      signIn,
      // From memory: whatever the disk does, the session ends. Its entry follows (`ending.ts`).
      lock: fromMemory<Contract['lock']>((session, { why }) => {
        sessions.end(session, why);
        return {};
      }),
      keepSession: inside<Contract['keepSession'], Trx>(() => Promise.resolve()),
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
    canPause: boolean;
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
    idleMinutes: session.idleMinutes,
    canPause: known.canPause,
    expiresAt: instantOf(known.expiresAt),
  };
}
