/**
 * How one name is written in Peru (U92): particles, spelling groups, look-alike letters. Data, read by
 * `spelling.ts`. Keys of the record are made from it: a new edition gets a new `id`, and the keys are made again.
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
