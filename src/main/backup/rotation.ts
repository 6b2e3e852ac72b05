/**
 * «Cambiar la llave del archivo» (security design §2.4): two people prove themselves, a copy is made, a new paper is typed
 * back, and only then the record gets a new key by copy. Between the two steps it is in the memory of this process only.
 */
import { isProfessional } from '../../shared/access/index.ts';
import {
  exposedRenewedHours,
  formerSheet,
  isStanding,
  type CopyEnd,
  type FormerCopy,
  type RotationForm,
  type RotationSecond,
  type rotationContract,
} from '../../shared/backup/index.ts';
import { recoverySheetName } from '../../shared/centre/index.ts';
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import { leavingName, type LeavingName } from '../../shared/platform/file-names.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import {
  listStaff,
  noteKeyUse,
  proveRecoveryKey,
  secondPerson,
  staffNames,
  type PaperKeys,
  type VerifySecond,
} from '../access/index.ts';
import { getCentre, isOnPaper, makePaper, paperWaitsMs, type NewPaper } from '../centre/index.ts';
import { decodeRecoveryKey } from '../platform/crypto/recovery-key.ts';
import { twoPhase, type CallFrame, type Handlers, type Preparation } from '../platform/gate/handler.ts';
import type { Session } from '../platform/gate/session.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import type { AuditInput } from '../platform/storage/audit-chain.ts';
import { replaceRecovery, type Keyring } from '../platform/storage/keyring.ts';
import { keepFormer, listFormer, lookForCopies, noteDestroyed, readFormer } from './former.ts';
import { readFolder } from './notes.ts';
import { copyByItself } from './on-time.ts';
import type { CopyParts } from './parts.ts';
import type { Trx } from '../platform/storage/rows.ts';

type Contract = typeof rotationContract;

export type RotationParts = {
  readonly clock: Clock;
  readonly copying: CopyParts;
  /** A new database key by copy; answers when the new file counts. */
  readonly rotate: (entry: AuditInput, change: (keyring: Keyring, dek: Buffer) => Keyring) => Promise<void>;
  readonly paperKeys: PaperKeys;
  readonly verifySecond: VerifySecond;
  /** When the password of a person last gave way to another one. */
  readonly passwordRenewedAt: (trx: Trx, staffId: string) => Promise<Instant | null>;
  readonly printPaper: PaperPrinter;
  /** Hands a paper to the printer or a folder, as copies leave. */
  readonly sendPaper: (
    call: CallFrame,
    way: 'save' | 'print',
    file: { readonly name: LeavingName; readonly bytes: Uint8Array },
  ) => Promise<{ readonly end: 'written' | 'handed-back' | 'failed'; readonly failure: Error | null }>;
  readonly firstEntry: (action: string, staffId: string) => AuditInput;
};

type Prepared = {
  /** Null where the recovery key stands in. */
  readonly secondId: string | null;
  readonly copy: CopyEnd;
  readonly paper: NewPaper;
  /** The paper of before, where it was typed: it opens session notes and fichas reservadas, and gives them to the new one. */
  readonly oldPaper: Buffer | null;
};

type Begun = Prepared & {
  readonly session: Pick<Session, 'staffId' | 'roles'>;
  readonly form: RotationForm;
  /** Of the archive of keys that this began with. */
  readonly epoch: number;
  readonly until: number;
  /** The second press of one that runs waits for it. */
  running: Promise<Rotated> | null;
};

type Rotated = { readonly rotatedAt: Instant; readonly copy: CopyEnd; readonly former: FormerCopy[] };

/** Who stands beside, null for the recovery key. @throws rule-broken `second-person`, `recovery-key-not-needed`; wrong-secret */
async function besides(call: Preparation<Trx>, second: RotationSecond, parts: RotationParts): Promise<string | null> {
  if (second.kind === 'person') return (await secondPerson(call, second, parts)).id;
  const staff = await call.read((trx) => listStaff(trx));
  const others = staff.filter(({ id, state, roles }) => {
    return id !== call.session.staffId && state === 'active' && isProfessional(roles);
  });
  if (others.length > 0) throw fail('rule-broken', 'recovery-key-not-needed');
  proveRecoveryKey(parts.copying.strongroom.keyring, second.key);
  return null;
}

/**
 * An exposed password and an old archive of keys give the pair to which the new key would be sealed: the pair has to be
 * another one by now, or gone.
 *
 * @throws rule-broken `rotation-password-standing`
 */
async function refuseStanding(
  call: Preparation<Trx>,
  { exposedId }: RotationForm,
  parts: RotationParts,
): Promise<void> {
  if (exposedId === null) return;
  const { slots } = parts.copying.strongroom.keyring;
  if (!slots.some(({ staffId }) => staffId === exposedId)) return;
  const at = await call.read((trx) => parts.passwordRenewedAt(trx, exposedId));
  const age = at === null ? Infinity : call.clock.now() - Date.parse(at);
  if (age > exposedRenewedHours * 3_600_000) throw fail('rule-broken', 'rotation-password-standing');
}

/**
 * Who changes the paper must not lose session notes and fichas reservadas: somebody who opens them works here now, or the
 * paper of before is at hand.
 *
 * @throws rule-broken `rotation-notes-paper`; wrong-secret
 */
async function paperOfBefore(call: Preparation<Trx>, typedIn: Typed, parts: RotationParts): Promise<Buffer | null> {
  const { second, paper } = typedIn;
  const { copying, paperKeys } = parts;
  const typed = second.kind === 'recoveryKey' ? second.key : (paper ?? null);
  if (typed === null) {
    if (await call.read((trx) => paperKeys.needsPaper(trx))) throw fail('rule-broken', 'rotation-notes-paper');
    return null;
  }
  proveRecoveryKey(copying.strongroom.keyring, typed);
  return decodeRecoveryKey(typed);
}

type Typed = InputOf<Contract['beginRotation']>;

async function prepare(call: Preparation<Trx>, input: Typed, parts: RotationParts): Promise<Prepared> {
  const { form, second } = input;
  const { strongroom } = parts.copying;
  if (strongroom.isReadOnly) throw fail('rule-broken', 'read-only-session');
  const secondId = await besides(call, second, parts);
  const oldPaper = await paperOfBefore(call, input, parts);
  await refuseStanding(call, form, parts);
  const copy = await copyByItself(parts.copying, 'risk');
  const centre = await call.read((trx) => getCentre(trx));
  const about = { dbId: strongroom.keyring.dbId, centre, today: call.today };
  return { secondId, copy, oldPaper, paper: await makePaper(about, parts.printPaper) };
}

function recoveryHalf({ slots }: Keyring): string | undefined {
  return slots.find(({ kind }) => kind === 'recovery')?.publicKey;
}

/** The archive of keys names the new paper: the new key counts, whatever was lost of the answer. */
function isRotated({ paper }: Begun, { copying }: RotationParts): boolean {
  return copying.strongroom.isOpen && recoveryHalf(copying.strongroom.keyring) === paper.publicKey;
}

function entryOf({ session, form, secondId }: Begun, { firstEntry }: RotationParts): AuditInput {
  const detail = JSON.stringify({ second: secondId ?? 'recoveryKey' });
  return {
    ...firstEntry('keys.rotated', session.staffId),
    ...{ role: session.roles.join('+'), reason: form.reason, detail },
  };
}

function storeParts({ copying: { strongroom } }: RotationParts) {
  return {
    read: <Value>(work: (trx: Trx) => Promise<Value>) => strongroom.read(work),
    transaction: <Value>(work: (trx: Trx) => Promise<Value>) => strongroom.transaction(work),
  };
}

/** The new key, once: what is done already is not done again. No copy runs meanwhile: it would hold the old file. */
async function giveKey(begun: Begun, parts: RotationParts): Promise<void> {
  const { strongroom, queue } = parts.copying;
  if (isRotated(begun, parts)) return;
  const folder = await strongroom.transaction((trx) => readFolder(trx));
  const seen = lookForCopies(folder, parts.copying);
  const { epoch } = strongroom.keyring;
  await strongroom.transaction((trx) => keepFormer(trx, seen, { folder, epoch }));
  await queue.run(() =>
    parts.paperKeys.carryOver({ ...storeParts(parts), recoveryKey: begun.oldPaper }, (carry) =>
      parts.rotate(entryOf(begun, parts), (keyring, dek) =>
        carry(replaceRecovery(keyring, dek, begun.paper.publicKey), dek),
      ),
    ),
  );
  begun.oldPaper?.fill(0);
}

/** What a key of before opens, as it stands now. */
async function formerNow(read: CopyParts['strongroom']['read'], { copying }: RotationParts): Promise<FormerCopy[]> {
  const { folder, kept } = await read(async (trx) => ({
    folder: await readFolder(trx),
    kept: await readFormer(trx, await staffNames(trx)),
  }));
  return listFormer(kept, lookForCopies(folder, copying).found, copying.strongroom.keyring.epoch);
}

async function rotate(begun: Begun, parts: RotationParts): Promise<Rotated> {
  await giveKey(begun, parts);
  const rotatedAt = instantIn(parts.clock);
  const copy = await copyByItself(parts.copying, 'risk');
  return { rotatedAt, copy, former: await formerNow((work) => parts.copying.strongroom.transaction(work), parts) };
}

const formerFile = leavingName(['copias por destruir'], 'pdf');

/** What is still to be destroyed, as a page. */
async function formerOnPaper(call: Preparation<Trx>, parts: RotationParts): Promise<Uint8Array> {
  const all = await formerNow((work) => call.read(work), parts);
  const centre = await call.read((trx) => getCentre(trx));
  return (await parts.printPaper(formerSheet(centre, all.filter(isStanding), call.now))).bytes;
}

/** @throws rule-broken `rotation-not-begun` */
function atHand(begun: Begun | null, call: CallFrame, parts: RotationParts): Begun {
  const isOwn = begun !== null && begun.session.staffId === call.session.staffId && call.clock.now() <= begun.until;
  if (!isOwn) throw fail('rule-broken', 'rotation-not-begun');
  // A new paper that came meanwhile by another way stays the one that opens.
  const isOvertaken = begun.epoch !== parts.copying.strongroom.keyring.epoch && !isRotated(begun, parts);
  if (isOvertaken) throw fail('rule-broken', 'rotation-not-begun');
  return begun;
}

/** The list on paper, let out as copies are. */
function printFormerCopies(parts: RotationParts): Handlers<Contract, Trx>['printFormerCopies'] {
  return twoPhase<Contract['printFormerCopies'], Trx, Uint8Array>({
    prepare: (call) => formerOnPaper(call, parts),
    commit: ({ session }, _input, bytes) =>
      Promise.resolve({ file: session.files.add(formerFile, 'application/pdf', bytes, 'copy') }),
    deliver: async (call, { way }, { file }, bytes) => {
      const { end, failure } = await parts.sendPaper(call, way, { name: formerFile, bytes });
      if (failure !== null) throw failure;
      return { file: end === 'handed-back' ? file : null };
    },
  });
}

function forget({ paper, oldPaper }: Prepared): void {
  paper.sheet.fill(0);
  oldPaper?.fill(0);
}

export function rotationHandlers(parts: RotationParts): Handlers<Contract, Trx> {
  const { copying } = parts;
  let held: Begun | null = null;
  return {
    beginRotation: twoPhase<Contract['beginRotation'], Trx, Prepared>({
      prepare: (call, input) => prepare(call, input, parts),
      commit: async (unit, { form }, { secondId, copy, paper }) => {
        const { staffId, files } = unit.session;
        const summary = 'Cambio de la llave del archivo';
        if (secondId === null) await noteKeyUse(unit, { act: 'rotation', subjectId: staffId, summary });
        unit.note({ reason: form.reason, copy, second: secondId ?? 'recoveryKey' });
        const sheet = files.add(recoverySheetName, 'application/pdf', paper.sheet, { kind: 'recovery-sheet' });
        return { recoveryKey: [...paper.groups], asked: [...paper.asked], sheet, copy };
      },
      deliver: ({ session, clock }, { form }, _output, prepared) => {
        const { staffId, roles } = session;
        const { epoch } = copying.strongroom.keyring;
        held?.oldPaper?.fill(0);
        held = {
          ...{ ...prepared, form, epoch, until: clock.now() + paperWaitsMs, running: null },
          session: { staffId, roles: [...roles] },
        };
        return Promise.resolve();
      },
      abandon: (_input, prepared) => forget(prepared),
    }),

    finishRotation: twoPhase<Contract['finishRotation'], Trx, Rotated>({
      prepare: (call, { groups, withoutCopy }) => {
        const begun = atHand(held, call, parts);
        if (!isOnPaper(begun.paper, groups)) throw fail('rule-broken', 'rotation-mismatch');
        if (begun.copy !== 'made' && !withoutCopy) throw fail('rule-broken', 'rotation-no-copy');
        begun.running ??= rotate(begun, parts).catch((error: unknown) => {
          begun.running = null;
          throw error;
        });
        return begun.running;
      },
      commit: (unit, _input, { rotatedAt, copy, former }) => {
        unit.note({ copy, former: former.length });
        return Promise.resolve({ rotatedAt, copy, former: [...former] });
      },
    }),

    printFormerCopies: printFormerCopies(parts),

    noteCopyDestroyed: twoPhase<Contract['noteCopyDestroyed'], Trx, ReturnType<typeof lookForCopies>>({
      prepare: async (call) => lookForCopies(await call.read((trx) => readFolder(trx)), copying),
      commit: async (unit, ref, { found }) => {
        const { epoch } = copying.strongroom.keyring;
        const by = { at: unit.now, staffId: unit.session.staffId };
        await noteDestroyed(unit.trx, ref, { found, epoch, by });
        unit.note({ copy: ref.name });
      },
    }),
  };
}
