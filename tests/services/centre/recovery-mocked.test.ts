/** A recovery whose new key counts while the session after it could not be written down: pressed again, it goes on. */
import { readdirSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import type { SignIn } from '../../../src/main/access/index.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { clientOf, closeCentres, recoveryKeyOnPaper, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

const disk = vi.hoisted(() => ({ refuses: false }));

vi.mock('../../../src/main/access/sign-in.ts', async (original) => {
  const real = await original<{ makeSignIn: (parts: unknown) => SignIn }>();
  return {
    ...real,
    makeSignIn: (parts: unknown): SignIn => {
      const signIn = real.makeSignIn(parts);
      return {
        ...signIn,
        begin: (...given: Parameters<SignIn['begin']>) => {
          if (disk.refuses) throw fail('storage', 'disk-error');
          return signIn.begin(...given);
        },
      };
    },
  };
});

afterEach(closeCentres);

it('is not begun again, and makes no second key', async () => {
  const centre = await startCentre();
  const nobody = clientOf(centre.application, () => null);
  const newPassphrase = 'lumera-tocino-bavelo-rugita-monedo';
  const recoveryKey = await recoveryKeyOnPaper();
  const begun = await nobody.beginRecovery({ recoveryKey, login: 'coordina', newPassphrase });
  const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
  disk.refuses = true;
  expect(await refusal(() => nobody.finishRecovery({ groups }))).toBe('storage/disk-error');
  disk.refuses = false;
  expect((await nobody.finishRecovery({ groups })).session.staff.login).toBe('coordina');
  expect(readdirSync(centre.folder).filter((name) => name.endsWith('.db'))).toEqual(['registro.e2.db']);
  expect(await refusal(() => nobody.finishRecovery({ groups }))).toBe('rule-broken/recovery-not-begun');
});
