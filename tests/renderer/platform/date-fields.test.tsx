import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { DateField, PartialDateField, TimeField } from '../../../src/renderer/platform/ui/index.ts';
import type { PartialDate } from '../../../src/shared/platform/dates.ts';

const birth = { min: '1900-01-01', max: '2026-09-05' };
const hearing = { min: '2025-01-01', max: '2031-12-31' };
const words = { label: 'Dato' };
const stored: unknown[] = [];

function Held({ range }: { readonly range: { min: string; max: string } }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <DateField
      words={words}
      range={range}
      value={value}
      onChange={(next) => {
        stored.push(next);
        setValue(next);
      }}
    />
  );
}

function HeldPartial() {
  const [value, setValue] = useState<PartialDate | string | null>(null);
  return (
    <PartialDateField
      words={words}
      range={birth}
      value={value}
      onChange={(next) => {
        stored.push(next);
        setValue(next);
      }}
    />
  );
}

async function typed(text: string): Promise<string> {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Dato' });
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await userEvent.tab();
  return field.value;
}

afterEach(() => {
  cleanup();
  stored.length = 0;
});

describe('DateField', () => {
  it.each(['5/3/1990', '05031990', '5/3/90', '050390'])('reads %s inside the range of a birth', async (text) => {
    render(<Held range={birth} />);
    expect(await typed(text)).toBe('05/03/1990');
    expect(stored.at(-1)).toBe('1990-03-05');
  });

  it('looks a short year up in the range of the field', async () => {
    render(<Held range={hearing} />);
    expect(await typed('05/01/27')).toBe('05/01/2027');
  });

  it('keeps what it cannot read, with its sentence', async () => {
    render(<Held range={birth} />);
    expect(await typed('31/02/2020')).toBe('31/02/2020');
    expect(screen.getByText('Fecha no válida. Use dd/mm/aaaa.')).toBeTruthy();
  });

  it('names the range when the day lies outside', async () => {
    render(<Held range={birth} />);
    await typed('06/09/2026');
    expect(screen.getByText('La fecha debe estar entre el 01/01/1900 y el 05/09/2026.')).toBeTruthy();
  });
});

describe('PartialDateField', () => {
  it('takes a month or a year as it is typed, and fills up nothing', async () => {
    render(<HeldPartial />);
    expect(await typed('3/1990')).toBe('03/1990');
    expect(stored.at(-1)).toEqual({ year: 1990, month: 3, day: null });
    expect(await typed('1990')).toBe('1990');
    expect(stored.at(-1)).toEqual({ year: 1990, month: null, day: null });
  });

  it('takes a day in the same field', async () => {
    render(<HeldPartial />);
    expect(await typed('05031990')).toBe('05/03/1990');
    expect(stored.at(-1)).toEqual({ year: 1990, month: 3, day: 5 });
  });
});

describe('TimeField', () => {
  it('reads an hour without its colon', async () => {
    let kept: string | null = null;
    render(<TimeField words={words} value={null} onChange={(next) => (kept = next)} />);
    await typed('930');
    expect(kept).toBe('09:30');
  });
});
