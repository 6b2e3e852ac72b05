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
import { EmptyState } from '../../platform/ui/index.ts';
import { ChosenReasonDialog } from '../forms/chosen-reason-dialog.tsx';
import css from '../intake.module.css';
import { useRefreshCase } from '../queries.ts';

type Props = {
  readonly role: PairRole;
  readonly overview: CaseOverview;
  /** Those need no reason. */
  readonly offered: readonly LikelyPerson[];
};

/** Anybody of the record, found by whoever knows better than the program, with the reason why it is the same person. */
export function LinkSearch({ role, overview, offered }: Props) {
  const refresh = useRefreshCase();
  const act = useAct({ refresh });
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const [asked, setAsked] = useState<Candidate | null>(null);
  const link = ({ personId }: Candidate, reason: LinkReason | null) => {
    const { caseId, version } = overview;
    void act.run((client) => client.settlePerson({ caseId, version, role, personId, isSame: true, reason }), {
      words: 'Confirmado: es la misma persona.',
      done: () => {
        setFound(null);
      },
      refused: refresh,
    });
  };
  // Who stands in this ficha is nobody else of the record.
  const show = (all: readonly Candidate[] | null) => {
    setFound(all?.filter(({ cases }) => cases.every(({ caseId }) => caseId !== overview.caseId)) ?? null);
  };
  const choose = (person: Candidate) => {
    if (act.busy) return;
    if (offered.some(({ personId }) => personId === person.personId)) link(person, null);
    else setAsked(person);
  };
  return (
    <div className={css.stack}>
      <SearchBox
        id={`link-search-${role}`}
        label="Nombre o documento"
        arrivalId={null}
        caseId={overview.caseId}
        among="any"
        onFound={show}
      />
      {found?.length === 0 && <EmptyState>No se encontró a nadie con esos datos.</EmptyState>}
      {found !== null && found.length > 0 && (
        <ul className={css.likely} aria-label="Personas encontradas">
          {found.map((one) => (
            <CandidateCard key={one.personId} candidate={one}>
              {!one.needsReview && (
                <div>
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-disabled={act.busy}
                    aria-label={`Es la misma persona: ${one.name}`}
                    onClick={() => {
                      choose(one);
                    }}
                  >
                    Es la misma persona
                  </Button>
                </div>
              )}
            </CandidateCard>
          ))}
        </ul>
      )}
      <ActProblem act={act} />
      {asked !== null && (
        <ChosenReasonDialog<LinkReason['code']>
          opened
          title={`${asked.name}: ¿por qué es la misma persona?`}
          label="Por qué es la misma persona"
          reasons={linkReasons}
          confirm="Vincular a esta persona"
          cancel="Volver a la búsqueda"
          onChosen={(code, text) => {
            setAsked(null);
            link(asked, { code, text });
          }}
          onCancel={() => {
            setAsked(null);
          }}
        />
      )}
    </div>
  );
}
