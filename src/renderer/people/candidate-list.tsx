import type { Candidate } from '../../shared/people/index.ts';
import { CandidateCard } from './candidate-card.tsx';
import { nameApart } from './candidate-words.ts';
import css from './people.module.css';
import { look, useNamed, LineButton } from '../platform/ui/index.ts';

/** How the person of a new case stands to those of the record; `name` is what the reader saw of her. */
export type PersonLink =
  | {
      readonly kind: 'new';
      readonly different?: string[] | undefined;
      /** Nobody could be looked for: she is written down as she says it. */
      readonly isUnsought?: true;
    }
  | { readonly kind: 'known' | 'maybe'; readonly personId: string; readonly name: string };

type Props = {
  readonly candidates: readonly Candidate[];
  /** Name of the list for whoever does not see it. */
  readonly label: string;
  readonly onLink: (link: PersonLink) => void;
  /** «Quizá sea la misma» leaves the question open; only where somebody is to answer it. */
  readonly offersMaybe?: boolean;
  /** Few lines a card: beside fields that are still being filled in. */
  readonly isCompact?: boolean;
};

/** Who may be the person, each with the two answers that a reader can give; nobody is merged by it. */
export function CandidateList({ candidates, label, onLink, offersMaybe = true, isCompact = false }: Props) {
  return (
    <ul className={isCompact ? `${css.candidates} ${css.compact}` : css.candidates} aria-label={label}>
      {candidates.map((candidate) => (
        <CandidateCard key={candidate.personId} candidate={candidate}>
          <div className={look.fields}>
            {!candidate.needsReview && (
              <ChoiceButton candidate={candidate} kind="known" label="Es la misma" onLink={onLink} />
            )}
            {offersMaybe && (
              <ChoiceButton candidate={candidate} kind="maybe" label="Quizá sea la misma" onLink={onLink} />
            )}
          </div>
        </CandidateCard>
      ))}
    </ul>
  );
}

type ButtonProps = Pick<Props, 'onLink'> & {
  readonly candidate: Candidate;
  readonly kind: 'known' | 'maybe';
  readonly label: string;
};

function ChoiceButton({ candidate, kind, label, onLink }: ButtonProps) {
  const named = useNamed();
  return (
    <LineButton
      label={label}
      of={nameApart(candidate, named)}
      onClick={() => onLink({ kind, personId: candidate.personId, name: candidate.name })}
    />
  );
}
