import { describe, expect, it } from 'vitest';
import { recoverySchema } from '../../../src/renderer/centre/first-run/recovery-draft.ts';

const key = ['AB01', 'CD23', 'EF45', 'GH67', ...Array.from({ length: 10 }, () => 'JK89')];
const right = { first: 'AB01', second: 'CD23', third: 'EF45', fourth: 'GH67' };

function messages(values: typeof right, known: readonly string[] | null = key): Record<string, string> {
  const parsed = recoverySchema([1, 2, 3, 4], known).safeParse(values);
  return Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));
}

describe('recoverySchema', () => {
  it('accepts the groups as a person copies them from paper', () => {
    expect(messages({ ...right, first: ' abo1 ', second: 'cd23' })).toEqual({});
  });

  it('reads I and L as 1, as the application does', () => {
    expect(messages({ ...right, first: 'ABOI' })).toEqual({});
    expect(messages({ ...right, first: 'ab0l' })).toEqual({});
  });

  it('names only the group that is wrong', () => {
    expect(messages({ ...right, third: 'EF46' })).toEqual({
      third: 'El grupo 3 no coincide con la clave. Revise el papel.',
    });
  });

  it('says what is missing before what is wrong', () => {
    expect(messages({ ...right, second: ' ', fourth: 'GH6' })).toEqual({
      second: 'Escriba el grupo 2.',
      fourth: 'El grupo 4 tiene 4 letras o números.',
    });
  });

  it('leaves the judgement to the application when the window no longer knows the key', () => {
    expect(messages({ ...right, third: 'ZZZZ' }, null)).toEqual({});
    expect(messages({ ...right, third: '' }, null)).toEqual({ third: 'Escriba el grupo 3.' });
  });
});
