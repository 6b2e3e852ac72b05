import type { ReactNode } from 'react';
import { knownAsLabels, matchLevelLabels, type Candidate } from '../../shared/people/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useIsCoordination } from '../platform/session.tsx';
import { look, Icon, StateBadge, PersonName, Secret } from '../platform/ui/index.ts';
import { candidateFacts, caseOfCandidate, reviewWords } from './candidate-words.ts';
import css from './people.module.css';

/** One person who may be the one sought: what the reader may see of her, and why she was found. */
export function CandidateCard({
  candidate,
  children,
}: {
  readonly candidate: Candidate;
  readonly children?: ReactNode;
}) {
  const isCoordination = useIsCoordination();
  if (candidate.needsReview) {
    return (
      <li className={css.candidate}>
        <span className={look.strong}>
          <PersonName>{candidate.name}</PersonName>
        </span>
        <span className={look.secondary}>
          {isCoordination
            ? 'Hay una coincidencia en una ficha reservada o cerrada para usted: aquí no se muestra quién es.'
            : reviewWords}
        </span>
        {children}
      </li>
    );
  }
  const facts = candidateFacts(candidate);
  return (
    <li className={css.candidate}>
      <div className={css.heading}>
        <span className={look.strong}>
          <PersonName>{candidate.name}</PersonName>
        </span>
        <StateBadge tone={candidate.level === 'probable' ? 'accent' : 'neutral'}>
          {matchLevelLabels[candidate.level]}
        </StateBadge>
      </div>
      <Secret>{facts.length > 0 && <span>{facts.join(' · ')}</span>}</Secret>
      {candidate.reasons.length > 0 && (
        <Secret>
          <span className={look.secondary}>
            <Icon name="search" size={16} /> {candidate.reasons.join(' ')}
          </span>
        </Secret>
      )}
      {candidate.knownAs.map((role) => (
        <span key={role} className={look.strong}>
          <Icon name="warning" size={16} /> {knownAsLabels[role]}
        </span>
      ))}
      {candidate.cases.map((one) => (
        <a key={one.caseId} href={hrefOf('/casos/$caseId', { caseId: one.caseId })}>
          {caseOfCandidate(one)}
        </a>
      ))}
      {children}
    </li>
  );
}
