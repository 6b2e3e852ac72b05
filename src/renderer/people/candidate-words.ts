/** What a card and a line of the list say of a person who was found. */
import type { Candidate } from '../../shared/people/index.ts';

const roleWords = {
  user: 'persona usuaria',
  aggressor: 'presunta persona agresora',
  related: 'otra persona de la ficha',
} as const;

export const reviewWords = 'Hay una coincidencia que solo Coordinación puede revisar. Avísele antes de continuar.';

export function candidateFacts({ birthYear, district, lastVisitYear }: Candidate): string[] {
  return [
    birthYear === null ? null : `nació en ${birthYear}`,
    district,
    lastVisitYear === null ? null : `última visita en ${lastVisitYear}`,
  ].filter((fact) => fact !== null);
}

/** Two of one name are told apart by their fichas, or else by what is shown of them. */
/** @param named how a name is written for who reads along */
export function nameApart(candidate: Candidate, named: (name: string) => string): string {
  const numbers = candidate.cases.map(({ number }) => number);
  const facts = numbers.length > 0 ? [`ficha ${numbers.join(', ')}`] : candidateFacts(candidate);
  return [named(candidate.name), ...facts].join(', ');
}

export function caseOfCandidate({ number, role }: Candidate['cases'][number]): string {
  return `Ficha ${number}, ${roleWords[role]}`;
}
