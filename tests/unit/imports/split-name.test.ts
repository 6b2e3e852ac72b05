/** Whole names in one cell, and cells whose names may stand in the wrong place. */
import { describe, expect, it } from 'vitest';
import { leanWith, publicLean } from '../../../src/main/imports/name-lists.ts';
import { areWholeNames, countOwn, orderOf, splitName, splitSurnames } from '../../../src/shared/imports/index.ts';

const lean = publicLean();
type Parts = readonly [first: string | null, second: string | null, given: string | null];

const clear: readonly (readonly [text: string, order: 'surnamesFirst' | 'givenFirst', parts: Parts])[] = [
  ['QUISPE MAMANI ROSA', 'surnamesFirst', ['QUISPE', 'MAMANI', 'ROSA']],
  ['Quispe Mamani Rosa Elena', 'surnamesFirst', ['Quispe', 'Mamani', 'Rosa Elena']],
  ['Rosa Elena Quispe Mamani', 'givenFirst', ['Quispe', 'Mamani', 'Rosa Elena']],
  ['De la Cruz Huamán María', 'surnamesFirst', ['De la Cruz', 'Huamán', 'María']],
  ['DEL AGUILA DE LA TORRE LUZ MARINA', 'surnamesFirst', ['DEL AGUILA', 'DE LA TORRE', 'LUZ MARINA']],
  ['María del Carmen Rojas Díaz', 'givenFirst', ['Rojas', 'Díaz', 'María del Carmen']],
  ['Ponce de León Vargas Ana', 'surnamesFirst', ['Ponce de León', 'Vargas', 'Ana']],
  ['QUISPE MAMANI, ROSA', 'givenFirst', ['QUISPE', 'MAMANI', 'ROSA']],
  ['QUISPE, ROSA MARIA', 'surnamesFirst', ['QUISPE', null, 'ROSA MARIA']],
  ['Quispe Rosa', 'surnamesFirst', ['Quispe', null, 'Rosa']],
  ['Rosa  Quispe', 'givenFirst', ['Quispe', null, 'Rosa']],
];

const doubtful: readonly (readonly [what: string, text: string, order: 'surnamesFirst' | 'givenFirst'])[] = [
  ['one word', 'Rosa', 'surnamesFirst'],
  ['the other order', 'Rosa Elena Quispe Mamani', 'surnamesFirst'],
  ['the other order with three words', 'QUISPE MAMANI ROSA', 'givenFirst'],
  ['a word of the middle that is either', 'QUISPE ROSARIO ANA', 'surnamesFirst'],
  ['a second surname that is also a given name', 'Torres Gregorio Sandra', 'surnamesFirst'],
  ['a husband', 'Quispe Flores de Mamani Rosa', 'surnamesFirst'],
  ['a widow', 'Rosa Quispe Vda. de Mamani', 'givenFirst'],
  ['two surnames and no given name', 'QUISPE MAMANI', 'surnamesFirst'],
  ['seven names', 'Quispe Mamani Rojas Rosa María Elena Luz', 'surnamesFirst'],
  ['words that nobody knows', 'Xanqo Yopwe Zilmo Wukra', 'surnamesFirst'],
  ['two commas', 'Quispe, Mamani, Rosa', 'surnamesFirst'],
  ['given names before the comma', 'Rosa María, Quispe Mamani', 'surnamesFirst'],
];

describe('a whole name', () => {
  it.each(clear)('%s (%s) is parted', (text, order, [firstSurname, secondSurname, givenNames]) => {
    expect(splitName(text, order, lean)).toEqual({ firstSurname, secondSurname, givenNames, doubt: null });
  });

  it.each(doubtful)('is asked about: %s', (_what, text, order) => {
    expect(splitName(text, order, lean).doubt).not.toBeNull();
  });

  it('in the other order is shown as it is likely meant', () => {
    expect(splitName('Rosa Elena Quispe Mamani', 'surnamesFirst', lean)).toMatchObject({
      ...{ firstSurname: 'Quispe', secondSurname: 'Mamani', givenNames: 'Rosa Elena' },
      doubt: expect.stringContaining('otro orden') as string,
    });
  });

  it('of words that the list itself knows is sure', () => {
    const own = countOwn(['Xanqo', 'Xanqo', 'Xanqo', 'Yopwe', 'Yopwe', 'Yopwe'], ['Wukra', 'Wukra', 'Wukra']);
    expect(splitName('Xanqo Yopwe Wukra', 'surnamesFirst', lean).doubt).not.toBeNull();
    expect(splitName('Xanqo Yopwe Wukra', 'surnamesFirst', leanWith(own)).doubt).toBeNull();
  });

  it('counts nothing that only its own row says', () => {
    expect(leanWith(countOwn(['Xanqo'], []))('Xanqo')).toBeCloseTo(0);
  });
});

describe('both surnames in one cell', () => {
  it.each([
    ['Quispe Mamani', 'Quispe', 'Mamani', true],
    ['De la Cruz', 'De la Cruz', null, true],
    ['Quispe Mamani Flores', 'Quispe', 'Mamani Flores', false],
  ] as const)('%s', (text, firstSurname, secondSurname, isSure) => {
    const split = splitSurnames(text, lean);
    expect(split).toMatchObject({ firstSurname, secondSurname });
    expect(split.doubt === null).toBe(isSure);
  });
});

describe('the order of a column', () => {
  it.each([
    ['surnames first', ['Quispe Mamani Rosa', 'Flores Rojas Ana María', 'Torres Díaz Luz'], 'surnamesFirst'],
    ['given names first', ['Rosa Quispe Mamani', 'Ana María Flores Rojas', 'Luz Torres Díaz'], 'givenFirst'],
    ['both orders', ['Rosa Quispe Mamani', 'Flores Rojas Ana María', 'Luz Torres Díaz', 'Rojas Díaz Ana'], null],
    ['commas', ['Quispe Mamani, Rosa', 'Flores, Ana María'], 'surnamesFirst'],
    ['words of no list', ['Xanqo Yopwe Zilmo', 'Wukra Xilte Yopra', 'Zulte Qimna Wopra'], null],
    ['nothing', [], null],
  ] as const)('%s', (_what, texts, expected) => {
    expect(orderOf(texts, lean)).toBe(expected);
  });

  it('is asked of a column that holds whole names, not of given names', () => {
    expect(areWholeNames(['Quispe Mamani Rosa', 'Flores Rojas Ana'], lean)).toBe(true);
    expect(areWholeNames(['Rosa Elena', 'Ana María'], lean)).toBe(false);
  });
});
