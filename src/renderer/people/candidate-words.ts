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

export function caseOfCandidate({ number, role }: Candidate['cases'][number]): string {
  return `Ficha ${number}, ${roleWords[role]}`;
}
