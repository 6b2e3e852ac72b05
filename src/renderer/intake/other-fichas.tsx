import { OpenFichas } from '../people/index.ts';
import { QueryState } from '../platform/ui/index.ts';
import { useOpenFichas } from './queries.ts';

/** What is open of hers beside this ficha. */
export function OtherFichas({ caseId }: { readonly caseId: string }) {
  const found = useOpenFichas(caseId);
  return <QueryState query={found}>{(open) => <OpenFichas found={open} />}</QueryState>;
}
