import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';

/** «Unir con otra persona», for who may propose it. */
export function MergeLink({ personId }: { readonly personId: string }) {
  if (!useMay('person.merge')) return null;
  return <a href={hrefOf('/personas/unir/$personId', { personId })}>Unir con otra persona</a>;
}

/** Two records side by side, for who may propose to join them. `of`: their names, for whoever only hears the link. */
export function CompareLink({ persons, of }: { readonly persons: readonly [string, string]; readonly of: string }) {
  if (!useMay('person.merge')) return null;
  const [personId, otherId] = persons;
  return (
    <a href={hrefOf('/personas/unir/$personId/$otherId', { personId, otherId })} aria-label={`Comparar: ${of}`}>
      Comparar
    </a>
  );
}
