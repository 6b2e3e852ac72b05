/**
 * Keys of the second layer (security design §2.8): one a compartment, sealed in the archive of keys to each person who may
 * read it and to the recovery key. The database key opens none of them, so that whoever else holds it reads ciphertext.
 */
import { randomBytes } from 'node:crypto';
import { fail } from '../../../shared/platform/failures.ts';
import { recoveryKeyPair } from '../crypto/recovery-key.ts';
import { openSealed, sameBytes, seal } from '../crypto/sealing.ts';
import { verifyMac, withMac, type Compartment, type Keyring, type KeyringSlot } from './keyring-format.ts';

/** The Buffer is its holder's to zero. */
export type CompartmentKey = { readonly version: number; readonly key: Buffer };

/** What a session holds from its sign-in to its end: it opens what is sealed to this person. The Buffer is zeroed then. */
export type OwnSecret = { readonly slotId: string; readonly secretKey: Buffer };

const keyBytes = 32;

export function newCompartmentKey(version: number): CompartmentKey {
  return { version, key: randomBytes(keyBytes) };
}

function contextOf(keyring: Pick<Keyring, 'dbId'>, compartment: Compartment, version: number, slotId: string): string {
  return `${keyring.dbId}|${compartment}|${version}|${slotId}`;
}

/** The version of a compartment's key that counts, and the epoch it was made in; null before it has a key. */
export function compartmentIn(keyring: Keyring, compartment: Compartment): { version: number; epoch: number } | null {
  const all = keyring.slots.flatMap(({ sealedCompartments }) => sealedCompartments[compartment] ?? []);
  return all.toSorted((one, other) => other.version - one.version)[0] ?? null;
}

function openOne(
  keyring: Keyring,
  slot: KeyringSlot,
  compartment: Compartment,
  secretKey: Buffer,
): CompartmentKey | null {
  const sealed = slot.sealedCompartments[compartment];
  if (sealed === undefined || sealed.version !== compartmentIn(keyring, compartment)?.version) return null;
  const context = contextOf(keyring, compartment, sealed.version, slot.slotId);
  const key = openSealed(secretKey, Buffer.from(sealed.key, 'base64'), context);
  return key?.length === keyBytes ? { version: sealed.version, key } : null;
}

/** The key that counts, with one person's secret; null where it is not sealed to this person. */
export function openCompartment(keyring: Keyring, compartment: Compartment, own: OwnSecret): CompartmentKey | null {
  const slot = keyring.slots.find((one) => one.slotId === own.slotId);
  return slot === undefined ? null : openOne(keyring, slot, compartment, own.secretKey);
}

/** The same with the paper; null where it opens none. @throws wrong-secret recovery-key-other */
export function openByRecovery(keyring: Keyring, compartment: Compartment, recoveryKey: Buffer): CompartmentKey | null {
  const pair = recoveryKeyPair(recoveryKey, keyring.dbId);
  try {
    const slot = keyring.slots.find(({ kind }) => kind === 'recovery');
    if (slot === undefined || !sameBytes(pair.publicKey, Buffer.from(slot.publicKey, 'base64')))
      throw fail('wrong-secret', 'recovery-key-other');
    return openOne(keyring, slot, compartment, pair.secretKey);
  } finally {
    pair.secretKey.fill(0);
  }
}

/** Who holds the key that counts, by staff id. */
export function holdersIn(keyring: Keyring, compartment: Compartment): string[] {
  const version = compartmentIn(keyring, compartment)?.version;
  return keyring.slots.flatMap(({ staffId, sealedCompartments }) =>
    staffId !== null && version !== undefined && sealedCompartments[compartment]?.version === version ? [staffId] : [],
  );
}

export type Giving = {
  readonly compartment: Compartment;
  readonly held: CompartmentKey;
  /** Epoch of the database key beside which it was made: an older one is due for another. */
  readonly epoch: number;
  /** Who may read it. Whoever is not among them loses the seal. */
  readonly staffIds: readonly string[];
};

/** The slot with the key sealed to it, without it, or as it was. */
function given(keyring: Keyring, slot: KeyringSlot, { compartment, held, epoch, staffIds }: Giving): KeyringSlot {
  const { [compartment]: now, ...others } = slot.sealedCompartments;
  const isAllowed = slot.kind === 'recovery' || staffIds.includes(slot.staffId);
  if (!isAllowed) return now === undefined ? slot : { ...slot, sealedCompartments: others };
  if (now?.version === held.version) return slot;
  const context = contextOf(keyring, compartment, held.version, slot.slotId);
  const key = seal(Buffer.from(slot.publicKey, 'base64'), held.key, context).toString('base64');
  return { ...slot, sealedCompartments: { ...others, [compartment]: { version: held.version, epoch, key } } };
}

/** Whether somebody who may read it lacks it, or somebody else has it. */
export function isGivingDue(keyring: Keyring, giving: Giving): boolean {
  return keyring.slots.some((slot) => given(keyring, slot, giving) !== slot);
}

/** The archive with the key sealed to whom it is for, of the same revision: part of a change that has its own. */
export function withCompartment(keyring: Keyring, dek: Buffer, giving: Giving): Keyring {
  if (!verifyMac(keyring, dek)) throw fail('damaged', 'keyring-damaged');
  const { mac: _mac, ...rest } = keyring;
  return withMac({ ...rest, slots: keyring.slots.map((slot) => given(keyring, slot, giving)) }, dek);
}

/** The same as a change of its own. */
export function giveCompartment(keyring: Keyring, dek: Buffer, giving: Giving): Keyring {
  const next = withCompartment(keyring, dek, giving);
  const { mac: _mac, ...rest } = next;
  return withMac({ ...rest, revision: keyring.revision + 1 }, dek);
}
