/** The client of this window: the shared one, which locks the window when the application says it is locked. */
import { makeClient as makeSharedClient } from '../../shared/platform/client.ts';
import type { Client, ContractSpec, Transport } from '../../shared/platform/contract.ts';
import type { SessionStore } from './session-store.ts';

/** A fresh idempotency key; a form keeps one until its save is answered. */
export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * A typed function per procedure; each throws `ExpectedFailure` where the answer is not a value.
 *
 * A change without its own `key` gets a fresh one, so that a retry by the person is a new act unless the form says
 * otherwise.
 */
export function makeClient<Contract extends ContractSpec>(
  contract: Contract,
  transport: Transport,
  sessions: SessionStore,
): Client<Contract> {
  return makeSharedClient(contract, transport, {
    token: sessions.token,
    newKey,
    onFailure: (failure, token) => {
      // A late answer of a session that ended must not lock the one that follows it.
      if (failure.code === 'locked' && token !== null && token === sessions.token()) sessions.lock('expired');
    },
  });
}
