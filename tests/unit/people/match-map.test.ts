import { describe, expect, it } from 'vitest';
import {
  estimateFile,
  factsOfCells,
  leastChance,
  matchMapSchema,
  matchModel,
  tunedChance,
  weigh,
  type PersonFacts,
  type Weight,
} from '../../../src/shared/people/index.ts';
import { born, dni, factsOf, matcher, prepare } from '../../support/linkage.ts';

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

  it('reads a place whatever its accents and capitals, and an address as it is written', () => {
    const { facts } = factsOfCells({ district: ' Huánta ', address: 'Jr. Grau 123' });
    expect(facts).toMatchObject({ districtCode: 'HUANTA', address: 'Jr. Grau 123' });
    expect(factsOfCells({ district: ' ', address: '' }).facts).toMatchObject({ districtCode: null, address: null });
  });

  it('takes an empty cell for not known, and cleans the others', () => {
    const { facts } = factsOfCells({ givenNames: ' Ro\u200bsa ', firstSurname: ' ', documentNumber: '', sex: 'F' });
    expect(facts).toMatchObject({ givenNames: 'Rosa', firstSurname: null, documents: [], phones: [], sex: 'f' });
  });
});

describe('what a file says of itself', () => {
  const one = factsOf('Urpi Elena|Condori|Apaza', { ...born(1990, 4, 3), ...dni('00451236') });
  const stranger = factsOf('Pedro|Rojas|Lizana', { ...born(1971, 1, 30), ...dni('00998877') });
  const weightOf = (a: PersonFacts, b: PersonFacts) => weigh(prepare(a), prepare(b), matcher.frequencies);
  const same = weightOf(one, one);
  const other = weightOf(one, stranger);

  const estimate = (near: readonly Weight[], all: number, records: number) =>
    estimateFile({ near, all, chance: [], records });

  it('is one match in as many comparisons as the file shows', () => {
    const near = [...Array.from({ length: 50 }, () => same), ...Array.from({ length: 950 }, () => other)];
    expect(estimate(near, 100_000, 500).population).toBeCloseTo(2000, -2);
  });

  it('expects one match at least, and never less than one other person', () => {
    expect(estimate([other], 4950, 100).population).toBe(4950);
    expect(estimate([], 0, 0).population).toBe(2);
    expect(estimate([same, same], 2, 2).population).toBe(2);
  });

  it('learns which errors its matches have, and how often chance agrees', () => {
    const slip = weightOf(one, { ...one, ...born(1990, 4, 8) });
    const [many, few] = [100, 1].map((slips) => {
      const near = [...Array.from({ length: slips }, () => slip), ...Array.from({ length: 100 }, () => same)];
      return estimateFile({ near, all: 100_000, chance: Array.from({ length: 2000 }, () => other), records: 500 });
    });
    expect(many?.tuning.birth['oneError']).toBeGreaterThan((few?.tuning.birth['oneError'] ?? 0) + 1);
    // In this file no two strangers have one birth date: an agreement tells a little more than in general.
    expect(few?.tuning.birth['same']).toBeGreaterThan(0);
  });

  it('lets names alone count as much as they do where something else decides', () => {
    const namesake = weightOf(one, { ...one, ...born(1961, 11, 20), documents: [] });
    const bare = weightOf(one, { ...one, birth: null, documents: [] });
    expect([namesake.namesAre, bare.namesAre, same.namesAre]).toEqual(['contradicted', 'only', null]);
    const fileOf = (namesakes: number) =>
      estimate(
        [...Array.from({ length: 40 }, () => same), ...Array.from({ length: namesakes }, () => namesake)],
        9e4,
        300,
      );
    const [none, half] = [fileOf(0), fileOf(40)].map((file) => tunedChance(bare, file)) as [number, number];
    expect(none).toBeGreaterThan(0.95);
    expect(half).toBeLessThan(0.6);
    expect(tunedChance(namesake, fileOf(0))).toBeLessThanOrEqual(matchModel.namesake);
  });

  it('shows as many pairs as leave few of them wrong, and none that is less likely than not', () => {
    const beside = (chance: number) => ({ chance, namesAre: null });
    const sure = (count: number) => Array.from({ length: count }, () => beside(1));
    expect(leastChance([beside(0.9999), beside(0.9999), beside(0.4)])).toBe(0.9999);
    expect(leastChance([...sure(999), beside(0.6), beside(0.55), beside(0.49)])).toBe(0.55);
    expect(leastChance([...sure(79), beside(0.6), beside(0.55)])).toBe(0.6);
    // Namesakes come in numbers: names alone take more room.
    expect(leastChance([...sure(79), { chance: 0.6, namesAre: 'only' }])).toBe(1);
    expect(leastChance([])).toBe(1);
  });
});
