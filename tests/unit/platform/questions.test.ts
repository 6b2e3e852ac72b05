import { describe, expect, it } from 'vitest';
import {
  answersSchema,
  askedQuestions,
  blankAnswers,
  isAsked,
  isUnanswered,
  missingQuestions,
  type Questions,
} from '../../../src/shared/record/index.ts';

const common = { item: 'X', required: false, confirmation: 'official' } as const;

/** A small form with every kind of question and a chain of three. */
const questions = {
  works: { ...common, kind: 'yesNo', variable: 'W', label: '¿Trabaja?', required: true },
  sector: {
    ...common,
    kind: 'choice',
    variable: 'S',
    label: 'Sector',
    required: true,
    options: [
      { code: 0, label: 'Ninguno' },
      { code: 9, label: 'Otro' },
    ],
    askedWhen: { question: 'works', is: [1] },
  },
  otherSector: {
    ...common,
    kind: 'text',
    variable: 'O',
    label: 'Otro sector',
    max: 10,
    required: true,
    askedWhen: { question: 'sector', is: [9] },
  },
  age: { ...common, kind: 'number', variable: 'A', label: 'Edad', min: 0, max: 120 },
  language: {
    ...common,
    kind: 'yesNo',
    variable: 'L',
    label: '¿Lengua?',
    askedWhen: { question: 'age', atLeast: 3 },
  },
  insurance: {
    ...common,
    kind: 'ticks',
    label: 'Seguro',
    ticks: {
      sis: { label: 'SIS', variable: 'I1' },
      other: { label: 'Otro', variable: 'I2' },
      none: { label: 'Ninguno', variable: 'I3' },
    },
    none: 'none',
  },
  otherInsurance: {
    ...common,
    kind: 'text',
    variable: 'I4',
    label: 'Otro seguro',
    max: 10,
    askedWhen: { question: 'insurance', ticked: 'other' },
  },
  since: { ...common, kind: 'partialDate', variables: ['D', 'M', 'Y'], label: 'Desde' },
  on: { ...common, kind: 'date', variable: 'F', label: 'Fecha' },
  at: { ...common, kind: 'time', variable: 'H', label: 'Hora' },
  where: { ...common, kind: 'place', variables: ['P'], label: 'Distrito' },
} as const satisfies Questions;

const blank = blankAnswers(questions);
const schema = answersSchema(questions);
const refusedAt = (answers: unknown) =>
  schema.safeParse(answers).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('isAsked', () => {
  it('holds without a rule', () => {
    expect(isAsked(undefined, {})).toBe(true);
  });

  it.each([
    ['is', { question: 'q', is: [0, 2] }, [0, 2], [1, 3]],
    ['isNot', { question: 'q', isNot: [1] }, [0, 2], [1]],
    ['atLeast', { question: 'q', atLeast: 3 }, [3, 4], [0, 2]],
  ])('reads %s, code 0 being an answer', (_, rule, holds, fails) => {
    for (const q of holds) expect(isAsked(rule, { q })).toBe(true);
    for (const q of fails) expect(isAsked(rule, { q })).toBe(false);
  });

  it('reads a tick', () => {
    const rule = { question: 'q', ticked: 'other' };
    expect(isAsked(rule, { q: ['sis', 'other'] })).toBe(true);
    expect(isAsked(rule, { q: ['sis'] })).toBe(false);
  });

  it('holds for no rule on an unanswered question, not even isNot', () => {
    const rules = [
      { question: 'q', is: [0] },
      { question: 'q', isNot: [0] },
      { question: 'q', atLeast: 0 },
      { question: 'q', ticked: 'a' },
    ];
    for (const rule of rules) {
      expect(isAsked(rule, {})).toBe(false);
      expect(isAsked(rule, { q: null })).toBe(false);
    }
  });

  it('joins rules with all and any', () => {
    const parts = [
      { question: 'a', is: [1] },
      { question: 'b', is: [1] },
    ];
    expect(isAsked({ all: parts }, { a: 1, b: 1 })).toBe(true);
    expect(isAsked({ all: parts }, { a: 1, b: 0 })).toBe(false);
    expect(isAsked({ any: parts }, { a: 0, b: 1 })).toBe(true);
    expect(isAsked({ any: parts }, { a: 0, b: 0 })).toBe(false);
  });
});

describe('askedQuestions', () => {
  it('hides what stands below a hidden question, whatever it still holds', () => {
    const answers = { ...blank, works: 0, sector: 9, otherSector: 'pesca' };
    expect(askedQuestions(questions, answers)).not.toContain('sector');
    expect(askedQuestions(questions, answers)).not.toContain('otherSector');
    expect(askedQuestions(questions, { ...answers, works: 1 })).toEqual(
      expect.arrayContaining(['sector', 'otherSector']),
    );
  });

  it('keeps the order of the section', () => {
    const answers = { ...blank, works: 1, sector: 9, age: 30, insurance: ['other'] };
    expect(askedQuestions(questions, answers)).toEqual(Object.keys(questions));
  });

  it('reads another section as context, and hides nothing for want of it', () => {
    const other = { only: { ...questions.language, askedWhen: { question: 'sex', is: [0] } } } as const;
    expect(askedQuestions(other, {})).toEqual(['only']);
    expect(askedQuestions(other, {}, { sex: 0 })).toEqual(['only']);
    expect(askedQuestions(other, {}, { sex: 1 })).toEqual([]);
    expect(askedQuestions(other, {}, { sex: null })).toEqual([]);
  });

  it('decides a joined rule by its known part', () => {
    const rule = {
      all: [
        { question: 'sex', is: [0] },
        { question: 'works', is: [1] },
      ],
    };
    const joined = { works: questions.works, both: { ...questions.language, askedWhen: rule } } as const;
    expect(askedQuestions(joined, { works: 1 })).toContain('both');
    expect(askedQuestions(joined, { works: 0 })).not.toContain('both');
    expect(askedQuestions(joined, { works: 1 }, { sex: 1 })).not.toContain('both');
  });
});

describe('missingQuestions', () => {
  it('names required questions that are asked and empty', () => {
    expect(missingQuestions(questions, blank)).toEqual(['works']);
    expect(missingQuestions(questions, { ...blank, works: 1 })).toEqual(['sector']);
    expect(missingQuestions(questions, { ...blank, works: 1, sector: 9 })).toEqual(['otherSector']);
  });

  it('takes 0 for an answer', () => {
    expect(missingQuestions(questions, { ...blank, works: 0 })).toEqual([]);
    expect(missingQuestions(questions, { ...blank, works: 1, sector: 0 })).toEqual([]);
  });

  it('takes null, nothing, an empty text and an empty list for no answer', () => {
    expect([null, undefined, '', []].map(isUnanswered)).toEqual([true, true, true, true]);
    expect([0, 'a', ['a'], { year: 2024 }].map(isUnanswered)).toEqual([false, false, false, false]);
  });
});

describe('answersSchema', () => {
  it('takes a blank section and a whole one', () => {
    const whole = {
      works: 1,
      sector: 9,
      otherSector: ' pesca ',
      age: 30,
      language: 0,
      insurance: ['sis', 'other'],
      otherInsurance: 'propio',
      since: { year: 2024, month: null, day: null },
      on: '2026-11-25',
      at: '08:30',
      where: '150132',
    };
    expect(schema.safeParse(blank).success).toBe(true);
    expect(schema.parse(whole as never)).toEqual({ ...whole, otherSector: 'pesca' });
  });

  it('refuses an answer to a question that is hidden, at that question', () => {
    expect(refusedAt({ ...blank, works: 0, sector: 9 })).toEqual(['sector']);
    expect(refusedAt({ ...blank, otherSector: 'pesca' })).toEqual(['otherSector']);
    expect(refusedAt({ ...blank, works: 0, sector: 9, otherSector: 'pesca' })).toEqual(['sector', 'otherSector']);
    expect(refusedAt({ ...blank, age: 2, language: 1 })).toEqual(['language']);
    expect(refusedAt({ ...blank, insurance: ['sis'], otherInsurance: 'x' })).toEqual(['otherInsurance']);
  });

  it('refuses what the other section hides', () => {
    const other = { only: { ...questions.language, askedWhen: { question: 'sex', is: [0] } } } as const;
    expect(answersSchema(other).safeParse({ only: 1 }).success).toBe(true);
    expect(answersSchema(other, { sex: 1 }).safeParse({ only: 1 }).success).toBe(false);
    expect(answersSchema(other, { sex: 0 }).safeParse({ only: 1 }).success).toBe(true);
  });

  it('lets the tick of none stand alone and no tick twice', () => {
    expect(refusedAt({ ...blank, insurance: ['none'] })).toEqual([]);
    expect(refusedAt({ ...blank, insurance: ['none', 'sis'] })).toEqual(['insurance']);
    expect(refusedAt({ ...blank, insurance: ['sis', 'sis'] })).toEqual(['insurance']);
    expect(refusedAt({ ...blank, insurance: ['private'] })).toEqual(['insurance.0']);
  });

  it.each([
    ['works', 2],
    ['works', true],
    ['sector', 1],
    ['age', -1],
    ['age', 121],
    ['age', 17.9],
    ['age', '30'],
    ['since', { year: 2024, month: null, day: 3 }],
    ['on', '2026-02-30'],
    ['at', '24:00'],
    ['where', '15013'],
  ])('refuses an impossible answer at %s: %j', (name, answer) => {
    const works = name === 'sector' ? { works: 1 } : {};
    expect(refusedAt({ ...blank, ...works, [name]: answer })).toContain(name);
  });

  it('refuses unknown questions and absent ones', () => {
    const { where: _, ...rest } = blank;
    expect(schema.safeParse({ ...blank, extra: 1 }).success).toBe(false);
    expect(schema.safeParse(rest).success).toBe(false);
  });
});
