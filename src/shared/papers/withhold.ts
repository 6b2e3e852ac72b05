/** Last look before a paper leaves: texts under reserve are replaced wherever they stand, however they are spelled. */
import type { Paper } from './blocks.ts';
import { findNames, isInside, type PrivatePerson, type Span } from './private-names.ts';
import { fold } from '../platform/text.ts';

/** A text (number, address, mail) or somebody by any of her names. */
export type Withheld = string | PrivatePerson;

const variants: Readonly<Record<string, string>> = {
  a: '[aáàäâ]',
  e: '[eéèëê]',
  i: '[iíìïî]',
  o: '[oóòöô]',
  u: '[uúùüû]',
  n: '[nñ]',
};

const streetWords = /^(av|avenida|jr|jiron|calle|ca|psje|pje|pasaje|urb|urbanizacion)$/;

function tokens(text: string): string[] {
  const plain = fold(text);
  const all = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  // «Jr. Los Olivos 123» is also «jirón Los Olivos n.º 123»: the kind of street does not count.
  return streetWords.test(all[0] ?? '') && all.length > 2 ? all.slice(1) : all;
}

function tokenPattern(token: string): string {
  if (/^\d{6,}$/.test(token)) return Array.from(token).join('[\\s.-]*');
  return Array.from(token, (letter) => variants[letter] ?? letter).join('');
}

function patternOf(text: string): RegExp | null {
  const parts = tokens(text).filter((token) => token !== 'n' && token !== 'nro' && token !== 'no');
  if (parts.join('').length < 4) return null;
  const between = '(?:[\\s\\p{P}º°]|n\\.?[º°]?|nro\\.?)*';
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.map(tokenPattern).join(between)}(?![\\p{L}\\p{N}])`, 'giu');
}

export const withheldWords = '[dato en reserva]';

function spansOf(text: string, patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ from: index, to: index + length })),
  );
}

/** Each span replaced by what `by` makes of it; of two that overlap the first and longer one. */
export function replaceSpans<Found extends Span>(
  text: string,
  spans: readonly Found[],
  by: (found: string, span: Found) => string,
): string {
  let [result, at] = ['', 0];
  for (const span of spans.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    if (span.from >= at) result += text.slice(at, span.from) + by(text.slice(span.from, span.to), span);
    at = Math.max(at, span.to);
  }
  return result + text.slice(at);
}

const patternsOf = (texts: readonly string[]) => texts.map(patternOf).filter((pattern) => pattern !== null);

/** Where something withheld stands in a text. `names`: as for `withhold`. */
export function findWithheld(withheld: readonly Withheld[], names: readonly string[]): (text: string) => Span[] {
  const texts = patternsOf(withheld.filter((one) => typeof one === 'string'));
  const standing = patternsOf(names);
  const persons = findNames(
    withheld.filter((one) => typeof one !== 'string'),
    names,
  );
  return (text) => {
    const kept = spansOf(text, standing);
    return [...spansOf(text, texts).filter((span) => !kept.some((one) => isInside(span, one))), ...persons(text)];
  };
}

/** Replaces what is withheld wherever it stands in a text, each by what `by` makes of it. */
export function replaceTexts(
  withheld: readonly Withheld[],
  names: readonly string[],
  by: (found: string) => string,
): (text: string) => string {
  const find = findWithheld(withheld, names);
  return (text) => replaceSpans(text, find(text), by);
}

const isSubject = (value: object) => 'isSubject' in value && value.isSubject === true;

/** Every string of the paper through `clean`; whom the paper is about (`isSubject`) stays as she is. */
export function eachText(paper: Paper, clean: (text: string) => string): Paper {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object' || isSubject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'kind' ? part : walk(part)]));
  };
  return { ...paper, blocks: walk(paper.blocks) as Paper['blocks'] };
}

/**
 * Replaces what is withheld in every string of the paper; `found` says whether any stood there. `names`: whole names
 * that may stand although a withheld one is part of them, as a son named after his father.
 */
export function withhold(
  paper: Paper,
  withheld: readonly Withheld[],
  names: readonly string[] = [],
): { readonly paper: Paper; readonly found: boolean } {
  let found = false;
  const clean = replaceTexts(withheld, names, () => {
    found = true;
    return withheldWords;
  });
  return { paper: eachText(paper, clean), found };
}
