/**
 * The numbers of the model (Fellegi and Sunter 1969): for each level of agreement `m`, its share among records of one
 * person, and `u`, its share among records of two people. Versioned data; docs/decisions says where each comes from.
 * The weight of a level is log2(m / u) bits; missing values weigh nothing.
 */
export type Shares = { readonly m: number; readonly u: number };

export const matchModel = {
  id: 'match-3',
  validFrom: '2026-01-01',
  source: 'Valores del programa: errores de escritura publicados y frecuencias de nombres; ver la página de decisión',

  /** Shares of one name word; of `same` and `spelling` u is the frequency of that very name. */
  name: {
    same: { m: 0.86 },
    /** Another spelling of one key: among strangers of one key a quarter write it in another way. */
    spelling: { m: 0.06, ofFrequency: 0.25 },
    near: { m: 0.05, u: 0.004 },
    /** «Lucho» and «Luis»: a list of short forms pairs few strangers. */
    nickname: { m: 0.01, u: 0.0025 },
    close: { m: 0.015, u: 0.012 },
    initial: { m: 0.03, u: 0.06 },
    different: { m: 0.03, u: 0.96 },
  },
  /** A further word of the same name is no new witness: «María» draws «del Carmen» after it. */
  furtherWords: [1, 0.6, 0.4, 0.3],
  /** Bits: words on one side only; other words on both sides beside one that agrees. */
  extraWords: { oneSide: -0.7, bothSides: -2.5 },
  /** Bits: the fields of a name stand in another order. */
  order: { surnames: -4, givenAndSurname: -4 },

  document: {
    same: { m: 0.92, u: 1e-6 },
    /** Numbers of one family or one day of registration lie close together. */
    oneError: { m: 0.04, u: 1e-4 },
    /** Another number, to whoever reads it: it never weighs for the person. */
    twoErrors: { m: 0.001, u: 0.002 },
    different: { m: 0.03, u: 0.998 },
  },
  birth: {
    same: { m: 0.84, u: 1 / 18_000 },
    swapped: { m: 0.03, u: 1 / 9000 },
    oneError: { m: 0.06, u: 0.0016 },
    twoParts: { m: 0.02, u: 0.0045 },
    /** A year and a month more or less. */
    around: { m: 0.03, u: 0.0125 },
    /** The same, ten years off. */
    decade: { m: 0.012, u: 0.008 },
    sameYear: { m: 0.012, u: 0.018 },
    different: { m: 0.018, u: 0.96 },
    /** One side knows month and year only. */
    month: { m: 0.88, u: 1 / 500 },
    /** One side knows the year only. */
    year: { m: 0.88, u: 1 / 42 },
    nextYear: { m: 0.07, u: 0.045 },
    otherPart: { m: 0.04, u: 0.93 },
    /** Only the age is known, one year more or less. */
    age: { m: 0.94, u: 0.07 },
    otherAge: { m: 0.06, u: 0.93 },
  },
  phone: {
    same: { m: 0.5, u: 0.0005 },
    oneError: { m: 0.03, u: 0.001 },
    different: { m: 0.45, u: 0.998 },
  },
  /** Agreement of sex follows from the given names and weighs nothing; disagreement may be a wrong key. */
  sex: { different: { m: 0.015, u: 0.4 } },
  district: { same: { m: 0.75, u: 0.35 }, different: { m: 0.25, u: 0.65 } },
  /** People move; who lives together shares it as a family shares its surnames. */
  address: { same: { m: 0.45, u: 0.002 }, part: { m: 0.2, u: 0.02 }, different: { m: 0.35, u: 0.978 } },
  alias: { same: { m: 0.3, u: 0.008 } },

  /** Bits by which a common birth date still speaks for twins: a twin of someone recorded, one birth in a hundred. */
  twinBits: 6.6,
  /** Names alone, or one document against every other fact, stay at this probability at most. */
  notAlone: 0.49,
  /** Only names agree while document or birth say no: a namesake, hardly ever the person herself. */
  namesake: 0.05,
  /** From here «Probable». */
  probable: 0.9,
  /** From here worth showing as «Posible». */
  possible: 0.01,
  /** Persons that the prior of a centre counts with: one record in so many is the one sought. */
  centrePersons: 10_000,
} as const;

export function bitsOf({ m, u }: Shares): number {
  return Math.log2(m / u);
}
