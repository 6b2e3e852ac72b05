import { useEffect } from 'react';
import { knownAsLabels, matchLevelLabels, type Candidate, type FoundPersons } from '../../shared/people/index.ts';
import { announce } from '../platform/announce.ts';
import { look, Icon, StateBadge } from '../platform/ui/index.ts';
import { candidateFacts, caseOfCandidate, reviewWords } from './candidate-words.ts';
import css from './people.module.css';
import { foundWords, preparingWords } from './use-typed-search.ts';

/** A ficha of a person found; of whom nothing may be opened, herself alone. */
export type FoundOption = { readonly candidate: Candidate; readonly caseId: string | null; readonly label: string };

export function optionsOf(candidates: readonly Candidate[]): FoundOption[] {
  return candidates.flatMap((candidate): FoundOption[] => {
    const fichas = candidate.cases.map((one) => ({ candidate, caseId: one.caseId, label: caseOfCandidate(one) }));
    if (fichas.length > 0) return fichas;
    return [
      { candidate, caseId: null, label: candidate.needsReview ? reviewWords : 'Sin ficha que usted pueda abrir' },
    ];
  });
}

export const optionId = (at: number) => `app-search-option-${at}`;

/** The search answers with no more. */
const most = 5;

type Props = {
  readonly found: FoundPersons | null;
  readonly problem: string | null;
  readonly candidates: readonly Candidate[];
  readonly options: readonly FoundOption[];
  /** Which option an arrow key marked. */
  readonly marked: number;
  readonly onChosen: (caseId: string) => void;
};

/** The list under the field: the focus stays in the field, which says which option is marked. */
export function HeaderFound({ found, problem, candidates, options, marked, onChosen }: Props) {
  const words = problem ?? (found === null ? null : preparingWords(found));
  const isNobody = found !== null && candidates.length === 0;
  const nobodyWords = isNobody ? foundWords(0) : null;
  const opens = options.some(({ caseId }) => caseId !== null);
  useEffect(() => {
    document.getElementById(optionId(marked))?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  useEffect(() => {
    if (nobodyWords !== null) announce(nobodyWords);
  }, [nobodyWords]);
  return (
    <div className={css.headerFound}>
      {words !== null && <p className={look.secondary}>{words}</p>}
      {nobodyWords !== null && <p>{nobodyWords}</p>}
      {candidates.length > 0 && (
        <div
          id="app-search-found"
          role="listbox"
          // The list scrolls, and is no stop of Tab: the keys are those of the field.
          tabIndex={-1}
          className={css.foundList}
          aria-label="Personas posibles según lo escrito"
        >
          {candidates.map((candidate) => (
            <Found key={candidate.personId} {...{ candidate, options, marked, onChosen }} />
          ))}
        </div>
      )}
      {candidates.length >= most && (
        <p className={look.secondary}>Se muestran las {most} más parecidas. Escriba algo más para precisar.</p>
      )}
      <p className={look.secondary}>
        {opens && '↓ marca una ficha y Enter la abre. '}
        {opens ? 'Sin marcar, Enter' : 'Enter'} busca en «Buscar personas y casos». Escape cierra esta lista.
      </p>
    </div>
  );
}

type FoundProps = Pick<Props, 'options' | 'marked' | 'onChosen'> & { readonly candidate: Candidate };

function Found({ candidate, options, marked, onChosen }: FoundProps) {
  const facts = candidateFacts(candidate);
  const about = `app-search-about-${candidate.personId}`;
  return (
    <div role="group" aria-label={candidate.name} className={css.found}>
      <div role="presentation" id={about} className={css.foundAbout}>
        <span className={look.strong}>{candidate.name}</span>
        {!candidate.needsReview && (
          <StateBadge tone={candidate.level === 'probable' ? 'accent' : 'neutral'}>
            {matchLevelLabels[candidate.level]}
          </StateBadge>
        )}
        {facts.length > 0 && <span className={look.secondary}>{facts.join(' · ')}</span>}
        {candidate.reasons.length > 0 && <span className={look.secondary}>{candidate.reasons.join(' ')}</span>}
        {candidate.knownAs.map((role) => (
          <span key={role} className={look.strong}>
            <Icon name="warning" size={16} /> {knownAsLabels[role]}
          </span>
        ))}
      </div>
      {options.map(({ candidate: own, caseId, label }, at) =>
        own === candidate ? (
          // The field holds the focus and the keys (aria-activedescendant).
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
          <div
            key={caseId ?? 'none'}
            id={optionId(at)}
            role="option"
            aria-selected={at === marked}
            aria-disabled={caseId === null}
            aria-label={`${candidate.name}: ${label}`}
            aria-describedby={about}
            className={css.foundOption}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (caseId !== null) onChosen(caseId);
            }}
          >
            {label}
          </div>
        ) : null,
      )}
    </div>
  );
}
