import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keysOf,
  matchTyped,
  mayBeProbable,
  mayBeShown,
  nameKey,
  noFacts,
  prepareBeside,
  probesOf,
  type PersonFacts,
} from '../../../src/shared/people/index.ts';
import { match, matcher, nameLists, prepare, readQuery } from '../../support/linkage.ts';
import { randomRuns } from '../../support/random-runs.ts';

const surname = fc.constantFrom(...nameLists.surnames.map(([name]) => name));
const given = fc.constantFrom(...nameLists.givenNames.map(([name]) => name));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '\ud800',
    '(a+)+$',
    '%_\\',
    "Robert'); DROP TABLE person;--",
    '\u202egpj',
    'Ñ'.repeat(300),
    'de la',
    '   ',
  ),
);
const birth = fc.record({
  year: fc.integer({ min: 1900, max: 2026 }),
  month: fc.option(fc.integer({ min: 1, max: 12 })),
  day: fc.option(fc.integer({ min: 1, max: 31 })),
});
const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }).map((all) => all.join(''));

function factsWith(name: fc.Arbitrary<string>, last: fc.Arbitrary<string>): fc.Arbitrary<PersonFacts> {
  return fc.record({
    givenNames: fc.option(name),
    firstSurname: fc.option(last),
    secondSurname: fc.option(last),
    aliases: fc.array(name, { maxLength: 2 }),
    documents: fc.array(fc.record({ kind: fc.constantFrom('dni' as const, null), number: digits }), { maxLength: 2 }),
    birth: fc.option(birth),
    bornBetween: fc.constant(null),
    phones: fc.array(
      digits.map((number) => `9${number}`),
      { maxLength: 1 },
    ),
    sex: fc.option(fc.constantFrom('0', '1')),
    districtCode: fc.option(fc.constantFrom('150132', '080101')),
  });
}
const twoNames = fc.tuple(given, given).map((names) => names.join(' '));
const person = factsWith(twoNames, surname);

/** Other spellings of one name, each of a group of the list. */
const respellings: readonly (readonly [RegExp, string])[] = [
  [/V/g, 'B'],
  [/Z/g, 'S'],
  [/QU(?=[EI])/g, 'K'],
  [/LL(?=[AEIOU])/g, 'Y'],
  [/^H(?=[AEIO])/g, ''],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/^HUA/g, 'WA'],
  [/X/g, 'J'],
];

describe('matching, whatever is typed', () => {
  it('never fails and answers a probability between 0 and 1', () => {
    fc.assert(
      fc.property(factsWith(anyText, anyText), factsWith(anyText, anyText), (one, other) => {
        const { probability } = match(one, other);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reads any line without failing, and keys stay short', () => {
    fc.assert(
      fc.property(anyText, person, (text, stored) => {
        const { probability } = matchTyped(readQuery(text), prepare(stored), matcher);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(keysOf(prepare({ ...noFacts, givenNames: text, firstSurname: text })).length).toBeLessThan(90);
      }),
    );
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(match(one, other).probability).toBeCloseTo(match(other, one).probability, 9);
      }),
      randomRuns(2000),
    );
  });

  it('never calls two people probably the same whom it would not compare', () => {
    const shared = fc.subarray(Object.keys(noFacts) as (keyof PersonFacts)[]);
    let probable = 0;
    fc.assert(
      fc.property(person, person, shared, (one, another, fields) => {
        const other = { ...another, ...Object.fromEntries(fields.map((field) => [field, one[field]])) };
        if (match(one, other).level !== 'probable') return;
        probable += 1;
        expect(mayBeProbable(prepareBeside(one), prepareBeside(other))).toBe(true);
      }),
      randomRuns(2000),
    );
    expect(probable).toBeGreaterThan(200);
  });

  it('would not compare two of whom only the names agree', () => {
    const beside = { ...noFacts, birth: { year: 1990, month: 5, day: 2 } };
    expect(mayBeProbable(prepareBeside(beside), prepareBeside({ ...noFacts, birth: beside.birth }))).toBe(true);
    expect(mayBeProbable(prepareBeside(noFacts), prepareBeside(noFacts))).toBe(false);
    const elder = { ...noFacts, birth: { year: 1951, month: 11, day: 23 } };
    expect(mayBeProbable(prepareBeside(beside), prepareBeside(elder))).toBe(false);
  });

  it('finds no level with anybody for whom looking is not worth it', () => {
    const asked = fc.subarray(['givenNames', 'firstSurname', 'secondSurname', 'aliases', 'birth', 'phones', 'sex'], {
      maxLength: 3,
    });
    const shared = fc.subarray(Object.keys(noFacts), { minLength: 7 });
    const only = (of: PersonFacts, fields: readonly string[]) =>
      Object.fromEntries(Object.entries(of).filter(([field]) => fields.includes(field)));
    let [left, shown] = [0, 0];
    fc.assert(
      fc.property(fc.tuple(person, person), asked, shared, fc.boolean(), ([all, another], fields, same, isAge) => {
        const { birth: born } = all;
        const age = isAge && born !== null ? { birth: null, bornBetween: [born.year - 1, born.year] as const } : {};
        const one: PersonFacts = { ...noFacts, ...only(all, fields), ...age };
        const { level } = match(one, { ...another, ...only(all, same) });
        if (mayBeShown(prepare(one), matcher)) shown += level === null ? 0 : 1;
        else {
          left += 1;
          expect(level).toBeNull();
        }
      }),
      randomRuns(5000),
    );
    expect(left).toBeGreaterThan(500);
    expect(shown).toBeGreaterThan(500);
  });

  it('finds nobody of a common surname by it alone, and looks for a rare one', () => {
    const common = prepare({ ...noFacts, firstSurname: 'Quispe' });
    expect(mayBeShown(common, matcher)).toBe(false);
    expect(mayBeShown(prepare({ ...noFacts, firstSurname: 'Inventadísima' }), matcher)).toBe(true);
    const numbered = { ...noFacts, documents: [{ kind: 'dni' as const, number: '45678912' }] };
    expect(mayBeShown(prepare(numbered), matcher)).toBe(true);
  });

  it('gives one key to the spellings of a group', () => {
    fc.assert(
      fc.property(surname, fc.constantFrom(...respellings), (name, [from, to]) => {
        const words = name.split(' ').map((word) => word.replace(from, to));
        expect(nameKey(words.join(' '))).toBe(nameKey(name));
      }),
      randomRuns(2000),
    );
  });

  it('rises with each further fact that agrees', () => {
    fc.assert(
      fc.property(fc.tuple(twoNames, surname, surname), birth, digits, (names, born, number) => {
        const [givenNames, firstSurname, secondSurname] = names;
        const facts: PersonFacts = { ...noFacts, givenNames, firstSurname };
        const steps: PersonFacts[] = [
          facts,
          { ...facts, secondSurname },
          { ...facts, secondSurname, birth: { ...born, month: null, day: null } },
          { ...facts, secondSurname, birth: { year: born.year, month: born.month ?? 1, day: 1 } },
          {
            ...facts,
            secondSurname,
            birth: { year: born.year, month: born.month ?? 1, day: 1 },
            documents: [{ kind: 'dni', number }],
          },
        ];
        const rising = steps.map((step) => match(step, step).probability);
        expect(rising).toEqual(rising.toSorted((a, b) => a - b));
      }),
    );
  });

  it('finds under its own keys everybody who is looked for', () => {
    fc.assert(
      fc.property(person, (stored) => {
        const keys = new Set(keysOf(prepare(stored)).map(({ kind, key }) => `${kind} ${key}`));
        for (const probe of keys)
          expect(probesOf(prepare(stored)).map(({ kind, key }) => `${kind} ${key}`)).toContain(probe);
      }),
    );
  });
});
