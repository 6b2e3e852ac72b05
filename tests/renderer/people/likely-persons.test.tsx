import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FieldValues } from 'react-hook-form';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NameFields } from '../../../src/renderer/people/forms/name-fields.tsx';
import { LikelyPersons } from '../../../src/renderer/people/likely-persons.tsx';
import type { PersonLink } from '../../../src/renderer/people/candidate-list.tsx';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import { useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { userPersonSchema, blankUser, type Candidate, type TypedFacts } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { z } from '../../../src/shared/platform/zod.ts';
import { Alone } from '../../support/alone.tsx';
import { eventually } from '../../support/eventually.ts';

afterEach(cleanup);

type Answer = (facts: TypedFacts) => Promise<{ candidates: Candidate[] }>;

const arrivalId = '00000000-0000-4000-8000-000000000001';
const schema = z.object({ user: userPersonSchema });

function candidate(name: string): Candidate {
  return {
    ...{ personId: crypto.randomUUID() as Candidate['personId'], name, birthYear: null, district: null },
    ...{ lastVisitYear: null, level: 'possible', reasons: [], knownAs: [], needsReview: false, cases: [] },
  };
}

function Page({ onLink }: { readonly onLink: (link: PersonLink) => void }) {
  const form = useSectionForm<FieldValues>({
    schema: schema,
    defaultValues: { user: blankUser() },
    id: 'test',
  });
  return (
    <>
      <NameFields form={form} at="user" />
      <LikelyPersons form={form} at="user" arrivalId={arrivalId} standing="user" onLink={onLink} />
    </>
  );
}

function draw(answer: Answer) {
  const suggestPersons = vi.fn(({ facts }: { facts: TypedFacts }) => answer(facts));
  const onLink = vi.fn();
  render(
    <Alone>
      <ClientProvider value={{ suggestPersons } as unknown as Client<Contract>}>
        <Page onLink={onLink} />
      </ClientProvider>
    </Alone>,
  );
  return { suggestPersons, onLink, user: userEvent.setup() };
}

const field = (label: string) => screen.getByRole('textbox', { name: label });

describe('LikelyPersons', () => {
  it('asks once after a pause, only when two names are typed, and gives the choice on', async () => {
    const { suggestPersons, onLink, user } = draw(() => Promise.resolve({ candidates: [candidate('Rosa Quispe')] }));
    await user.type(field('Apellido paterno'), 'Quispe');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(suggestPersons).not.toHaveBeenCalled();
    await user.type(field('Nombres'), 'Rosa');
    await user.click(await screen.findByRole('button', { name: 'Quizá sea la misma: Rosa Quispe' }));
    expect(onLink).toHaveBeenCalledWith(expect.objectContaining({ kind: 'maybe', name: 'Rosa Quispe' }));
    expect(suggestPersons).toHaveBeenCalledTimes(1);
    expect(suggestPersons.mock.calls[0]?.[0]).toMatchObject({
      ...{ arrivalId, role: 'user' },
      facts: { firstSurname: 'Quispe', givenNames: 'Rosa', secondSurname: null, documentNumber: null },
    });
  });

  it('never shows an answer to what stood there before', async () => {
    const late: (() => void)[] = [];
    const { user } = draw(
      ({ givenNames }) =>
        new Promise((resolve) => {
          const answer = () => {
            resolve({ candidates: [candidate(givenNames ?? '')] });
          };
          if (givenNames === 'Rosa') late.push(answer);
          else answer();
        }),
    );
    await user.type(field('Apellido paterno'), 'Quispe');
    await user.type(field('Nombres'), 'Rosa');
    await eventually(() => expect(late).toHaveLength(1));
    await user.clear(field('Nombres'));
    await user.type(field('Nombres'), 'Marisol');
    expect(await screen.findByText('Marisol')).toBeDefined();
    late[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(screen.queryByText('Rosa')).toBeNull();
    expect(screen.getByText('Marisol')).toBeDefined();
  });

  it('says when there were too many searches, and the fields stay usable', async () => {
    const { user } = draw(() => Promise.reject(fail('rule-broken', 'too-many-searches')));
    await user.type(field('Apellido paterno'), 'Quispe');
    await user.type(field('Nombres'), 'Rosa');
    expect(await screen.findByText(/Hizo muchas búsquedas/)).toBeDefined();
    await user.type(field('Nombres'), ' Elena');
    expect(field('Nombres')).toHaveProperty('value', 'Rosa Elena');
  });
});
