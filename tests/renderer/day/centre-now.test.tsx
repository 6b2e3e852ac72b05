/** What who leads the centre sees of others' cases: a number, the act and whose turn it is; nobody's name. */
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { Unanswered } from '../../../src/renderer/day/centre-now.tsx';
import type { NextLine } from '../../../src/shared/day/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const aLine = (at: number): NextLine => ({
  caseId: crypto.randomUUID() as NextLine['caseId'],
  ...{ number: `2026-${String(at).padStart(4, '0')}`, userName: 'Rosa Inventada', age: 30, level: 3 },
  items: [
    {
      ...{
        kind: 'protect',
        group: 'today',
        task: 'Solicitar medidas',
        why: 'Sin medidas',
        who: 'Legal',
        turn: ['legal'],
      },
      ...{ isMine: false, due: null, until: 'hoy', page: 'writs', isSensitive: false, isCall: false },
    },
  ],
});

it('«Riesgo sin respuesta» names the ficha and whose turn it is, and leads to the act', async () => {
  const lines = Array.from({ length: 9 }, (_, at) => aLine(at + 1));
  const { container } = render(
    <Alone>
      <Unanswered lines={lines} />
    </Alone>,
  );
  expect(container.textContent).not.toContain('Rosa');
  expect(screen.getByText('9 casos')).toBeTruthy();
  const list = screen.getByRole('list');
  expect(within(list).getAllByRole('listitem')).toHaveLength(4);
  expect(within(list).getAllByText(/Solicitar medidas · Sin medidas\. A cargo: Legal/)).toHaveLength(4);
  expect(within(list).getByRole('link', { name: '2026-0001: Solicitar medidas' }).getAttribute('href')).toBe(
    `#/casos/${lines[0]?.caseId}/documentos`,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Ver 5 casos más' }));
  expect(within(list).getAllByRole('listitem')).toHaveLength(9);
});

it('says where nothing waits', () => {
  render(
    <Alone>
      <Unanswered lines={[]} />
    </Alone>,
  );
  expect(screen.getByText('Nada pide respuesta hoy.')).toBeTruthy();
});
