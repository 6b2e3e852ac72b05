import { describe, expect, it } from 'vitest';
import {
  estimatePopulation,
  factsOfCells,
  matchMapSchema,
  prepare,
  weigh,
  type PersonFacts,
} from '../../../src/shared/people/index.ts';
import { born, dni, factsOf, matcher } from '../../support/linkage.ts';

describe('the map of columns', () => {
  it.each([
    ['no id', { givenNames: 'nombres' }],
    ['nothing to compare', { id: 'codigo' }],
    ['a field of another name', { id: 'codigo', firstName: 'nombres' }],
    ['an empty heading', { id: 'codigo', phone: '' }],
    ['a list', []],
  ])('is refused with %s', (_what, map) => {
    expect(matchMapSchema.safeParse(map).success).toBe(false);
  });
});

describe('cells as facts', () => {
  it.each([
    ['1992-09-04', { year: 1992, month: 9, day: 4 }, false],
    ['19920904', { year: 1992, month: 9, day: 4 }, false],
    // Kept as it was written: the other digits still tell.
    ['1992-02-31', { year: 1992, month: 2, day: 31 }, false],
    ['04/09/1992', null, true],
    ['1992', null, true],
    ['', null, false],
    ['  ', null, false],
  ])('reads the date %j', (birthDate, birth, hasUnreadBirth) => {
    expect(factsOfCells({ birthDate })).toMatchObject({ facts: { birth }, hasUnreadBirth });
  });

  it('takes an empty cell for not known, and cleans the others', () => {
    const { facts } = factsOfCells({ givenNames: ' Ro\u200bsa ', firstSurname: ' ', documentNumber: '', sex: 'F' });
    expect(facts).toMatchObject({ givenNames: 'Rosa', firstSurname: null, documents: [], phones: [], sex: 'f' });
  });
});

describe('the prior of a file', () => {
  const one = factsOf('Urpi Elena|Condori|Apaza', { ...born(1990, 4, 3), ...dni('00451236') });
  const stranger = factsOf('Pedro|Rojas|Lizana', { ...born(1971, 1, 30), ...dni('00998877') });
  const weightOf = (a: PersonFacts, b: PersonFacts) => weigh(prepare(a), prepare(b), matcher.frequencies);
  const same = weightOf(one, one);
  const other = weightOf(one, stranger);

  it('is one match in as many comparisons as the file shows', () => {
    const weights = [...Array.from({ length: 50 }, () => same), ...Array.from({ length: 950 }, () => other)];
    expect(estimatePopulation({ weights, all: 100_000 }, 500)).toBeCloseTo(2000, -2);
  });

  it('expects one match at least, and never less than one other person', () => {
    expect(estimatePopulation({ weights: [other], all: 4950 }, 100)).toBe(4950);
    expect(estimatePopulation({ weights: [], all: 0 }, 0)).toBe(2);
    expect(estimatePopulation({ weights: [same, same], all: 2 }, 2)).toBe(2);
  });
});
