/** Exposes one transport to the page and nothing else; Electron's event object never crosses. */
import { contextBridge, ipcRenderer } from 'electron';
import { eventChannel, invokeChannel } from '../shared/platform/channels.ts';

contextBridge.exposeInMainWorld('api', {
  invoke: (call: unknown): Promise<unknown> => ipcRenderer.invoke(invokeChannel, call),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const deliver = (_event: unknown, message: unknown) => {
      listener(message);
    };
    ipcRenderer.on(eventChannel, deliver);
    return () => {
      ipcRenderer.removeListener(eventChannel, deliver);
    };
  },
});
