import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { SignsButton } from '../../../src/renderer/reception/line/signs-button.tsx';
import type { UrgencySign } from '../../../src/shared/reception/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

function Line() {
  const [signs, setSigns] = useState<readonly UrgencySign[]>([]);
  return <SignsButton value={signs} onChange={setSigns} />;
}

it('claims nothing of signs that nobody ticked, and counts those that are', async () => {
  render(
    <Alone>
      <Line />
    </Alone>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Señales' }));
  expect(screen.queryByText(/Ninguna|No se preguntó|no corresponde/)).toBeNull();
  const [first, second] = screen.getAllByRole('checkbox');
  if (first === undefined || second === undefined) throw new Error('no signs');
  await userEvent.click(first);
  expect(screen.getByRole('button', { name: 'Señales: 1 señal' })).toBeTruthy();
  await userEvent.click(second);
  expect(screen.getByRole('button', { name: 'Señales: 2 señales' })).toBeTruthy();
  await userEvent.click(first);
  await userEvent.click(second);
  expect(screen.getByRole('button', { name: 'Señales' })).toBeTruthy();
});
