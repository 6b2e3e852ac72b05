/** One more person at a record that is open already. */
import { fail } from '../../../shared/platform/failures.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { sameBytes } from '../crypto/sealing.ts';
import type { OwnSecret } from './compartments.ts';
import { unlockSlot, type Keyring } from './keyring.ts';

/** Who came in, with the secret that opens what is sealed to this person alone: the caller's to zero. */
export type Entered = { readonly staffId: string; readonly own: OwnSecret };

/** A password against a record that is open already. @throws wrong-secret, damaged `keyring-damaged` */
export async function joinOpen(
  { keyring, dek }: { readonly keyring: Keyring; readonly dek: Buffer },
  { login, passphrase, policy }: { readonly login: string; readonly passphrase: string; readonly policy: KdfPolicy },
): Promise<Entered> {
  const { staffId, slotId, ...keys } = await unlockSlot(keyring, login, passphrase, policy);
  const isSame = sameBytes(keys.dek, dek);
  keys.dek.fill(0);
  if (isSame) return { staffId, own: { slotId, secretKey: keys.secretKey } };
  keys.secretKey.fill(0);
  throw fail('damaged', 'keyring-damaged');
}
