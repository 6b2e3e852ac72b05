/** Whoever looks over the shoulder: nothing of a hidden name or risk is in the document, and the lock ends it. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { Shell } from '../../../src/renderer/platform/shell.tsx';
import {
  PersonName,
  RiskWord,
  Secret,
  useNamed,
  useOwnDiscretionKey,
} from '../../../src/renderer/platform/ui/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const own: number[] = [];

function Lines() {
  const named = useNamed();
  return (
    <ul aria-label={named('Rosa Inventada')}>
      <li>
        <PersonName>Irma De la Cruz</PersonName>
      </li>
      <li>
        <RiskWord level="severe" word="Riesgo severo" />
      </li>
      <li>
        <Secret instead="Responder hoy">Hay un arma en la casa</Secret>
      </li>
    </ul>
  );
}

function Board() {
  useOwnDiscretionKey(() => own.push(1));
  return <p>Orden de llegada</p>;
}

async function show(hash: '#/uno' | '#/dos') {
  window.location.hash = hash;
  const screens = [
    { path: '/uno', Screen: Lines, writes: null },
    { path: '/dos', Screen: Board, writes: null },
  ];
  const parts = {
    ...{ modules: [{ areas: [], screens }], SignIn: () => <p>Entre</p>, roleOf: () => '', loopback: false },
    ...{ workplacesOf: () => [], account: [], report: () => undefined },
  };
  await drawInWindow(await startCentre(), 'psico', <Shell parts={parts} />);
  return userEvent.setup();
}

const switchOf = () => screen.getByRole('button', { name: 'Discreción' });
const told = ['Irma', 'Cruz', 'Rosa', 'Riesgo severo', 'arma'];

it('takes names, risk and sensitive sentences out of the document, and brings them back', async () => {
  const user = await show('#/uno');
  await screen.findByText('Irma De la Cruz');
  expect(told.filter((word) => document.body.innerHTML.includes(word))).toEqual(told);
  await user.keyboard('{Alt>}m{/Alt}');
  expect(switchOf().getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByText('I. C.')).toBeDefined();
  expect(screen.getByRole('list', { name: 'R. I.' })).toBeDefined();
  expect(screen.getByText('Responder hoy')).toBeDefined();
  expect(told.filter((word) => document.body.innerHTML.includes(word))).toEqual([]);
  await user.click(switchOf());
  expect(screen.getByText('Irma De la Cruz')).toBeDefined();
});

it('leaves its key to a screen that has a rule of its own', async () => {
  const user = await show('#/dos');
  await screen.findByText('Orden de llegada');
  await user.keyboard('{Alt>}m{/Alt}');
  expect(own).toHaveLength(1);
  expect(switchOf().getAttribute('aria-pressed')).toBe('false');
});

it('is over with the lock', async () => {
  const user = await show('#/uno');
  await screen.findByText('Irma De la Cruz');
  await user.keyboard('{Alt>}m{/Alt}');
  await user.keyboard('{F12}');
  await screen.findByText('Entre');
  expect(document.body.innerHTML).not.toContain('Irma');
});
