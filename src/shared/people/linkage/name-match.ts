/** How well two names agree: same, written otherwise, a typing error, a nickname, an initial, joined words. */
import type { NamePart, Word } from './facts.ts';
import { jaroWinkler, typingErrors } from './jaro-winkler.ts';
import { bitsOf, matchModel } from './weights.ts';

export type WordLevel = 'same' | 'spelling' | 'near' | 'nickname' | 'close' | 'initial' | 'different';

/** Share of people with the name of this key. */
export type Frequency = (key: string) => number;

/** One wrong letter in a word of four or more; the closeness first, because it is cheap to rule out. */
function isSlip(a: string, b: string, closeness: number): boolean {
  if (closeness >= 0.93) return true;
  return closeness >= 0.75 && Math.min(a.length, b.length) >= 4 && typingErrors(a, b, 1) <= 1;
}

function isShortened(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

function closenessLevel(a: string, b: string): WordLevel {
  if (a.replaceAll('Ñ', 'N') === b.replaceAll('Ñ', 'N')) return 'near';
  const closeness = jaroWinkler(a, b);
  if (isSlip(a, b, closeness)) return 'near';
  return closeness >= 0.87 || isShortened(a, b) ? 'close' : 'different';
}

/** Whether one is what the other is called. */
function isNickname(one: Word, other: Word): boolean {
  return one.formal.includes(other.key) || other.formal.includes(one.key);
}

export function wordLevel(one: Word, other: Word): WordLevel {
  const [a, b] = [one.plain, other.plain];
  if (a === b) return 'same';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'different';
  if (one.key === other.key) return 'spelling';
  return isNickname(one, other) ? 'nickname' : closenessLevel(a, b);
}

/** Bits of a level; of two frequencies the commoner counts, and a weaker level never weighs more than a stronger one. */
export function wordBits(level: WordLevel, keys: readonly [string, string], frequency: Frequency): number {
  const { name } = matchModel;
  const common = Math.max(frequency(keys[0]), frequency(keys[1]));
  const same = bitsOf({ m: name.same.m, u: common });
  const spelling = Math.min(same, bitsOf({ m: name.spelling.m, u: common * name.spelling.ofFrequency }));
  const near = Math.min(spelling, bitsOf(name.near));
  const nickname = Math.min(near, bitsOf(name.nickname));
  const close = Math.min(near, bitsOf(name.close));
  const bits = { same, spelling, near, nickname, close, initial: Math.min(close, bitsOf(name.initial)) };
  return level === 'different' ? bitsOf(name.different) : bits[level];
}

export type PartMatch = {
  readonly bits: number;
  /** `none` = both are known and nothing agrees. */
  readonly agreement: 'all' | 'some' | 'none';
  readonly level: WordLevel;
  /** Written joined in one and apart in the other. */
  readonly isJoined: boolean;
  /** Words that agree without being the same, as shown. */
  readonly variants: readonly (readonly [string, string])[];
};

type Pairing = { readonly level: WordLevel; readonly bits: number; readonly one: number; readonly other: number };

function discounted(bits: readonly number[]): number {
  const { furtherWords } = matchModel;
  return bits
    .toSorted((a, b) => b - a)
    .reduce((sum, value, at) => sum + value * (furtherWords[at] ?? furtherWords[3]), 0);
}

/** Bits that no name of anybody exceeds against this one: every word the same. */
export function mostOfPart(part: NamePart | null, frequency: Frequency): number {
  if (part === null) return 0;
  return discounted(part.words.map(({ key }) => wordBits('same', [key, key], frequency)));
}

type Parts = readonly [NamePart, NamePart];

/** Whole names that are equal once joined: «Mari Bel» and «Maribel», «Kispe» and «Quispe». */
function joinedMatch(level: WordLevel, [one, other]: Parts, frequency: Frequency): PartMatch | null {
  const isWhole = level === 'same' || level === 'spelling';
  const isJoined = one.words.length !== other.words.length;
  if (!isWhole && !(isJoined && level === 'near')) return null;
  const bitsOfSide = (part: NamePart) =>
    discounted(part.words.map((word) => wordBits(level, [word.key, word.key], frequency)));
  // The cautious side: «Mari Bel» are two rare words, «Maribel» is one common name.
  const bits = Math.min(bitsOfSide(one), bitsOfSide(other));
  const variants = level === 'same' && !isJoined ? [] : [[one.shown, other.shown] as const];
  return { bits, agreement: 'all', level, isJoined, variants };
}

function pairings(joined: WordLevel, [one, other]: Parts, frequency: Frequency): Pairing[] {
  const all: Pairing[] = [];
  const isOneWord = one.words.length === 1 && other.words.length === 1;
  for (const [at, a] of one.words.entries()) {
    for (const [there, b] of other.words.entries()) {
      const level = isOneWord ? joined : wordLevel(a, b);
      if (level === 'different') continue;
      all.push({ level, bits: wordBits(level, [a.key, b.key], frequency), one: at, other: there });
    }
  }
  const taken: Pairing[] = [];
  // Ties in an order that does not depend on which side is which.
  const name = (pairing: Pairing) =>
    [one.words[pairing.one]?.plain ?? '', other.words[pairing.other]?.plain ?? ''].toSorted().join(' ');
  for (const pairing of all.toSorted((x, y) => y.bits - x.bits || (name(x) < name(y) ? -1 : 1))) {
    if (!taken.some((before) => before.one === pairing.one || before.other === pairing.other)) taken.push(pairing);
  }
  return taken;
}

const ranks: readonly WordLevel[] = ['different', 'initial', 'close', 'nickname', 'near', 'spelling', 'same'];

/** Two names of the same field; null when one is not known. */
export function matchPart(one: NamePart | null, other: NamePart | null, frequency: Frequency): PartMatch | null {
  if (one === null || other === null) return null;
  const joined = wordLevel(one.joined, other.joined);
  const whole = joinedMatch(joined, [one, other], frequency);
  if (whole !== null) return whole;
  const pairs = pairings(joined, [one, other], frequency);
  const none = { bits: bitsOf(matchModel.name.different), isJoined: false, variants: [] } as const;
  if (pairs.length === 0) return { ...none, agreement: 'none', level: 'different' };
  const extra = [one.words.length > pairs.length, other.words.length > pairs.length];
  const { extraWords } = matchModel;
  const missing = extra.every(Boolean) ? extraWords.bothSides : extra.some(Boolean) ? extraWords.oneSide : 0;
  const weakest = pairs.map((pair) => pair.level).toSorted((a, b) => ranks.indexOf(a) - ranks.indexOf(b))[0];
  const shown = (part: NamePart, at: number) => (part.words.length === 1 ? part.shown : titled(part.words[at]));
  return {
    bits: Math.max(none.bits, discounted(pairs.map((pair) => pair.bits)) + missing),
    agreement: extra.some(Boolean) ? 'some' : 'all',
    level: weakest ?? 'different',
    isJoined: false,
    variants: pairs
      .filter((pair) => pair.level !== 'same')
      .map((pair) => [shown(one, pair.one), shown(other, pair.other)] as const),
  };
}

export function titled(word: Word | undefined): string {
  const plain = word?.plain ?? '';
  return plain.slice(0, 1) + plain.slice(1).toLowerCase();
}
