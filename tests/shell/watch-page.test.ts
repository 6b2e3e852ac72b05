import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IncidentLog } from '../../src/main/platform/incident-log.ts';
import { connectWindow } from '../../src/main/platform/shell/channel.ts';
import { pagePatience, watchPage } from '../../src/main/platform/shell/watch-page.ts';
import type { HostEvent } from '../../src/shared/platform/contract.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { boxes, BrowserWindow, resetElectron, session } from './fake-electron.ts';

beforeEach(() => {
  resetElectron();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const window = new BrowserWindow({ webPreferences: { session: session.fromPartition('registro', {}) } });
  const parts = { lock: vi.fn(() => Promise.resolve()), record: vi.fn(() => '4F2-118'), stop: vi.fn() };
  watchPage(window as never, parts);
  const die = async (reason = 'crashed') => {
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { window, contents: window.webContents, ...parts, die };
}

describe('a page that dies', () => {
  it('ends the sessions, then comes back, with its cause in the log', async () => {
    const { contents, lock, record, stop, die } = watched();
    const locked = Promise.withResolvers<undefined>();
    lock.mockReturnValue(locked.promise);
    await die('oom');
    expect([lock.mock.calls.length, contents.reloads]).toEqual([1, 0]);
    locked.resolve(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect([contents.reloads, stop.mock.calls.length, boxes]).toEqual([1, 0, []]);
    expect(record).toHaveBeenCalledExactlyOnceWith(expect.any(Error), 'page.oom');
  });

  it('is none when it ends as it should, and is left alone when the window is gone', async () => {
    const { window, contents, lock, die } = watched();
    await die('clean-exit');
    expect(lock).not.toHaveBeenCalled();
    window.destroy();
    await die();
    expect(contents.reloads).toBe(0);
  });

  it('three times in a row says so, and stops', async () => {
    const { contents, lock, stop, die } = watched();
    for (const time of [1, 2, 3]) {
      await die();
      expect(stop, `death ${time}`).toHaveBeenCalledTimes(time === 3 ? 1 : 0);
      await vi.advanceTimersByTimeAsync(pagePatience.inARow - 1);
    }
    expect([contents.reloads, lock.mock.calls.length]).toEqual([2, 3]);
    expect(boxes.map(({ title }) => title)).toEqual(['Registro CEM se cerró']);
    expect(boxes[0]?.content).toMatch(/tres veces.+borradores siguen en el registro.+4F2-118/s);
  });

  it('comes back as often as wanted when it lived well in between', async () => {
    const { contents, stop, die } = watched();
    for (let time = 0; time < 5; time += 1) {
      await die();
      await vi.advanceTimersByTimeAsync(pagePatience.inARow);
    }
    expect([contents.reloads, stop.mock.calls.length]).toEqual([5, 0]);
  });

  it('leaves a line without data in the log', () => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'));
    const log = new IncidentLog(folder, fixedClock());
    const window = new BrowserWindow({ webPreferences: { session: session.fromPartition('registro', {}) } });
    const record = (error: unknown, operation: string) => log.record(error, operation);
    watchPage(window as never, { lock: () => Promise.resolve(), record, stop: () => undefined });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    const [name = ''] = readdirSync(join(folder, 'logs'));
    const line: unknown = JSON.parse(readFileSync(join(folder, 'logs', name), 'utf8'));
    expect(line).toMatchObject({ operation: 'page.crashed', class: 'PageDied', code: null });
    rmSync(folder, { recursive: true });
  });
});

describe('a page that hangs', () => {
  it('is ended after a while, and comes back', async () => {
    const { window, contents, record } = watched();
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(pagePatience.hung - 1);
    expect(contents.reloads).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(contents.reloads).toBe(1);
    expect(record.mock.calls.map((call: unknown[]) => call[1])).toEqual(['page.unresponsive', 'page.killed']);
  });

  it.each(['responsive', 'closed'])('is left alone when it is %s meanwhile', async (name) => {
    const { window, contents, record } = watched();
    window.emit('unresponsive');
    window.emit(name);
    await vi.advanceTimersByTimeAsync(pagePatience.hung);
    expect([contents.reloads, record.mock.calls]).toEqual([0, []]);
  });
});

describe('the channel to a dead page', () => {
  it('sends nothing, and loads it anew for whoever comes next', async () => {
    const reload = vi.fn();
    const send = vi.fn();
    const contents = { send, reload, isCrashed: () => true, session: { clearStorageData: () => Promise.resolve() } };
    const told: ((event: HostEvent) => void)[] = [];
    const target = {
      invoke: () => Promise.reject(new Error('unused')),
      subscribe: (listener: (event: HostEvent) => void) => {
        told.push(listener);
        return () => undefined;
      },
    };
    connectWindow(target, { webContents: contents, on: () => undefined } as never);
    told[0]?.({ kind: 'locked', session: 'a', why: 'system' });
    await vi.advanceTimersByTimeAsync(0);
    expect([send.mock.calls, reload.mock.calls]).toEqual([[], [[]]]);
  });
});
