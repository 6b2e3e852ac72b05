import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { linesAtOnce, type NextItem, type NextLine } from '../../../src/shared/day/index.ts';
import { NextList } from '../../../src/renderer/day/next-list.tsx';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const anItem = (group: NextItem['group'], task: string): NextItem => ({
  ...{ kind: 'term', group, task, why: null, who: 'Psicología', turn: ['psychology'], isMine: true },
  ...{ due: null, until: 'hoy', page: 'risk', isSensitive: group === 'today', isCall: false },
});

const aLine = (at: number, items: NextItem[]): NextLine => ({
  caseId: crypto.randomUUID() as NextLine['caseId'],
  ...{ number: `2026-${String(at).padStart(4, '0')}`, userName: `Rosa Inventada ${at}`, age: 30, level: 2, items },
});

const lines = Array.from({ length: 30 }, (_, at) => aLine(at, [anItem(at === 0 ? 'today' : 'overdue', `Tarea ${at}`)]));

it('shows no more cases than fit a day, in their groups, and the rest on request', async () => {
  render(
    <Alone>
      <NextList title="Lo que sigue" lines={lines} empty="Nada." />
    </Alone>,
  );
  const list = screen.getByRole('region', { name: 'Lo que sigue' });
  expect(within(list).getAllByRole('rowheader')).toHaveLength(linesAtOnce);
  expect(within(list).getByText('Pide respuesta hoy · 1')).toBeTruthy();
  expect(within(list).getByText('Vencido · 29')).toBeTruthy();
  await userEvent.click(within(list).getByRole('button', { name: 'Ver 18 casos más' }));
  expect(within(list).getAllByRole('rowheader')).toHaveLength(30);
});

it('shows what somebody asked for however full the day is, also in a case that has worse', async () => {
  const asked = { ...anItem('asked', 'Lo pide Coordinación: valorar'), until: '', why: 'Pedido el 10/06' };
  const full = [...lines, aLine(31, [anItem('today', 'Responder'), asked]), aLine(32, [asked])];
  render(
    <Alone>
      <NextList title="Lo que sigue" lines={full} empty="Nada." />
    </Alone>,
  );
  expect(screen.getAllByRole('rowheader')).toHaveLength(linesAtOnce + 2);
  expect(screen.getByText('Lo pide Coordinación · 1')).toBeTruthy();
  const besides = screen.getByRole('link', { name: 'Lo pide Coordinación: valorar. Pedido el 10/06' });
  expect(besides.getAttribute('href')).toMatch(/\/riesgo$/);
  expect(screen.getByRole('link', { name: 'Lo pide Coordinación: valorar' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Ver 18 casos más' }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(32);
});

it('leads to the case by the name and to the page of the act by the act; the arrows go from act to act', async () => {
  const [first, second] = [aLine(1, [anItem('today', 'Valorar')]), aLine(2, [anItem('later', 'Llamar')])];
  render(
    <Alone>
      <NextList title="Lo que sigue" lines={[first, second]} empty="Nada." />
    </Alone>,
  );
  expect(screen.getByRole('link', { name: /2026-0001/ }).getAttribute('href')).toBe(`#/casos/${first.caseId}`);
  const act = screen.getByRole('link', { name: 'Valorar' });
  expect(act.getAttribute('href')).toBe(`#/casos/${first.caseId}/riesgo`);
  act.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Llamar');
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('Valorar');
});

it('says what will be there where there is nothing', () => {
  render(
    <Alone>
      <NextList title="Lo que sigue" lines={[]} empty="Nada espera en sus casos." />
    </Alone>,
  );
  expect(screen.getByText('Nada espera en sus casos.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});
