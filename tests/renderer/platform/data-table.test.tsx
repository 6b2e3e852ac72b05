import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { DataTable, Panel } from '../../../src/renderer/platform/ui/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const table = { columns: [{ title: 'Fila', cell: (row: string) => row }], rows: ['una'], keyOf: (row: string) => row };

it('is named once: by its own words, or by the title of its panel where that says it', () => {
  render(
    <Alone>
      <Panel title="En el plan · 1">
        <DataTable {...table} />
      </Panel>
      <Panel title="Cierres">
        <DataTable {...table} caption="Los últimos 10" />
      </Panel>
    </Alone>,
  );
  expect(screen.getAllByRole<HTMLTableElement>('table').map((one) => one.caption?.textContent ?? null)).toEqual([
    null,
    'Los últimos 10',
  ]);
  expect(screen.getByRole('table', { name: 'En el plan · 1' })).toBeTruthy();
  expect(screen.getByRole('table', { name: 'Los últimos 10' })).toBeTruthy();
  expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual([
    null,
    null,
    'Los últimos 10',
  ]);
});
