/** `keeper`, `pair`, `companions` as a person at a terminal starts them, over an address that this computer has. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApplication } from '../../src/main/application.ts';
import { networksOfThisComputer } from '../../src/main/computers/keeper.ts';
import { productKdfPolicy, withTarget } from '../../src/main/platform/crypto/kdf.ts';
import { makeIdentity } from '../../src/main/platform/lan/identity.ts';
import { pairWith } from '../../src/main/platform/lan/pair-with.ts';
import { plainPorts } from '../../src/main/platform/plain-ports.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { centreDetails, clientOf, passphrase, staff } from '../support/start-application.ts';
import { rightsOfOthers } from '../support/rights.ts';
import { runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000 });

const [network] = networksOfThisComputer();
let home = '';
let port = 0;
const inHome = (name: string) => join(home, name);
const signedIn = () => [
  ...['--data', inHome('registro'), '--user', 'coordina'],
  ...['--passphrase-file', inHome('frase.txt')],
];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registro-computers-'));
  port = await freePort();
  writeFileSync(inHome('frase.txt'), passphrase, { mode: 0o600 });
  const kdfPolicy = withTarget(productKdfPolicy, productKdfPolicy.floor);
  const parts = { host: 'direct', ports: plainPorts(), kdfPolicy } as const;
  const application = await createApplication({ dataFolder: inHome('registro'), ...parts });
  let token: string | null = null;
  const client = clientOf(application, () => token);
  const coordinator = {
    ...{ login: 'coordina', ...staff.coordina, roles: [...staff.coordina.roles], college: null, collegeNumber: null },
  };
  const founded = await client.foundCentre({ centre: centreDetails, isPractice: true, coordinator, passphrase });
  token = founded.session.token;
  const groups = founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' }));
  await client.confirmRecoveryKey({ groups });
  await application.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('wrong usage', () => {
  it.each([
    [['keeper'], /Falta --on o --off/],
    [['keeper', '--on', '--off'], /Falta --on o --off/],
    [['keeper', '--on', '--port', 'abc'], /--port es un número/],
    [['pair'], /Falta --code-out/],
    [['companions', '--format', 'xml'], /solo admite json/],
  ])('is told in words: %s', async (args, words) => {
    const ended = await runCli([...args, ...signedIn()]);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(words);
  });
});

// A computer without a network has nobody to reach.
describe.runIf(network !== undefined)('other computers', () => {
  it('are paired by a code that stands in a file alone, once they may connect', async () => {
    const out = inHome('codigo.txt');
    const early = await runCli(['pair', ...signedIn(), '--code-out', out]);
    expect(early).toMatchObject({ code: 1, out: '', err: expect.stringContaining('(keeper-off)') as string });
    const address = network?.address ?? '';
    const on = await runCli(['keeper', ...signedIn(), '--on', '--address', address, '--port', String(port)]);
    expect(JSON.parse(on.out)).toEqual({ isOn: true, address, port });
    const waiting = runCli(['pair', ...signedIn(), '--code-out', out]);
    await eventually(() => expect(existsSync(out)).toBe(true));
    const code = readFileSync(out, 'utf8').trim();
    expect(rightsOfOthers(out)).toBe(0);
    await pairWith({ address, port, code, name: 'PSICOLOGIA-PC', identity: await makeIdentity() });
    const ended = await waiting;
    expect(JSON.parse(ended.out)).toEqual({ paired: 'PSICOLOGIA-PC' });
    expect(ended.out + ended.err).not.toContain(code.slice(0, 9));
    expect(existsSync(out)).toBe(false);
    const listed = await runCli(['companions', ...signedIn(), '--format', 'json']);
    expect(JSON.parse(listed.out)).toMatchObject({
      keeper: { isOn: true, address, port },
      companions: [{ name: 'PSICOLOGIA-PC', revokedAt: null, copyAt: null }],
      copies: { fresh: 0, isFew: true },
    });
    const off = await runCli(['keeper', ...signedIn(), '--off']);
    expect(JSON.parse(off.out)).toEqual({ isOn: false });
    const after = await runCli(['companions', ...signedIn()]);
    expect(JSON.parse(after.out)).toMatchObject({ keeper: { isOn: false } });
  });
});
