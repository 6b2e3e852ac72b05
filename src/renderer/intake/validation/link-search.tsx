import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  linkReasons,
  type CaseOverview,
  type LikelyPerson,
  type LinkReason,
  type PairRole,
} from '../../../shared/intake/index.ts';
import type { Candidate } from '../../../shared/people/index.ts';
import { CandidateCard, SearchBox } from '../../people/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { ChoiceField, EmptyState, TextField } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { useRefreshCase } from '../queries.ts';

type Props = {
  readonly role: PairRole;
  readonly overview: CaseOverview;
  /** Those need no reason. */
  readonly offered: readonly LikelyPerson[];
};

const reasonOptions = Object.entries(linkReasons).map(([code, label]) => ({ code: code as LinkReason['code'], label }));

/** Anybody of the record, found by whoever knows better than the program, with the reason why it is the same person. */
export function LinkSearch({ role, overview, offered }: Props) {
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const [chosen, setChosen] = useState<Candidate | null>(null);
  return (
    <div className={css.stack}>
      <SearchBox
        id={`link-search-${role}`}
        label="Nombre o documento"
        arrivalId={null}
        caseId={overview.caseId}
        among="any"
        onFound={(candidates) => {
          setChosen(null);
          setFound(candidates);
        }}
      />
      {found?.length === 0 && <EmptyState>No se encontró a nadie con esos datos.</EmptyState>}
      {found !== null && found.length > 0 && (
        <ul className={css.likely} aria-label="Personas encontradas">
          {found.map((one) => (
            <CandidateCard key={one.personId} candidate={one}>
              {!one.needsReview && chosen?.personId !== one.personId && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Es la misma persona: ${one.name}`}
                  onClick={() => {
                    setChosen(one);
                  }}
                >
                  Es la misma persona
                </Button>
              )}
              {chosen?.personId === one.personId && (
                <LinkForm
                  role={role}
                  overview={overview}
                  person={one}
                  isOffered={offered.some(({ personId }) => personId === one.personId)}
                />
              )}
            </CandidateCard>
          ))}
        </ul>
      )}
    </div>
  );
}

type FormProps = Pick<Props, 'role' | 'overview'> & { readonly person: Candidate; readonly isOffered: boolean };

function LinkForm({ role, overview, person, isOffered }: FormProps) {
  const refresh = useRefreshCase();
  const act = useAct({ refresh });
  const [code, setCode] = useState<LinkReason['code'] | null>(null);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = code === null && !isOffered;
  const lacksWords = code === 'other' && text.trim() === '';
  const send = () => {
    setTried(true);
    if (isMissing || lacksWords || act.busy) return;
    const reason = code === null ? null : { code, text: code === 'other' ? text.trim() : null };
    const { caseId, version } = overview;
    void act.run(
      (client) => client.settlePerson({ caseId, version, role, personId: person.personId, isSame: true, reason }),
      { words: 'Confirmado: es la misma persona.', refused: refresh },
    );
  };
  return (
    <div className={css.stack}>
      <ChoiceField
        words={{
          label: 'Por qué es la misma persona',
          id: `link-reason-${role}`,
          error: isTried && isMissing ? 'Elija por qué es la misma persona.' : undefined,
          optional: isOffered,
        }}
        options={reasonOptions}
        value={code}
        onChange={setCode}
      />
      {code === 'other' && (
        <TextField
          words={{
            label: 'Especifique por qué',
            id: `link-words-${role}`,
            error: isTried && lacksWords ? 'Escriba por qué es la misma persona.' : undefined,
          }}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      )}
      <ActProblem act={act} />
      <div>
        <Button aria-disabled={act.busy} onClick={send}>
          Vincular a esta persona
        </Button>
      </div>
    </div>
  );
}
