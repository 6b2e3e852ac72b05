/** Somebody whom the record knows, written so that a name is hardly one: cut, spaced, joined, small, by initials. */
import type { PrivatePerson, Span } from '../papers/index.ts';
import { bareWord, isShortForm, nameWords, stemOf, typingErrors, wordKey } from '../people/index.ts';
import { tellsOf } from '../safety/index.ts';
import type { FindingKind } from './codes.ts';
import { officialWords, placeWords, smallWords } from './plain-words.ts';
import { initialsIn, wordsOf } from './strangers.ts';

/** Somebody who is not the user. */
export type Other = PrivatePerson & {
  readonly isAccused: boolean;
  /** Of the staff, whose names are many: one part of the name is a finding where it is long enough. */
  readonly isByWhole?: true;
  /** Documents, telephones, mails and places: they never stand. */
  readonly texts: readonly string[];
};

type Finding = Span & { readonly kind: FindingKind; readonly who: string | null };
type Around = {
  readonly ownWords: ReadonlySet<string>;
  /** Nobody is named by these. */
  readonly quiet: ReadonlySet<string>;
  /** Homes, shelters, numbers of others. */
  readonly places: readonly string[];
};

/** Of a shorter beginning too many words have the same. */
const shortest = 4;
const shortestStem = 3;
/** One letter too many or too few in a shorter one makes another word. */
const shortestTyped = 5;

const nobody = { phrases: [], names: [], staff: [], texts: [] };
const initialOf = (words: readonly string[]) => words.map((word) => word.charAt(0)).join('');

function personOf({ who, names, isByWhole }: Other, { ownWords, quiet }: Around) {
  const isKept = (word: string) =>
    !ownWords.has(word) && (isByWhole !== true || (word.length >= shortest && !isPlain(word, quiet)));
  const whole = names.map((name) => nameWords(name).map(bareWord));
  const parts = [...new Set(whole.flat().filter(isKept))];
  const keys = new Set(parts.map((part) => wordKey(part)));
  return {
    who,
    parts,
    keys,
    texts: whole.map((words) => words.filter(isKept).join(' ')),
    initials: whole.map(initialOf),
  };
}

const isPlain = (word: string, quiet: ReadonlySet<string>) =>
  quiet.has(word) || officialWords.has(word) || smallWords.has(word);

/** «Domi» of Domitila, «Zoilita» of Zoila, «Pedrito» of Pedro, «ZoilaParedes» of both, «Lucho» of Luis. */
function isShortFor(bare: string, isCapital: boolean, { parts, keys }: ReturnType<typeof personOf>): boolean {
  if (isShortForm(bare, keys)) return true;
  const stem = stemOf(bare);
  return parts.some((part) => {
    if (bare.length >= shortest && part.startsWith(bare)) return true;
    if (part.length > shortest && bare.startsWith(part)) return true;
    if (isCapital && Math.min(bare.length, part.length) >= shortestTyped && typingErrors(bare, part, 1) === 1)
      return true;
    return stem.length >= shortestStem && part.startsWith(stem) && part.length - stem.length <= 2;
  });
}

const isInitials = (letters: string, initials: readonly string[]) => initials.some((known) => known.includes(letters));

/** Words of a home or of a shelter that say which one it is. */
function placeNames(places: readonly string[], quiet: ReadonlySet<string>): ReadonlySet<string> {
  const addresses = places.filter((one) => /\p{L}{4,}/u.test(one) && !one.includes('@') && wordsOf(one).length <= 6);
  const isTelling = ({ found, bare }: { readonly found: string; readonly bare: string }) =>
    bare.length >= shortest && /^\p{Lu}/u.test(found) && !placeWords.has(bare) && !isPlain(bare, quiet);
  return new Set(
    addresses.flatMap((one) =>
      wordsOf(one)
        .filter(isTelling)
        .map(({ bare }) => bare),
    ),
  );
}

/** As many words as one name may be cut into, on either side of an end of sentence or line. */
const mostCut = 6;

type Words = ReturnType<typeof wordsOf>;

/** As few of them as still tell: left out one by one from the far end. */
function fewest(words: Words, drop: (words: Words) => Words, tells: (words: Words) => boolean): Words {
  const less = drop(words);
  return words.length > 1 && tells(less) ? fewest(less, drop, tells) : words;
}

/** A name that an end cuts in two: the words around it that tell only together. */
function cutAt(text: string, end: number, tells: (text: string) => boolean): Span | null {
  const said = (words: Words) => words.map(({ found }) => found).join(' ');
  const left = wordsOf(text.slice(0, end)).slice(-mostCut);
  const right = wordsOf(text.slice(end)).slice(0, mostCut);
  const isCut = tells(said([...left, ...right])) && !tells(said(left)) && !tells(said(right));
  if (!isCut) return null;
  const before = fewest(
    left,
    (words) => words.slice(1),
    (words) => tells(said([...words, ...right])),
  );
  const after = fewest(
    right,
    (words) => words.slice(0, -1),
    (words) => tells(said([...before, ...words])),
  );
  return { from: before[0]?.from ?? end, to: end + (after.at(-1)?.to ?? 0) };
}

export function knownWithin(others: readonly Other[], around: Around) {
  const persons = others.map((other) => personOf(other, around));
  const secrets = {
    ...nobody,
    names: [...new Set(persons.flatMap(({ texts }) => texts))].filter((name) => name !== ''),
  };
  const places = placeNames(around.places, around.quiet);
  const whoseIs = (text: string) =>
    persons.find(({ texts }) => tellsOf(text, { ...nobody, names: texts.filter((name) => name !== '') }))?.who ?? null;
  const tells = (text: string) => tellsOf(text, secrets);
  const tellsPlace = (text: string) => tellsOf(text, { ...nobody, texts: around.places });
  return (text: string, bounds: readonly Span[]): Finding[] => [
    ...wordsOf(text).flatMap(({ found, bare, from, to }): Finding[] => {
      const person = around.ownWords.has(bare)
        ? undefined
        : persons.find((one) => isShortFor(bare, /^\p{Lu}/u.test(found), one));
      if (person !== undefined) return [{ from, to, kind: 'name', who: person.who }];
      return places.has(bare) ? [{ from, to, kind: 'place', who: null }] : [];
    }),
    ...initialsIn(text).flatMap(({ from, to, letters }): Finding[] =>
      persons
        .filter(({ initials }) => isInitials(letters, initials))
        .slice(0, 1)
        .map(({ who }) => ({ from, to, kind: 'name', who })),
    ),
    // Most texts tell of nobody: asked once of the whole, then of each sentence.
    ...(tells(text) ? bounds : []).flatMap(({ from, to }, at): Finding[] => {
      const sentence = text.slice(from, to);
      const whole = tells(sentence) ? [{ from, to, kind: 'name' as const, who: whoseIs(sentence) }] : [];
      const cut = at === 0 ? null : cutAt(text, from, tells);
      if (cut === null) return whole;
      return [...whole, { ...cut, kind: 'name', who: whoseIs(text.slice(cut.from, cut.to)) }];
    }),
    ...(tellsPlace(text) ? bounds : [])
      .filter(({ from, to }) => tellsPlace(text.slice(from, to)))
      .map(({ from, to }) => ({ from, to, kind: 'place' as const, who: null })),
  ];
}
