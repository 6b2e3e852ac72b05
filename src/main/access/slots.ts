/** Slots of the archive of keys as staff work needs them: derived while preparing, written with the change itself. */
import type { Trx } from '../database.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import { addSlot, removeSlot, replaceSlot, type Keyring } from '../platform/storage/keyring.ts';

/** Writes the archive of keys first; the returned work says so in the caller's transaction. */
export type ChangeKeyring = (
  change: (keyring: Keyring, dek: Buffer) => Keyring | Promise<Keyring>,
) => Promise<StoreSlot>;

/** What the commit calls to store what was prepared. */
export type StoreSlot = (trx: Trx) => Promise<void>;

export type SlotParts = {
  readonly changeKeyring: ChangeKeyring;
  /** Cost of a new slot: that of the centre. */
  readonly slotPolicy: () => KdfPolicy;
};

/** @throws duplicate `login-taken` */
export function newSlot(
  { changeKeyring, slotPolicy }: SlotParts,
  slot: { staffId: string; login: string; passphrase: string },
): Promise<StoreSlot> {
  return changeKeyring((keyring, dek) => addSlot(keyring, dek, { ...slot, policy: slotPolicy() }));
}

/** A new pair: an old copy of the archive of keys with the old password must open nothing new. */
export function replacedSlot(
  { changeKeyring, slotPolicy }: SlotParts,
  slot: { staffId: string; passphrase: string },
): Promise<StoreSlot> {
  return changeKeyring((keyring, dek) => replaceSlot(keyring, dek, { ...slot, policy: slotPolicy(), secretKey: null }));
}

/** Without the slot of somebody whose access was taken away. @throws not-found */
export function withoutSlot({ changeKeyring }: SlotParts, staffId: string): Promise<StoreSlot> {
  return changeKeyring((keyring, dek) => removeSlot(keyring, dek, staffId));
}
