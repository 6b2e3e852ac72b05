/** Printer and dialogs of a companion, as the computer that keeps the record has them. */
import { randomUUID } from 'node:crypto';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { PlacePorts } from '../connection.ts';
import { outcomeSchema, printersSchema, savedSchema, type Order, type Work } from './orders.ts';

type Waiting = {
  readonly order: Order;
  /** Empty for what has none. */
  readonly bytes: Uint8Array;
  readonly settle: (value: unknown) => void;
  readonly refuse: (error: unknown) => void;
};

const none = new Uint8Array();

/** Five people at one computer have a dialog open each; what is never answered must not fill the memory here. */
const mostWaiting = 24;

export class DistantPorts {
  readonly #waiting = new Map<string, Waiting>();
  readonly #send: (order: Order) => void;
  #isOver = false;

  constructor(send: (order: Order) => void) {
    this.#send = send;
  }

  /** Its dialogs choose no folder here: what the keeper writes by itself, it writes at its own place. */
  get ports(): PlacePorts {
    return {
      dialogs: null,
      // Its own page or program puts the text there.
      clipboard: null,
      printer: {
        list: async () => printersSchema.parse(await this.#order({ do: 'listPrinters' })),
        print: async (bytes, printer, bothSides = false, sheet = 'A4') => {
          await this.#order({ do: 'print', printer, bothSides, sheet, size: bytes.byteLength }, bytes);
        },
      },
      saver: {
        save: async (name, bytes, rule) => {
          const work: Work = { do: 'save', name, allowed: [...(await rule.allowed())], size: bytes.byteLength };
          return savedSchema.parse(await this.#order(work, bytes));
        },
      },
    };
  }

  #order(work: Work, bytes: Uint8Array = none): Promise<unknown> {
    if (this.#isOver) return Promise.reject(fail('storage', 'line-cut'));
    if (this.#waiting.size >= mostWaiting) return Promise.reject(fail('storage', 'copy-not-delivered'));
    const order: Order = { kind: 'order', id: randomUUID(), work };
    const { promise, resolve: settle, reject: refuse } = Promise.withResolvers<unknown>();
    // Of its own: the session may end, and its files with it, while the other computer still fetches them.
    this.#waiting.set(order.id, { order, bytes: Uint8Array.from(bytes), settle, refuse });
    this.#send(order);
    return promise;
  }

  /** The line is up again: what has no outcome yet is ordered once more, under the same number. */
  sendAgain(): void {
    for (const { order } of this.#waiting.values()) this.#send(order);
  }

  /** Null for an order that is settled. */
  bytesOf(id: string): Uint8Array | null {
    return this.#waiting.get(id)?.bytes ?? null;
  }

  /** How an order ended; told twice, it counts once. @throws invalid */
  settle(body: unknown): void {
    const outcome = outcomeSchema.safeParse(body);
    if (!outcome.success) throw fail('invalid', 'message-limits');
    const { id, end } = outcome.data;
    const waiting = this.#take(id);
    if (end.ok) waiting?.settle(end.value);
    else waiting?.refuse(new ExpectedFailure(end.failure));
  }

  #take(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.bytes.fill(0);
    return waiting;
  }

  /** The companion is gone: nobody knows whether the paper came out, and the register says that it did not. */
  end(): void {
    this.#isOver = true;
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.refuse(fail('storage', 'line-cut'));
  }
}
