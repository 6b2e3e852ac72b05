/** How likely a match is before anything is compared, read from the comparisons of one file (no label is read). */
import { probabilityAt, type Weight } from './compare.ts';

/** Comparisons of a file: those worth weighing, and how many there are in all. */
export type Comparisons = { readonly weights: readonly Weight[]; readonly all: number };

const mostRounds = 60;
const stillMoves = 0.001;

/**
 * One match among so many comparisons: the one parameter of the model that a file may set, by expectation and
 * maximisation (Dempster, Laird and Rubin 1977) with every weight held. Begins with one match a record.
 *
 * At least one match is assumed among all comparisons, so that a file without any still has an answer.
 */
export function estimatePopulation({ weights, all }: Comparisons, records: number): number {
  let population = Math.max(2, records);
  for (let round = 0; round < mostRounds; round += 1) {
    const expected = weights.reduce((sum, weight) => sum + probabilityAt(weight, population), 0);
    const next = Math.max(2, all / Math.max(1, expected));
    const moved = Math.abs(next - population) / population;
    population = next;
    if (moved < stillMoves) break;
  }
  return population;
}
