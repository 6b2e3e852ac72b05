/** A recovery whose new key counts while the session after it could not be written down: pressed again, it goes on. */
import { readdirSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import type { SignIn } from '../../../src/main/access/index.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { clientOf, closeCentres, recoveryKeyOnPaper, startCentre } from '../../support/start-application.ts';
import { eventually } from '../../support/eventually.ts';
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

/** The new key counts, and the disk refused the session. */
async function rotatedAlone() {
  const centre = await startCentre();
  const nobody = clientOf(centre.application, () => null);
  const newPassphrase = 'lumera-tocino-bavelo-rugita-monedo';
  const recoveryKey = await recoveryKeyOnPaper();
  const begun = await nobody.beginRecovery({ recoveryKey, login: 'coordina', newPassphrase });
  const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
  disk.refuses = true;
  expect(await refusal(() => nobody.finishRecovery({ groups }))).toBe('storage/disk-error');
  disk.refuses = false;
  return { centre, nobody, groups };
}

it('is not begun again, and makes no second key', async () => {
  const { centre, nobody, groups } = await rotatedAlone();
  expect((await nobody.finishRecovery({ groups })).session.staff.login).toBe('coordina');
  expect(readdirSync(centre.folder).filter((name) => name.endsWith('.db'))).toEqual(['registro.e2.db']);
  expect(await refusal(() => nobody.finishRecovery({ groups }))).toBe('rule-broken/recovery-not-begun');
});

it('goes on once the record was closed, as it is while nobody is signed in', async () => {
  const { centre, nobody, groups } = await rotatedAlone();
  await eventually(() => {
    expect(readdirSync(centre.folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });
  expect((await nobody.finishRecovery({ groups })).session.staff.login).toBe('coordina');
});
