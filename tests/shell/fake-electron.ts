/** A hand-written stand-in for electron: records what the shell registers. */
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
