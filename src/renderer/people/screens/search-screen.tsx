import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '../../../shared/people/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import { EmptyState, focusTitleFrom, PageTitle, Panel } from '../../platform/ui/index.ts';
import { CandidateCard } from '../candidate-card.tsx';
import { onQuery, takeQuery } from '../pending-query.ts';
import css from '../people.module.css';
import { SearchBox } from '../search-box.tsx';

/** «Buscar»: persons of the cases the reader may open. The desk searches inside an arrival only (decision D2). */
export function SearchScreen() {
  const { staff } = useSession();
  const onlyDesk = staff.roles.every((role) => role === 'admission');
  const mayMerge = useMay('person.merge');
  const mayOpen = useMay('breakGlass.open');
  const more = (
    <>
      {mayMerge && <a href={hrefOf('/personas/uniones')}>Uniones de personas</a>}{' '}
      {mayOpen && <a href={hrefOf('/buscar/acceso-excepcional')}>Acceso excepcional</a>}
    </>
  );
  return (
    <>
      <PageTitle aside={more}>Buscar personas y casos</PageTitle>
      {onlyDesk ? <DeskNote /> : <Search />}
    </>
  );
}

function foundHeading(count: number): string {
  if (count === 0) return 'Ninguna persona encontrada';
  return count === 1 ? '1 persona encontrada' : `${count} personas encontradas`;
}

function DeskNote() {
  const go = useGo();
  const mayOpen = useMay('case.open');
  return (
    <EmptyState {...(mayOpen && { action: { label: 'Registrar llegada (Alt+N)', onClick: () => go('/llegada') } })}>
      En Admisión se busca a una persona al registrar su llegada. Registre la llegada y escriba allí su nombre o su
      documento.
    </EmptyState>
  );
}

function Search() {
  const [start, setStart] = useState(() => ({ query: takeQuery(), count: 0 }));
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFromPalette = useRef(start.query !== null);
  useEffect(() => {
    if (found === null || !isFromPalette.current) return;
    isFromPalette.current = false;
    focusTitleFrom(document.querySelector('h1'), heading.current);
  }, [found]);
  useEffect(
    () =>
      onQuery(() => {
        const query = takeQuery();
        setFound(null);
        isFromPalette.current = query !== null;
        setStart((before) => ({ query, count: before.count + 1 }));
      }),
    [],
  );
  return (
    <Panel>
      <SearchBox
        key={start.count}
        id="search-person"
        label="Nombre o documento"
        arrivalId={null}
        among="any"
        start={start.query}
        onFound={setFound}
      />
      {found !== null && (
        <h2 ref={heading} tabIndex={-1}>
          {foundHeading(found.length)}
        </h2>
      )}
      {found !== null && found.length > 0 && (
        <ul className={css.candidates} aria-label="Personas encontradas">
          {found.map((candidate) => (
            <CandidateCard key={candidate.personId} candidate={candidate} />
          ))}
        </ul>
      )}
      {found?.length === 0 && (
        <EmptyState>No hay personas con esos datos en los casos que usted puede abrir.</EmptyState>
      )}
    </Panel>
  );
}
