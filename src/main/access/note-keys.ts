/**
 * Who holds the key of session notes (security design §2.8): psychology of this centre and the recovery key, nobody else.
 * Made with the first note; given to a colleague by an act of somebody who holds it, never by itself.
 */
import { isNoteReader } from '../../shared/access/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import type { Session } from '../platform/gate/session.ts';
import {
  compartmentIn,
  giveCompartment,
  holdersIn,
  isGivingDue,
  newCompartmentKey,
  openByRecovery,
  openCompartment,
  withCompartment,
  type CompartmentKey,
} from '../platform/storage/compartments.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { listStaff, passwordState } from './repository.ts';
import type { Sessions } from './sessions.ts';
import type { Keys } from './slots.ts';
import type { Trx } from './tables.ts';

const compartment = 'psychology';

type Change = (keyring: Keyring, dek: Buffer) => Keyring;

export type NoteKeysParts = {
  readonly keys: Pick<Keys, 'keyring' | 'changeKeyring'>;
  readonly sessions: Pick<Sessions, 'open'>;
};

type CarryParts = {
  readonly read: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  readonly transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  /** The paper of before, where it was typed. */
  readonly recoveryKey: Buffer | null;
};

type Holder = Pick<Session, 'own'>;

/** `none`: nobody wrote a note yet, the first one makes the key. `waits`: others have it, or only the paper. */
export type NotesAccess = { readonly kind: 'open' | 'none' | 'waits'; readonly holders: readonly string[] };

/**
 * Who reads session notes: by function, as the record has it in this transaction. A slot under a one-time code gets no key:
 * whoever handed the code out could use it.
 */
async function readers(trx: Trx): Promise<StaffId[]> {
  const staff = (await listStaff(trx)).filter(isNoteReader);
  const states = await Promise.all(staff.map(({ id }) => passwordState(trx, id)));
  return staff.filter((_one, index) => states[index]?.mustChange === false).map(({ id }) => id);
}

export class NoteKeys {
  readonly #parts: NoteKeysParts;

  constructor(parts: NoteKeysParts) {
    this.#parts = parts;
  }

  get #keyring(): Keyring {
    return this.#parts.keys.keyring;
  }

  /** The key that counts, with the secret of the session itself and of no other one; to be zeroed. */
  #heldBy({ own }: Holder): CompartmentKey | null {
    return own === null ? null : openCompartment(this.#keyring, compartment, own);
  }

  /** Works with the key of this session, null where it opens none; the key is gone afterwards. */
  async reading<Value>(session: Holder, work: (held: CompartmentKey | null) => Promise<Value>): Promise<Value> {
    const held = this.#heldBy(session);
    try {
      return await work(held);
    } finally {
      held?.key.fill(0);
    }
  }

  /**
   * The same for whoever writes; the first note of the centre makes the key.
   *
   * @throws rule-broken `notes-key-waits`; damaged `notes-key-lost` where notes stand under a key that no archive has
   */
  async writing<Value>(trx: Trx, session: Holder, work: (held: CompartmentKey) => Promise<Value>): Promise<Value> {
    const held = this.#heldBy(session) ?? (await this.#first(trx));
    try {
      return await work(held);
    } finally {
      held.key.fill(0);
    }
  }

  async #first(trx: Trx): Promise<CompartmentKey> {
    if (compartmentIn(this.#keyring, compartment) !== null) throw fail('rule-broken', 'notes-key-waits');
    if (await SealedFields.hasKeyed(platformOf(trx), compartment)) throw fail('damaged', 'notes-key-lost');
    const held = newCompartmentKey(1);
    const staffIds = await readers(trx);
    await this.#parts.keys.changeKeyring(trx, (keyring, dek) =>
      giveCompartment(keyring, dek, { compartment, held, epoch: keyring.epoch, staffIds }),
    );
    return held;
  }

  accessOf(session: Holder): NotesAccess {
    const holders = holdersIn(this.#keyring, compartment);
    const held = this.#heldBy(session);
    held?.key.fill(0);
    if (held !== null) return { kind: 'open', holders };
    return { kind: compartmentIn(this.#keyring, compartment) === null ? 'none' : 'waits', holders };
  }

  /** Works with a key that counts, of anybody who is signed in; null where nobody is who holds it. */
  async #present<Value>(work: (held: CompartmentKey | null) => Promise<Value>): Promise<Value> {
    const holder = this.#parts.sessions.open().find((session) => this.accessOf(session).kind === 'open');
    return holder === undefined ? work(null) : this.reading(holder, work);
  }

  /** A change of the archive: whoever held the key goes on holding it while one of them is signed in. */
  changing(trx: Trx, change: Change): Promise<void> {
    return this.#present(async (held) => {
      const giving = await this.#giving(trx, held);
      await this.#parts.keys.changeKeyring(trx, (keyring, dek) => {
        const changed = change(keyring, dek);
        return giving === null ? changed : withCompartment(changed, dek, giving);
      });
    });
  }

  /** Who holds it and still reads notes: it goes to nobody else by itself. */
  async #keeping(trx: Trx): Promise<string[]> {
    const holders = new Set(holdersIn(this.#keyring, compartment));
    return (await readers(trx)).filter((id) => holders.has(id));
  }

  async #giving(trx: Trx, held: CompartmentKey | null, newcomers: readonly string[] = []) {
    const made = compartmentIn(this.#keyring, compartment);
    if (held === null || made === null) return null;
    const staffIds = [...(await this.#keeping(trx)), ...newcomers];
    return { compartment, held, epoch: made.epoch, staffIds } as const;
  }

  /** Takes the key from whoever reads no more; answers whether anything changed. */
  settle(trx: Trx): Promise<boolean> {
    return this.#present((held) => this.#give(trx, held));
  }

  /** Who works in psychology with a password of her own, and lacks the key that is made. */
  async waiting(trx: Trx): Promise<StaffId[]> {
    if (!this.isMade) return [];
    const holders = new Set(holdersIn(this.#keyring, compartment));
    return (await readers(trx)).filter((id) => !holders.has(id));
  }

  /**
   * By an act of somebody who holds it; answers whom else to tell.
   *
   * @throws rule-broken `notes-key-waits`; not-found where that person does not wait for it
   */
  async giveTo(trx: Trx, session: Holder, staffId: StaffId): Promise<string[]> {
    if (!(await this.waiting(trx)).includes(staffId)) throw fail('not-found');
    return this.reading(session, async (held) => {
      if (held === null) throw fail('rule-broken', 'notes-key-waits');
      const holders = await this.#keeping(trx);
      await this.#give(trx, held, [staffId]);
      return holders;
    });
  }

  async #give(trx: Trx, held: CompartmentKey | null, newcomers: readonly string[] = []): Promise<boolean> {
    const giving = await this.#giving(trx, held, newcomers);
    if (giving === null || !isGivingDue(this.#keyring, giving)) return false;
    await this.#parts.keys.changeKeyring(trx, (keyring, dek) => giveCompartment(keyring, dek, giving));
    return true;
  }

  /**
   * With the paper, to everybody who waits: for a successor whom nobody of psychology can give it to. Answers who got it,
   * and who is to be told.
   *
   * @throws wrong-secret `recovery-key-other`; rule-broken `notes-key-none`, `notes-key-not-on-paper`
   */
  settleByRecovery(trx: Trx, recoveryKey: Buffer): Promise<{ given: string[]; holders: string[] }> {
    if (compartmentIn(this.#keyring, compartment) === null) throw fail('rule-broken', 'notes-key-none');
    return this.#atHand(recoveryKey, async (held) => {
      if (held === null) throw fail('rule-broken', 'notes-key-not-on-paper');
      const [given, holders] = [await this.waiting(trx), await this.#keeping(trx)];
      await this.#give(trx, held, given);
      return { given, holders };
    });
  }

  /** With the key of the paper where one is typed, else with that of anybody who is signed in. */
  async #atHand<Value>(
    recoveryKey: Buffer | null,
    work: (held: CompartmentKey | null) => Promise<Value>,
  ): Promise<Value> {
    const held = recoveryKey === null ? null : openByRecovery(this.#keyring, compartment, recoveryKey);
    if (held === null) return this.#present(work);
    try {
      return await work(held);
    } finally {
      held.key.fill(0);
    }
  }

  /** There are notes, and nobody here opens them: who changes the paper has to type the one of before. */
  get needsPaper(): boolean {
    return (
      compartmentIn(this.#keyring, compartment) !== null &&
      !this.#parts.sessions.open().some((session) => this.accessOf(session).kind === 'open')
    );
  }

  /**
   * A new database key with a new paper: the key of the notes goes over to the new paper with it, then becomes another one.
   *
   * @param rotate Does the work; what it gives the archive passes through the function it is handed.
   */
  async carryOver(
    { read, transaction, recoveryKey }: CarryParts,
    rotate: (carry: Change) => Promise<void>,
  ): Promise<void> {
    await this.#atHand(recoveryKey, async (held) => {
      const giving = await read((trx) => this.#giving(trx, held));
      await rotate((keyring, dek) => (giving === null ? keyring : withCompartment(keyring, dek, giving)));
      if (held !== null && this.isRenewalDue) await transaction((trx) => this.#renewFrom(trx, held));
    });
  }

  /** The key was made before the database key of now: whoever left may have kept it. */
  get isRenewalDue(): boolean {
    const made = compartmentIn(this.#keyring, compartment);
    return made !== null && made.epoch < this.#keyring.epoch;
  }

  /** Somebody came who may hold the key: what waited for one is done. Answers whether anything was. */
  arrived(trx: Trx): Promise<boolean> {
    return this.#present((held) => {
      if (held === null) return Promise.resolve(false);
      return this.isRenewalDue ? this.#renewFrom(trx, held) : this.#give(trx, held);
    });
  }

  async #renewFrom(trx: Trx, from: CompartmentKey): Promise<true> {
    const held = newCompartmentKey(from.version + 1);
    try {
      await SealedFields.renew(platformOf(trx), compartment, { from, to: held });
      const staffIds = await this.#keeping(trx);
      await this.#parts.keys.changeKeyring(trx, (keyring, dek) =>
        giveCompartment(keyring, dek, { compartment, held, epoch: keyring.epoch, staffIds }),
      );
      return true;
    } finally {
      held.key.fill(0);
    }
  }

  /** Some note was written once. */
  get isMade(): boolean {
    return compartmentIn(this.#keyring, compartment) !== null;
  }
}

/** Keys of fichas reservadas, as far as a new paper concerns them. */
export type SealedKeys = {
  needsPaper(trx: Trx): Promise<boolean>;
  carryOver(parts: Pick<CarryParts, 'read' | 'recoveryKey'>, rotate: () => Promise<void>): Promise<void>;
};

/** Keys that stand on the recovery paper beside that of the record: a new paper gets them from the one of before. */
export class PaperKeys {
  readonly #notes: NoteKeys;
  readonly #sealed: SealedKeys;

  constructor(notes: NoteKeys, sealed: SealedKeys) {
    this.#notes = notes;
    this.#sealed = sealed;
  }

  /** Something here opens with the paper alone: who changes it has to type the one of before. */
  async needsPaper(trx: Trx): Promise<boolean> {
    return this.#notes.needsPaper || (await this.#sealed.needsPaper(trx));
  }

  /** @param rotate Does the work; what it gives the archive of keys passes through the function it is handed. */
  carryOver(
    parts: CarryParts,
    rotate: (carry: (keyring: Keyring, dek: Buffer) => Keyring) => Promise<void>,
  ): Promise<void> {
    return this.#notes.carryOver(parts, (carry) => this.#sealed.carryOver(parts, () => rotate(carry)));
  }
}
