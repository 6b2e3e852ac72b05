/** Answers already given under an idempotency key: the same key never makes a second record (bad input 53). */
import { createHmac, randomBytes } from 'node:crypto';
import type { KeyedCall } from './platform/gate/gate.ts';
import { fail } from '../shared/platform/failures.ts';
import type { Trx } from './database.ts';

/** More than anybody presses again after. */
const remembered = 10_000;

/**
 * The answers stand in the record. What was asked with them is remembered by this process alone, as a mark made with a
 * secret of its own: it may hold a password, and nobody who asks outlives the process (its window, page or command ends
 * with it).
 */
export class KeptAnswers {
  readonly #secret = randomBytes(32);
  readonly #asked = new Map<string, string>();
  readonly #now: () => string;

  constructor(now: () => string) {
    this.#now = now;
  }

  /**
   * The first answer given under this key; null when it is new.
   *
   * @throws conflict `key-used-otherwise` for another procedure or person, `stored-before` for another input: answering
   * the first one again would lose what was changed since
   */
  async find(trx: Trx, { key, procedure, session, input }: KeyedCall): Promise<unknown> {
    const row = await trx.selectFrom('idempotency_key').selectAll().where('key', '=', key).executeTakeFirst();
    if (row === undefined) return null;
    if (row.procedure !== procedure || row.staff_id !== session.staffId) throw fail('conflict', 'key-used-otherwise');
    const asked = this.#asked.get(key);
    if (asked !== undefined && asked !== this.#markOf(input)) throw fail('conflict', 'stored-before');
    return JSON.parse(row.output);
  }

  async keep(trx: Trx, call: KeyedCall, output: unknown): Promise<void> {
    const { key, procedure, session, input } = call;
    const values = { key, procedure, staff_id: session.staffId, output: JSON.stringify(output), at: this.#now() };
    await trx.insertInto('idempotency_key').values(values).execute();
    this.#asked.set(key, this.#markOf(input));
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > remembered && oldest !== undefined) this.#asked.delete(oldest);
  }

  #markOf(input: unknown): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(input)).digest('base64');
  }
}
