/** A draft that was on its way when its record was kept: it fails for nothing, and nothing is saved after it. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { afterEach, expect, it, vi } from 'vitest';
import { useAutosave } from '../../../src/renderer/platform/forms/use-autosave.ts';

afterEach(cleanup);

function drawn(save: () => Promise<void>) {
  return renderHook(() => {
    const form = useForm({ defaultValues: { words: '' } });
    return { form, autosave: useAutosave({ form, save }) };
  });
}

it('forgets the failure of a draft that went with its record', async () => {
  let fail: (error: Error) => void = () => undefined;
  const save = vi.fn(() => new Promise<void>((_, reject) => (fail = reject)));
  const { result, unmount } = drawn(save);
  act(() => result.current.form.setValue('words', 'Donde su hermana'));
  const saving = act(() => result.current.autosave.saveNow());
  act(() => result.current.autosave.forget());
  fail(new Error('gone'));
  await saving;
  expect(result.current.autosave.isKept()).toBe(true);
  unmount();
  expect(save).toHaveBeenCalledTimes(1);
});

it('keeps what a failed save could not, and tries again where the form is left', async () => {
  const save = vi.fn(() => Promise.reject(new Error('full')));
  const { result, unmount } = drawn(save);
  act(() => result.current.form.setValue('words', 'Donde su hermana'));
  await act(() => result.current.autosave.saveNow());
  expect(result.current.autosave.isKept()).toBe(false);
  unmount();
  expect(save).toHaveBeenCalledTimes(2);
});
