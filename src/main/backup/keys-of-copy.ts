/** The archive of keys of a copied database, and the way into a copy. */
import { fail } from '../../shared/platform/failures.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import { parseKeyring } from '../platform/storage/keyring-format.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import { metaValue, type Database } from '../platform/storage/open-database.ts';

/**
 * The archive that was committed with the copied state, so that both always belong together; a record that keeps none
 * inside goes with the archive of the moment, which must be the one of that state or the one just after it.
 *
 * @throws damaged `keyring-damaged`, conflict
 */
export function keyringOfCopy(db: Database, now: { readonly keyring: Keyring; readonly policy: KdfPolicy }): Keyring {
  const kept = metaValue(db, 'keyring');
  if (kept !== null) {
    const keyring = parseKeyring(kept, now.policy);
    if (keyring === null) throw fail('damaged', 'keyring-damaged');
    return keyring;
  }
  const stored = Number(metaValue(db, 'keyring_revision'));
  const { revision } = now.keyring;
  if (revision !== stored && revision !== stored + 1) throw fail('conflict');
  return now.keyring;
}
