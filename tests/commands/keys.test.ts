/** `rotate` and `recover` as a person at a terminal starts them, over keys as costly as the product accepts. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rightsOfOthers } from '../support/rights.ts';
import { createApplication } from '../../src/main/application.ts';
import { isNothingChanged } from '../../src/main/commands/out-file.ts';
import { productKdfPolicy, withTarget } from '../../src/main/platform/crypto/kdf.ts';
import { plainPorts } from '../../src/main/platform/plain-ports.ts';
import { fail } from '../../src/shared/platform/failures.ts';
import { centreDetails, clientOf, staff } from '../support/start-application.ts';
import { runCli, type Ended } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000 });

const phrases = { coordina: 'tamelo-viruga-sonido-pelucha', legal: 'rupeta-molino-safiro-debuca' } as const;
type Login = keyof typeof phrases;

let home = '';
const inHome = (name: string) => join(home, name);
const data = () => inHome('registro');

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registro-keys-'));
  mkdirSync(inHome('copias'));
  for (const [login, phrase] of Object.entries(phrases)) keep(`${login}.txt`, phrase);
  keep('otra.txt', 'esta no es la frase');
  const kdfPolicy = withTarget(productKdfPolicy, productKdfPolicy.floor);
  const parts = { host: 'direct', ports: plainPorts(), kdfPolicy } as const;
  const application = await createApplication({ dataFolder: data(), ...parts });
  let token: string | null = null;
  const client = clientOf(application, () => token);
  const detailsOf = (login: Login) => ({
    ...{ login, ...staff[login], roles: [...staff[login].roles], college: null, collegeNumber: null },
  });
  const founded = await client.foundCentre({
    ...{ centre: centreDetails, isPractice: true, coordinator: detailsOf('coordina'), passphrase: phrases.coordina },
  });
  token = founded.session.token;
  await client.addFirstStaff({ details: detailsOf('legal'), passphrase: phrases.legal });
  const groups = founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' }));
  await client.confirmRecoveryKey({ groups });
  keep('papel-1.txt', founded.recoveryKey.join('-'));
  await client.chooseCopyFolder({ folder: inHome('copias') });
  await application.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function keep(name: string, text: string): void {
  writeFileSync(inHome(name), `${text}\n`, { mode: 0o600 });
}

function rotate(more: readonly string[] = [], second = 'legal.txt', input = ''): Promise<Ended> {
  const first = ['--user', 'coordina', '--passphrase-file', inHome('coordina.txt')];
  const beside = ['--second', 'legal', '--second-passphrase-file', second === '-' ? second : inHome(second)];
  const args = ['rotate', '--data', data(), ...first, ...beside, '--recovery-out', inHome('papel-2.txt'), ...more];
  return runCli(args, input);
}

const databases = () => readdirSync(data()).filter((name) => name.endsWith('.db'));

describe('rotate', () => {
  it('ends with 2 where the reason and the person do not fit, and 1 for a wrong second person, with nothing left', async () => {
    const misfit = await rotate(['--reason', 'left', '--exposed', 'legal']);
    expect(misfit).toMatchObject({ code: 2, out: '' });
    const wrong = await rotate([], 'otra.txt');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^wrong-secret \(second-wrong\)/);
    const exposed = () => rotate(['--reason', 'password-exposed', '--exposed', 'legal']);
    let standing = await exposed();
    // After a wrong password the next try waits: a fast computer comes too soon.
    while (standing.err.includes('wait-before-retry')) standing = await exposed();
    expect(standing.err).toMatch(/^rule-broken \(rotation-password-standing\)/);
    expect(existsSync(inHome('papel-2.txt'))).toBe(false);
    expect(databases()).toEqual(['registro.e1.db']);
  });

  it('gives the file a new key and a new paper, and lists the copies that the old one opens', async () => {
    const ended = await rotate(['--reason', 'left']);
    expect(ended).toMatchObject({ code: 0, err: '' });
    const said = JSON.parse(ended.out) as { destroy: { folder: string }[] };
    expect(said).toMatchObject({ reason: 'left', copyBefore: 'made', copyAfter: 'made' });
    expect(said.destroy.length).toBeGreaterThan(0);
    for (const { folder } of said.destroy) expect(existsSync(folder), folder).toBe(true);
    expect(databases()).toEqual(['registro.e2.db']);
    const paper = readFileSync(inHome('papel-2.txt'), 'utf8').trim();
    expect(paper.split('-')).toHaveLength(14);
    expect(ended.out).not.toContain(paper.slice(0, 9));
    expect(rightsOfOthers(inHome('papel-2.txt'))).toBe(0);
    const again = await rotate();
    expect(again, 'a file that is there is not replaced').toMatchObject({ code: 2, out: '' });
  });
});

describe('recover', () => {
  const recover = (paper: string) =>
    runCli([
      ...['recover', '--data', data(), '--recovery-key-file', inHome(paper), '--login', 'coordina'],
      ...['--passphrase-out', inHome('nueva.txt')],
    ]);

  it('opens nothing with the paper of before the rotation, and gives a new password with the new one', async () => {
    const old = await recover('papel-1.txt');
    expect(old).toMatchObject({ code: 1, out: '' });
    expect(old.err).toMatch(/^wrong-secret \(recovery-key-other\)/);
    const ended = await recover('papel-2.txt');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ended.out)).toMatchObject({ recovered: 'coordina', passphrase: inHome('nueva.txt') });
    const verify = (file: string) =>
      runCli(['verify', '--data', data(), '--user', 'coordina', '--passphrase-file', inHome(file)]);
    expect(JSON.parse((await verify('nueva.txt')).out)).toMatchObject({ isSound: true });
    expect(await verify('coordina.txt')).toMatchObject({ code: 1 });
  });
});

describe('a key that was written out', () => {
  const failing = (...parts: Parameters<typeof fail>) => isNothingChanged(fail(...parts));

  it('is taken away again only after a refusal that says for sure that nothing changed', () => {
    expect(failing('rule-broken', 'rotation-no-copy')).toBe(true);
    expect(failing('storage', 'disk-full')).toBe(false);
    expect(failing('locked')).toBe(false);
    expect(isNothingChanged(new Error('no answer'))).toBe(false);
  });
});
