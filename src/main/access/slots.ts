/** The archive of keys as staff work needs it: a slot is derived while preparing and written with the change itself. */
import { addSlot, removeSlot, replaceSlot, type Keyring, type StaffSlot } from '../platform/storage/keyring.ts';
import type { Trx } from './tables.ts';
import type { TypedPerson } from '../platform/storage/typed.ts';

export type Keys = {
  /** The archive as it stands, for proving the recovery key. */
  readonly keyring: Keyring;
  /** The slot of a person under a password: takes a second, so it comes before the transaction. */
  deriveSlot(person: TypedPerson): Promise<StaffSlot>;
  /** The same for the person of the session, with the secret that her session goes on with. */
  deriveOwnSlot(person: TypedPerson): Promise<{ slot: StaffSlot; secretKey: Buffer }>;
  /** Changes the archive together with the caller's transaction. */
  changeKeyring(trx: Trx, change: (keyring: Keyring, dek: Buffer) => Keyring): Promise<void>;
};

/** @throws duplicate `login-taken` */
export function storeNewSlot(keys: Keys, trx: Trx, slot: StaffSlot): Promise<void> {
  return keys.changeKeyring(trx, (keyring, dek) => addSlot(keyring, dek, slot));
}

/** A new pair: an old copy of the archive of keys with the old password must open nothing new. */
export function storeReplacedSlot(keys: Pick<Keys, 'changeKeyring'>, trx: Trx, slot: StaffSlot): Promise<void> {
  return keys.changeKeyring(trx, (keyring, dek) => replaceSlot(keyring, dek, slot));
}

/** Without the slot of somebody whose access is taken away: nothing to take where there is none. */
export async function dropSlot(keys: Keys, trx: Trx, staffId: string): Promise<void> {
  if (!keys.keyring.slots.some((slot) => slot.staffId === staffId)) return;
  await keys.changeKeyring(trx, (keyring, dek) => removeSlot(keyring, dek, staffId));
}
