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

/** Replaces withheld texts in every string of the paper; `found` says whether any stood there. */
export function withhold(paper: Paper, texts: readonly string[]): { readonly paper: Paper; readonly found: boolean } {
  const patterns = texts.map(patternOf).filter((pattern) => pattern !== null);
  let found = false;
  const clean = (text: string): string =>
    patterns.reduce((current, pattern) => {
      const next = current.replace(pattern, withheldWords);
      if (next !== current) found = true;
      return next;
    }, text);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'kind' ? part : walk(part)]));
  };
  return { paper: { ...paper, blocks: walk(paper.blocks) as Paper['blocks'] }, found };
}
