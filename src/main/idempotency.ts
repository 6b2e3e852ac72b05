/** Answers already given under an idempotency key: the same key never makes a second record (bad input 53). */
import { createHmac, randomBytes } from 'node:crypto';
import type { Instant } from '../shared/platform/dates.ts';
import type { Answers, KeyedCall } from './platform/gate/gate-parts.ts';
import { newSlotPrefix, voucherPrefix } from './platform/chair/messages.ts';
import { withdrawn } from './platform/gate/withdraw-answers.ts';
import { fail } from '../shared/platform/failures.ts';
import { platformOf } from './platform/storage/platform-tables.ts';
import type { Trx } from './platform/storage/rows.ts';

/** In place of passwords typed at companions; sent again, the same password has another one. */
const vouchers = new RegExp(`"(?:${voucherPrefix}|${newSlotPrefix})[0-9a-f]*"`, 'g');

/** More than anybody presses again after. */
const remembered = 10_000;

/**
 * The answers stand in the record. What was asked with them is remembered by this process alone, as a mark made with a
 * secret of its own: it may hold a password. Whoever asks and outlives the process is a companion, which sends the same call
 * until it has an answer.
 */
export class KeptAnswers implements Answers<Trx> {
  readonly #secret = randomBytes(32);
  readonly #asked = new Map<string, string>();
  readonly #now: () => Instant;

  constructor(now: () => Instant) {
    this.#now = now;
  }

  /**
   * @throws conflict `key-used-otherwise` for another procedure or person, `stored-before` for another input, or a record
   * that was moved: answering the first one again would lose what was changed since
   */
  async find(trx: Trx, { key, name, session, input }: KeyedCall): Promise<unknown> {
    if (key === null) return null;
    const row = await platformOf(trx)
      .selectFrom('idempotency_key')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.procedure !== name || row.staff_id !== session.staffId) throw fail('conflict', 'key-used-otherwise');
    const asked = this.#asked.get(key);
    const isOther = asked !== undefined && asked !== this.#markOf(input);
    if (isOther || row.output === withdrawn) throw fail('conflict', 'stored-before');
    return JSON.parse(row.output);
  }

  async keep(trx: Trx, { key, name, session, input }: KeyedCall, output: unknown): Promise<void> {
    if (key === null) return;
    const values = { key, procedure: name, staff_id: session.staffId, output: JSON.stringify(output), at: this.#now() };
    await platformOf(trx).insertInto('idempotency_key').values(values).execute();
    this.#asked.set(key, this.#markOf(input));
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > remembered && oldest !== undefined) this.#asked.delete(oldest);
  }

  async keepEnd(trx: Trx, { key }: KeyedCall, output: unknown): Promise<void> {
    const store = platformOf(trx)
      .updateTable('idempotency_key')
      .set({ output: JSON.stringify(output) });
    // One that was withdrawn meanwhile stays so: its record went elsewhere.
    if (key !== null) await store.where('key', '=', key).where('output', '!=', withdrawn).execute();
  }

  async forget(trx: Trx, { key }: KeyedCall): Promise<void> {
    await platformOf(trx).deleteFrom('idempotency_key').where('key', '=', key).execute();
  }

  #markOf(input: unknown): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(input).replace(vouchers, '""')).digest('base64');
  }
}
