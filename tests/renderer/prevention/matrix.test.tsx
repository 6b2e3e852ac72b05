/** The matrix by itself: Enter goes down and on, sums follow, what is no number stays and is said. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { agesOn, preventionAgeTable, type Cell } from '../../../src/shared/prevention/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { Matrix } from '../../../src/renderer/prevention/matrix.tsx';

const ages = agesOn(preventionAgeTable.shipped, '2026-06-10' as CivilDate);
afterEach(cleanup);

const kept: { cells: readonly Cell[] } = { cells: [] };

function Typed({ start = [] }: { readonly start?: readonly Cell[] }) {
  const [cells, setCells] = useState<readonly Cell[]>(start);
  kept.cells = cells;
  return <Matrix {...{ ages, cells, onChange: setCells }} id="m" />;
}

const cell = (name: string) => screen.getByRole('textbox', { name });
const total = () => document.querySelector('[data-sum]')?.textContent;

describe('the matrix', () => {
  it('goes down with Enter, on to the next column, and back with Shift', async () => {
    const user = userEvent.setup();
    render(<Typed />);
    await user.click(cell('Mujeres, 12–17'));
    await user.keyboard('19{Enter}16{Enter}{Enter}');
    expect(document.activeElement).toBe(cell('Mujeres, 18–29'));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(document.activeElement).toBe(cell('Sin dato, 12–17'));
    await user.tab();
    expect(document.activeElement).toBe(cell('Sin dato, 18–29'));
    expect(total()).toBe('35');
    expect(kept.cells).toEqual([
      { sex: 'women', age: 'age-12', people: 19 },
      { sex: 'men', age: 'age-12', people: 16 },
    ]);
  });

  it('counts an emptied cell and a 0 as nothing', async () => {
    const user = userEvent.setup();
    render(<Typed start={[{ sex: 'men', age: 'age-60', people: 4 }]} />);
    await user.clear(cell('Hombres, 60+'));
    expect(kept.cells).toEqual([]);
    await user.type(cell('Hombres, 60+'), '0');
    expect(kept.cells).toEqual([]);
    expect(total()).toBe('0');
  });

  it('keeps what is no number where it was typed, says so, and leaves it out of the sums', async () => {
    const user = userEvent.setup();
    render(<Typed start={[{ sex: 'men', age: 'age-60', people: 4 }]} />);
    await user.type(cell('Mujeres, 0–5'), 'dos');
    expect(cell('Mujeres, 0–5').getAttribute('value')).toBe('dos');
    expect(cell('Mujeres, 0–5').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('Escriba números enteros; en blanco es 0.');
    expect(total()).toBe('4');
    expect(kept.cells.some(({ people }) => Number.isNaN(people))).toBe(true);
  });

  it('is read without a field', () => {
    render(<Matrix ages={ages} cells={[{ sex: 'women', age: 'unknown', people: 7 }]} id="m" />);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('row', { name: /^Mujeres/ }).textContent).toBe('Mujeres77');
  });
});
