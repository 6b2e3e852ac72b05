import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { encodeRecoveryKey, decodeRecoveryKey } from '../../src/main/platform/crypto/recovery-key.ts';
import {
  addSlot,
  createKeyring,
  deriveSlot,
  dropStagedKeyring,
  isKeyringWhole,
  openRecoverySlot,
  promoteKeyring,
  readKeyring,
  readKeyringFiles,
  readRecoveryFile,
  removeSlot,
  replaceSlot,
  stageKeyring,
  unlockAny,
  unlockSlot,
  unlockWithRecovery,
  verifyMac,
  writeKeyring,
} from '../../src/main/platform/storage/keyring.ts';
import type { Keyring, StaffSlot } from '../../src/main/platform/storage/keyring.ts';
import { LoginState } from '../../src/main/platform/storage/login-state.ts';
import { markKeyOf, readMark, resetMark, writeMark } from '../../src/main/platform/storage/mark.ts';
import type { TestRegister } from './fixture.ts';
import { cheapPolicy, login, newRegister, passphrase, refusal, removeTempFolders, tempFolder } from './fixture.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await newRegister();
});
afterAll(removeTempFolders);

const unlock = (keyring: Keyring, as = login, secret: string | Buffer = passphrase) =>
  unlockSlot(keyring, as, secret, cheapPolicy);
const slotOf = (secret: string, policy = cheapPolicy) =>
  deriveSlot(register.keyring, register.key, { staffId: register.staffId, login, passphrase: secret, policy });
const withStaff = (change: (slot: StaffSlot) => StaffSlot): Keyring => ({
  ...register.keyring,
  slots: register.keyring.slots.map((slot) => (slot.kind === 'staff' ? change(slot) : slot)),
});
const store = (keyring: object, ending = ''): void => {
  writeFileSync(join(register.folder, `keyring.json${ending}`), JSON.stringify(keyring));
};
const reading = () => refusal(() => readKeyring(register.folder, cheapPolicy));

describe('keyring', () => {
  it('opens with the password, typed in either Unicode form, and with nothing else', async () => {
    const { keyring } = readKeyring(register.folder, cheapPolicy);
    const unlocked = await unlock(keyring, ' MTorres ', Buffer.from(passphrase));
    expect(unlocked.dek.equals(register.key)).toBe(true);
    expect(await refusal(() => unlock(keyring, login, `${passphrase} `))).toBe('wrong-secret/');
    const changed = replaceSlot(keyring, unlocked.dek, await slotOf('una canción muy larga'));
    expect((await unlock(changed, login, 'una canción muy larga'.normalize('NFD'))).dek.equals(register.key)).toBe(
      true,
    );
  });

  it('answers an unknown login as a wrong password', async () => {
    expect(await refusal(() => unlock(register.keyring, 'nobody'))).toBe('wrong-secret/');
  });

  it('spends the same time on an unknown login', async () => {
    const policy = { ...cheapPolicy, target: { m: 32768, t: 3, p: 1 }, cap: { m: 65536, t: 4, p: 1 } };
    const keyring = replaceSlot(register.keyring, register.key, await slotOf(passphrase, policy));
    const timed = async (as: string): Promise<number> => {
      const started = performance.now();
      await refusal(() => unlockSlot(keyring, as, 'wrong', policy));
      return performance.now() - started;
    };
    const times: Record<'nobody' | 'mtorres', number[]> = { nobody: [], mtorres: [] };
    const isAlike = () => Math.min(...times.nobody) > Math.min(...times.mtorres) / 2;
    // The least of several: other work on the computer only adds, and on a busy one it adds to one of them for long.
    for (let run = 0; run < 5 || (run < 40 && !isAlike()); run += 1) {
      for (const as of ['nobody', login] as const) times[as].push(await timed(as));
    }
    expect(isAlike()).toBe(true);
  });

  it('does not open after a slot was altered', async () => {
    const moved = withStaff((slot) => ({ ...slot, staffId: randomUUID() }));
    const cheaper = withStaff((slot) => ({ ...slot, kdf: { ...slot.kdf, m: slot.kdf.m + 8 } }));
    const practice = { ...register.keyring, practice: true };
    for (const keyring of [moved, cheaper, practice])
      expect(await refusal(() => unlock(keyring))).toBe('wrong-secret/');
    const revised = { ...register.keyring, revision: 9 };
    expect(await refusal(() => unlock(revised))).toBe('damaged/keyring-damaged');
    expect(await refusal(() => unlockWithRecovery({ ...register.keyring, practice: true }, register.recoveryKey))).toBe(
      'damaged/keyring-damaged',
    );
  });

  it.each([
    ['64 GiB asked for', () => withStaff((slot) => ({ ...slot, kdf: { ...slot.kdf, m: 64 * 1024 * 1024 } }))],
    ['cost below the floor', () => withStaff((slot) => ({ ...slot, kdf: { ...slot.kdf, m: 1 } }))],
    ['path as file name', () => ({ ...register.keyring, dbFile: '../registro.e1.db' })],
    ['file of another epoch', () => ({ ...register.keyring, dbFile: 'registro.e2.db' })],
    ['another cipher', () => ({ ...register.keyring, cipher: 'aes256cbc' })],
    ['unknown field', () => ({ ...register.keyring, hint: 'x' })],
    ['newer format', () => ({ ...register.keyring, format: 2 })],
    ['no recovery slot', () => ({ ...register.keyring, slots: register.keyring.slots.slice(0, 1) })],
    ['more than 64 KiB', () => ({ ...register.keyring, mac: 'A'.repeat(70_000) })],
  ])('refuses before any work: %s', async (_what, alter) => {
    for (const ending of ['', '.1', '.2']) store(alter(), ending);
    expect(await reading()).toBe('damaged/keyring-damaged');
  });

  it('refuses a cheap slot under the policy of the product', async () => {
    expect(await refusal(() => readKeyring(register.folder, productKdfPolicy))).toBe('damaged/keyring-damaged');
  });

  it('keeps three files that say the same: what one lost, the next has, and no older password opens any', async () => {
    const next = replaceSlot(register.keyring, register.key, await slotOf('frase-nueva-y-larga'));
    await writeKeyring(register.folder, next);
    expect(readKeyring(register.folder, cheapPolicy)).toEqual({ keyring: next, generation: 0 });
    expect(isKeyringWhole(register.folder, next)).toBe(true);
    store({});
    expect(isKeyringWhole(register.folder, next)).toBe(false);
    expect(readKeyring(register.folder, cheapPolicy)).toEqual({ keyring: next, generation: 1 });
    const { archives, isEven } = readKeyringFiles(register.folder, cheapPolicy);
    expect({ archives, isEven }).toEqual({ archives: [next], isEven: false });
    expect(await unlockAny(archives, login, passphrase, cheapPolicy)).toEqual([]);
    expect(await unlockAny(archives, login, 'frase-nueva-y-larga', cheapPolicy)).toHaveLength(1);
  });

  it('has a change beside it until the change takes its place', async () => {
    const next = replaceSlot(register.keyring, register.key, await slotOf('frase-nueva-y-larga'));
    stageKeyring(register.folder, next);
    expect(readKeyringFiles(register.folder, cheapPolicy)).toEqual({
      archives: [register.keyring],
      staged: next,
      isEven: true,
    });
    expect(isKeyringWhole(register.folder, register.keyring)).toBe(false);
    await promoteKeyring(register.folder, next);
    expect(isKeyringWhole(register.folder, next)).toBe(true);
    stageKeyring(register.folder, register.keyring);
    dropStagedKeyring(register.folder);
    expect(isKeyringWhole(register.folder, next)).toBe(true);
  });

  it('adds and removes people, and counts revisions', async () => {
    const staffId = randomUUID();
    const fresh = await deriveSlot(register.keyring, register.key, {
      ...{ staffId, login: 'jramos', passphrase: 'otra-frase-larga', policy: cheapPolicy },
    });
    const two = addSlot(register.keyring, register.key, fresh);
    expect(two.revision).toBe(2);
    expect((await unlock(two, 'jramos', 'otra-frase-larga')).dek.equals(register.key)).toBe(true);
    expect(await refusal(() => addSlot(two, register.key, fresh))).toBe('duplicate/login-taken');
    const stranger = { ...fresh, login: 'otra' };
    expect(await refusal(() => addSlot(two, register.key, stranger))).toBe('duplicate/login-taken');
    const one = removeSlot(two, register.key, staffId);
    expect(await refusal(() => unlock(one, 'jramos', 'otra-frase-larga'))).toBe('wrong-secret/');
    expect(await refusal(() => removeSlot(one, register.key, staffId))).toBe('not-found/');
    expect(await refusal(() => removeSlot(one, register.key, register.staffId))).toBe('rule-broken/last-slot');
    expect(await refusal(() => replaceSlot(one, register.key, fresh))).toBe('not-found/');
    expect(verifyMac(one, register.key)).toBe(true);
    expect(verifyMac(one, randomBytes(32))).toBe(false);
  });

  it('refuses a login that is none', async () => {
    const person = { staffId: randomUUID(), login: 'Ñ', passphrase, policy: cheapPolicy };
    expect(await refusal(() => deriveSlot(register.keyring, register.key, person))).toBe('invalid/login-format');
  });

  it('changes a password under a new pair', async () => {
    const { secretKey, dek } = await unlock(register.keyring);
    const changed = replaceSlot(register.keyring, dek, await slotOf('frase-nueva-y-larga'));
    expect(await refusal(() => unlock(changed))).toBe('wrong-secret/');
    expect((await unlock(changed, login, 'frase-nueva-y-larga')).secretKey.equals(secretKey)).toBe(false);
  });

  it('opens with the recovery key, with and without the keyring, and not with another', async () => {
    const typed = decodeRecoveryKey(encodeRecoveryKey(register.recoveryKey).toLowerCase().replaceAll('-', ' '));
    expect(unlockWithRecovery(register.keyring, typed).equals(register.key)).toBe(true);
    expect(openRecoverySlot(readRecoveryFile(register.folder), typed).equals(register.key)).toBe(true);
    expect(await refusal(() => unlockWithRecovery(register.keyring, randomBytes(32)))).toBe(
      'wrong-secret/recovery-key-other',
    );
  });

  it('works at the cost of the product', async () => {
    const first = { staffId: randomUUID(), login, passphrase, policy: productKdfPolicy };
    const dek = randomBytes(32);
    const keyring = await createKeyring({
      dbId: randomUUID(),
      practice: false,
      dek,
      recoveryKey: randomBytes(32),
      first,
    });
    await writeKeyring(tempFolderOf, keyring);
    const read = readKeyring(tempFolderOf, productKdfPolicy).keyring;
    expect((await unlockSlot(read, login, passphrase, productKdfPolicy)).dek.equals(dek)).toBe(true);
  });
});
const tempFolderOf = tempFolder();

describe('LoginState', () => {
  it('doubles the wait, stops after ten and never stops those who are only slowed', async () => {
    let mono = 0;
    const state = new LoginState(register.folder, { wall: () => 1_000_000, monotonic: () => mono });
    await state.keepSlowOnly(['coordinator']);
    const waits: number[] = [];
    for (let at = 0; at < 10; at += 1) {
      await state.failed(login);
      await state.failed('coordinator');
      waits.push(state.allowance('coordinator').waitMs);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000));
    expect(state.allowance(login).stopped).toBe('hour');
    expect(state.allowance('another')).toEqual({ waitMs: 0, stopped: null });
    mono = 3_600_000;
    expect(state.allowance(login)).toEqual({ waitMs: 0, stopped: null });
    expect(await state.succeeded(login)).toBe(10);
    expect(readFileSync(join(register.folder, 'login-state.json'), 'utf8')).not.toContain(login);
  });

  it('does not wait less when the clock is set back or forward', async () => {
    let wall = 5_000_000;
    const clocks = { wall: () => wall, monotonic: () => 0 };
    const state = new LoginState(register.folder, clocks);
    await state.failed(login);
    wall = 9_000_000;
    expect(state.allowance(login).waitMs).toBe(1000);
    wall = 1;
    expect(new LoginState(register.folder, clocks).allowance(login).waitMs).toBe(1000);
  });
});

describe('mark', () => {
  it('alternates two files, answers the newest valid one and tells damage from absence', async () => {
    const folder = tempFolder();
    const key = markKeyOf(register.key);
    const dbId = register.expected.dbId;
    const mark = (seq: number) => ({ dbId, seq, hash: 'ab'.repeat(32), utc: '2026-03-01T12:00:00.000Z' });
    expect(readMark(folder, key, dbId)).toEqual({ mark: null, state: 'missing' });
    for (const seq of [1, 2, 3]) await writeMark(folder, key, mark(seq));
    expect(readMark(folder, key, dbId).mark?.seq).toBe(3);
    writeFileSync(join(folder, 'mark.a'), readFileSync(join(folder, 'mark.a'), 'utf8').replace('"seq":3', '"seq":9'));
    expect(readMark(folder, key, dbId).mark?.seq).toBe(2);
    expect(readMark(folder, markKeyOf(randomBytes(32)), dbId)).toEqual({ mark: null, state: 'invalid' });
    await resetMark(folder, key, mark(1));
    expect(readMark(folder, key, dbId).mark?.seq).toBe(1);
  });
});
