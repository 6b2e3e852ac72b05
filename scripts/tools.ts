/** What the scripts of the contributor's menu share. Importing it makes sure that Node 24 runs them. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIsStale } from './build-state.ts';
import { nodeOf, planOf } from './programs.ts';

export const root = join(import.meta.dirname, '..');

// `npm run` puts the project's own Node first; a bare `node scripts/x.ts` may be an older one.
if (nodeOf() !== process.execPath) {
  const again = spawnSync(nodeOf(), process.argv.slice(1), { stdio: 'inherit' });
  process.exit(again.status ?? 1);
}

export type Outcome = { readonly ok: boolean; readonly seconds: number; readonly output: string };
type RunOptions = { readonly show?: boolean; readonly env?: Record<string, string>; readonly timeout?: number };

/** Runs a program of our packages (programs.ts) or the system; never throws. With `show` its output goes to the terminal. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const started = performance.now();
  const plan = planOf(command, args);
  const child = spawn(plan.file, plan.args, {
    cwd: root,
    stdio: options.show === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...plan.env, ...options.env },
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  });
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  child.stderr?.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) => {
    const end = (ok: boolean) => {
      resolve({ ok, seconds: (performance.now() - started) / 1000, output: Buffer.concat(parts).toString() });
    };
    child.on('error', () => {
      end(false);
    });
    child.on('close', (code) => {
      end(code === 0);
    });
  });
}

export type Step = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
};

/** Longest first: two run at a time. */
export const staticSteps: readonly Step[] = [
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  {
    name: 'layers',
    command: 'depcruise',
    args: ['src', 'scripts', 'tests', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long'],
  },
];

/** Alone, once nothing else builds: it builds what is stale. */
export const shipsStep: Step = { name: 'what ships', command: 'node', args: ['scripts/make-notices.ts', '--check'] };

/** Runs what waits in `works`, so many at a time, in their order. */
export async function runQueue(works: readonly (() => Promise<void>)[], atOnce = 2): Promise<void> {
  const waiting = [...works];
  const worker = async (): Promise<void> => {
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Runs one step and prints one line, with the output when it fails. */
export async function runStep({ name, command, args, env }: Step): Promise<boolean> {
  const outcome = await run(command, args, env === undefined ? {} : { env });
  console.log(`${outcome.ok ? 'ok  ' : 'FAIL'} ${name.padEnd(12)} ${outcome.seconds.toFixed(1)} s`);
  if (!outcome.ok) console.log(outcome.output);
  return outcome.ok;
}

export async function buildIfStale(): Promise<boolean> {
  if (!buildIsStale()) return true;
  const outcome = await run('electron-vite', ['build']);
  if (!outcome.ok) console.error(outcome.output);
  return outcome.ok;
}
