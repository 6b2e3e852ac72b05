import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusedArgument, refusedSwitches } from '../../src/main/platform/refused-arguments.ts';
import { begin } from '../../src/main/platform/shell/start.ts';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { codeWords, fail } from '../../src/shared/platform/failures.ts';
import { platformReasons } from '../../src/shared/platform/reason-words.ts';
import { startCauses } from '../../src/shared/platform/start-words.ts';
import { eventually } from '../support/eventually.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { testPorts } from '../support/start-application.ts';
import { app, appState, boxes, BrowserWindow, partitions, resetElectron, session, windows } from './fake-electron.ts';

beforeEach(resetElectron);
afterEach(() => {
  vi.unstubAllEnvs();
});

const noStart = () => Promise.resolve();
const record = vi.fn(() => '4F2-118');

function started(start: () => Promise<void>, parts: Partial<Parameters<typeof begin>[1]> = {}) {
  record.mockClear();
  record.mockReturnValue('4F2-118');
  begin(start, { args: ['.'], current: () => null, record, ...parts });
}

async function boxOf(error: Error): Promise<string> {
  started(() => Promise.reject(error));
  await eventually(() => expect(appState.exits).toEqual([1]));
  expect(boxes.map(({ title }) => title)).toEqual(['Registro CEM no se abrió']);
  return boxes[0]?.content ?? '';
}

const withCode = (code: string, message = 'de Ana Inventada, C:\\Users\\ana') =>
  Object.assign(new Error(message), { code });

describe('a start that fails', () => {
  it.each([
    ['ENOENT', 'folder-out-of-reach'],
    ['ENOTDIR', 'folder-out-of-reach'],
    ['EEXIST', 'folder-out-of-reach'],
    ['UNKNOWN', 'folder-out-of-reach'],
    ['EHOSTUNREACH', 'folder-out-of-reach'],
    ['EACCES', 'no-rights'],
    ['EPERM', 'no-rights'],
    ['EROFS', 'no-rights'],
    ['ENOSPC', 'disk-full'],
    ['ERR_DLOPEN_FAILED', 'part-missing'],
    ['ERR_MODULE_NOT_FOUND', 'part-missing'],
  ] as const)('says of %s what it is, that nothing was touched, and what to do', async (code, cause) => {
    const box = await boxOf(withCode(code));
    expect(box).toBe([startCauses[cause].what, untouched, startCauses[cause].now].join('\n\n'));
    expect(record).not.toHaveBeenCalled();
  });

  it('finds a missing part under the error that hides it', async () => {
    const hidden = new Error('Cannot find native binding', { cause: withCode('MODULE_NOT_FOUND') });
    expect(await boxOf(hidden)).toContain(startCauses['part-missing'].what);
  });

  it('says an expected failure in its own words, and one without in those of its code', async () => {
    expect(await boxOf(fail('storage', 'path-network'))).toContain(platformReasons['path-network']);
    resetElectron();
    expect(await boxOf(fail('damaged'))).toContain(codeWords.damaged);
  });

  it('gives anything else the number of its line in the log, and nothing of its message', async () => {
    const error = new Error('de Ana Inventada');
    const box = await boxOf(error);
    expect(box).toBe(
      [startCauses.unknown.what, untouched, startCauses.unknown.now, 'Número para soporte: 4F2-118'].join('\n\n'),
    );
    expect(record).toHaveBeenCalledExactlyOnceWith(error, 'start');
  });
});

const untouched = 'Sus datos no se tocaron: están como los dejó.';

describe('the program itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  const file = join(folder, 'archivo');
  writeFileSync(file, 'x');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const ended = () => eventually(() => expect(appState.exits).toEqual([1]));

  it('gives the number of the line in the log of its record when the window cannot be made', async () => {
    vi.stubEnv('HOME', folder);
    vi.stubEnv('ProgramData', folder);
    vi.stubEnv('LOCALAPPDATA', folder);
    await import('../../src/main/index.ts');
    await ended();
    const [box, ...more] = boxes.map(({ content }) => content);
    expect(more).toEqual([]);
    expect(box).toContain(startCauses.unknown.what);
    const number = /Número para soporte: ([0-9A-F]{3}-[0-9A-F]{3})$/.exec(box ?? '')?.[1] ?? 'none';
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /logs[\\/]./.test(name));
    const logs = files.map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(logs.join('')).toContain(number);
  });

  it('says that a file stands in the place of the folder', async () => {
    const { createApplication } = await import('../../src/main/application.ts');
    const parts = { host: 'electron', ports: testPorts(fixedClock()), kdfPolicy: productKdfPolicy } as const;
    started(async () => {
      await createApplication({ dataFolder: file, ...parts });
    });
    await ended();
    expect(boxes[0]?.content).toContain(platformReasons['path-not-folder']);
  });
});

describe('a start with a switch that weakens it', () => {
  it.each(refusedSwitches)('refuses %s in every form that Chromium and Node read', (name) => {
    const forms = [`--${name}`, `--${name}=x`, `-${name}`, `/${name}`, `/${name}=x`, ` --${name} `];
    for (const form of [...forms, ...forms.map((one) => one.toUpperCase()), `--${name.replaceAll('-', '_')}`])
      expect(refusedArgument(['.', form]), form).toBe(name);
  });

  it.each([
    ...['gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'user-data-dir', 'ignore-certificate-errors'],
    ...[
      'single-process',
      'inspect',
      'remote-debugging-port',
      'no-sandbox',
      'js-flags',
      'load-extension',
      'inspect-wait',
      'enable-tracing-output',
      'trace-config-file',
    ],
  ])('%s is one of them, and is named in the box', (name) => {
    const start = vi.fn(noStart);
    started(start, { args: [`/${name.toUpperCase()}=1`] });
    expect(boxes[0]?.content).toContain(`«--${name}»`);
    expect([start.mock.calls, appState.exits]).toEqual([[], [1]]);
  });

  it.each(['.', 'inspect', '/tmp/inspect', 'C:\\inspect', '--lang=es', '--inspector'])('lets %s through', (one) => {
    expect(refusedArgument([one])).toBeNull();
  });
});

describe('a start that goes well', () => {
  it('has sandbox and scheme ready, no dumps, and shows no box', async () => {
    const start = vi.fn(noStart);
    started(start);
    await eventually(() => expect(start).toHaveBeenCalledOnce());
    expect(appState).toMatchObject({ isSandboxed: true, switches: ['disable-breakpad'], exits: [] });
    expect(boxes).toEqual([]);
  });
});

describe('a second start', () => {
  const aWindow = () => new BrowserWindow({ webPreferences: { session: session.fromPartition('registro', {}) } });

  it('ends at once, without a word', () => {
    appState.held = true;
    const start = vi.fn(noStart);
    started(start, { args: ['--inspect'] });
    expect([start.mock.calls, appState.exits, boxes]).toEqual([[], [0], []]);
  });

  it.each([
    [true, ['restore', 'show', 'focus']],
    [false, ['show', 'focus']],
  ])('brings the window of the first forward (minimised: %s)', (isSmall, done) => {
    const window = aWindow();
    window.isSmall = isSmall;
    started(noStart, { current: () => window as never });
    app.emit('second-instance');
    expect(window.done).toEqual(done);
    expect([windows.length, partitions.size]).toEqual([1, 1]);
  });

  it('does nothing while the first has no window yet', () => {
    started(noStart);
    expect(() => app.emit('second-instance')).not.toThrow();
  });
});
