import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { DigitActs } from '../../../src/renderer/platform/ui/index.ts';

afterEach(cleanup);

it('does an act at its digit, and nothing more while the key is held', () => {
  const run = vi.fn();
  render(<DigitActs label="Cómo termina A-01" acts={[{ label: 'Se retiró', run }]} busy={false} />);
  const act = screen.getByRole('button', { name: 'Se retiró' });
  fireEvent.keyDown(act, { key: '1', repeat: true });
  expect(run).not.toHaveBeenCalled();
  fireEvent.keyDown(act, { key: '1' });
  expect(run).toHaveBeenCalledTimes(1);
});

it('does nothing while an act is on its way', () => {
  const run = vi.fn();
  render(<DigitActs label="Cómo termina A-01" acts={[{ label: 'Se retiró', run }]} busy />);
  const act = screen.getByRole('button', { name: 'Se retiró' });
  fireEvent.keyDown(act, { key: '1' });
  fireEvent.click(act);
  expect(run).not.toHaveBeenCalled();
});
