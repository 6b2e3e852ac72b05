/**
 * Recidivism is a pair that comes back: she and he are evidence of each other (D37). Names and a told age find most women
 * who return; with the man beside them nearly all.
 */
import { chanceOf, levelOf, priorBitsOf, type MatchLevel } from './compare.ts';

export type PairBits = {
  /** Of the person. */
  readonly own: number;
  /** Of the other one of the same earlier ficha; 0 where nobody stands there. */
  readonly other: number;
  /** With another given name she is his next woman, or her own sister: he makes nobody of two. */
  readonly hasOtherGiven: boolean;
};

/** With nothing of her own that agrees, he alone never makes one woman of two. */
const leastOwn = 2;

/** What counts for the person. Another man beside her says nothing against her: he may have followed the first. */
export function pairBits({ own, other, hasOtherGiven }: PairBits): number {
  return own < leastOwn || hasOtherGiven ? own : own + Math.max(0, other);
}

function levelAmong(bits: PairBits, population: number): MatchLevel | null {
  return levelOf(chanceOf(pairBits(bits) - priorBitsOf(population)));
}

/**
 * Close enough that «Nuevo» has to be asked about: likelier than not that this is the person, among so many. Another given
 * name is mostly a sister: then it takes as much as «probable».
 */
export function isWorthAsking(bits: PairBits, population: number): boolean {
  if (bits.hasOtherGiven) return levelAmong(bits, population) === 'probable';
  return pairBits(bits) > priorBitsOf(population);
}

export function isWorthShowing(bits: PairBits, population: number): boolean {
  return levelAmong(bits, population) !== null;
}
