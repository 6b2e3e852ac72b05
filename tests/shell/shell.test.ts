import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveBundle } from '../../src/main/platform/shell/bundle.ts';
import type { HostEvent } from '../../src/shared/platform/contract.ts';
import { connectWindow, lockWithScreen } from '../../src/main/platform/shell/channel.ts';
import { guardContents, guardSession, openOnly } from '../../src/main/platform/shell/guards.ts';
import { isOwnAddress, mayLoad, publicAddress } from '../../src/main/platform/shell/origin.ts';
import { publicWindowOptions, windowOptions } from '../../src/main/platform/shell/window-options.ts';
import { closedPage } from './closed-page.ts';
import { exposed, handlers } from './fake-electron.ts';

type Callback = (...args: unknown[]) => unknown;

/** Answers every method by keeping its callback under the method's (and event's) name. */
function recorder(): { target: never; calls: Map<string, Callback> } {
  const calls = new Map<string, Callback>();
  const target: unknown = new Proxy(
    {},
    {
      get: (_target, name: string) =>
        name === 'webRequest'
          ? target
          : (...args: unknown[]) => calls.set(typeof args[0] === 'string' ? args[0] : name, args.at(-1) as Callback),
    },
  );
  return { target: target as never, calls };
}

const foreign = [
  'app://registro@evil/',
  'app://evil/',
  'app:\\\\registro\\',
  'app://registro:80/',
  'app://registro.evil/',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:https://evil/1',
  'https://registro/',
  'http://127.0.0.1/',
  'app:registro',
  '',
];

describe('origin', () => {
  it.each(foreign)('refuses %j', (address) => {
    expect(isOwnAddress(address)).toBe(false);
    expect(mayLoad(address)).toBe(false);
  });
  it('accepts the own bundle', () => {
    expect(isOwnAddress('app://registro/assets/a.js')).toBe(true);
    expect(mayLoad('blob:app://registro/1')).toBe(true);
  });
});

describe('guards', () => {
  it('refuses permissions, devices and foreign requests', () => {
    const { target, calls } = recorder();
    guardSession(target);
    for (const permission of ['media', 'geolocation', 'usb', 'serial', 'hid', 'clipboard-read', 'notifications']) {
      let granted: unknown;
      calls.get('setPermissionRequestHandler')!(null, permission, (answer: unknown) => (granted = answer));
      expect(granted).toBe(false);
      expect(calls.get('setPermissionCheckHandler')!(null, permission)).toBe(false);
    }
    expect(calls.get('setDevicePermissionHandler')!()).toBe(false);
    let answer: unknown;
    calls.get('onBeforeRequest')!({ url: 'http://127.0.0.1/' }, (given: unknown) => (answer = given));
    expect(answer).toEqual({ cancel: true });
  });
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])('prevents %s', (name) => {
    const { target, calls } = recorder();
    guardContents(target);
    let prevented = false;
    calls.get(name)!({ url: 'https://evil/', preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    expect(calls.get('setWindowOpenHandler')!()).toEqual({ action: 'deny' });
  });
});

describe('the window of visitors', () => {
  function opening() {
    const { target, calls } = recorder();
    const closing: (() => void)[] = [];
    const opener = { webContents: target, once: (_name: string, work: () => void) => closing.push(work) };
    openOnly(opener as never, publicAddress, publicWindowOptions({} as never));
    return { calls, closing };
  }

  it('is the one page that may open, closed to Node and without a bridge', () => {
    const { calls } = opening();
    const open = calls.get('setWindowOpenHandler')!;
    const answer = open({ url: publicAddress });
    expect(answer).toMatchObject({
      ...{ action: 'allow', overrideBrowserWindowOptions: { webPreferences: closedPage } },
    });
    expect(JSON.stringify(answer)).not.toContain('preload');
    for (const url of [...foreign, 'app://registro/', `${publicAddress}?x`, `${publicAddress}#/casos`]) {
      expect(open({ url })).toEqual({ action: 'deny' });
    }
  });

  it('goes nowhere, opens nothing, and ends with the window of the desk', () => {
    const { calls, closing } = opening();
    const inside = recorder();
    let gone = false;
    calls.get('did-create-window')!({ webContents: inside.target, destroy: () => (gone = true) });
    let prevented = false;
    const away = { url: 'app://registro/', preventDefault: () => (prevented = true) };
    inside.calls.get('will-navigate')!(away);
    expect(prevented).toBe(true);
    expect(inside.calls.get('setWindowOpenHandler')!()).toEqual({ action: 'deny' });
    for (const close of closing) close();
    expect(gone).toBe(true);
  });
});

describe('windowOptions', () => {
  it('keeps the page away from Node', () => {
    expect(windowOptions('p', {} as never).webPreferences).toMatchObject(closedPage);
  });
});

describe('serveBundle', () => {
  it('answers only files of the bundle, with the policy', async () => {
    const root = await mkdtemp(join(tmpdir(), 'bundle-'));
    await mkdir(join(root, 'page'));
    await writeFile(join(root, 'page/index.html'), 'x');
    await writeFile(join(root, 'secret'), 'x');
    const serve = await serveBundle(join(root, 'page'));
    const page = await serve(new Request('app://registro/'));
    expect([page.status, page.headers.get('content-security-policy')?.includes("connect-src 'none'")]).toEqual([
      200,
      true,
    ]);
    for (const path of [
      '../secret',
      '%2e%2e/secret',
      '..%2fsecret',
      '..%5csecret',
      'index.html%00',
      '/../secret',
      'page',
    ]) {
      expect((await serve(new Request(`app://registro/${path}`))).status).toBe(404);
    }
  });
});

describe('connectWindow', () => {
  it('hears only the top frame of the own window', async () => {
    const contents = { send: () => undefined };
    const target = {
      invoke: () => Promise.resolve({ ok: true as const, value: 1, after: null }),
      subscribe: () => () => undefined,
    };
    connectWindow(target, { webContents: contents, on: () => undefined } as never);
    const call = handlers.get('registro:invoke')!;
    const own = { parent: null, url: 'app://registro/' };
    expect(await call({ sender: contents, senderFrame: own }, {})).toMatchObject({ ok: true });
    for (const event of [
      { sender: contents, senderFrame: null },
      { sender: contents, senderFrame: { ...own, parent: own } },
      { sender: {}, senderFrame: own },
      { sender: contents, senderFrame: { ...own, url: 'app://evil/' } },
    ])
      expect(await call(event, {})).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
  });
});

describe('the page after a session ended', () => {
  it.each([
    ['asked', 1],
    ['expired', 1],
    ['taken-over', 0],
    ['keeper-gone', 0],
  ] as const)('%s: loaded anew %i times', async (why, times) => {
    const done = { cleared: Promise.resolve(), reloads: 0 };
    const contents = {
      send: () => undefined,
      isCrashed: () => false,
      session: { clearStorageData: () => done.cleared },
      reload: () => (done.reloads += 1),
    };
    const told: ((event: HostEvent) => void)[] = [];
    const target = {
      invoke: () => Promise.resolve({ ok: true as const, value: 1, after: null }),
      subscribe: (listener: (event: HostEvent) => void) => {
        told.push(listener);
        return () => undefined;
      },
    };
    connectWindow(target, { webContents: contents, on: () => undefined } as never);
    for (const tell of told) tell({ kind: 'locked', session: 'token', why });
    await done.cleared;
    expect(done.reloads).toBe(times);
  });
});

describe('the screen of the computer is locked', () => {
  function windowThat(isGone: boolean, isCrashed: boolean) {
    const did: string[] = [];
    const webContents = {
      send: (_channel: string, { kind }: HostEvent) => did.push(kind),
      isCrashed: () => isCrashed,
    };
    const window = { isDestroyed: () => isGone, webContents } as never;
    return { did, locks: () => lockWithScreen(window, () => Promise.resolve(void did.push('locked')), 0) };
  }

  it('tells the page first, so that it stores what is typed', async () => {
    const { did, locks } = windowThat(false, false);
    const locking = locks();
    // It has its moment before the lock.
    expect(did).toEqual(['lock-near']);
    await locking;
    expect(did).toEqual(['lock-near', 'locked']);
  });
  it.each([
    ['gone', true, false],
    ['dead', false, true],
  ] as const)('locks without a page: %s', async (_, isGone, isCrashed) => {
    const { did, locks } = windowThat(isGone, isCrashed);
    await locks();
    expect(did).toEqual(['locked']);
  });
});

describe('preload', () => {
  it('exposes invoke and subscribe, nothing else', async () => {
    await import('../../src/preload/index.ts');
    expect(Object.keys(exposed)).toEqual(['api']);
    expect(Object.keys(exposed['api']!)).toEqual(['invoke', 'subscribe']);
  });
});
