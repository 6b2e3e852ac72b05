/** A typed function for every procedure over any transport: window, command line and tests call the same way. */
import type { CallOptions, Client, ContractSpec, Transport } from './contract.ts';
import { ExpectedFailure, type Failure } from './failures.ts';

export type ClientParts = {
  /** The caller's token at the moment of the call; null before sign-in. */
  token(): string | null;
  /** A fresh idempotency key (UUID). */
  readonly newKey: () => string;
  /** Told of each failure before it is thrown, with the token the call was made with. */
  onFailure?(failure: Failure, token: string | null): void;
  /** Told when something was stored and what follows it failed, and the call itself is not. */
  readonly onAfter?: (failure: Failure) => void;
};

function keyOf(given: string | (() => string)): string {
  return typeof given === 'string' ? given : given();
}

/**
 * Makes the client of a contract. Each function throws `ExpectedFailure` where the answer is not a value.
 *
 * A change without its own `key` gets a fresh one: what a person presses twice says so by `useAct`, which keeps it.
 */
export function makeClient<Contract extends ContractSpec>(
  contract: Contract,
  transport: Pick<Transport, 'invoke'>,
  parts: ClientParts,
): Client<Contract> {
  const call =
    (name: string) =>
    async (input: unknown, options: CallOptions = {}) => {
      const token = parts.token();
      const key = contract[name]?.changes === true ? keyOf(options.key ?? parts.newKey) : null;
      const envelope = await transport.invoke({
        procedure: name,
        input,
        session: token,
        key,
        password: options.password ?? null,
      });
      if (envelope.ok) {
        if (envelope.after !== null) (options.onAfter ?? parts.onAfter)?.(envelope.after);
        return envelope.value;
      }
      parts.onFailure?.(envelope.failure, token);
      throw new ExpectedFailure(envelope.failure);
    };
  return Object.fromEntries(Object.keys(contract).map((name) => [name, call(name)])) as Client<Contract>;
}
