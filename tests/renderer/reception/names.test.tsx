import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
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
  const { areShown, keep } = useNames();
  const { toggle } = useDiscretion();
  return (
    <>
      <p>{areShown ? 'con nombres' : 'sin nombres'}</p>
      <button type="button" onClick={() => keep(true)}>
        Dejar visibles
      </button>
      <button type="button" onClick={toggle}>
        Discreción
      </button>
    </>
  );
}

it('hides what was left visible while discretion is on, and Alt M hides what is shown', async () => {
  const user = userEvent.setup();
  await drawInWindow(
    await startCentre(),
    'admision',
    <DiscretionProvider>
      <Board />
    </DiscretionProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Dejar visibles' }));
  expect(screen.getByText('con nombres')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Discreción' }));
  expect(screen.getByText('sin nombres')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Discreción' }));
  expect(screen.getByText('con nombres')).toBeTruthy();
  await user.keyboard('{Alt>}m{/Alt}');
  expect(screen.getByText('sin nombres')).toBeTruthy();
});
