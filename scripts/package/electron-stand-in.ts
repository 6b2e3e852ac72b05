/**
 * Stands in for Electron while the packed program is started under plain Node: keeps what the program registers, says yes
 * to what a start asks, and answers everything else with itself.
 */
type Callback = (...args: unknown[]) => unknown;

/** What the program registered, under the channel, scheme or event it named. */
export const registered = {
  channels: new Map<string, Callback>(),
  schemes: new Map<string, (request: Request) => Promise<Response>>(),
  /** Of the window and the program alike. */
  events: new Map<string, Callback[]>(),
  /** The address its window was told to load; null before. */
  loaded: null as string | null,
};

type Known = Readonly<Record<string, unknown>>;

/** Any member of any depth: callable, constructible, never a promise. */
function anything(known: Known = {}): object {
  return new Proxy(function standIn() {}, {
    get: (_target, name) => {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return Object.hasOwn(known, name) ? known[name] : anything();
    },
    apply: () => anything(),
    construct: () => window,
  });
}

const on = (name: string, callback: Callback): void =>
  void registered.events.set(name, [...(registered.events.get(name) ?? []), callback]);
const handleScheme = (scheme: string, answer: (request: Request) => Promise<Response>): void =>
  void registered.schemes.set(scheme, answer);

/** The contents of the one window: who calls is compared with it. */
export const contents = anything({
  on: () => undefined,
  send: () => undefined,
  session: anything({ clearStorageData: () => Promise.resolve() }),
});
const window = anything({
  webContents: contents,
  on,
  once: on,
  loadURL: (address: string) => {
    registered.loaded = address;
    return Promise.resolve();
  },
});

/** Where the next file is saved, as a person would choose it. */
export const chosen = { path: '' };

export const electron: Record<string, object> = {
  app: anything({
    whenReady: () => Promise.resolve(),
    requestSingleInstanceLock: () => true,
    isPackaged: true,
    commandLine: anything({ hasSwitch: () => false, getSwitchValue: () => '' }),
    on,
    quit: () => process.exit(0),
    exit: (code: number) => {
      process.stderr.write(`The program ended itself with ${code}.\n`);
      process.exit(code === 0 ? 0 : 1);
    },
  }),
  ipcMain: anything({
    handle: (channel: string, answer: Callback) => void registered.channels.set(channel, answer),
  }),
  session: anything({
    fromPartition: () => anything({ protocol: anything({ handle: handleScheme }) }),
  }),
  dialog: anything({
    showSaveDialog: () => Promise.resolve({ canceled: false, filePath: chosen.path }),
    showErrorBox: (title: string, words: string) => {
      process.stderr.write(`${title}\n${words}\n`);
    },
    showMessageBoxSync: () => 0,
  }),
};

/** The module that stands under the name `electron` in the packed program, for the names it imports. */
export function moduleText(names: readonly string[]): string {
  const lines = names.map((name) => `export const ${name} = globalThis.registroElectron('${name}');`);
  return ['// Made by scripts/package/start-packed.ts', ...lines, ''].join('\n');
}

/** Makes the stand-in reachable for that module. */
export function offerStandIn(): void {
  Object.assign(globalThis, { registroElectron: (name: string) => electron[name] ?? anything() });
}
