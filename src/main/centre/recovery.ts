/**
 * «Olvidamos las contraseñas» (security design §2.3): in two steps, and nothing changes before the second. Between them
 * what was typed and made is in the memory of this process only.
 */
import { passwordProblem, passwordProblemWords, type SessionView } from '../../shared/access/index.ts';
import { recoverySheetName, type recoveryContract } from '../../shared/centre/index.ts';
import { todayIn, type Clock } from '../../shared/platform/clock.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import { listStaff, type PaperKeys } from '../access/index.ts';
import type { Connection } from '../platform/connection.ts';
import { decodeRecoveryKey } from '../platform/crypto/recovery-key.ts';
import { outside, type Handlers } from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import type { PlaceRule } from '../platform/ports.ts';
import type { AuditInput } from '../platform/storage/audit-chain.ts';
import { addSlot, replaceRecovery, replaceSlot, type Keyring, type StaffSlot } from '../platform/storage/keyring.ts';
import { isOnPaper, makePaper, paperWaitsMs, type NewPaper } from './new-paper.ts';
import { getCentre } from './repository.ts';
import type { Trx } from './tables.ts';

type Contract = typeof recoveryContract;

export type RecoveryParts = {
  readonly clock: Clock;
  readonly strongroom: {
    readonly keyring: Keyring;
    readonly isReadOnly: boolean;
    isPractice(): boolean | null;
    unlockByRecovery(recoveryKey: Buffer): Promise<void>;
    deriveSlot(person: { staffId: string; login: string; passphrase: string }): Promise<StaffSlot>;
    rotate(entry: AuditInput, change: (keyring: Keyring, dek: Buffer) => Keyring): Promise<void>;
    read<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
    transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  };
  readonly paperKeys: PaperKeys;
  readonly sessions: {
    enter<Value>(work: () => Promise<Value>): Promise<Value>;
    /** Ends what this person has open elsewhere: the password was just given anew. */
    endOf(staffId: string): void;
  };
  checkHost(from: Connection, isPractice: boolean): void;
  begin(staffId: string, from: Connection): Promise<SessionView>;
  firstEntry(action: string, staffId: string): AuditInput;
  readonly printPaper: PaperPrinter;
};

type Begun = NewPaper & {
  readonly oldKey: Buffer;
  readonly staffId: string;
  readonly slot: StaffSlot;
  readonly until: number;
};

/** The one to whom the new password is given. @throws rule-broken `recovery-needs-coordinator` */
async function coordinatorCalled(trx: Trx, login: string): Promise<string> {
  const staff = (await listStaff(trx)).find((one) => one.login === login);
  const isOne = staff !== undefined && staff.state === 'active' && staff.roles.includes('coordinator');
  if (!isOne) throw failAt('login', 'Escriba el usuario de una persona de Coordinación.', 'recovery-needs-coordinator');
  return staff.id;
}

/** A person whose slot was lost with an older archive gets one again. */
function withSlot(keyring: Keyring, dek: Buffer, slot: StaffSlot): Keyring {
  const has = keyring.slots.some((one) => one.staffId === slot.staffId);
  return has ? replaceSlot(keyring, dek, slot) : addSlot(keyring, dek, slot);
}

/** Proves paper and person, and makes what the second step needs; the record is open when it begins. */
async function begin(parts: RecoveryParts, oldKey: Buffer, given: Given): Promise<Begun> {
  const { strongroom, clock } = parts;
  const { login, newPassphrase } = given;
  const { staffId, centre } = await strongroom.read(async (trx) => ({
    staffId: await coordinatorCalled(trx, login),
    centre: await getCentre(trx),
  }));
  const problem = passwordProblem(newPassphrase, [centre.name, login]);
  if (problem !== null) throw failAt('newPassphrase', passwordProblemWords[problem], 'password-refused');
  const slot = await strongroom.deriveSlot({ staffId, login, passphrase: newPassphrase });
  const paper = await makePaper({ dbId: strongroom.keyring.dbId, centre, today: todayIn(clock) }, parts.printPaper);
  return { oldKey, staffId, slot, ...paper, until: clock.now() + paperWaitsMs };
}

type Given = { readonly login: string; readonly newPassphrase: string };

/** The new database key, with the new slot of the person and the new paper; the old paper gives what stands on it to the new one. */
async function rotateFor(parts: RecoveryParts, begun: Begun): Promise<void> {
  const { strongroom, paperKeys } = parts;
  const { staffId, slot, publicKey, oldKey: recoveryKey } = begun;
  const read = <Value>(work: (trx: Trx) => Promise<Value>) => strongroom.read(work);
  const transaction = <Value>(work: (trx: Trx) => Promise<Value>) => strongroom.transaction(work);
  await paperKeys.carryOver({ read, transaction, recoveryKey }, (carry) =>
    strongroom.rotate(parts.firstEntry('keys.recovered', staffId), (keyring, dek) =>
      carry(replaceRecovery(withSlot(keyring, dek, slot), dek, publicKey), dek),
    ),
  );
}

/** The paper of the person who holds it: no rule of the centre is known yet. */
const anywhere: PlaceRule = {
  judge: () => Promise.resolve('computer'),
  allowed: () => Promise.resolve(new Set()),
};

/** The key of the paper that counts once the record has its new one. */
async function withNewKey({ groups }: Begun, open: (key: Buffer) => Promise<void>): Promise<void> {
  const key = decodeRecoveryKey(groups.join(''));
  try {
    await open(key);
  } finally {
    key.fill(0);
  }
}

export function recoveryHandlers(parts: RecoveryParts): Handlers<Contract, Trx> {
  const { strongroom, sessions } = parts;
  let begun: Begun | null = null;
  /** The new key counts already; only the session is missing, because the disk refused its entry. */
  let isRotated = false;
  const forget = () => {
    begun?.oldKey.fill(0);
    begun = null;
    isRotated = false;
  };

  /** What was begun. @throws rule-broken `recovery-not-begun` */
  function atHand(): Begun {
    if (begun !== null && parts.clock.now() <= begun.until) return begun;
    forget();
    throw fail('rule-broken', 'recovery-not-begun');
  }

  async function open(key: Buffer): Promise<void> {
    await strongroom.unlockByRecovery(key);
    if (strongroom.isReadOnly) throw fail('rule-broken', 'read-only-session');
  }

  return {
    beginRecovery: outside<Contract['beginRecovery']>(({ recoveryKey, login, newPassphrase }, from) =>
      sessions.enter(async () => {
        parts.checkHost(from, strongroom.isPractice() ?? false);
        const oldKey = decodeRecoveryKey(recoveryKey);
        await open(oldKey);
        const made = await begin(parts, oldKey, { login, newPassphrase });
        forget();
        begun = made;
        return { recoveryKey: [...made.groups], asked: [...made.asked] };
      }),
    ),

    saveRecoverySheet: outside<Contract['saveRecoverySheet']>(async (_input, from) => {
      const { sheet } = atHand();
      const saved = await from.ports.saver.save(recoverySheetName, sheet, anywhere);
      return { handedBack: saved === 'handed-back' ? Buffer.from(sheet).toString('base64') : null };
    }),

    finishRecovery: outside<Contract['finishRecovery']>(({ groups }, from) =>
      sessions.enter(async () => {
        const made = atHand();
        if (!isOnPaper(made, groups)) throw fail('rule-broken', 'recovery-mismatch');
        // Nobody is signed in: the record may have been closed since the step before.
        await (isRotated ? withNewKey(made, open) : open(made.oldKey));
        if (!isRotated) await rotateFor(parts, made);
        isRotated = true;
        sessions.endOf(made.staffId);
        const session = await parts.begin(made.staffId, from);
        forget();
        return { session };
      }),
    ),
  };
}
