/**
 * Which persons of the record may be the one asked for: a ranking with reasons, never a merge.
 *
 * First simple form: fixed points, read out as sentences. The key joins the spellings of one name that are
 * written in Peru (Spanish, Quechua, Aymara); English phonetic keys miss half of them.
 */
import type { PartialDate } from '../platform/dates.ts';
import { dniForMatching, normalizeDocumentNumber } from './rules.ts';
import type { IdentityDocument, PersonNames } from './schema.ts';

const particles = new Set(['DE', 'DEL', 'LA', 'LAS', 'LOS', 'Y']);

/** Letters of other alphabets that look like ours (Cyrillic). */
const lookalikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
};

/** Spelling groups, applied in this order; each is one line of the list of local variants. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^JHO(H)?N$|^JOHN$|^YHON$|^YON$|^JON$/g, 'IUN'],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/SH|CH/g, '#'],
  [/[HG]UA/g, 'UA'],
  [/W/g, 'U'],
  [/GU(?=[EI])/g, 'G'],
  [/QU(?=[EI])/g, 'K'],
  [/C(?=[EI])/g, 'S'],
  [/Z/g, 'S'],
  [/X/g, 'J'],
  [/G(?=[EI])/g, 'J'],
  [/^J(?=[EIOU])/g, 'Y'],
  [/J/g, 'J'],
  [/LL(?=[AEIOU])/g, 'Y'],
  [/LL/g, 'L'],
  [/[CQ]/g, 'K'],
  [/^V(?=[A-Z])/g, 'B'],
  [/V/g, 'B'],
  [/H/g, ''],
  [/Y/g, 'I'],
  [/O/g, 'U'],
  [/E(?=.)/g, 'I'],
];

function wordKey(word: string): string {
  const plain = spellings.reduce((text, [from, to]) => text.replace(from, to), word);
  return andean(plain).replace(/(.)\1+/g, '$1');
}

/** Quechua and Aymara write one consonant in two ways: Condori/Kunturi, Vilca/Willka (initial B and U). */
function andean(key: string): string {
  return key.replace(/^B(?=IL)/, 'U').replace(/ND/g, 'NT');
}

/** Key of a name or surname: equal for spellings of the same name. Words keep their order; particles are dropped. */
export function nameKey(text: string): string {
  const plain = text
    .toUpperCase()
    .replace(/./gu, (letter) => lookalikes[letter] ?? letter)
    .replace(/Ñ|N\u0303/g, 'NI')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['\u2019\u02bc`´-]/g, '')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ');
  const words = plain.split(/\s+/).filter((word) => word !== '');
  const meaningful = words.filter((word) => !particles.has(word));
  return (meaningful.length > 0 ? meaningful : words).map(wordKey).join(' ');
}

/** Keys under which a person is indexed, one per word, without repetition. */
export function nameKeysOf(names: Omit<PersonNames, 'nameState'>, aliases: string | null = null): string[] {
  const texts = [names.givenNames, names.firstSurname, names.secondSurname, aliases].filter((text) => text !== null);
  return [...new Set(texts.flatMap((text) => nameKey(text).split(' ')))].filter((key) => key !== '');
}

export type MatchPerson = Omit<PersonNames, 'nameState'> & {
  readonly birth: PartialDate | null;
  readonly document: IdentityDocument;
};

/** What is asked: words as said, in any order, or a document number; birth year when known. */
export type MatchQuery = { readonly text: string; readonly birthYear: number | null };

/** Points of one part of the comparison and the sentences that explain them. */
export type CandidateScore = { score: number; reasons: string[] };

function documentScore(query: string, document: IdentityDocument): CandidateScore {
  if (document.number === null || !/\d{6}/.test(query.replace(/[\s.]/g, ''))) return { score: 0, reasons: [] };
  const asked = normalizeDocumentNumber(query);
  const stored = normalizeDocumentNumber(document.number);
  const isSame =
    document.kind === 'dni'
      ? dniForMatching(asked) !== null && dniForMatching(asked) === dniForMatching(stored)
      : asked === stored;
  return isSame ? { score: 100, reasons: ['Mismo número de documento.'] } : { score: 0, reasons: [] };
}

function keysOf(text: string | null): string[] {
  return text === null
    ? []
    : nameKey(text)
        .split(' ')
        .filter((key) => key !== '');
}

function bothSurnames(asked: readonly string[], first: readonly string[], second: readonly string[]): CandidateScore {
  if (asked.indexOf(second[0] ?? '') < asked.indexOf(first[0] ?? '')) {
    return { score: 45, reasons: ['Los mismos apellidos en otro orden.'] };
  }
  const isTwice = first.join() === second.join();
  return { score: isTwice ? 40 : 50, reasons: ['Los mismos dos apellidos.'] };
}

function surnameScore(asked: readonly string[], person: MatchPerson): CandidateScore {
  const first = keysOf(person.firstSurname);
  const second = keysOf(person.secondSurname);
  const hasFirst = first.length > 0 && first.every((key) => asked.includes(key));
  const hasSecond = second.length > 0 && second.every((key) => asked.includes(key));
  if (hasFirst && hasSecond) return bothSurnames(asked, first, second);
  if (hasFirst) {
    const reason =
      second.length === 0 ? 'Mismo primer apellido; falta el segundo en el registro.' : 'Mismo primer apellido.';
    return { score: 30, reasons: [reason] };
  }
  return hasSecond
    ? { score: 20, reasons: ['Uno de los apellidos coincide con el segundo apellido.'] }
    : { score: 0, reasons: [] };
}

function givenScore(asked: readonly string[], person: MatchPerson): CandidateScore {
  const given = keysOf(person.givenNames);
  const shared = given.filter((key) => asked.includes(key)).length;
  const joined = given.join('');
  if (given.length > 0 && (shared === given.length || asked.includes(joined))) {
    return { score: 30, reasons: ['Mismos nombres.'] };
  }
  return shared > 0 ? { score: 20, reasons: ['Coincide uno de los nombres.'] } : { score: 0, reasons: [] };
}

function birthScore(year: number | null, birth: PartialDate | null): CandidateScore {
  if (year === null || birth === null) return { score: 0, reasons: [] };
  if (year === birth.year) return { score: 15, reasons: ['Mismo año de nacimiento.'] };
  if (Math.abs(year - birth.year) === 1) return { score: 8, reasons: ['Año de nacimiento con un año de diferencia.'] };
  return { score: -15, reasons: [] };
}

/** Points and reasons of one person; 0 points = not a candidate. */
export function candidateScore(query: MatchQuery, person: MatchPerson): CandidateScore {
  const asked = nameKey(query.text).split(' ');
  const names = [surnameScore(asked, person), givenScore(asked, person)];
  const parts = [documentScore(query.text, person.document), ...names];
  const isNamed = parts.some((part) => part.score > 0);
  if (isNamed) parts.push(birthScore(query.birthYear, person.birth));
  const score = parts.reduce((total, part) => total + part.score, 0);
  return { score: Math.max(0, score), reasons: parts.flatMap((part) => part.reasons) };
}

/** The best five at most, each with its reasons; ties keep the given order. */
export function bestCandidates<Person extends MatchPerson>(
  query: MatchQuery,
  persons: readonly Person[],
): { person: Person; score: number; reasons: string[] }[] {
  return persons
    .map((person) => ({ person, ...candidateScore(query, person) }))
    .filter((candidate) => candidate.score >= 20)
    .sort((one, other) => other.score - one.score)
    .slice(0, 5);
}
