import { createContext, use, type Context as ReactContext } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { Client, InputGivenOf, OutputOf } from '../../shared/platform/contract.ts';

/** What a procedure is asked with, and what it answers. */
export type Input<Name extends keyof Contract> = InputGivenOf<Contract[Name]>;
export type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

const Context = createContext<Client<Contract> | null>(null);

// Spelled out: the inferred type would list every procedure.
export const ClientProvider: ReactContext<Client<Contract> | null> = Context;

/** With everything that stores: for `useAct` alone, which hands it out a press at a time. */
export function useWholeClient(): Client<Contract> {
  const client = use(Context);
  if (client === null) throw new Error('ClientProvider is missing');
  return client;
}

type Reads = {
  [Name in keyof Contract as Contract[Name]['changes'] extends false ? Name : never]: Contract[Name];
};
export type ReadClient = Client<Reads>;

/** A typed function per procedure of the contract that stores nothing; what a person presses goes through `useAct`. */
export function useClient(): ReadClient {
  return useWholeClient();
}

/**
 * What is stored without being pressed: drafts as they are typed, what stands on the page when the screen locks, the
 * arrival that a page opens, the reminders of the day. Sent again, it is the same; an
 * inquiry, which only a lock sends so, is one more line.
 */
type Unpressed =
  | 'openDraft'
  | 'saveDraft'
  | 'discardDraft'
  | 'keepNoteDraft'
  | 'keepPreventionDraft'
  | 'writeInterviewPart'
  | 'openArrival'
  | 'registerArrival'
  | 'changeArrival'
  | 'recordInquiry'
  | 'remindReferrals'
  | 'remindDeadlines';
export type UnpressedClient = Client<Pick<Contract, Unpressed>>;

export function useUnpressed(): UnpressedClient {
  return useWholeClient();
}
