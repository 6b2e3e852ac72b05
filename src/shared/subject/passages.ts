/**
 * What people wrote, sentence by sentence: one that tells of somebody else is withheld until a professional lets it stand.
 * Finding too much costs a look; finding too little costs a person.
 */
import { findSchools, findWithheld, type Span } from '../papers/index.ts';
import { plainName } from '../people/index.ts';
import { withLetters } from '../privacy/index.ts';
import { tellsOf } from '../safety/index.ts';
import type { FindingKind } from './codes.ts';
import { knownWithin, type Other } from './spellings.ts';
import { strangers, wordsOf, type NameSets } from './strangers.ts';

/** Whose words: in her own the man she denounced may be named, since she named him. */
export type Source = 'hers' | 'staff';

/** Everybody and everything that may not be told, and what is hers. */
export type Secrets = {
  readonly others: readonly Other[];
  /** Shelters, telephones of the staff and of others: they never stand. */
  readonly closed: readonly string[];
  readonly ownNames: readonly string[];
  /** Her documents, telephones, mail and address. */
  readonly ownTexts: readonly string[];
  /** Words that name nobody here: of the centre, of the place where she lives. */
  readonly calm?: readonly string[];
  readonly names?: NameSets;
  /** Words that more than one of her texts has in small letters. */
  readonly seen?: ReadonlySet<string>;
  /** Telephones, mail and address of hers that are not safe on a paper: they never stand. */
  readonly unsafe?: readonly string[];
};

export type Finding = Span & { readonly kind: FindingKind; readonly who: string | null };

/** A sentence with what was found in it. `isClosed`: nobody can let it stand. */
export type Piece = { readonly text: string; readonly findings: readonly Finding[]; readonly isClosed: boolean };

/** Every word with a capital, at its place: people write names without. */
const inCapitals = (text: string) =>
  text.replace(/\p{L}+/gu, (word) => word.charAt(0).toLocaleUpperCase('es') + word.slice(1));

const numbers = /(?<![\d/])\d(?:[\s.·-]{0,2}\d){5,}(?![\d/])/g;
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

const overlap = (one: Span, other: Span) => one.from < other.to && other.from < one.to;
const nobody = { phrases: [], names: [], staff: [], texts: [] };
const noNames: NameSets = { given: new Set(), surnames: new Set() };
const bareOf = (texts: readonly string[]) => texts.flatMap((text) => wordsOf(text).map(({ bare }) => bare));

type Find = (text: string, source: Source) => Finding[];
const finders = new WeakMap<Secrets, Find>();

/** Answers what of a text tells of others; of the same secrets and text it is asked more than once for one copy. */
export function finder(secrets: Secrets): Find {
  const made = finders.get(secrets);
  if (made !== undefined) return made;
  const find = makeFinder(secrets);
  const known = new Map<string, Finding[]>();
  const remembering: Find = (text, source) => {
    const key = `${source} ${text}`;
    const found = known.get(key) ?? find(text, source);
    known.set(key, found);
    return found;
  };
  finders.set(secrets, remembering);
  return remembering;
}

/** Beyond what stands in the record as it is written: hardly named, or nobody whom it knows. */
function makeWide({ others, closed, ownNames, ownTexts, calm = [], names = noNames, seen, unsafe = [] }: Secrets) {
  const ownWords = new Set(bareOf(ownNames));
  // «San Juan de Lurigancho» is a place and Juan a neighbour: a name in the name of a place is quiet only with the rest.
  const isName = (word: string) => names.given.has(word) || names.surnames.has(word);
  const quiet = new Set([...ownWords, ...bareOf([...ownTexts, ...calm]).filter((word) => !isName(word))]);
  const quietPlaces = findWithheld([...ownTexts, ...calm], []);
  const accused = others.filter(({ isAccused }) => isAccused);
  // In her own words he may be named, whatever the program would take him for.
  const his = bareOf(accused.flatMap((one) => one.names));
  const isOwnPlace = (one: string) => ownTexts.some((own) => tellsOf(own, { ...nobody, texts: [one] }));
  const places = [...closed, ...unsafe, ...others.flatMap(({ texts }) => texts)].filter((one) => !isOwnPlace(one));
  const around = { ownWords, quiet, places };
  const notHim = others.filter(({ isAccused }) => !isAccused);
  const strange = {
    staff: strangers(quiet, names, seen),
    hers: strangers(new Set([...quiet, ...his]), names, seen),
  };
  const known = { staff: knownWithin(others, around), hers: knownWithin(notHim, around) };
  const hasChild = others.some(({ isMinor }) => isMinor);
  return (text: string, source: Source, found: readonly Finding[]): Finding[] => {
    // A digit in the place of a letter keeps its place.
    const lettered = withLetters(text);
    const bounds = boundsOf(text);
    const isSame = (one: Finding, other: Finding) =>
      one.kind === 'place' || (other.kind === one.kind && other.who === one.who);
    const more = known[source](lettered, bounds).filter(
      (one) => !found.some((other) => overlap(one, other) && isSame(one, other)),
    );
    const taken = [...found, ...more, ...quietPlaces(text)];
    const starts = bounds.map(({ from }) => from);
    const hints = strange[source](lettered, starts, hasChild).filter(
      (one) => !taken.some((other) => overlap(one, other)),
    );
    return [...more, ...hints.map((one) => ({ ...one, who: null }))];
  };
}

function makeFinder(secrets: Secrets): Find {
  const { others, closed, ownNames, ownTexts, unsafe = [] } = secrets;
  const wide = makeWide(secrets);
  const shut = findWithheld([...closed, ...others.flatMap(({ texts }) => texts)], []);
  const guarded = findWithheld(unsafe, []);
  const byOther = others.map((other) => ({
    other,
    find: findWithheld([{ ...other, isMinor: other.isByWhole !== true }], ownNames),
  }));
  const shapes = makeShapes(ownTexts);
  const hasChild = others.some(({ isMinor }) => isMinor);
  return (text, source) => {
    const capital = inCapitals(text);
    const hers = guarded(text);
    const found: Finding[] = [
      ...shut(text).map((span) => ({ ...span, kind: 'datum' as const, who: null })),
      ...hers.map((span) => ({ ...span, kind: 'unsafe' as const, who: null })),
      ...shapes(text).filter((one) => !hers.some((span) => overlap(one, span))),
    ];
    for (const { other, find } of byOther) {
      if (source === 'hers' && other.isAccused) continue;
      found.push(...find(capital).map(({ from, to }) => ({ from, to, kind: 'name' as const, who: other.who })));
    }
    if (hasChild) found.push(...findSchools(text).map((span) => ({ ...span, kind: 'school' as const, who: null })));
    return [...found, ...wide(text, source, found)];
  };
}

/** What has the shape of a number, mail or street and is not hers. */
function makeShapes(ownTexts: readonly string[]): (text: string) => Finding[] {
  const ownNumbers = new Set(ownTexts.map(digitsOf).filter((digits) => digits.length > 5));
  const ownMails = new Set(ownTexts.map((text) => plainName(text)));
  const ownPlaces = findWithheld(ownTexts, []);
  const of = (kind: FindingKind, found: ReturnType<typeof spansBy>): Finding[] =>
    found.map(({ span }) => ({ ...span, kind, who: null }));
  return (text) => {
    const own = ownPlaces(text);
    return [
      ...of(
        'number',
        spansBy(text, numbers).filter(({ found }) => !ownNumbers.has(digitsOf(found)) && !isDay(found)),
      ),
      ...of(
        'mail',
        spansBy(text, mails).filter(({ found }) => !ownMails.has(plainName(found))),
      ),
      ...of(
        'place',
        spansBy(text, street).filter(({ span }) => !own.some(({ from, to }) => from <= span.to && span.from <= to)),
      ),
    ];
  };
}

const closing: ReadonlySet<FindingKind> = new Set(['datum', 'school', 'unsafe']);

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
