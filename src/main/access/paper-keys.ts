/** Keys that stand on the recovery paper beside that of the record: a new paper gets them from the one of before. */
import type { Keyring } from '../platform/storage/keyring.ts';
import type { NoteKeys } from './note-keys.ts';
import type { Trx } from './tables.ts';

type Change = (keyring: Keyring, dek: Buffer) => Keyring;

type CarryParts = {
  readonly read: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  readonly transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  /** The paper of before, where it was typed. */
  readonly recoveryKey: Buffer | null;
};

/** Keys of fichas reservadas, as far as a new paper concerns them. */
export type SealedKeys = {
  needsPaper(trx: Trx): Promise<boolean>;
  carryOver(parts: Pick<CarryParts, 'read' | 'recoveryKey'>, rotate: () => Promise<void>): Promise<void>;
};

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
  carryOver(parts: CarryParts, rotate: (carry: Change) => Promise<void>): Promise<void> {
    return this.#notes.carryOver(parts, (carry) => this.#sealed.carryOver(parts, () => rotate(carry)));
  }
}
