import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';

/** «Unir con otra persona», for who may propose it. */
export function MergeLink({ personId }: { readonly personId: string }) {
  if (!useMay('person.merge')) return null;
  return <a href={hrefOf('/personas/unir/$personId', { personId })}>Unir con otra persona</a>;
}
