import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '../../shared/people/index.ts';
import { PlainButton, look, EmptyState, Notice, useNamed } from '../platform/ui/index.ts';
import { CandidateList, type PersonLink } from './candidate-list.tsx';
import { OpenFichasAtDoor } from './open-fichas.tsx';
import { SearchBox } from './search-box.tsx';

type Props = {
  readonly id: string;
  /** Null where no arrival is open: then only persons of own cases are found. */
  readonly arrivalId: string | null;
  readonly label: string;
  readonly link: PersonLink | null;
  readonly onLink: (link: PersonLink | null) => void;
  readonly onAsked?: (words: string) => void;
  /** What was typed elsewhere: sought at once. */
  readonly start?: string | undefined;
  /** `aggressor`: the accused, who may stand in the record in any role. */
  readonly among?: 'any' | 'aggressor';
  /** «Quizá sea la misma» leaves the question open; only where somebody is to answer it. */
  readonly offersMaybe?: boolean;
};

const chosenWords = { known: 'Es la misma persona', maybe: 'Quizá sea la misma persona' } as const;

/** Search first: one candidate is chosen or «Ninguna es la misma»; the choice can be undone, nobody is merged. */
export function PersonChoice(props: Props) {
  const { id, arrivalId, label, link, onLink, onAsked, start, offersMaybe = true, among = 'any' } = props;
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  useFocusAfterChoice(id, link);
  if (link !== null)
    return (
      <Chosen id={chosenId(id)} link={link} onLink={onLink} arrivalId={among === 'aggressor' ? null : arrivalId} />
    );
  return (
    <div className={look.stack}>
      <SearchBox {...{ id, label, arrivalId, among, onAsked }} start={start ?? null} onFound={setFound} />
      {found !== null && found.length > 0 && (
        <CandidateList candidates={found} label="Personas posibles" onLink={onLink} offersMaybe={offersMaybe} />
      )}
      {found?.length === 0 && <EmptyState>No se encontró a nadie con esos datos.</EmptyState>}
      {found !== null && (
        <div className={look.fields}>
          <PlainButton onClick={() => onLink({ kind: 'new', different: found.map(({ personId }) => personId) })}>
            {found.length === 0 ? 'Registrar como persona nueva' : 'Ninguna es la misma'}
          </PlainButton>
        </div>
      )}
    </div>
  );
}

const chosenId = (id: string) => `${id}-chosen`;

/** What was pressed goes with the choice, also a button of the form beside it: to what was chosen, or back to the search. */
function useFocusAfterChoice(id: string, link: PersonLink | null): void {
  const isChosen = link !== null;
  const before = useRef(isChosen);
  useEffect(() => {
    if (before.current === isChosen) return;
    before.current = isChosen;
    if (document.activeElement === document.body) document.getElementById(isChosen ? chosenId(id) : id)?.focus();
  }, [id, isChosen]);
}

type ChosenProps = Pick<Props, 'id' | 'onLink'> & {
  readonly link: PersonLink;
  /** Null where her open fichas are not told. */
  readonly arrivalId: string | null;
};

function Chosen({ id, link, onLink, arrivalId }: ChosenProps) {
  const named = useNamed();
  return (
    <div id={id} className={look.stack} tabIndex={-1} role="group" aria-label="Quién es">
      <Notice tone="accent" action={{ label: 'Cambiar', onClick: () => onLink(null) }}>
        {link.kind === 'new' ? 'Persona nueva en este registro.' : `${chosenWords[link.kind]}: ${named(link.name)}.`}
        {link.kind === 'maybe' && ' La primera persona profesional lo confirmará antes de validar.'}
      </Notice>
      {link.kind !== 'new' && arrivalId !== null && <OpenFichasAtDoor arrivalId={arrivalId} personId={link.personId} />}
    </div>
  );
}
