/**
 * One key for the spellings of one name: Spanish, Quechua, Aymara. English phonetic keys miss half of the local
 * variants and join different names.
 */

/**
 * How one name is written in Peru (U92): particles, spelling groups, look-alike letters. Data. Keys of the record are made from it: a new edition gets a new `id`, and the keys are made again.
 */
export const nameRules = {
  id: 'name-rules-2',
  validFrom: '2026-01-01',
  source: 'Lista del programa: variantes de castellano, quechua y aimara',
  confirmation: 'toConfirm',

  /** Words that belong to a surname and do not tell it apart. */
  particles: ['DE', 'DEL', 'LA', 'LAS', 'LOS', 'Y', 'EL', 'DI', 'DA', 'DOS', 'VDA'],

  /** Letters of other alphabets that look like ours (Cyrillic, Greek). */
  lookalikes: {
    ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', Ј: 'J', К: 'K', М: 'M', О: 'O', Р: 'P', Ѕ: 'S', Т: 'T' },
    ...{ Х: 'X', У: 'Y', Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P' },
    ...{ Τ: 'T', Υ: 'Y', Χ: 'X' },
  },

  /** Applied in this order to a word in capitals without accents. Pattern, replacement, group of the list. */
  spellings: [
    ['^Y?JHO?N$|^(J|Y|YH)O(H)?N$', 'IUN', 'Jhon/John/Yon'],
    ['^JH', 'J', 'H muda'],
    ['PH|PF', 'F', 'PH/F'],
    ['TH', 'T', 'TH/T'],
    ['SH|CH', '#', 'CH/SH'],
    ['[HG]UA', 'UA', 'HU/GU/W'],
    ['W', 'U', 'HU/GU/W'],
    ['GU(?=[EI])', 'G', 'GU/G'],
    ['QU(?=[EI])', 'K', 'QU/K/C'],
    ['C(?=[EI])', 'S', 'S/Z/C'],
    ['Z', 'S', 'S/Z/C'],
    ['X', 'J', 'X/J'],
    ['G(?=[EI])', 'J', 'J/G'],
    ['^J(?=[EIOU])', 'Y', 'Y/J inicial'],
    ['LL(?=[AEIOU])', 'Y', 'LL/Y'],
    ['LL', 'L', 'LL/L'],
    ['[CQ]', 'K', 'QU/K/C'],
    ['N(?=[BPV])', 'M', 'N/M ante B, P, V'],
    ['V', 'B', 'B/V'],
    ['H', '', 'H muda'],
    ['Y', 'I', 'I/Y'],
    ['O', 'U', 'O/U del quechua'],
    ['E', 'I', 'E/I del quechua'],
    ['^B(?=IL)', 'U', 'Vilca/Willka'],
    ['ND', 'NT', 'Condori/Kunturi'],
    ['(.)\\1+', '$1', 'letras dobles'],
  ],
} as const;

const lookalikes: Readonly<Record<string, string | undefined>> = nameRules.lookalikes;
const anyLookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu');
const particles: ReadonlySet<string> = new Set(nameRules.particles);
const spellings = nameRules.spellings.map(([from, to]) => [new RegExp(from, 'g'), to] as const);

/** Capitals without accents, Ñ kept, look-alikes read as our letters, apostrophes out, other signs as spaces. */
export function plainName(text: string): string {
  const upper = text.toUpperCase();
  // Most names: nothing of what follows would change them.
  if (/^[A-Z]+(?: [A-Z]+)*$/.test(upper)) return upper;
  return (
    upper
      .replace(anyLookalike, (letter) => lookalikes[letter] ?? letter)
      .normalize('NFC')
      // Private-use letter: Ñ must survive the removal of accents.
      .replace(/Ñ/g, '\ue000')
      .replace(/GÜ/g, 'W')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/\ue000/g, 'Ñ')
      .replace(/['\u2019\u02bc`´]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** Words of a name that tell it apart; when it has only particles, those. */
export function nameWords(text: string): string[] {
  const words = plainName(text)
    .split(' ')
    .filter((word) => word !== '');
  const meaningful = words.filter((word) => !particles.has(word));
  return meaningful.length > 0 ? meaningful : words;
}

/** Words kept are at most twice as many. */
const mostKnown = 5000;

/**
 * Remembers what came out for the words read last: a few thousand names make most of a record. They are words of names,
 * never a person.
 */
export function remembering<Value>(work: (text: string) => Value): (text: string) => Value {
  let known = new Map<string, Value>();
  let older = new Map<string, Value>();
  return (text) => {
    const recent = known.get(text);
    if (recent !== undefined) return recent;
    const value = older.get(text) ?? work(text);
    if (known.size >= mostKnown) [older, known] = [known, new Map<string, Value>()];
    known.set(text, value);
    return value;
  };
}

export const wordKey = remembering((word: string): string =>
  spellings.reduce((text, [from, to]) => text.replace(from, to), word.replace(/Ñ/g, 'NI')),
);

/** Key of a name or surname: equal for spellings of the same name. Words keep their order; particles are dropped. */
export function nameKey(text: string): string {
  return nameWords(text).map(wordKey).join(' ');
}

/** First letter and consonants of a key: what a wrong or missing vowel leaves. Only for finding, never for judging. */
export function skeletonOf(key: string): string {
  const head = key.slice(0, 1);
  const tail = key
    .slice(1)
    .replace(/[AIU]/g, '')
    .replace(/(.)\1+/g, '$1');
  return (head + tail).slice(0, 6);
}
