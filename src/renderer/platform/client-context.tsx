import { createContext, use } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { Client } from '../../shared/platform/contract.ts';

const Context = createContext<Client<Contract> | null>(null);

export const ClientProvider = Context;

/** A typed function per procedure of the contract. */
export function useClient(): Client<Contract> {
  const client = use(Context);
  if (client === null) throw new Error('ClientProvider is missing');
  return client;
}
