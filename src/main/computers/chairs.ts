/** Passwords typed at companions, as the application meets them: a voucher in their place, worth something on its own line alone. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { fail } from '../../shared/platform/failures.ts';
import { answerQuestion, type QuestionParts } from '../platform/chair/answer-question.ts';
import { ChairDoor, type ChairDoorParts } from '../platform/chair/door.ts';
import type { Connection } from '../platform/connection.ts';
import type { TypedOptions } from '../platform/storage/typed.ts';

/** A question of the chair, with what both ends of its line know of it, hexadecimal. */
export type Question = { readonly name: string; readonly body: unknown; readonly context: string };

export class Chairs {
  readonly #running = new AsyncLocalStorage<Connection>();
  #parts: (QuestionParts & { readonly door: ChairDoor }) | null = null;

  /** How the strong room takes what stands in place of a password. */
  readonly typed: TypedOptions = {
    secretOf: (login, text) => this.#redeemed(text, (door, line) => door.redeem(line, login, text)),
    newSlotOf: (person) => this.#redeemed(null, (door, line) => door.redeemNewSlot(line, person, person.passphrase)),
  };

  /** What is typed at the keeper itself is what it is; at a companion nothing but a voucher counts. */
  #redeemed<Here, Value>(here: Here, redeem: (door: ChairDoor, line: string) => Value | null): Here | Value {
    const connection = this.#running.getStore();
    if (connection?.isRemote !== true) return here;
    const found = this.#parts === null ? null : redeem(this.#parts.door, connection.id);
    if (found === null) throw fail('wrong-secret');
    return found;
  }

  open(parts: ChairDoorParts, sessionOf: QuestionParts['sessionOf']): void {
    this.#parts = { door: new ChairDoor(parts), sessionOf };
  }

  /** Runs one call of a connection: what it redeems, it redeems on its own line. */
  run<Value>(connection: Connection, work: () => Promise<Value>): Promise<Value> {
    return this.#running.run(connection, work);
  }

  async ask(connection: Connection, { context, ...question }: Question): Promise<unknown> {
    if (this.#parts === null || !connection.isRemote) throw fail('not-found');
    return answerQuestion(this.#parts, { connection: connection.id, context }, question);
  }

  drop(connection: Connection): void {
    this.#parts?.door.drop(connection.id);
  }

  sweep(): void {
    this.#parts?.door.sweep();
  }
}
