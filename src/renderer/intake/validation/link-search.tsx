import { useEffect, useState } from 'react';
import {
  linkReasonsOf,
  type CaseOverview,
  type LikelyPerson,
  type LinkReason,
  type PairRole,
} from '../../../shared/intake/index.ts';
import type { Candidate } from '../../../shared/people/index.ts';
import { CandidateCard, nameApart, SearchBox } from '../../people/index.ts';
import type { Act } from '../../platform/forms/index.ts';
import { ChosenReasonDialog, look, EmptyState, useNamed, LineButton } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { SureDialog } from './sure-dialog.tsx';

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
type Asked = {
  readonly person: Chosen;
  readonly contradictions: readonly string[];
  readonly needsReason: boolean;
  readonly isSure: boolean;
};

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
        if (needsReason || contradictions.length > 0) setAsked({ person, contradictions, needsReason, isSure: false });
        else onLink(person, null, false);
      },
    });
  };
  const named = useNamed();
  const cancel = () => setAsked(null);
  // Read first, with «Volver» in the hand; why it is the same person is asked of whoever goes on.
  const isUnsure = asked !== null && !asked.isSure && asked.contradictions.length > 0;
  return (
    <div className={look.stack}>
      <SearchBox
        id={field}
        label="Nombre o documento"
        arrivalId={null}
        caseId={overview.caseId}
        among={role}
        onFound={setFound}
      />
      {found?.length === 0 && <EmptyState>No se encontró a nadie con esos datos.</EmptyState>}
      {found !== null && found.length > 0 && (
        <ul className={css.likely} aria-label="Personas encontradas">
          {found.map((one) => (
            <CandidateCard key={one.personId} candidate={one}>
              {!one.needsReview && (
                <div>
                  <LineButton
                    label="Es la misma persona"
                    of={nameApart(one, named)}
                    busy={act.busy}
                    onClick={() => choose(one)}
                  />
                </div>
              )}
            </CandidateCard>
          ))}
        </ul>
      )}
      {isUnsure && (
        <SureDialog
          name={asked.person.name}
          contradictions={asked.contradictions}
          onSure={() => {
            if (asked.needsReason) setAsked({ ...asked, isSure: true });
            else {
              setAsked(null);
              onLink(asked.person, null, true);
            }
          }}
          onCancel={cancel}
        />
      )}
      {asked !== null && !isUnsure && (
        <ChosenReasonDialog<LinkReason['code']>
          title={`${named(asked.person.name)}: ¿por qué es la misma persona?`}
          label="Por qué es la misma persona"
          reasons={linkReasonsOf[role]}
          confirm={asked.isSure ? 'Vincular de todos modos' : 'Vincular a esta persona'}
          cancel="Volver a la búsqueda"
          onChosen={(code, text) => {
            setAsked(null);
            onLink(asked.person, { code, text }, asked.isSure);
          }}
          onCancel={cancel}
        />
      )}
    </div>
  );
}
