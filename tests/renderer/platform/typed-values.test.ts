import { describe, expect, it } from 'vitest';
import { dateText, readDate, readPartial, readTime } from '../../../src/renderer/platform/ui/typed-values.ts';

const birth = { min: '1900-01-01', max: '2026-09-05' };

describe('readDate', () => {
  it.each(['5/3/1990', '05-03-1990', '5.3.1990', '5 3 1990', '05031990', '5/3/90', '050390'])(
    'reads %s as 5 March 1990',
    (text) => {
      expect(readDate(text, birth)).toBe('1990-03-05');
    },
  );

  it.each(['31/02/2020', '29/02/2023', '00/00/0000', 'basura', '03/1990'])('does not read %s', (text) => {
    expect(readDate(text, birth)).toBeUndefined();
  });

  it('gives null for nothing typed', () => {
    expect(readDate('  ', birth)).toBeNull();
  });

  it('takes the later century inside the range of the field', () => {
    expect(readDate('05/01/27', { min: '2025-01-01', max: '2031-12-31' })).toBe('2027-01-05');
    expect(readDate('05/01/27', birth)).toBe('1927-01-05');
  });
});

describe('readPartial', () => {
  it('never fills up what is not known', () => {
    expect(readPartial('03/1990', 'month')).toEqual({ year: 1990, month: 3, day: null });
    expect(readPartial('1990', 'year')).toEqual({ year: 1990, month: null, day: null });
  });
});

describe('readTime', () => {
  it.each([
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    ['930', '09:30'],
    ['23:59', '23:59'],
  ])('reads %s as %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each(['24:00', '12:60', 'tarde'])('does not read %s', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});

describe('dateText', () => {
  it('keeps a text that is no date as it was typed', () => {
    expect(dateText('31/02/2020')).toBe('31/02/2020');
    expect(dateText('1990-03-05')).toBe('05/03/1990');
  });
});
