import { describe, expect, it } from 'vitest';
import { countMissing, fichaWords, qualityGroups, type QualityLine } from '../../../src/shared/reports/index.ts';
import { caseIdSchema } from '../../../src/shared/platform/ids.ts';

const frequency = { question: 'frequency', label: 'Frecuencia', item: 'B.3' };
const insurance = { question: 'insurance', label: 'Seguro médico', item: 'A.4' };

function line(at: number, page: QualityLine['page'], more: Partial<QualityLine> = {}): QualityLine {
  const caseId = caseIdSchema.parse(`00000000-0000-4000-8000-00000000000${at}`);
  return { caseId, number: `2026-000${at}`, page, isDraft: false, facts: [], who: 'Psicología', ...more };
}

const lines = [
  line(1, 'validate', { isDraft: true }),
  line(2, 'a', { isDraft: true, facts: [insurance] }),
  line(3, 'a', { facts: [insurance] }),
  line(3, 'b', { facts: [frequency] }),
  line(4, 'b', { facts: [frequency], who: 'Social' }),
];

describe('what a month still lacks', () => {
  it('names what does not count first, then each fact with its fichas, the most missed first', () => {
    const groups = qualityGroups(lines, 'fact');
    expect(groups.map(({ title }) => title)).toEqual([
      'No cuentan hasta validarse · 2',
      'Saldrán como «Sin registro» · 3',
    ]);
    expect(groups[0]?.rows.map(({ words }) => words)).toEqual(['Falta validar', 'Sección A incompleta']);
    expect(groups[1]?.rows.map(({ words, item, count, who }) => [words, item, count, who])).toEqual([
      ['Frecuencia', 'B.3', 2, 'Psicología y Social'],
      ['Seguro médico', 'A.4', 1, 'Psicología'],
    ]);
  });

  it('counts a draft once, whatever it lacks, and each fact of a validated case', () => {
    expect(countMissing(lines)).toEqual({ missing: 5, fichas: 4 });
    expect(countMissing([])).toEqual({ missing: 0, fichas: 0 });
    expect(qualityGroups([], 'fact')).toEqual([]);
  });

  it('has one row a ficha with all it lacks, or one row for who is in charge', () => {
    const [, counted] = qualityGroups(lines, 'case');
    expect(counted?.rows.map(({ item, count, words }) => [item, count, words])).toEqual([
      ['2026-0003', 2, 'Seguro médico A.4 · Frecuencia B.3'],
      ['2026-0004', 1, 'Frecuencia B.3'],
    ]);
    const who = qualityGroups(lines, 'who').map(({ rows }) => rows.map(({ words, count }) => [words, count]));
    expect(who).toEqual([
      [['Psicología', 2]],
      [
        ['Psicología', 2],
        ['Social', 1],
      ],
    ]);
  });

  it('says the year of a ficha once, no ficha twice, and how many more there are', () => {
    expect(fichaWords([line(1, 'a'), line(1, 'b'), line(2, 'a')])).toBe('2026-0001, 0002');
    expect(fichaWords([1, 2, 3, 4, 5, 6].map((at) => line(at, 'a')))).toBe('2026-0001, 0002, 0003 y 3 más');
  });
});
