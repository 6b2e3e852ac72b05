/** A new slot for somebody at an open record: derived here, or made where its password was typed. */
import { fail } from '../../../shared/platform/failures.ts';
import { withinPolicy, type KdfPolicy } from '../crypto/kdf.ts';
import { keyPairOf, sameBytes } from '../crypto/sealing.ts';
import { wrappedSlotSchema } from './keyring-format.ts';
import { deriveLike, sealedAnew, type Keyring, type StaffSlot } from './keyring.ts';
import { foldLogin } from './slot-secret.ts';
import type { MadeSlot, TypedOptions, TypedPerson } from './typed.ts';

type Open = { readonly keyring: Keyring; readonly dek: Buffer };
type OwnSlot = { readonly slot: StaffSlot; readonly secretKey: Buffer };

/** The secret is the caller's to zero. @throws wrong-secret for a made slot that is not this person's, here */
export async function ownSlot(
  { keyring, dek }: Open,
  person: TypedPerson,
  { policy, newSlotOf }: TypedOptions & { readonly policy: KdfPolicy },
): Promise<OwnSlot> {
  const made = newSlotOf?.(person) ?? null;
  return made === null
    ? deriveLike(keyring, dek, { ...person, policy })
    : adopted({ keyring, dek }, person, made, policy);
}

/** Without the secret, which is zeroed. */
export async function slotAlone(made: Promise<OwnSlot>): Promise<StaffSlot> {
  const { slot, secretKey } = await made;
  secretKey.fill(0);
  return slot;
}

/** The database key is sealed to it here: whoever made it never had that key. */
function adopted({ keyring, dek }: Open, person: TypedPerson, made: MadeSlot, policy: KdfPolicy): OwnSlot {
  if (!isSound(keyring, person, made, policy)) {
    made.secretKey.fill(0);
    throw fail('wrong-secret');
  }
  const slot = { ...made.slot, sealedDek: '', sealedCompartments: {} };
  return { slot: sealedAnew(keyring, dek, slot), secretKey: made.secretKey };
}

/** What comes from another computer is believed in nothing: shape, cost, record, person, and that it is a new one. */
function isSound(keyring: Keyring, person: TypedPerson, made: MadeSlot, policy: KdfPolicy): boolean {
  const { slot, secretKey } = made;
  return (
    wrappedSlotSchema.safeParse(slot).success &&
    withinPolicy(policy, slot.kdf) &&
    made.dbId === keyring.dbId &&
    made.practice === keyring.practice &&
    slot.staffId === person.staffId &&
    slot.login === foldLogin(person.login) &&
    !keyring.slots.some((one) => one.slotId === slot.slotId || one.publicKey === slot.publicKey) &&
    secretKey.length === 32 &&
    sameBytes(keyPairOf(secretKey).publicKey, Buffer.from(slot.publicKey, 'base64'))
  );
}
