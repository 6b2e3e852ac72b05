import { describe, expect, it } from 'vitest';
import { generatePhrase } from '../../../src/main/platform/crypto/passphrase.ts';
import { passwordProblem } from '../../../src/shared/access/password.ts';

describe('passwordProblem', () => {
  it('counts characters after NFKC and keeps the limits', () => {
    expect(passwordProblem('turbina-mochil')).toBe('too-short');
    expect(passwordProblem('turbina-mochila')).toBeNull();
    expect(passwordProblem('turbina mochila '.repeat(70))).toBe('too-long');
  });

  it.each(['aaaaaaaaaaaaaaaa', 'kiwikiwikiwikiwi', 'abcxyzabcxyzabcxyz'])('refuses repeats: %s', (password) => {
    expect(passwordProblem(password)).toBe('repeated');
  });

  it.each([
    'qwertyuiop123456789',
    'Contraseña1234567',
    'P@ssw0rdP@ssw0rd2024',
    'administrador2024',
    'TeAmoMuchoMiAmor2023',
    'correcthorsebatterystaple',
    'centroemergenciamujer',
    'abcdefghijklmnopq1',
  ])('refuses common values: %s', (password) => {
    expect(['common', 'repeated']).toContain(passwordProblem(password));
  });

  it('refuses the names of the place', () => {
    expect(passwordProblem('Villa Zorrillo 2026', ['Villa Zorrillo'])).toBe('names-the-centre');
    expect(passwordProblem('Villa Zorrillo 2026')).toBeNull();
  });

  it('accepts every generated phrase', () => {
    for (let at = 0; at < 200; at += 1) expect(passwordProblem(generatePhrase())).toBeNull();
  });
});
