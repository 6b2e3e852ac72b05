/** What two records say of one person and cannot both be true: her document, her birth, her sex. */
import { documentKindLabels, typingErrors, type PersonRecord } from '../people/index.ts';
import { formatPartialDate } from '../platform/typed-date.ts';
import { sexes } from './codes.ts';

export type IdentityFacts = Pick<PersonRecord, 'birth' | 'toldAge' | 'documents'> & {
  /** As the fichas in which she stands say it; there is no sex of a person. */
  readonly sexes: readonly number[];
};

export type Contradiction = {
  readonly kind: 'document' | 'birth' | 'sex';
  /** Makes two persons of two records by itself: an age is only what somebody said. */
  readonly isFirm: boolean;
  /** With the words of both. */
  readonly text: string;
  /** The same without them: for a reader who may not know what the other was told. */
  readonly plain: string;
};

type Side = { readonly words: string; readonly years: readonly [number, number]; readonly isBirth: boolean };

function birthOf({ birth, toldAge }: IdentityFacts): Side | null {
  if (birth !== null) {
    const words = birth.month === null ? `nació en ${birth.year}` : `nació el ${formatPartialDate(birth)}`;
    return { words, years: [birth.year, birth.year], isBirth: true };
  }
  if (toldAge === null) return null;
  const year = Number(toldAge.on.slice(0, 4));
  const born = year - toldAge.years;
  return { words: `${toldAge.years} años (${year})`, years: [born - 1, born], isBirth: false };
}

type Sentence = (what: string, now: string, known: string) => Pick<Contradiction, 'text' | 'plain'>;

const sentenceOf =
  (where: string): Sentence =>
  (what, now, known) => ({ text: `${what}: ${where}, ${now}; en el registro, ${known}.`, plain: `${what}.` });

function ofBirth(now: IdentityFacts, known: IdentityFacts, sentence: Sentence): Contradiction | null {
  const [one, other] = [birthOf(now), birthOf(known)];
  if (one === null || other === null) return null;
  const apart = Math.max(one.years[0] - other.years[1], other.years[0] - one.years[1]);
  // Who tells an age has had her birthday or not, and so had whoever wrote down the first.
  if (apart <= 1) return null;
  const words = sentence('La edad no corresponde', one.words, other.words);
  return { kind: 'birth', isFirm: one.isBirth && other.isBirth, ...words };
}

type Numbered = { readonly kind: string; readonly number: string; readonly words: string };

function numbersOf({ documents }: IdentityFacts): Numbered[] {
  return documents.flatMap(({ kind, number }) =>
    kind === null || number === null ? [] : [{ kind, number, words: `${documentKindLabels[kind]} ${number}` }],
  );
}

/** Two numbers of one kind that no slip of a finger makes one. */
function ofDocument(now: IdentityFacts, known: IdentityFacts, sentence: Sentence): Contradiction | null {
  const pairs = numbersOf(now).flatMap((one) =>
    numbersOf(known).flatMap((other) => (one.kind === other.kind ? [{ one, other }] : [])),
  );
  const [first] = pairs;
  if (first === undefined || pairs.some(({ one, other }) => typingErrors(one.number, other.number, 2) < 2)) return null;
  return {
    kind: 'document',
    isFirm: true,
    ...sentence('El número de documento es otro', first.one.words, first.other.words),
  };
}

const sexWords = (codes: readonly number[]) =>
  sexes
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => label.toLowerCase())
    .join(' y ');

function ofSex(now: IdentityFacts, known: IdentityFacts, sentence: Sentence): Contradiction | null {
  if (now.sexes.length === 0 || known.sexes.length === 0) return null;
  if (now.sexes.some((sex) => known.sexes.includes(sex))) return null;
  const words = sentence('El sexo registrado es otro', sexWords(now.sexes), sexWords(known.sexes));
  return { kind: 'sex', isFirm: true, ...words };
}

function between(now: IdentityFacts, known: IdentityFacts, where: string): Contradiction[] {
  const sentence = sentenceOf(where);
  const all = [ofDocument(now, known, sentence), ofBirth(now, known, sentence), ofSex(now, known, sentence)];
  return all.filter((one) => one !== null);
}

/** The person of a ficha: as that ficha says it, and with what her other fichas say. */
export type OwnFacts = { readonly here: IdentityFacts; readonly all: IdentityFacts };

/** `own`: the person of this ficha; `known`: the one of the record who may be she. */
export function contradictionsOf({ here, all }: OwnFacts, known: IdentityFacts): Contradiction[] {
  const said = between(here, known, 'en esta ficha');
  const kinds = said.map(({ kind }) => kind);
  return [...said, ...between(all, known, 'en otra ficha de esta persona').filter(({ kind }) => !kinds.includes(kind))];
}

const saidAgain = { document: /documento/, birth: /edad|nacimiento/, sex: /sexo/ } as const;

/** Whether a sentence of the comparison says the same without the words. */
export function isSaidBy(contradictions: readonly Contradiction[], text: string): boolean {
  return contradictions.some(({ kind }) => saidAgain[kind].test(text));
}
