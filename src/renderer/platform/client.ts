/** The client of this window: its session's token with every call, a lock as soon as the application says so. */
import { makeClient as makeAnyClient } from '../../shared/platform/client.ts';
import type { Client, ContractSpec, Transport } from '../../shared/platform/contract.ts';
import type { LockReason, SessionStore } from './session-store.ts';
import { tellAfter } from './aftermath.tsx';

/** A fresh idempotency key; a form keeps one until its save is answered. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Why a session that is known no more ended, as far as the answer says. */
const lockReasonOf = (reason: string | null): LockReason =>
  reason === 'pin' || reason === 'keeper-gone' ? reason : 'expired';

export function makeClient<Contract extends ContractSpec>(
  contract: Contract,
  transport: Transport,
  sessions: SessionStore,
): Client<Contract> {
  return makeAnyClient(contract, transport, {
    token: () => sessions.token(),
    newKey,
    onAfter: tellAfter,
    onFailure: (failure, token) => {
      // A late answer of a session that ended must not lock the one that follows it; a pause is no end.
      if (failure.code !== 'locked' || failure.reason === 'paused') return;
      if (token !== null && token === sessions.token()) sessions.lock(lockReasonOf(failure.reason));
    },
  });
}
