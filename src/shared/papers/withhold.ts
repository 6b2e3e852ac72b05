/** Last look before a paper leaves: texts under reserve are replaced wherever they stand, however they are spelled. */
import type { Paper } from './blocks.ts';

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
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
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

type Span = { readonly from: number; readonly to: number };

function spansOf(text: string, patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ from: index, to: index + length })),
  );
}

/** Part of a longer name that may stand; of two equal names nobody can tell which of the two is meant. */
function isPartOf(span: Span, names: readonly Span[]): boolean {
  const length = span.to - span.from;
  return names.some(({ from, to }) => from <= span.from && span.to <= to && length < to - from);
}

function replaced(text: string, spans: readonly Span[], by: (found: string) => string): string {
  let [result, at] = ['', 0];
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    if (from >= at) result += text.slice(at, from) + by(text.slice(from, to));
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

const patternsOf = (texts: readonly string[]) => texts.map(patternOf).filter((pattern) => pattern !== null);

/**
 * Replaces `texts` wherever they stand in a text, as `withhold` finds them, each by what `by` makes of it. `names`: as
 * for `withhold`.
 */
export function replaceTexts(
  texts: readonly string[],
  names: readonly string[],
  by: (found: string) => string,
): (text: string) => string {
  const [withheld, standing] = [patternsOf(texts), patternsOf(names)];
  return (text) => {
    const kept = spansOf(text, standing);
    return replaced(
      text,
      spansOf(text, withheld).filter((span) => !isPartOf(span, kept)),
      by,
    );
  };
}

const isSubject = (value: object) => 'isSubject' in value && value.isSubject === true;

/**
 * Replaces withheld texts in every string of the paper; `found` says whether any stood there. `names`: whole names that
 * may stand although a withheld one is part of them, as a son named after his father.
 */
export function withhold(
  paper: Paper,
  texts: readonly string[],
  names: readonly string[] = [],
): { readonly paper: Paper; readonly found: boolean } {
  let found = false;
  const clean = replaceTexts(texts, names, () => {
    found = true;
    return withheldWords;
  });
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object' || isSubject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'kind' ? part : walk(part)]));
  };
  return { paper: { ...paper, blocks: walk(paper.blocks) as Paper['blocks'] }, found };
}
