import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { SearchField } from '../../../src/renderer/platform/ui/index.ts';

afterEach(cleanup);

const options = [
  { code: 'health', label: 'Centro de salud inventado' },
  { code: 'mental', label: 'CSMC inventado' },
];

function Field() {
  const [value, setValue] = useState<string | null>(null);
  return (
    <>
      <SearchField words={{ label: 'Quién recibe' }} options={options} value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

describe('SearchField', () => {
  it('takes the first option when Enter comes faster than the next picture of the screen', async () => {
    render(
      <Look>
        <Field />
      </Look>,
    );
    // Without a pause between keys, no animation frame comes in between.
    const user = userEvent.setup({ delay: null });
    await user.click(screen.getByRole('textbox', { name: 'Quién recibe' }));
    await user.keyboard('csmc{Enter}');
    expect(screen.getByRole('status').textContent).toBe('mental');
  });
});
