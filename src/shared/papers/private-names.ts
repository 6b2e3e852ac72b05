/**
 * Finds persons in a text by their names, whatever the spelling: accents, capitals, «Koillur» for «Qoyllur», names turned
 * round, any two names out of four. Never a judgement on who somebody is: of two equal names nobody can tell.
 */
import { nameRules, plainName, wordKey } from '../people/index.ts';
import { capital } from '../platform/capital.ts';

/** Somebody whom a paper may tell of by initials at most. */
export type PrivatePerson = {
  /** What she is to the case, as the lawyer is told: «testigo». */
  readonly who: string;
  /** Every name she is called by, whole; the first is her own. */
  readonly names: readonly string[];
  /** Of a minor one name alone tells too much («Qoyllur»); of an adult two beside each other. */
  readonly isMinor: boolean;
};

/** What somebody under age is to the case, where nothing nearer is known. */
export const minorWords = 'niña, niño o adolescente';

export type Span = { readonly from: number; readonly to: number };

type Word = Span & {
  /** In capitals, without accents, N for Ñ. */
  readonly bare: string;
  /** Equal for spellings of one name. */
  readonly key: string;
  readonly isCapital: boolean;
};

const particles: ReadonlySet<string> = new Set(nameRules.particles);
const isParticle = ({ bare }: Word) => particles.has(bare);
/** Words that only name somebody together with the next one: «Santa Cruz». */
const joined: ReadonlySet<string> = new Set(['DO', 'SAN', 'SANTA', 'SANTO']);

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu), ({ 0: found, index }) => {
    const plain = plainName(found);
    return {
      from: index,
      to: index + found.length,
      bare: plain.replaceAll('Ñ', 'N'),
      key: wordKey(plain),
      isCapital: /^\p{Lu}/u.test(found),
    };
  });
}

type Piece = readonly Word[];

/** «Rosa de la Cruz Pérez» → «Rosa», «Cruz», «Pérez»; «Santa» stays with «Cruz». */
function unitsOf(name: string): Piece[] {
  const units: Word[][] = [[]];
  for (const word of wordsIn(name)) {
    if (isParticle(word)) continue;
    units.at(-1)?.push(word);
    if (!joined.has(word.bare)) units.push([]);
  }
  return units.filter((unit) => unit.length > 0);
}

/** Longer than this nobody is called: then only parts that follow each other make a pair. */
const mostUnits = 6;

/** Two parts in the order of the name, whatever stands between them there: «Rosa Quispe» of Rosa María Huamán Quispe. */
function pairsOf(units: readonly Piece[]): Piece[] {
  const reach = units.length > mostUnits ? 1 : units.length;
  return units.flatMap((unit, at) => units.slice(at + 1, at + 1 + reach).map((next) => [...unit, ...next]));
}

/** A name as it may stand in a sentence: whole, two of its parts; of a minor each part. */
function piecesOf(name: string, isMinor: boolean): Piece[] {
  const units = unitsOf(name);
  return [units.flat(), ...pairsOf(units), ...(isMinor ? units : [])].filter((piece) => piece.length > 0);
}

/** What may stand: also with the surname first, as lists have it. */
function allowedPieces(name: string): Piece[] {
  return [...piecesOf(name, true), ...pairsOf(unitsOf(name).toReversed())];
}

const isSameWord = (one: Word | undefined, other: Word) =>
  one !== undefined && (one.bare === other.bare || one.key === other.key);

const isSamePiece = (one: Piece, other: Piece) =>
  one.length === other.length && one.every((word, at) => isSameWord(other[at], word));

/** One word alone is a name by its capital; a short one has too many that sound alike («Luz», «Los»). */
function isNameAlone(found: Word, word: Word): boolean {
  if (!found.isCapital || isParticle(found) || word.bare.length < 3) return false;
  return found.bare === word.bare || word.bare.length > 4;
}

function standsAt(words: readonly Word[], start: number, piece: Piece): Span | null {
  let at = start;
  for (const [index, word] of piece.entries()) {
    if (index > 0) at = words.findIndex((one, place) => place > at && !isParticle(one));
    const found = words[at];
    if (found === undefined || !isSameWord(found, word)) return null;
    if (piece.length === 1 && !isNameAlone(found, word)) return null;
  }
  return { from: words[start]?.from ?? 0, to: words[at]?.to ?? 0 };
}

/** Part of a longer span. */
export const isInside = (span: Span, { from, to }: Span) =>
  from <= span.from && span.to <= to && span.to - span.from < to - from;

type NamedSpan = Span & { readonly person: PrivatePerson };

/**
 * Where these persons are named in a text, longest first, never twice at one place.
 *
 * @param standing whole names that may stand: what somebody shares with them is left, as a son named after his father
 * @param least words that must stand together
 */
export function findNames(
  persons: readonly PrivatePerson[],
  standing: readonly string[],
  least = 1,
): (text: string) => NamedSpan[] {
  const allowed = standing.flatMap(allowedPieces);
  const whole = standing.map((name) => unitsOf(name).flat()).filter((piece) => piece.length > 0);
  const sought = persons.flatMap((person) =>
    person.names
      .flatMap((name) => piecesOf(name, person.isMinor))
      .filter((piece) => piece.length >= least && !allowed.some((one) => isSamePiece(one, piece)))
      .map((piece) => ({ person, piece })),
  );
  return (text) => {
    if (sought.length === 0) return [];
    const words = wordsIn(text);
    const kept = words
      .flatMap((_word, at) => whole.map((piece) => standsAt(words, at, piece)))
      .filter((one) => one !== null);
    const found = words.flatMap((word, at) =>
      sought.flatMap(({ person, piece }) => {
        if (!isSameWord(piece[0], word)) return [];
        const span = standsAt(words, at, piece);
        return span === null || kept.some((one) => isInside(span, one)) ? [] : [{ ...span, person }];
      }),
    );
    const longest = found.toSorted((one, other) => one.from - other.from || other.to - one.to);
    return longest.reduce<NamedSpan[]>((all, one) => (one.from < (all.at(-1)?.to ?? 0) ? all : [...all, one]), []);
  };
}

/** First letters with points: «A. B. C.» (S5); particles in small letters are left out. */
export function initialsOf(names: string): string {
  const parts = names.split(/[\s-]+/);
  const letters = (words: readonly string[]) =>
    words
      .filter((part) => /^\p{Lu}/u.test(part))
      .map((part) => `${String.fromCodePoint(part.codePointAt(0) ?? 0)}.`)
      .join(' ');
  return letters(parts) || letters(parts.map((part) => part.toLocaleUpperCase('es')));
}

const asWritten = (words: string) => [words, capital(words), words.toLocaleUpperCase('es')].join('|');
const kinds = ['institución educativa', 'institucion educativa', 'colegio', 'escuela', 'jardín', 'jardin', 'pronoei'];
const more = '(?:\\s+(?:de niños|de niñas|infantil|inicial|privada|particular|estatal|Inicial|Privada|Particular))?';
const profession = '(?!\\s+(?:de\\s+)?(?:[Aa]bog|[Pp]sic|[Mm][ée]dic|[Pp]rofes|[Nn]otar|[Pp]olic|[Tt]rabajad))';
const number = '(?:(?:N\\.?\\s?[º°]?|[Nn]ro\\.?|[Nn]úmero)\\s?)?\\d[\\d-]*';
const quoted = '«[^»]+»|"[^"]+"|“[^”]+”';
const called = '\\p{Lu}[\\p{L}’]+(?:\\s+(?:(?:de|del|la|las|los|y)\\s+)*(?:\\p{Lu}[\\p{L}’]+|\\d+))*';
const numbered = `${number}(?:\\s+(?:${quoted}|${called}))?`;

/** A school with its number or its name: where a child can be found (S3). A professional college is none. */
const school = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${kinds.map(asWritten).join('|')})${profession}${more}\\s+(?:${numbered}|${quoted}|${called})` +
    `|I\\.?E\\.?(?:I\\.?|P\\.?)?\\s+(?:${numbered}|${quoted}|${called})` +
    `|(?:I\\. E\\.|C\\.?E\\.?I\\.?)\\s+(?:${numbered}|${quoted}))`,
  'gu',
);

export function findSchools(text: string): Span[] {
  return Array.from(text.matchAll(school), ({ 0: found, index }) => ({ from: index, to: index + found.length }));
}
