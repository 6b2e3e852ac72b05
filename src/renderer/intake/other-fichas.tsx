import { OpenFichas } from '../people/index.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { QueryState } from '../platform/ui/index.ts';

/** What is open of hers beside this ficha. */
export function OtherFichas({ caseId }: { readonly caseId: string }) {
  const found = useRead(['intake', 'open', caseId], (client) => client.readOpenFichas({ caseId }), asOfNow);
  return <QueryState query={found}>{(open) => <OpenFichas found={open} />}</QueryState>;
}
