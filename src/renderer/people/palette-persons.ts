import { isOnlyDesk } from '../../shared/access/index.ts';
import { knownAsLabels, matchLevelLabels, type Candidate } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { useClient } from '../platform/client.ts';
import { follow } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { useDiscretion, useNamed, type PaletteAct, type PaletteItem } from '../platform/ui/index.ts';
import { candidateFacts, caseOfCandidate, reviewWords } from './candidate-words.ts';
import { handOverQuery } from './pending-query.ts';
import { foundWords, preparingWords, useTypedSearch } from './use-typed-search.ts';

/** The search answers with no more. */
const most = 5;

/** Why somebody was found, and what tells her from others. */
function belowOf(candidate: Candidate): string {
  const { needsReview, level, reasons, knownAs } = candidate;
  return [
    ...[needsReview ? '' : matchLevelLabels[level], ...candidateFacts(candidate), reasons.join(' ')],
    ...knownAs.map((role) => knownAsLabels[role]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

type PersonHits = {
  readonly items: readonly PaletteItem[];
  readonly says: readonly string[];
  readonly type: (text: string) => void;
  /** To the search screen, with what was typed: by memory, never by an address. Null for whoever searches nobody. */
  readonly searchAll: (() => void) | null;
};

/** Persons and fichas for the palette. The desk searches inside an arrival only (decision D2). */
export function usePersonHits(text: string, actsOf: (caseId: CaseId) => readonly PaletteAct[]): PersonHits {
  const client = useClient();
  const named = useNamed();
  const { isOn } = useDiscretion();
  const isDesk = isOnlyDesk(useSession().staff.roles);
  const may = useMay('person.findByName');
  const typed = useTypedSearch((query) =>
    client.findPersons({ query, arrivalId: null, caseId: null, role: 'any', isTyping: true }),
  );
  // An answer to what stood there before is none to what stands there now.
  const isAnswer = typed.answers !== null && typed.answers === text.trim();
  const found = isAnswer ? typed.found : null;
  const candidates = found?.candidates ?? [];
  const says = [
    isAnswer ? typed.problem : null,
    found === null ? null : preparingWords(found),
    found !== null && candidates.length === 0 ? foundWords(0) : null,
    candidates.length >= most ? `Se muestran las ${most} más parecidas. Escriba algo más para precisar.` : null,
  ].filter((words) => words !== null);
  const itemOf = (candidate: Candidate, one: Candidate['cases'][number] | null): PaletteItem => {
    const nothing = candidate.needsReview ? reviewWords : 'Sin ficha que usted pueda abrir';
    const name = candidate.needsReview ? candidate.name : named(candidate.name);
    return {
      ...{ id: `${candidate.personId} ${one?.caseId ?? ''}`, icon: 'person' },
      ...(isOn ? {} : { below: belowOf(candidate) }),
      ...{ label: name, also: one === null ? nothing : caseOfCandidate(one) },
      run: one === null ? null : () => follow('/casos/$caseId', { caseId: one.caseId }),
      ...(one !== null && { opens: 'Abrir la historia', acts: actsOf(one.caseId) }),
    };
  };
  const items = candidates.flatMap((candidate) =>
    candidate.cases.length === 0 ? [itemOf(candidate, null)] : candidate.cases.map((one) => itemOf(candidate, one)),
  );
  const searchAll = () => {
    handOverQuery(text);
    follow('/buscar');
  };
  return { items, says, type: (next) => may && !isDesk && typed.type(next), searchAll: may ? searchAll : null };
}
