import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalJson } from '../../../src/main/platform/crypto/canonical.ts';
import {
  calibrateKdf,
  derive,
  passphraseBytes,
  productKdfPolicy,
  withTarget,
  withinPolicy,
} from '../../../src/main/platform/crypto/kdf.ts';
import type { KdfParams } from '../../../src/main/platform/crypto/kdf.ts';
import { bitsPerWord, generatePhrase, phraseWords } from '../../../src/main/platform/crypto/passphrase.ts';
import {
  decodeRecoveryKey,
  encodeRecoveryKey,
  recoveryGroupCount,
  recoveryGroups,
} from '../../../src/main/platform/crypto/recovery-key.ts';
import { newKeyPair, openSealed, seal } from '../../../src/main/platform/crypto/sealing.ts';
import { runSelfTest, selfTestVectors } from '../../../src/main/platform/crypto/self-test.ts';

const counted = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
const printed = '0400-20G3-0G2G-C1R8-1450-P30D-1R7H-048J-2CA1-A5GQ-30CH-M6RW-3MF1-ZV0X';
const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

describe('sealing', () => {
  it('gives 92 bytes for a key and opens only for its key in its context', () => {
    const pair = newKeyPair();
    const sealed = seal(pair.publicKey, counted, 'db|1|slot');
    expect(sealed).toHaveLength(92);
    expect(openSealed(pair.secretKey, sealed, 'db|1|slot')?.equals(counted)).toBe(true);
    expect(openSealed(pair.secretKey, sealed, 'db|2|slot')).toBeNull();
    expect(openSealed(newKeyPair().secretKey, sealed, 'db|1|slot')).toBeNull();
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(openSealed(pair.secretKey, altered, 'db|1|slot')).toBeNull();
    }
    expect(openSealed(pair.secretKey, sealed.subarray(0, 59), 'db|1|slot')).toBeNull();
    expect(openSealed(pair.secretKey, Buffer.alloc(92), 'db|1|slot')).toBeNull();
  });
});

describe('key derivation', () => {
  it('answers the vector at the default cost, as the reference of Node does', async () => {
    const bytes = await derive('una frase larga de prueba', productKdfPolicy.target, salt);
    expect(bytes.toString('hex')).toBe('96b8fd630a3f53634054a2e617d765f744d29084e290a4cfb6ff0d1ae62af7c2');
    const message = Buffer.from('contraseña', 'utf8');
    const oracle = argon2Sync('argon2id', {
      message,
      nonce: salt,
      parallelism: 2,
      tagLength: 32,
      memory: 64,
      passes: 4,
    });
    expect((await derive('contraseña'.normalize('NFD'), { m: 64, t: 4, p: 2 }, salt)).equals(oracle)).toBe(true);
  });

  it('normalises once, trims nothing and keeps the limit', () => {
    expect(passphraseBytes(' ﬁn ').toString()).toBe(' fin ');
    expect(passphraseBytes(Buffer.from('n\u0303')).toString()).toBe('ñ');
    expect(passphraseBytes('ñ'.repeat(1000))).toHaveLength(2000);
    for (const bad of ['a'.repeat(1001), Buffer.alloc(1001, 97), Buffer.from([0xff, 0xfe])]) {
      expect(() => passphraseBytes(bad)).toThrow('wrong-secret');
    }
  });

  it('keeps the bounds of the product', () => {
    expect(withinPolicy(productKdfPolicy, { m: 65536, t: 3, p: 1 })).toBe(true);
    for (const params of [
      { m: 65535, t: 3, p: 1 },
      { m: 65536, t: 2, p: 1 },
      { m: 262145, t: 3, p: 1 },
      { m: NaN, t: 3, p: 1 },
    ]) {
      expect(withinPolicy(productKdfPolicy, params)).toBe(false);
      expect(() => withTarget(productKdfPolicy, params)).toThrow('bounds');
    }
  });

  it.each([
    ['very slow', 0.1, { m: 65536, t: 3 }],
    ['ordinary', 0.0012, { m: 262144, t: 3 }],
    ['very fast', 0.000001, { m: 262144, t: 10 }],
  ])('calibrates a computer that is %s inside the bounds', async (_name, msPerUnit, wanted) => {
    const measure = ({ m, t }: KdfParams) => Promise.resolve(m * t * msPerUnit);
    expect(await calibrateKdf(productKdfPolicy, measure)).toMatchObject(wanted);
  });

  it('lands between 0.8 and 1.2 seconds where the bounds allow it', async () => {
    for (const unit of [0.0004, 0.0008, 0.0016, 0.003, 0.005]) {
      const { m, t } = await calibrateKdf(productKdfPolicy, (at) => Promise.resolve(at.m * at.t * unit));
      expect(m * t * unit).toBeGreaterThan(700);
      expect(m * t * unit).toBeLessThanOrEqual(1200);
    }
  });
});

describe('recovery key', () => {
  it('keeps its printed form', () => {
    expect(encodeRecoveryKey(counted)).toBe(printed);
    expect(recoveryGroups(printed)).toHaveLength(recoveryGroupCount);
    expect(decodeRecoveryKey(printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')).equals(counted)).toBe(
      true,
    );
  });

  it('detects every single wrong character and every swap of neighbours or groups', () => {
    const plain = printed.replaceAll('-', '');
    const wrong: string[] = [plain.slice(1), `${plain}0`, plain.replace('G', 'U')];
    for (let at = 0; at < plain.length; at += 1) {
      for (const character of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (character !== plain[at]) wrong.push(plain.slice(0, at) + character + plain.slice(at + 1));
      }
      const swapped = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2);
      if (swapped !== plain) wrong.push(swapped);
    }
    const groups = printed.split('-');
    groups.forEach((a, i) => {
      groups.forEach((b, j) => {
        if (i < j && a !== b) wrong.push(groups.map((group, at) => (at === i ? b : at === j ? a : group)).join(''));
      });
    });
    expect(wrong.length).toBeGreaterThan(1736);
    for (const typed of wrong) expect(() => decodeRecoveryKey(typed)).toThrow('recovery-key-mistyped');
  });
});

describe('canonical forms', () => {
  it('sorts keys, keeps one spelling and refuses fractions', () => {
    expect(canonicalJson({ b: [1, null, 'ñ"'], a: true })).toBe('{"a":true,"b":[1,null,"ñ\\""]}');
    expect(() => canonicalJson({ a: 0.5 })).toThrow('integers');
  });

  it('keeps parts apart', () => {
    const hex = (...parts: Parameters<typeof canonicalBytes>[0]) => canonicalBytes(parts).toString('hex');
    expect(hex('ab', 7, null)).toBe('01000000026162' + '020000000137' + '0000000000');
    const forms = [hex('ab', 'c'), hex('a', 'bc'), hex('abc'), hex(1), hex('1'), hex(1.5), hex(null), hex(''), hex()];
    expect(new Set(forms).size).toBe(forms.length);
    expect(hex('n\u0303')).toBe(hex('ñ'));
  });
});

describe('runSelfTest', () => {
  it('passes here', async () => {
    await runSelfTest();
  });

  it.each(['argon2id', 'aes256gcm', 'hkdf', 'x25519', 'hmac', 'sha256'] as const)(
    'refuses a wrong %s',
    async (name) => {
      await expect(runSelfTest({ ...selfTestVectors, [name]: '00' })).rejects.toThrow('unexpected:self-test');
    },
  );
});

describe('generatePhrase', () => {
  it('has enough words of at least 16 bits', () => {
    expect(bitsPerWord).toBeGreaterThanOrEqual(17);
    for (const words of Object.values(phraseWords))
      expect(generatePhrase(words)).toMatch(new RegExp(`^([a-z]{6}-){${words - 1}}[a-z]{6}$`));
    expect(phraseWords.oneTimeCode * 16).toBeGreaterThanOrEqual(112);
    expect(() => generatePhrase(3)).toThrow('4 words');
    expect(new Set(Array.from({ length: 300 }, () => generatePhrase())).size).toBe(300);
  });
});
