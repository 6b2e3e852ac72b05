import { act, cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { DiscretionProvider, useDiscretion } from '../../../src/renderer/platform/ui/discretion.tsx';
import { lineField } from '../../../src/renderer/reception/line/kept.ts';
import { useNames } from '../../../src/renderer/reception/names.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

function Board() {
  const [marked, setMarked] = useState<string | null>('A-01');
  const { areShown } = useNames(marked);
  const { toggle, isOn } = useDiscretion();
  return (
    <>
      <section>
        <input id={lineField} aria-label="Llega" />
      </section>
      <p>{areShown ? 'con nombre' : 'sin nombre'}</p>
      <p>{isOn ? 'discreta' : 'abierta'}</p>
      <div data-board>
        <button type="button" onClick={() => setMarked('A-02')}>
          Marcar otra
        </button>
        <button type="button" onClick={() => setMarked(null)}>
          Ninguna
        </button>
      </div>
      <button type="button" onClick={toggle}>
        Discreción
      </button>
    </>
  );
}

async function drawn() {
  await drawInWindow(
    await startCentre(),
    'admision',
    <DiscretionProvider>
      <Board />
    </DiscretionProvider>,
  );
  const user = userEvent.setup();
  const focus = (name: string) => act(() => screen.getByRole('button', { name }).focus());
  return {
    ...{ user, focus, altM: () => user.keyboard('{Alt>}m{/Alt}') },
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    toLine: () => act(() => screen.getByLabelText('Llega').focus()),
  };
}

it('shows the name of the one that is marked, of no other, and hides it by the same key', async () => {
  const { altM, press, focus } = await drawn();
  expect(screen.getByText('sin nombre')).toBeTruthy();
  focus('Marcar otra');
  await altM();
  expect(screen.getByText('con nombre')).toBeTruthy();
  await altM();
  expect(screen.getByText('sin nombre')).toBeTruthy();
  await altM();
  await press('Marcar otra');
  expect(screen.getByText('sin nombre')).toBeTruthy();
});

it('hides what is shown while discretion is on, which the key ends first', async () => {
  const { altM, press, focus } = await drawn();
  focus('Marcar otra');
  await altM();
  await press('Discreción');
  expect(screen.getByText('sin nombre')).toBeTruthy();
  await altM();
  expect(screen.getByText('abierta')).toBeTruthy();
  await press('Ninguna');
  await altM();
  expect(screen.getByText('discreta')).toBeTruthy();
});

it('hides from the line, and shows nobody there', async () => {
  const { altM, toLine, focus } = await drawn();
  focus('Marcar otra');
  await altM();
  toLine();
  await altM();
  expect(screen.getByText('sin nombre')).toBeTruthy();
  expect(screen.getByText('discreta')).toBeTruthy();
  await altM();
  expect(screen.getByText('abierta')).toBeTruthy();
});

it('gives the names below the line back only to the key pressed there again', async () => {
  const { altM, toLine, press } = await drawn();
  await press('Discreción');
  toLine();
  await altM();
  expect(screen.getByText('discreta')).toBeTruthy();
  await altM();
  expect(screen.getByText('abierta')).toBeTruthy();
});

it('only hides where neither the line nor the list has the focus', async () => {
  const { altM, focus } = await drawn();
  focus('Discreción');
  await altM();
  expect(screen.getByText('sin nombre')).toBeTruthy();
  expect(screen.getByText('discreta')).toBeTruthy();
});
