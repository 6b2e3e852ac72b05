import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { PersonLine, type PersonLink } from '../../../src/renderer/people/index.ts';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Candidate, FoundPersons } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

function candidate(name: string, needsReview = false): Candidate {
  return {
    ...{ personId: `id-${name}` as Candidate['personId'], name, birthYear: 1990, district: null },
    ...{ lastVisitYear: null, level: 'possible', reasons: [], knownAs: [], needsReview, cases: [] },
  };
}

type Parts = {
  readonly arrival: () => Promise<string>;
  readonly onLink: (link: PersonLink | null) => void;
  readonly onEscape: () => void;
};

function Line({ arrival, onLink, onEscape }: Parts) {
  const [text, setText] = useState('');
  const [link, setLink] = useState<PersonLink | null>(null);
  const [error, setError] = useState<string | null>(null);
  const choose = (next: PersonLink | null) => {
    setLink(next);
    onLink(next);
  };
  return (
    <PersonLine
      {...{
        id: 'who',
        label: 'Llega',
        keys: 'Alt N',
        placeholder: '',
        text,
        link,
        arrival,
        error,
        onEscape,
        isSent: false,
      }}
      onText={setText}
      onLink={choose}
      onError={setError}
    />
  );
}

function draw(answer: (query: string) => Promise<FoundPersons>) {
  const findPersons = vi.fn(({ query }: { query: string; isTyping?: boolean }) => answer(query));
  const parts = { arrival: vi.fn(() => Promise.resolve('door')), onLink: vi.fn(), onEscape: vi.fn() };
  render(
    <Alone>
      <ClientProvider value={{ findPersons } as unknown as Client<Contract>}>
        <Line {...parts} />
      </ClientProvider>
    </Alone>,
  );
  return { findPersons, ...parts, user: userEvent.setup({ delay: null }), field: screen.getByRole('combobox') };
}

const two = (): Promise<FoundPersons> =>
  Promise.resolve({ candidates: [candidate('Rosa'), candidate('Requiere revisión', true)], searchesLeft: 7 });

it('opens the door at the first search, and marks nobody: Enter after typing takes nobody', async () => {
  const { user, field, arrival, onLink, findPersons } = draw(two);
  await user.click(field);
  await user.keyboard('qu');
  expect(arrival).not.toHaveBeenCalled();
  await user.keyboard('ispe{Enter}');
  await screen.findByRole('listbox');
  expect(arrival).toHaveBeenCalled();
  expect(field.getAttribute('aria-activedescendant')).toBeNull();
  expect(screen.getByText(/Le quedan 7 búsquedas/)).toBeDefined();
  const asked = findPersons.mock.calls.length;
  await user.keyboard('{Enter}');
  expect(onLink).not.toHaveBeenCalled();
  // Asked and answered: it is not counted again.
  expect(findPersons.mock.calls.length).toBe(asked);
});

it('chooses by arrow and Enter; with Shift, and of whom nothing is shown, only perhaps', async () => {
  const { user, field, onLink } = draw(two);
  await user.type(field, 'quispe{Enter}');
  await screen.findByRole('listbox');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onLink).toHaveBeenLastCalledWith({ kind: 'known', personId: 'id-Rosa', name: 'Rosa' });
  await user.keyboard('{Escape}{Enter}');
  await screen.findByRole('listbox');
  await user.keyboard('{ArrowDown}{Shift>}{Enter}{/Shift}');
  expect(onLink).toHaveBeenLastCalledWith({ kind: 'maybe', personId: 'id-Rosa', name: 'Rosa' });
  await user.keyboard('{Escape}{Enter}');
  await screen.findByRole('listbox');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onLink).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'maybe', name: 'Requiere revisión' }));
});

it('takes that it is none of them as a choice, and a key that is held as none', async () => {
  const { user, field, onLink } = draw(two);
  await user.type(field, 'quispe{Enter}');
  await screen.findByRole('listbox');
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('persona nueva');
  fireEvent.keyDown(field, { key: 'Enter', repeat: true });
  expect(onLink).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(onLink).toHaveBeenLastCalledWith({ kind: 'new', different: ['id-Rosa', 'id-Requiere revisión'] });
});

it('shows no answer to what stood there before, and Esc leaves the list before the line', async () => {
  const late = Promise.withResolvers<FoundPersons>();
  const { user, field, onEscape } = draw((query) =>
    query === 'quispe' ? late.promise : Promise.resolve({ candidates: [candidate('Luz')] }),
  );
  await user.type(field, 'quispe{Enter}');
  await user.type(field, ' luz');
  expect(await screen.findByText('Luz')).toBeDefined();
  late.resolve({ candidates: [candidate('Rosa')] });
  await late.promise;
  await new Promise((drawn) => setTimeout(drawn));
  expect(screen.queryByText('Rosa')).toBeNull();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(onEscape).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onEscape).toHaveBeenCalledOnce();
});

it('says that nobody was found after a pause, and not for what is typed next', async () => {
  const { user, field } = draw((query) => Promise.resolve({ candidates: query === 'zzyx' ? [] : [candidate('Rosa')] }));
  await user.type(field, 'zzyx');
  expect(await screen.findByText('Nadie con ese nombre o documento')).toBeDefined();
  expect(screen.queryByRole('listbox')).toBeNull();
  await user.type(field, ' ro');
  await screen.findByRole('listbox');
  expect(screen.queryByText('Nadie con ese nombre o documento')).toBeNull();
});
