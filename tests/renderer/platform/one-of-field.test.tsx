/** A list that always has its answer: emptied, it says it again, and what is stored is what is read. */
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { ChoiceField, OneOfField } from '../../../src/renderer/platform/ui/index.ts';

afterEach(cleanup);

const options = ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho'].map((label, code) => ({
  code,
  label,
}));

function Fields() {
  const [one, setOne] = useState<number>(1);
  const [any, setAny] = useState<number | null>(1);
  return (
    <Look>
      <OneOfField words={{ label: 'Siempre una' }} options={options} value={one} onChange={setOne} />
      <ChoiceField words={{ label: 'Una o ninguna' }} options={options} value={any} onChange={setAny} />
      <p>{`Queda ${one} y ${any ?? 'ninguna'}`}</p>
    </Look>
  );
}

it('is not left empty over an answer that stays', async () => {
  render(<Fields />);
  for (const name of ['Siempre una', 'Una o ninguna']) {
    await userEvent.clear(screen.getByRole('textbox', { name }));
    await userEvent.tab();
  }
  const shown = ['Siempre una', 'Una o ninguna'].map(
    (name) => screen.getByRole<HTMLInputElement>('textbox', { name }).value,
  );
  expect(shown).toEqual(['Dos', '']);
  expect(screen.getByText('Queda 1 y ninguna')).toBeTruthy();
});
