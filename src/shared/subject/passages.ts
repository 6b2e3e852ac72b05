/**
 * What people wrote, sentence by sentence: one that tells of somebody else is withheld until a professional lets it stand.
 * Finding too much costs a look; finding too little costs a person.
 */
import { findSchools, findWithheld, type PrivatePerson, type Span } from '../papers/index.ts';
import { plainName } from '../people/index.ts';
import type { FindingKind } from './codes.ts';

/** Whose words: in her own the man she denounced may be named, since she named him. */
export type Source = 'hers' | 'staff';

/** Somebody who is not the user. */
export type Other = PrivatePerson & {
  readonly isAccused: boolean;
  /** One part of the name is no finding: of the staff, whose names are many and no secret of a case. */
  readonly isByWhole?: true;
  /** Documents, telephones, mails and places: they never stand. */
  readonly texts: readonly string[];
};

/** Everybody and everything that may not be told, and what is hers. */
export type Secrets = {
  readonly others: readonly Other[];
  /** Shelters, telephones of the staff and of others: they never stand. */
  readonly closed: readonly string[];
  /** Her names, whole. */
  readonly ownNames: readonly string[];
  /** Her documents, telephones, mail and address. */
  readonly ownTexts: readonly string[];
};

export type Finding = Span & { readonly kind: FindingKind; readonly who: string | null };

/** A sentence with what was found in it. `isClosed`: nobody can let it stand. */
export type Piece = { readonly text: string; readonly findings: readonly Finding[]; readonly isClosed: boolean };

/** Every word with a capital, at its place: people write names without. */
const inCapitals = (text: string) =>
  text.replace(/\p{L}+/gu, (word) => word.charAt(0).toLocaleUpperCase('es') + word.slice(1));

const numbers = /(?<![\d/])\d(?:[ .·-]{0,2}\d){5,}(?![\d/])/g;
const mails = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const street =
  /(?<!\p{L})(?:av|avenida|jr|jirón|jiron|calle|psje|pasaje|mz|manzana|lote|urb|urbanización|asentamiento humano|aa\.?\s?hh)(?!\p{L})\.?\s+[\p{L}\d]/giu;

const digitsOf = (text: string) => text.replace(/\D/g, '');
const isDay = (found: string) => /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[.-]\d{1,2}[.-]\d{4})$/.test(found);

function spansBy(text: string, pattern: RegExp): { readonly span: Span; readonly found: string }[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    span: { from: index, to: index + found.length },
    found,
  }));
}

/** Answers what of a text tells of others. */
export function finder({ others, closed, ownNames, ownTexts }: Secrets) {
  const shut = findWithheld([...closed, ...others.flatMap(({ texts }) => texts)], []);
  const byOther = others.map((other) => ({
    other,
    find: findWithheld([{ ...other, isMinor: other.isByWhole !== true }], ownNames),
  }));
  const ownNumbers = new Set(ownTexts.map(digitsOf).filter((digits) => digits.length > 5));
  const ownMails = new Set(ownTexts.map((text) => plainName(text)));
  const ownPlaces = findWithheld(ownTexts, []);
  const hasChild = others.some(({ isMinor }) => isMinor);
  return (text: string, source: Source): Finding[] => {
    const capital = inCapitals(text);
    const found: Finding[] = shut(text).map((span) => ({ ...span, kind: 'datum', who: null }));
    for (const { other, find } of byOther) {
      if (source === 'hers' && other.isAccused) continue;
      found.push(...find(capital).map(({ from, to }) => ({ from, to, kind: 'name' as const, who: other.who })));
    }
    for (const one of spansBy(text, numbers)) {
      if (!ownNumbers.has(digitsOf(one.found)) && !isDay(one.found))
        found.push({ ...one.span, kind: 'number', who: null });
    }
    for (const one of spansBy(text, mails))
      if (!ownMails.has(plainName(one.found))) found.push({ ...one.span, kind: 'mail', who: null });
    const own = ownPlaces(text);
    for (const { span } of spansBy(text, street))
      if (!own.some(({ from, to }) => from <= span.to && span.from <= to))
        found.push({ ...span, kind: 'place', who: null });
    if (hasChild) found.push(...findSchools(text).map((span) => ({ ...span, kind: 'school' as const, who: null })));
    return found;
  };
}

const closing: ReadonlySet<FindingKind> = new Set(['datum', 'school']);

/** Ends of sentences and lines; what is found over such an end belongs to both. */
function boundsOf(text: string): Span[] {
  const ends = Array.from(text.matchAll(/[.!?…]+["»”’)]*\s+|\n+/g), ({ index, 0: { length } }) => index + length);
  const starts = [0, ...ends];
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? text.length })).filter(({ from, to }) => to > from);
}

export function piecesOf(text: string, find: (text: string) => readonly Finding[]): Piece[] {
  const found = find(text);
  return boundsOf(text).map(({ from, to }) => {
    const findings = found.filter((one) => one.from < to && from < one.to);
    return { text: text.slice(from, to), findings, isClosed: findings.some(({ kind }) => closing.has(kind)) };
  });
}

const withheldSentence = '[frase en reserva]';

/** As it is printed: what is withheld says so once, however many sentences follow each other. */
export function printedText(pieces: readonly Piece[], stands: (piece: Piece) => boolean): string {
  let printed = '';
  for (const piece of pieces) {
    if (piece.findings.length === 0 || stands(piece)) printed += piece.text;
    else if (!printed.trimEnd().endsWith(withheldSentence)) printed += `${withheldSentence} `;
  }
  return printed.trim();
}
