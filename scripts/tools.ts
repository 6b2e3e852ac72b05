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
  {
    name: 'lint',
    command: 'eslint',
    args: ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--cache-strategy', 'content'],
    // Rules that know types hold the whole program: more than Node gives by itself.
    env: { NODE_OPTIONS: '--max-old-space-size=8192' },
  },
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.', '--cache'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  {
    name: 'layers',
    command: 'depcruise',
    args: ['src', 'scripts', 'tests', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long'],
  },
];

/** Alone, once nothing else builds: it builds what is stale. */
export const shipsStep: Step = { name: 'what ships', command: 'node', args: ['scripts/make-notices.ts', '--check'] };

/** Runs the steps, two at a time unless told otherwise, and prints one line each, with the output of those that fail, by name in `failures`. */
export async function runSteps(
  steps: readonly Step[],
  atOnce = 2,
): Promise<{ passed: number; failed: number; failures: readonly string[] }> {
  const waiting = [...steps];
  const count = { passed: 0, failed: 0, failures: [] as string[] };
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await run(step.command, step.args, step.env === undefined ? {} : { env: step.env });
      count[outcome.ok ? 'passed' : 'failed'] += 1;
      console.log(`${outcome.ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(12)} ${outcome.seconds.toFixed(1)} s`);
      if (outcome.ok) continue;
      count.failures.push(step.name);
      console.log(outcome.output);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return count;
}

export async function buildIfStale(): Promise<boolean> {
  if (!buildIsStale()) return true;
  const outcome = await run('electron-vite', ['build']);
  if (!outcome.ok) console.error(outcome.output);
  return outcome.ok;
}
