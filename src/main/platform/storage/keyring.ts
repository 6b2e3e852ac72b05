/** Who can open the register: one slot per staff member, one for the recovery key (security design §2). */
import { randomBytes, randomUUID } from 'node:crypto';
import { fail } from '../../../shared/platform/failures.ts';
import { derive, saltBytes } from '../crypto/kdf.ts';
import type { KdfParams, KdfPolicy } from '../crypto/kdf.ts';
import { recoveryKeyPair } from '../crypto/recovery-key.ts';
import { decryptGcm, encryptGcm, hkdf, newKeyPair, openSealed, sameBytes, seal } from '../crypto/sealing.ts';
import type { KeyPair } from '../crypto/sealing.ts';
import {
  databaseFileName,
  dekContext,
  loginSchema,
  slotAad,
  staffSlotsOf,
  verifyMac,
  withMac,
} from './keyring-format.ts';
import type { Keyring, KeyringSlot, RecoveryFile, RecoverySlot, StaffSlot } from './keyring-format.ts';
import { fileCipher } from './open-database.ts';

export { readKeyring, readRecoveryFile, writeKeyring } from './keyring-file.ts';
export type { FoundKeyring } from './keyring-file.ts';
export { databaseFileName, verifyMac } from './keyring-format.ts';
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

type Identity = Pick<Keyring, 'dbId' | 'epoch' | 'practice'>;

const b64 = (bytes: Buffer): string => bytes.toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/** Key of a slot from the password. */
async function kekOf(
  dbId: string,
  slotId: string,
  kdf: KdfParams & { salt: string },
  passphrase: string | Buffer,
): Promise<Buffer> {
  const stretched = await derive(passphrase, kdf, bytesOf(kdf.salt));
  try {
    return hkdf(stretched, `kek|v1|${slotId}`, dbId);
  } finally {
    stretched.fill(0);
  }
}

/** A staff slot around an existing pair, under a new salt. */
async function staffSlot(identity: Identity, dek: Buffer, fresh: NewSlot, pair: KeyPair): Promise<StaffSlot> {
  const slotId = randomUUID();
  const { m, t, p } = fresh.policy.target;
  const base = {
    slotId,
    kind: 'staff' as const,
    staffId: fresh.staffId,
    login: foldLogin(fresh.login),
    kdf: { alg: 'argon2id' as const, version: 19 as const, m, t, p, salt: b64(randomBytes(saltBytes)) },
    device: 'none' as const,
    publicKey: b64(pair.publicKey),
    sealedCompartments: {},
  };
  if (!loginSchema.safeParse(base.login).success) throw fail('invalid', 'login-format');
  const kek = await kekOf(identity.dbId, slotId, base.kdf, fresh.passphrase);
  try {
    const box = encryptGcm(kek, pair.secretKey, slotAad(identity, base));
    return {
      ...base,
      wrappedSecretKey: { nonce: b64(box.nonce), ct: b64(box.ct), tag: b64(box.tag) },
      sealedDek: b64(seal(pair.publicKey, dek, dekContext(identity, slotId))),
    };
  } finally {
    kek.fill(0);
  }
}

function recoverySlot(identity: Identity, dek: Buffer, recoveryKey: Buffer): RecoverySlot {
  const pair = recoveryKeyPair(recoveryKey, identity.dbId);
  pair.secretKey.fill(0);
  const slotId = randomUUID();
  const sealedDek = b64(seal(pair.publicKey, dek, dekContext(identity, slotId)));
  const nobody = { staffId: null, login: null, kdf: null, wrappedSecretKey: null };
  return {
    ...nobody,
    slotId,
    kind: 'recovery',
    device: 'none',
    publicKey: b64(pair.publicKey),
    sealedDek,
    sealedCompartments: {},
  };
}

/** Logins are compared in lower case and without surrounding white space. */
export function foldLogin(login: string): string {
  return login.trim().toLowerCase();
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
    const slots = [await staffSlot(identity, dek, first, pair), recoverySlot(identity, dek, recoveryKey)];
    const head = { format: 1 as const, ...identity, revision: 1, dbFile: databaseFileName(1) };
    return withMac({ ...head, cipher: fileCipher, slots }, dek);
  } finally {
    pair.secretKey.fill(0);
  }
}

/** Same work and same answer as for a known login. */
async function refuseUnknown(keyring: Keyring, passphrase: string | Buffer, policy: KdfPolicy): Promise<never> {
  const like = staffSlotsOf(keyring)[0]?.kdf ?? policy.target;
  const kdf = { m: like.m, t: like.t, p: like.p, salt: b64(randomBytes(saltBytes)) };
  (await kekOf(keyring.dbId, randomUUID(), kdf, passphrase)).fill(0);
  throw fail('wrong-secret');
}

/**
 * The keys of one person. Throws `wrong-secret` for unknown login and wrong password alike, and
 * `damaged`/keyring-damaged when the password is right but the file is not as it was written.
 */
export async function unlockSlot(
  keyring: Keyring,
  login: string,
  passphrase: string | Buffer,
  policy: KdfPolicy,
): Promise<Unlocked> {
  const slot = staffSlotsOf(keyring).find((one) => one.login === foldLogin(login));
  if (slot === undefined) return refuseUnknown(keyring, passphrase, policy);
  const kek = await kekOf(keyring.dbId, slot.slotId, slot.kdf, passphrase);
  const { nonce, ct, tag } = slot.wrappedSecretKey;
  const box = { nonce: bytesOf(nonce), ct: bytesOf(ct), tag: bytesOf(tag) };
  const secretKey = decryptGcm(kek, box, slotAad(keyring, slot));
  kek.fill(0);
  if (secretKey === null) throw fail('wrong-secret');
  const dek = openDek(keyring, slot, secretKey);
  if (dek !== null && verifyMac(keyring, dek)) return { staffId: slot.staffId, slotId: slot.slotId, dek, secretKey };
  dek?.fill(0);
  secretKey.fill(0);
  throw fail('damaged', 'keyring-damaged');
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

/** A slot for a new member; throws `duplicate`/login-taken for a login or person that already has one. */
export async function addSlot(keyring: Keyring, dek: Buffer, fresh: NewSlot): Promise<Keyring> {
  const taken = staffSlotsOf(keyring).some(
    (slot) => slot.login === foldLogin(fresh.login) || slot.staffId === fresh.staffId,
  );
  if (taken) throw fail('duplicate', 'login-taken');
  const pair = newKeyPair();
  try {
    return changed(keyring, dek, [...keyring.slots, await staffSlot(keyring, dek, fresh, pair)]);
  } finally {
    pair.secretKey.fill(0);
  }
}

/** Without the slot of one person. A copied file still opens with it: rotation has to follow. */
export function removeSlot(keyring: Keyring, dek: Buffer, staffId: string): Keyring {
  const slots = keyring.slots.filter((slot) => slot.staffId !== staffId);
  if (slots.length === keyring.slots.length) throw fail('not-found');
  if (staffSlotsOf({ slots }).length === 0) throw fail('rule-broken', 'last-slot');
  return changed(keyring, dek, slots);
}

export interface ReplacedSlot extends Omit<NewSlot, 'login'> {
  /** The present secret key for a password change; null makes a new pair (exposed or forgotten password). */
  secretKey: Buffer | null;
}

/** New password, new salt, same login and person; never touches the database. */
export async function replaceSlot(keyring: Keyring, dek: Buffer, replaced: ReplacedSlot): Promise<Keyring> {
  const old = staffSlotsOf(keyring).find((slot) => slot.staffId === replaced.staffId);
  if (old === undefined) throw fail('not-found');
  const pair =
    replaced.secretKey === null
      ? newKeyPair()
      : { publicKey: bytesOf(old.publicKey), secretKey: Buffer.from(replaced.secretKey) };
  try {
    const slot = await staffSlot(keyring, dek, { ...replaced, login: old.login }, pair);
    return changed(keyring, dek, [...keyring.slots.filter((one) => one !== old), slot]);
  } finally {
    pair.secretKey.fill(0);
  }
}
