/** Which permissions lead to nothing but acts that store. */
import { contract } from './contract.ts';
import type { ContractSpec } from './platform/contract.ts';

const procedures = Object.values(contract satisfies ContractSpec as ContractSpec);

/** While the record may only be read there is nothing to offer under these: whatever they allow would be refused. */
export const storingPermissions: ReadonlySet<string> = new Set(
  [...Map.groupBy(procedures, ({ permission }) => permission)]
    .filter(([, some]) => some.every(({ changes, inReadOnly }) => changes && inReadOnly !== true))
    .map(([permission]) => permission),
);

/** On a closed ficha there is nothing to offer under these: every act that stores under them would be refused. */
export const refusedWhileClosed: ReadonlySet<string> = new Set(
  [
    ...Map.groupBy(
      procedures.filter(({ changes }) => changes),
      ({ permission }) => permission,
    ),
  ]
    .filter(([, some]) => some.every(({ subject, whileClosed }) => subject === 'case' && whileClosed === undefined))
    .map(([permission]) => permission),
);
