import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandidateCard } from '../../../src/renderer/people/candidate-card.tsx';
import { SearchBox } from '../../../src/renderer/people/search-box.tsx';
import { useTypedSearch } from '../../../src/renderer/people/use-typed-search.ts';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Candidate, FoundPersons } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { Alone } from '../../support/alone.tsx';
import { eventually } from '../../support/eventually.ts';

afterEach(cleanup);

type Asked = { readonly query: string; readonly isTyping?: boolean };

function candidate(name: string): Candidate {
  return {
    ...{ personId: crypto.randomUUID() as Candidate['personId'], name, birthYear: null, district: null },
    ...{ lastVisitYear: null, level: 'possible', reasons: [], knownAs: [], needsReview: false, cases: [] },
  };
}

function Page() {
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  return (
    <>
      <SearchBox id="q" label="Nombre o documento" arrivalId={null} among="any" onFound={setFound} />
      <ul>
        {(found ?? []).map((one) => (
          <CandidateCard key={one.personId} candidate={one} />
        ))}
      </ul>
      {found?.length === 0 && <p>Nadie</p>}
    </>
  );
}

function draw(answer: (asked: Asked) => Promise<FoundPersons>) {
  const findPersons = vi.fn(answer);
  render(
    <Alone>
      <ClientProvider value={{ findPersons } as unknown as Client<Contract>}>
        <Page />
      </ClientProvider>
    </Alone>,
  );
  return { findPersons, user: userEvent.setup({ delay: null }), field: screen.getByRole('textbox') };
}

describe('searching while typing', () => {
  it('asks once after a pause, not once a key, and says that it is being typed', async () => {
    const { findPersons, user, field } = draw(() => Promise.resolve({ candidates: [candidate('Rosa')] }));
    await user.type(field, 'quispe rosa');
    expect(findPersons).not.toHaveBeenCalled();
    expect(await screen.findByText('Rosa')).toBeDefined();
    expect(findPersons.mock.calls.map(([{ query, isTyping }]) => [query, isTyping])).toEqual([['quispe rosa', true]]);
  });

  it('Enter asks outright, once, and says that nobody is found; half a word never says so', async () => {
    const { findPersons, user, field } = draw(() => Promise.resolve({ candidates: [] }));
    await user.type(field, 'quispe');
    await eventually(() => expect(findPersons).toHaveBeenCalledTimes(1));
    expect(screen.queryByText('Nadie')).toBeNull();
    await user.type(field, ' rosa{Enter}');
    expect(await screen.findByText('Nadie')).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(findPersons.mock.calls.map(([{ query, isTyping }]) => [query, isTyping ?? false])).toEqual([
      ['quispe', true],
      ['quispe rosa', false],
    ]);
  });

  it('never shows a late answer, and asks nothing of two letters', async () => {
    const late: (() => void)[] = [];
    const { findPersons, user, field } = draw(({ query }) =>
      query === 'rosa'
        ? new Promise((resolve) => late.push(() => resolve({ candidates: [candidate('Rosa')] })))
        : Promise.resolve({ candidates: [candidate('Marisol')] }),
    );
    await user.type(field, 'rosa');
    await eventually(() => expect(late).toHaveLength(1));
    await user.clear(field);
    await user.type(field, 'marisol');
    expect(await screen.findByText('Marisol')).toBeDefined();
    late[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText('Rosa')).toBeNull();
    await user.clear(field);
    await user.type(field, 'ma');
    // Nor an answer to what stood there before.
    expect(screen.queryByText('Marisol')).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(findPersons).toHaveBeenCalledTimes(2);
  });

  it('says in words that the search is not complete yet, and when there were too many', async () => {
    const { user, field } = draw(({ query }) =>
      query === 'rosa'
        ? Promise.resolve({ candidates: [], preparedPercent: 43 })
        : Promise.reject(fail('rule-broken', 'too-many-searches')),
    );
    await user.type(field, 'rosa');
    expect(await screen.findByText(/todavía no está completa.*43 %/)).toBeDefined();
    await user.type(field, ' elena');
    expect(await screen.findByText(/Hizo muchas búsquedas/)).toBeDefined();
  });
});

it('asks nobody while nobody can be asked, and then for what stands there', () => {
  vi.useFakeTimers();
  try {
    const ask = vi.fn(() => new Promise<FoundPersons>(() => undefined));
    const { result, rerender } = renderHook(({ isHeld }) => useTypedSearch(ask, undefined, isHeld), {
      initialProps: { isHeld: true },
    });
    act(() => result.current.type('quispe'));
    vi.runAllTimers();
    expect(ask).not.toHaveBeenCalled();
    rerender({ isHeld: false });
    vi.runAllTimers();
    expect(ask).toHaveBeenCalledExactlyOnceWith('quispe');
  } finally {
    vi.useRealTimers();
  }
});
