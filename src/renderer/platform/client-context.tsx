import { createContext, use, type Context as ReactContext } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { Client } from '../../shared/platform/contract.ts';

const Context = createContext<Client<Contract> | null>(null);

// Spelled out: the inferred type would list every procedure.
export const ClientProvider: ReactContext<Client<Contract> | null> = Context;

/** A typed function per procedure of the contract. */
export function useClient(): Client<Contract> {
  const client = use(Context);
  if (client === null) throw new Error('ClientProvider is missing');
  return client;
}
