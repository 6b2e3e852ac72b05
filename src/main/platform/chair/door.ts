/**
 * The keeper's end of the chair: a password typed at another computer of the centre is proven here without ever coming.
 *
 * The companion asks for the slot of a login (which counts as an attempt), opens its secret with the password, and hands
 * that over in a box which proves it. The answer is a voucher, which it puts into the call in place of the password.
 *
 * Wiring: the host of the companions answers `chair` questions through `answerQuestion` and runs each call of a line with
 * its connection in an `AsyncLocalStorage`; the strongroom is made with
 *
 *     secretOf: (login, text) => line() === null ? text : door.redeem(line(), login, text) ?? refuse(),
 *     newSlotOf: (person) => line() === null ? null : door.redeemNewSlot(line(), person, person.passphrase) ?? refuse(),
 *
 * where `line()` is the connection of the running call, null at the keeper itself, and `refuse` throws `wrong-secret`: a
 * companion's text that is no voucher is never tried as a password. What `onlyAtKeeper` lists is refused on a line before
 * it reaches the gate, whatever the companion did. `drop` belongs to the end of a line, `sweep` to the timer that ends
 * idle sessions. `sessionOf` answers only for sessions that were begun on that line.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { fail } from '../../../shared/platform/failures.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { newKeyPair, type KeyPair } from '../crypto/sealing.ts';
import { refuseHaste, type LoginState } from '../storage/login-state.ts';
import type { OwnSecret } from '../storage/compartments.ts';
import { staffSlotsOf } from '../storage/keyring-format.ts';
import type { Keyring, StaffSlot } from '../storage/keyring.ts';
import { foldLogin, type SlotIdentity, type WrappedSlot } from '../storage/slot-secret.ts';
import type { MadeSlot, TypedPerson } from '../storage/typed.ts';
import { fakeSlot } from './fake-slot.ts';
import { KeptOnce } from './kept-once.ts';
import {
  mostOffered,
  newSlotPrefix,
  voucherPrefix,
  type Challenge,
  type NewSlotChallenge,
  type OfferedSlot,
  type SecretBox,
  type Voucher,
} from './messages.ts';
import { openSecret } from './secret-box.ts';

export type ChairDoorParts = {
  readonly loginState: Pick<LoginState, 'inTurn' | 'allowance' | 'failed' | 'undo'>;
  /** `Strongroom.archives`. */
  readonly archives: () => readonly Keyring[];
  readonly policy: KdfPolicy;
  /** 32 bytes that this keeper has for as long as it is one; derived from the private key of its certificate. */
  readonly fakeKey: () => Buffer;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** What a new password must not consist of, besides the login. */
  readonly forbiddenWords: () => Promise<readonly string[]>;
};

/** One line to a companion. `context`: what both ends get of TLS (`exportKeyingMaterial`), hexadecimal. */
export type Line = { readonly connection: string; readonly context: string };

export type Proof = { readonly challengeId: string; readonly slotId: string; readonly box: SecretBox };
export type NewSlotProof = { readonly challengeId: string; readonly slot: WrappedSlot; readonly box: SecretBox };
export type Person = { readonly staffId: string; readonly login: string };

type Asked = {
  readonly ephemeral: KeyPair;
  readonly context: string;
  readonly login: string;
  readonly slots: readonly OfferedSlot[];
};
type AskedNew = Omit<Asked, 'slots'> & SlotIdentity & { readonly staffId: string; readonly kdf: StaffSlot['kdf'] };
type Held = { readonly login: string; readonly own: OwnSecret };

const forgetEphemeral = ({ ephemeral }: Pick<Asked, 'ephemeral'>): void => void ephemeral.secretKey.fill(0);

export class ChairDoor {
  readonly #parts: ChairDoorParts;
  readonly #asked: KeptOnce<Asked>;
  readonly #askedNew: KeptOnce<AskedNew>;
  readonly #vouchers: KeptOnce<Held>;
  readonly #newSlots: KeptOnce<MadeSlot>;

  constructor(parts: ChairDoorParts) {
    this.#parts = parts;
    this.#asked = new KeptOnce<Asked>(parts.now, forgetEphemeral);
    this.#askedNew = new KeptOnce<AskedNew>(parts.now, forgetEphemeral);
    this.#vouchers = new KeptOnce(parts.now, ({ own }) => void own.secretKey.fill(0));
    this.#newSlots = new KeptOnce(parts.now, ({ secretKey }) => void secretKey.fill(0));
  }

  /**
   * The slot of a login, counted as a wrong password until it is proven: whoever asks may try passwords elsewhere.
   *
   * @throws wrong-secret `attempts-exhausted`, `access-stopped`, `wait-before-retry`, `attempt-unwritten`; as `unlock`
   */
  async ask({ connection, context, login }: Line & { readonly login: string }): Promise<Challenge> {
    const { loginState } = this.#parts;
    return loginState.inTurn(login, async () => {
      refuseHaste(loginState.allowance(login));
      const slots = this.#offered(login);
      if (!(await loginState.failed(login))) throw fail('wrong-secret', 'attempt-unwritten');
      const [challengeId, ephemeral] = [randomUUID(), newKeyPair()];
      this.#asked.put(connection, challengeId, { ephemeral, context, login, slots });
      return { challengeId, ephemeral: ephemeral.publicKey.toString('base64'), slots: [...slots] };
    });
  }

  /** In the order in which `unlock` tries them; the fake one is made whether it is needed or not. */
  #offered(login: string): OfferedSlot[] {
    const archives = this.#parts.archives();
    const [first] = archives;
    if (first === undefined) throw fail('damaged', 'keyring-missing');
    const kdf = staffSlotsOf(first)[0]?.kdf ?? this.#parts.policy.target;
    const fake = offeredOf(first, fakeSlot(this.#parts.fakeKey(), first, login, kdf));
    const found = archives.flatMap((keyring) => {
      const slot = staffSlotsOf(keyring).find((one) => one.login === foldLogin(login));
      return slot === undefined ? [] : [offeredOf(keyring, slot)];
    });
    const distinct = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
    return distinct.length === 0 ? [fake] : distinct.slice(0, mostOffered);
  }

  /** A challenge is gone with its first answer, right or wrong. @throws wrong-secret */
  async prove({ connection, context, challengeId, slotId, box }: Line & Proof): Promise<Voucher> {
    const asked = this.#asked.take(connection, challengeId);
    if (asked === null) throw fail('wrong-secret');
    const { login, slots } = asked;
    const offered = asked.context === context ? slots.filter(({ slot }) => slot.slotId === slotId) : [];
    const secretKey = openFirst(asked, box, offered, { purpose: 'prove', challengeId });
    if (secretKey === null) throw fail('wrong-secret');
    const voucher = voucherPrefix + randomBytes(32).toString('hex');
    this.#vouchers.put(connection, voucher, { login: foldLogin(login), own: { slotId, secretKey } });
    await this.#parts.loginState.inTurn(login, () => this.#parts.loginState.undo(login));
    return { voucher };
  }

  /** For the person of a session on this line, who sets a password of her own: gives no slot away and counts nothing. */
  async askNewSlot({ connection, context, staffId, login }: Line & Person): Promise<NewSlotChallenge> {
    const [keyring] = this.#parts.archives();
    const kdf = keyring === undefined ? undefined : staffSlotsOf(keyring)[0]?.kdf;
    if (keyring === undefined || kdf === undefined) throw fail('damaged', 'keyring-missing');
    const { dbId, practice } = keyring;
    const names = [...(await this.#parts.forbiddenWords()), login];
    const [challengeId, ephemeral] = [randomUUID(), newKeyPair()];
    this.#askedNew.put(connection, challengeId, { ephemeral, context, staffId, login, dbId, practice, kdf });
    const cost = { m: kdf.m, t: kdf.t, p: kdf.p };
    const sent = { challengeId, ephemeral: ephemeral.publicKey.toString('base64'), staffId, login, dbId, practice };
    return { ...sent, kdf: cost, names };
  }

  /** Keeps the slot that was made of a new password, at the cost asked for, for one change of it. @throws wrong-secret */
  keepNewSlot({ connection, context, challengeId, slot, box }: Line & NewSlotProof): Voucher {
    const asked = this.#askedNew.take(connection, challengeId);
    if (asked === null) throw fail('wrong-secret');
    const { dbId, practice, staffId, login, kdf } = asked;
    const isAsked = slot.staffId === staffId && slot.login === foldLogin(login) && isCost(slot.kdf, kdf);
    const offered = asked.context === context && isAsked ? [{ dbId, practice, slot }] : [];
    const secretKey = openFirst(asked, box, offered, { purpose: 'new-slot', challengeId });
    if (secretKey === null) throw fail('wrong-secret');
    const voucher = newSlotPrefix + randomBytes(32).toString('hex');
    this.#newSlots.put(connection, voucher, { dbId, practice, slot, secretKey });
    return { voucher };
  }

  /** What a voucher stands for, once; the Buffer becomes the caller's. Null for any other text, line or login. */
  redeem(connection: string, login: string, text: string): OwnSecret | null {
    const held = this.#vouchers.take(connection, text);
    if (held === null || held.login === foldLogin(login)) return held?.own ?? null;
    held.own.secretKey.fill(0);
    return null;
  }

  /** The same for a new password. */
  redeemNewSlot(connection: string, person: Omit<TypedPerson, 'passphrase'>, text: string): MadeSlot | null {
    const made = this.#newSlots.take(connection, text);
    const isHers = made?.slot.staffId === person.staffId && made.slot.login === foldLogin(person.login);
    if (made === null || isHers) return made;
    made.secretKey.fill(0);
    return null;
  }

  /** The line has ended: nothing of it opens anything. */
  drop(connection: string): void {
    for (const kept of this.#all()) kept.drop(connection);
  }

  /** Forgets what is older than a minute; each question does so too. */
  sweep(): void {
    for (const kept of this.#all()) kept.sweep();
  }

  #all() {
    return [this.#asked, this.#askedNew, this.#vouchers, this.#newSlots];
  }
}

function offeredOf({ dbId, practice }: SlotIdentity, slot: WrappedSlot): OfferedSlot {
  const { slotId, kind, staffId, login, kdf, device, publicKey, wrappedSecretKey } = slot;
  return { dbId, practice, slot: { slotId, kind, staffId, login, kdf, device, publicKey, wrappedSecretKey } };
}

const isCost = (one: WrappedSlot['kdf'], other: WrappedSlot['kdf']): boolean =>
  one.m === other.m && one.t === other.t && one.p === other.p;

/** The secret in a box, of whichever slot it is; the ephemeral key ends here. */
function openFirst(
  { ephemeral, context }: Pick<Asked, 'ephemeral' | 'context'>,
  box: SecretBox,
  offered: readonly OfferedSlot[],
  said: { readonly purpose: 'prove' | 'new-slot'; readonly challengeId: string },
): Buffer | null {
  const publicKey = ephemeral.publicKey.toString('base64');
  try {
    for (const one of offered) {
      const secretKey = openSecret(ephemeral.secretKey, { ...said, ...one, context, ephemeral: publicKey }, box);
      if (secretKey !== null) return secretKey;
    }
    return null;
  } finally {
    forgetEphemeral({ ephemeral });
  }
}
