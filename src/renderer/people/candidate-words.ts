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
export function nameApart(candidate: Candidate): string {
  const numbers = candidate.cases.map(({ number }) => number);
  return [candidate.name, ...(numbers.length > 0 ? [`ficha ${numbers.join(', ')}`] : candidateFacts(candidate))].join(
    ', ',
  );
}

export function caseOfCandidate({ number, role }: Candidate['cases'][number]): string {
  return `Ficha ${number}, ${roleWords[role]}`;
}
