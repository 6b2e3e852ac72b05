/** Electron's side of the ports: dialogs, clipboard, lock and sleep. Printing stands apart. */
import { clipboard, dialog, powerMonitor, type BrowserWindow } from 'electron';
import type { FileDialogs, SystemEvents, TextClipboard } from '../ports.ts';

/** The window may not exist yet when the application starts. */
type CurrentWindow = () => BrowserWindow | null;

export function electronDialogs(current: CurrentWindow): FileDialogs {
  return {
    saveFile: async (suggestedName) => {
      const window = current();
      if (window === null) return null;
      const answer = await dialog.showSaveDialog(window, {
        defaultPath: suggestedName,
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return answer.canceled ? null : answer.filePath;
    },
    chooseFolder: async () => {
      const window = current();
      if (window === null) return null;
      const answer = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'dontAddToRecent'] });
      return answer.filePaths[0] ?? null;
    },
  };
}

/** A page without the focus cannot empty the clipboard; this side can, whatever has the screen. */
export function electronClipboard(): TextClipboard {
  let held: { readonly text: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const forget = () => {
    clearTimeout(held?.timer);
    held = null;
  };
  const clearHeld = async () => {
    const text = held?.text;
    forget();
    if (text !== undefined && (await clipboard.readText()) === text) clipboard.clear();
  };
  return {
    write: (text, clearAfter) => {
      forget();
      void clipboard.writeText(text);
      if (clearAfter !== null) held = { text, timer: setTimeout(() => void clearHeld(), clearAfter) };
    },
    clearHeld: () => void clearHeld(),
  };
}

export function electronSystemEvents(): SystemEvents {
  return {
    onLock: (listener) => {
      powerMonitor.on('lock-screen', listener);
      return () => powerMonitor.off('lock-screen', listener);
    },
    onSuspend: (listener) => {
      powerMonitor.on('suspend', listener);
      return () => powerMonitor.off('suspend', listener);
    },
  };
}
