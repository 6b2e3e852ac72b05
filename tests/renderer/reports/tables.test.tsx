/** The exact tables on the screen: one stop of Tab, arrows between the figures that open, and what the differences say. */
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Figures } from '../../../src/renderer/reports/internal/figures.tsx';
import { differenceRows } from '../../../src/renderer/reports/internal/difference-rows.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import type { InternalTable } from '../../../src/shared/reports/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const table: InternalTable = {
  ...{ key: 'T6', title: 'Nivel de riesgo', groupings: [], notes: [] },
  columns: [
    { label: 'Total', kind: 'count' },
    { label: '%', kind: 'percent' },
    { label: 'Mujer', kind: 'count' },
  ],
  rows: [
    { label: 'Leve', total: false, cells: [2, 66.7, 0] },
    { label: 'Severo', total: false, cells: [1, 33.3, 1] },
    { label: 'Total', total: true, cells: [3, 100, 1] },
  ],
};

it('opens every count above zero, and no zero and no percentage', async () => {
  const choose = vi.fn();
  render(
    <Alone>
      <Figures table={table} chosen={null} onChoose={choose} />
    </Alone>,
  );
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['2', '1', '1', '3', '1']);
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('2: Leve, Total');
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('2: Leve, Total');
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('1: Severo, Mujer');
  await userEvent.keyboard('{Enter}');
  expect(choose).toHaveBeenCalledWith({ row: 1, column: 2 });
  await userEvent.tab();
  expect(document.activeElement).toBe(document.body);
});

it('says each cause once, with its fichas', () => {
  const of = (number: string) => ({ number, caseId: number as CaseId });
  const same = { otherMonth: null, changed: 0 };
  const rows = differenceRows([
    { ...of('2026-0018'), cause: 'notTyped', adds: -1, ...same },
    { ...of('2026-0021'), cause: 'notTyped', adds: -1, ...same },
    { ...of('2026-0011'), cause: 'changed', adds: 0, otherMonth: null, changed: 3 },
    { ...of('2026-0012'), cause: 'changed', adds: 0, otherMonth: null, changed: 1 },
    { ...of('2026-0013'), cause: 'sealed', adds: 1, ...same },
    { ...of('2026-0030'), cause: 'otherMonth', adds: 1, otherMonth: '2026-07' as never, changed: 0 },
  ]);
  expect(rows.map(({ words }) => words)).toEqual([
    '2026-0018, 0021 no están digitadas',
    '2026-0011 tiene 3 respuestas distintas',
    '2026-0012 tiene 1 respuesta distinta',
    '2026-0013 es reservada',
    '2026-0030 cuenta en otro mes',
  ]);
  expect(rows.at(-1)?.below).toBe('Aquí cuenta en julio de 2026, cuando se validó.');
  expect(rows.map(({ first }) => first?.number ?? null)).toEqual([
    ...['2026-0018', '2026-0011', '2026-0012', '2026-0013', '2026-0030'],
  ]);
});
