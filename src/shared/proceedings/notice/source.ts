/** The text of a notice as it is searched: bounded, with its lines, and a folded copy of the same length. */
import { cleanText } from '../../platform/text.ts';

/** More than a notice ever has; what is longer keeps its beginning, where it is named, and its end, where it decides. */
export const noticeLimits = { head: 80_000, tail: 40_000, pages: 60, quote: 160 } as const;

/** Beginning and end of a text that is too long. */
export function boundedText(given: string): string {
  const { head, tail } = noticeLimits;
  return given.length <= head + tail ? given : `${given.slice(0, head)}\n\n${given.slice(-tail)}`;
}

export type Source = {
  /** As it reads, lines kept. */
  readonly text: string;
  /** Letter by letter the same without accents and capitals: a place found here is the same place in `text`. */
  readonly plain: string;
};

/** One unit for one unit, so that places stay the same. */
const folded = (unit: string): string => unit.normalize('NFD').charAt(0);

export function plainOf(text: string): string {
  // oxlint-disable-next-line no-control-regex -- everything beyond ASCII
  return text.replace(/[^\u0000-\u007f]/g, folded).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** A word cut at the end of its line; the hyphen of a number or of a name stays. */
const cutWord = /(?<![\p{L}\d-])(\p{L}{2,})-\n(\p{L}{2,})(?![\p{L}\d-])/gu;
const cutTitles: ReadonlySet<string> = new Set(['resolucion', 'numero', 'disposicion', 'providencia', 'resuelve']);

function joined(whole: string, head: string, tail: string): string {
  const isSmall = /^\p{Ll}/u.test(tail);
  return isSmall || cutTitles.has(plainOf(head + tail)) ? head + tail : whole;
}

export function sourceOf(given: string): Source {
  const text = cleanText(boundedText(given).replace(/\f/g, '\n'))
    .replace(/\u00ad/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(cutWord, joined)
    .replace(/\n{3,}/g, '\n\n');
  return { text, plain: plainOf(text) };
}

export type Piece = { readonly start: number; readonly end: number };

/** What a value was read from, on one line. */
export function quoteOf({ text }: Source, { start, end }: Piece): string {
  const whole = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return whole.length <= noticeLimits.quote ? whole : `${whole.slice(0, noticeLimits.quote - 1)}…`;
}

export function around({ plain }: Source, { start, end }: Piece): { readonly before: string; readonly after: string } {
  const next = plain.indexOf('\n', end);
  return {
    before: plain.slice(plain.lastIndexOf('\n', start - 1) + 1, start).trim(),
    after: plain.slice(end, next === -1 ? undefined : next).trim(),
  };
}

export type Hit<T> = Piece & { readonly value: T };

export type Told<T> = { readonly value: T; readonly from: string };
/** `several`: two different values stand there, none is chosen. Null: not found. */
export type Read<T> =
  | ({ readonly kind: 'found' } & Told<T>)
  | { readonly kind: 'several'; readonly values: Told<T>[] }
  | null;

/** The one value that was read; null when none, or several. */
export const foundValue = <T>(read: Read<T>): T | null => (read?.kind === 'found' ? read.value : null);

const mostValues = 4;

/** One value however often it is repeated; several where they differ by `keyOf`. */
export function readOf<T>(source: Source, hits: readonly Hit<T>[], keyOf: (value: T) => string): Read<T> {
  const byKey = new Map<string, Hit<T>>();
  for (const hit of hits) if (!byKey.has(keyOf(hit.value))) byKey.set(keyOf(hit.value), hit);
  const told = [...byKey.values()]
    .slice(0, mostValues)
    .map((hit) => ({ value: hit.value, from: quoteOf(source, hit) }));
  const [only, another] = told;
  if (only === undefined) return null;
  return another === undefined ? { kind: 'found', ...only } : { kind: 'several', values: told };
}

/** Every place where a pattern stands, at most 400: a text made to repeat itself costs no more. */
export function placesOf({ plain }: Pick<Source, 'plain'>, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of plain.matchAll(pattern)) {
    found.push(match);
    if (found.length === 400) break;
  }
  return found;
}

export const pieceOf = (match: RegExpExecArray): Piece => ({ start: match.index, end: match.index + match[0].length });
