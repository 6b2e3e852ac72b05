/**
 * Who reads the words of a ficha reservada: whoever holds its key. Closes what a call wrote, opens what it reads, and
 * settles what is due when somebody comes who holds one.
 */
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { listStaff, passwordState } from '../access/index.ts';
import { sealedFor } from '../intake/index.ts';
import type { KeptCall } from '../platform/gate/gate-parts.ts';
import type { Session } from '../platform/gate/session.ts';
import { withdrawClosed, withdrawNaming } from '../platform/gate/withdraw-answers.ts';
import type { CaseKey } from '../platform/storage/closed-words.ts';
import type { Keyring, KeyringSlot } from '../platform/storage/keyring-format.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import { WordsPlugin } from '../platform/storage/words-plugin.ts';
import { noKey, sealMembers, type CaseWords } from './case-words.ts';
import { dropKey, findKey, giveKey, holdersOf, listKeys, makeKey, nextKey, openKey, openKeyByPaper, takeFrom, type KeyRow } from './case-keys.ts'; // prettier-ignore
import { nextVersions, valuesIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

export type SealedWordsParts = {
  readonly keys: { readonly keyring: Keyring };
  readonly sessions: { open(): readonly Session[] };
  /** Runs work in a transaction of the program and names in the audit what it changed. */
  readonly keep: (work: (trx: Trx) => Promise<RecordRef[]>) => Promise<void>;
  readonly words: CaseWords;
};

type Holder = Pick<Session, 'own'>;
export type KeyAccess = { readonly isHeld: boolean; readonly holders: string[]; readonly waiting: StaffId[] };

/** Keys of one call, opened when the first word asks for them. */
class KeysOfCall {
  readonly #open = new Map<string, CaseKey | null>();
  readonly #find: (caseId: CaseId, version: number) => Promise<CaseKey | null>;

  constructor(find: (caseId: CaseId, version: number) => Promise<CaseKey | null>) {
    this.#find = find;
  }

  readonly of = async (caseId: CaseId, version: number): Promise<CaseKey | null> => {
    const name = `${caseId}|${version}`;
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const found = await this.#find(caseId, version);
    this.#open.set(name, found);
    return found;
  };

  zero(): void {
    for (const held of this.#open.values()) held?.key.fill(0);
    this.#open.clear();
  }
}

export class SealedWords {
  readonly #parts: SealedWordsParts;

  constructor(parts: SealedWordsParts) {
    this.#parts = parts;
  }

  get #keyring(): Keyring {
    return this.#parts.keys.keyring;
  }

  async #heldBy(trx: Trx, row: KeyRow, { own }: Holder): Promise<CaseKey | null> {
    return own === null ? null : openKey(trx, this.#keyring, row, own);
  }

  /** Works with the key that this session holds, null where it holds none; the key is gone afterwards, whatever happens. */
  async #holding<Value>(
    trx: Trx,
    row: KeyRow,
    session: Holder,
    work: (held: CaseKey | null) => Promise<Value> | Value,
  ): Promise<Value> {
    const held = await this.#heldBy(trx, row, session);
    try {
      return await work(held);
    } finally {
      held?.key.fill(0);
    }
  }

  async #isHeldBy(trx: Trx, row: KeyRow, session: Holder): Promise<boolean> {
    return this.#holding(trx, row, session, (held) => held !== null);
  }

  /** @throws rule-broken `seal-key-waits` for a member who has no key, or not yet */
  async check(trx: Trx, session: Holder, caseId: CaseId): Promise<void> {
    const row = await findKey(trx, caseId);
    if (row === undefined) return;
    if (!(await this.#isHeldBy(trx, row, session))) throw fail('rule-broken', 'seal-key-waits');
  }

  /**
   * Runs the work of a call: what it reads is opened, and what it wrote is closed when it says so.
   *
   * @param work Gets the transaction to read and write with, and what closes the words of the records it touched and of
   * the answer that was kept.
   */
  async within<Value>(
    trx: Trx,
    session: Holder,
    work: (trx: Trx, close: (touched: readonly RecordRef[], call: KeptCall) => Promise<RecordRef[]>) => Promise<Value>,
  ): Promise<Value> {
    const keys = new KeysOfCall(async (caseId, version) => {
      const row = await findKey(trx, caseId);
      return row?.key_version === version ? this.#heldBy(trx, row, session) : null;
    });
    try {
      // Most centres have no ficha reservada, and read as if there were no such thing.
      const isOn = (await listKeys(trx)).length > 0;
      const reading = isOn ? trx.withPlugin(new WordsPlugin(keys.of)) : trx;
      return await work(reading, async (touched, call) => {
        const renewed = await this.#renewDue(trx, session);
        const used = { keys: await listKeys(trx), keyOf: keys.of };
        return [...renewed, ...(await this.#parts.words.closeTouched(trx, { touched, call }, used))];
      });
    } finally {
      keys.zero();
    }
  }

  /** Whoever left reads nothing that is written from here on. */
  async #renewDue(trx: Trx, session: Holder): Promise<RecordRef[]> {
    const changed: RecordRef[] = [];
    for (const row of (await listKeys(trx)).filter(({ renewal_due: isDue }) => isDue === 1)) {
      changed.push(...(await this.#holding(trx, row, session, (held) => this.#settle(trx, row, held))));
    }
    return changed;
  }

  /** Slots of members with a password of their own, and of the paper: whoever handed out a code could use it. */
  async #slotsFor(trx: Trx, members: readonly string[]): Promise<KeyringSlot[]> {
    const active = new Set(
      (await listStaff(trx)).flatMap(({ id, state }) => (state === 'active' ? [id as string] : [])),
    );
    const slots: KeyringSlot[] = [];
    for (const slot of this.#keyring.slots) {
      if (slot.kind === 'recovery') slots.push(slot);
      else if (members.includes(slot.staffId) && active.has(slot.staffId)) {
        if (!(await passwordState(trx, slot.staffId)).mustChange) slots.push(slot);
      }
    }
    return slots;
  }

  /**
   * The key of a ficha that was just reserved, for its members; answers the records to be sealed anew.
   *
   * @throws rule-broken `seal-nobody-ready` where none of them can hold it yet
   */
  async make(trx: Trx, caseId: CaseId, members: readonly string[]): Promise<RecordRef[]> {
    const slots = await this.#slotsFor(trx, members);
    if (slots.every(({ staffId }) => staffId === null)) throw fail('rule-broken', 'seal-nobody-ready');
    const { row, key } = await makeKey(trx, caseId);
    try {
      await giveKey(trx, this.#keyring, { row, key }, slots);
      await withdrawNaming(trx, await this.#parts.words.idsOf(trx, caseId));
      return [
        { kind: 'case_key', id: row.id },
        ...(await this.#parts.words.turnCase(trx, caseId, { target: key, keyOf: noKey })),
      ];
    } finally {
      key.key.fill(0);
    }
  }

  /**
   * Opens all words of a ficha that is reservada no more.
   *
   * @param beside Who does it: one of them may hold the key
   * @param paper The recovery key, proven; null without
   * @throws rule-broken `seal-key-not-held`
   */
  async open(trx: Trx, beside: readonly Holder[], caseId: CaseId, paper: Buffer | null): Promise<RecordRef[]> {
    const row = await findKey(trx, caseId);
    if (row === undefined) return [];
    // Of all fichas: the event of a linked one may stand under the key of another.
    const keys = new KeysOfCall(async (id, version) => {
      const one = await findKey(trx, id);
      if (one?.key_version !== version) return null;
      let key = paper === null ? null : await openKeyByPaper(trx, this.#keyring, one, paper);
      for (const holder of beside) key ??= await this.#heldBy(trx, one, holder);
      return key;
    });
    try {
      if ((await keys.of(caseId, row.key_version)) === null) throw fail('rule-broken', 'seal-key-not-held');
      const turned = await this.#parts.words.turnCase(trx, caseId, { target: null, keyOf: keys.of });
      await withdrawClosed(trx, caseId);
      await dropKey(trx, row.id);
      return [{ kind: 'case_key', id: row.id }, ...turned];
    } finally {
      keys.zero();
    }
  }

  /** Who holds the key and which members wait for it. */
  async accessOf(trx: Trx, session: Holder, caseId: CaseId, members: readonly StaffId[]): Promise<KeyAccess> {
    const row = await findKey(trx, caseId);
    if (row === undefined) return { isHeld: true, holders: [], waiting: [] };
    const isHeld = await this.#isHeldBy(trx, row, session);
    const holders = await holdersOf(trx, this.#keyring, row.id);
    const slots = await this.#slotsFor(trx, members);
    const ready = slots.flatMap(({ staffId }) => members.find((id) => id === staffId) ?? []);
    return { isHeld, holders, waiting: ready.filter((id) => !holders.includes(id)) };
  }

  /**
   * The key for a member who lacks it, by an act of one who holds it.
   *
   * @throws rule-broken `seal-key-waits`; not-found where that person does not wait for it
   */
  async giveTo(
    trx: Trx,
    session: Holder,
    { caseId, staffId }: { caseId: CaseId; staffId: StaffId },
  ): Promise<RecordRef> {
    const row = await findKey(trx, caseId);
    const members = await sealMembers(trx, caseId);
    if (row === undefined) throw fail('not-found');
    const { waiting } = await this.accessOf(trx, session, caseId, members);
    if (!waiting.includes(staffId)) throw fail('not-found');
    const slots = (await this.#slotsFor(trx, [staffId])).filter((slot) => slot.staffId === staffId);
    await this.#holding(trx, row, session, (key) => {
      if (key === null) throw fail('rule-broken', 'seal-key-waits');
      return giveKey(trx, this.#keyring, { row, key }, slots);
    });
    return { kind: 'case_key', id: row.id };
  }

  /**
   * After the members changed: whoever is none has the key no more, and where the session holds it the new ones get it and
   * another key takes its place.
   */
  async membersChanged(trx: Trx, session: Holder, caseId: CaseId): Promise<RecordRef[]> {
    const row = await findKey(trx, caseId);
    if (row === undefined) return [];
    const slots = await this.#slotsFor(trx, await sealMembers(trx, caseId));
    return this.#holding(trx, row, session, async (before) => {
      const hasTaken = await takeFrom(trx, row.id, (slotId) => slots.some((slot) => slot.slotId === slotId));
      if (hasTaken) await nextVersions(tablesIn(trx), 'case_key', { id: row.id }, { renewal_due: 1 });
      const changed: RecordRef[] = [{ kind: 'case_key', id: row.id }];
      if (before === null) return changed;
      if (hasTaken) return [...changed, ...(await this.#renew(trx, row, before, slots))];
      await giveKey(trx, this.#keyring, { row, key: before }, slots);
      return changed;
    });
  }

  async #renew(trx: Trx, row: KeyRow, from: CaseKey, slots: readonly KeyringSlot[]): Promise<RecordRef[]> {
    const { row: next, key } = await nextKey(trx, row);
    try {
      await giveKey(trx, this.#keyring, { row: next, key }, slots);
      return await this.#parts.words.turnCase(trx, row.case_id, { target: key, keyOf: only(from) });
    } finally {
      key.key.fill(0);
    }
  }

  /** Somebody came: what waits for a key of hers is done. Answers the records that changed. */
  async arrived(trx: Trx, session: Holder & Pick<Session, 'staffId'>): Promise<RecordRef[]> {
    const changed: RecordRef[] = [];
    for (const caseId of await this.#withoutKey(trx, session.staffId))
      changed.push(...(await this.make(trx, caseId, await sealMembers(trx, caseId))));
    for (const row of await listKeys(trx)) {
      changed.push(...(await this.#holding(trx, row, session, (held) => this.#settle(trx, row, held))));
    }
    return changed;
  }

  /** Fichas reserved before there were keys, of which this person is a member. */
  async #withoutKey(trx: Trx, staffId: StaffId): Promise<CaseId[]> {
    const withKey = new Set((await listKeys(trx)).map(({ case_id }) => case_id));
    return (await sealedFor(trx, staffId)).filter((caseId) => !withKey.has(caseId));
  }

  /** Takes it from who is no member any more, gives it to a new paper, closes what others wrote meanwhile. */
  async #settle(trx: Trx, row: KeyRow, held: CaseKey | null): Promise<RecordRef[]> {
    if (held === null) return [];
    const members = await sealMembers(trx, row.case_id);
    const slots = await this.#slotsFor(trx, members);
    const holders = await holdersOf(trx, this.#keyring, row.id);
    const kept = slots.filter(({ staffId }) => staffId === null || holders.includes(staffId));
    const hasTaken = await takeFrom(trx, row.id, (slotId) => kept.some((slot) => slot.slotId === slotId));
    const key = { kind: 'case_key', id: row.id };
    if (hasTaken || row.renewal_due === 1) return [key, ...(await this.#renew(trx, row, held, kept))];
    const paper = kept.filter(({ kind }) => kind === 'recovery');
    const isPaperNew = (await this.#missing(trx, row, paper)).length > 0;
    if (isPaperNew) await giveKey(trx, this.#keyring, { row, key: held }, paper);
    const closed = await this.#parts.words.turnCase(trx, row.case_id, { target: held, keyOf: only(held) });
    return isPaperNew ? [key, ...closed] : closed;
  }

  async #missing(trx: Trx, row: KeyRow, slots: readonly KeyringSlot[]): Promise<KeyringSlot[]> {
    const boxed = await valuesIn(tablesIn(trx), 'case_key_box.slot_id', { key_id: row.id });
    return slots.filter(({ slotId }) => !boxed.includes(slotId));
  }

  /** A new password is a new pair: what was sealed to the former one is sealed to it. */
  async passwordChanged(trx: Trx, session: Holder, slot: KeyringSlot): Promise<RecordRef[]> {
    const changed: RecordRef[] = [];
    for (const row of await listKeys(trx)) {
      await this.#holding(trx, row, session, async (held) => {
        if (held === null) return;
        await takeFrom(trx, row.id, (slotId) => slotId !== session.own?.slotId);
        await giveKey(trx, this.#keyring, { row, key: held }, [slot]);
        changed.push({ kind: 'case_key', id: row.id });
      });
    }
    return changed;
  }

  /** The key of each ficha, with the paper of before or of anybody who is signed in; to be zeroed. */
  async #atHand(trx: Trx, recoveryKey: Buffer | null): Promise<{ row: KeyRow; held: CaseKey | null }[]> {
    const found: { row: KeyRow; held: CaseKey | null }[] = [];
    for (const row of await listKeys(trx)) {
      let held = recoveryKey === null ? null : await openKeyByPaper(trx, this.#keyring, row, recoveryKey);
      for (const session of this.#parts.sessions.open()) held ??= await this.#heldBy(trx, row, session);
      found.push({ row, held });
    }
    return found;
  }

  /** There are words that nobody here opens: who changes the paper has to type the one of before. */
  async needsPaper(trx: Trx): Promise<boolean> {
    const all = await this.#atHand(trx, null);
    for (const { held } of all) held?.key.fill(0);
    return all.some(({ held }) => held === null);
  }

  /** A new paper: what opened before is sealed to it afterwards. */
  async carryOver({ read, recoveryKey }: CarryParts, rotate: () => Promise<void>): Promise<void> {
    const all = await read((trx) => this.#atHand(trx, recoveryKey));
    try {
      await rotate();
      if (all.length === 0) return;
      await this.#parts.keep(async (trx) => {
        const papers = this.#keyring.slots.filter(({ kind }) => kind === 'recovery');
        const isSlot = (slotId: string) => this.#keyring.slots.some((slot) => slot.slotId === slotId);
        const changed: RecordRef[] = [];
        for (const { row, held } of all) {
          if (held === null) continue;
          await takeFrom(trx, row.id, isSlot);
          await giveKey(trx, this.#keyring, { row, key: held }, papers);
          changed.push({ kind: 'case_key', id: row.id });
        }
        return changed;
      });
    } finally {
      for (const { held } of all) held?.key.fill(0);
    }
  }
}

type CarryParts = {
  readonly read: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  /** The paper of before, where it was typed. */
  readonly recoveryKey: Buffer | null;
};

const only = (held: CaseKey) => (caseId: CaseId, version: number) =>
  Promise.resolve(caseId === held.caseId && version === held.version ? held : null);
