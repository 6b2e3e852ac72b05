import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import {
  linkReasonsOf,
  type CaseOverview,
  type LikelyPerson,
  type LinkReason,
  type PairRole,
} from '../../../shared/intake/index.ts';
import type { Candidate } from '../../../shared/people/index.ts';
import { CandidateCard, SearchBox } from '../../people/index.ts';
import type { Act } from '../../platform/forms/index.ts';
import { EmptyState } from '../../platform/ui/index.ts';
import { ChosenReasonDialog } from '../forms/chosen-reason-dialog.tsx';
import css from '../intake.module.css';
import { Contradictions, SureDialog } from './sure-dialog.tsx';

type Props = {
  readonly role: PairRole;
  readonly overview: CaseOverview;
  /** Those need no reason. */
  readonly offered: readonly LikelyPerson[];
  readonly act: Act;
  /** Links them, and says where the focus goes. */
  readonly onLink: (person: Chosen, reason: LinkReason | null, isSure: boolean) => void;
};

export type Chosen = Pick<Candidate, 'personId' | 'name'>;
type Asked = { readonly person: Chosen; readonly contradictions: readonly string[]; readonly needsReason: boolean };

/** Anybody of the record, found by whoever knows better than the program, with the reason why it is the same person. */
export function LinkSearch({ role, overview, offered, act, onLink }: Props) {
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const field = `link-search-${role}`;
  useEffect(() => {
    document.getElementById(field)?.focus();
  }, [field]);
  const choose = (person: Candidate) => {
    const { personId } = person;
    const needsReason = !offered.some((one) => one.personId === personId);
    void act.run((client) => client.compareForLink({ caseId: overview.caseId, role, personId }), {
      of: `compare-${personId}`,
      done: ({ contradictions }) => {
        if (needsReason || contradictions.length > 0) setAsked({ person, contradictions, needsReason });
        else onLink(person, null, false);
      },
    });
  };
  const answer = (reason: LinkReason | null) => {
    if (asked === null) return;
    setAsked(null);
    onLink(asked.person, reason, asked.contradictions.length > 0);
  };
  const cancel = () => {
    setAsked(null);
  };
  return (
    <div className={css.stack}>
      <SearchBox
        id={field}
        label="Nombre o documento"
        arrivalId={null}
        caseId={overview.caseId}
        among="any"
        onFound={setFound}
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
      {asked !== null && !asked.needsReason && (
        <SureDialog
          name={asked.person.name}
          contradictions={asked.contradictions}
          onSure={() => {
            answer(null);
          }}
          onCancel={cancel}
        />
      )}
      {asked?.needsReason === true && (
        <ChosenReasonDialog<LinkReason['code']>
          opened
          title={`${asked.person.name}: ¿por qué es la misma persona?`}
          label="Por qué es la misma persona"
          reasons={linkReasonsOf[role]}
          confirm={asked.contradictions.length > 0 ? 'Vincular de todos modos' : 'Vincular a esta persona'}
          cancel="Volver a la búsqueda"
          onChosen={(code, text) => {
            answer({ code, text });
          }}
          onCancel={cancel}
        >
          <Contradictions of={asked.contradictions} />
        </ChosenReasonDialog>
      )}
    </div>
  );
}
