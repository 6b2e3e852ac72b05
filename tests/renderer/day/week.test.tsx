/** The days to come of who answers for terms: a holiday stands as a weekend does. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Week } from '../../../src/renderer/day/week.tsx';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import type { BoardDeadline } from '../../../src/shared/proceedings/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const day = (on: string) => on as CivilDate;
const appeal: BoardDeadline = {
  ...{ caseId: null, number: '2026-0027', userName: null, deadlineId: null, incidentId: null, requestId: null },
  ...{ task: 'Apelar la decisión sobre medidas', actor: 'party', ruleId: 'D05', confirmation: 'secondary' },
  ...{ isOverdue: false, consequence: 'fatal', warnsAt: { on: day('2026-07-30'), time: '23:59' } },
};
const daysOff = ['2026-07-25', '2026-07-26', '2026-07-28', '2026-07-29'].map(day);

const drawn = (terms: readonly BoardDeadline[]) => {
  render(
    <Alone>
      <Week today={day('2026-07-24')} terms={terms} daysOff={daysOff} />
    </Alone>,
  );
  return [...screen.getByLabelText('Plazos por día').children].map(
    (one) => one.querySelector('h2')?.textContent ?? one.textContent,
  );
};

it('counts neither the weekend nor the holidays of Fiestas Patrias', () => {
  expect(drawn([appeal])).toEqual([
    ...['Vencidos', 'Hoy', 'sáb 25 · dom 26 no cuentan', 'lunes', 'mar 28 · mié 29 no cuentan', 'jueves'],
  ]);
});

it('of one day alone says that it does not count', () => {
  const urgent = { ...appeal, warnsAt: { on: day('2026-07-25'), time: '10:00' as const } };
  expect(drawn([urgent])).toContain('dom 26 no cuenta');
});

it('shows a day off on which something falls due', () => {
  const urgent = { ...appeal, warnsAt: { on: day('2026-07-28'), time: '10:00' as const } };
  expect(drawn([urgent])).toContain('martes');
});
