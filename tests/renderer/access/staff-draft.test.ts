import { describe, expect, it } from 'vitest';
import { atStaffFields, blankStaff, staffDraftSchema } from '../../../src/renderer/access/forms/staff-draft.ts';
import type { Failure } from '../../../src/shared/platform/failures.ts';

const failure: Failure = { code: 'rule-broken', reason: null, issues: [], incident: null };
const typed = { ...blankStaff, fullName: 'Luz Inventada', login: 'luz', roles: ['lawyer' as const] };

function messages(values: typeof typed): string[] {
  return (staffDraftSchema.safeParse(values).error?.issues ?? []).map((issue) => issue.message);
}

describe('staffDraftSchema', () => {
  it('refuses a passphrase at its field before it is sent', () => {
    expect(messages({ ...typed, passphrase: 'corta' })).toEqual([
      'Escriba al menos 15 caracteres. Puede usar la frase que propone el programa.',
    ]);
  });

  it('accepts a proposed phrase without cutting it', () => {
    const passphrase = ' muvaro-setilo-paduco-ranelo ';
    expect(staffDraftSchema.parse({ ...typed, passphrase }).passphrase).toBe(passphrase);
  });
});

describe('atStaffFields', () => {
  it('puts a taken login at its field', () => {
    const taken = atStaffFields({ ...failure, code: 'duplicate', reason: 'login-taken' }, 'details.');
    expect(taken.issues).toEqual([{ path: 'login', message: 'Ese usuario ya existe. Elija otro.' }]);
  });

  it('takes away only the prefix of the person', () => {
    const issues = [
      { path: 'details.fullName', message: 'a' },
      { path: 'passphrase', message: 'b' },
    ];
    expect(atStaffFields({ ...failure, issues }, 'details.').issues.map((issue) => issue.path)).toEqual([
      'fullName',
      'passphrase',
    ]);
  });
});
