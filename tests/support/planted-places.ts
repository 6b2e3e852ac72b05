/** Invented reserved data, new at every run of a property, and the ways in which a person may spell them. */
import fc from 'fast-check';

/** What only the sealed envelope and the screens of the ficha may say. */
export type Planted = {
  readonly street: string;
  readonly reference: string;
  readonly phone: string;
  readonly mail: string;
  readonly shelter: string;
  readonly secondShelter: string;
  readonly informantStreet: string;
  readonly informantPhone: string;
};

const syllable = fc.constantFrom('bru', 'chá', 'fil', 'gué', 'jun', 'ker', 'llú', 'ñam', 'prá', 'quí', 'tzo', 'vel', 'wix', 'yóm', 'zur'); // prettier-ignore
const word = fc
  .array(syllable, { minLength: 3, maxLength: 4 })
  .map((parts) => parts.join(''))
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const words = (count: number) =>
  fc.uniqueArray(word, { minLength: count, maxLength: count }).map((all) => all.join(' '));
const street = fc.tuple(words(2), fc.integer({ min: 100, max: 9999 })).map(([name, number]) => `${name} ${number}`);
const phone = fc.integer({ min: 900_000_000, max: 999_999_999 }).map(String);

/** Every value differs from every other, so that what leaks can be named. */
export const plantedPlaces: fc.Arbitrary<Planted> = fc
  .record({
    street,
    reference: words(3),
    phone,
    mail: fc.tuple(word, word).map(([name, host]) => `${bare(name)}@${bare(host)}.example`),
    shelter: words(2).map((name) => `Casa ${name}`),
    secondShelter: words(2).map((name) => `Hogar ${name}`),
    informantStreet: street,
    informantPhone: phone,
  })
  .filter((planted) => new Set(Object.values(planted)).size === 8);

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const asPhone = (text: string, gap: string) => text.replace(/^(\d{3})(\d{3})(\d{3})$/, `$1${gap}$2${gap}$3`);
const asStreet = (text: string, before: string, number: string) =>
  `${before} ${text.replace(/ (\d+)$/, ` ${number} $1`)}`;

/** The same datum as another hand writes it. */
export function spellings(text: string): readonly ((given: string) => string)[] {
  const all = [
    (given: string) => given.toUpperCase(),
    (given: string) => given.toLowerCase(),
    (given: string) => given.normalize('NFD').replace(/[\u0301]/g, '').normalize('NFC'),
    (given: string) => given.replaceAll(' ', '  '),
    (given: string) => `(${given}).`,
  ]; // prettier-ignore
  if (/^\d{9}$/.test(text)) return [...all, (given) => asPhone(given, ' '), (given) => asPhone(given, '-')];
  if (!/ \d+$/.test(text)) return all;
  return [
    ...all,
    (given) => asStreet(given, 'Jr.', 'N.º'),
    (given) => asStreet(given, 'jirón', 'nro.'),
    (given) => given.replace(/ (\d+)$/, ', $1'),
    (given) => given.replace(/ (\d+)$/, '\n$1'),
  ];
}

/** Letters and digits alone: two spellings of one datum are the same. */
export function telling(text: string): string {
  return bare(text).replace(/[^a-z0-9@]/g, '');
}

/** Names of the planted data that stand in a text, in any spelling. */
export function leaks(text: string, planted: Planted): string[] {
  const plain = telling(text);
  return Object.entries(planted).flatMap(([name, value]) => (plain.includes(telling(value)) ? [name] : []));
}
