// @vitest-environment happy-dom
/** Whatever says Sí and No is answered with S and N (D32), also where the record keeps a code for it. */
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { ChoiceField } from '../../../src/renderer/platform/ui/index.ts';

afterEach(cleanup);

function Field({ labels }: { readonly labels: readonly [string, string] }) {
  const [value, setValue] = useState<'yes' | 'no' | null>(null);
  const options = [
    { code: 'yes', label: labels[0] },
    { code: 'no', label: labels[1] },
  ] as const;
  return (
    <Look>
      <ChoiceField words={{ label: '¿Es seguro llamar?' }} options={options} value={value} onChange={setValue} />
    </Look>
  );
}

const chosen = () => screen.queryByRole<HTMLInputElement>('radio', { checked: true })?.labels?.[0]?.textContent ?? null;

it('takes S, N and Supr', async () => {
  render(<Field labels={['Sí', 'No']} />);
  await userEvent.tab();
  await userEvent.keyboard('s');
  expect(chosen()).toBe('Sí');
  await userEvent.keyboard('N');
  expect(chosen()).toBe('No');
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(chosen()).toBe('No');
  await userEvent.keyboard('{Delete}');
  expect(chosen()).toBeNull();
});

it('leaves letters alone where the answers are other words', async () => {
  render(<Field labels={['Siempre', 'Nunca']} />);
  await userEvent.tab();
  await userEvent.keyboard('s');
  expect(chosen()).toBeNull();
});
