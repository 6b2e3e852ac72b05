/** A hand-written stand-in for electron: records what the shell registers, and prints as Electron does. */
import { EventEmitter } from 'node:events';

type Handler = (...args: unknown[]) => unknown;

export const handlers = new Map<string, Handler>();
export const exposed: Record<string, Record<string, Handler>> = {};

export const ipcMain = {
  handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
  removeHandler: (channel: string) => handlers.delete(channel),
};
export const ipcRenderer = { invoke: () => Promise.resolve(), on: () => undefined, removeListener: () => undefined };
export const contextBridge = {
  exposeInMainWorld: (name: string, api: Record<string, Handler>) => {
    exposed[name] = api;
  },
};

/** What the clipboard of the computer holds. */
export const clipboardText = { current: '' };
export const clipboard = {
  writeText: (text: string) => {
    clipboardText.current = text;
    return Promise.resolve();
  },
  readText: () => Promise.resolve(clipboardText.current),
  clear: () => {
    clipboardText.current = '';
  },
};

/** Boxes of the system that were shown. */
export const boxes: { readonly title: string; readonly content: string }[] = [];
export const dialog = {
  showErrorBox: (title: string, content: string) => {
    boxes.push({ title, content });
  },
};

/** What the application itself was told; `held` says whether another process has the lock. */
export const appState = { held: false, exits: [] as number[], switches: [] as string[], isSandboxed: false };
export const app = Object.assign(new EventEmitter(), {
  whenReady: () => Promise.resolve(),
  requestSingleInstanceLock: () => !appState.held,
  enableSandbox: () => {
    appState.isSandboxed = true;
  },
  exit: (code: number) => {
    appState.exits.push(code);
  },
  commandLine: {
    appendSwitch: (name: string) => {
      appState.switches.push(name);
    },
  },
});

export const schemes: unknown[] = [];
export const protocol = {
  registerSchemesAsPrivileged: (given: readonly unknown[]) => {
    schemes.push(...given);
  },
};

type Filter = (details: { url: string }, answer: (given: { cancel: boolean }) => void) => void;

/** A partition; `load` asks its filter and its protocol as the network service does. */
class FakeSession {
  readonly name: string;
  readonly options: unknown;
  readonly handled = new Map<string, (request: Request) => Response | Promise<Response>>();
  filter: Filter = (_details, answer) => {
    answer({ cancel: false });
  };
  readonly webRequest = {
    onBeforeRequest: (filter: Filter) => {
      this.filter = filter;
    },
  };
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      if (this.handled.has(scheme)) throw new Error('scheme handled twice');
      this.handled.set(scheme, handler);
    },
  };

  constructor(name: string, options: unknown) {
    this.name = name;
    this.options = options;
  }

  setPermissionRequestHandler() {}
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
  setSpellCheckerEnabled() {}
  on() {}

  mayLoad(url: string): boolean {
    let isCancelled = false;
    this.filter({ url }, ({ cancel }) => {
      isCancelled = cancel;
    });
    return !isCancelled;
  }

  async load(url: string): Promise<Response> {
    const handler = this.handled.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined || !this.mayLoad(url)) throw new Error('ERR_BLOCKED_BY_CLIENT');
    return handler(new Request(url));
  }
}

export const partitions = new Map<string, FakeSession>();
export const session = {
  fromPartition: (name: string, options: unknown) => {
    const known = partitions.get(name) ?? new FakeSession(name, options);
    partitions.set(name, known);
    return known;
  },
};

/** What the PDF viewer of Chromium asks for before it can draw a page. */
const viewerParts = [
  'about:blank',
  'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html',
  'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/2f1b6c1e-0000-4000-8000-000000000000',
  'chrome://resources/css/text_defaults_md.css',
];

type How = {
  readonly deviceName: string;
  readonly pageSize: string;
  readonly copies: number;
  readonly duplexMode: string;
};
type Printed = How & { readonly bytes: Uint8Array };
type Answer = (isTaken: boolean, reason: string) => void;

/** The printers of the computer: what came out, and what the next job is answered; without an answer it hangs. */
export const spool = {
  names: ['HP LaserJet (Admisión)', 'Microsoft Print to PDF'],
  printed: [] as Printed[],
  answer: ((done) => {
    done(true, '');
  }) as (done: Answer) => void,
};

type Preferences = { readonly session: FakeSession; readonly plugins?: boolean };
type Options = { readonly show?: boolean; readonly webPreferences: Preferences };

class FakeContents extends EventEmitter {
  readonly #preferences: Preferences;
  shown: Uint8Array | null = null;
  opener: (() => unknown) | null = null;
  reloads = 0;
  isDown = false;

  constructor(preferences: Preferences) {
    super();
    this.#preferences = preferences;
  }

  setWindowOpenHandler(handler: () => unknown) {
    this.opener = handler;
  }

  getPrintersAsync() {
    return Promise.resolve(spool.names.map((name) => ({ name, displayName: name, description: '', options: {} })));
  }

  async show(url: string) {
    const response = await this.#preferences.session.load(url);
    if (response.headers.get('content-type') !== 'application/pdf') throw new Error(`ERR_FAILED ${response.status}`);
    if (this.#preferences.plugins !== true) throw new Error('ERR_ABORTED: download');
    if (!viewerParts.every((part) => this.#preferences.session.mayLoad(part))) return;
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Later than the page itself, as in Electron: printed before it, the pages are blank.
    setTimeout(() => {
      this.shown = bytes;
      this.emit('-pdf-ready-to-print');
    }, 1);
  }

  print({ silent, ...how }: How & { readonly silent: boolean }, done: Answer) {
    if (!silent) throw new Error('a dialog of the system');
    if (!spool.names.includes(how.deviceName)) {
      done(false, 'Invalid deviceName provided');
      return;
    }
    spool.answer((isTaken, reason) => {
      if (isTaken) spool.printed.push({ ...how, bytes: this.shown ?? new Uint8Array() });
      done(isTaken, reason);
    });
  }

  reload() {
    this.reloads += 1;
    this.isDown = false;
  }

  isCrashed() {
    return this.isDown;
  }

  forcefullyCrashRenderer() {
    this.isDown = true;
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 1 });
  }
}

/** Every window made, the newest last. */
export const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly options: Options;
  readonly webContents: FakeContents;
  isGone = false;
  /** What was done to it, in order. */
  readonly done: string[] = [];
  isSmall = false;

  constructor(options: Options) {
    super();
    this.options = options;
    this.webContents = new FakeContents(options.webPreferences);
    windows.push(this);
  }

  loadURL(url: string) {
    return this.webContents.show(url);
  }

  destroy() {
    this.isGone = true;
  }

  isDestroyed() {
    return this.isGone;
  }

  isMinimized() {
    return this.isSmall;
  }

  restore() {
    this.done.push('restore');
  }

  show() {
    this.done.push('show');
  }

  focus() {
    this.done.push('focus');
  }
}

/** Every test starts from a computer on which nothing happened. */
export function resetElectron(): void {
  for (const list of [boxes, schemes, windows, spool.printed, appState.exits, appState.switches]) list.length = 0;
  partitions.clear();
  app.removeAllListeners();
  Object.assign(appState, { held: false, isSandboxed: false });
  Object.assign(spool, {
    names: ['HP LaserJet (Admisión)', 'Microsoft Print to PDF'],
    answer: (done: Answer) => {
      done(true, '');
    },
  });
}
