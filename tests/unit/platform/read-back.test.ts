import { describe, expect, it } from 'vitest';
import { chosenWords, countOf, gridColumns, skippedOf, type Questions } from '../../../src/shared/record/index.ts';

const official = { confirmation: 'official', variable: 'X', item: 'A.1' } as const;
const questions: Questions = {
  works: { ...official, kind: 'yesNo', label: '¿Trabaja?', required: true },
  sector: {
    ...official,
    kind: 'choice',
    label: 'Sector',
    required: true,
    options: [
      { code: 1, label: 'Público' },
      { code: 9, label: 'Otro' },
    ],
    askedWhen: { question: 'works', is: [1] },
  },
  otherSector: {
    ...official,
    kind: 'text',
    label: 'Especificar otro sector',
    required: true,
    max: 80,
    askedWhen: { question: 'sector', is: [9] },
  },
  weeks: {
    ...official,
    kind: 'number',
    label: 'Semanas',
    required: false,
    min: 1,
    max: 42,
    askedWhen: { question: 'isPregnant', is: [1] },
  },
};
const names = Object.keys(questions);
const blank = { works: null, sector: null, otherSector: null, weeks: null };

describe('countOf', () => {
  it('counts what is asked now, and names what lacks', () => {
    expect(countOf(questions, names, { ...blank, works: 1 }, { isPregnant: 0 })).toEqual({
      asked: 2,
      answered: 1,
      required: 2,
      missing: ['sector'],
    });
  });
});

describe('skippedOf', () => {
  it('names the answer that decides, also for what stands two questions below it', () => {
    expect(skippedOf(questions, names, { ...blank, works: 0 }, { isPregnant: 0 })).toEqual([
      { by: 'works', names: ['sector', 'otherSector'] },
      { by: 'isPregnant', names: ['weeks'] },
    ]);
  });

  it('is empty where everything is asked', () => {
    expect(skippedOf(questions, names, { works: 1, sector: 9, otherSector: 'x', weeks: 3 }, { isPregnant: 1 })).toEqual(
      [],
    );
  });
});

describe('chosenWords', () => {
  it.each([
    ['works', 0, 'No'],
    ['sector', 9, 'Otro'],
    ['weeks', 3, null],
  ])('says the answer of %s', (name, value, words) => {
    const question = questions[name];
    expect(question === undefined ? undefined : chosenWords(question, value)).toBe(words);
  });
});

describe('gridColumns', () => {
  it('gives a yes or no the least, and a longer label what it needs to stand on two lines', () => {
    const { works } = questions;
    if (works === undefined) throw new Error('no such question');
    expect(gridColumns(works)).toBe(2);
    expect(gridColumns({ ...works, label: 'x'.repeat(60) })).toBe(3);
    expect(gridColumns({ ...works, label: 'x'.repeat(60), short: '¿Trabaja?' })).toBe(2);
    expect(gridColumns({ ...works, columns: 8 })).toBe(8);
  });
});
