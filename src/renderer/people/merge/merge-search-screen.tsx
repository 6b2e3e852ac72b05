import { useState } from 'react';
import type { Candidate } from '../../../shared/people/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { EmptyState, PageTitle, Panel, useNamed } from '../../platform/ui/index.ts';
import { CandidateCard } from '../candidate-card.tsx';
import css from '../people.module.css';
import { SearchBox } from '../search-box.tsx';

/** Which other record is of the same person; the comparison comes before anything is proposed. */
export function MergeSearchScreen({ params: { personId } }: { readonly params: { readonly personId: string } }) {
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const named = useNamed();
  const others = found?.filter((one) => one.personId !== personId) ?? [];
  return (
    <>
      <PageTitle>Unir con otra persona</PageTitle>
      <Panel title="Busque el otro registro de la misma persona">
        <SearchBox id="merge-search" label="Nombre o documento" arrivalId={null} among="any" onFound={setFound} />
        {others.length > 0 && (
          <ul className={css.candidates} aria-label="Personas encontradas">
            {others.map((candidate) => (
              <CandidateCard key={candidate.personId} candidate={candidate}>
                {!candidate.needsReview && (
                  <a href={hrefOf('/personas/unir/$personId/$otherId', { personId, otherId: candidate.personId })}>
                    {`Comparar lado a lado: ${named(candidate.name)}`}
                  </a>
                )}
              </CandidateCard>
            ))}
          </ul>
        )}
        {found !== null && others.length === 0 && (
          <EmptyState>No hay otra persona con esos datos en los casos que usted puede abrir.</EmptyState>
        )}
      </Panel>
    </>
  );
}
