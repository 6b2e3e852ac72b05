import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { DiscretionProvider, useDiscretion } from '../../../src/renderer/platform/ui/discretion.tsx';
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
      <p>{areShown ? 'con nombre' : 'sin nombre'}</p>
      <p>{isOn ? 'discreta' : 'abierta'}</p>
      <button type="button" onClick={() => setMarked('A-02')}>
        Marcar otra
      </button>
      <button type="button" onClick={() => setMarked(null)}>
        Ninguna
      </button>
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
  return { user, press: (name: string) => user.click(screen.getByRole('button', { name })) };
}

it('shows the name of the one that is marked, of no other, and hides it by the same key', async () => {
  const { user, press } = await drawn();
  expect(screen.getByText('sin nombre')).toBeTruthy();
  await user.keyboard('{Alt>}m{/Alt}');
  expect(screen.getByText('con nombre')).toBeTruthy();
  await user.keyboard('{Alt>}m{/Alt}');
  expect(screen.getByText('sin nombre')).toBeTruthy();
  await user.keyboard('{Alt>}m{/Alt}');
  await press('Marcar otra');
  expect(screen.getByText('sin nombre')).toBeTruthy();
});

it('hides what is shown while discretion is on, which the key ends first', async () => {
  const { user, press } = await drawn();
  await user.keyboard('{Alt>}m{/Alt}');
  await press('Discreción');
  expect(screen.getByText('sin nombre')).toBeTruthy();
  await user.keyboard('{Alt>}m{/Alt}');
  expect(screen.getByText('abierta')).toBeTruthy();
  await press('Ninguna');
  await user.keyboard('{Alt>}m{/Alt}');
  expect(screen.getByText('discreta')).toBeTruthy();
});
