/** From the command line: history written anew with the right key, found by the paper and by the copies. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { forge, type Forgery } from '../services/audit/forger.ts';
import { onSlowComputer } from './earlier-clock.ts';
import { runCli, type Ended } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let home = '';
const inHome = (name: string) => join(home, name);
const phraseFile = () => inHome('demo/frases/coordinacion.txt');
const who = () => ['--user', 'coordinacion', '--passphrase-file', phraseFile()];

function verify(data: string, ...more: string[]): Promise<Ended> {
  return runCli(['verify', '--data', data, ...who(), ...more]);
}

/** A demo centre closed, its copies carried away. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registro-cli-rewritten-'));
  const demo = await onSlowComputer(home, () => runCli(['demo', '--out', inHome('demo'), '--cases', '1']));
  expect(demo).toMatchObject({ code: 0 });
  const copied = await runCli(['backup', '--data', inHome('demo/registro'), ...who(), '--to', inHome('copias')]);
  expect(copied).toMatchObject({ code: 0 });
  // The folder of a test stands beside the register: a copy there protects from little, and it is said.
  expect(copied.err).toMatch(/memoria o un disco externo/);
  // Carried away: what a later sitting copies when it ends is not there.
  renameSync(inHome('copias'), inHome('afuera'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A folder of its own with the data and the paper: what is typed begins a new segment. */
function apart(name: string): { data: string; key: string } {
  mkdirSync(inHome(name));
  const [data, key] = [inHome(`${name}/registro`), inHome(`${name}/clave.txt`)];
  cpSync(inHome('demo/registro'), data, { recursive: true });
  cpSync(inHome('demo/clave-inicial-de-la-bitacora.txt'), key);
  chmodSync(key, 0o600);
  return { data, key };
}

const insider = () => ({
  login: 'coordinacion',
  passphrase: readFileSync(phraseFile(), 'utf8').trim(),
  policy: productKdfPolicy,
});

const forgeries: readonly [string, Pick<Forgery, 'caseId' | 'authorOf' | 'erase'>][] = [
  ['the level of risk changed', { caseId: 'any' }],
  ['the author of an act swapped', { authorOf: 40 }],
  ['five entries erased', { erase: { from: 60, count: 5 } }],
];

describe('`verify` on a record that nobody rewrote', () => {
  it('agrees with the paper and the copies, and hands out the key of the segment that begins', async () => {
    const { data, key } = apart('sana');
    const ended = await verify(data, '--start-key-file', key, '--against', inHome('afuera'));
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toMatch(/tramos con clave 1 de 1 · comparados \d+ · problemas 0\n$/);
    const next = readFileSync(`${key}.tramo-2`, 'utf8');
    expect(next).toMatch(/^(?:[0-9A-F]{8} ){7}[0-9A-F]{8}\n$/);
    // Both papers together: one key a line, the number of its segment before it.
    writeFileSync(key, `1 ${readFileSync(key, 'utf8').trim()}\n2: ${next}`, { mode: 0o600 });
    const both = await verify(data, '--start-key-file', key, '--start-key-out', inHome('sana/otra.txt'));
    expect(both.out).toMatch(/tramos con clave 2 de 2 · comparados \d+ · problemas 0\n$/);
  });

  it('ends with 1 for what is no key and a folder that is not there', async () => {
    const { data, key } = apart('mal-escrita');
    writeFileSync(key, 'esto no es una clave\n', { mode: 0o600 });
    expect(await verify(data, '--start-key-file', key)).toMatchObject({ code: 1, err: /^invalid/ });
    const gone = await verify(data, '--against', inHome('no-está'));
    expect(gone.code).toBe(1);
    expect(gone.err).toContain('No se pudo leer esa carpeta.');
  });
});

describe('`verify` on an older file that was put back', () => {
  it('ends with 1 and says it, though every seal holds', async () => {
    const { data } = apart('de-antes');
    const older = readFileSync(join(data, 'registro.e1.db'));
    expect(await verify(data)).toMatchObject({ code: 0, err: '' });
    writeFileSync(join(data, 'registro.e1.db'), older);
    const ended = await verify(data);
    expect(ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Solo lectura: el registro volvió a /) as string,
    });
    expect(JSON.parse(ended.out)).toMatchObject({ isSound: true });
  });

  it('says that the marks are gone, which is told only once', async () => {
    const { data } = apart('sin-marcas');
    for (const mark of ['mark.a', 'mark.b']) rmSync(join(data, mark));
    expect(await verify(data)).toMatchObject({ code: 0, err: expect.stringMatching(/^Faltan las marcas/) as string });
  });
});

describe('`verify` finds history written anew with the right key', () => {
  it.each(forgeries)('%s', async (what, forgery) => {
    const { data, key } = apart(what.replaceAll(' ', '-'));
    await forge(data, { ...forgery, macs: 'forged', withKeptCodes: true }, insider());
    for (const [outside, problem] of [
      [['--start-key-file', key], /^Tramo 1: desde la entrada \d+ hasta la \d+ no se escribió/],
      [['--against', inHome('afuera')], /^La copia backup-\S+ vio /],
    ] as const) {
      const ended = await verify(data, ...outside);
      expect(ended.code).toBe(1);
      expect(ended.err).toMatch(/^damaged \(proof-failed\): La revisión encontró problemas/);
      const [, json = '', figure = ''] = /^([\s\S]*\n)(.*)\n$/.exec(ended.out) ?? [];
      const { proof } = JSON.parse(json) as { proof: { isSound: boolean; problems: string[]; newSegment: null } };
      expect(proof).toMatchObject({ isSound: false, newSegment: null });
      expect(
        proof.problems.some((words) => problem.test(words)),
        proof.problems.join('\n'),
      ).toBe(true);
      expect(figure).toMatch(/problemas [1-9]\d*$/);
    }
  });
});
