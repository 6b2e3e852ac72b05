const coordination = 'Coordinación';

/** Who may say who somebody is, by their roles: to Coordinación itself, another person of it. */
export function reviewerWords(reviewers: readonly string[], isCoordination: boolean): string {
  const words = reviewers.map((role) => (isCoordination && role === coordination ? `otra persona de ${role}` : role));
  return words.join(' o ');
}
