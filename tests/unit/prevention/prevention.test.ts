/** Rules of prevention: the matrix and its sums, the list beside it, photographs, the score of a series, days in words. */
import { describe, expect, it } from 'vitest';
import { termTable as terms } from '../../../src/shared/prevention/index.ts';
import {
  agesFor,
  agesOn,
  codeRange,
  countsOf,
  differenceOf,
  findingOf,
  findingWords,
  hoursWords,
  matrixOf,
  groupSchema,
  measureOfGroup,
  measureOfScore,
  nothingSaid,
  saidOf,
  untoldWords,
  type Group,
  type Participant,
  nearDay,
  preventionAgeTable,
  resultFields,
  resultIssue,
  resultSchema,
  scoreSchema,
  seriesSums,
  termsOn,
  totalOf,
  weeksOf,
  withUnknown,
  type Cell,
  type Score,
} from '../../../src/shared/prevention/index.ts';
import type { CivilDate, Month } from '../../../src/shared/platform/dates.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { shippedRow } from '../../../src/shared/rulebook/index.ts';

const day = (text: string) => text as CivilDate;
const on = day('2026-06-10');
const cells: Cell[] = [
  { sex: 'women', age: 'age-12', people: 19 },
  { sex: 'women', age: 'age-30', people: 2 },
  { sex: 'men', age: 'age-12', people: 16 },
];

describe('the matrix', () => {
  const ages = agesOn(preventionAgeTable.shipped, on);

  it('has the six groups and «sin dato», with rows, columns and a total that agree', () => {
    expect(ages.map(({ label }) => label)).toEqual(['0–5', '6–11', '12–17', '18–29', '30–59', '60+', 'sin dato']);
    const matrix = matrixOf(cells, ages);
    expect(matrix.rows.map(({ total }) => total)).toEqual([21, 16, 0]);
    expect(matrix.columns).toEqual([0, 0, 35, 0, 2, 0, 0]);
    expect(matrix.total).toBe(totalOf(cells));
  });

  it('keeps a column that is no longer used for who was counted in it', () => {
    const rows = [
      ...preventionAgeTable.shipped,
      { ...shippedRow('age-12', { ...base, value: { from: 12, to: 17, isUsed: false } }), version: 2 },
    ];
    expect(agesOn(rows, on).map(({ code }) => code)).not.toContain('age-12');
    const told = agesFor(rows, { on, codes: ['age-12'] });
    expect(told.map(({ label }) => label).slice(-2)).toEqual(['12–17', 'sin dato']);
    expect(matrixOf(cells, told).total).toBe(37);
  });

  it('offers the difference with the signed list as «sin dato», and says when there is none', () => {
    expect(differenceOf(38, cells)).toBe(1);
    expect(differenceOf(30, cells)).toBe(-7);
    expect(differenceOf(37, cells)).toBeNull();
    expect(differenceOf(null, cells)).toBeNull();
    const more = withUnknown(withUnknown(cells, 1), 2);
    expect(totalOf(more)).toBe(40);
    expect(more.filter(({ sex }) => sex === 'unknown')).toEqual([{ sex: 'unknown', age: 'unknown', people: 3 }]);
  });

  const base = { validFrom: '2026-01-01', source: 'Prueba', confirmation: 'project' } as const;
});

describe('how an activity ended', () => {
  const result = { ...blankValues(resultFields), attendance: cells };
  const issues = (more: object) => {
    const read = resultSchema.safeParse({ ...result, ...more });
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  };

  it('is taken without what is optional, and refused with a cell twice or more people than came', () => {
    expect(issues({})).toEqual([]);
    expect(issues({ attendance: [...cells, cells[0]] })).toEqual(['attendance']);
    expect(issues({ attendance: [{ sex: 'women', age: 'age-12', people: 0 }] })).toEqual(['attendance.0.people']);
    expect(issues({ indigenous: 38 })).toEqual(['indigenous']);
    expect(issues({ indigenous: 37 })).toEqual([]);
  });

  it('has photographs only with every permission', () => {
    const photos = { photos: 2, photoPeople: 1, photoConsents: 1, photoChildren: 3, guardianConsents: 3 };
    expect(issues(photos)).toEqual([]);
    expect(issues({ ...photos, guardianConsents: 2 })).toEqual(['guardianConsents']);
    expect(issues({ ...photos, photoConsents: 0 })).toEqual(['photoConsents']);
    expect(issues({ ...photos, photoConsents: null, photoChildren: null })).toEqual(['photoConsents', 'photoChildren']);
    expect(issues({ photos: 0, photoPeople: 1 })).toEqual(['photoPeople']);
  });

  it('has a reach where nobody attends, and an attendance everywhere else', () => {
    expect(resultIssue({ attendance: [], reach: 900 }, true)).toBeNull();
    expect(resultIssue({ attendance: cells, reach: 900 }, true)?.reason).toBe('reach-instead');
    expect(resultIssue({ attendance: cells, reach: 900 }, false)?.reason).toBe('no-reach');
    expect(resultIssue({ attendance: [], reach: null }, false)?.reason).toBe('attendance-missing');
  });
});

describe('the score of a series', () => {
  const score: Score = {
    before: { on: day('2026-05-05'), people: 18 },
    later: { on: day('2026-06-09'), people: 16 },
    isFinal: false,
    factors: [
      { factor: 'factor-money', before: 12, isWorked: true, later: 5 },
      { factor: 'factor-jealousy', before: 14, isWorked: true, later: 9 },
      { factor: 'factor-alcohol', before: 7, isWorked: false, later: 7 },
      { factor: 'factor-blame', before: 0, isWorked: false, later: 0 },
    ],
  };
  const issues = (more: Partial<Score>) => {
    const read = scoreSchema.safeParse({ ...score, ...more });
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  };

  it('says which factors were found, worked on and reduced', () => {
    expect(findingOf(measureOfScore(score))).toMatchObject({ found: 3, worked: 2, reduced: 2 });
    expect(findingWords(measureOfScore(score))).toBe('De 3 factores, 2 bajaron');
  });

  it('takes fewer who answer for no improvement', () => {
    const [first] = score.factors;
    if (first === undefined) throw new Error('no factor');
    // 12 of 18 are as many as 8 of 12.
    const same = { ...score, later: { on, people: 12 }, factors: [{ ...first, later: 8 }] };
    expect(findingOf(measureOfScore(same)).reduced).toBe(0);
    expect(findingWords(measureOfScore(same))).toBe('De 1 factor, ninguno bajó');
    expect(findingWords(measureOfScore({ ...score, later: null }))).toBe('Se hallaron 3 factores');
  });

  it('is refused where more show it than answered, where it goes back in time, and half answered', () => {
    expect(issues({})).toEqual([]);
    expect(issues({ before: { on: day('2026-05-05'), people: 11 } })).toEqual(['factors.0.before', 'factors.1.before']);
    expect(issues({ later: { on: day('2026-05-04'), people: 16 } })).toEqual(['later.on']);
    expect(issues({ later: null })).toHaveLength(4);
    expect(issues({ factors: [...score.factors, ...score.factors.slice(0, 1)] })).toEqual(['factors']);
  });
});

describe('participants by code', () => {
  const said = (code: number, before: boolean | null, later: boolean | null): Participant => ({
    ...nothingSaid(code),
    answers: before === null && later === null ? [] : [{ factor: 'factor-money', before, later }],
  });
  const group = (participants: Participant[], more: Partial<Group> = {}): Group => ({
    ...{ beforeOn: day('2026-05-05'), laterOn: day('2026-06-09'), isFinal: false, worked: ['factor-money'] },
    ...{ participants, ...more },
  });
  const yes = [1, 2, 3, 4].map((code) => said(code, true, false));
  const issues = (value: unknown) => {
    const read = groupSchema.safeParse(value);
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  };

  it('come to counts; who answered once is in no comparison', () => {
    // Three showed it and left: the five who stayed are compared with themselves.
    const all = [...yes, said(8, false, true), ...[5, 6, 7].map((code) => said(code, true, null)), said(9, null, true)];
    const measure = measureOfGroup(group(all));
    expect(measure.factors).toEqual([
      {
        ...{ factor: 'factor-money', isWorked: true, before: { yes: 7, of: 8 }, later: { yes: 2, of: 6 } },
        both: { of: 5, before: 4, later: 1 },
      },
    ]);
    expect(findingOf(measure)).toMatchObject({ found: 1, worked: 1, reduced: 1, untold: 0 });
    // Of those who stayed nobody changed: that others left lowers nothing.
    const same = [
      ...[1, 2].map((code) => said(code, true, true)),
      ...[3, 4, 5].map((code) => said(code, false, false)),
    ];
    const left = [...same, ...[6, 7, 8, 9].map((code) => said(code, true, null))];
    expect(findingOf(measureOfGroup(group(left))).reduced).toBe(0);
  });

  it('of which fewer than five answered both times say nothing of what went down', () => {
    const measure = measureOfGroup(group([...yes, said(5, true, null), said(6, true, null)]));
    expect(findingOf(measure)).toMatchObject({ reduced: 0, untold: 1 });
    expect(findingOf(measure).factors[0]?.isReduced).toBeNull();
    expect(findingWords(measure)).toBe('Se halló 1 factor');
    expect(untoldWords(measure)).toMatch(/respondieron menos de 5/);
    const few = { before: { on, people: 4 }, later: { on, people: 4 }, isFinal: false };
    const typed = measureOfScore({
      ...few,
      factors: [{ factor: 'factor-money', before: 4, isWorked: true, later: 0 }],
    });
    expect(findingOf(typed)).toMatchObject({ reduced: 0, untold: 1 });
  });

  it('hold no text, each once, and nothing of later without its day', () => {
    expect(issues(group(yes))).toEqual([]);
    expect(issues(group([...yes, said(1, true, null)]))).toEqual(['participants']);
    expect(issues(group(yes, { laterOn: null }))).toEqual(['laterOn']);
    expect(issues(group(yes, { laterOn: day('2026-05-04') }))).toEqual(['laterOn']);
    expect(issues(group([{ ...nothingSaid(1), name: 'x' } as Participant]))).toHaveLength(1);
    expect(saidOf([nothingSaid(1), ...yes])).toEqual(yes);
  });
});

describe('what is counted', () => {
  it('counts a session as an activity, and its people as participations', () => {
    const one = { heldOn: on, minutes: 60, group: '', type: '', audience: '', district: '', reach: null };
    const done = [
      { ...one, programmeId: 'a', attendance: cells },
      { ...one, programmeId: null, attendance: [], reach: 4000 },
    ];
    expect(Object.values(countsOf(done))).toEqual([2, 1, 37]);
    expect(seriesSums([17, 18, 16])).toEqual({ sum: 51, highest: 18 });
    expect(seriesSums([])).toEqual({ sum: 0, highest: 0 });
  });

  it('keeps every list with a code, official codes empty, all of it to confirm', () => {
    const all = termsOn(terms.shipped, on);
    expect(new Set(all.map(({ list }) => list))).toEqual(new Set(['group', 'type', 'audience', 'factor']));
    expect(all.every(({ officialCode }) => officialCode === null)).toBe(true);
    expect(terms.shipped.every(({ confirmation }) => confirmation === 'toConfirm')).toBe(true);
    expect(all.filter(({ isMedia }) => isMedia).map(({ code }) => code)).toEqual(['type-media']);
  });
});

describe('words', () => {
  it('says hours, codes and near days', () => {
    expect([60, 90, 45].map(hoursWords)).toEqual(['1 h', '1 h 30 min', '45 min']);
    expect(codeRange(18)).toBe('P01 a P18');
    const near = ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-16', '2026-07-02'];
    expect(near.map((text) => nearDay(day(text), on))).toEqual(['ayer', 'hoy', 'mañana', 'mar 16', '02/07']);
  });

  it('draws a month from Monday to Sunday', () => {
    const weeks = weeksOf('2026-06' as Month);
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[0]).toBe('2026-06-01');
    expect(weeks.flat().filter((one) => one !== null)).toHaveLength(30);
    expect(
      weeksOf('2026-02' as Month)
        .at(-1)
        ?.at(-1),
    ).toBeNull();
  });
});
