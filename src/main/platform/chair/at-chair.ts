/** The companion's work with a password: opening the secret of a slot, and making a slot of a new password. */
import { fail } from '../../../shared/platform/failures.ts';
import { withinPolicy, type KdfParams, type KdfPolicy } from '../crypto/kdf.ts';
import { newKeyPair } from '../crypto/sealing.ts';
import {
  foldLogin,
  kekOf,
  unwrapSecret,
  wrapPair,
  type SlotIdentity,
  type WrappedSlot,
} from '../storage/slot-secret.ts';
import type { Challenge, NewSlotChallenge } from './messages.ts';
import type { NewSlotProof, Proof } from './door.ts';
import { sealSecret } from './secret-box.ts';

export type Typing = {
  readonly login: string;
  readonly passphrase: string;
  /** Bounds of the work that a keeper may ask for: less would let it guess, more would stop this computer. */
  readonly policy: KdfPolicy;
  /** Of the line, as the keeper's end has it. */
  readonly context: string;
};

const unsound = () => fail('rule-broken', 'keeper-unsound');

/**
 * The answer to a challenge; null for a wrong password, which is only known here, and for a login that nobody has.
 *
 * @throws rule-broken `keeper-unsound`, before any work
 */
export async function proofOf(challenge: Challenge, typing: Typing): Promise<Proof | null> {
  const { challengeId, ephemeral, slots } = challenge;
  const { login, passphrase, policy, context } = typing;
  const isSound = slots.every(({ slot }) => slot.login === foldLogin(login) && withinPolicy(policy, slot.kdf));
  if (!isSound) throw unsound();
  const stretched = new Map<string, Buffer>();
  try {
    for (const { dbId, practice, slot } of slots) {
      const { slotId, kdf } = slot;
      const name = JSON.stringify([dbId, slotId, kdf]);
      const kek = stretched.get(name) ?? (await kekOf(dbId, slotId, kdf, passphrase));
      stretched.set(name, kek);
      const secretKey = unwrapSecret({ dbId, practice }, slot, kek);
      if (secretKey === null) continue;
      const said = { purpose: 'prove', challengeId, ephemeral, context, dbId, practice, slot } as const;
      return { challengeId, slotId, box: sealed(secretKey, said) };
    }
    return null;
  } finally {
    for (const kek of stretched.values()) kek.fill(0);
  }
}

/** The secret ends here, sealed or not. */
function sealed(secretKey: Buffer, exchange: Parameters<typeof sealSecret>[1]) {
  try {
    const box = sealSecret(secretKey, exchange);
    if (box === null) throw unsound();
    return box;
  } finally {
    secretKey.fill(0);
  }
}

export type NewAtChair = {
  readonly identity: SlotIdentity;
  readonly person: { readonly staffId: string; readonly login: string };
  readonly passphrase: string;
  readonly kdf: KdfParams;
};

/** A slot of a new password, as the keeper would make it but for the database key, which it seals itself. */
export async function makeSlotAtChair({
  identity,
  person,
  passphrase,
  kdf,
}: NewAtChair): Promise<{ slot: WrappedSlot; secretKey: Buffer }> {
  const pair = newKeyPair();
  try {
    return { slot: await wrapPair(identity, { ...person, passphrase, kdf }, pair), secretKey: pair.secretKey };
  } catch (error) {
    pair.secretKey.fill(0);
    throw error;
  }
}

/** The answer to a challenge for a new slot. @throws rule-broken `keeper-unsound`, before any work */
export async function newSlotProofOf(challenge: NewSlotChallenge, typing: Typing): Promise<NewSlotProof> {
  const { challengeId, ephemeral, dbId, practice, staffId, login, kdf } = challenge;
  if (foldLogin(login) !== foldLogin(typing.login) || !withinPolicy(typing.policy, kdf)) throw unsound();
  const identity = { dbId, practice };
  const made = { identity, person: { staffId, login }, passphrase: typing.passphrase, kdf };
  const { slot, secretKey } = await makeSlotAtChair(made);
  const { context } = typing;
  const said = { purpose: 'new-slot', challengeId, ephemeral, context, dbId, practice, slot } as const;
  return { challengeId, slot, box: sealed(secretKey, said) };
}
