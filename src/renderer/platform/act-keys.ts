/** The idempotency keys of what a person presses: pressing again after a lost answer stores nothing twice. */
import type { Contract } from '../../shared/contract.ts';
import type { CallOptions, Client } from '../../shared/platform/contract.ts';
import { isUncertain, type Failure } from '../../shared/platform/failures.ts';
import { newKey } from './client.ts';
import { failureOf } from './failure-words.ts';

type Sent = {
  readonly of: string;
  readonly procedure: string;
  readonly key: string;
  /** What it was last sent with, as JSON. */
  input: string;
  /** The press that last used it. */
  press: number;
  state: 'new' | 'answered' | 'uncertain';
};

/**
 * The keys of one button, form or list, from a press until the act is done.
 *
 * A call repeated as it was keeps its key: what an earlier step stored is answered again. A call changed after no answer
 * came keeps it, too: the program says that the first one was stored (`stored-before`) and never makes a second.
 */
export class ActKeys {
  #press = 0;
  #sent: Sent[] = [];

  press(): void {
    this.#press += 1;
  }

  take(of: string, procedure: string, given: unknown): Sent {
    const input = JSON.stringify(given);
    const free = this.#sent.filter((one) => one.of === of && one.procedure === procedure && one.press !== this.#press);
    const before = free.find((one) => one.input === input) ?? free.find(({ state }) => state === 'uncertain');
    if (before !== undefined) return Object.assign(before, { input, press: this.#press });
    const sent: Sent = { of, procedure, key: newKey(), input, press: this.#press, state: 'new' };
    this.#sent.push(sent);
    return sent;
  }

  /** What became of it; null when it was answered. A «no» renews the key, unless an earlier call may be stored under it. */
  settle(sent: Sent, failure: Failure | null): void {
    if (failure === null) sent.state = 'answered';
    else if (isUncertain(failure)) sent.state = 'uncertain';
    else if (sent.state === 'new' || failure.code === 'conflict') this.#sent = this.#sent.filter((one) => one !== sent);
  }

  /** The act is done: the next press is another one. */
  end(of: string): void {
    this.#sent = this.#sent.filter((one) => one.of !== of);
  }
}

type Press = {
  /** Tells the acts of a list from each other. */
  readonly of: string;
  /** Told when something was stored and what follows it failed. */
  readonly onAfter: (failure: Failure) => void;
};

/** The client of one press: each change under the key of its act. */
export function keyedClient(client: Client<Contract>, keys: ActKeys, { of, onAfter }: Press): Client<Contract> {
  keys.press();
  return new Proxy(client, {
    get: (all, procedure: keyof Contract) => async (input: unknown, options: CallOptions) => {
      let sent: Sent | null = null;
      const key = () => (sent ??= keys.take(of, procedure, input)).key;
      const settle = (failure: Failure | null) => {
        if (sent !== null) keys.settle(sent, failure);
      };
      try {
        const value = await (all[procedure] as (input: unknown, options: CallOptions) => Promise<unknown>)(input, {
          ...options,
          key,
          onAfter,
        });
        settle(null);
        return value;
      } catch (error) {
        settle(failureOf(error));
        throw error;
      }
    },
  });
}
