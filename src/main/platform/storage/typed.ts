/** What a person proves herself with: the password typed here, or the secret that it opened where it was typed. */
import type { OwnSecret } from './compartments.ts';
import { keyPairOf, sameBytes } from '../crypto/sealing.ts';
import { staffSlotsOf, type Keyring, type StaffSlot } from './keyring-format.ts';
import { foldLogin, type WrappedSlot } from './slot-secret.ts';

/** A secret is taken over by whoever is handed it here, and zeroed whatever happens. */
export type Typed = string | OwnSecret;

/** A new slot that was made where the password was typed; the Buffer is taken over likewise. */
export type MadeSlot = {
  readonly dbId: string;
  readonly practice: boolean;
  readonly slot: WrappedSlot;
  readonly secretKey: Buffer;
};

export type TypedPerson = { readonly staffId: string; readonly login: string; readonly passphrase: string };

export type TypedOptions = {
  /**
   * What stands behind a text in place of a password (a voucher of another computer); the text itself where it is a
   * password typed here. Asked once for each try. @throws wrong-secret to refuse it
   */
  readonly secretOf?: (login: string, passphrase: string) => Typed;
  /** The same for a new password; null where it is one typed here. */
  readonly newSlotOf?: (person: TypedPerson) => MadeSlot | null;
};

/** Runs one try with what stands behind the text; a secret is zeroed at its end. */
export async function withTyped<Value>(
  { secretOf }: TypedOptions,
  { login, typed }: { readonly login: string; readonly typed: Typed },
  attempt: (typed: Typed) => Promise<Value>,
): Promise<Value> {
  const meant = typeof typed === 'string' ? (secretOf?.(login, typed) ?? typed) : typed;
  try {
    return await attempt(meant);
  } finally {
    if (typeof meant !== 'string') meant.secretKey.fill(0);
  }
}

/** The slot that a secret is of, in one archive: by its number and its login, proven by its public half. */
export function slotOfSecret(keyring: Keyring, login: string, own: OwnSecret): StaffSlot | null {
  const slot = staffSlotsOf(keyring).find((one) => one.slotId === own.slotId && one.login === foldLogin(login));
  if (slot === undefined || own.secretKey.length !== 32) return null;
  const isIts = sameBytes(keyPairOf(own.secretKey).publicKey, Buffer.from(slot.publicKey, 'base64'));
  return isIts ? slot : null;
}
