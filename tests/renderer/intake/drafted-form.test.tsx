/** A form over its draft: what comes back, what it is sent with, and what becomes of a draft of nothing. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useDraftedForm, type Draft } from '../../../src/renderer/intake/index.ts';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../../src/renderer/platform/query.ts';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { z } from '../../../src/shared/platform/zod.ts';

afterEach(cleanup);

const schema = z.strictObject({ words: z.string() });
const start = { words: '' };
const draftOf = (body: string | null): Draft => ({
  draftId: '7d0f1c60-5a0b-4d7e-9a52-3f4f4d1f0a01' as Draft['draftId'],
  body,
  savedAt: body === null ? null : ('2026-06-10T15:32:00.000Z' as Draft['savedAt']),
});

/** The hook over a draft, with the procedures that it called, in order. */
function drawn(draft: Draft | null, version = 0, { kept = null as string | null, isFull = false } = {}) {
  const called: string[] = [];
  const invoke = ({ procedure }: { procedure: string }) => {
    called.push(procedure);
    const opened = { draftId: draftOf(null).draftId, body: kept, savedAt: null };
    if (isFull && procedure === 'saveDraft') return Promise.reject(fail('storage', 'disk-full'));
    const answers = new Map<string, object>([
      ['openDraft', opened],
      ['saveDraft', { savedAt: '2026-06-10T15:33:00.000Z' }],
    ]);
    return Promise.resolve({ ok: true, value: answers.get(procedure) ?? {} } as never);
  };
  const client = makeClient(contract, { invoke }, { token: () => 'one', newKey: () => crypto.randomUUID() });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <Look>
      <QueryClientProvider client={createQueryClient()}>
        <ClientProvider value={client}>{children}</ClientProvider>
      </QueryClientProvider>
    </Look>
  );
  const shown = renderHook(
    () => useDraftedForm({ kind: 'novelty', caseId: null, draft, start, version, schema, id: 'one' }),
    { wrapper },
  );
  return { ...shown, called };
}

const body = (version: number, words = 'A medias') => JSON.stringify({ version, values: { words } });

it('brings back what was typed, and says when it was kept', () => {
  const { result } = drawn(draftOf(body(0)));
  expect(result.current.form.getValues()).toEqual({ words: 'A medias' });
  expect(result.current.recoveredAt).toBe('10/06/2026 10:32');
  expect(result.current.isOver).toBe(false);
});

it('says that somebody else saved another thing since', () => {
  expect(drawn(draftOf(body(1)), 1).result.current.isOver).toBe(false);
  expect(drawn(draftOf(body(1)), 2).result.current.isOver).toBe(true);
});

it.each([
  ['nothing', null],
  ['what the form begins with', body(0, '')],
  ['what another version of the program wrote', JSON.stringify({ version: 0, values: { other: 'A medias' } })],
])('brings back nothing of a draft of %s', (_of, kept) => {
  const { result } = drawn(draftOf(kept), 3);
  expect(result.current.form.getValues()).toEqual(start);
  expect([result.current.recoveredAt, result.current.isOver]).toEqual([null, false]);
});

it('keeps what is typed, erases a draft that was emptied, and opens the next at the next typing', async () => {
  const { result, called } = drawn(draftOf(null));
  const type = async (words: string) => {
    act(() => result.current.form.setValue('words', words));
    await act(() => result.current.saving.saveNow());
  };
  await type('A medias');
  await type('');
  await type('Otra vez');
  expect(called).toEqual(['saveDraft', 'discardDraft', 'openDraft', 'saveDraft']);
});

it('opens its draft at the first typing where it could not be opened before', async () => {
  const { result, called } = drawn(null);
  act(() => result.current.form.setValue('words', 'A medias'));
  await act(() => result.current.saving.saveNow());
  expect(called).toEqual(['openDraft', 'saveDraft']);
});

it('writes nothing over what was typed before and is not in sight (`draft-unseen`)', async () => {
  const { result, called } = drawn(null, 0, { kept: body(0) });
  act(() => result.current.form.setValue('words', 'Otra cosa'));
  await act(() => result.current.saving.saveNow());
  expect(called).toEqual(['openDraft']);
  expect(result.current.saving.state).toEqual({
    kind: 'failed',
    reason: 'Ya tenía otro borrador de esto: ciérrelo y ábralo otra vez para verlo.',
  });
});

it('goes on over what it kept itself, where the record that was kept meanwhile said something else', async () => {
  const { result, called } = drawn(draftOf(null), 0, { kept: body(0) });
  const type = async (words: string) => {
    act(() => result.current.form.setValue('words', words));
    await act(() => result.current.saving.saveNow());
  };
  await type('A medias');
  act(() => result.current.saving.forget());
  await type('A medias y más');
  expect(called).toEqual(['saveDraft', 'openDraft', 'saveDraft']);
  expect(result.current.saving.state).toMatchObject({ kind: 'saved' });
});

it('is left once what is typed is kept, and not while it cannot be', async () => {
  const closed: string[] = [];
  for (const isFull of [false, true]) {
    const { result } = drawn(draftOf(null), 0, { isFull });
    act(() => result.current.form.setValue('words', 'A medias'));
    await act(() => result.current.leave(() => closed.push(isFull ? 'lost' : 'kept')));
  }
  expect(closed).toEqual(['kept']);
});

it('sends once nothing typed waits, and saves nothing after the answer', async () => {
  const { result, called, unmount } = drawn(draftOf(null));
  act(() => result.current.form.setValue('words', 'A medias'));
  const sent = await act(() =>
    result.current.send(() => {
      called.push('sent');
      result.current.saving.leave();
      return Promise.resolve();
    }),
  );
  unmount();
  expect(sent).toBe(true);
  expect(called).toEqual(['saveDraft', 'sent']);
});

it('discards what came back, and stands as it began', async () => {
  const { result, called } = drawn(draftOf(body(0)));
  await act(() => result.current.discard());
  expect(called).toEqual(['discardDraft']);
  expect(result.current.form.getValues()).toEqual(start);
  expect(result.current.recoveredAt).toBe(null);
});
