/** One more person at a record that is open already. */
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { sameBytes } from '../crypto/sealing.ts';
import type { OwnSecret } from './compartments.ts';
import { unlockSlot, type Keyring } from './keyring.ts';
import type { Typed } from './typed.ts';

/** Who came in, with the secret that opens what is sealed to this person alone: the caller's to zero. */
export type Entered = { readonly staffId: string; readonly own: OwnSecret };

/** A password, or the secret it opened elsewhere, against a record that is open already. @throws wrong-secret, damaged `keyring-damaged` */
export async function joinOpen(
  { keyring, dek }: { readonly keyring: Keyring; readonly dek: Buffer },
  { login, typed, policy }: { readonly login: string; readonly typed: Typed; readonly policy: KdfPolicy },
): Promise<Entered> {
  const { staffId, slotId, ...keys } = await unlockSlot(keyring, login, typed, policy);
  const isSame = sameBytes(keys.dek, dek);
  keys.dek.fill(0);
  if (isSame) return { staffId, own: { slotId, secretKey: keys.secretKey } };
  keys.secretKey.fill(0);
  throw fail('damaged', 'keyring-damaged');
}

/** Whether a try came in; what it opened is gone. @throws whatever is no wrong password */
export async function cameIn(attempt: () => Promise<Entered>): Promise<boolean> {
  try {
    (await attempt()).own.secretKey.fill(0);
    return true;
  } catch (error) {
    if (error instanceof ExpectedFailure && error.failure.code === 'wrong-secret') return false;
    throw error;
  }
}
