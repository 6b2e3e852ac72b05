/** Who can open the register: one slot per staff member, one for the recovery key (security design §2). */
import { randomBytes, randomUUID } from 'node:crypto';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import { saltBytes, withTarget, type KdfPolicy } from '../crypto/kdf.ts';
import { recoveryKeyPair } from '../crypto/recovery-key.ts';
import { newKeyPair, openSealed, sameBytes, seal, type KeyPair } from '../crypto/sealing.ts';
import { databaseFileName, dekContext, staffSlotsOf, verifyMac, withMac } from './keyring-format.ts';
import type { Keyring, KeyringSlot, RecoveryFile, RecoverySlot, StaffSlot } from './keyring-format.ts';
import type { OwnSecret } from './compartments.ts';
import { fileCipher } from './open-database.ts';
import { foldLogin, kekOf, unwrapSecret, wrapPair } from './slot-secret.ts';
import { slotOfSecret, type Typed } from './typed.ts';

export {
  commitKeyring,
  dropStagedKeyring,
  isKeyringWhole,
  promoteKeyring,
  readKeyring,
  readKeyringFiles,
  readRecoveryFile,
  stageKeyring,
  writeKeyring,
} from './keyring-file.ts';
export type { FoundKeyring, KeyringFiles } from './keyring-file.ts';
export { databaseFileName, verifyMac } from './keyring-format.ts';
export { foldLogin } from './slot-secret.ts';
export type { Keyring, KeyringSlot, RecoveryFile, StaffSlot } from './keyring-format.ts';

/** Both Buffers are the caller's to zero at lock. */
export interface Unlocked {
  staffId: string;
  slotId: string;
  dek: Buffer;
  secretKey: Buffer;
}

export interface NewSlot {
  staffId: string;
  login: string;
  passphrase: string | Buffer;
  policy: KdfPolicy;
}

/** What a slot is bound to: it opens in no other register and in no other epoch. */
export type KeyringIdentity = Pick<Keyring, 'dbId' | 'epoch' | 'practice'>;
type Identity = KeyringIdentity;

const b64 = (bytes: Buffer): string => bytes.toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/**
 * The slot of one person under a new salt and a new pair: the second of work of a password, before any transaction.
 *
 * Throws `invalid`/login-format.
 */
export async function deriveSlot(identity: Identity, dek: Buffer, fresh: NewSlot): Promise<StaffSlot> {
  const { slot, secretKey } = await deriveOwnSlot(identity, dek, fresh);
  secretKey.fill(0);
  return slot;
}

/** At the cost of the slots that are there. */
export function deriveLike(keyring: Keyring, dek: Buffer, fresh: NewSlot): ReturnType<typeof deriveOwnSlot> {
  const [like] = staffSlotsOf(keyring);
  const policy = like === undefined ? fresh.policy : withTarget(fresh.policy, like.kdf);
  return deriveOwnSlot(keyring, dek, { ...fresh, policy });
}

/** The same with the secret of the pair, for a session that goes on with it: the caller's to zero. */
async function deriveOwnSlot(
  identity: Identity,
  dek: Buffer,
  fresh: NewSlot,
): Promise<{ slot: StaffSlot; secretKey: Buffer }> {
  const pair = newKeyPair();
  try {
    return { slot: await staffSlot(identity, dek, fresh, pair), secretKey: pair.secretKey };
  } catch (error) {
    pair.secretKey.fill(0);
    throw error;
  }
}

async function staffSlot(identity: Identity, dek: Buffer, fresh: NewSlot, pair: KeyPair): Promise<StaffSlot> {
  const slot = await wrapPair(identity, { ...fresh, kdf: fresh.policy.target }, pair);
  return sealedAnew(identity, dek, { ...slot, sealedDek: '', sealedCompartments: {} });
}

/** The half of a recovery key that may be kept: what is sealed to it, only the paper opens. Base64. */
export function recoveryPublicKey(recoveryKey: Buffer, dbId: string): string {
  const pair = recoveryKeyPair(recoveryKey, dbId);
  pair.secretKey.fill(0);
  return b64(pair.publicKey);
}

function recoverySlot(identity: Identity, dek: Buffer, publicKey: string): RecoverySlot {
  const slotId = randomUUID();
  const sealedDek = b64(seal(bytesOf(publicKey), dek, dekContext(identity, slotId)));
  const nobody = { staffId: null, login: null, kdf: null, wrappedSecretKey: null };
  return {
    ...nobody,
    slotId,
    kind: 'recovery',
    device: 'none',
    publicKey,
    sealedDek,
    sealedCompartments: {},
  };
}

export interface NewKeyring {
  dbId: string;
  practice: boolean;
  dek: Buffer;
  recoveryKey: Buffer;
  /** The first coordinator. */
  first: NewSlot;
}

/** The keyring of a new register, epoch 1 and revision 1; writes nothing. */
export async function createKeyring({ dbId, practice, dek, recoveryKey, first }: NewKeyring): Promise<Keyring> {
  const identity = { dbId, epoch: 1, practice };
  const pair = newKeyPair();
  try {
    const slots = [
      await staffSlot(identity, dek, first, pair),
      recoverySlot(identity, dek, recoveryPublicKey(recoveryKey, dbId)),
    ];
    const head = { format: 1 as const, ...identity, revision: 1, dbFile: databaseFileName(1) };
    return withMac({ ...head, cipher: fileCipher, slots }, dek);
  } finally {
    pair.secretKey.fill(0);
  }
}

/** Same work as for a known login. */
async function spendAsKnown(keyring: Keyring, passphrase: string | Buffer, policy: KdfPolicy): Promise<void> {
  const like = staffSlotsOf(keyring)[0]?.kdf ?? policy.target;
  const kdf = { m: like.m, t: like.t, p: like.p, salt: b64(randomBytes(saltBytes)) };
  (await kekOf(keyring.dbId, randomUUID(), kdf, passphrase)).fill(0);
}

/** Passwords already stretched in this try, by slot and salt: replicas of one archive cost one derivation. */
type Stretched = Map<string, Buffer>;

async function stretchedFor(
  keyring: Keyring,
  slot: StaffSlot,
  passphrase: string | Buffer,
  known: Stretched,
): Promise<Buffer> {
  const name = JSON.stringify([keyring.dbId, slot.slotId, slot.kdf]);
  const kek = known.get(name) ?? (await kekOf(keyring.dbId, slot.slotId, slot.kdf, passphrase));
  known.set(name, kek);
  return kek;
}

/** The keys of a slot, null for a wrong password. The MAC of the archive is not looked at. */
async function openSlot(
  keyring: Keyring,
  slot: StaffSlot,
  passphrase: string | Buffer,
  known: Stretched,
): Promise<Unlocked | null> {
  const secretKey = unwrapSecret(keyring, slot, await stretchedFor(keyring, slot, passphrase, known));
  return secretKey === null ? null : openWithSecret(keyring, slot, secretKey);
}

/** Takes the secret over: it goes on in the answer, or is zeroed. */
function openWithSecret(keyring: Keyring, slot: StaffSlot, secretKey: Buffer): Unlocked | null {
  const dek = openDek(keyring, slot, secretKey);
  if (dek !== null) return { staffId: slot.staffId, slotId: slot.slotId, dek, secretKey };
  secretKey.fill(0);
  return null;
}

/** What a secret opens that the password gave elsewhere; nothing is stretched. It stays the caller's. */
function unlockWithSecret(candidates: readonly Keyring[], login: string, own: OwnSecret): Opening[] {
  return candidates.flatMap((keyring) => {
    const slot = slotOfSecret(keyring, login, own);
    const unlocked = slot === null ? null : openWithSecret(keyring, slot, Buffer.from(own.secretKey));
    return unlocked === null ? [] : [{ keyring, unlocked }];
  });
}

/**
 * The keys of one person. Throws `wrong-secret` for unknown login and wrong password alike, and
 * `damaged`/keyring-damaged when the password is right but the file is not as it was written.
 */
export async function unlockSlot(
  keyring: Keyring,
  login: string,
  typed: Typed | Buffer,
  policy: KdfPolicy,
): Promise<Unlocked> {
  const [first] = await unlockAny([keyring], login, typed, policy);
  if (first === undefined) throw fail('wrong-secret');
  if (verifyMac(keyring, first.unlocked.dek)) return first.unlocked;
  first.unlocked.dek.fill(0);
  first.unlocked.secretKey.fill(0);
  throw fail('damaged', 'keyring-damaged');
}

/** Keys that one archive gave; whether the whole archive is as it was written shows its MAC. */
export interface Opening {
  readonly keyring: Keyring;
  readonly unlocked: Unlocked;
}

/**
 * What a password opens among several archives, in their order; none for a wrong password or an unknown login, which
 * cost the same. All Buffers are the caller's to zero, a secret in place of the password too.
 */
export async function unlockAny(
  candidates: readonly Keyring[],
  login: string,
  typed: Typed | Buffer,
  policy: KdfPolicy,
): Promise<Opening[]> {
  if (typeof typed !== 'string' && 'secretKey' in typed) return unlockWithSecret(candidates, login, typed);
  const known: Stretched = new Map();
  const openings: Opening[] = [];
  try {
    for (const keyring of candidates) {
      const slot = staffSlotsOf(keyring).find((one) => one.login === foldLogin(login));
      const unlocked = slot === undefined ? null : await openSlot(keyring, slot, typed, known);
      if (unlocked !== null) openings.push({ keyring, unlocked });
    }
    const [first] = candidates;
    if (known.size === 0 && first !== undefined) await spendAsKnown(first, typed, policy);
    return openings;
  } finally {
    for (const kek of known.values()) kek.fill(0);
  }
}

function openDek(identity: Identity, slot: KeyringSlot, secretKey: Buffer): Buffer | null {
  const dek = openSealed(secretKey, bytesOf(slot.sealedDek), dekContext(identity, slot.slotId));
  return dek?.length === 32 ? dek : null;
}

/**
 * The database key by the recovery key; the caller zeroes it. Throws `wrong-secret`/recovery-key-other for the key
 * of another register, `damaged`/keyring-damaged for an altered file.
 */
export function unlockWithRecovery(keyring: Keyring, recoveryKey: Buffer): Buffer {
  const slot = keyring.slots.find((one) => one.kind === 'recovery');
  if (slot === undefined) throw fail('damaged', 'keyring-damaged');
  const dek = openRecoverySlot({ ...keyring, format: 1, slot }, recoveryKey);
  if (verifyMac(keyring, dek)) return dek;
  dek.fill(0);
  throw fail('damaged', 'keyring-damaged');
}

/** The same from the recovery slot alone, when the keyring is lost. */
export function openRecoverySlot(
  file: Pick<RecoveryFile, 'format' | 'dbId' | 'epoch' | 'practice' | 'slot'>,
  recoveryKey: Buffer,
): Buffer {
  const pair = recoveryKeyPair(recoveryKey, file.dbId);
  try {
    if (!sameBytes(pair.publicKey, bytesOf(file.slot.publicKey))) throw fail('wrong-secret', 'recovery-key-other');
    const dek = openDek(file, file.slot, pair.secretKey);
    if (dek === null) throw fail('damaged', 'keyring-damaged');
    return dek;
  } finally {
    pair.secretKey.fill(0);
  }
}

function changed(keyring: Keyring, dek: Buffer, slots: KeyringSlot[]): Keyring {
  if (!verifyMac(keyring, dek)) throw fail('damaged', 'keyring-damaged');
  const { mac: _mac, ...rest } = keyring;
  return withMac({ ...rest, revision: keyring.revision + 1, slots }, dek);
}

/** A slot derived before a new database key came holds the old one: it gets the one of the archive it joins. */
export function sealedAnew<Slot extends KeyringSlot>(keyring: Identity, dek: Buffer, slot: Slot): Slot {
  return { ...slot, sealedDek: b64(seal(bytesOf(slot.publicKey), dek, dekContext(keyring, slot.slotId))) };
}

/** With a slot for a new member; throws `duplicate`/login-taken for a login or person that already has one. */
export function addSlot(keyring: Keyring, dek: Buffer, slot: StaffSlot): Keyring {
  const taken = staffSlotsOf(keyring).some((one) => one.login === slot.login || one.staffId === slot.staffId);
  if (taken) throw fail('duplicate', 'login-taken');
  return changed(keyring, dek, [...keyring.slots, sealedAnew(keyring, dek, slot)]);
}

/** Without the slot of one person. A copied file still opens with it: rotation has to follow. */
export function removeSlot(keyring: Keyring, dek: Buffer, staffId: string): Keyring {
  const slots = keyring.slots.filter((slot) => slot.staffId !== staffId);
  if (slots.length === keyring.slots.length) throw fail('not-found');
  if (staffSlotsOf({ slots }).length === 0) throw fail('rule-broken', 'last-slot');
  return changed(keyring, dek, slots);
}

/** With another slot for the same person and login: new password, new pair. Throws `not-found`. */
export function replaceSlot(keyring: Keyring, dek: Buffer, slot: StaffSlot): Keyring {
  const old = staffSlotsOf(keyring).find((one) => one.staffId === slot.staffId && one.login === slot.login);
  if (old === undefined) throw fail('not-found');
  return changed(keyring, dek, [...keyring.slots.filter((one) => one !== old), sealedAnew(keyring, dek, slot)]);
}

/** With another recovery key, by its public half: the paper of before opens nothing any more. */
export function replaceRecovery(keyring: Keyring, dek: Buffer, publicKey: string): Keyring {
  const others = keyring.slots.filter((slot) => slot.kind !== 'recovery');
  return changed(keyring, dek, [...others, recoverySlot(keyring, dek, publicKey)]);
}

/** The same people under another database key, one epoch on: nobody's password is needed for it. */
export function resealed(keyring: Keyring, dek: Buffer, newDek: Buffer): Keyring {
  if (!verifyMac(keyring, dek)) throw fail('damaged', 'keyring-damaged');
  const { mac: _mac, ...rest } = keyring;
  const next = { ...rest, epoch: keyring.epoch + 1, revision: keyring.revision + 1 };
  const slots = keyring.slots.map((slot) => sealedAnew(next, newDek, slot));
  return withMac({ ...next, dbFile: databaseFileName(next.epoch), slots }, newDek);
}

/** What the paper opens among several archives, and beside them; none for the key of another register. */
export function unlockAnyByRecovery(archives: readonly Keyring[], recoveryKey: Buffer): Opening[] {
  return archives.flatMap((keyring) => {
    const slot = keyring.slots.find((one) => one.kind === 'recovery');
    if (slot === undefined) return [];
    try {
      const dek = openRecoverySlot({ ...keyring, format: 1, slot }, recoveryKey);
      return [{ keyring, unlocked: { staffId: '', slotId: slot.slotId, dek, secretKey: Buffer.alloc(0) } }];
    } catch (error) {
      if (error instanceof ExpectedFailure) return [];
      throw error;
    }
  });
}
