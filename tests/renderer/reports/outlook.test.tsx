/** What the page of a month shows of the draft: nothing that the draft itself does not. */
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { OutlookOf } from '../../../src/renderer/reports/outlook.tsx';
import { emptyCounts, publishMonth, type EarlierUnit } from '../../../src/shared/reports/index.ts';
import { Alone } from '../../support/alone.tsx';
import { unitWithStart } from '../../unit/reports/support.ts';

afterEach(cleanup);

function counts(cases: number) {
  const none = emptyCounts();
  const [, ...others] = none.cube;
  const first = (list: readonly number[]) => [cases, ...list.slice(1)];
  return {
    ...{ total: cases, cube: [cases, ...others], condition: first(none.condition), risk: first(none.risk) },
    ...{ bond: first(none.bond), complaint: first(none.complaint), protection: first(none.protection) },
  };
}

const earlier: EarlierUnit[] = [
  { period: '2026-01', view: 'coarse', total: 21, ages: [0, 21, 0], collects: [] },
  { period: '2026-02', view: 'band', total: null, ages: null, collects: [] },
];

const draw = (cases: number) =>
  render(
    <Alone>
      <OutlookOf month="2026-03" published={publishMonth(counts(cases), { ...unitWithStart(1), earlier })} />
    </Alone>,
  );

it('of a month of 20 cases says the band and no figure, chart or sum', () => {
  const { container } = draw(20);
  expect(screen.getByText('menos de 21')).toBeTruthy();
  expect(screen.queryByRole('figure')).toBeNull();
  expect(container.querySelector('dl, svg rect')).toBeNull();
});

it('shows the figures of the draft, a band of the year hatched and without a number, and both in a table', async () => {
  const { container } = draw(30);
  expect(screen.getByText('acumulado del año').parentElement?.textContent).toContain('51');
  expect(screen.getByText('feb, publicado').parentElement?.textContent).toContain('menos de 21');
  const year = screen.getByRole('figure', { name: 'Casos publicados por mes' });
  expect(
    within(year)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['ene21', 'feb≤ 20', 'mar30']);
  expect(container.querySelectorAll('pattern')).toHaveLength(1);
  expect(within(year).queryByRole('table')).toBeNull();
  await userEvent.click(within(year).getByRole('button', { name: /^Tabla/ }));
  expect(
    within(year)
      .getAllByRole('row')
      .map(({ textContent }) => textContent),
  ).toEqual(['Casos', 'Enero de 202621', 'Febrero de 2026≤ 20', 'Marzo de 202630']);
});

it('names the type most registered only where one is', () => {
  draw(30);
  expect(screen.getByRole('figure', { name: 'La violencia económica es la más registrada' })).toBeTruthy();
});
